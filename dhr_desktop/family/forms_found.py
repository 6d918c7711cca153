"""Finds written forms of names, and what else points at people, in the records, and proposes whose they are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.name_forms.passages import HEADING, Passage
from dhr_desktop.domain.name_forms.proposals import Proposal
from dhr_desktop.domain.name_forms.proposing import Proposing
from dhr_desktop.domain.people import FormPlace, Person, RefusedForm
from dhr_desktop.family.name_lore import lore
from dhr_desktop.store import agencies, around, entries, kinship, naming, people
from dhr_desktop.store.review import Review

FIELDS = ("text", "action", "source", "people", "comment")
"""The fields of an entry that hold an agency's words, beside its other columns."""


@dataclass(frozen=True, slots=True)
class FormsFound:
    """What is left to be confirmed, with the passages in which the places of each proposal stand."""

    proposals: tuple[Proposal, ...]
    passages: tuple[Passage, ...]
    people: tuple[Person, ...]
    agencies: dict[int, str]
    places: dict[tuple[int, str, str, int], FormPlace]
    """What has been said of places, by entry, field, form and number."""


def passages_of(entry: Entry) -> list[Passage]:
    """The fields of an entry with words in them."""
    found = [Passage(entry.id, name, words, entry.agency_id) for name in FIELDS if (words := getattr(entry, name))]
    return found + [Passage(entry.id, name, words, entry.agency_id) for name, words in entry.other.items() if words]


def propose(
    passages: Sequence[Passage],
    register: Collection[Person],
    agency_names: Iterable[str] = (),
    abbreviations: Iterable[str] = (),
    progress: Progress = UNWATCHED,
) -> list[Proposal]:
    """Everything that the words of the records show of people's names, whether the register has it already or not."""

    def step(done: int, total: int) -> None:
        progress.step(done, total, "Looking for names in the records")

    return Proposing(passages, register, lore(), agency_names, abbreviations).proposals(step)


def forms_left(review: Review, progress: Progress = UNWATCHED) -> FormsFound:
    """What is found in the records of a review and neither in its register nor refused. It may take seconds."""
    register = people.listing(review)
    named = {agency.id: agency.name for agency in agencies.listing(review)}
    passages = [passage for entry in entries.iterate(review) for passage in passages_of(entry)]
    passages += [Passage(0, HEADING, words, agency_id) for agency_id, words in around.words(review)]
    found = propose(passages, register, named.values(), around.abbreviations(review), progress)
    said = {(each.entry_id, each.field, each.form, each.nth): each for each in naming.FORM_PLACES.listing(review)}
    left = left_of(found, register, kinship.IDENTIFIERS.listing(review), naming.REFUSED.listing(review), said)
    return FormsFound(tuple(left), tuple(passages), tuple(register), named, said)


def left_of(
    found: Iterable[Proposal],
    register: Iterable[Person],
    identifiers: Iterable[Identifier],
    refused: Iterable[RefusedForm],
    said: Collection[tuple[int, str, str, int]] = (),
) -> list[Proposal]:
    """The proposals about which nothing has been said yet.

    A form that the program derives from one registered name is covered already, and need not be confirmed; one that
    follows from the names of several people is asked.
    """
    forms = {form.form for person in register for form in person.forms}
    numbers = {each.value for each in identifiers}
    never = {(each.person_id, each.form) for each in refused}
    return [
        each
        for each in found
        if (not each.follows or (each.ambiguous and each.also))
        and each.form not in forms
        and each.form not in numbers
        and (None, each.form) not in never
        and (each.person_id or None, each.form) not in never
        and not _all_said(each, said)
    ]


def _all_said(proposal: Proposal, said: Collection[tuple[int, str, str, int]]) -> bool:
    """Whether every place of it has been asked and answered."""
    places = [(place.entry_id, place.field, proposal.form, place.nth) for place in proposal.places if place.entry_id]
    return bool(places) and all(place in said for place in places)
