"""How alike two rows are, by the words of their cells; rare words and short lists of candidates keep it fast."""

import difflib
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

Shown = dict[str, str]
"""A row's cells by heading."""

_WORD = re.compile(r"\w+")
_COMMON = 60
"""A word in more rows than this tells few of them apart and is not looked up."""
_MOST_CANDIDATES = 6
_MOST_LOOKED_AT = 200
_LONG = 40
_MARKS_A_ROW = 0.25


class Likeness:
    """Compares rows of one version with those of another.

    A row's likeness to another, from 0 to 1, is that of their cells, each weighed by its length up to a line or so,
    so that a long account counts most and a code still counts. An equal value that no other row of either version
    has, such as a number of the contact, adds to it.
    """

    def __init__(self, old: Sequence[Shown], new: Sequence[Shown]) -> None:
        self._old, self._new = old, new
        self._rows_of: dict[str, list[int]] = {}
        self._marks = _marks(old) & _marks(new)
        self._known: dict[tuple[str, str], float] = {}

    def among(self, free: Collection[int]) -> None:
        """Look among these new rows from now on: a word that many rows have may be rare among the few that are left."""
        self._rows_of = defaultdict(list)
        for number in free:
            for word in _traits(self._new[number]):
                self._rows_of[word].append(number)

    def candidates(self, number: int) -> Iterator[tuple[int, float]]:
        """The new rows looked among that share most rare traits with an old one, with their likeness to it."""
        shared: dict[int, float] = defaultdict(float)
        having = [rows for trait in _traits(self._old[number]) if (rows := self._rows_of.get(trait))]
        looked_at = 0
        for rows in sorted(having, key=len):
            looked_at += len(rows)
            if len(rows) > _COMMON or looked_at > _MOST_LOOKED_AT:
                break
            for other in rows:
                shared[other] += 1 / len(rows)
        for other in heapq.nlargest(_MOST_CANDIDATES, shared, key=lambda row: shared[row]):
            yield other, self._score(number, other)

    def _score(self, number: int, other: int) -> float:
        old, new = self._old[number], self._new[other]
        whole = said = 0.0
        marked = 0.0
        for name in dict.fromkeys([*old, *new]):
            one, two = old.get(name, ""), new.get(name, "")
            if not one and not two:
                continue
            weight = min(max(len(one), len(two)), _LONG) ** 0.5
            whole += weight
            if one == two:
                said += weight
                marked = _MARKS_A_ROW if (name, one) in self._marks else marked
            else:
                said += weight * self._alike(one, two)
        return min(1.0, said / whole + marked) if whole else 0.0

    def _alike(self, one: str, two: str) -> float:
        if max(len(one), len(two)) > _LONG:
            return _alike(one, two)
        known = self._known.get((one, two))
        if known is None:
            known = self._known[one, two] = _alike(one, two)
        return known


def _traits(row: Shown) -> set[str]:
    """What a row can be found by: its cells whole, their words, and the words that stand side by side in them.

    Where every word is common, as in a long record of calls and visits, two together still tell rows apart.
    """
    found: set[str] = set()
    for cell in row.values():
        words = _WORD.findall(cell.lower())
        found.update(words)
        found.update(f"{one} {two}" for one, two in pairwise(words))
        found.add(f"= {cell}")
    return found - {"= "}


def _marks(rows: Sequence[Shown]) -> set[tuple[str, str]]:
    """Values that one row alone has, by their heading."""
    seen = Counter((name, cell) for row in rows for name, cell in row.items() if cell)
    return {mark for mark, times in seen.items() if times == 1}


def _alike(one: str, two: str) -> float:
    """How much of two texts is the same: the words they share, whatever their order, or the letters of short ones."""
    words = Counter(_WORD.findall(one.lower())), Counter(_WORD.findall(two.lower()))
    total = words[0].total() + words[1].total()
    shared = 2 * (words[0] & words[1]).total() / total if total else 0.0
    if max(len(one), len(two)) > _LONG or not one or not two:
        return shared
    letters = difflib.SequenceMatcher(None, one, two, autojunk=False)
    return max(shared, letters.ratio() - 0.3) if letters.real_quick_ratio() - 0.3 > shared else shared
