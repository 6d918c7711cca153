"""Weighs the signs that two accounts tell of one happening. What each counts stands in `timeline/evidence.toml`."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from dhr_desktop.base import resources
from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.knowledge import KIND, knowledge
from dhr_desktop.timeline.same_event.signs import FURTHEST, HELD, OTHER_DAYS, held, named, signs

_COMMON, _COMMON_KIND = 2.0, 1.5
"""Words, and kinds of happenings, in more than one record of e to this power tell nothing: of seven, and of four."""
_FEWEST = 50
"""In fewer records nothing can be seen to be rare: a word in two of twelve may be as good as a name. Rarity is counted
as if there were so many."""
_STEPS = 64
"""Rarities are whole numbers of these parts, so that they add up to the same in any order."""
_BITS = 24
_RARITY = (1 << _BITS) - 1
"""Of a sum of parts the lower bits, which no text has the words to fill."""


_MEETINGS, _NAMES, _TOLD = HELD["meetings"], HELD["names"], HELD["told"]


class Evidence:
    """Weighs pairs of accounts of one review; rarity is counted over all of them."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        weights = resources.toml("timeline/evidence.toml")
        self._together: dict[str, float] = weights["together"]
        self._alone: dict[str, float] = weights["alone"]
        self._sum_together, self._sum_alone = _Sums(self._together), _Sums(self._alone)
        self.tokens: list[str] = []
        """The tokens that are rare enough to count, by number."""
        self.rarity: list[float] = []
        """How much rarer each is than the common: natural logarithms."""
        self.common = _COMMON
        self._alone_most: float = self._alone["start"] + max(0.0, self._alone["same_day"])
        self._hopes: dict[tuple[int, int, int], float] = {}
        self._parts: list[int] = []
        """The same in whole parts, and above them those of a kind of happening: both are added up in one go."""
        self._rare_word, self._most_rarity = self._together["rare_word"], self._together["rare_words_limit"]
        self._kind, self._most_kinds = self._together["kind"], self._together["kinds_limit"]
        self._number(accounts)

    def weigh(self, one: Account, other: Account, words: float) -> float:
        """All signs added up, beside what the `words` of the two count: natural logarithms of odds."""
        if one.agency == other.agency:
            return self._sum_alone[signs(one, other)] + words
        found = self._sum_together[signs(one, other)]
        if one.width > 1 or other.width > 1:
            found += self._together["doubling_of_width"] * math.log2(max(one.width, other.width))
        return found + words

    def hope(self, one: Account, other: Account) -> float:
        """The most that two accounts can come to beside their words, from what each holds, before it is compared."""
        both = one.holds & other.holds
        if one.agency == other.agency:
            meeting = self._alone["one_meeting"] if both & _MEETINGS else 0.0
            return self._alone_most + max(0.0, meeting)
        either = one.holds | other.holds
        if both & _NAMES and not (one.names & other.bit and other.names & one.bit):
            both -= _NAMES
        if either & _TOLD and one.told.isdisjoint(other.days) and other.told.isdisjoint(one.days):
            either -= _TOLD
        apart = other.first - one.last if other.first > one.last else one.first - other.last
        key = (0 if apart < 0 else min(apart, FURTHEST), both, either)
        found = self._hopes.get(key)
        if found is None:
            found = self._hopes[key] = self._hope(*key)
        return found

    def _hope(self, apart: int, both: int, either: int) -> float:
        """The most that the signs of two accounts can count that lie so many days apart or more, words left out."""

        def most(*signs: str) -> float:
            return max(0.0, *[self._together[sign] for sign in signs])

        another_day = max(self._together[sign] for sign, last in OTHER_DAYS.items() if apart <= last)
        another_day += most("names_the_day") if either & HELD["told"] else 0.0
        another_day += most("reported_that_day") if either & HELD["reported"] else 0.0
        found = self._together["start"] + another_day
        if not apart:
            same_day = self._together["start"] + self._together["same_day"]
            same_day += most("one_meeting") if both & HELD["meetings"] else 0.0
            found = max(found, same_day) if either & HELD["several_days"] else same_day
        if apart <= OTHER_DAYS["next_day"] and both & HELD["moments"]:
            found = max(found, self._together["start"] + self._together["same_day"])
            found += most("within_a_quarter", "within_the_hour")
        for sign, what in (
            ("name_one_day", "told"),
            ("name_each_other", "names"),
            ("one_address", "houses"),
            ("once_in_a_life", "once"),
        ):
            found += most(sign) if both & HELD[what] else 0.0
        return found

    def rarity_and_words(self, shared: Iterable[int]) -> tuple[float, float]:
        """How much rarity the tokens have in all that two accounts share, and what these count as their words."""
        parts = sum(map(self._parts.__getitem__, shared))
        rarity, kinds = (parts & _RARITY) / _STEPS, (parts >> _BITS) / _STEPS
        found = self._rare_word * (min(self._most_rarity, rarity))
        if kinds:
            found += self._kind * (min(self._most_kinds, kinds))
        return rarity, found

    def words(self, one: Account, other: Account) -> float:
        """What the words count that two accounts share; nothing where they are one agency's, which writes alike."""
        if one.agency == other.agency or one.rare.isdisjoint(other.rare):
            return 0.0
        return self.rarity_and_words(one.rare & other.rare)[1]

    def _number(self, accounts: Sequence[Account]) -> None:
        counts = Counter(chain.from_iterable(line.tokens for account in accounts for line in account.lines))
        total = max(_FEWEST, sum(len(account.lines) for account in accounts))
        numbers: dict[str, int] = {}
        for token in sorted(token for token, count in counts.items() if count > 1):
            rarity = math.log(total / counts[token])
            kind = token.startswith(KIND)
            if rarity <= (_COMMON_KIND if kind else _COMMON):
                continue
            numbers[token] = len(self.tokens)
            parts = round(max(0.0, rarity - _COMMON) * _STEPS)
            parts_of_kind = round((rarity - _COMMON_KIND) * _STEPS) if kind else 0
            self.tokens.append(token)
            self.rarity.append(parts / _STEPS)
            self._parts.append(parts_of_kind << _BITS | parts)
        self._mark(accounts, numbers)

    @staticmethod
    def _mark(accounts: Sequence[Account], numbers: dict[str, int]) -> None:
        known = knowledge()
        for account in accounts:
            account.rare = frozenset([numbers[token] for token in account.tokens if token in numbers])
            if not account.tokens.isdisjoint(known.meetings) and account.tokens.isdisjoint(known.absent):
                account.meetings = account.tokens & known.meetings
            account.once = account.tokens & known.once
            account.holds = held(account)


class _Sums(dict[int, float]):
    """What signs count together, found once for all that are met together."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, found: int) -> float:
        """Add up what is met for the first time."""
        total = self[found] = sum([self._weights[sign] for sign in named(found)])
        return total
