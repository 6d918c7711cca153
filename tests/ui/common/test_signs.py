"""A tip says what it says in whole lines, and what an agency wrote is never read as markup."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.common.signs import tip

LONG = "Neighbour reports shouting at the address, and that the door of the wardrobe was broken the week before."


def test_angle_brackets_stay_as_they_were_written():
    assert "&lt;redacted&gt;" in tip("Seen by <redacted>")


def test_nothing_to_say_shows_no_tip():
    assert tip("") == ""


def test_a_long_tip_is_wide_and_not_a_narrow_column(qtbot: QtBot) -> None:
    shown = QLabel(tip(LONG))
    qtbot.addWidget(shown)
    shown.setWordWrap(True)  # as Qt's tips have it
    assert tip(LONG).count("<br/>") == 1
    assert shown.sizeHint().width() > shown.fontMetrics().horizontalAdvance(LONG[:50])


def test_lines_of_a_tip_stay_lines():
    assert tip("one\ntwo").count("<br/>") == 1
