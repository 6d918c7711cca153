"""A table is drawn as its file has it: its numbers and letters, what it hides, merges and notes."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from dhr_desktop.domain.entries import Outcome, SourceRow, TableShape
from dhr_desktop.store import agencies, sheets, submissions
from dhr_desktop.ui.common.sheet_model import letters
from dhr_desktop.ui.common.sheet_view import SheetView

HEADINGS = ("Date", "What happened", "Officer")
SHAPE = TableShape(
    header=2,
    hidden_rows=frozenset({4}),
    hidden_columns=frozenset({2}),
    spans=((0, 0, 0, 2), (3, 0, 4, 0)),
    notes={"B4": "Taken from the paper file."},
)
ROWS = (
    ("Chronology of Housing", "", ""),
    ("", "", ""),
    HEADINGS,
    ("3 April 2016", "Visit.\nNobody in.", "PC 12"),
    ("", "Letter sent.", "PC 12"),
)


def stored(review, rows, shape=SHAPE):
    with review.journal.step("Import Housing"):
        agency = agencies.add(review, "Housing")
        submission = submissions.add(review, submissions.NewSubmission(agency.id, "log.xlsx", b"log", "", ""))
        submissions.add_table(review, submission, "Log", HEADINGS, shape)
        made = [
            SourceRow(0, submission, "Log", number, HEADINGS, cells, Outcome.IMPORTED, "")
            for number, cells in enumerate(rows, 1)
        ]
        return submissions.add_rows(review, made)


@pytest.fixture
def view(review, theme, window, qtbot):
    made = SheetView(review, theme)
    window.setCentralWidget(made)
    window.resize(900, 400)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return made


def said(view, row, column):
    return view.sheet_model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_columns_have_the_letters_of_a_spreadsheet():
    assert [letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_row_at_hand_and_its_doubtful_cell_are_said(review, view):
    ids = stored(review, ROWS)

    view.show_row(sheets.around(review, ids[3]), ids[3], {0})

    assert view.currentIndex().row() == 3
    assert said(view, 3, 0) == "A4: 3 April 2016, in doubt"
    assert said(view, 3, 1) == "B4: Visit.\nNobody in., note: Taken from the paper file."


def test_what_the_file_hides_is_shown_and_said_to_be_hidden(review, view):
    ids = stored(review, ROWS)

    view.show_row(sheets.around(review, ids[3]), ids[3])
    model = view.sheet_model

    assert model.headerData(4, Qt.Orientation.Vertical) == "5 (hidden)"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "C (hidden)"
    assert not view.isRowHidden(4)
    assert said(view, 4, 1) == "B5: Letter sent., hidden in the file"


def test_merged_cells_are_merged(review, view):
    ids = stored(review, ROWS)

    view.show_row(sheets.around(review, ids[3]), ids[3])

    assert (view.columnSpan(0, 0), view.rowSpan(3, 0), view.rowSpan(3, 1)) == (3, 2, 1)


def test_a_doubt_about_a_cell_that_is_merged_upwards_is_marked_where_the_merged_cell_begins(review, view):
    ids = stored(review, ROWS)

    view.show_row(sheets.around(review, ids[4]), ids[4], {0})

    assert said(view, 3, 0) == "A4: 3 April 2016, in doubt"
    ground = view.sheet_model.index(3, 0).data(Qt.ItemDataRole.BackgroundRole)
    assert ground == view.sheet_model.index(4, 1).data(Qt.ItemDataRole.BackgroundRole)
    assert view.sheet_model.index(3, 1).data(Qt.ItemDataRole.BackgroundRole) is None


def test_a_footnote_is_said_in_the_cell_that_has_its_mark(review, view):
    notes = TableShape(notes={"[2]": "Held on a card index.", "[3]": "Another."})
    ids = stored(review, [("1 May 2016", "Letter sent.[2]", "PC 12")], notes)

    view.show_row(sheets.around(review, ids[0]), ids[0])

    assert said(view, 0, 1) == "B1: Letter sent.[2], note: [2] Held on a card index."
    assert said(view, 0, 0) == "A1: 1 May 2016"


def test_words_of_several_lines_get_the_room_they_need(review, view):
    ids = stored(review, ROWS)

    view.show_row(sheets.around(review, ids[3]), ids[3])

    assert view.rowHeight(3) > view.rowHeight(1)


def test_cells_are_copied_as_a_spreadsheet_takes_them(review, view, qtbot):
    ids = stored(review, ROWS)
    view.show_row(sheets.around(review, ids[3]), ids[3])

    view.selectionModel().select(
        view.sheet_model.index(3, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text().splitlines()[0] == "3 April 2016\tVisit. Nobody in.\tPC 12"


def test_of_a_long_sheet_only_what_is_looked_at_is_fetched(review, view):
    ids = stored(review, [("1 May 2016", f"Visit {n}", "") for n in range(5_000)], TableShape())

    view.show_row(sheets.around(review, ids[3_000]), ids[3_000])

    assert view.sheet_model.text(3_000, 1) == "Visit 3000"
    assert len(view.sheet_model._pages) <= 3
    assert view.rowAt(view.viewport().height() // 2) in range(2_980, 3_020)


def test_a_row_that_is_shorter_than_its_table_ends_in_empty_cells(review, view):
    ids = stored(review, [("1 May 2016",), ("2 May 2016", "Visit", "PC 1", "more")], TableShape())

    view.show_row(sheets.around(review, ids[0]), ids[0])

    assert view.sheet_model.columnCount() == 4
    assert said(view, 0, 3) == "D1: empty"
