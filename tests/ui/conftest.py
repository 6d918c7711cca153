"""A real library, a real review and what a page of it is given, off the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common import dialogs
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.notices import Notices
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.ways import Ways
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    made = Library.create(folder, PASSPHRASE, CHEAP)
    yield made
    made.close()


@pytest.fixture
def review(library: Library) -> Review:
    return copied.review(library, ReviewFacts("Review of the death of Adult A", reference="DHR 7"))


@pytest.fixture
def theme(qapp) -> Iterator[Theme]:
    """The light theme in use. Its style sheet stays: to take it off while a window lives crashes Qt."""
    font, palette = qapp.font(), qapp.palette()
    theme = Theme.load("light")
    theme.apply()
    yield theme
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """An empty window for a page to stand in; a test shows it when it has to be seen."""
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def jobs(theme: Theme) -> Iterator[JobRunner]:
    del theme
    made = JobRunner()
    yield made
    made.shut_down()


@pytest.fixture
def context(review: Review, library: Library, theme: Theme, window: QMainWindow, jobs: JobRunner) -> ReviewContext:
    """What a page is given. Wait for its work with `qtbot.waitUntil(lambda: not context.jobs.busy)`."""
    messages = MessageBar(theme, window)
    jobs.refused.connect(messages.show_error)
    notices = Notices(review.journal, window)
    return ReviewContext(review, library, jobs, notices, theme, messages, Actions(window), Ways(window))


@pytest.fixture(autouse=True)
def _every_answer_is_asked_for() -> Iterator[None]:
    yield
    assert dialogs.unanswered() == []
