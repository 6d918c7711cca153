"""Undo and Redo name what they act on, and a field that is being typed in comes first."""

import sys

import pytest
from PySide6.QtCore import Qt

from dhr_desktop.store import agencies

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def done(room):
    with room.review.journal.step("Import Housing & Homes"):
        agencies.add(room.review, "Housing & Homes")
    return room


def names(room):
    return [agency.name for agency in agencies.listing(room.review)]


def words(window, name):
    return window.orders[name].text()


def until_settled(qtbot, room):
    qtbot.waitUntil(lambda: not room.jobs.busy)


def test_with_nothing_to_undo_it_cannot_be_asked_for(inside, room):
    del room

    assert not inside.orders["review.undo"].isEnabled()
    assert words(inside, "review.undo") == "&Undo"


def test_the_menu_says_what_would_be_undone(inside, done):
    del done

    assert words(inside, "review.undo") == "&Undo Import Housing && Homes"
    assert inside.orders["review.undo"].isEnabled()


def test_undo_and_redo_turn_the_step_and_say_so(inside, done, qtbot):
    inside.orders["review.undo"].trigger()
    until_settled(qtbot, done)
    assert names(done) == []
    assert done.messages.text == "Undone: Import Housing & Homes"
    assert words(inside, "review.redo") == "&Redo Import Housing && Homes"

    done.messages.action.click()
    until_settled(qtbot, done)
    assert names(done) == ["Housing & Homes"]


def test_redo_pressed_before_the_undo_is_done_is_not_lost(inside, done, qtbot):
    for _ in range(3):
        inside.orders["review.undo"].trigger()
        inside.orders["review.redo"].trigger()
    until_settled(qtbot, done)

    assert names(done) == ["Housing & Homes"]
    assert not inside.orders["review.redo"].isEnabled()


def test_control_z_undoes_typing_before_it_undoes_a_step(inside, done, qtbot):
    inside.activateWindow()
    field = done.page("overview").field
    field.setFocus()
    qtbot.keyClicks(field, "seen")

    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (field.text(), names(done)) == ("", ["Housing & Homes"])

    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    until_settled(qtbot, done)
    assert names(done) == []


@pytest.mark.skipif(sys.platform == "darwin", reason="on a Mac Option writes letters")
def test_a_letter_with_alt_for_a_button_that_is_not_there_is_not_typed(inside, done, qtbot):
    inside.activateWindow()
    field = done.page("overview").field
    field.setFocus()
    qtbot.keyClicks(field, "seen")
    qtbot.keyClick(field, Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)

    assert field.text().endswith("seen")


def test_what_was_undone_last_is_done_again_first(inside, done, qtbot):
    again = CONTROL | Qt.KeyboardModifier.ShiftModifier
    inside.activateWindow()
    field = done.page("overview").field
    field.setFocus()
    qtbot.keyClicks(field, "seen")
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
        until_settled(qtbot, done)
    assert (field.text(), names(done)) == ("", [])

    qtbot.keyClick(field, Qt.Key.Key_Z, again)
    until_settled(qtbot, done)
    assert (field.text(), names(done)) == ("", ["Housing & Homes"])

    qtbot.keyClick(field, Qt.Key.Key_Z, again)
    assert field.text() == "seen"


def test_text_that_was_undone_last_is_done_again_before_a_step(inside, done, qtbot):
    inside.orders["review.undo"].trigger()
    until_settled(qtbot, done)
    inside.activateWindow()
    field = done.page("overview").field
    field.setFocus()
    qtbot.keyClicks(field, "seen")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)

    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert (field.text(), names(done)) == ("seen", [])


def test_in_the_library_there_is_nothing_to_undo(inside, done):
    del done
    inside.orders["program.library"].trigger()

    assert not inside.orders["review.undo"].isEnabled()


def test_redo_is_no_longer_offered_once_something_else_has_been_done(inside, done, qtbot):
    inside.orders["review.undo"].trigger()
    until_settled(qtbot, done)
    assert done.messages.offers == "Redo"

    with done.review.journal.step("Import Surgery"):
        agencies.add(done.review, "Surgery")
    qtbot.waitUntil(lambda: done.messages.offers == "")
    assert done.messages.text == "Undone: Import Housing & Homes"
    assert not done.messages.action.isVisible()


def test_an_undo_that_is_offered_never_takes_back_what_was_done_after_it(inside, done, qtbot):
    done.messages.show_done("Imported.", "Undo", inside.orders["review.undo"].trigger)
    assert done.messages.offers == "Undo"
    with done.review.journal.step("Import Surgery"):
        agencies.add(done.review, "Surgery")
    qtbot.waitUntil(lambda: done.messages.offers == "")
    assert names(done) == ["Housing & Homes", "Surgery"]


def test_other_things_that_are_offered_stay(done, qtbot):
    done.messages.show_done("An entry was made.", "Show it", lambda: None)
    with done.review.journal.step("Import Surgery"):
        agencies.add(done.review, "Surgery")
    until_settled(qtbot, done)
    assert done.messages.offers == "Show it"
