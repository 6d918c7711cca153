"""The form of one question: what is typed is saved at each pause and as a field is left."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import exact_day, in_british_words, parse
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.typed_dates import read_typed_date
from dhr_desktop.ui.common.widgets import UNSAVED, label, restyle

_BLANK = Question(0, 0, "")
_PLAIN = ("words", "asked_of", "answer", "answered_by")
_DAYS = ("asked_on", "answered_on")
_AGENCY_LETTERS = 16
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
Editor = QLineEdit | GrowingText


class QuestionFields(QWidget):
    """Edits a `Question`. Words are told at each pause, days as their field is left: half of one reads as another.

    One with id 0 is told once, when it has words and an agency; what is typed until it has come into the review waits.
    """

    committed = Signal(object, object)
    """The question as it should now be, and as it was (both `Question`)."""
    left = Signal()
    """Escape where nothing was left to put back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = _BLANK
        self._shown: dict[str, str] = {}
        self._began: dict[str, str] = {}
        self._kept = False
        self._waiting = False
        self.sitting: object = object()
        """What is told from a field's being entered to its being left; it is undone together."""
        self._pauses = Pauses(self)
        self.agency = QComboBox()
        self._words = GrowingText(3, 10)
        self._editors: dict[str, Editor] = {
            "words": self._words,
            "asked_on": QLineEdit(),
            "asked_of": QLineEdit(),
            "answer": GrowingText(3, 14),
            "answered_on": QLineEdit(),
            "answered_by": QLineEdit(),
        }
        self._hint = label(role="hint", wrap=True)
        self._build()
        self.show_question(_BLANK)
        self.agency.activated.connect(self.commit)
        self._pauses.due.connect(self.keep)
        for editor in self._editors.values():
            editor.textChanged.connect(self._on_typing)
            editor.installEventFilter(self)

    def _build(self) -> None:
        names = {
            "agency": self.tr("&Agency"),
            "words": self.tr("&Question"),
            "asked_on": self.tr("Asked &on"),
            "asked_of": self.tr("Aske&d of"),
            "answer": self.tr("Ans&wer"),
            "answered_on": self.tr("Answe&red on"),
            "answered_by": self.tr("Answered &by"),
        }
        self.agency.setMinimumContentsLength(_AGENCY_LETTERS)
        self.agency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._editors["asked_of"].setPlaceholderText(self.tr("a person or a post"))
        for name in _DAYS:
            self._editors[name].setPlaceholderText(self.tr("such as 3 May 2021"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        for name in ("agency", "words"):
            self._place(column, name, names)
        self._place_pair(column, ("asked_on", "asked_of"), names)
        self._place(column, "answer", names)
        self._place_pair(column, ("answered_on", "answered_by"), names)
        column.addWidget(self._hint)

    def _place(self, column: QVBoxLayout, name: str, names: dict[str, str]) -> None:
        column.addWidget(self._label(name, names))
        column.addWidget(self._field(name))
        column.addSpacing(SMALL)

    def _place_pair(self, column: QVBoxLayout, pair: tuple[str, str], names: dict[str, str]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(HAIR)
        for place, name in enumerate(pair):
            grid.setColumnStretch(place, 1)
            grid.addWidget(self._label(name, names), 0, place)
            grid.addWidget(self._field(name), 1, place)
        column.addLayout(grid)
        column.addSpacing(SMALL)

    def _field(self, name: str) -> QWidget:
        return self.agency if name == "agency" else self._editors[name]

    def _label(self, name: str, names: dict[str, str]) -> QLabel:
        made = label(names[name], "label")
        field = self._field(name)
        made.setBuddy(field)
        field.setAccessibleName(names[name].replace("&", ""))
        return made

    # What the page does with it.

    @property
    def question(self) -> Question:
        """The question as it was told last."""
        return self._told

    @property
    def is_new(self) -> bool:
        """Whether it is one that has not come into the review."""
        return not self._told.id

    def offer(self, agencies: Sequence[Agency]) -> None:
        """Offer these agencies; what was chosen stays chosen."""
        names = [(0, self.tr("Choose an agency")), *((agency.id, agency.name) for agency in agencies)]
        if [(self.agency.itemData(at), self.agency.itemText(at)) for at in range(self.agency.count())] == names:
            return
        before = self.agency.currentData() or self._told.agency_id
        with QSignalBlocker(self.agency):
            self.agency.clear()
            for agency_id, name in names:
                self.agency.addItem(name, agency_id)
        self._choose_agency(before)

    def show_question(self, question: Question) -> None:
        """Show another question, or the same as it now is; what is being typed into the same one stays."""
        same = bool(question.id) and question.id == self._told.id
        typed = self.unsaved() if same else set()
        self._told, self._waiting = question, False
        for name, text in _texts(question).items():
            editor = self._editors[name]
            if same and name in _PLAIN and editor.hasFocus() and editor.text().strip() == text:
                self._shown[name] = editor.text()  # our own words come back, but for the space after the last
                continue
            if text != self._shown.get(name, "").strip():
                self._began[name] = text
            self._shown[name] = text
            if name not in typed and editor.text() != text:
                editor.setText(text)
                if isinstance(editor, QLineEdit):
                    editor.setCursorPosition(0)
        self._choose_agency(question.agency_id)
        if not same:
            self._begin_sitting()
        self._say()

    def begin(self, question: Question) -> None:
        """Begin a new question. What is drafted of it is kept once the form is left, or gone on with."""
        self.show_question(replace(question, words=""))
        self._words.setText(question.words)
        self._words.moveCursor(QTextCursor.MoveOperation.End)
        self._pauses.stop()
        self._say()
        first = self._words if question.agency_id else self.agency
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_in(self, question: Question) -> None:
        """The new question has come into the review; what was typed meanwhile is saved after it."""
        self._told, self._waiting = question, False
        self._shown = _texts(question)
        self._say()
        self.keep()

    def unsave(self) -> None:
        """Hold what is typed for unsaved again, for it could not be written."""
        self._waiting = False
        self._shown = _texts(replace(self._told, words="")) if self.is_new else self._shown
        self._say()

    def as_typed(self) -> Question:
        """The question as the fields say it. What is not understood stays as it was, and words are never lost."""
        said: dict[str, Any] = {name: self._editors[name].text().strip() for name in _PLAIN}
        said["words"] = said["words"] or self._told.words
        for name in _DAYS:
            day = _read_day(self._editors[name].text())
            if day is not None:
                said[name] = day
        return replace(self._told, agency_id=self.agency.currentData() or self._told.agency_id, **said)

    def unsaved(self) -> set[str]:
        """The fields that say something else than what was told."""
        return {name for name, text in self._shown.items() if self._editors[name].text() != text}

    def keep(self) -> None:
        """Tell the words that were changed, and leave the cursor and the field's own undo as they are."""
        self._pauses.stop()
        begun = {name: getattr(self._told, name) for name in _DAYS if self._editors[name].hasFocus()}
        self._tell(replace(self.as_typed(), **begun))

    def commit(self) -> None:
        """Tell all that was changed and is understood; what comes next is another sitting."""
        self._tell(self.as_typed())
        if self._waiting:
            return
        if self._kept:
            for name in _DAYS:
                if _read_day(self._editors[name].text()) is not None:
                    self._editors[name].setText(_texts(self._told)[name])
            for name, editor in self._editors.items():
                self._shown[name] = editor.text() if name in _PLAIN else _texts(self._told)[name]
                _settle(editor)
            self._say()
        self._begin_sitting()

    def revert(self) -> bool:
        """Put back what stood there when the sitting began. Returns whether anything else did."""
        changed = {name for name, text in self._began.items() if self._editors[name].text() != text}
        for name in changed:
            self._editors[name].setText(self._began[name])
        if not self.is_new:
            self.keep()
        return bool(changed)

    def editor(self, name: str) -> Editor:
        """The widget of a field, by the field's name in `Question`."""
        return self._editors[name]

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.agency, *self._editors.values()]

    def _tell(self, after: Question) -> None:
        before = self._told
        complete = bool(after.words.strip() and after.agency_id)
        if after == before or self._waiting or not complete:
            self._say()
            return
        self._kept = True
        if self.is_new:
            self._waiting = True
        else:
            self._told = after
        self._shown |= {name: self._editors[name].text() for name in _PLAIN}
        self._shown |= {name: text for name, text in _texts(after).items() if name in _DAYS}
        self._say()
        self.committed.emit(after, before)

    def _begin_sitting(self) -> None:
        self._pauses.stop()
        self.sitting, self._kept = object(), False
        self._began = dict(self._shown)

    def _choose_agency(self, agency_id: int) -> None:
        with QSignalBlocker(self.agency):
            self.agency.setCurrentIndex(max(self.agency.findData(agency_id), 0))

    # While it is typed.

    def _on_typing(self) -> None:
        self._say()
        if self.unsaved() & set(_PLAIN):
            self._pauses.typed()

    def _say(self) -> None:
        """Say at each field whether it is on its way to the disk, and what is not understood."""
        unsaved = self.unsaved()
        wrong = {name for name in _DAYS if _read_day(self._editors[name].text()) is None}
        if not self.is_new and not self._words.text().strip():
            wrong.add("words")
        for name, editor in self._editors.items():
            editor.setProperty(UNSAVED, name in unsaved)
            if bool(editor.property("wrong")) != (name in wrong):
                editor.setProperty("wrong", name in wrong)
                restyle(editor)
        self._hint.setText(self._words_about(wrong))
        self._hint.setVisible(bool(self._hint.text()))
        if bool(self._hint.property("wrong")) != bool(wrong):
            self._hint.setProperty("wrong", bool(wrong))
            restyle(self._hint)

    def _words_about(self, wrong: set[str]) -> str:
        if "words" in wrong:
            return self.tr("A question needs words. Escape puts back those it had.")
        if wrong:
            return self.tr("Not understood as one day. Try 3 May 2021.")
        if self.is_new and not self._waiting and not self.as_typed().agency_id:
            return self.tr("Choose the agency it is to be put to; it is kept as soon as it has one.")
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leaving a field saves it; Ctrl+Return saves and Escape puts back without leaving."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in RETURNS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.commit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if not self.revert():
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _texts(question: Question) -> dict[str, str]:
    words = {name: str(getattr(question, name)) for name in _PLAIN}
    days = {name: str(getattr(question, name)) for name in _DAYS}
    return {**words, **{name: in_british_words(parse(day)) if day else "" for name, day in days.items()}}


def _read_day(typed: str) -> str | None:
    """An ISO day, '' for nothing typed, None for what is no one day."""
    if not typed.strip():
        return ""
    date = read_typed_date(typed)
    return date.edtf if date and exact_day(date.edtf) else None


def _settle(editor: Editor) -> None:
    """Forget how the text was typed: from here on Ctrl+Z undoes the step that saved it."""
    if isinstance(editor, QLineEdit):
        place = editor.cursorPosition()
        editor.setText(editor.text())
        editor.setCursorPosition(place)
    else:
        editor.document().clearUndoRedoStacks()
