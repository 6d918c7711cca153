"""The signs for and against two accounts telling of one happening, by their names in `timeline/evidence.toml`.

Those of a pair are bits of one number: a review has a hundred thousand pairs, and most find the same few together.
"""

from collections.abc import Sequence
from functools import cache

from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.facts import DAY

_QUARTER, _HOUR, _HOUR_AND_A_QUARTER = 15, 60, 75
_LEEWAY = 1.5
_NEXT, _SOON, _WEEK = 1, 3, 6

OTHER_DAYS = {"next_day": _NEXT, "two_or_three_days": _SOON, "four_to_six_days": _WEEK, "later": _WEEK + 1}
"""The signs of lying days apart, with how many at most; further apart than the last they are all as one."""
FURTHEST = _WEEK + 1
_NAMES = (
    "start",
    "same_day",
    *OTHER_DAYS,
    "of_another",
    "after_the_meeting",
    "one_meeting",
    "name_one_day",
    "names_the_day",
    "reported_that_day",
    "seen_again",
    "late_from_nobody",
    "once_in_a_life",
    "other_part_of_day",
    "within_a_quarter",
    "within_the_hour",
    "hours_apart",
    "both_at_first_hand",
    "name_each_other",
    "one_address",
    "other_address",
)
_BIT = {name: 1 << place for place, name in enumerate(_NAMES)}
_APART = _BIT["start"]
_TOGETHER = _BIT["start"] | _BIT["same_day"]
_NEXT_DAY, _DAYS, _DAYS_AND_A_WEEKEND, _LATER = map(_BIT.__getitem__, OTHER_DAYS)
_OF_ANOTHER, _AFTERWARDS, _MEETING = _BIT["of_another"], _BIT["after_the_meeting"], _BIT["one_meeting"]
_NAME_ONE_DAY, _NAMES_THE_DAY, _REPORTED = _BIT["name_one_day"], _BIT["names_the_day"], _BIT["reported_that_day"]
_LATE_FROM_NOBODY, _ONCE = _BIT["late_from_nobody"], _BIT["once_in_a_life"]
_SEEN_AGAIN, _OTHER_PART = _BIT["seen_again"], _BIT["other_part_of_day"]
_IN_A_QUARTER, _IN_THE_HOUR = _BIT["within_a_quarter"], _BIT["within_the_hour"]
_HOURS_APART = _BIT["hours_apart"]
_APART_AT_FIRST_HAND = _BIT["hours_apart"] | _BIT["both_at_first_hand"]
_NAME_EACH_OTHER = _BIT["name_each_other"]
_ONE_ADDRESS, _OTHER_ADDRESS = _BIT["one_address"], _BIT["other_address"]
_HOLDINGS = ("told", "reported", "moments", "names", "houses", "meetings", "once", "several_days")
HELD = {name: 1 << place for place, name in enumerate(_HOLDINGS)}
"""What an account may hold, each with a bit of its own; without it some signs cannot be found."""


def held(account: Account) -> int:
    """The bits of what an account holds."""
    found = (
        account.told,
        account.reported,
        account.moments,
        account.names,
        account.houses,
        account.meetings,
        account.once,
        len(account.days) > 1,
    )
    return sum([1 << place for place, has in enumerate(found) if has])


@cache
def named(found: int) -> tuple[str, ...]:
    """The signs whose bits are set, by their names."""
    return tuple([name for name, bit in _BIT.items() if found & bit])


def signs(one: Account, other: Account) -> int:
    """The signs of two accounts, of one agency or of two, apart from the words that they share: as bits."""
    gap = days_between(one, other)
    if gap == _NEXT and _over_midnight(one, other):
        gap = 0
    found = _APART if gap else _TOGETHER
    if one.of_another or other.of_another:
        found |= _OF_ANOTHER
    if one.afterwards or other.afterwards:
        found |= _AFTERWARDS
    elif one.meetings and not gap and one.meetings & other.meetings:
        found |= _MEETING
    if one.agency == other.agency:
        return found | _of_one_agency(one, other, gap)
    return found | _of_two_agencies(one, other, gap)


