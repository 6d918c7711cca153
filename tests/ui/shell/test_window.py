"""Where the window can be, and that nothing of a review is in it while it is locked."""

import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import facts
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.library import Library
from dhr_desktop.ui.library.begun import NEW
from dhr_desktop.ui.library.page import LibraryPage
from dhr_desktop.ui.shell.appearance import first_size
from dhr_desktop.ui.unlock.page import UnlockPage
from tests.store.made import CHEAP, PASSPHRASE
from tests.ui.shell.conftest import NAME


def everything_said(window):
    """Every word that the window holds, on the screen or for a screen reader."""
    widgets = [window, *window.findChildren(QWidget)]
    said = [words for each in widgets for words in (each.windowTitle(), each.accessibleName(), each.toolTip())]
    return " ".join(said + [each.text() for each in window.findChildren(QLabel)])


def test_it_begins_before_the_lock(main):
    assert isinstance(main.stack.currentWidget(), UnlockPage)
    assert main.windowTitle() == "DHR Desktop"


def test_before_the_lock_only_the_program_itself_can_be_asked_for(main):
    enabled = {name for name, action in main.orders._made.items() if action.isEnabled()}

    assert not {name for name in enabled if name.startswith(("review.", "go.", "library."))}
    assert "program.quit" in enabled
    assert "program.lock" not in enabled


def test_the_first_day_goes_from_a_passphrase_to_an_empty_library(main, qtbot):
    form = main.stack.currentWidget().form
    for field in (form.field, form.again):
        qtbot.keyClicks(field.line, PASSPHRASE)
    qtbot.keyClick(form.again.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: main.library is not None)

    page = main.stack.currentWidget()
    assert isinstance(page, LibraryPage)
    assert page.first.isVisible()
    assert page.first.hasFocus()


def test_a_review_shows_its_name_and_its_first_page(inside, room):
    assert inside.windowTitle() == f"{NAME} – DHR Desktop"
    assert room.shown == "overview"
    assert room.reference.text() == "DHR 7"


def test_once_it_is_locked_no_word_of_the_review_is_left_in_the_window(inside, room, qtbot):
    assert NAME in everything_said(inside)

    inside.orders["program.lock"].trigger()
    qtbot.waitUntil(lambda: len(inside.findChildren(UnlockPage)) == 1 and NAME not in everything_said(inside))

    assert inside.windowTitle() == "DHR Desktop"
    assert room.review.closed


def test_locking_closes_the_library_so_that_it_can_be_opened_again(inside, room, folder):
    del room
    inside.orders["program.lock"].trigger()

    library = Library.open(folder, PASSPHRASE, CHEAP)
    assert [review.name for review in library.reviews()] == [NAME]
    library.close()


def test_a_new_review_that_was_given_up_stays_so_where_it_is_locked_before_that_was_written(main, folder, qtbot):
    main.enter(Library.create(folder, PASSPHRASE, CHEAP))
    page, done = main.stack.currentWidget(), threading.Event()
    page.begun.keep(NEW, {"name": NAME})
    qtbot.waitUntil(lambda: not main.jobs.busy)

    main.jobs.run(lambda _: done.wait(), "What goes on")
    page.begun.forget(NEW)
    main.lock()
    done.set()
    qtbot.waitUntil(lambda: not main.jobs.busy)

    with closing(Library.open(folder, PASSPHRASE, CHEAP)) as again:
        assert not again.begun(NEW)


def test_locking_closes_what_stands_before_the_window(inside, room):
    del room
    inside.orders["review.history"].trigger()
    dialogs = [each for each in inside.findChildren(QWidget) if each.isWindow() and each.isVisible()]
    assert dialogs

    inside.orders["program.lock"].trigger()

    assert not [each for each in dialogs if each.isVisible()]


def test_back_in_the_library_the_review_is_closed_and_listed(inside, room):
    inside.orders["program.library"].trigger()

    assert room.review.closed
    page = inside.stack.currentWidget()
    assert isinstance(page, LibraryPage)
    assert page.model.index(0).data() == NAME
    assert inside.windowTitle() == "DHR Desktop"


def test_the_title_follows_the_reviews_name(inside, room, qtbot):
    with room.review.journal.step("Rename the review"):
        facts.put(room.review, ReviewFacts("Review of the death of Adult B"))

    qtbot.waitUntil(lambda: inside.windowTitle() == "Review of the death of Adult B – DHR Desktop")
    assert room.name.text() == "Review of the death of Adult B"


@pytest.mark.parametrize(("key", "page"), [("2", "submissions"), ("4", "timeline"), ("9", "people"), ("0", "family")])
def test_control_and_a_number_goes_to_a_page(inside, room, qtbot, key, page):
    qtbot.keyClick(inside, key, Qt.KeyboardModifier.ControlModifier)

    assert room.shown == page
    assert room.rail.buttons[page].isChecked()
    assert room.page(page).field.hasFocus()


def test_pages_are_made_when_they_are_first_asked_for(room):
    assert list(room._pages) == ["overview"]


def test_files_let_go_over_the_window_go_to_the_submissions(inside, room):
    files = [Path("one.xlsx"), Path("two.docx")]
    inside.cover.dropped.emit(files)

    assert room.shown == "submissions"
    assert room.page("submissions").taken == files


def test_closing_the_window_closes_the_files(inside, room, folder):
    inside.close()

    assert room.review.closed
    Library.open(folder, PASSPHRASE, CHEAP).close()


def test_the_keyboard_is_never_given_to_what_a_page_has_hidden_meanwhile(inside, room):
    page = room.page("timeline")
    gone = QLineEdit()
    page.layout().addWidget(gone)
    room.show_page("timeline")
    gone.setFocus()
    room.show_page("people")
    gone.hide()

    room.show_page("timeline")

    assert inside.focusWidget() is page.field


def unlock(main, qtbot):
    qtbot.keyClicks(main.stack.currentWidget().findChild(QLineEdit), PASSPHRASE)
    qtbot.keyClick(main.stack.currentWidget().findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: main.library is not None and not main.jobs.busy)


def test_whoever_unlocks_again_is_where_they_were(inside, room, qtbot):
    room.show_page("people")
    inside.orders["program.lock"].trigger()
    unlock(inside, qtbot)

    qtbot.waitUntil(lambda: inside.room is not None)
    assert (inside.room.review.id, inside.room.shown) == (room.review.id, "people")


def test_after_a_fault_one_begins_with_the_list_of_reviews(inside, room, qtbot):
    room.show_page("people")
    inside.lock_for_safety()
    unlock(inside, qtbot)

    assert inside.room is None
    assert isinstance(inside.stack.currentWidget(), LibraryPage)


@pytest.mark.parametrize(
    ("screen", "size"), [((1366, 768), (1240, 720)), ((1280, 720), (1240, 672)), ((1920, 1080), (1240, 780))]
)
def test_the_first_window_stands_whole_on_the_screen_with_its_frame(screen, size):
    assert first_size(QSize(*screen)).toTuple() == size


def test_what_is_refused_after_a_step_is_said_as_a_sentence_for_the_step_stands(room, qtbot):
    def refuse(_change):
        raise StoreProblem("The disk is full.", "Free some space.")

    leave = room.review.journal.subscribe(refuse)
    with room.review.journal.step("Rename"):
        facts.put(room.review, replace(facts.get(room.review), reference="DHR 8"))
    qtbot.waitUntil(lambda: "Your last change is saved" in room.messages.text)
    leave()
    assert "Check that the disk has free space" in room.messages.text
    assert facts.get(room.review).reference == "DHR 8"
