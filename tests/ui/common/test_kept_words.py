"""What is typed into a dialog is given up by whoever closes it, and stays kept until it is written where it is."""

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.store import draft_words
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import KeptWords, kept_until_written
from dhr_desktop.ui.common.pauses import PAUSE
from tests.ui.at_rest import settled

PLACE = "place/new"


class Asking:
    """A dialog with one field, opened as often as it is wanted, whose write does what it is told."""

    def __init__(self, context: ReviewContext, window: QMainWindow) -> None:
        self._context, self._window = context, window
        self.write = lambda: None

    def open(self) -> tuple[QDialog, QLineEdit]:
        """Open it anew."""
        dialog = QDialog(self._window)
        field = QLineEdit(dialog)
        kept_until_written(dialog, self._context.drafts, PLACE, {"name": field})
        dialog.accepted.connect(self._accepted)
        dialog.open()
        return dialog, field

    def _accepted(self) -> None:
        self._context.jobs.run(at_once(self._context.drafts.taken_in_by(PLACE, self.write)), "Saving")


@pytest.fixture
def asking(context: ReviewContext, window: QMainWindow) -> Asking:
    return Asking(context, window)


def _refused() -> None:
    raise StoreProblem("The disk is full.", "Free some space.")


def test_words_of_a_dialog_whose_write_was_refused_stand_there_when_it_is_opened_again(
    asking: Asking, context: ReviewContext, qtbot: QtBot
) -> None:
    asking.write = _refused
    dialog, field = asking.open()
    field.setText("Saltgate")
    dialog.accept()
    settled(context, qtbot)
    assert draft_words.listing(context.review) == {PLACE: {"name": "Saltgate"}}
    assert asking.open()[1].text() == "Saltgate"


def test_words_of_a_dialog_that_were_written_are_kept_no_more(
    asking: Asking, context: ReviewContext, qtbot: QtBot
) -> None:
    dialog, field = asking.open()
    field.setText("Saltgate")
    dialog.accept()
    settled(context, qtbot)
    assert draft_words.listing(context.review) == {}
    assert not asking.open()[1].text()


def test_words_of_a_dialog_that_was_cancelled_are_given_up_and_those_the_lock_closed_are_not(
    asking: Asking, context: ReviewContext, qtbot: QtBot
) -> None:
    dialog, field = asking.open()
    field.setText("Saltgate")
    context.drafts.flush()
    dialog.reject()
    dialog, field = asking.open()
    assert field.text() == "Saltgate"
    dialog.reject()
    settled(context, qtbot)
    assert draft_words.listing(context.review) == {}
    assert not asking.open()[1].text()


def test_a_field_that_is_typed_into_for_somebody_else_touches_nothing_that_was_kept_before(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot
) -> None:
    """It takes longer than most, for it waits for a pause in the typing."""
    field = QLineEdit(window)
    of_one = KeptWords(context.drafts, "letter/1/fields", {"meeting": field}, window)
    field.setText("At her sister's house")
    of_one.keep()
    of_one.end()
    field.clear()
    KeptWords(context.drafts, "letter/2/fields", {"meeting": field}, window)
    field.setText("At the town hall")
    qtbot.waitUntil(lambda: bool(context.drafts.of("letter/2/fields")))
    qtbot.wait(PAUSE // 10)
    assert context.drafts.of("letter/1/fields") == {"meeting": "At her sister's house"}
