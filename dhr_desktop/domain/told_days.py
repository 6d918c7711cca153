"""The days that no anonymised edition gives: of a birth it gives the year, of a death the month and the year.

The rule is that of the field's notes on anonymisation and publication practice (section 7): an exact day of death
should not appear, or becomes month and year; an age may be given. It is general knowledge there, of high confidence,
beside two sources: the data that the Home Office's own library of reviews exposes give month and year of death and
bands of age (dataset DHRD 1.0.3, doi 10.5281/zenodo.21648010), and the title page of the 2016 template has the month
and year. Some published reports print the day all the same; that they do is told there as a fault. Of a birth no more
than the age is needed, so the day and the month go.

The confidential edition, in real names, gives every day as it is. What has pseudonyms gives none of these: panel view,
the panel's edition of every document and picture, and the leak check, which finds one that is left. A letter to an
agency has to say the day by which the agency finds its own record, so it goes by itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from dhr_desktop.domain.dates import MONTHS, NotEdtf, exact_day, parse
from dhr_desktop.domain.day_forms import WrittenDay, written_days
from dhr_desktop.domain.people import Person

T = TypeVar("T")
_CENTURY, _LONGEST, _SHORT = 100, 4, 3
_NUMBERS = re.compile(r"\d+")
_A_NIGHT = 2
"""'The night of 8 to 9 November' gives a death away as a day does: so many days may lie between its ends."""
_IN_ANY_EDTF = re.compile(r"(?<![\dXY-])(?P<year>\d{4})(?P<month>-(?:\d{2}|XX))?(?:-(?:\d{2}|XX))?(?:T[\d:]+Z?)?")
_IN_EDTF = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:T[\d:]+Z?)?")


def in_year(edtf: str) -> str:
    """A stored date with its year alone, as of a birth; what says no more than that is as it is."""
    return _as_one(_IN_ANY_EDTF.sub(lambda found: found["year"], edtf))


def in_month(edtf: str) -> str:
    """A stored date with its month and year, as of a death."""
    return _as_one(_IN_ANY_EDTF.sub(lambda found: found["year"] + (found["month"] or ""), edtf))


def _as_one(edtf: str) -> str:
    """From one month to the same one is that month."""
    first, _, last = edtf.partition("/")
    return first if first == last else edtf


class ToldDays:
    """Takes them out of words. One without days leaves all as it is."""

    def __init__(self, births: Iterable[str] = (), deaths: Iterable[str] = ()) -> None:
        """The days as EDTF, sure or not; what leaves many days open says no more than may be said."""
        self._stands = {day: f"{MONTHS[day.month - 1]} {day.year}" for each in deaths for day in _days_of(each)}
        self._stands |= {day: str(day.year) for each in births for day in _days_of(each)}

    def cover(self, text: str) -> str:
        """The text without them: 'on 9 November 2018' becomes 'in November 2018'."""
        parts, at = [], 0
        for each, day in self._told(text):
            parts += [text[at : each.start], _IN.get(each.on, ""), self._stands[day]]
            at = each.end
        return "".join([*parts, text[at:]]) if parts else text

    def find(self, text: str) -> Iterator[str]:
        """Each of them that stands in the text, as it is written there."""
        return (text[each.start + len(each.on) : each.end].strip() for each, _day in self._told(text))

    def edtf(self, text: str) -> str:
        """A stored date as it may be shown."""
        return _IN_EDTF.sub(self._put_in_edtf, text) if self._stands else text

    def taken_out(self, made: T) -> T:
        """A document, a picture or a part of one, without them in any of its words."""
        return _mapped(made, self.cover) if self._stands else made

    def _told(self, text: str) -> list[tuple[WrittenDay, date]]:
        """Where they stand in a text, in their order."""
        if not self._may_hold(text):
            return []
        found = [(each, day) for each in written_days(text) if (day := self._day_of(each))]
        apart: list[tuple[WrittenDay, date]] = []
        for each, day in sorted(found, key=lambda told: told[0].start):
            if not apart or each.start >= apart[-1][0].end:
                apart.append((each, day))
        return apart

    def _may_hold(self, text: str) -> bool:
        """Whether it is worth looking closely: day, month and year of one of them are all somewhere in the text."""
        if not self._stands:
            return False
        numbers, words = {int(each[-_LONGEST:]) for each in _NUMBERS.findall(text)}, text.casefold()
        return any(
            day.day in numbers
            and (day.year in numbers or day.year % _CENTURY in numbers)
            and (day.month in numbers or MONTHS[day.month - 1][:_SHORT].casefold() in words)
            for day in self._stands
        )

    def _put_in_edtf(self, found: re.Match[str]) -> str:
        day = exact_day(found["day"])
        if day not in self._stands:
            return found[0]
        return str(day.year) if self._stands[day].isdigit() else f"{day:%Y-%m}"

    def _day_of(self, said: WrittenDay) -> date | None:
        return next(
            (
                day
                for day in self._stands
                if day.month == said.month
                and day.day in said.days
                and (day.year % _CENTURY if said.year < _CENTURY else day.year) == said.year
            ),
            None,
        )


def of_people(people: Iterable[Person], births: Iterable[str] = (), deaths: Iterable[str] = ()) -> ToldDays:
    """Those of a register, and what is known of births and deaths beside it."""
    everyone = list(people)
    return ToldDays((*(each.born for each in everyone), *births), (*(each.died for each in everyone), *deaths))


NO_DAYS = ToldDays()
_IN = {"on": "in ", "On": "In ", "ON": "IN "}


def _days_of(edtf: str) -> list[date]:
    """The day of a date, or the days of one that leaves no more than a night open."""
    try:
        said = parse(edtf) if edtf else None
    except NotEdtf:
        return []
    if said is None or not said.earliest or not said.latest or (said.latest - said.earliest).days > _A_NIGHT:
        return []
    return [said.earliest + timedelta(days=each) for each in range((said.latest - said.earliest).days + 1)]


def _holds_numbers(value: Sequence[object]) -> bool:
    first = value[0] if value else 0
    return isinstance(first, int | float) or (isinstance(first, tuple) and bool(first) and _holds_numbers(first))


def _mapped(value: T, cover: Callable[[str], str]) -> T:
    made: object = value
    if isinstance(value, str):
        made = cover(value)
    elif isinstance(value, tuple | list) and _holds_numbers(value):
        return value  # the places of shapes, of which there are many
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        made = tuple(_mapped(each, cover) for each in value)
    elif isinstance(value, list):
        made = [_mapped(each, cover) for each in value]
    elif isinstance(value, dict):
        made = {key: _mapped(each, cover) for key, each in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        said = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
        changed = {name: new for name, old in said.items() if (new := _mapped(old, cover)) is not old and new != old}
        made = replace(value, **changed) if changed else value
    return made  # type: ignore[return-value]  # of the kind that was given
