"""Every way in which records write a whole day: '9th Nov 2018', '09.11.18', 'November 9, 2018', '8 and 9 May 2018'.

The words before a day ('on Friday the') are no part of its form, so that each form begins at a figure or a month and a
text without one is passed over quickly.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dhr_desktop.domain.dates import MONTHS

_SHORT = 3
_NAMED = "|".join(sorted({*MONTHS, *(each[:_SHORT] for each in MONTHS), "Sept"}, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMED})(?![^\W\d_])"
_DAY = r"\d\d?(?:st|nd|rd|th)?"
_JOINT = r"(?:\s{0,4}[-/&\u2013\u2014]\s{0,4}|\s{1,4}(?:to|and|or|until|till)\s{1,4})"
_DAYS = rf"(?P<days>{_DAY}(?:(?:\s?,\s?{_DAY}){{0,6}}{_JOINT}{_DAY})?)"
_OF = r"(?:\s{1,4}(?:day\s{1,4})?of)?"
_GAP = r"[\s.,/-]{0,8}"
_ANOTHER_DAY = rf"(?:st|nd|rd|th)?{_OF}{_GAP}(?:{_NAMED})(?![^\W\d_])"
_YEAR = rf"(?P<year>\d{{4}}(?!\d)|[’']?\d{{2}}(?!\d|{_ANOTHER_DAY}))"
"""In '31 Oct-09 Nov 2018' the '09' is no year."""
_MARK = r"\s?(?P<mark>[/.-])\s?"
_FIGURES_YEAR = r"(?P<year>\d{4}|\d{2})(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAYS}{_OF}{_GAP}{_MONTH}{_GAP}{_YEAR}",
        rf"{_DAYS}{_OF}{_GAP}{_MONTH}(?={_JOINT}{_DAY}{_OF}{_GAP}(?:{_NAMED})(?![^\W\d_]){_GAP}{_YEAR})",
        rf"(?P<days>\d\d?(?:\s?(?:[-&\u2013]|and|to)\s?\d\d?)?){_MARK}(?P<month>\d\d?)\s?(?P=mark)\s?{_FIGURES_YEAR}",
        r"(?P<year>\d\d\d\d)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<days>\d\d?)(?!\d)",
        rf"\b{_MONTH}\.?\s{{1,4}}(?:the\s{{1,4}})?{_DAYS}\s?,?\s{{1,4}}(?P<year>\d{{4}})(?!\d)",
    )
)
_LEAD = re.compile(
    r"(?:\b(?P<on>on)\s+)?(?P<rest>(?:\b(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+)?"
    r"(?:\bthe\s+)?)$",
    re.IGNORECASE,
)
_LEAD_ROOM = 40
_FIGURES = re.compile(r"\d+")
_INTO_A_NUMBER = re.compile(r"(?:(?<!\d\d\d\d)(?<=\d)/|\d\.)$")
"""What stands before figures that are part of a longer number: '20/9/11/2018', 'version 1.9.11.2018'."""


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day of a text, or several of one month; `year` is below 100 where its century is not written."""

    start: int
    end: int
    days: frozenset[int]
    month: int
    year: int
    on: str
    """'on' as it stands before it, or ''. It is within `start` and `end`."""


def written_days(text: str) -> Iterator[WrittenDay]:
    """The days of a text, those of each form in their order. No two of one form overlap."""
    for form in _FORMS:
        for found in form.finditer(text):
            if not _is_part_of_a_number(text, found):
                yield _made(text, found)


def _is_part_of_a_number(text: str, found: re.Match[str]) -> bool:
    at = found.start()
    if text[at - 1 : at].isdigit():
        return True
    figures_alone = found["month"].isdigit() and found.start("days") == at
    return figures_alone and _INTO_A_NUMBER.search(text, max(0, at - 5), at) is not None


def _made(text: str, found: re.Match[str]) -> WrittenDay:
    lead = _LEAD.search(text, max(0, found.start() - _LEAD_ROOM), found.start())
    month = found["month"]
    return WrittenDay(
        lead.start() if lead else found.start(),
        found.end(),
        frozenset(int(each) for each in _FIGURES.findall(found["days"])),
        int(month) if month.isdigit() else month_number(month),
        int(found["year"].lstrip("’'")),
        (lead["on"] or "") if lead else "",
    )


def month_number(name: str) -> int:
    """The number of a month from its name, in full or in short."""
    return next(at for at, each in enumerate(MONTHS, start=1) if each[:_SHORT].casefold() == name[:_SHORT].casefold())
