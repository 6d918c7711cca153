"""Arriving at a page the keyboard stands where the work is done, or on the one thing that can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from dhr_desktop.domain.events import Question
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, people
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import events, questions
from dhr_desktop.ui.common.actions import PAGES
from tests.journeys.at_the_keyboard import CONTROL, rest
from tests.store import copied, made
from tests.store.made import CHEAP, PASSPHRASE

SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYS = dict(zip(PAGES, (getattr(Qt.Key, f"Key_{n}") for n in (*range(1, 10), 0, 0)), strict=True))
"""With Ctrl; the last page, for which no figure is left, with Shift as well."""
WORKED_IN = {
    "submissions": lambda page: page.table,
    "doubts": lambda page: page.form,
    "timeline": lambda page: page.table,
    "events": lambda page: page.suggested.list,
    "disagreements": lambda page: page.list,
    "questions": lambda page: page.table,
    "gaps": lambda page: page.table,
    "people": lambda page: page.view("register").table,
    "family": lambda page: page.list,
    "report": lambda page: page.passages.list,
}
"""Where the work of a page begins. The overview leads on, so there it is the first way to do so."""
TO_DO = {
    "overview": "Bring in what agencies sent",
    "submissions": "Choose files…",
    "doubts": "Go to the timeline",
    "timeline": "Bring in what agencies sent",
    "events": "Bring in what agencies sent",
    "disagreements": "Go to the Events",
    "questions": "Ask the first question",
    "gaps": "",
    "people": "Enter the first person",
    "family": "Involve the first person…",
}
"""What an empty page offers."""


@pytest.fixture
def empty(window, tmp_path, qtbot):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    review = copied.review(library, ReviewFacts("Aldermarsh"))
    window.enter(library)
    window.show_review(review)
    rest(window, qtbot)
    return review


@pytest.fixture
def full(review, window, qtbot):
    """The review with something to do on every page."""
    events.group(review, _two_that_differ(review))
    questions.raise_question(review, Question(0, agencies.listing(review)[0].id, "Who attended?"))
    with review.journal.step("Enter a person"):
        people.add(review, Person(0, "Kayleigh Drewitt", Role.VICTIM))
        people.add(review, Person(0, "Alfie Marchbank", Role.CHILD))
    rest(window, qtbot)
    return review


def _two_that_differ(review) -> list[int]:
    """Accounts of two agencies that contradict each other, so that there is something to decide."""
    one, other, *_ = agencies.listing(review)
    return made.add(
        review,
        made.entry(one.id, "2017-03-14", "Attended. No visible injuries."),
        made.entry(other.id, "2017-03-14", "Bruise to left arm."),
    )


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def go(window, qtbot, name):
    qtbot.keyClick(QApplication.focusWidget() or window, KEYS[name], SHIFTED if name == PAGES[-1] else CONTROL)
    rest(window, qtbot)
    assert window.room.shown == name
    return window.room.page(name)


def stands_in(widget: QWidget) -> bool:
    return focused() is widget or widget.isAncestorOf(focused())


@pytest.mark.usefixtures("full")
def test_after_the_lock_the_keyboard_is_on_the_next_thing_to_do(window):
    assert window.room.page("overview").stand.isAncestorOf(focused())


@pytest.mark.parametrize("round_again", [False, True])
@pytest.mark.usefixtures("full")
def test_by_its_key_each_page_begins_where_its_work_is_done(window, qtbot, round_again):
    for _ in range(1 + round_again):
        assert go(window, qtbot, "overview").stand.isAncestorOf(focused())
        for name, worked_in in WORKED_IN.items():
            page = go(window, qtbot, name)
            assert stands_in(worked_in(page)), (name, focused())


@pytest.mark.usefixtures("empty")
def test_on_an_empty_page_it_is_on_the_one_thing_to_do(window, qtbot):
    for name, words in TO_DO.items():
        page = go(window, qtbot, name)
        found = focused()
        assert page.isAncestorOf(found), (name, found)
        assert isinstance(found, QAbstractButton), (name, found)
        assert not words or found.text().replace("&", "") == words, name


@pytest.mark.usefixtures("full")
def test_by_the_rail_a_page_begins_where_by_its_key(window, qtbot):
    for name in ("events", "questions", "timeline"):
        qtbot.mouseClick(window.room.rail.buttons[name], Qt.MouseButton.LeftButton)
        rest(window, qtbot)
        assert stands_in(WORKED_IN[name](window.room.page(name))), (name, focused())


@pytest.mark.usefixtures("full")
def test_a_suggestion_is_answered_by_key_as_soon_as_the_page_is_there(window, qtbot):
    page = go(window, qtbot, "events")
    before = page.suggested.number
    qtbot.keyClick(focused(), Qt.Key.Key_Delete)
    rest(window, qtbot)
    assert page.suggested.number == before - 1


def test_led_to_an_event_or_entries_the_keyboard_is_in_their_list(window, full, qtbot):
    room = window.room
    event_id = next(entry.event_id for entry in entries.iterate(full) if entry.event_id)
    go(window, qtbot, "people")
    room.ways.event_wanted.emit(event_id)
    rest(window, qtbot)
    assert room.page("events").grouped.list.hasFocus()
    room.ways.entries_wanted.emit([next(entries.iterate(full)).id])
    rest(window, qtbot)
    assert room.page("timeline").table.hasFocus()
    room.ways.disagreements_wanted.emit(event_id)
    rest(window, qtbot)
    assert room.page("disagreements").list.hasFocus()


@pytest.mark.usefixtures("full")
def test_whoever_was_writing_comes_back_to_the_words(window, qtbot):
    words = go(window, qtbot, "questions").fields.editor("words")
    words.setFocus()
    go(window, qtbot, "events")
    go(window, qtbot, "questions")
    assert words.hasFocus()


@pytest.mark.usefixtures("full")
def test_whoever_was_searching_comes_back_to_the_list(window, qtbot):
    page = go(window, qtbot, "events")
    page.search.setFocus()
    go(window, qtbot, "questions")
    go(window, qtbot, "events")
    assert page.suggested.list.hasFocus()


@pytest.mark.usefixtures("full")
def test_no_page_shows_a_window_of_its_own_on_the_way(window, qtbot):
    """One that was there for a moment took the keyboard with it."""
    for name in PAGES:
        window.room.show_page(name)
        rest(window, qtbot)
        assert window.isActiveWindow(), name


def test_the_overview_stays_at_its_top_when_it_is_read_anew(window, full, qtbot):
    go(window, qtbot, "questions")
    questions.raise_question(full, Question(0, agencies.listing(full)[0].id, "Who decided?"))
    page = go(window, qtbot, "overview")
    assert page.stand.isAncestorOf(focused())
    assert page._area.verticalScrollBar().value() == 0
