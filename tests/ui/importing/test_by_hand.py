"""A table in which no chronology was found is read as the chair says."""

from dhr_desktop.importing.as_then import read_as_then
from dhr_desktop.importing.record import make_entry
from dhr_desktop.store import entries, submissions
from dhr_desktop.ui.importing.file_view import COLUMNS
from dhr_desktop.ui.importing.preview_model import TEXT, Shown
from tests.sheets.made import csv_text

HEAD = ("Date", "Time", "What happened")
UNSAID = csv_text([HEAD, ("03/04/2017", "", "Home visit."), ("05/06/2017", "", "Telephone call.")])


def _head(columns, settle, row: int | None) -> None:
    choice = columns.header.row
    choice.setCurrentIndex(choice.findData(row))
    choice.activated.emit(choice.currentIndex())
    settle()


def _without_chronology(heads: tuple[str, str]) -> bytes:
    return csv_text([("Thing", "More"), heads, ("Seen at home", "A"), ("Rang", "B")])


def test_the_columns_of_a_file_without_a_known_chronology_are_chosen_by_hand(page, hand, settle, review):
    item = hand("Housing list.csv", _without_chronology(("Foo", "Bar")))
    step = page.batch.file
    assert step.steps.isTabEnabled(COLUMNS)
    assert "say in which row its headings are" in step.columns.whole.text()
    assert step.columns.shown.currentData() is Shown.NOT_ENTRIES
    _head(step.columns, settle, 2)
    assert item.reading.counts.imported == 2
    assert step.columns.preview.index(0, TEXT).data() == "Seen at home"
    assert "No entries were found" not in step.problems.text()
    assert step.columns.mapping.choices[1].accessibleName() == "What the column “Bar” holds"
    page.batch.accept.click()
    settle()
    assert [entry.text for entry in entries.iterate(review)] == ["Seen at home", "Rang"]


def test_headings_named_by_hand_are_known_again_in_the_agency_s_next_file(page, hand, settle):
    hand("Housing list.csv", _without_chronology(("Foo", "Bar")))
    page.batch.file.file.agency.setEditText("Housing")
    _head(page.batch.file.columns, settle, 2)
    page.batch.accept.click()
    settle()
    page.batch.file.file.agency.setEditText("")
    item = hand("Housing again.csv", csv_text([("", ""), ("Title", ""), ("Foo", "Bar"), ("Wrote", "C")]))
    page.batch.file.file.agency.setEditText("Housing")
    page.batch.file.file.named.emit()
    assert item.remembered
    assert item.tables[0].header_row == 3
    assert [row.entry.text for row in item.tables[0].rows if row.entry] == ["Wrote"]


def test_a_row_left_out_by_the_chair_can_be_made_an_entry_after_a_table_was_chosen_by_hand(page, hand, settle, review):
    hand("Housing list.csv", _without_chronology(("Foo", "Bar")))
    _head(page.batch.file.columns, settle, 2)
    page.batch.accept.click()
    settle()
    (kept,) = submissions.listing(review)
    (row, *_) = submissions.set_aside(review, kept.id)
    make_entry(review, row.id)
    assert entries.count(review) == 3
    assert read_as_then(review, kept.id).counts.imported == 2


def test_where_the_headings_are_can_be_changed_back_with_undo(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    _head(columns, settle, 2)
    assert item.tables[0].header_row == 2
    columns.undo()
    assert item.tables[0].header_row == 1
    assert columns.header.row.currentData() == 1
