"""Weighs the signs that two accounts tell of one happening. What each counts stands in `timeline/evidence.toml`."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from dhr_desktop.base import resources
from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.knowledge import KIND, knowledge
from dhr_desktop.timeline.same_event.signs import signs

_COMMON, _COMMON_KIND = 2.0, 1.5
"""Words, and kinds of happenings, in more than one record of e to this power tell nothing: of seven, and of four."""
_STEPS = 64
"""Rarities are whole numbers of these parts, so that they add up to the same in any order."""


class Evidence:
    """Weighs pairs of accounts of one review; rarity is counted over all of them."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        weights = resources.toml("timeline/evidence.toml")
        self._together: dict[str, float] = weights["together"]
        self._alone: dict[str, float] = weights["alone"]
        self.tokens: list[str] = []
        """The tokens that are rare enough to count, by number."""
        self.rarity: list[float] = []
        """How much rarer each is than the common: natural logarithms."""
        self.common = _COMMON
        self._rarity_of_kinds: dict[int, float] = {}
        self._number(accounts)

    def weigh(self, one: Account, other: Account) -> float:
        """All signs added up: natural logarithms of odds."""
        if one.agency == other.agency:
            return sum(self._alone[sign] for sign in signs(one, other))
        weights = self._together
        found = sum([weights[sign] for sign in signs(one, other)])
        width = max(one.width, other.width)
        if width > 1:
            found += weights["doubling_of_width"] * math.log2(width)
        shared = one.rare & other.rare
        return found + self._of_words(shared) if shared else found

    def rarity_of(self, tokens: Iterable[int]) -> float:
        """How much rarity tokens have in all."""
        rarity = self.rarity
        return sum([rarity[token] for token in tokens])

    def _of_words(self, shared: frozenset[int]) -> float:
        weights, of_kinds = self._together, self._rarity_of_kinds
        kinds = sum([of_kinds[token] for token in shared if token in of_kinds])
        return weights["rare_word"] * min(self.rarity_of(shared), weights["rare_words_limit"]) + weights["kind"] * min(
            kinds, weights["kinds_limit"]
        )

    def _number(self, accounts: Sequence[Account]) -> None:
        counts: Counter[str] = Counter()
        for account in accounts:
            for line in account.lines:
                counts.update(line.tokens)
        total = sum(len(account.lines) for account in accounts)
        numbers: dict[str, int] = {}
        for token in sorted(token for token, count in counts.items() if count > 1):
            rarity = math.log(total / counts[token])
            kind = token.startswith(KIND)
            if rarity <= (_COMMON_KIND if kind else _COMMON):
                continue
            numbers[token] = len(self.tokens)
            if kind:
                self._rarity_of_kinds[len(self.tokens)] = round((rarity - _COMMON_KIND) * _STEPS) / _STEPS
            self.tokens.append(token)
            self.rarity.append(round(max(0.0, rarity - _COMMON) * _STEPS) / _STEPS)
        self._mark(accounts, numbers)

    @staticmethod
    def _mark(accounts: Sequence[Account], numbers: dict[str, int]) -> None:
        known = knowledge()
        for account in accounts:
            account.rare = frozenset([numbers[token] for token in account.tokens & numbers.keys()])
            if not account.tokens.isdisjoint(known.meetings) and account.tokens.isdisjoint(known.absent):
                account.meetings = account.tokens & known.meetings
