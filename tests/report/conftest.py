"""What tests of documents share: a small review whose every word is known."""

from pathlib import Path

import pytest

from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, passages, people
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied

FACTS = ReviewFacts(
    name="Test",
    reference="CSP/DHR/1",
    partnership="Anytown Community Safety Partnership",
    chair="Dr A Chair",
    died_on="2018-11-09",
    scope_from="2014-01-01",
    scope_to="2018-11-09",
    terms=("What was known, and when?", "Was Kayleigh heard?"),
)
PEOPLE = (
    Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire", "the person who died", (NameForm("KD", FormKind.INITIALS),)),
    Person(0, "Dean Drewitt", Role.PERPETRATOR, "Martin", "her husband"),
)


def fill(review: Review) -> None:
    """Two agencies, four entries, two people and one passage."""
    with review.journal.step("Fill"):
        police = agencies.add(review, "Police", "Chronology and report")
        health = agencies.add(review, "General Hospital")
        for person in PEOPLE:
            people.add(review, person)
        passages.put(review, "overview", "background", "Kayleigh lived in Anytown.\n\nShe liked the sea.")
        entries.add_many(
            review,
            [
                Entry(
                    0, police.id, "2016-03-12", "Call to Kayleigh Drewitt & <others>.", time="22:30", action="Arrest."
                ),
                Entry(
                    0, health.id, "2016-03-12", "KD seen.", date_written="12/3/16", source="ED notes", reference="R1"
                ),
                Entry(0, health.id, "2014-06~", "Booked.", date_written="early June 2014"),
                Entry(0, police.id, "XXXX", "Undated note on Dean.", doubts=(Doubt("no-date", "date", "No date."),)),
            ],
        )


@pytest.fixture
def review(tmp_path: Path):
    library = Library.create(tmp_path / "library", "a long passphrase", Cost(64, 1, 1))
    yield copied.review(library, FACTS, filled=fill)
    library.close()
