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
from datetime import date
from typing import TypeVar

from dhr_desktop.domain.dates import exact_day
from dhr_desktop.domain.people import Person

T = TypeVar("T")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT, _CENTURY = 3, 100
_ON = r"(?P<on>\bon\s+)?"
_WEEKDAY = r"(?:\b(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,?\s+(?:the\s+)?)?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_FROM = rf"(?:(?P<from>\d{{1,2}}){_ORDINAL}(?:\s+(?:to|and|or)\s+|\s?[-/\u2013]\s?))?"
_NAMED = "|".join(sorted({*_MONTHS, *(each[:_SHORT] for each in _MONTHS), "Sept"}, key=len, reverse=True))
_IN_WORDS = (
    rf"{_FROM}(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s-]+(?P<month>{_NAMED})\b\.?,?[\s-]+"
    r"(?P<year>\d{4}|[’']?\d{2})(?!\d)"
)
_IN_FIGURES = r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?!\d)"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"
_FORMS = tuple(
    re.compile(rf"{_ON}{_WEEKDAY}(?<![\d/.-]){form}", re.IGNORECASE) for form in (_IN_WORDS, _IN_FIGURES, _ISO)
)
_CORE = re.compile(
    rf"(?<!\d)(?:(?:(?P<one>\d{{1,2}}){_ORDINAL}(?:\s+(?:to|and|or)\s+|\s?[-/\u2013]\s?))?"
    rf"(?P<two>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s-]+(?P<named>{'|'.join(each[:_SHORT] for each in _MONTHS)})"
    r"|(?P<three>\d{1,2})[/.-](?P<month>\d{1,2})[/.-]\d|\d{4}-(?P<iso>\d{2})-(?P<four>\d{2}))",
    re.IGNORECASE,
)
"""Whatever may be a whole date: it begins at a figure, so that a text without one costs nearly nothing."""
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
        """The days as EDTF; what is no exact day says no more than may be said."""
        self._stands = {day: f"{_MONTHS[day.month - 1]} {day.year}" for each in deaths if (day := exact_day(each))}
        self._stands |= {day: str(day.year) for each in births if (day := exact_day(each))}
        self._in_years = {(day.month, day.day) for day in self._stands}
        self._years = {f"{day:%y}" for day in self._stands}

    def cover(self, text: str) -> str:
        """The text without them: 'on 9 November 2018' becomes 'in November 2018'."""
        if not self._may_hold(text):
            return text
        for form in _FORMS:
            text = form.sub(self._put, text)
        return text

    def find(self, text: str) -> Iterator[str]:
        """Each of them that stands in the text, as it is written there."""
        if self._may_hold(text):
            for form in _FORMS:
                yield from (found[0].strip() for found in form.finditer(text) if self._day_of(found))

    def edtf(self, text: str) -> str:
        """A stored date as it may be shown."""
        return _IN_EDTF.sub(self._put_in_edtf, text) if self._stands else text

    def taken_out(self, made: T) -> T:
        """A document, a picture or a part of one, without them in any of its words."""
        return _mapped(made, self.cover) if self._stands else made

    def _may_hold(self, text: str) -> bool:
        """Whether it is worth looking closely: some date of the text is of the month and the day of one of them."""
        if not any(year in text for year in self._years):
            return False
        for found in _CORE.finditer(text):
            one, two, named, three, month, iso, four = found.groups()
            number = _number_of(named) if named else int(month or iso)
            if any((number, int(each)) in self._in_years for each in (one, two, three, four) if each):
                return True
        return False

    def _put(self, found: re.Match[str]) -> str:
        day = self._day_of(found)
        if day is None:
            return found[0]
        return f"in {self._stands[day]}" if found["on"] else self._stands[day]

    def _put_in_edtf(self, found: re.Match[str]) -> str:
        day = exact_day(found["day"])
        if day not in self._stands:
            return found[0]
        return str(day.year) if self._stands[day].isdigit() else f"{day:%Y-%m}"

    def _day_of(self, found: re.Match[str]) -> date | None:
        said = found.groupdict()
        year, month = int(said["year"].lstrip("’'")), said["month"]
        number = int(month) if month.isdigit() else _number_of(month)
        days = {int(each) for each in (said["day"], said.get("from")) if each}
        short = year < _CENTURY
        return next(
            (
                day
                for day in self._stands
                if day.month == number and day.day in days and (day.year % _CENTURY if short else day.year) == year
            ),
            None,
        )


def of_people(people: Iterable[Person], died_on: str = "") -> ToldDays:
    """Those of a register; `died_on` is the day of the death that a review is about."""
    everyone = list(people)
    return ToldDays((each.born for each in everyone), (died_on, *(each.died for each in everyone)))


NO_DAYS = ToldDays()


def _number_of(month: str) -> int:
    return next(at for at, name in enumerate(_MONTHS, start=1) if name[:_SHORT].casefold() == month[:_SHORT].casefold())


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
