"""Documents hold the entries that the chair has put into them, and never what the chair keeps to themselves."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop import report
from dhr_desktop.domain.documents import Note, Paragraph, Table, spoken
from dhr_desktop.domain.editions import CONFIDENTIAL, EDITIONS, PANEL
from dhr_desktop.domain.meaning import Inclusion, Mark
from dhr_desktop.report import chronology, overview
from dhr_desktop.report.drafts import DRAFTS, draft
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.store import entries
from dhr_desktop.timeline import meaning

NOTE = "Quillwort thoughts"
WORDS_OF = {"docx": words_of_docx, "pdf": words_of_pdf}


def blocks(document, kind):
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def told(document) -> list[str]:
    """What the chronology's table, or the report's narrative, says of entries."""
    rows = [row[4] for table in blocks(document, Table) if table.columns == chronology.COLUMNS for row in table.rows]
    return rows or [spoken(block.text) for block in blocks(document, Paragraph)]


def id_of(review, text: str) -> int:
    return next(entry.id for entry in entries.iterate(review) if entry.text == text)


def test_an_entry_left_out_of_the_full_chronology_is_not_in_it_and_the_reader_is_told_of_the_number(review):
    meaning.include(review, [id_of(review, "Booked.")], Inclusion.CHRONOLOGY, on=False)
    document = chronology.build(review, CONFIDENTIAL)
    assert "Booked." not in told(document)
    assert len(told(document)) == 3
    said = spoken(blocks(document, Paragraph)[0].text)
    assert said.startswith("This chronology holds 3 entries")
    assert "The chair has left one further entry out of it." in said


def test_a_chronology_from_which_all_is_left_out_says_so(review):
    meaning.include(review, entries.ordered_ids(review), Inclusion.CHRONOLOGY, on=False)
    assert "Every entry has been left out" in spoken(blocks(chronology.build(review, PANEL), Note)[0].text)


def test_the_report_tells_all_until_the_chair_has_chosen_and_then_what_was_chosen(review):
    first = overview.build(review, CONFIDENTIAL)
    assert any("Booked." in paragraph for paragraph in told(first))
    assert any("None has been put into the report yet" in spoken(note.text) for note in blocks(first, Note))

    meaning.include(review, [id_of(review, "KD seen.")], Inclusion.REPORT, on=True)
    then = overview.build(review, CONFIDENTIAL)
    assert any("KD seen." in paragraph for paragraph in told(then))
    assert not any("Booked." in paragraph for paragraph in told(then))
    assert not any("None has been put into the report yet" in spoken(note.text) for note in blocks(then, Note))


def test_an_entry_of_the_report_need_not_stand_in_the_chronology(review):
    meaning.include(review, [id_of(review, "KD seen.")], Inclusion.REPORT, on=True)
    meaning.include(review, [id_of(review, "KD seen.")], Inclusion.CHRONOLOGY, on=False)
    assert any("KD seen." in paragraph for paragraph in told(overview.build(review, CONFIDENTIAL)))


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=lambda edition: edition.key)
@pytest.mark.parametrize("form", WORDS_OF)
@pytest.mark.parametrize("document", DRAFTS)
def test_no_document_holds_a_private_note_or_that_something_is_distressing(review, document, edition, form):
    ids = entries.ordered_ids(review)
    for entry_id in ids:
        meaning.write_note(review, entry_id, NOTE)
    meaning.mark(review, ids, Mark.DISTRESSING, on=True)
    for into in Inclusion:
        meaning.include(review, ids, into, on=True)
    words = WORDS_OF[form](draft(review, document, edition, form).data)
    assert "Quillwort" not in words
    assert "istressing" not in words
    assert "Booked" in words  # it was the entries' own words that were looked through


def test_nothing_that_makes_documents_so_much_as_names_the_note():
    for file in Path(report.__path__[0]).rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not named & {"private_note", "distressing"}, file.name


def test_the_note_stays_with_its_entry_alone(review):
    entry = entries.get(review, id_of(review, "Booked."))
    meaning.write_note(review, entry.id, NOTE)
    assert entries.get(review, entry.id) == replace(entry, private_note=NOTE)
