"""Whether accounts give hours that lie too far apart. An hour beside 'evening' does not contradict it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dhr_desktop.timeline.accounts_differ.accounts import Account
from dhr_desktop.timeline.accounts_differ.found import Said, opposed
from dhr_desktop.timeline.accounts_differ.knowledge import knowledge
from dhr_desktop.timeline.same_event.knowledge import PART
from dhr_desktop.timeline.same_event.knowledge import knowledge as known_hours
from dhr_desktop.timeline.same_event.told import clocks_told, minutes_of
from dhr_desktop.timeline.same_event.words import stem, words_of

_DAY = 24 * 60
_HALF = _DAY // 2
_HALVES = {"am": (0, _HALF), "a.m": (0, _HALF), "pm": (_HALF, _DAY), "p.m": (_HALF, _DAY)}


@dataclass(frozen=True, slots=True)
class _Hour:
    """From and to, in minutes since the first day there is, and how much later the happening's record may stand."""

    first: int
    last: int
    afterwards: bool
    said: Said | None


def differing(accounts: Sequence[Account]) -> list[Said]:
    """What accounts say of the hour, where it cannot all be of one happening."""
    hours: dict[int, list[_Hour]] = {}
    for account in accounts:
        hours.setdefault(account.entry.agency_id, []).extend(_hours(account))
    rules = knowledge().rest["time"]

    def against(one: Said, other: Said) -> bool:
        return not any(
            _near(first, second, rules["apart"], rules["afterwards"])
            for first in hours[one.agency_id]
            for second in hours[other.agency_id]
        )

    order = [account.entry.id for account in accounts]
    claims = [said for ones in hours.values() for said in _earliest(ones)]
    return opposed(sorted(claims, key=lambda said: order.index(said.entry_id)), against)


def _earliest(hours: Sequence[_Hour]) -> list[Said]:
    """Of the hours that one agency gives, the first: those of later lines of a log came of the happening."""
    claims = [(hour.first, hour.said) for hour in hours if hour.said is not None]
    return [said for first, said in claims if first == min(each for each, _ in claims)]


def _near(one: _Hour, other: _Hour, apart: int, afterwards: int) -> bool:
    """Whether two hours may be of one happening; of different days they are a matter of the date."""
    if one.first // _DAY != other.first // _DAY:
        return True
    after_one = other.first - one.last
    after_other = one.first - other.last
    return after_one <= (afterwards if other.afterwards else apart) and after_other <= (
        afterwards if one.afterwards else apart
    )


def _hours(account: Account) -> list[_Hour]:
    """The hours an account gives: its own, one it writes in words, and those it names, which only allow for more."""
    entry, when = account.entry, account.entry.when
    if not when.is_exact or when.earliest is None:
        return []
    day = when.earliest.toordinal() * _DAY
    late = bool(account.kinds & frozenset(knowledge().rest["time"]["sees_afterwards"]))
    found = [
        _Hour(day + minutes, day + minutes, late, None)
        for minutes in clocks_told(f"{entry.text} . {entry.action}", frozenset(account.stems))
    ]
    named = _range(account.stems)
    if named is not None:
        # 'In the night' of a record of the next morning is the night before.
        found += [_Hour(start + named[0], start + named[1], late, None) for start in (day - _DAY, day)]
    own = minutes_of(entry.time)
    recorded = entry.reported_edtf == entry.date_edtf and entry.reported_time == entry.time
    if own is None:
        part = _part(entry.time_written)
        if part is not None:
            said = Said(entry.id, entry.agency_id, "time_written", 0, 0, entry.time_written, entry.time_written, "time")
            found.append(_Hour(day + part[0], day + part[1], late, said))
    elif not account.second_hand and not recorded:
        said = Said(entry.id, entry.agency_id, "time", 0, 0, entry.time, entry.time, "time")
        found.append(_Hour(day + own, day + own, late, said))
    return found


def _part(written: str) -> tuple[int, int] | None:
    """The part of the day that is written in place of an hour, in minutes: 'evening', 'AM'."""
    lowered = written.lower().strip(" .")
    if lowered in _HALVES:
        return _HALVES[lowered]
    return _range([stem(word) for word in words_of(written)])


def _range(stems: list[str]) -> tuple[int, int] | None:
    """From the first to the last minute of the parts of the day that words name; None where they name none."""
    parts = known_hours().hours
    names = known_hours().signs.names(stems, set(stems)) & parts.keys()
    ranges = [parts[name] for name in names if name.startswith(PART)]
    if not ranges:
        return None
    return int(min(first for first, _ in ranges) * 60), int(max(last for _, last in ranges) * 60)
