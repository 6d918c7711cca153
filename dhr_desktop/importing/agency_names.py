"""Guesses which agency sent a file, from what stands above its tables and its name; the chair has the last word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dhr_desktop.importing import agency_words
from dhr_desktop.importing.agency_words import bare, has_kind, holds, own_words
from dhr_desktop.importing.columns import heading_scores
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.grid import Value, as_text, is_empty
from dhr_desktop.importing.typed import is_day

_MOST_ROWS = 12
_LONGEST_INITIALS = 6
_SMALL_WORDS = frozenset({"OF", "AND", "THE", "FOR", "IN"})
_RECORDED = re.compile(r"\d[/.:]\d|\d{4}")
"""A date or a time: the words beside it are a record and no name."""
_SENTENCE_ENDS = re.compile(r"[;,(\n]|(?<!\bSt)(?<!\b[A-Z])\.(?=\s|$)")
_PARTS = re.compile(r"\s+[-–—|]\s+|\s+·\s+")
_NEXT_PART = re.compile(r"\s{2,}|[\t\n;|]")
_LONGEST_STATED = 80


@dataclass(frozen=True, slots=True)
class Above:
    """What stands before the records of a table: the sheet's name, words before it, and its rows above the headings.

    A sheet that holds no chronology and comes before one is a cover, on which only a label tells whose the file is.
    """

    sheet: str
    context: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    cover: bool = False


def guess(file_name: str, above: Sequence[Above]) -> str:
    """The agency's name, or what is left of the file's name when nothing better is to be had.

    The order of evidence: a line that states it, a title with a name of its own, the file's name, and a title or a
    sheet of which no more is known than the kind of agency.
    """
    stated = next((name for each in above if (name := stated_in(each))), "")
    if stated:
        return stated
    named = _from_file_name(file_name)
    titles = [name for each in above if not each.cover for title in _titles(each) if (name := _name_in(title))]
    sheets = [name for each in above if not each.cover if has_kind(name := bare(each.sheet))]
    of_its_own = [name for name in titles if own_words(name)]
    # The form that every agency fills in is headed by the partnership that asks for it.
    own = [name for name in of_its_own if not agency_words.pattern("asking").search(name)]
    if own:
        return named if agency_words.key(own[0]) == agency_words.key(named) else own[0]
    by_file = [named] if has_kind(named) else []
    return next((name for name in (*by_file, *of_its_own, *titles, *sheets) if name), named)


def by_rows(guessed: str, named: Counter[str], *, stated: bool) -> str:
    """The guess in the light of the agencies that the rows themselves name, each with its number of rows ('' for none).

    Where every row names one, the file is that of the one, or of the one named most; unless a line states another, or
    its title is that of an agency which none of the rows is of.
    """
    if stated or "" in named or not named:
        return guessed
    most = named.most_common(1)[0][0]
    if len(named) == 1:
        return guessed if has_kind(guessed) and holds(guessed, most) else most
    theirs = any(holds(guessed, name) for name in named)
    return most if theirs or not (has_kind(guessed) and own_words(guessed)) else guessed


def is_sure(name: str, file_name: str) -> bool:
    """Whether a guess says whose a file is, and is not merely what is left of the file's name."""
    return has_kind(name) or name != _from_file_name(file_name)


def is_agency(name: str) -> bool:
    """Whether a guess is the name of one agency, and no mere kind of one nor what is left of a file's name."""
    return has_kind(name) and bool(own_words(name)) and not agency_words.pattern("asking").search(name)


def stated_in(above: Above) -> str:
    """The agency that a line above a table says its records are of, as in 'Agency: Thornwick College'; '' for none.

    Of several lines the nearest to the table counts.
    """
    for row in reversed(above.rows):
        if found := _stated([as_text(value) for value in row if not is_empty(value)], alone=above.cover):
            return found
    return next((found for line in reversed(above.context) if (found := _stated([line]))), "")


