"""Every place in the window can be used without a mouse, told by a screen reader, and read at twice the size."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import now
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, people, questions, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.submissions import NewSubmission
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, entry

SCREEN = (1366, 768)
PLACES = ("first day", "lock", "empty library", "library", "new review", "history", "shortcuts", "about", *PAGES)


def names_of(widget: QWidget) -> str:
    """What a screen reader would say of a widget."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    return "" if spoken is None else spoken.text(QAccessible.Text.Name).strip()


def stops(place: QWidget) -> list[QWidget]:
    """What the keyboard can stop at in a place, as it is shown now."""
    every = [place, *place.findChildren(QWidget)]
    return [
        each
        for each in every
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisibleTo(place)
        and each.isEnabledTo(place)
        and each.focusProxy() is None
        and each.window() is place.window()
    ]


def fill(review: Review) -> None:
    """One of everything, so that no page is an empty one."""
    with review.journal.step("Import Housing"):
        agency = agencies.add(review, "Housing")
        submission = submissions.add(review, NewSubmission(agency.id, "housing.csv", b"rows", "", now()))
        entries.add_many(review, [entry(agency.id, text="Visit.", submission_id=submission) for _ in range(3)])
        people.add(review, Person(0, "Adult A", Role.VICTIM, "Anna"))
        questions.add(review, Question(0, agency.id, "Who visited, and why?", answer="Nobody knows."))


class Tour:
    """Goes to a place by its name and gives what is shown there."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self._folder = window, folder

    def go(self, place: str) -> QWidget:
        if place == "lock":
            Library.create(self._folder, PASSPHRASE, CHEAP).close()
            self.window.show_unlock()
        if place not in ("first day", "lock"):
            self._enter(place)
        orders = {"new review": "library.new", "history": "review.history"}
        orders |= {"shortcuts": "program.shortcuts", "about": "program.about"}
        if place not in orders:
            return self.window
        self.window.orders[orders[place]].trigger()
        [dialog] = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return dialog

    def _enter(self, place: str) -> None:
        library = Library.create(self._folder, PASSPHRASE, CHEAP)
        if place == "empty library":
            self.window.enter(library)
            return
        review = copied.review(library, ReviewFacts("Adult A"), filled=fill)
        self.window.enter(library)
        if place in (*PAGES, "history"):
            self.window.show_review(review)
        if place in PAGES and self.window.room:
            self.window.room.show_page(place)


@pytest.fixture
def tour(qtbot: QtBot, qapp, tmp_path: Path) -> Iterator[Tour]:
    font, palette = qapp.font(), qapp.palette()
    window = MainWindow(tmp_path / "library", tmp_path / "window.toml", CHEAP)
    qtbot.addWidget(window)
    window.resize(*SCREEN)
    window.show()
    yield Tour(window, tmp_path / "library")
    window.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not (window.jobs.busy or (window.room and window.room.jobs.busy)))


@pytest.mark.parametrize("place", PLACES)
def test_whatever_the_keyboard_stops_at_has_a_name(tour, qtbot, place):
    shown = tour.go(place)
    settle(qtbot, tour.window)

    found = stops(shown)
    assert found
    assert [f"{type(each).__name__} {each.objectName()}" for each in found if not names_of(each)] == []


@pytest.mark.parametrize("place", PLACES)
def test_the_keyboard_reaches_everything_and_is_caught_nowhere(tour, qtbot, place):
    shown = tour.go(place)
    settle(qtbot, tour.window)
    chain, each = [], shown.nextInFocusChain()
    while each is not shown and len(chain) < 5000:
        chain.append(each)
        each = each.nextInFocusChain()

    assert [type(stop).__name__ for stop in stops(shown) if stop is not shown and stop not in chain] == []


@pytest.mark.parametrize("place", PLACES)
def test_at_twice_the_size_everything_still_fits_a_small_screen(tour, qtbot, place):
    shown = tour.go(place)
    tour.window.appearance.choose_text_size(200)
    settle(qtbot, tour.window)
    needed = shown.minimumSizeHint()

    assert (needed.width() <= SCREEN[0], needed.height() <= SCREEN[1]) == (True, True), needed


def test_every_page_of_the_review_is_on_the_tour():
    assert set(PAGES) <= set(PLACES)


@pytest.mark.parametrize("place", ["new review", "history", "shortcuts", "about"])
def test_a_dialog_closes_with_escape_and_gives_the_keyboard_back(tour, qtbot, place):
    shown = tour.go(place)
    settle(qtbot, tour.window)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)

    assert not shown.isVisible()
    qtbot.waitUntil(lambda: tour.window.isActiveWindow() and tour.window.focusWidget() is not None)


def menus(window: MainWindow) -> list[QMenu]:
    return [menu for menu in window.menuBar().findChildren(QMenu) if menu.actions()]


def test_no_two_lines_of_a_menu_share_a_key(tour):
    rows = [
        ("the bar", tour.window.menuBar().actions()),
        *((menu.title(), menu.actions()) for menu in menus(tour.window)),
    ]
    for name, actions in rows:
        words = [action.text().replace("&&", "") for action in actions if not action.isSeparator()]
        keys = Counter(text[text.index("&") + 1].lower() for text in words if "&" in text)
        assert [key for key, times in keys.items() if times > 1] == [], name


def test_every_scrolled_text_can_be_scrolled_by_keyboard(tour, qtbot):
    tour.go("timeline")
    settle(qtbot, tour.window)

    for area in tour.window.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.verticalScrollBar().maximum() > 0:
            inside = [area, *area.findChildren(QWidget)]
            assert any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in inside), area
