"""Joins accounts into groups, the strongest link first, as long as the links between two groups hold on the whole."""

import heapq
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dhr_desktop.base import resources
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.timeline.same_event.accounts import Account

_STEP = 100
_JOINING = "Grouping what belongs together"
Links = Sequence[Mapping[int, float]]
"""For each account, by its place, its links with later ones."""


@dataclass(slots=True)
class _Group:
    """Accounts joined so far, with what links them to other groups: the best link, and all beyond the unknown."""

    members: list[int]
    weight: float
    links: dict[int, tuple[float, float]] = field(default_factory=dict)


class Joining:
    """Agglomeration of accounts. A link between groups is a mean of the best link and of all, known or not.

    The mean of all holds look-alikes apart, which are linked to one account of a group and not to the others; the best
    lets a notification join that only one account is linked to. An account counts by the square root of its lines.
    """

    def __init__(self, accounts: Sequence[Account], links: Links) -> None:
        weights = resources.toml("timeline/evidence.toml")["joining"]
        self._best, self._least, self._unknown = weights["best"], weights["least"], weights["unknown"]
        self._accounts = accounts
        self._links = links
        linked = {place for one, others in enumerate(links) if others for place in (one, *others)}
        self._groups = {place: _Group([place], math.sqrt(len(accounts[place].lines))) for place in sorted(linked)}
        self._apart: dict[int, set[int]] = defaultdict(set)

    def keep_apart(self, pairs: Collection[tuple[int, int]]) -> None:
        """Never let two accounts come into one group."""
        for one, other in pairs:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def groups(self, progress: Progress = UNWATCHED) -> list[list[int]]:
        """The groups of accounts of more than one agency, as places. Raises `Cancelled` where `progress` does."""
        waiting = self._first_links()
        new = len(self._accounts)
        while waiting:
            _, _, _, one, other = heapq.heappop(waiting)
            if one in self._groups and other in self._groups:
                if new % _STEP == 0:
                    progress.step(0, 0, _JOINING)
                self._join(one, other, new, waiting)
                new += 1
        found = [sorted(group.members) for group in self._groups.values() if len(group.members) > 1]
        return sorted(group for group in found if len({self._accounts[place].agency for place in group}) > 1)

    def strength(self, group: Sequence[int]) -> float:
        """The mean link between accounts of different agencies, each counting by its lines."""
        total = weight = 0.0
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                if self._accounts[one].agency != self._accounts[other].agency:
                    lines = len(self._accounts[one].lines) * len(self._accounts[other].lines)
                    total += lines * self._links[one].get(other, self._unknown)
                    weight += lines
        return total / weight

    def _first_links(self) -> list[tuple[float, int, int, int, int]]:
        """Links that join two accounts. What has none of them is left out: it can join nothing."""
        groups = self._groups
        waiting = []
        for one, group in groups.items():
            for other, link in self._links[one].items():
                if other not in groups:
                    continue
                beyond = (link - self._unknown) * group.weight * groups[other].weight
                group.links[other] = groups[other].links[one] = (link, beyond)
                if link > self._least and other not in self._apart.get(one, ()):
                    waiting.append((-link, one, other, one, other))
        return sorted(waiting)

    def _join(self, one: int, other: int, new: int, waiting: list[tuple[float, int, int, int, int]]) -> None:
        first, second = self._groups.pop(one), self._groups.pop(other)
        joined = _Group(first.members + second.members, first.weight + second.weight)
        unknown, share, lowest = self._unknown, self._best, min(joined.members)
        for place in first.links.keys() | second.links.keys():
            neighbour = self._groups.get(place)
            if neighbour is None:
                continue
            best, beyond = first.links.get(place, (unknown, 0.0))
            more = second.links.get(place)
            if more:
                best, beyond = max(best, more[0]), beyond + more[1]
            joined.links[place] = neighbour.links[new] = (best, beyond)
            neighbour.links.pop(one, None)
            neighbour.links.pop(other, None)
            if best <= self._least:
                continue
            link = share * best + (1 - share) * (unknown + beyond / (joined.weight * neighbour.weight))
            if link > self._least and not self._kept_apart(joined, neighbour):
                heapq.heappush(waiting, (-link, lowest, min(neighbour.members), new, place))
        self._groups[new] = joined

    def _kept_apart(self, one: _Group, other: _Group) -> bool:
        if not self._apart:
            return False
        members = set(other.members)
        return any(not members.isdisjoint(self._apart.get(place, ())) for place in one.members)
