"""The one order of the timeline as one number, so that an index over it is small enough to be read in a blink."""

from dhr_desktop.domain.dates import EdtfDate
from dhr_desktop.domain.entries import TIMELESS, sort_key

_SPAN_BITS = 22  # the longest span, from year 1 to year 9999, is 3,652,059 days
_TIME_BITS = 11  # 1,440 minutes, and one value for 'not known'
_MINUTES_IN_A_DAY = 24 * 60
NEVER_FROM, NEVER_TO = 99_999_999, 0


def rank(when: EdtfDate, time: str) -> int:
    """`domain.entries.sort_key` packed so that numbers stand in the same order as the keys.

    The day as YYYYMMDD in the high bits, then the span of days, then the minute of the day.
    """
    day, span, hour = sort_key(when, time)
    return ((int(day.replace("-", "")) << _SPAN_BITS | span) << _TIME_BITS) | _minute(hour)


def bounds(when: EdtfDate) -> tuple[int, int]:
    """The first and last possible day as YYYYMMDD; what is wholly unknown overlaps no span of days."""
    if when.is_unknown:
        return NEVER_FROM, NEVER_TO
    first = when.earliest.isoformat().replace("-", "") if when.earliest else "0"
    last = when.latest.isoformat().replace("-", "") if when.latest else "99991231"
    return int(first), int(last)


def day_number(iso: str) -> int:
    """An ISO day as YYYYMMDD."""
    return int(iso.replace("-", ""))


def _minute(hour: str) -> int:
    if hour == TIMELESS:
        return _MINUTES_IN_A_DAY
    hours, _, minutes = hour.partition(":")
    return int(hours) * 60 + int(minutes)
