"""Day first or month first is decided for each column from all that it holds, and the evidence is told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dhr_desktop.importing.date_points import weekday_of
from dhr_desktop.importing.grid import Value, as_text
from dhr_desktop.importing.typed import day_of
from dhr_desktop.importing.year_slips import full_year

_TRIPLE = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?!\d)")
_STATED = re.compile(
    r"\bdd?\s*[/.\- ]\s*mm?\b|\bday\s*[/,.\-]\s*month\b|(?P<month>\bmm?\s*[/.\-]\s*dd?\b|\bmonth\s*[/,.\-]\s*day\b)",
    re.IGNORECASE,
)
_MONTHS = 12
_FEW = 3
_MANY = 8
_CLEARLY = 2


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How a column's numeric dates are to be read.

    `settled` is False when nothing shows it and day first is the assumption; `mixed` when some can only be one and
    some only the other; `swapped` when the typed cells look as a spreadsheet of another country leaves them.
    """

    month_first: bool = False
    settled: bool = True
    mixed: bool = False
    swapped: bool = False
    turned: bool = False
    """Whether the typed cells are to have day and month changed back: the order of the rows shows it."""
    evidence: str = ""
    decided_by: str = "nothing"
    """What settled it, in the terms of `questions.ColumnOrder`."""
    example: str = ""
    """A date of the column that can be read in no other way."""


DAY_FIRST = DateOrder()
_TURNED = (
    "Its typed dates had day and month changed over, as a computer set to American dates does;"
    " the order of the rows shows it, and they were changed back."
)


def decide(values: Sequence[Value], hints: Sequence[str] = ()) -> DateOrder:
    """Decide from a column's cells in their order; `hints` are other texts of the file that may bear a date."""
    found = [(match, as_text(value)) for value in values if isinstance(value, str) and (match := _TRIPLE.search(value))]
    numbers = [(int(match[1]), int(match[2]), match[3]) for match, _ in found]
    day_first = [text for (a, b, _), (_, text) in zip(numbers, found, strict=True) if a > _MONTHS >= b]
    month_first = [text for (a, b, _), (_, text) in zip(numbers, found, strict=True) if b > _MONTHS >= a]
    if day_first and month_first:
        return _mixed(len(day_first), len(month_first))
    if month_first:
        return DateOrder(
            month_first=True,
            decided_by="day over twelve",
            example=_triple(month_first[0]),
            evidence=f"Its dates are month first, as in America: “{month_first[0]}” can be read in no other way"
            + (f", nor can {len(month_first) - 1} more." if len(month_first) > 1 else "."),
        )
    if day_first:
        if not _look_swapped(values, len(day_first), len(numbers)):
            return DateOrder(decided_by="day over twelve", example=_triple(day_first[0]))
        turned = _in_order_only_if_turned(values)
        return DateOrder(
            swapped=not turned,
            turned=turned,
            decided_by="day over twelve",
            evidence=_TURNED if turned else "",
            example=_triple(day_first[0]),
        )
    return _by_circumstance(numbers, [text for _, text in found], values, hints)


def as_said(*, month_first: bool) -> DateOrder:
    """The order that the chair has said."""
    return DateOrder(month_first=month_first, decided_by="chair")


def as_hinted(hints: Sequence[str]) -> DateOrder | None:
    """The order that dates elsewhere in the file show; None when they show none."""
    stamp = _hint(hints)
    if stamp is None:
        return None
    return DateOrder(
        month_first=stamp,
        settled=False,
        decided_by="elsewhere in the file",
        evidence="A date elsewhere in the file shows the order of its numbers.",
    )


def as_headed(heading: str) -> DateOrder | None:
    """The order that a column's own heading states, as in 'Date (dd/mm/yyyy)'; None when it states none.

    It speaks only where the column itself is silent. Month first is believed with a doubt, for in Britain it is more
    often a form's slip than what people wrote under it.
    """
    match = _STATED.search(heading)
    if match is None:
        return None
    month_first = match["month"] is not None
    return DateOrder(month_first=month_first, settled=not month_first, decided_by="heading")


def is_numeric(values: Sequence[Value]) -> bool:
    """Whether any of a column's texts is a date in numbers, whose order matters."""
    return any(isinstance(value, str) and _TRIPLE.search(value) for value in values)


_WORDS = {
    "day over twelve": "“{example}” can be read in no other way",
    "weekday": "the weekdays beside them show it",
    "typed": "dates of the same column that the spreadsheet holds as dates show it",
    "sequence": "its rows stand in order only so",
    "elsewhere in the file": "a date elsewhere in the file shows it",
    "beside": "other dates of the same rows show it",
    "heading": "its heading says so",
    "chair": "you have said so",
}


