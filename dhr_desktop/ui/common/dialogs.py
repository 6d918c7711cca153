"""Questions to the chair, and choices of files and folders. Tests answer them through `answer_next`."""

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import button, label

T = TypeVar("T")
_answers: deque[object] = deque()
_used: deque[Path] = deque(maxlen=1)
"""The folder used last. It is kept nowhere but here, for its name may say who the review is about."""

SAID_WHEN_LOCKED = "said_when_locked"
"""The property of a dialog with what has to be said when the lock closes it: of what is lost with it."""


def answer_next(answer: object) -> None:
    """Have the next dialog give `answer` without being shown: a bool, a `Path`, a list of them, or None."""
    _answers.append(answer)


def unanswered() -> list[object]:
    """The answers no dialog has asked for, forgotten as they are given, as is the folder used last."""
    left = list(_answers)
    _answers.clear()
    _used.clear()
    return left


@dataclass(frozen=True, slots=True)
class Question:
    """A question with two answers. `yes` and `no` are verbs that say what will happen; `danger` marks a loss."""

    title: str
    words: str
    yes: str
    no: str = ""
    danger: bool = False


def ask(question: Question, parent: QWidget | None = None) -> bool:
    """Put a question; the answer is True for `yes`. Escape and closing are 'no'."""
    if _answers:
        return bool(_answers.popleft())
    return QuestionDialog(question, parent).exec() == QDialog.DialogCode.Accepted


class QuestionDialog(QDialog):
    """A question on the screen. Where something would be lost, 'no' is what Return does."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        title = label(question.title, "heading", wrap=True)
        words = label(question.words, wrap=True)
        words.setMinimumWidth(380)
        box = button_box(self, question.yes, question.no, "danger" if question.danger else "primary")
        self.yes, self.no = box.buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(MEDIUM)
        column.addWidget(box)
        first = self.no if question.danger else self.yes
        for each in (self.yes, self.no):
            if isinstance(each, QPushButton):
                each.setDefault(each is first)
        first.setFocus()


def choose_files(parent: QWidget | None, title: str, patterns: str, folder: Path | None = None) -> list[Path]:
    """Files to read, none when it is cancelled. `patterns` are Qt's: 'Spreadsheets (*.xlsx *.csv)'."""
    if _answers:
        given = _answers.popleft()
        found = [each for each in given if isinstance(each, Path)] if isinstance(given, list | tuple) else []
    else:
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder or first_folder()), patterns)
        found = [Path(name) for name in names]
    _used.extend(each.parent for each in found)
    return found


def choose_save_path(parent: QWidget | None, title: str, suggested: Path, patterns: str) -> Path | None:
    """Where to write a file; None when it is cancelled. What is suggested at home goes where files were used last."""
    if _answers:
        chosen = _as_path(_answers.popleft())
    else:
        begin = first_folder() / suggested.name if suggested.parent == Path.home() else suggested
        name, _ = QFileDialog.getSaveFileName(parent, title, str(begin), patterns)
        chosen = Path(name) if name else None
    if chosen:
        _used.append(chosen.parent)
    return chosen


def with_ending(path: Path, form: str) -> Path:
    """The path that was chosen, with the ending of the file's format where the chair left it out."""
    return path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")


def choose_folder(parent: QWidget | None, title: str, folder: Path | None = None) -> Path | None:
    """A folder; None when it is cancelled."""
    if _answers:
        chosen = _as_path(_answers.popleft())
    else:
        name = QFileDialog.getExistingDirectory(parent, title, str(folder or first_folder()))
        chosen = Path(name) if name else None
    if chosen:
        _used.append(chosen)
    return chosen


def first_folder() -> Path:
    """Where a choice of files begins: in the folder used last while the program runs, at first at home."""
    return next((each for each in _used if each.is_dir()), Path.home())


def _as_path(answer: object) -> Path | None:
    return answer if isinstance(answer, Path) else None


def button_box(dialog: QDialog, yes: str, no: str = "", role: str = "primary") -> QDialogButtonBox:
    """The two buttons at the foot of a form, in the order of the system: `yes` accepts, the other does not."""
    box = QDialogButtonBox()
    accept = button(yes, role)
    box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton(button(no or QCoreApplication.translate("dialogs", "Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
    accept.setDefault(True)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