def rows_above(rows: Sequence[Sequence[Value]], header: int | None) -> tuple[tuple[Value, ...], ...]:
    """The rows above the headings (counted from 0), the nearest dozen; without headings, those above the first date."""
    if header is not None:
        return tuple(tuple(row) for row in rows[max(0, header - _MOST_ROWS) : header])
    found = []
    for row in rows[:_MOST_ROWS]:
        if any(is_day(value) or (isinstance(value, str) and read_date(value).edtf) for value in row):
            break
        found.append(tuple(row))
    return tuple(found)


@cache
def _label(*names: str) -> re.Pattern[str]:
    words = agency_words.pattern(*names).pattern
    return re.compile(rf"\W*{words}\s*(?P<mark>:|\s[-–—](?=\s)|$)\s*(?P<value>.*)", re.IGNORECASE | re.DOTALL)


def _stated(cells: Sequence[str], *, alone: bool = False) -> str:
    """The name beside a label, in the same cell or in the next; `alone` where a row must hold nothing else."""
    for place, cell in enumerate(cells):
        for lists, is_sure in (("labels", True), ("made_by", False)):
            match = _label(lists).fullmatch(cell)
            if not match:
                continue
            beside = cells[place + 1] if place + 1 < len(cells) and not match["value"] else ""
            if beside and (alone or not match["mark"]) and len(cells) > 2:  # noqa: PLR2004 - a label and its value
                continue
            value = _NEXT_PART.split(match["value"] or beside, maxsplit=1)[0].strip(" .-–—_")
            if _may_be_stated(value, headed=bool(beside) and not match["mark"]) and (is_sure or has_kind(value)):
                return " ".join(value.split())
    return ""


def _may_be_stated(value: str, *, headed: bool) -> bool:
    """Whether a value names an agency; `headed` where it may itself be a heading beside a heading."""
    if not value or value.endswith(":") or len(value) > _LONGEST_STATED or agency_words.says_nothing(value):
        return False
    return not _RECORDED.search(value) and not (headed and heading_scores(value))


def _from_file_name(file_name: str) -> str:
    stem = re.sub(r"[_\s]+", " ", Path(file_name).stem)
    return bare(stem) or stem


def _titles(above: Above) -> Iterator[str]:
    """Lines of words; beside other cells only a whole name counts, for it may be a label with its value."""
    yield from above.context
    for row in above.rows:
        filled = list(dict.fromkeys(as_text(value) for value in row if not is_empty(value)))
        first = next((value.strip() for value in row if isinstance(value, str) and value.strip()), "")
        if first and (len(filled) == 1 or _ends_in_kind(first)):
            yield first


def _ends_in_kind(text: str) -> bool:
    return any(found.end() == len(text) for found in agency_words.pattern("words").finditer(text))


def _without_shouting(name: str) -> str:
    """'MILLPOND SURGERY' as people write it; a name whose words are all short is left, for they may be initials."""
    words = name.split()
    if not name.isupper() or not any(len(word) > _LONGEST_INITIALS for word in words):
        return name
    kept = {initials.upper() for initials in agency_words.listed("initials")}
    return " ".join(
        word if word in kept else word.lower() if word in _SMALL_WORDS and place else word.capitalize()
        for place, word in enumerate(words)
    )


def _name_in(title: str) -> str:
    """The agency named in a title line: 'X - case notes extract', 'Chronology for X', 'X Council – Y Services: log'."""
    head, colon, rest = title.partition(":")
    if colon and not agency_words.pattern("document").search(rest):
        return ""  # a label with its value, such as 'NHS No: 999'
    names = []
    for part in _PARTS.split(head):
        name = bare(_SENTENCE_ENDS.split(part, maxsplit=1)[0])
        good = has_kind(name) and agency_words.is_name(name) and not _RECORDED.search(name)
        if good and name[:1].isupper():
            names.append(_without_shouting(name))
        elif names:
            break
    return " – ".join(names[:2])
