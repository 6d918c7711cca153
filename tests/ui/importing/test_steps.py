"""What a file waits for, and what the chair decides about it, before it is imported."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.importing.as_then import read_as_then
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.record import make_entry
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.importing.file_view import COLUMNS, COUNT, FILE
from dhr_desktop.ui.importing.page import SubmissionsPage
from dhr_desktop.ui.importing.preview_model import READ, TEXT, WRITTEN, Shown
from dhr_desktop.ui.importing.preview_table import PreviewTable
from tests.sheets.made import PROTECTED_ZIP, csv_text, protect, workbook

SAMPLE = resources.path("sample/aldermarsh/submissions")
NOTES = SAMPLE / "08_Tideway_IDVA_case_notes.xlsx"
REVISED = SAMPLE / "08_Tideway_IDVA_case_notes_v2.xlsx"
HEAD = ("Date", "Time", "What happened")
FIRE = csv_text(
    [("Date (GMT)", "Time", "What happened"), ("14/06/2016", "23:30", "Call."), ("14/12/2016", "09:00", "Visit.")]
)
UNSAID = csv_text([HEAD, ("03/04/2017", "", "Home visit."), ("05/06/2017", "", "Telephone call.")])


@pytest.fixture
def page(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> SubmissionsPage:
    made = SubmissionsPage(context)
    window.setCentralWidget(made)
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    return made


@pytest.fixture
def settle(context: ReviewContext, qtbot: QtBot):
    def wait() -> None:
        qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)

    return wait


@pytest.fixture
def hand(page: SubmissionsPage, settle, tmp_path: Path):
    """Hand over a file made of these bytes."""

    def take(name: str, data: bytes):
        path = tmp_path / name
        path.write_bytes(data)
        page.take_files([path])
        settle()
        return page.batch.batch.items[-1]

    return take


def _press(within: QWidget, words: str) -> None:
    found = [one for one in within.findChildren(QPushButton) if one.text().replace("&", "") == words]
    found[-1].click()


def _days(review: Review) -> list[str]:
    return [entry.date_edtf for entry in entries.iterate(review)]


def test_a_protected_file_asks_for_its_password_in_place(page, hand, settle, review, qtbot):
    locked = protect(workbook(("Sheet1", [HEAD, ("14/06/2016", "", "Seen.")])), "Ravens 1")
    item = hand("Probation chronology.xlsx", locked)
    assert "password" in page.batch.files.item(0).text()
    assert page.batch.file.steps.currentIndex() == FILE
    field = page.batch.file.file.password
    assert field.isVisible()
    qtbot.keyClicks(field, "ravens 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert "does not open" in page.batch.file.file.refused.text()
    qtbot.keyClicks(field, "Ravens 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert page.batch.batch.items[0] is not item
    page.batch.file.file.agency.setEditText("Probation")
    page.batch.accept.click()
    settle()
    (kept,) = submissions.listing(review)
    assert submissions.original(review, kept.id) == locked
    assert submissions.layout(review, kept.id)["password"] == "Ravens 1"


def test_a_file_whose_times_may_be_utc_waits_for_an_answer(page, hand, settle, review):
    hand("Fire service log.csv", FIRE)
    page.batch.file.file.agency.setEditText("Fire service")
    assert page.batch.file.steps.currentIndex() == COLUMNS
    assert not page.batch.accept.isEnabled()
    _press(page.batch.file.columns.orders, "Change to British time")
    settle()
    assert page.batch.accept.isEnabled()
    page.batch.accept.click()
    settle()
    assert [(entry.date_edtf, entry.time) for entry in entries.iterate(review)] == [
        ("2016-06-15", "00:30"),
        ("2016-12-14", "09:00"),
    ]


def test_the_order_of_day_and_month_is_turned_in_one_click_and_back_again(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    assert item.doubtful == 2
    _press(columns.orders, "Read month first")
    settle()
    assert item.doubtful == 0
    assert item.tables[0].rows[1].entry.date_edtf == "2017-03-04"
    columns.take_back.click()
    assert item.tables[0].rows[1].entry.date_edtf == "2017-04-03"
    assert not columns.take_back.isEnabled()


def test_what_was_decided_about_a_layout_is_offered_for_the_agency_s_next_file(page, hand, settle):
    hand("Housing first.csv", UNSAID)
    page.batch.file.file.agency.setEditText("Housing")
    _press(page.batch.file.columns.orders, "Read month first")
    settle()
    page.batch.accept.click()
    settle()
    item = hand("Housing second.csv", csv_text([HEAD, ("07/08/2017", "", "Another visit.")]))
    assert item.tables[0].rows[1].entry.date_edtf == "2017-08-07"
    page.batch.file.file.agency.setEditText("Housing")
    page.batch.file.file.agency.lineEdit().editingFinished.emit()
    assert item.remembered
    assert item.tables[0].rows[1].entry.date_edtf == "2017-07-08"
    page.batch.file.steps.setCurrentIndex(FILE)
    _press(page.batch.file.file, "Read them afresh")
    assert item.tables[0].rows[1].entry.date_edtf == "2017-08-07"


def test_a_doubtful_date_is_put_right_as_offered_or_as_typed(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    columns.shown.setCurrentIndex(columns.shown.findData(Shown.DOUBTFUL))
    columns.rows.selectRow(0)
    assert columns.fix.text().replace("&", "") == "Set 4 March 2017"
    columns.fix.click()
    settle()
    assert item.tables[0].rows[1].entry.date_edtf == "2017-03-04"
    assert item.tables[0].rows[1].cells[0] == "03/04/2017"
    index = columns.preview.index(0, WRITTEN)
    assert columns.preview.setData(index, "early June 2017")
    settle()
    assert item.tables[0].rows[2].entry.date_edtf == "2017-06~"


AMERICAN = csv_text([HEAD, ("11/25/2016", "", "Home visit."), ("11/03/2016", "", "Telephone call.")])


def _type(columns, qtbot, row: int, column: int, words: str) -> QLineEdit:
    """Type into a cell of the preview with the keyboard; Return is not yet pressed."""
    columns.rows.setCurrentIndex(columns.preview.index(row, column))
    columns.rows.setFocus()
    qtbot.keyClick(columns.rows, Qt.Key.Key_F2)
    (editor,) = [one for one in columns.rows.findChildren(QLineEdit) if one.isVisible()]
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    return editor


def _save(columns, qtbot, editor: QLineEdit, settle) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: columns.rows.state() != PreviewTable.State.EditingState)
    settle()


def test_what_the_chair_types_into_a_month_first_file_is_day_first_and_said_so_while_typing(page, hand, settle, qtbot):
    item = hand("Housing notes.csv", AMERICAN)
    columns = page.batch.file.columns
    editor = _type(columns, qtbot, 1, WRITTEN, "04/11/2016")
    assert columns.whole.text() == "Read as 4 November 2016"
    _save(columns, qtbot, editor, settle)
    assert [row.entry.date_edtf for row in item.tables[0].rows if row.entry] == ["2016-11-25", "2016-11-04"]
    assert columns.preview.index(1, WRITTEN).data() == "11/03/2016"
    assert "You typed “04/11/2016”" in columns.whole.text()


def test_a_date_can_be_typed_where_it_is_read_and_from_the_row(page, hand, settle, qtbot):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    _save(columns, qtbot, _type(columns, qtbot, 0, READ, "5 April 2017"), settle)
    assert item.tables[0].rows[1].entry.date_edtf == "2017-04-05"
    _save(columns, qtbot, _type(columns, qtbot, 1, 0, "6 April 2017"), settle)  # F2 on the number of the row
    assert item.tables[0].rows[2].entry.date_edtf == "2017-04-06"


def test_words_that_are_no_date_are_refused_with_examples_and_what_stood_there_stays(page, hand, settle, qtbot):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    editor = _type(columns, qtbot, 0, READ, "sometime soon maybe")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert "Not understood as a date. Try 5 April 2016" in columns.whole.text()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert item.tables[0].rows[1].entry.date_edtf == "2017-04-03"
    assert not item.past


def test_what_happened_and_other_cells_can_be_put_right(page, hand, settle):
    rows = [("Date", "Time", "What happened", "Source"), ("14/06/2016", "", "Sen.", "Cse file")]
    item = hand("Housing notes.csv", csv_text(rows))
    preview = page.batch.file.columns.preview
    assert preview.setData(preview.index(0, TEXT), "Seen.")
    settle()
    source = preview.headings().index("Source of information")
    assert preview.setData(preview.index(0, source), "Case file")
    settle()
    (entry,) = [row.entry for row in item.tables[0].rows if row.entry]
    assert (entry.text, entry.source) == ("Seen.", "Case file")
    assert item.tables[0].rows[1].cells[2:] == ("Sen.", "Cse file")


def test_a_row_dated_by_the_heading_of_its_table_can_be_given_a_date_of_its_own(page, hand, settle, qtbot):
    heads = ("Ref", "What happened", "Worker", "Outcome")
    item = hand(
        "Housing minutes.csv", csv_text([heads, ("1", "Discussed.", "A", "None"), ("2", "Agreed.", "A", "None")])
    )
    columns = page.batch.file.columns
    _save(columns, qtbot, _type(columns, qtbot, 1, READ, "14/6/2016"), settle)
    assert [row.entry.date_edtf for row in item.tables[0].rows if row.entry] == ["XXXX", "2016-06-14"]


def test_a_long_file_shows_its_first_rows_and_those_that_need_a_look(page, hand):
    rows = [(f"{1 + number % 28}/06/2016", "", f"Contact {number}.") for number in range(60)]
    rows[50] = ("31/06/2016", "", "Contact 50.")
    hand("Housing notes.csv", csv_text([HEAD, *rows]))
    columns = page.batch.file.columns
    assert columns.shown.currentData() is Shown.FIRST
    shown = [row.row for row in columns.preview.rows]
    assert shown[:8] == list(range(2, 10))
    assert 52 in shown
    assert len(shown) < 60
    columns.shown.setCurrentIndex(columns.shown.findData(Shown.ENTRIES))
    assert columns.preview.rowCount() == 60


def test_a_value_fixed_for_a_field_is_seen_in_the_rows(page, hand, settle):
    hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    columns.fixed.words.setText("Session notes")
    columns.fixed.words.editingFinished.emit()
    settle()
    place = columns.preview.headings().index("Source of information")
    assert columns.preview.index(0, place).data() == "Session notes"


def test_a_row_can_be_left_out_and_taken_in_again_and_the_count_follows(page, hand, settle, qtbot):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    columns.rows.selectRow(0)
    columns.rows.setFocus()
    qtbot.keyClick(columns.rows, Qt.Key.Key_Delete)
    settle()
    assert item.reading.counts.imported == 1
    page.batch.file.steps.setCurrentIndex(COUNT)
    assert "left out by the chair" in page.batch.file.count.reasons.text()
    columns.shown.setCurrentIndex(columns.shown.findData(Shown.NOT_ENTRIES))
    columns.rows.selectRow(1)
    columns.leave_out.click()
    settle()
    assert item.reading.counts.imported == 2


def test_a_value_can_be_fixed_for_a_field_that_the_file_does_not_have(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    fixed = page.batch.file.columns.fixed
    fixed.words.setText("Session notes")
    fixed.words.editingFinished.emit()
    settle()
    assert {row.entry.source for row in item.tables[0].rows if row.entry} == {"Session notes"}


def test_a_revised_version_is_compared_and_not_imported_beside_the_first(page, settle, review):
    submit(review, read_file(NOTES), "Tideway")
    page.take_files([REVISED])
    settle()
    assert "revised version?" in page.batch.files.item(0).text()
    assert not page.batch.accept.isEnabled()
    _press(page.batch.file.file, "Compare the two versions…")
    settle()
    assert page.revision.isVisible()
    page.revision.accept.click()
    settle()
    assert [one.replaces_id for one in submissions.listing(review)] == [None, 1]
    assert entries.count(review) == 48


def test_a_likely_revision_can_come_in_as_a_submission_of_its_own(page, settle, review):
    submit(review, read_file(NOTES), "Tideway")
    page.take_files([REVISED])
    settle()
    page.batch.file.file.as_new.click()
    page.batch.accept.click()
    settle()
    assert [one.replaces_id for one in submissions.listing(review)] == [None, None]


def test_a_table_is_pasted_with_the_keyboard(page, settle, qtbot):
    copied = QMimeData()
    copied.setText("Date\tWhat happened\n14/06/2016\tSeen.\n15/06/2016\tRang.")
    QGuiApplication.clipboard().setMimeData(copied)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    (item,) = page.batch.batch.items
    assert item.reading.counts.imported == 2


def test_a_clipboard_without_a_table_says_what_to_copy(page, context):
    QGuiApplication.clipboard().setText("word")
    page.paste()
    assert "no table on the clipboard" in context.messages.text


def test_a_zip_of_submissions_is_a_batch(page, hand, tmp_path):
    path = tmp_path / "made.zip"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("a/Housing.csv", UNSAID)
        parts.writestr("b/Fire.csv", FIRE)
    hand("all.zip", path.read_bytes())
    assert [item.name for item in page.batch.batch.items] == ["Housing.csv", "Fire.csv"]


def test_a_protected_zip_asks_for_its_password_and_gives_its_files(page, hand, settle, qtbot):
    hand("all.zip", PROTECTED_ZIP)
    field = page.batch.file.file.password
    qtbot.keyClicks(field, "Ravens 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    (item,) = page.batch.batch.items
    assert item.name == "a.csv"
    assert item.reading.counts.imported == 1
    assert item.reading.password == ""


def test_a_whole_batch_is_undone_in_one_go(page, settle, review, context):
    page.take_files([NOTES, SAMPLE / "05_Marshland_Homes_CRM_export.csv"])
    settle()
    page.batch.accept.click()
    settle()
    assert len(submissions.listing(review)) == 2
    assert "2 files" in context.messages.text
    context.messages.action.click()
    settle()
    assert submissions.listing(review) == []
    assert entries.count(review) == 0


def test_who_sent_it_and_when_it_came_are_kept(page, hand, settle, review):
    hand("Housing.csv", csv_text([HEAD, ("14/06/2016", "", "Seen.")]))
    step = page.batch.file
    step.steps.setCurrentIndex(FILE)
    step.file.agency.setEditText("Housing")
    step.file.sent_by.setText("A. Clerk")
    step.file.received.line.setText("3 March 2019")
    page.batch.accept.click()
    settle()
    (kept,) = submissions.listing(review)
    assert (kept.sender, kept.received_at) == ("A. Clerk", "2019-03-03")


def test_next_goes_through_the_steps_and_then_the_files(page, settle, qtbot):
    page.take_files([NOTES, SAMPLE / "05_Marshland_Homes_CRM_export.csv"])
    settle()
    step = page.batch.file.steps
    step.setCurrentIndex(FILE)
    qtbot.keyClick(page.batch.onward, Qt.Key.Key_Space)
    assert step.currentIndex() == COLUMNS
    page.batch.onward.click()
    assert step.currentIndex() == COUNT
    page.batch.onward.click()
    assert page.batch.files.currentRow() == 1


def test_a_folder_can_be_chosen(page, settle, tmp_path):
    (tmp_path / "Housing.csv").write_bytes(UNSAID)
    answer_next(tmp_path)
    page.ask_for_folder()
    settle()
    assert [item.name for item in page.batch.batch.items] == ["Housing.csv"]


def test_a_file_without_entries_is_never_called_a_success(page, hand):
    item = hand("Cover.xlsx", workbook(("Sheet1", [["Chronology for the review"], ["Prepared by", "A"]])))
    assert not item.can_be_imported
    assert "No entries were found" in page.batch.file.problems.text()
    assert not page.batch.accept.isEnabled()


def test_decisions_made_faster_than_the_file_is_read_all_stand(page, hand, settle):
    item = hand("Housing notes.csv", UNSAID)
    columns = page.batch.file.columns
    columns.orders.turned.emit(0, True)
    columns.preview.mended.emit(3, {0: "early June 2017"})
    columns.fixed.changed.emit({Field.SOURCE: "Session notes"})
    settle()
    first, second = (row.entry for row in item.tables[0].rows if row.entry)
    assert (first.date_edtf, second.date_edtf, second.source) == ("2017-03-04", "2017-06~", "Session notes")


def test_the_count_says_which_agencies_the_entries_go_to(page, hand, settle, review):
    rows = [
        (f"{day:02}/03/2015", ("Saltmarsh Homes", "Thornwick Council")[day % 3 == 0], "Visit.") for day in range(1, 9)
    ]
    item = hand("combined.csv", csv_text([("Date", "Agency", "What happened"), *rows]))
    step = page.batch.file
    assert step.count.agencies.text() == "Entries go to two agencies: Saltmarsh Homes (6), Thornwick Council (2)."
    item.decide(0, item.reading.tables[0].remap({0: Field.DATE, 1: Field.SOURCE, 2: Field.TEXT}))
    step.count.show_item(item)
    assert step.count.agencies.text() == ""
    item.take_back()
    page.batch.accept.click()
    settle()
    assert len({entry.agency_id for entry in entries.iterate(review)}) == 2


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