def _of_one_agency(one: Account, other: Account, gap: int) -> int:
    """One agency's own hours and addresses: the lines of one log are one account already, so these are two contacts."""
    found = 0
    if not gap and (minutes_between(one.at, other.at) or 0) > _HOUR_AND_A_QUARTER:
        found |= _HOURS_APART
    if one.houses and other.houses and one.houses.isdisjoint(other.houses):
        found |= _OTHER_ADDRESS
    return found


def _of_two_agencies(one: Account, other: Account, gap: int) -> int:
    found = _of_other_days(one, other, gap) if gap else 0
    if one.told and other.told and not one.told.isdisjoint(other.told):
        found |= _NAME_ONE_DAY
    if one.late_from_nobody or other.late_from_nobody:
        found |= _LATE_FROM_NOBODY
    if gap <= _WEEK and one.once and not one.once.isdisjoint(other.once):
        found |= _ONCE
    if gap <= _NEXT:
        found |= _of_the_clock(one, other, gap)
    if one.names & other.bit and other.names & one.bit:
        found |= _NAME_EACH_OTHER
    if one.houses and other.houses:
        found |= _OTHER_ADDRESS if one.houses.isdisjoint(other.houses) else _ONE_ADDRESS
    return found


def days_between(one: Account, other: Account) -> int:
    """How many days lie between two accounts, 0 where they may be of one day."""
    if len(one.days) > 1 or len(other.days) > 1:
        return min((abs(day - another) for day in one.days for another in other.days), default=_outside(one, other))
    return _outside(one, other)


def _outside(one: Account, other: Account) -> int:
    return max(0, other.first - one.last, one.first - other.last)


def _over_midnight(one: Account, other: Account) -> bool:
    """Whether two happened within the hour on both sides of midnight: of one night, so of one day."""
    apart = minutes_between(one.at, other.at)
    return apart is not None and apart <= _HOUR


def _of_other_days(one: Account, other: Account, gap: int) -> int:
    if gap <= _NEXT:
        found = _NEXT_DAY
    elif gap <= _SOON:
        found = _DAYS
    else:
        found = _DAYS_AND_A_WEEKEND if gap <= _WEEK else _LATER
    if not (one.told.isdisjoint(other.days) and other.told.isdisjoint(one.days)):
        found |= _NAMES_THE_DAY
    if not (one.reported.isdisjoint(other.days) and other.reported.isdisjoint(one.days)):
        found |= _REPORTED
    later = one if one.first > other.first else other
    if later.at and not later.heard and one.days and other.days:
        found |= _SEEN_AGAIN
    return found


def _of_the_clock(one: Account, other: Account, gap: int) -> int:
    apart = minutes_between(one.moments, other.moments)
    if apart is None:
        part = _another_part(one, other) or _another_part(other, one)
        return _OTHER_PART if part else 0
    if apart <= _HOUR:
        return _IN_A_QUARTER if apart <= _QUARTER else _IN_THE_HOUR
    if gap == 0 and not (one.heard or other.heard) and (minutes_between(one.at, other.at) or 0) > _HOUR_AND_A_QUARTER:
        return _APART_AT_FIRST_HAND
    return _HOURS_APART


def minutes_between(one: Sequence[int], other: Sequence[int]) -> int | None:
    """The least number of minutes between moments of two; None where one has none."""
    if not one or not other:
        return None
    if len(one) == len(other) == 1:
        return abs(one[0] - other[0])
    return min(abs(moment - another) for moment in one for another in other)


def _another_part(one: Account, other: Account) -> bool:
    """Whether one names a part of the day alone, and no moment of the other lies in or near it."""
    if not one.parts or one.moments or not other.moments:
        return False
    hours = [hour + late for moment in other.moments for hour in [moment % DAY / 60] for late in (0, 24)]
    return not any(first - _LEEWAY <= hour <= last + _LEEWAY for first, last in one.parts for hour in hours)
