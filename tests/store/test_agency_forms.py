"""Where an agency stands under another name, its short names do too: on the screen, in documents, in the leak check."""

from contextlib import suppress
from dataclasses import replace

import pytest

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family import naming, register
from dhr_desktop.report.leak_check import find_names
from dhr_desktop.store import agencies, covered, entries, passages
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

NAME = "Aldermarsh Housing Association"


def _filled(review: Review) -> None:
    edit.add_entry(review, NAME, Entry(0, 0, "2016-05-04", f"An officer of {NAME} (AHA) called. AHA wrote on Monday."))
    edit.add_entry(review, "Ravenshire Constabulary", Entry(0, 0, "2016-05-05", "The Housing Association rang."))
    register.add_person(review, Person(0, "Kayleigh Marsh", Role.VICTIM, "Ruth"))
    housing = agencies.listing(review)[0]
    naming.record(review, NamingStep(0, Subject.AGENCY, housing.id, NamingAct.ASSIGNED, names=("Agency 4",)))


@pytest.fixture
def review(tmp_path) -> Review:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    return copied.review(library, ReviewFacts("Review of the death of Adult A"), filled=_filled)


def cover(review: Review, words: str) -> str:
    return covered.cover(review, Naming.PSEUDONYMS).cover(words)


def test_what_the_records_introduce_is_covered(review: Review) -> None:
    assert cover(review, "AHA wrote to the Housing Association.") == "Agency 4 wrote to the Agency 4."


def test_what_the_chair_introduces_in_the_report_is_covered(review: Review) -> None:
    words = "“the Landlord” wrote; the Landlord called."
    assert cover(review, words) == words
    with review.journal.step("Write"):
        passages.put(review, "overview", "background", f"{NAME} (hereafter “the Landlord”) let the home.")
    assert cover(review, words) == "“the Agency 4” wrote; the Agency 4 called."


def test_what_the_chair_records_is_covered_and_one_undo_takes_it_back(review: Review) -> None:
    housing = agencies.listing(review)[0]
    naming.put_short_names(review, housing, ["Saltgate Homes", " ", "Saltgate Homes"])
    assert agencies.get(review, housing.id).forms == ("Saltgate Homes",)
    assert cover(review, "Saltgate Homes wrote.") == "Agency 4 wrote."
    before = review.journal.steps()
    naming.put_short_names(review, housing, ["Saltgate Homes"])
    assert review.journal.steps() == before
    review.journal.undo()
    assert cover(review, "Saltgate Homes wrote.") == "Saltgate Homes wrote."


def test_the_leak_check_finds_what_is_left_over(review: Review) -> None:
    found = find_names("Agency 4 wrote. AHA called on behalf of the Housing Association.", covered.listing(review))
    assert [each.surface for each in found] == ["AHA", "Housing Association"]


def test_an_agency_under_its_own_name_keeps_its_short_ones(review: Review) -> None:
    review.journal.undo()
    assert agencies.listing(review)[0].pseudonym == ""
    assert cover(review, "AHA wrote to the Housing Association.") == "AHA wrote to the Housing Association."


def test_what_was_introduced_is_forgotten_with_the_words_that_did_and_comes_back_with_them(review: Review) -> None:
    words = "AHA and the Landlord wrote."
    assert cover(review, words) == "Agency 4 and the Landlord wrote."
    entry = next(each for each in entries.iterate(review) if "AHA" in each.text)
    edit.change_entry(review, replace(entry, text=f"{NAME} (hereafter the Landlord) called."))
    assert cover(review, words) == "AHA and the Agency 4 wrote."
    review.journal.undo()
    assert cover(review, words) == "Agency 4 and the Landlord wrote."


def test_within_a_step_what_is_found_is_not_held_for_after_it(review: Review) -> None:
    with suppress(Cancelled), review.journal.step("Write"):
        passages.put(review, "overview", "background", f"{NAME} (hereafter “the Landlord”) let the home.")
        assert cover(review, "the Landlord") == "the Agency 4"
        raise Cancelled
    assert cover(review, "the Landlord") == "the Landlord"
