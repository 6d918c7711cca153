"""The whole window on a real library, with plain pages in place of the review's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.shell.room import ReviewRoom
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

NAME = "Review of the death of Adult A"


class PlainPage(QWidget):
    """A page with one field. It keeps the files that are dropped on it."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self.context = context
        self.taken: list[Path] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Note")
        column = QVBoxLayout(self)
        column.addWidget(QLabel("A page"))
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def take_files(self, paths: list[Path]) -> None:
        self.taken += paths


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "window.toml"


@pytest.fixture
def main(qtbot: QtBot, qapp, folder: Path, settings_path: Path) -> Iterator[MainWindow]:
    """The window before the lock; whatever a test leaves open is closed."""
    font, palette = qapp.font(), qapp.palette()
    made = MainWindow(folder, settings_path, CHEAP, dict.fromkeys(PAGES, PlainPage))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def inside(main: MainWindow, folder: Path) -> MainWindow:
    """The window in the library."""
    main.enter(Library.create(folder, PASSPHRASE, CHEAP))
    return main


@pytest.fixture
def room(inside: MainWindow, qtbot: QtBot) -> ReviewRoom:
    """The window in a review, with what it reads on the way in read."""
    assert inside.library is not None
    inside.show_review(copied.review(inside.library, ReviewFacts(NAME, reference="DHR 7")))
    made = inside.room
    assert made is not None
    qtbot.waitUntil(lambda: not made.jobs.busy)
    return made
