"""The Questions page over a review with two agencies and a few records."""

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.questions.page import QuestionsPage
from tests.store import made
from tests.ui.questions.using import Settle


@pytest.fixture
def settle(qtbot: QtBot, context: ReviewContext) -> Settle:
    """Wait until nothing is being read or written."""

    def until_idle() -> None:
        for _ in range(2):  # a notice that came last sets off one more reading
            qtbot.waitUntil(lambda: not context.jobs.busy)
            QApplication.processEvents()

    return until_idle


@pytest.fixture
def police(review: Review) -> int:
    return made.agency(review, "Ravenshire Constabulary")


@pytest.fixture
def surgery(review: Review) -> int:
    return made.agency(review, "Millpond Surgery")


@pytest.fixture
def page(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle, police: int, surgery: int
) -> QuestionsPage:
    del police, surgery
    shown = QuestionsPage(context, window)
    window.setCentralWidget(shown)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    return shown
