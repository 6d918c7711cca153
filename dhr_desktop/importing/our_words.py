"""The words in which this program itself writes a date, and only it, so that what is printed can be read back."""

import re
from collections.abc import Callable
from dataclasses import replace

from dhr_desktop.importing.date_points import Context, Point

Reader = Callable[[str, Context], Point | None]

UNKNOWN = "XXXX"
_PART_OF = re.compile(r"a (?P<what>day|month) in (?P<rest>(?:(?! to ).)+)")
_CENTURY = re.compile(r"(?:the )?(?P<number>\d{1,3})(?:st|nd|rd|th)?(?: |-)century")
_FAR_YEAR = re.compile(r"(?:the )?year (-\d{1,4}|0|-?\d{5,})")
_WHOLE_OF = re.compile(r"(?:the )?whole of (?P<rest>.+)")
_ONE_DAY_BETWEEN = re.compile(r"one day (?P<rest>between .+)")
_END_NOT_KNOWN = re.compile(r"(?:until|from) (?P<rest>.+), (?P<which>start|end) not known")
_UNCERTAIN = re.compile(r"(?P<rest>(?:(?! to | and ).)+?) \(uncertain\)")


def read_our_words(text: str, context: Context, read: Reader) -> Point | None:
    """The date that `domain.dates.in_british_words` wrote so; None for other words. `read` reads the dates in it."""
    for reader in (_of_a_whole, _one_day_between, _end_not_known, _uncertain):
        found = reader(text, context, read)
        if found:
            return found
    return None


def marked(edtf: str, mark: str) -> str:
    """EDTF with '~' or '?' on each end; one that has the other mark already becomes '%', both."""
    if edtf == UNKNOWN:
        return edtf
    return "/".join(end if end in ("", "..") else _mark_one(end, mark) for end in edtf.split("/"))


def _mark_one(end: str, mark: str) -> str:
    if end[-1] not in "~?%":
        return end + mark
    return end if end[-1] == mark else end[:-1] + "%"


def _of_a_whole(text: str, context: Context, read: Reader) -> Point | None:
    """'a day in June 2014', 'the 21st century', 'the year 12000', 'the whole of 2016', 'one day between a and b'."""
    part = _PART_OF.fullmatch(text)
    point = read(part["rest"], context) if part else None
    if part and point and len(point.edtf) in (4, 7) and not point.edtf.endswith("X"):
        unknown = "-XX" if part["what"] == "month" or len(point.edtf) == len("2016-04") else "-XX-XX"
        whole = part["what"] == "day" or len(point.edtf) == len("2016")
        return replace(point, edtf=point.edtf + unknown) if whole else None
    century = _CENTURY.fullmatch(text)
    if century and 1 <= int(century["number"]) <= 100:  # noqa: PLR2004 - four digits of years
        return Point(f"{int(century['number']) - 1:02}XX")
    far = _FAR_YEAR.fullmatch(text)
    if far:
        year = int(far[1])
        return Point(f"Y{year}" if abs(year) > 9999 else f"-{-year:04}" if year < 0 else f"{year:04}")  # noqa: PLR2004
    whole_of = _WHOLE_OF.fullmatch(text)
    point = read(whole_of["rest"], context) if whole_of else None
    return replace(point, edtf=f"{point.edtf}/{point.edtf}") if point else None


def _one_day_between(text: str, context: Context, read: Reader) -> Point | None:
    match = _ONE_DAY_BETWEEN.fullmatch(text)
    span = read(match["rest"], context) if match else None
    if span is None:
        return None
    first, _, last = span.edtf.partition("/")
    return replace(span, edtf=f"[{first}..{last or first}]")


def _end_not_known(text: str, context: Context, read: Reader) -> Point | None:
    match = _END_NOT_KNOWN.fullmatch(text)
    point = read(match["rest"], context) if match else None
    if match is None or point is None:
        return None
    return replace(point, edtf=f"/{point.edtf}" if match["which"] == "start" else f"{point.edtf}/")


def _uncertain(text: str, context: Context, read: Reader) -> Point | None:
    """'5 April 2016 (uncertain)', of one point: in a span the words are of the end that they stand beside."""
    match = _UNCERTAIN.fullmatch(text)
    point = read(match["rest"], context) if match else None
    if point is None or "/" in point.edtf or point.edtf[0] == "[":
        return None
    return replace(point, edtf=marked(point.edtf, "?"))
