"""Readings of the draft printed: with pseudonyms for the panel, with real names in the confidential edition."""

import pytest

from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.report.leak_check import LeakFound
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.report.reading_record import build, draft
from dhr_desktop.store import involvement
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


def test_one_session_may_be_printed_alone(review):
    _, second = read_by_the_mother(review)
    said = words(draft(review, PANEL, "docx", [second]))
    assert "version 0.8" in said
    assert "version 0.6" not in said
    assert "Not in private." in said
    assert "No comment was made." in said


def test_a_name_that_slips_through_stops_the_print(review):
    first, _ = read_by_the_mother(review)
    reading = involvement.READINGS.get(review, first)
    with review.journal.step("Version"):
        involvement.READINGS.change(review, type(reading)(first, reading.stakeholder_id, reading.on, version="Drewitt"))
    with pytest.raises(LeakFound):
        draft(review, PANEL, "docx")


def test_without_a_reading_it_says_so(review):
    (section,) = build(review, CONFIDENTIAL).sections
    assert "No reading of the draft has been entered yet." in str(section.blocks)
