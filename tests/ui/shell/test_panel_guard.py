"""Panel view is over the whole room: it says so in words, and a page that shows names is not shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import facts, people
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common.kept_words import kept_in_dialog
from tests.store.made import PASSPHRASE
from tests.ui.shell.conftest import NAME

NELL = Person(0, "Helen Drewitt", Role.VICTIM, "Anna")


@pytest.fixture
def shared(room, main, qtbot):
    """The room in panel view."""
    with room.review.journal.step("Add Helen Drewitt"):
        people.add(room.review, NELL)
    qtbot.keyClick(main, Qt.Key.Key_F6)
    return room


def test_one_key_turns_it_on_and_off_and_words_across_the_top_say_so(shared, main, qtbot):
    assert shared.context.panel.on
    assert shared.guard.sign.isVisible()
    assert shared.guard.sign.words.text().startswith("Panel view. Names show as pseudonyms")
    assert main.orders["review.panel_view"].isChecked()

    qtbot.keyClick(main, Qt.Key.Key_F6)

    assert not shared.context.panel.on
    assert not shared.guard.sign.isVisible()


def test_without_a_register_it_says_that_no_name_is_covered(room, main, qtbot):
    qtbot.keyClick(main, Qt.Key.Key_F6)

    assert "no name is covered" in room.guard.sign.words.text()


def test_the_name_of_the_review_is_taken_from_the_title_and_the_head(shared, main, qtbot):
    assert NAME not in main.windowTitle()
    assert main.windowTitle().startswith("Domestic Homicide Review")
    assert (shared.name.text(), shared.reference.text()) == ("Domestic Homicide Review", "DHR 7")

    qtbot.keyClick(main, Qt.Key.Key_F6)
    assert main.windowTitle().startswith(NAME)


def test_a_page_that_does_not_cover_names_is_shielded_until_panel_view_is_left(shared):
    page = shared.page("overview")
    assert not page.isVisible()
    assert shared.guard.shield.isVisible()

    shared.guard.leave()

    assert page.isVisible()
    assert not shared.guard.shield.isVisible()


def test_a_page_that_covers_names_stays(room, main, qtbot):
    room.page("timeline").covers_names = True
    room.show_page("timeline")

    qtbot.keyClick(main, Qt.Key.Key_F6)

    assert room.page("timeline").isVisible()
    room.show_page("report")
    assert room.guard.shield.isVisible()
    assert not room.page("report").isVisible()


def test_what_undo_and_the_messages_say_is_covered(shared, main):
    assert main.orders["review.undo"].text() == "&Undo Add Anna"
    shared.messages.show_note("Helen Drewitt was added.")
    assert shared.messages.text == "Anna was added."


def test_what_is_open_beside_the_page_and_shows_names_is_closed(room, main):
    main.orders["review.history"].trigger()
    main.orders["program.about"].trigger()

    room.context.panel.turn(on=True)

    assert [each.windowTitle() for each in main.findChildren(QWidget) if each.isWindow() and each.isVisible()] == [
        "History"
    ]


def test_what_was_typed_beside_the_page_is_there_again_when_that_is_opened_again(room, main):
    def opened():
        beside = QDialog(main)
        field = QLineEdit(beside)
        kept_in_dialog(beside, room.context.drafts, "keydate/new", {"words": field})
        beside.show()
        return beside, field

    beside, field = opened()
    field.setText("Helen moved to her sister.")
    room.context.panel.turn(on=True)
    assert not beside.isVisible()
    room.context.panel.turn(on=False)
    beside, field = opened()
    assert field.text() == "Helen moved to her sister."
    beside.reject()
    assert not opened()[1].text()


def test_it_is_off_again_after_the_lock(shared, main, library_of, qtbot):
    review_id = shared.review.id
    main.lock()
    assert not main.orders["review.panel_view"].isChecked()

    library = library_of()
    main.enter(library)
    main.show_review(library.open_review(review_id))

    assert not main.room.context.panel.on
    qtbot.waitUntil(lambda: main.windowTitle().startswith(NAME))


@pytest.fixture
def library_of(folder):
    return lambda: Library.open(folder, PASSPHRASE)


def test_a_change_of_the_review_s_name_shows_no_name_either(shared, main, qtbot):
    with shared.review.journal.step("Rename"):
        facts.put(shared.review, ReviewFacts("Helen Drewitt", reference="DHR 8"))
    qtbot.waitUntil(lambda: shared.reference.text() == "DHR 8")

    assert "Drewitt" not in main.windowTitle()


def test_the_keyboard_is_on_the_way_out_before_a_shielded_page(shared):
    assert shared.guard.shield.focusProxy().hasFocus()
