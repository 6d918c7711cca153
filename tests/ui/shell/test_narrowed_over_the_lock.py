"""Whoever narrowed the timeline and left the desk finds it narrowed so again, and only then."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.filters import ALL
from dhr_desktop.store.library import Library
from dhr_desktop.ui.shell.room import ReviewRoom
from dhr_desktop.ui.shell.window import MainWindow
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE
from tests.ui.timeline.made import fill

NARROWED = replace(ALL, text="police", earliest="2016-01-01")


@pytest.fixture
def main(qtbot: QtBot, folder: Path, settings_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(folder, settings_path, CHEAP)
    qtbot.addWidget(made)
    made.show()
    made.enter(Library.create(folder, PASSPHRASE, CHEAP))
    yield made
    made.close()


@pytest.fixture
def room(main: MainWindow, qtbot: QtBot) -> ReviewRoom:
    assert main.library is not None
    main.show_review(copied.review(main.library, ReviewFacts("Aldermarsh"), filled=fill))
    return _room(main, qtbot)


def _room(main: MainWindow, qtbot: QtBot) -> ReviewRoom:
    qtbot.waitUntil(lambda: main.room is not None)
    made = main.room
    assert made is not None
    qtbot.waitUntil(lambda: not made.jobs.busy)
    return made


def _timeline(room: ReviewRoom, qtbot: QtBot) -> TimelinePage:
    page = room.page("timeline")
    assert isinstance(page, TimelinePage)
    qtbot.waitUntil(lambda: not room.jobs.busy)
    return page


def _locked_and_opened(main: MainWindow, qtbot: QtBot) -> ReviewRoom:
    main.lock()
    main._come_back(Library.open(main._folder, PASSPHRASE))
    return _room(main, qtbot)


@pytest.mark.parametrize("at_hand", ["timeline", "gaps"])
def test_filters_and_search_stand_again_after_the_lock(
    main: MainWindow, room: ReviewRoom, qtbot: QtBot, at_hand: str
) -> None:
    room.show_page("timeline")
    _timeline(room, qtbot).filters.set_wanted(NARROWED)
    room.show_page(at_hand)
    again = _locked_and_opened(main, qtbot)
    page = _timeline(again, qtbot)
    assert page.filters.wanted == NARROWED
    assert page.filters.search.text() == "police"
    assert again.shown == at_hand


def test_what_was_cleared_stays_cleared(main: MainWindow, room: ReviewRoom, qtbot: QtBot) -> None:
    room.show_page("timeline")
    _timeline(room, qtbot).filters.set_wanted(NARROWED)
    again = _locked_and_opened(main, qtbot)
    _timeline(again, qtbot).filters.clear_all()
    page = _timeline(_locked_and_opened(main, qtbot), qtbot)
    assert page.filters.wanted == ALL


def test_a_review_that_is_opened_from_the_library_shows_everything(
    main: MainWindow, room: ReviewRoom, qtbot: QtBot
) -> None:
    number = room.review.id
    room.show_page("timeline")
    _timeline(room, qtbot).filters.set_wanted(NARROWED)
    main.orders["program.library"].trigger()
    assert main.library is not None
    main.show_review(main.library.open_review(number))
    assert _timeline(_room(main, qtbot), qtbot).filters.wanted == ALL
