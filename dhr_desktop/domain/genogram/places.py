"""Where the people of each generation stand from left to right, in a given order, without overlapping."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dhr_desktop.domain.genogram.family import Descent

APART = 26.0
"""Between the words of two people who are no couple."""
Chain = tuple[int, ...]
"""People who stand beside one another in this order, each joined to the next."""
_ROUNDS = 6
_FREE = 0.05


@dataclass(frozen=True)
class Widths:
    """How wide each person is with the words under them, and how far a couple's middles must be apart at least."""

    of: Mapping[int, float]
    couples: Mapping[frozenset[int], float]

    def between(self, left: int, right: int) -> float:
        """From the middle of the one to the middle of the other, who stand side by side as a couple."""
        return max(self.couples.get(frozenset((left, right)), 0.0), (self.of[left] + self.of[right]) / 2 + APART)

    def channel(self, left: int, right: int, x: Mapping[int, float]) -> float:
        """Where a line goes down between the words of a couple: in the middle of theirs, as far as words allow."""
        least, most = x[left] + self.of[left] / 2 + 4, x[right] - self.of[right] / 2 - 4
        return min(max((x[left] + x[right]) / 2, least), most)

    def offsets(self, chain: Chain) -> list[float]:
        """The middles of a chain, from its first."""
        at, found = 0.0, [0.0]
        for left, right in pairwise(chain):
            at += self.between(left, right)
            found.append(at)
        return found


def placed(rows: Sequence[Sequence[Chain]], descents: Sequence[Descent], widths: Widths) -> dict[int, float]:
    """The middle of each person: children near below their parents, parents above their children."""
    offsets = {chain: widths.offsets(chain) for row in rows for chain in row}
    x: dict[int, float] = {}
    for row in rows:
        _put(row, [(0.0, 1.0)] * len(row), offsets, widths, x)
    above, below = _wishes(descents)
    both = {person: [*above.get(person, ()), *below.get(person, ())] for person in {*above, *below}}
    from_above = [(row, [_of_chain(chain, above) for chain in row]) for row in rows[1:]]
    from_below = [(row, [_of_chain(chain, below) for chain in row]) for row in reversed(rows[:-1])]
    for _ in range(_ROUNDS):
        for row, wishes in (*from_above, *from_below):
            _put(row, [_wanted(*each, x) for each in zip(row, wishes, strict=True)], offsets, widths, x)
    for row in rows:
        _put(row, [_wanted(chain, _of_chain(chain, both), x) for chain in row], offsets, widths, x)
    least = min((x[person] - widths.of[person] / 2 for person in x), default=0.0)
    return {person: at - least for person, at in x.items()}


Wish = tuple[tuple[int, ...], tuple[int, ...], float]
"""The middle of the first people wants to be at the middle of the second; and how much it wants that."""


def _wishes(descents: Sequence[Descent]) -> tuple[dict[int, list[Wish]], dict[int, list[Wish]]]:
    above: dict[int, list[Wish]] = {}
    below: dict[int, list[Wish]] = {}
    for each in descents:
        weight = 1.0 if each.solid else 0.3
        for child in each.children:
            above.setdefault(child, []).append((each.children, each.parents, weight))
        for parent in each.parents:
            below.setdefault(parent, []).append((each.parents, each.children, weight))
    return above, below


def _of_chain(chain: Chain, wishes: Mapping[int, Sequence[Wish]]) -> list[Wish]:
    """What all of a chain want, each with the share that one of several has in the wish."""
    return [(own, others, much / len(own)) for person in chain for own, others, much in wishes.get(person, ())]


def _wanted(chain: Chain, wishes: Sequence[Wish], x: Mapping[int, float]) -> tuple[float, float]:
    """Where the first of a chain wants to stand, and how much."""
    total = weight = 0.0
    here = x[chain[0]]
    for own, others, share in wishes:
        total += (here + (_middle(others, x) - _middle(own, x))) * share
        weight += share
    return (total / weight, weight) if weight else (here, _FREE)


def _middle(people: Sequence[int], x: Mapping[int, float]) -> float:
    if len(people) == 1:
        return x[people[0]]
    places = [x[person] for person in people]
    return (min(places) + max(places)) / 2


def _put(
    row: Sequence[Chain],
    wanted: Sequence[tuple[float, float]],
    offsets: Mapping[Chain, Sequence[float]],
    widths: Widths,
    x: dict[int, float],
) -> None:
    """Put a row as near to where its chains want to be as their order and their widths allow (least squares)."""
    shifts, at = [], 0.0
    for place, chain in enumerate(row):
        if place:
            before = row[place - 1]
            at += offsets[before][-1] + (widths.of[before[-1]] + widths.of[chain[0]]) / 2 + APART
        shifts.append(at)
    blocks: list[tuple[float, float, int]] = []
    for (want, weight), shift in zip(wanted, shifts, strict=True):
        mean, mass, number = want - shift, weight, 1
        while blocks and blocks[-1][0] > mean:
            other, more, count = blocks.pop()
            mean = (mean * mass + other * more) / (mass + more)
            mass, number = mass + more, number + count
        blocks.append((mean, mass, number))
    means = [mean for mean, _mass, number in blocks for _each in range(number)]
    for chain, shift, mean in zip(row, shifts, means, strict=True):
        for person, offset in zip(chain, offsets[chain], strict=True):
            x[person] = mean + shift + offset
