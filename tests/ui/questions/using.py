"""What a chair does on the Questions page, for its tests."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.events import Question
from dhr_desktop.store import questions
from dhr_desktop.ui.questions.page import QuestionsPage

CONTROL = Qt.KeyboardModifier.ControlModifier
Settle = Callable[[], None]


def typed(qtbot: QtBot, field: QWidget, words: str, leave_by: Qt.Key = Qt.Key.Key_Tab) -> None:
    field.setFocus()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, leave_by)


def stored(page: QuestionsPage) -> list[Question]:
    return questions.listing(page._review)


def shown(page: QuestionsPage) -> list[int]:
    return [one.question.id for one in page.model.rows]
