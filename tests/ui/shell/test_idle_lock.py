"""Whoever leaves the desk leaves a locked program behind; whoever works, or waits for work, is not disturbed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from dhr_desktop.base.remembered import forgets
from dhr_desktop.domain.sealed import SealedCopy
from dhr_desktop.sharing.seal import Sealed
from dhr_desktop.store import draft_words
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common.kept_words import kept_in_dialog
from dhr_desktop.ui.report.passphrase_dialog import PassphraseDialog
from dhr_desktop.ui.shell import settings
from dhr_desktop.ui.shell.room import ReviewRoom
from dhr_desktop.ui.shell.window import MainWindow
from tests.store.made import CHEAP, PASSPHRASE

Pass = Callable[[float], None]


@pytest.fixture
def minutes(main: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Pass:
    """Lets minutes of the clock go by, at the end of which the program looks at it."""
    now = [1_000_000.0]
    monkeypatch.setattr(main.idle, "_clock", lambda: now[0])
    main.idle._somebody()

    def go_by(minutes: float) -> None:
        now[0] += minutes * 60
        main.idle.look()

    return go_by


def said(main: MainWindow) -> str:
    return main.statusBar().currentMessage()


def is_locked(main: MainWindow) -> bool:
    return main.library is None


def press_a_key(main: MainWindow) -> None:
    QTest.keyClick(main.windowHandle(), Qt.Key.Key_Shift)


def test_after_ten_minutes_without_use_the_program_is_locked_and_says_why(
    main: MainWindow, room: ReviewRoom, minutes: Pass
) -> None:
    minutes(9)
    assert not is_locked(main)
    assert "locks in a minute" in said(main)
    minutes(1)
    assert is_locked(main)
    assert room.review.closed
    assert said(main) == "Locked after 10 minutes without use. What was typed is kept."


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_whoever_is_there_keeps_it_open_and_the_warning_goes(
    main: MainWindow, room: ReviewRoom, minutes: Pass, how: str
) -> None:
    del room
    minutes(9.5)
    assert said(main)
    if how == "key":
        press_a_key(main)
    else:
        QTest.mouseMove(main.windowHandle(), main.rect().center())
        QTest.mouseClick(main.windowHandle(), Qt.MouseButton.LeftButton)
    assert said(main) == ""
    minutes(8)
    assert not is_locked(main)


def test_a_computer_that_slept_is_locked_at_the_first_key_which_changes_nothing(
    main: MainWindow, room: ReviewRoom, minutes: Pass, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = room.page("overview").findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    typed: list[str] = []
    field.textChanged.connect(typed.append)
    monkeypatch.setattr(main.idle, "look", lambda: None)  # it slept: nobody has looked at the clock
    minutes(60)
    QTest.keyClick(main.windowHandle(), Qt.Key.Key_X)
    qtbot.waitUntil(lambda: is_locked(main))
    assert typed == []


def test_it_locks_by_itself_only_where_the_chair_wants_it(
    main: MainWindow, room: ReviewRoom, minutes: Pass, settings_path
) -> None:
    del room
    main.menus.lock_minutes_chosen.emit(0)
    minutes(600)
    assert not is_locked(main)
    assert settings.read(settings_path).settings.lock_minutes == 0
    main.menus.lock_minutes_chosen.emit(30)
    minutes(0)
    minutes(29)
    assert not is_locked(main)
    minutes(1)
    assert is_locked(main)


def test_the_menu_marks_what_is_chosen(main: MainWindow) -> None:
    def ticked() -> list[str]:
        return [action.text() for action in main.menus._minutes.actions() if action.isChecked()]

    assert ticked() == ["10 minutes without use"]
    main.menus._minutes.actions()[-1].trigger()
    assert ticked() == ["&Never by itself"]


def test_work_that_goes_on_is_waited_for(
    main: MainWindow, room: ReviewRoom, minutes: Pass, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as at_work:
        at_work.setattr(type(room.jobs), "busy", property(lambda _: True))
        minutes(60)
        assert not is_locked(main)
    minutes(0)
    assert is_locked(main)


def test_where_nobody_knows_the_passphrase_it_stays_open(main: MainWindow, minutes: Pass, folder) -> None:
    main.enter(Library.create(folder, PASSPHRASE, CHEAP), can_return=False)
    minutes(600)
    assert not is_locked(main)
    assert said(main) == ""


def test_before_the_lock_there_is_nothing_to_lock(main: MainWindow, minutes: Pass) -> None:
    minutes(600)
    assert said(main) == ""


def test_what_is_being_typed_is_kept_by_the_lock(main: MainWindow, room: ReviewRoom, minutes: Pass) -> None:
    room.context.drafts.flushing.connect(lambda: room.context.drafts.keep("entry/new", {"text": "Half a sen"}))
    review_id = room.review.id
    minutes(10)
    assert is_locked(main)
    library = Library.open(main._folder, PASSPHRASE)
    with_it = library.open_review(review_id)
    assert draft_words.listing(with_it) == {"entry/new": {"text": "Half a sen"}}
    with_it.close()
    library.close()


def test_a_dialog_that_waits_for_an_answer_is_put_away_before(
    main: MainWindow, room: ReviewRoom, minutes: Pass, qtbot: QtBot
) -> None:
    del room
    answers = []

    class Waiting(QDialog):
        def done(self, answer: int) -> None:
            answers.append((answer, is_locked(main)))
            super().done(answer)

    dialog = Waiting(main)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitUntil(dialog.isVisible)
    minutes(10)
    qtbot.waitUntil(lambda: is_locked(main))
    assert answers == [(int(QDialog.DialogCode.Rejected), False)]


def half_typed(main: MainWindow, room: ReviewRoom) -> tuple[QDialog, QLineEdit]:
    dialog = QDialog(main)
    line = QLineEdit("offered", dialog)
    kept_in_dialog(dialog, room.context.drafts, "involve/new", {"name": line})
    dialog.open()
    return dialog, line


def test_what_is_typed_into_a_dialog_is_kept_by_the_lock_and_stands_in_it_again(
    main: MainWindow, room: ReviewRoom, minutes: Pass, qtbot: QtBot
) -> None:
    review_id = room.review.id
    dialog, line = half_typed(main, room)
    qtbot.waitUntil(dialog.isVisible)
    line.setText("Lorraine Mar")
    minutes(10)
    qtbot.waitUntil(lambda: is_locked(main))
    main._come_back(Library.open(main._folder, PASSPHRASE))
    qtbot.waitUntil(lambda: main.room is not None)
    again = main.room
    assert again is not None
    assert again.review.id == review_id
    _, line = half_typed(main, again)
    assert line.text() == "Lorraine Mar"


@pytest.mark.parametrize("end", [QDialog.accept, QDialog.reject])
def test_of_a_dialog_that_the_chair_closes_nothing_is_kept(
    main: MainWindow, room: ReviewRoom, qtbot: QtBot, end: Callable[[QDialog], None]
) -> None:
    dialog, line = half_typed(main, room)
    qtbot.waitUntil(dialog.isVisible)
    line.setText("Lorraine Mar")
    qtbot.waitUntil(lambda: bool(room.context.drafts.of("involve/new")))
    end(dialog)
    assert not room.context.drafts.of("involve/new")


def test_a_dialog_that_escape_does_not_close_holds_the_lock_up_for_nobody(
    main: MainWindow, room: ReviewRoom, minutes: Pass, qtbot: QtBot, folder: Path
) -> None:
    del room
    copy = SealedCopy(1, "the panel member for health", "draft.docx", "docx", "panel", "", "")
    dialog = PassphraseDialog(Sealed("six words that are shown once", folder / "draft.docx", copy), main)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    minutes(10)
    qtbot.waitUntil(lambda: is_locked(main))
    assert said(main) == (
        "Locked after 10 minutes without use. What was typed is kept."
        " A passphrase was closed with it: if you had not noted it, make that sealed copy again."
    )


def test_no_word_of_the_review_is_remembered_behind_the_lock(
    main: MainWindow, room: ReviewRoom, minutes: Pass, qtbot: QtBot
) -> None:
    del room
    words = {"Kayleigh": 40.0}
    forgets(words.clear)
    minutes(10)
    assert is_locked(main)
    qtbot.waitUntil(lambda: not words)


@pytest.mark.parametrize("modal", [True, False])
def test_the_key_of_the_lock_locks_from_a_dialog_as_well(
    main: MainWindow, room: ReviewRoom, qtbot: QtBot, modal: bool
) -> None:
    dialog = QDialog(main)
    field = QLineEdit(dialog)
    dialog.setModal(modal)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_locked(main))
    assert room.review.closed
    assert not dialog.isVisible()
    assert said(main) == ""


def test_the_key_of_the_lock_locks_from_a_menu_as_well(main: MainWindow, room: ReviewRoom, qtbot: QtBot) -> None:
    del room
    menu = QMenu(main)
    menu.addAction("One")
    menu.popup(main.rect().center())
    qtbot.waitUntil(menu.isVisible)
    QTest.keyClick(main.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_locked(main))
    assert not menu.isVisible()
