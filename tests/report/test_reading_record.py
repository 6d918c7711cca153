"""Readings of the draft printed: with pseudonyms for the panel, with real names in the confidential edition."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.domain.naming import PlaceName
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.report.leak_check import LeakFound
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.report.reading_record import draft
from dhr_desktop.store import agencies, involvement, naming, people
from tests.report.read_by import read_by_the_mother

READERS = {"docx": words_of_docx, "pdf": words_of_pdf}


def words(checked) -> str:
    return " ".join(READERS[checked.format](checked.data).split())


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_panel_s_edition_names_nobody_and_says_everything_else(review, form):
    read_by_the_mother(review)
    said = words(draft(review, PANEL, form))
    for part in (
        "16 January 2020: Helen",
        "version 0.6",
        "Claire ran the cake stall",
        "11. Background, 11.2",
        "changed",
    ):
        assert part in said
    for name in ("Lorraine", "Kayleigh", "Drewitt"):
        assert name not in said


def test_the_confidential_edition_has_real_names_and_the_day_of_each_answer(review):
    read_by_the_mother(review)
    said = words(draft(review, CONFIDENTIAL, "docx"))
    assert "16 January 2020: Lorraine Marchbank" in said
    assert "(3 February 2020)" in said
    assert "They had 3 hours." in said
    assert "Copies: printed, numbered, collected afterwards." in said
    assert "2 comments, of which 1 not answered yet" in said


def test_a_comment_with_an_answer_is_not_called_unanswered_beside_it(review):
    first, _ = read_by_the_mother(review)
    waiting = next(each for each in involvement.COMMENTS.listing(review, reading_id=first) if each.waits)
    with review.journal.step("Answer"):
        involvement.COMMENTS.change(review, replace(waiting, answer="Both accounts stand side by side."))
    said = words(draft(review, PANEL, "docx"))
    assert "Both accounts stand side by side." in said
    assert "not answered yet" not in said
    assert "not yet answered" not in said


def test_one_session_may_be_printed_alone(review):
    _, second = read_by_the_mother(review)
    said = words(draft(review, PANEL, "docx", [second]))
    assert "version 0.8" in said
    assert "version 0.6" not in said
    assert "Not in private." in said
    assert "No comment was made." in said


def test_names_of_agencies_and_places_and_those_in_a_version_are_covered_too(review):
    first, _ = read_by_the_mother(review)
    reading = involvement.READINGS.get(review, first)
    with review.journal.step("Names"):
        naming.PLACES.add(review, PlaceName(0, "Mill Lane", stands_as="a street of the town"))
        agencies.change(review, replace(agencies.listing(review)[1], pseudonym="the hospital"))
        changed = replace(reading, version="for Lorraine", place="12 Mill Lane", present="a nurse of General Hospital")
        involvement.READINGS.change(review, changed)
    said = words(draft(review, PANEL, "docx"))
    assert "version for Helen" in said
    assert "Where: 12 a street of the town." in said
    assert "Also present: a nurse of the hospital." in said


def test_a_name_that_slips_through_stops_the_print(review):
    read_by_the_mother(review)
    with review.journal.step("A pseudonym that is another's real name"):
        people.add(review, Person(0, "Helen Orchard", Role.FRIEND, "Joan"))
    with pytest.raises(LeakFound):
        draft(review, PANEL, "docx")
