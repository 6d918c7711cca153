"""Finds the pairs of accounts that are worth weighing, without looking at every pair there is."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.evidence import Evidence
from dhr_desktop.timeline.same_event.signs import minutes_between

_REACH = 6
"""Days within which two accounts may be of one thing without naming its day. After a weekend and two days more, a
notification has come or names the day."""
_WIDEST = 62
"""A date that may be any of more days than this is of no help: it would be near everything."""
_RARE_IN = 100
"""Words in more records than this bring no two together that lie days apart."""
_HOUR = 60
_WORTH_A_LOOK = 1.0
"""How much rarity two accounts of one day or of two in a row have to share to be weighed for that alone."""
_WORTH_WEIGHING = 2.5
"""How much rarity two accounts that lie days apart have to share to be weighed."""


def later_neighbours(accounts: Sequence[Account], evidence: Evidence) -> list[set[int]]:
    """For each place in `accounts` the later places whose accounts are worth weighing against it.

    Those are: of one day, of two in a row, of a day that the other names, and a few days apart with rare words shared.
    """
    by_day: dict[int, list[int]] = defaultdict(list)
    for place, account in enumerate(accounts):
        for day in account.days:
            by_day[day].append(place)
    found: list[set[int]] = [set() for _ in accounts]
    for day, places in by_day.items():
        for at, one in enumerate(places):
            found[one].update(_worth_weighing(accounts, one, places[at + 1 :], evidence))
            for other in _worth_weighing(accounts, one, by_day.get(day + 1, []), evidence):
                found[min(one, other)].add(max(one, other))
    for one, other in chain(_told_of(accounts, by_day), _of_rare_words(accounts, evidence)):
        found[min(one, other)].add(max(one, other))
    return found


def _worth_weighing(accounts: Sequence[Account], one: int, others: Sequence[int], evidence: Evidence) -> Iterator[int]:
    """Of these others, of the same day or the next, those that share something with one, or write within the hour."""
    account = accounts[one]
    meetings = account.meetings
    rare, agency, names, bit, moments = account.rare, account.agency, account.names, account.bit, account.moments
    for other in others:
        another = accounts[other]
        if agency == another.agency:
            if other != one and account.days & another.days:
                yield other
        elif (
            (not rare.isdisjoint(another.rare) and evidence.rarity_of(rare & another.rare) >= _WORTH_A_LOOK)
            or (meetings and not meetings.isdisjoint(another.meetings))
            or (names & another.bit and another.names & bit)
            or (moments and another.moments and _within_the_hour(account, another))
        ):
            yield other


def _within_the_hour(one: Account, other: Account) -> bool:
    apart = minutes_between(one.moments, other.moments)
    return apart is not None and apart <= _HOUR


def _told_of(accounts: Sequence[Account], by_day: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """Those of a day that another names or was reported on, and those that name one day."""
    naming: dict[int, list[int]] = defaultdict(list)
    for one, account in enumerate(accounts):
        for day in account.told:
            naming[day].append(one)
        for day in account.told | (account.reported - account.days):
            for other in by_day.get(day, ()):
                if accounts[other].agency != account.agency:
                    yield one, other
    for places in naming.values():
        for one, other in combinations(places, 2):
            near = abs(accounts[one].first - accounts[other].first) < _WIDEST
            if near and accounts[one].agency != accounts[other].agency:
                yield one, other


def _of_rare_words(accounts: Sequence[Account], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Those a few days apart, or of a date that is not exact, that share enough rare words."""
    least = math.log(max(1, len(accounts) / _RARE_IN)) - evidence.common
    rarity = evidence.rarity
    rare = frozenset(number for number, found in enumerate(rarity) if found and found >= least)
    having: dict[int, list[int]] = defaultdict(list)
    for place in sorted(range(len(accounts)), key=lambda place: accounts[place].first):
        if accounts[place].width <= _WIDEST:
            for token in accounts[place].rare & rare:
                having[token].append(place)
    shared: list[dict[int, float]] = [defaultdict(float) for _ in accounts]
    for token, places in having.items():
        for one, other in _within_reach(accounts, places):
            shared[one][other] += rarity[token]
    for one, others in enumerate(shared):
        for other, found in others.items():
            if found >= _WORTH_WEIGHING:
                yield one, other


def _within_reach(accounts: Sequence[Account], by_day: list[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(by_day):
        last, agency = accounts[one].last + _REACH, accounts[one].agency
        for other in by_day[at + 1 :]:
            another = accounts[other]
            if another.first > last:
                break
            if another.agency != agency:
                yield (one, other) if one < other else (other, one)
