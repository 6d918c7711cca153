"""Questions are put once, in verbs, and a loss is never one key away."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from dhr_desktop.ui.common import dialogs
from dhr_desktop.ui.common.dialogs import Question, QuestionDialog

LOSS = Question("Remove this person?", "Their names will no longer be covered.", "Remove", danger=True)
PLAIN = Question("Leave the review?", "Everything is saved.", "Leave", "Stay")


@pytest.fixture(params=[LOSS, PLAIN], ids=["loss", "plain"])
def shown(request, qtbot, theme):
    del theme
    made = QuestionDialog(request.param)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_return_does_what_is_safe(shown, qtbot):
    danger = shown.yes.property("role") == "danger"

    qtbot.keyClick(shown, Qt.Key.Key_Return)

    assert shown.result() == (QDialog.DialogCode.Rejected if danger else QDialog.DialogCode.Accepted)


def test_escape_is_no(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_Escape)

    assert shown.result() == QDialog.DialogCode.Rejected


def test_the_button_says_what_will_happen(shown):
    assert shown.yes.text() in {"Remove", "Leave"}


def test_a_test_can_answer_beforehand_in_order():
    first, second = Path("one.xlsx"), Path("two.docx")
    dialogs.answer_next(True)
    dialogs.answer_next([first, second])
    dialogs.answer_next(first)
    dialogs.answer_next(None)

    assert dialogs.ask(LOSS) is True
    assert dialogs.choose_files(None, "Add files", "All (*)") == [first, second]
    assert dialogs.choose_save_path(None, "Save", second, "Word (*.docx)") == first
    assert dialogs.choose_folder(None, "Folder") is None


def test_the_next_choice_begins_in_the_folder_that_was_used_last(tmp_path):
    assert dialogs.first_folder() == Path.home()
    for answer, ask in (
        ([tmp_path / "a" / "rows.csv"], lambda: dialogs.choose_files(None, "Add files", "All (*)")),
        (tmp_path / "b", lambda: dialogs.choose_folder(None, "Folder")),
        (tmp_path / "c" / "draft.docx", lambda: dialogs.choose_save_path(None, "Save", Path("x"), "Word (*.docx)")),
    ):
        folder = answer[0].parent if isinstance(answer, list) else answer if not answer.suffix else answer.parent
        folder.mkdir()
        dialogs.answer_next(answer)
        ask()
        assert dialogs.first_folder() == folder
    dialogs.answer_next(None)
    dialogs.choose_folder(None, "Folder")
    assert dialogs.first_folder() == tmp_path / "c"


def test_a_folder_that_has_gone_is_not_begun_in(tmp_path):
    dialogs.answer_next([tmp_path / "gone" / "rows.csv"])
    dialogs.choose_files(None, "Add files", "All (*)")

    assert dialogs.first_folder() == Path.home()
