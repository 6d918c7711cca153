"""Finds the pairs of accounts that are worth weighing, without looking at every pair there is."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.crowds import Crowds, is_crowd
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

Found = TypeVar("Found")
_STEP, _TOKENS = 1_000, 50
_LOOKING = "Comparing the agencies' records"


def later_neighbours(
    accounts: Sequence[Account], evidence: Evidence, progress: Progress = UNWATCHED
) -> list[dict[int, float]]:
    """For each place in `accounts` the later places whose accounts are worth weighing against it: what words count.

    Those are: of one day, of two in a row, of a day that the other names, and a few days apart with rare words shared.
    Where one day holds more accounts than can be tried pair by pair, see `crowds`. Raises `Cancelled` where `progress`
    does.
    """
    by_day: dict[int, list[int]] = defaultdict(list)
    for place, account in enumerate(accounts):
        for day in account.days:
            by_day[day].append(place)
    crowds = Crowds(accounts, evidence, _WORTH_A_LOOK)
    crowded = frozenset(day for day, places in by_day.items() if is_crowd(places, places))
    found: list[dict[int, float]] = [{} for _ in accounts]
    near = _of_days(accounts, by_day, evidence, crowds)
    for one, weighed in _watched(near, progress):
        for other, words in weighed:
            if one < other:
                found[one][other] = words
            else:
                found[other][one] = words
    far = chain(_told_of(accounts, by_day, crowds), _of_rare_words(accounts, evidence, crowded, progress))
    for one, others in _watched(far, progress):
        for other in others:
            first, second = (one, other) if one < other else (other, one)
            if second not in found[first]:
                found[first][second] = evidence.words(accounts[first], accounts[second])
    return found


def _watched(pairs: Iterator[tuple[int, Found]], progress: Progress) -> Iterator[tuple[int, Found]]:
    for number, pair in enumerate(pairs):
        if number % _STEP == 0:
            progress.step(0, 0, _LOOKING)
        yield pair


def _of_days(
    accounts: Sequence[Account], by_day: Mapping[int, list[int]], evidence: Evidence, crowds: Crowds
) -> Iterator[tuple[int, Iterable[tuple[int, float]]]]:
    """Those of one day, and of two in a row."""
    for day, places in by_day.items():
        following = by_day.get(day + 1, [])
        same_day_crowded, next_day_crowded = is_crowd(places, places), is_crowd(places, following)
        pairs = chain(
            crowds.pairs(places, places) if same_day_crowded else (),
            crowds.pairs(places, following) if next_day_crowded else (),
        )
        for one, other in pairs:
            yield one, [(other, evidence.words(accounts[one], accounts[other]))]
        for at, one in enumerate(places):
            others = [] if same_day_crowded else places[at + 1 :]
            if not next_day_crowded:
                others = others + following
            yield one, _worth_weighing(accounts, one, others, evidence)


def _one_by_one(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, Sequence[int]]]:
    return ((one, (other,)) for one, other in pairs)


def _worth_weighing(
    accounts: Sequence[Account], one: int, others: Sequence[int], evidence: Evidence
) -> list[tuple[int, float]]:
    """Of these others, of the same day or the next, those that share something with one, or write within the hour."""
    account = accounts[one]
    rare, agency, meetings = account.rare, account.agency, account.meetings
    names, bit, moments = account.names, account.bit, account.moments
    apart, rarity_and_words, found = rare.isdisjoint, evidence.rarity_and_words, []
    for other in others:
        another = accounts[other]
        if agency == another.agency:
            if other != one and not account.days.isdisjoint(another.days):
                found.append((other, 0.0))
            continue
        rarity, words = (0.0, 0.0) if apart(another.rare) else rarity_and_words(rare & another.rare)
        if (
            rarity >= _WORTH_A_LOOK
            or (names & another.bit and another.names & bit)
            or (meetings and not meetings.isdisjoint(another.meetings))
            or (moments and another.moments and _within_the_hour(account, another))
        ):
            found.append((other, words))
    return found


def _within_the_hour(one: Account, other: Account) -> bool:
    if one.moments[0] > other.moments[-1] + _HOUR or other.moments[0] > one.moments[-1] + _HOUR:
        return False
    apart = minutes_between(one.moments, other.moments)
    return apart is not None and apart <= _HOUR


def _told_of(
    accounts: Sequence[Account], by_day: Mapping[int, list[int]], crowds: Crowds
) -> Iterator[tuple[int, Sequence[int]]]:
    """Those of a day that another names or was reported on, and those that name one day."""
    naming: dict[int, list[int]] = defaultdict(list)
    telling: dict[int, list[int]] = defaultdict(list)
    for one, account in enumerate(accounts):
        for day in account.told:
            naming[day].append(one)
        for day in account.told | (account.reported - account.days):
            if day in by_day:
                telling[day].append(one)
    for day, places in telling.items():
        if is_crowd(places, by_day[day]):
            yield from _one_by_one(crowds.pairs(places, by_day[day]))
        else:
            for one in places:
                yield one, _of_other_agencies(accounts, one, by_day[day])
    for places in naming.values():
        yield from _one_by_one(crowds.pairs(places, places)) if is_crowd(places, places) else _near(accounts, places)


def _near(accounts: Sequence[Account], places: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    for at, one in enumerate(places):
        first = accounts[one].first
        others = _of_other_agencies(accounts, one, places[at + 1 :])
        yield one, [other for other in others if abs(first - accounts[other].first) < _WIDEST]


def _of_other_agencies(accounts: Sequence[Account], one: int, others: Sequence[int]) -> list[int]:
    agency = accounts[one].agency
    return [other for other in others if accounts[other].agency != agency]


def _of_rare_words(
    accounts: Sequence[Account], evidence: Evidence, crowded: frozenset[int], progress: Progress
) -> Iterator[tuple[int, Sequence[int]]]:
    """Those a few days apart, or of a date that is not exact, that share enough rare words.

    What stands on `crowded` days has been held against its like already.
    """
    least = math.log(max(1, len(accounts) / _RARE_IN)) - evidence.common
    rarity = evidence.rarity
    rare = frozenset(number for number, found in enumerate(rarity) if found and found >= least)
    having: dict[int, list[int]] = defaultdict(list)
    for place in sorted(range(len(accounts)), key=lambda place: accounts[place].first):
        if accounts[place].width <= _WIDEST and not (crowded and accounts[place].days & crowded):
            for token in accounts[place].rare & rare:
                having[token].append(place)
    shared: list[dict[int, float]] = [defaultdict(float) for _ in accounts]
    for number, (token, places) in enumerate(having.items()):
        if number % _TOKENS == 0:
            progress.step(0, 0, _LOOKING)
        found = rarity[token]
        for one, other in _within_reach(accounts, places):
            shared[one][other] += found
    for one, others in enumerate(shared):
        yield one, [other for other, rarities in others.items() if rarities >= _WORTH_WEIGHING]


def _within_reach(accounts: Sequence[Account], by_day: list[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(by_day):
        last, agency = accounts[one].last + _REACH, accounts[one].agency
        for other in by_day[at + 1 :]:
            another = accounts[other]
            if another.first > last:
                break
            if another.agency != agency:
                yield (one, other) if one < other else (other, one)
