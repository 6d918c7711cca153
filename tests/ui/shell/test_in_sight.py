"""What has the keyboard is in sight, whatever gave it the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.shell.in_sight import InSight


@pytest.fixture
def long_form(qtbot: QtBot) -> Iterator[QScrollArea]:
    """Forty fields in the room of a few; the last is reached with Alt+L."""
    window = QMainWindow()
    qtbot.addWidget(window)
    InSight(window)
    inside = QWidget()
    column = QVBoxLayout(inside)
    for at in range(40):
        field = QLineEdit()
        name = QLabel("&Last" if at == 39 else f"Field {at}")
        name.setBuddy(field)
        column.addWidget(name)
        column.addWidget(field)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    window.setCentralWidget(area)
    window.resize(300, 300)
    window.show()
    qtbot.waitActive(window)
    yield area
    window.close()


def seen(area: QScrollArea, field: QWidget) -> bool:
    top = field.mapTo(area.viewport(), field.rect().topLeft()).y()
    return top >= 0 and top + field.height() <= area.viewport().height()


def test_a_field_that_is_reached_by_its_letter_comes_into_sight(long_form: QScrollArea, qtbot: QtBot) -> None:
    last = long_form.findChildren(QLineEdit)[-1]
    long_form.findChildren(QLineEdit)[0].setFocus()
    assert not seen(long_form, last)
    QTest.keyClick(long_form.window(), Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: seen(long_form, last))


def test_a_field_that_a_form_goes_to_comes_into_sight(long_form: QScrollArea, qtbot: QtBot) -> None:
    fields = long_form.findChildren(QLineEdit)
    fields[-1].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: seen(long_form, fields[-1]))
    fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: seen(long_form, fields[0]))


def test_of_a_text_to_be_written_the_foot_comes_into_sight_and_not_the_caret_alone(
    long_form: QScrollArea, qtbot: QtBot
) -> None:
    inside = long_form.widget()
    assert inside is not None
    text = QPlainTextEdit()
    text.setFixedHeight(120)
    column = inside.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(0, text)
    qtbot.waitUntil(lambda: text.isVisible() and long_form.verticalScrollBar().maximum() > 0)
    half = long_form.viewport().height() - 60
    column.insertSpacing(0, half)
    qtbot.waitUntil(lambda: text.y() >= half)
    text.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: seen(long_form, text))