def in_words(order: DateOrder) -> str:
    """How the dates are read and why, in a sentence."""
    if order.mixed:
        return f"Mixed: {order.evidence}"
    way = "Month first" if order.month_first else "Day first"
    if order.decided_by == "nothing":
        return "Day first, as in Britain; nothing in the column shows it."
    return f"{way}: {_WORDS[order.decided_by].format(example=order.example)}."


def _triple(text: str) -> str:
    """The date in numbers that stands in a text, without the words around it."""
    match = _TRIPLE.search(text)
    return match[0] if match else text


def _mixed(day_first: int, month_first: int) -> DateOrder:
    return DateOrder(
        month_first=month_first > _CLEARLY * day_first,
        mixed=True,
        settled=False,
        decided_by="day over twelve",
        evidence=f"{day_first} of its dates can only be day first and {month_first} only month first;"
        " each was read as it can be.",
    )


def _look_swapped(values: Sequence[Value], day_first: int, numeric: int) -> bool:
    """Whether every text has a day over 12 and no typed cell has: what a month-first Excel makes of British dates."""
    days = [typed[0].day for value in values if (typed := day_of(value))]
    return day_first == numeric >= _FEW and len(days) >= _FEW and max(days) <= _MONTHS


def _in_order_only_if_turned(values: Sequence[Value]) -> bool:
    """Whether the rows stand in order with the typed days changed back, and do not as they are."""
    back = {False: 0, True: 0}
    for turned in back:
        days = [day for value in values if (day := _day_as(value, turned=turned))]
        rising, falling = (sum(pair) for pair in zip(*((a > b, a < b) for a, b in pairwise(days)), strict=True))
        back[turned] = min(rising, falling)
    return back[False] >= _FEW and back[True] * _CLEARLY * _CLEARLY <= back[False]


def _day_as(value: Value, *, turned: bool) -> date | None:
    typed = day_of(value)
    if typed:
        day = typed[0]
        return day.replace(month=day.day, day=day.month) if turned and day.day <= _MONTHS else day
    match = _TRIPLE.search(value) if isinstance(value, str) else None
    try:
        return date(full_year(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _by_circumstance(
    numbers: list[tuple[int, int, str]], texts: list[str], values: Sequence[Value], hints: Sequence[str]
) -> DateOrder:
    telling = [(a, b, year) for a, b, year in numbers if a != b]
    if not telling:
        return DAY_FIRST
    by_weekday = _weekday_votes(numbers, texts)
    if by_weekday:
        return DateOrder(
            month_first=by_weekday < 0,
            decided_by="weekday",
            evidence="The weekdays beside its dates show which number is the day.",
        )
    if any(day_of(value) and day_of(value)[0].day > _MONTHS for value in values):  # type: ignore[index]
        return DateOrder(decided_by="typed")
    backwards = [_steps_back(numbers, month_first=order) for order in (False, True)]
    if backwards[1] + _CLEARLY <= backwards[0] and backwards[1] == 0:
        return DateOrder(
            month_first=True,
            settled=len(numbers) >= _MANY and backwards[0] >= _FEW,
            decided_by="sequence",
            evidence="Its rows stand in order only if its dates are month first.",
        )
    if backwards[0] == 0 and backwards[1] >= _FEW:
        return DateOrder(decided_by="sequence")
    return as_hinted(hints) or DateOrder(settled=False)


def _weekday_votes(numbers: list[tuple[int, int, str]], texts: list[str]) -> int:
    votes = 0
    for (a, b, year), text in zip(numbers, texts, strict=True):
        weekday = weekday_of(text)
        if weekday is not None and a != b:
            votes += _falls_on(full_year(year), b, a, weekday) - _falls_on(full_year(year), a, b, weekday)
    return votes


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def _steps_back(numbers: list[tuple[int, int, str]], *, month_first: bool) -> int:
    keys = [(full_year(year), a, b) if month_first else (full_year(year), b, a) for a, b, year in numbers]
    return sum(earlier > later for earlier, later in pairwise(keys))


def _hint(hints: Sequence[str]) -> bool | None:
    votes = 0
    for match in (match for hint in hints for match in _TRIPLE.finditer(hint)):
        a, b = int(match[1]), int(match[2])
        votes += (b > _MONTHS >= a) - (a > _MONTHS >= b)
    return votes > 0 if votes else None
