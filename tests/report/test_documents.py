"""What the chronology and the overview report say, in each edition, before any file is written."""

import pytest

from dhr_desktop.domain.documents import Bullets, Document, Heading, Note, Paragraph, Table, spoken
from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.report import chronology, overview
from dhr_desktop.report.outline import sections


def _blocks(document: Document, kind):
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def _rows(document: Document):
    return [row for table in _blocks(document, Table) if table.columns == chronology.COLUMNS for row in table.rows]


def test_the_chronology_is_in_order_by_year_with_the_undated_last(review):
    document = chronology.build(review, CONFIDENTIAL)
    assert [block.text for block in _blocks(document, Heading)] == [
        "About this chronology",
        "2014",
        "2016",
        "Date not known",
    ]
    assert [row[0] for row in _rows(document)] == ["1", "2", "3", "4"]
    assert [row[4] for row in _rows(document)][1:3] == ["Call to Kayleigh Drewitt & <others>.", "KD seen."]


def test_an_uncertain_date_is_told_in_words_with_the_agency_s_own_beside_them(review):
    dates = [row[1] for row in _rows(chronology.build(review, CONFIDENTIAL))]
    assert dates[0] == "about June 2014 (“early June 2014”)"
    assert dates[1] == "12 March 2016"
    assert dates[3] == "date not known [date to be confirmed]"


def test_the_panel_edition_covers_names_and_the_confidential_one_does_not(review):
    assert [row[4] for row in _rows(chronology.build(review, PANEL))][1:] == [
        "Call to Claire & <others>.",
        "Claire seen.",
        "Undated note on Martin.",
    ]


def test_the_chronology_says_how_many_entries_and_agencies_it_holds(review):
    said = spoken(_blocks(chronology.build(review, PANEL), Paragraph)[0].text)
    assert said.startswith("This chronology holds 4 entries from 2 agencies, in the order")


def test_the_source_and_the_reference_stand_together(review):
    assert [row[6] for row in _rows(chronology.build(review, CONFIDENTIAL))][2] == "ED notes; R1"


def test_the_overview_report_has_every_section_of_the_model_layout_in_its_order(review):
    document = overview.build(review, CONFIDENTIAL)
    headings = [(block.number, block.text) for block in _blocks(document, Heading) if block.level == 1]
    assert headings == [(str(number), section.heading) for number, section in enumerate(sections(overview.KEY), 1)]
    assert headings[3] == ("4", "Terms of reference")
    assert headings[-1][1] == "Recommendations"


def test_paragraphs_are_numbered_within_their_section(review):
    numbers = [block.number for block in _blocks(overview.build(review, CONFIDENTIAL), Paragraph)]
    assert numbers[0] == "1.1"
    assert len(numbers) == len(set(numbers))
    assert "14.1" in numbers


def test_the_chair_s_own_words_come_first_in_their_section_and_are_covered_too(review):
    said = {block.number: spoken(block.text) for block in _blocks(overview.build(review, PANEL), Paragraph)}
    assert said["13.1"] == "Claire lived in Anytown."
    assert said["13.2"] == "She liked the sea."


def test_what_nobody_has_written_yet_is_noted_and_what_has_been_is_not(review):
    notes = [spoken(block.text) for block in _blocks(overview.build(review, CONFIDENTIAL), Note)]
    assert all(note.startswith("To be written: ") for note in notes)
    about_entries = [note for note in notes if "which entries belong here" in note]
    assert len(notes) - len(about_entries) == len(sections(overview.KEY)) - 1


def test_lines_of_enquiry_are_listed_with_names_covered(review):
    (bullets,) = _blocks(overview.build(review, PANEL), Bullets)
    assert [spoken(item) for item in bullets.items] == ["What was known, and when?", "Was Claire heard?"]


@pytest.mark.parametrize("edition", [CONFIDENTIAL, PANEL])
def test_real_names_and_pseudonyms_never_stand_side_by_side_in_the_panel_edition(review, edition):
    words = str(overview.build(review, edition))
    assert ("Kayleigh" in words) == (edition is CONFIDENTIAL)
