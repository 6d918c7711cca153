"""The signs for and against two accounts telling of one happening, by their names in `timeline/evidence.toml`."""

from collections.abc import Sequence

from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.facts import DAY

_QUARTER, _HOUR, _HOUR_AND_A_QUARTER = 15, 60, 75
_LEEWAY = 1.5
_NEXT, _SOON, _WEEK = 1, 3, 6

OTHER_DAYS = {"next_day": _NEXT, "two_or_three_days": _SOON, "four_to_six_days": _WEEK, "later": _WEEK + 1}
"""The signs of lying days apart, with how many at most; further apart than the last they are all as one."""
FURTHEST = _WEEK + 1
_HOLDINGS = ("told", "reported", "moments", "names", "houses", "meetings", "several_days")
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
        len(account.days) > 1,
    )
    return sum([1 << place for place, has in enumerate(found) if has])


def signs(one: Account, other: Account) -> list[str]:
    """The signs of two accounts, of one agency or of two, apart from the words that they share."""
    gap = days_between(one, other)
    found = ["start"] if gap else ["start", "same_day"]
    if one.of_another or other.of_another:
        found.append("of_another")
    if one.afterwards or other.afterwards:
        found.append("after_the_meeting")
    elif one.meetings and not gap and one.meetings & other.meetings:
        found.append("one_meeting")
    return found if one.agency == other.agency else found + _of_two_agencies(one, other, gap)


def _of_two_agencies(one: Account, other: Account, gap: int) -> list[str]:
    found = _of_other_days(one, other, gap) if gap else []
    if one.told and one.told & other.told:
        found.append("name_one_day")
    if gap <= _NEXT:
        found += _of_the_clock(one, other, gap)
    if one.names & other.bit and other.names & one.bit:
        found.append("name_each_other")
    if one.houses and other.houses:
        found.append("one_address" if one.houses & other.houses else "other_address")
    return found


def days_between(one: Account, other: Account) -> int:
    """How many days lie between two accounts, 0 where they may be of one day."""
    if len(one.days) > 1 or len(other.days) > 1:
        return min((abs(day - another) for day in one.days for another in other.days), default=_outside(one, other))
    return _outside(one, other)


def _outside(one: Account, other: Account) -> int:
    return max(0, other.first - one.last, one.first - other.last)


def _of_other_days(one: Account, other: Account, gap: int) -> list[str]:
    if gap <= _NEXT:
        found = ["next_day"]
    elif gap <= _SOON:
        found = ["two_or_three_days"]
    else:
        found = ["four_to_six_days" if gap <= _WEEK else "later"]
    if one.told & other.days or other.told & one.days:
        found.append("names_the_day")
    if one.reported & other.days or other.reported & one.days:
        found.append("reported_that_day")
    later = one if one.first > other.first else other
    if later.at and not later.heard and one.days and other.days:
        found.append("seen_again")
    return found


def _of_the_clock(one: Account, other: Account, gap: int) -> list[str]:
    apart = minutes_between(one.moments, other.moments)
    if apart is None:
        part = _another_part(one, other) or _another_part(other, one)
        return ["other_part_of_day"] if part else []
    if apart <= _HOUR:
        return ["within_a_quarter" if apart <= _QUARTER else "within_the_hour"]
    if gap == 0 and not (one.heard or other.heard) and (minutes_between(one.at, other.at) or 0) > _HOUR_AND_A_QUARTER:
        return ["hours_apart", "both_at_first_hand"]
    return ["hours_apart"]


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
