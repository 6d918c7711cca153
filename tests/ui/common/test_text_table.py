"""A table of words under headings."""

from typing import ClassVar

import pytest
from PySide6.QtCore import Qt

from dhr_desktop.ui.common.text_table import TextTable


class Counts(TextTable):
    numbers: ClassVar[frozenset[int]] = frozenset({1})

    def headings(self):
        return ("Agency", "Entries")

    def cells(self, row):
        return (row[0], str(row[1]))


@pytest.fixture
def table():
    made = Counts()
    made.put([("Police\nand others", 90), ("School", 47)])
    return made


def test_it_is_a_model_that_qt_can_rely_on(table, qtmodeltester):
    qtmodeltester.check(table)


def test_a_cell_is_shown_on_one_line_and_told_whole_in_its_tip(table):
    cell = table.index(0, 0)
    assert cell.data(Qt.ItemDataRole.DisplayRole) == "Police and others"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Police\nand others"


def test_a_listener_hears_the_heading_before_the_cell(table):
    assert table.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Entries: 47"


def test_numbers_and_their_heading_stand_at_the_right(table):
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    assert table.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) == right
    assert table.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) == right
    assert table.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) is None
