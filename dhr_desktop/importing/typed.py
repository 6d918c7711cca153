"""Cells that a spreadsheet has typed: days and times as it stores them, and the bare numbers that stand for days."""

import math
import re
from datetime import date, datetime, time, timedelta

from dhr_desktop.base.clock import today
from dhr_desktop.importing.grid import Value

# Day 1 of Excel's 1900 system is 1 January 1900, and its 1900 has a 29 February that never was (ECMA-376 part 1,
# 18.17.4.1), so every serial from 1 March 1900 counts from 30 December 1899.
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day has no zone
_DAYS_TO_1904 = 1462
_DIGITS = re.compile(r"(?=.{5})\d*\.?\d*")
"""A number of five places or more; one that begins with nought is no serial, for no spreadsheet writes it so."""
_FRACTION = re.compile(r"0?\.\d{3,}")
_EARLIEST_SERIAL = 14_611
"""1 January 1940: a number before it is no date of any agency's record, nor is one after next year."""


def day_of(value: Value) -> tuple[date, time | None] | None:
    """The day of a typed date, with its time where it has one that is not midnight; None for anything else."""
    if isinstance(value, datetime):
        return value.date(), value.time().replace(second=0, microsecond=0) if value.time() != time() else None
    return (value, None) if isinstance(value, date) else None


def day_of_serial(value: Value, *, since_1904: bool = False) -> tuple[date, time | None] | None:
    """The day of a bare number that can only be a spreadsheet's serial; None for any other."""
    number = _number(value)
    if number is not None and since_1904:
        number += _DAYS_TO_1904
    if number is None or not _EARLIEST_SERIAL <= number < _latest_serial():
        return None
    moment = _EPOCH + timedelta(days=int(number), minutes=round((number % 1) * 1440))
    return moment.date(), moment.time() if moment.time() != time() else None


def _latest_serial() -> int:
    """The number of the day on which the year after next begins."""
    return (datetime(today().year + 2, 1, 1) - _EPOCH).days  # noqa: DTZ001 - a spreadsheet's day has no zone


def hour_of(value: Value) -> time | None:
    """The time of a typed time, a duration since midnight, or a fraction of a day; None for anything else."""
    match value:
        case datetime():
            return value.time()
        case time():
            return value
        case timedelta() if timedelta() <= value < timedelta(days=1):
            return (_EPOCH + value).time()
        case float() if 0 < value < 1:
            return (_EPOCH + timedelta(minutes=round(value * 1440))).time()
        case _:
            return None


def part_of_a_day(value: Value) -> Value:
    """A fraction of a day that a text file holds as '0.6041666667' as the number it is; anything else unchanged."""
    return float(value) if isinstance(value, str) and _FRACTION.fullmatch(value.strip()) else value


def is_day(value: Value) -> bool:
    """Whether a typed cell is a day or a serial of one."""
    return day_of(value) is not None or day_of_serial(value) is not None


def is_hour(value: Value) -> bool:
    """Whether a typed cell is a time of day, or a number such as 2130 that reads as one."""
    if hour_of(value) is not None:
        return True
    number = _number(value)
    return number is not None and number.is_integer() and 0 <= number // 100 < 24 and number % 100 < 60  # noqa: PLR2004


def _number(value: Value) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, str) and not value.startswith("0") and _DIGITS.fullmatch(value.strip()):
        return float(value)
    return None
