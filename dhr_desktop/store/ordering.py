"""The one order of the timeline as one number, so that an index over it is small enough to be read in a blink."""

from dhr_desktop.domain.dates import EdtfDate
from dhr_desktop.domain.entries import TIMELESS, sort_key

_SPAN_BITS = 22  # the longest span, from year 1 to year 9999, is 3,652,059 days
_TIME_BITS = 11  # 1,440 minutes, and one value for 'not known'
_DAY_BITS = _SPAN_BITS + _TIME_BITS
_MINUTES_IN_A_DAY = 24 * 60
SPAN = ((1 << _SPAN_BITS) - 1) << _TIME_BITS
"""The bits of a rank that say how many days an entry may be; none of them is set for one certain day."""
NEVER_FROM, NEVER_TO = 99_999_999, 0
OPEN_TO = 99_991_231
"""The last possible day of what has no known end."""


def rank(when: EdtfDate, time: str, hand: int | None = None) -> int:
    """`domain.entries.sort_key` packed so that numbers stand in the same order as the keys.

    The day as YYYYMMDD in the high bits, then the span of days, then the minute of the day. `hand`, where the chair
    has moved the entry within its day, stands in place of span and minute: it is `within_day` of the rank beside
    which it was put.
    """
    day, span, hour = sort_key(when, time)
    low = span << _TIME_BITS | _minute(hour) if hand is None else hand
    return int(day.replace("-", "")) << _DAY_BITS | low


def within_day(rank: int) -> int:
    """The part of a rank that says where an entry stands within its day."""
    return rank & ((1 << _DAY_BITS) - 1)


def day_of(rank: int) -> int:
    """The day of a rank as YYYYMMDD."""
    return rank >> _DAY_BITS


def ends_of_day(rank: int) -> tuple[int, int]:
    """The lowest and the highest rank of the day that a rank belongs to."""
    lowest = day_of(rank) << _DAY_BITS
    return lowest, lowest | within_day(-1)


def bounds(when: EdtfDate) -> tuple[int, int]:
    """The first and last possible day as YYYYMMDD; what is wholly unknown overlaps no span of days."""
    if when.is_unknown:
        return NEVER_FROM, NEVER_TO
    first = when.earliest.isoformat().replace("-", "") if when.earliest else "0"
    last = int(when.latest.isoformat().replace("-", "")) if when.latest else OPEN_TO
    return int(first), last


def day_number(iso: str) -> int:
    """An ISO day as YYYYMMDD."""
    return int(iso.replace("-", ""))


def _minute(hour: str) -> int:
    if hour == TIMELESS:
        return _MINUTES_IN_A_DAY
    hours, _, minutes = hour.partition(":")
    return int(hours) * 60 + int(minutes)
