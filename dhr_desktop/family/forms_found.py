"""Finds written forms of names, and what else points at people, in the records, and proposes whose they are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.name_forms.passages import HEADING, Passage, Place
from dhr_desktop.domain.name_forms.proposals import Proposal
from dhr_desktop.domain.name_forms.proposing import Proposing
from dhr_desktop.domain.name_places import Said, line_at
from dhr_desktop.domain.people import FormLine, FormPlace, Person, RefusedForm
from dhr_desktop.family.name_lore import lore
from dhr_desktop.store import agencies, around, entries, kinship, naming, own_words, people
from dhr_desktop.store.review import Review

_EVERY = 500
FIELDS = ("text", "action", "source", "people", "comment")
"""The fields of an entry that hold an agency's words, beside its other columns."""


@dataclass(frozen=True, slots=True)
class FormsFound:
    """What is left to be confirmed, with the passages in which the places of each proposal stand."""

    proposals: tuple[Proposal, ...]
    passages: tuple[Passage, ...]
    people: tuple[Person, ...]
    agencies: dict[int, str]
    said: dict[Said, Said]
    """What has been said of places, by `unsaid`."""

    def spot(self, place: Place, form: str) -> Said:
        """A place of a form, of which something may be said."""
        return spot(place, form, self.passages[place.passage].text)

    def said_of(self, place: Place, form: str) -> Said | None:
        """What has been said of a place."""
        return self.said.get(self.spot(place, form))


def spot(place: Place, form: str, text: str) -> Said:
    """A place of a form in a passage with this text; outside the entries it is told by the words of its line."""
    if place.entry_id:
        return FormPlace(0, place.entry_id, place.field, form, place.nth)
    begins, line = line_at(text, place.start)
    return FormLine(0, line, form, text.count(form, begins, place.start))


def unsaid(said: Said) -> Said:
    """The place alone of what was said of it."""
    return replace(said, id=0, person_id=None)


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
    passages = []
    for number, entry in enumerate(entries.iterate(review)):
        if number % _EVERY == 0:
            progress.step(0, 1, "Reading the entries")
        passages += passages_of(entry)
    passages += [Passage(0, HEADING, words, agency_id) for agency_id, words in around.words(review)]
    passages += [Passage(0, where, words) for where, words in own_words.words(review)]
    found = propose(passages, register, named.values(), around.abbreviations(review), progress)
    said = {unsaid(each): each for each in naming.said(review)}
    left = left_of(found, register, kinship.IDENTIFIERS.listing(review), naming.REFUSED.listing(review), said, passages)
    return FormsFound(tuple(left), tuple(passages), tuple(register), named, said)


def left_of(
    found: Iterable[Proposal],
    register: Iterable[Person],
    identifiers: Iterable[Identifier],
    refused: Iterable[RefusedForm],
    said: Collection[Said] = (),
    passages: Sequence[Passage] = (),
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
        and not _all_said(each, said, passages)
    ]


def _all_said(proposal: Proposal, said: Collection[Said], passages: Sequence[Passage]) -> bool:
    """Whether every place of it has been asked and answered."""
    return bool(said) and all(
        spot(place, proposal.form, passages[place.passage].text) in said for place in proposal.places
    )
