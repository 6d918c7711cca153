"""What a row is read as is put right in the preview, before the file is imported."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from dhr_desktop.ui.importing.preview_model import READ, TEXT, WRITTEN, Shown
from dhr_desktop.ui.importing.preview_table import PreviewTable
from tests.sheets.made import csv_text

HEAD = ("Date", "Time", "What happened")
UNSAID = csv_text([HEAD, ("03/04/2017", "", "Home visit."), ("05/06/2017", "", "Telephone call.")])
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
