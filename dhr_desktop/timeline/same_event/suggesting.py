"""Suggests which entries of several agencies tell of one happening. A chair accepts, rejects or changes each."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.base.uncollected import uncollected
from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.same_event import nearby
from dhr_desktop.timeline.same_event.accounts import Account, accounts_of
from dhr_desktop.timeline.same_event.evidence import Evidence
from dhr_desktop.timeline.same_event.facts import FactReader, Facts
from dhr_desktop.timeline.same_event.joining import Joining
from dhr_desktop.timeline.same_event.linking import links_of
from dhr_desktop.timeline.same_event.reasons import Reason, Reasons
from dhr_desktop.timeline.same_event.words import StemsOfTexts

DEFAULT_THRESHOLD = 0.5
"""Suggestions that score less are not made. In the fictional review nearly nine in ten pairs above it are right."""
_TWO = 2
_STEP = 1_000
_READING = "Reading the entries"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Entries of several agencies that seem to tell of one happening, in order, and why.

    `score` is between 0 and 1. `reasons` are in words: what they share first, then what speaks against it.
    """

    entry_ids: tuple[int, ...]
    score: float
    reasons: tuple[Reason, ...]


def suggest(
    entries: Sequence[Entry],
    agencies: Mapping[int, str],
    rejected: Collection[frozenset[int]] = (),
    threshold: float = DEFAULT_THRESHOLD,
    progress: Progress = UNWATCHED,
) -> list[Suggestion]:
    """The suggestions that score at least `threshold`, the surest first. `agencies` gives the name of each by its id.

    No two entries of a pair in `rejected` come into one suggestion, and no entry into two. Raises `Cancelled` where
    `progress` does.
    """
    if len({entry.agency_id for entry in entries}) < _TWO:
        return []
    with uncollected():
        apart = {pair for pair in rejected if len(pair) == _TWO}
        return _suggested(entries, agencies, apart, threshold, progress)


def _suggested(
    entries: Sequence[Entry],
    agencies: Mapping[int, str],
    apart: Collection[frozenset[int]],
    threshold: float,
    progress: Progress,
) -> list[Suggestion]:
    facts = _facts(entries, agencies, progress)
    accounts = accounts_of(facts.all, facts.bits, apart)
    evidence = Evidence(accounts)
    neighbours = nearby.later_neighbours(accounts, evidence, progress)
    joining = Joining(accounts, links_of(accounts, evidence, neighbours, progress))
    joining.keep_apart(_places_apart(accounts, apart))
    reasons = Reasons(evidence, facts.stems, agencies)
    found = []
    for group in joining.groups(progress):
        score = round(1 / (1 + math.exp(-joining.strength(group))), 4)
        if score >= threshold:
            together = [accounts[place] for place in group]
            found.append(Suggestion(_ids(together), score, reasons.of(together)))
    return sorted(found, key=lambda one: (-one.score, one.entry_ids))


@dataclass(frozen=True, slots=True)
class _Read:
    all: list[Facts]
    bits: dict[int, int]
    stems: StemsOfTexts


def _facts(entries: Sequence[Entry], agencies: Mapping[int, str], progress: Progress) -> _Read:
    in_order = sorted(entries, key=lambda entry: (entry.submission_id or 0, entry.source_order, entry.id))
    reader = FactReader(in_order, agencies)
    found = []
    for number, facts in enumerate(reader.facts()):
        if number % _STEP == 0:
            progress.step(number, len(in_order), _READING)
        found.append(facts)
    return _Read(found, reader.agencies.bit, reader.stems)


def _places_apart(accounts: Sequence[Account], apart: Collection[frozenset[int]]) -> list[tuple[int, int]]:
    at = {line.entry.id: place for place, account in enumerate(accounts) for line in account.lines}
    found = (tuple(at[entry] for entry in pair if entry in at) for pair in apart)
    return [(places[0], places[-1]) for places in found if len(set(places)) == _TWO]


def _ids(accounts: Sequence[Account]) -> tuple[int, ...]:
    lines = sorted(
        (line for account in accounts for line in account.lines),
        key=lambda line: (line.first or 0, line.at or line.written or 0, line.entry.id),
    )
    return tuple(line.entry.id for line in lines)
