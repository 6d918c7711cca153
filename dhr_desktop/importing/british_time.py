"""Turns UTC into the time on British clocks, by the rule itself: no zone data is needed, and Windows has none."""

from datetime import UTC, datetime, timedelta

_RULE_SINCE = 1996
_HOUR = timedelta(hours=1)


def to_british(moment: datetime) -> datetime:
    """Local time in the United Kingdom of a UTC moment (without zone), from 1996 on.

    Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Summer
    Time Act 1972 as amended by the Summer Time Order 2002, SI 2002/262, after directive 2000/84/EC and its
    forerunner). Raises ValueError for an earlier year, in which the days were set year by year.
    """
    if moment.year < _RULE_SINCE:
        raise ValueError(moment.year)
    start, end = _last_sunday(moment.year, 3), _last_sunday(moment.year, 10)
    return moment + _HOUR if start <= moment < end else moment


def _last_sunday(year: int, month: int) -> datetime:
    """01:00 on the last Sunday of a month of 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC).replace(tzinfo=None)
    return last - timedelta(days=(last.weekday() + 1) % 7)
