"""A review that has been left is gone: neither its pages nor what they knew stays in memory, however often."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.common.jobs import PATIENCE
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE
from tests.ui.timeline.made import fill

LONG = 30_000


@pytest.fixture
def main(qtbot: QtBot, qapp, folder: Path, tmp_path: Path) -> Iterator[MainWindow]:
    font, palette = qapp.font(), qapp.palette()
    made = MainWindow(folder, tmp_path / "settings" / "window.toml", CHEAP)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter(Library.create(folder, PASSPHRASE, CHEAP))
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


def come_and_go(main: MainWindow, qtbot: QtBot) -> list[weakref.ref]:
    """Open a review, look at each page and go back to the library; what was seen there, by weak references."""
    main.show_review(copied.review(main.library, ReviewFacts("Aldermarsh"), filled=fill))
    room = main.room
    for page in PAGES:
        room.show_page(page)
        qtbot.waitUntil(lambda: not room.jobs.busy, timeout=LONG)
    seen = [weakref.ref(each) for each in (room, room.review, *map(room.page, PAGES))]
    main.orders["program.library"].trigger()
    return seen


def tidied(qtbot: QtBot) -> int:
    """How much of Qt's there is, once all that was let go has gone, and the timers that tell of a slow job with it."""
    qtbot.wait(PATIENCE)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()  # what was set aside as here to stay is counted with the rest
    gc.collect()
    return sum(isinstance(each, QObject) for each in gc.get_objects())


def test_a_review_that_was_left_is_gone_from_memory_with_all_its_pages(main, qtbot):
    first = come_and_go(main, qtbot)
    once = tidied(qtbot)
    again = come_and_go(main, qtbot)
    twice = tidied(qtbot)

    assert [each() for each in first + again if each() is not None] == []
    assert twice <= once, (once, twice)
