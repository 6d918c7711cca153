"""Chooses the pairs worth weighing among more accounts of one day than can be tried pair by pair."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import islice

from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.evidence import Evidence

_CROWD = 120
"""Of so many accounts on each side every pair is tried. No agency's own records crowd a day like this; a file whose
dates were all read as one does."""
_SHARERS = 24
"""A word that more accounts of a crowd share than this says nothing within it."""
_MOST = 6
"""To so many others an account of a crowd is held at most, for its words; and half as many for its hour each way."""
_HOUR = 60


def is_crowd(ones: Sequence[int], others: Sequence[int]) -> bool:
    """Whether there are too many pairs of these to be tried one by one."""
    return len(ones) * len(others) > _CROWD * _CROWD


class Crowds:
    """Finds the pairs by what they share rather than by looking at each: a bounded number for each account.

    In a crowd the day says nothing, for all share it; what remains is a rare word, one meeting, or the same hour.
    """

    def __init__(self, accounts: Sequence[Account], evidence: Evidence, least: float) -> None:
        """Look among these accounts; `least` is how much rarity two have to share to be weighed for that alone."""
        self._accounts = accounts
        self._rarity = evidence.rarity
        self._least = least

    def pairs(self, ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Pairs of one of the first places with one of the others, the lower first; some may come twice."""
        holders = self._holders(others)
        hours = sorted((moment, place) for place in others for moment in self._accounts[place].moments)
        for one in ones:
            for other in self._of_words(one, holders):
                yield min(one, other), max(one, other)
            for other in self._of_the_hour(one, hours):
                yield min(one, other), max(one, other)
        yield from self._of_meetings(ones, others)

    def _holders(self, places: Sequence[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for place in places:
            for token in self._accounts[place].rare:
                found[token].append(place)
        return {token: holding for token, holding in found.items() if len(holding) <= _SHARERS}

    def _of_words(self, one: int, holders: dict[int, list[int]]) -> list[int]:
        account = self._accounts[one]
        shared: dict[int, float] = defaultdict(float)
        for token in account.rare & holders.keys():
            for other in holders[token]:
                if self._accounts[other].agency != account.agency:
                    shared[other] += self._rarity[token]
        enough = [other for other, rarity in shared.items() if rarity >= self._least]
        return nlargest(_MOST, enough, key=lambda other: (shared[other], -other))

    def _of_the_hour(self, one: int, hours: Sequence[tuple[int, int]]) -> Iterator[int]:
        account = self._accounts[one]
        for moment in account.moments:
            at = bisect_left(hours, (moment, -1))
            for way in (range(at, len(hours)), range(at - 1, -1, -1)):
                within = (hours[place] for place in islice(way, _SHARERS))
                near = (
                    other
                    for when, other in within
                    if abs(when - moment) <= _HOUR and self._accounts[other].agency != account.agency
                )
                yield from islice(near, _MOST // 2)

    def _of_meetings(self, ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Those of one meeting, each with the next few: of one agency too, whose minutes are many lines."""
        found: dict[str, list[int]] = defaultdict(list)
        for place in sorted({*ones, *others}):
            for meeting in self._accounts[place].meetings:
                found[meeting].append(place)
        for places in found.values():
            for at, one in enumerate(places):
                yield from ((one, other) for other in places[at + 1 : at + 1 + _MOST])
