"""The Timeline page over a review with dates of its own."""

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.picture.pane import PicturePane
from tests.store import copied
from tests.ui.timeline.made import fill
from tests.ui.timeline.using import Settle, opened


@pytest.fixture
def review(library: Library) -> Review:
    facts = ReviewFacts("Aldermarsh", died_on="2018-11-09", scope_from="2014-01-01", scope_to="2018-11-09")
    return copied.review(library, facts)


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture follows the filters as soon as nothing else is to be done."""
    monkeypatch.setattr(PicturePane, "pause", 0)


@pytest.fixture
def settle(qtbot: QtBot, context: ReviewContext) -> Settle:
    """Wait until nothing is being read or written."""

    def until_idle() -> None:
        qtbot.waitUntil(lambda: not context.jobs.busy)
        QApplication.processEvents()  # a notice that came last sets off one more reading
        qtbot.waitUntil(lambda: not context.jobs.busy)

    return until_idle


@pytest.fixture
def page(context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle) -> TimelinePage:
    """The page over three agencies' entries, in a window of the smallest screen a chair has."""
    fill(context.review)
    return opened(context, window, qtbot, settle)
