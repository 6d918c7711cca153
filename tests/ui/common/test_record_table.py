"""A table of records shows its words whole, and opens the form at the field of the chosen cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.readings import ReadingComment
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.day_line import DayLine
from dhr_desktop.ui.common.record_list import ListActs, ListWords
from dhr_desktop.ui.common.record_table import RecordTable, TableColumn
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.whole_words import laid_out
from tests.ui.at_rest import settled, shown

LONG = "They said that nobody had rung back, although they had asked twice in one week. " * 6
BLANK = ReadingComment(0, 1)


@pytest.fixture
def table(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> RecordTable[ReadingComment]:
    specs = (FieldSpec("said", "Said", Kind.WORDS), FieldSpec("answer", "Answer", Kind.WORDS))
    columns = (
        TableColumn("What they said", lambda each: each.said, "said", 2),
        TableColumn("Your answer", lambda each: each.answer, "answer", 1),
    )
    nothing = ListActs(lambda _review, one: one, lambda *_: None, lambda *_: None)
    made = RecordTable(context, ListWords("Said", "Add", "", ""), nothing, SpecForm(BLANK, specs), columns)
    made.highest = 2000
    shown(made, window, qtbot, (700, 600))
    made.show_records([ReadingComment(1, 1, said=LONG, answer="Yes."), ReadingComment(2, 1, said="Short.")], BLANK)
    settled(context, qtbot)
    return made


def test_a_row_is_as_high_as_the_longest_words_in_it_need(table: RecordTable[ReadingComment]) -> None:
    view = table.list
    needed = laid_out(LONG, view.font(), view.columnWidth(0) - 18).boundingRect().height()
    assert needed > 5 * view.fontMetrics().lineSpacing()
    assert view.rowHeight(0) >= needed
    assert view.rowHeight(1) < needed
    assert view.height() >= view.rowHeight(0) + view.rowHeight(1)


def test_a_word_that_is_wider_than_its_column_is_broken_and_not_cut_off(table: RecordTable[ReadingComment]) -> None:
    font, width = table.list.font(), 80
    broken = laid_out("x" * 200, font, width)
    assert broken.lineCount() > 1
    assert broken.boundingRect().width() <= width


def test_return_opens_the_form_with_the_keyboard_in_the_field_of_the_cell(
    table: RecordTable[ReadingComment], qtbot: QtBot
) -> None:
    table.take_keyboard()
    qtbot.keyClick(table.list, Qt.Key.Key_Right)
    qtbot.keyClick(table.list, Qt.Key.Key_Return)
    assert table.form.record.id == 1
    assert table.form.field("answer").hasFocus()
    qtbot.keyClick(table.form.field("answer"), Qt.Key.Key_Escape)
    assert not table.is_open
    assert table.list.hasFocus()
    qtbot.keyClick(table.list, Qt.Key.Key_Insert)
    assert table.form.is_new
    assert table.form.field("said").hasFocus()


def test_the_whole_row_is_chosen_and_each_cell_is_read_with_its_heading(table: RecordTable[ReadingComment]) -> None:
    assert [index.column() for index in table.list.selectedIndexes()] == [0, 1]
    cell = table.model.index(0, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Your answer: Yes."


def test_the_longest_day_fits_into_its_field_however_narrow_the_form(qtbot: QtBot) -> None:
    field = DayLine()
    qtbot.addWidget(field)
    wide = field.fontMetrics().horizontalAdvance("10 September 2019")
    assert field.minimumSizeHint().width() > wide
