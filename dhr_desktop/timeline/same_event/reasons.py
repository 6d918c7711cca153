"""Says in words why accounts are taken to tell of one happening, and what speaks against it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import combinations, product
from typing import Self

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.evidence import Evidence
from dhr_desktop.timeline.same_event.facts import DAY
from dhr_desktop.timeline.same_event.knowledge import KIND, SAME
from dhr_desktop.timeline.same_event.signs import minutes_between, named, signs
from dhr_desktop.timeline.same_event.words import StemsOfTexts

_HOUR = 60
_TWO, _FEW = 2, 3
_MOST_WORDS = 4
_ABBREVIATIONS = frozenset({"marac", "mappa"})


class About(StrEnum):
    """What a reason speaks of, so that a window can set those of one kind together."""

    WHEN = "when"
    WHAT = "what"
    WHO = "who"
    AGAINST = "against"


class Reason(str):
    """One reason in words, which knows what it speaks of. It is its words wherever only these matter."""

    __slots__ = ("about",)
    about: About

    def __new__(cls, words: str, about: About) -> Self:
        """The words, and what they speak of."""
        made = super().__new__(cls, words)
        made.about = about
        return made


class Reasons:
    """Finds the words for groups of accounts of one review."""

    def __init__(self, evidence: Evidence, stems: StemsOfTexts, agencies: Mapping[int, str]) -> None:
        self._evidence = evidence
        self._stems = stems
        self._agencies = agencies
        self._written = _Written()

    def of(self, accounts: Sequence[Account]) -> tuple[Reason, ...]:
        """What these accounts share, the days first; then what speaks against them, opening with 'but'."""
        shared = self._shared(accounts)
        what = (
            _meeting(accounts, shared),
            self._kinds(accounts, shared),
            self._words(accounts, shared),
            _houses(accounts),
        )
        said = (
            (About.WHEN, (self._days(accounts), *self._days_named(accounts), _clocks(accounts))),
            (About.WHAT, what),
            (About.WHO, self._namings(accounts)),
            (About.AGAINST, (*_against(accounts), *self._twice(accounts))),
        )
        return tuple(Reason(one, about) for about, several in said for one in dict.fromkeys(several) if one)

    def _shared(self, accounts: Sequence[Account]) -> list[str]:
        """The tokens in accounts of more than one agency, the rarest first."""
        rarity = self._evidence.rarity
        of_agency: dict[int, frozenset[int]] = {}
        for account in accounts:
            of_agency[account.agency] = of_agency.get(account.agency, frozenset()) | account.rare
        found: set[int] = set()
        for one, other in combinations(of_agency.values(), 2):
            found |= one & other
        return [self._evidence.tokens[number] for number in sorted(found, key=lambda number: (-rarity[number], number))]

    def _days(self, accounts: Sequence[Account]) -> str:
        in_order = sorted({self._written[line.entry.date_edtf] for account in accounts for line in account.lines})
        words = [in_words for _, _, _, in_words, _ in in_order]
        if len(words) > 1:
            return _listed(words) if len(words) <= _FEW else f"from {words[0]} to {words[-1]}"
        is_exact = in_order[0][-1]
        return f"{'both' if _entries(accounts) == _TWO else 'all'} on {words[0]}" if is_exact else words[0]

    def _day(self, ordinal: int) -> str:
        _, _, _, in_words, _ = self._written[date.fromordinal(ordinal).isoformat()]
        return in_words

    def _days_named(self, accounts: Sequence[Account]) -> Iterable[str]:
        """Accounts of a later day that name the day of another."""
        days = frozenset(day for account in accounts for day in account.days)
        for account in accounts:
            for day in sorted(account.told & days)[:1]:
                if day < account.first:
                    yield f"{self._agencies[account.agency]} names {self._day(day)} on {self._day(account.first)}"

    @staticmethod
    def _kinds(accounts: Sequence[Account], shared: Sequence[str]) -> str:
        meetings = {name for account in accounts for name in account.meetings}
        kinds = [name for name in shared if name.startswith(KIND) and name not in meetings]
        words = ", ".join(_in_words(kind) for kind in kinds[:_MOST_WORDS])
        return f"{_both(accounts)} tell of: {words}" if words else ""

    def _words(self, accounts: Sequence[Account], shared: Sequence[str]) -> str:
        rare = [token for token in shared if not token.startswith((KIND, SAME))][:_MOST_WORDS]
        written = self._as_written(accounts, rare)
        words = ", ".join(f"“{written[token]}”" for token in rare if token in written)
        return f"share {words}" if words else ""

    def _as_written(self, accounts: Sequence[Account], tokens: Collection[str]) -> dict[str, str]:
        """How tokens are written in the records, where one is written so."""
        found: dict[str, str] = {}
        for line in (line for account in accounts for line in account.lines):
            missing = frozenset(tokens) - found.keys()
            if not missing:
                break
            entry = line.entry
            texts = (entry.text, entry.action, entry.source, entry.people, *entry.other.values())
            found |= self._stems.as_written(" ".join(texts), missing)
        return found

    def _namings(self, accounts: Sequence[Account]) -> Iterable[str]:
        """Who names whom, each agency once."""
        named: dict[int, set[int]] = defaultdict(set)
        heard: set[int] = set()
        for one, other in product(accounts, repeat=2):
            if one.agency != other.agency and one.names & other.bit:
                named[one.agency].add(other.agency)
                if one.heard:
                    heard.add(one.agency)
        for agency in sorted(named, key=lambda agency: (agency not in heard, agency))[:_FEW]:
            names = sorted(self._agencies[other] for other in named[agency])
            tells = "tells what it heard and names" if agency in heard else "names"
            yield f"{self._agencies[agency]} {tells} {_listed(names[:_FEW])}"

    def _twice(self, accounts: Sequence[Account]) -> Iterable[str]:
        """Agencies of which two records can hardly be of one thing."""
        for one, other in combinations(accounts, 2):
            if one.agency == other.agency and "hours_apart" in named(signs(one, other)):
                yield f"but {self._agencies[one.agency]} has records hours apart"


def _against(accounts: Sequence[Account]) -> Iterable[str]:
    pairs = [(one, other) for one, other in combinations(accounts, 2) if one.agency != other.agency]
    found = {sign for one, other in pairs for sign in named(signs(one, other))}
    if found & {"hours_apart", "both_at_first_hand"} and not found & {"within_a_quarter", "within_the_hour"}:
        yield "but their hours lie apart"
    if "other_part_of_day" in found:
        yield "but one names another part of the day"
    if "other_address" in found and "one_address" not in found:
        yield "but they give different numbers of houses"
    if "seen_again" in found:
        yield "but one is a contact of its own on a later day"
    if "late_from_nobody" in found:
        yield "but one is written days later and names no agency that told of it"
    if "of_another" in found:
        yield "but one says that it is about somebody else"
    if any(account.width > 1 for account in accounts):
        yield "but one date is not exact"


def _both(accounts: Sequence[Account]) -> str:
    return "both agencies" if len({account.agency for account in accounts}) == _TWO else "several agencies"


class _Written(dict[str, tuple[date, date, str, str, bool]]):
    """Of each date the first and the last day, itself, its words, and whether it is one certain day."""

    def __missing__(self, edtf: str) -> tuple[date, date, str, str, bool]:
        """Put a date into words that is met for the first time."""
        when = parse(edtf)
        first, last = when.earliest or date.max, when.latest or date.max
        found = self[edtf] = first, last, when.edtf, in_british_words(when), when.is_exact
        return found


def _clocks(accounts: Sequence[Account]) -> str:
    """The two moments of different agencies that lie nearest to one another, within the hour."""
    nearest: tuple[int, int, int] | None = None
    for one, other in combinations(accounts, 2):
        apart = None if one.agency == other.agency else minutes_between(one.moments, other.moments)
        if apart is not None and apart <= _HOUR:
            for moment, another in product(one.moments, other.moments):
                first, last = sorted((moment, another))
                if nearest is None or (last - first, first) < nearest[:2]:
                    nearest = (last - first, first, last)
    if nearest is None:
        return ""
    apart, first, last = nearest
    only_two, at, then = _entries(accounts) == _TWO, _clock(first), _clock(last)
    if apart:
        return f"{at} and {then}" if only_two else f"one at {at}, another at {then}"
    return f"{'both' if only_two else 'two'} at {at}"


def _entries(accounts: Sequence[Account]) -> int:
    """How many entries the chair sees side by side: an account may be told in several."""
    return sum(len(account.lines) for account in accounts)


def _clock(moment: int) -> str:
    return f"{moment % DAY // _HOUR:02}:{moment % _HOUR:02}"


def _meeting(accounts: Sequence[Account], shared: Collection[str]) -> str:
    names = sorted({name for account in accounts for name in account.meetings} & set(shared))
    return f"{_both(accounts)} tell of one meeting: {_listed([_in_words(name) for name in names])}" if names else ""


def _houses(accounts: Sequence[Account]) -> str:
    for one, other in combinations(accounts, 2):
        both = one.houses & other.houses
        if both and one.agency != other.agency:
            return f"give number {min(both)} of a street or house"
    return ""


def _in_words(token: str) -> str:
    words = token.removeprefix(KIND).replace("_", " ")
    return words.upper() if words in _ABBREVIATIONS else words


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
