"""Columns take what their words need and share the rest, so that a long name is cut only where there is no room."""

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.common.columns import SharedWidths
from dhr_desktop.ui.common.text_table import TextTable


class Names(TextTable):
    def headings(self) -> tuple[str, ...]:
        return ("Name", "Role", "Relationship")

    def cells(self, row: tuple[str, ...]) -> tuple[str, ...]:
        return row


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(Names(table))
    table.widths = SharedWidths(table, {0: 2, 2: 1}, most=150)
    table.resize(700, 300)
    table.show()
    return table


def put(table: QTableView, *rows: tuple[str, ...]) -> list[int]:
    table.model().put(rows)
    table.widths.fit()
    return [table.columnWidth(column) for column in range(3)]


def test_a_short_column_takes_what_it_needs_and_the_others_fill_the_room(table: QTableView) -> None:
    name, role, relationship = put(table, ("Bronwen Parry", "a friend", "knew her from school"))
    assert role < 120
    assert abs(name - 2 * relationship) <= 2
    assert table.viewport().width() - (name + role + relationship) in (0, 1, 2)


def test_a_very_long_word_takes_no_more_than_its_most(table: QTableView) -> None:
    assert put(table, ("Bronwen Parry", "x" * 500, ""))[1] == 150


def test_a_column_that_was_drawn_wider_stays_so(table: QTableView) -> None:
    put(table, ("Bronwen Parry", "a friend", ""))
    table.setColumnWidth(1, 222)
    assert put(table, ("Bronwen Parry", "a neighbour of hers", ""))[1] == 222


def test_a_hidden_column_takes_no_room(table: QTableView) -> None:
    table.setColumnHidden(0, True)
    _name, role, relationship = put(table, ("Bronwen Parry", "a friend", "knew her"))
    assert table.viewport().width() - (role + relationship) in (0, 1)
