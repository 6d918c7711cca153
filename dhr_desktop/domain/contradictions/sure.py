"""What is sure of two dates that may be uncertain: that one lies before the other, and how many years between them.

An uncertain date contradicts nothing. 'About 2018' reaches as far beyond its year as the year is long, and '2018?' may
be any day: the source itself says that the date may be wrong.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from dhr_desktop.domain.dates import FIRST_DAY, LAST_DAY, NotEdtf, parse

When = date | str | None
"""A day, EDTF text, or None or '' where nothing is said."""
_LEAST_ABOUT = 31
"""'About 3 May' may be any day within a month of it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and the last day that a date can mean."""

    first: date = FIRST_DAY
    last: date = LAST_DAY


ANY_DAY = Reach()


def reach(when: When) -> Reach:
    """All the days that a date can mean; every day where nothing is known, or it is no date of one year at all."""
    if isinstance(when, date):
        return Reach(when, when)
    try:
        found = parse(when) if when else None
    except NotEdtf:
        return ANY_DAY
    if found is None or found.unsure:
        return ANY_DAY
    first, last = found.earliest or FIRST_DAY, found.latest or LAST_DAY
    if not found.approximate:
        return Reach(first, last)
    about = timedelta(max(found.span_days, _LEAST_ABOUT))
    return Reach(
        FIRST_DAY if first - FIRST_DAY <= about else first - about,
        LAST_DAY if LAST_DAY - last <= about else last + about,
    )


def surely_before(one: When, other: When) -> bool:
    """Whether every day that the one can mean comes before every day of the other."""
    return reach(one).last < reach(other).first


def surely_more_than(days: int, one: When, other: When) -> bool:
    """Whether the other comes more than so many days after the one, whatever days both mean."""
    return (reach(other).first - reach(one).last).days > days


def most_years(one: When, other: When) -> int:
    """How many whole years there can be from the one to the other at the most."""
    first, last = reach(one).first, reach(other).last
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def least_years(one: When, other: When) -> int:
    """How many whole years there are from the one to the other at the least; below 0 where it may come first."""
    first, last = reach(one).last, reach(other).first
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
