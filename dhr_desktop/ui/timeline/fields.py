"""The form in which an entry is edited: what is left is saved, what is not understood is said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time
from dhr_desktop.ui.common.widgets import UNSAVED, label, restyle
from dhr_desktop.ui.timeline.typed import with_typed

_BLANK = Entry(id=0, agency_id=0, date_edtf="XXXX", text="")
_PLAIN = ("text", "action", "source", "reference", "comment")
Editor = QLineEdit | GrowingText


class EntryFields(QWidget):
    """An entry's fields. A change is told when a field is left or Ctrl+Return is pressed; Escape puts it back.

    Words are told at each pause too, so that they are on disk while the chair thinks about the next. A date or a
    time waits until its field is left, for half of one reads as another: "1/4/20" on the way to "1/4/2016".
    """

    committed = Signal(object, object)
    """The entry as it should now be, and as it was shown (both `Entry`)."""
    finished = Signal()
    """Ctrl+Return, after what was changed has been told."""
    left = Signal()
    """Escape where nothing was left to put back, as of an entry that is only being begun."""
    typing = Signal()
    """Something stands in a field that has not been told yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = _BLANK
        self._shown: dict[str, str] = {}
        self._began: dict[str, str] = {}
        self._kept = False
        self.sitting: object = object()
        """What is told from a field's being entered to its being left; it is undone together."""
        self.saves_on_leaving = True
        self._read_only = False
        self._pauses = Pauses(self)
        self._editors: dict[str, Editor] = {
            "date": QLineEdit(),
            "time": QLineEdit(),
            "text": GrowingText(3, 14),
            "action": GrowingText(1, 8),
            "source": QLineEdit(),
            "reference": QLineEdit(),
            "comment": GrowingText(2, 8),
        }
        self._hint = label(role="hint", wrap=True)
        self._build()
        for editor in self._editors.values():
            editor.installEventFilter(self)
        self._date.textChanged.connect(self._tell_reading)
        self._time.textChanged.connect(self._tell_reading)
        for editor in self._editors.values():
            editor.textChanged.connect(self._on_typing)
        self._pauses.due.connect(self.keep)

    def _build(self) -> None:
        self._date.setPlaceholderText(self.tr("date not known"))
        self._time.setPlaceholderText("--:--")
        names = self._names()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._place_pair(column, ("date", "time"), names, (3, 1))
        column.addWidget(self._hint)
        for name in ("text", "action"):
            column.addSpacing(8)
            column.addWidget(self._label(name, names))
            column.addWidget(self._editors[name])
        column.addSpacing(8)
        self._place_pair(column, ("source", "reference"), names, (3, 2))
        column.addSpacing(8)
        column.addWidget(self._label("comment", names))
        column.addWidget(self._editors["comment"])

    def _place_pair(
        self, column: QVBoxLayout, pair: tuple[str, str], names: dict[str, str], shares: tuple[int, int]
    ) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, name in enumerate(pair):
            grid.setColumnStretch(place, shares[place])
            grid.addWidget(self._label(name, names), 0, place)
            grid.addWidget(self._editors[name], 1, place)
        column.addLayout(grid)

    def _label(self, name: str, names: dict[str, str]) -> QLabel:
        made = label(names[name], "label")
        made.setBuddy(self._editors[name])
        self._editors[name].setAccessibleName(names[name])
        return made

    def _names(self) -> dict[str, str]:
        return {
            "date": self.tr("Date"),
            "time": self.tr("Time"),
            "text": self.tr("What happened"),
            "action": self.tr("Action taken"),
            "source": self.tr("Source"),
            "reference": self.tr("Reference"),
            "comment": self.tr("Comment"),
        }

    @property
    def _date(self) -> Editor:
        return self._editors["date"]

    @property
    def _time(self) -> Editor:
        return self._editors["time"]

    # What the panel does with it.

    def show_entry(self, entry: Entry) -> None:
        """Show another entry, or the same as it now is; what is being typed into the same entry stays."""
        same = bool(entry.id) and entry.id == self._entry.id
        typed = self.unsaved() if same else set()
        self._entry = entry
        for name, text in _texts(entry).items():
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
        if not same:
            self._begin_sitting()
        self._mark_unsaved()
        self._tell_reading()

    def entry(self) -> Entry:
        """The entry as the fields say it; what is not understood stays as it was."""
        entry = self._entry
        for name in sorted(self.unsaved()):
            entry = self._with(entry, name, self._editors[name].text().strip())
        return entry

    def unsaved(self) -> set[str]:
        """The fields that say something else than the entry."""
        return {name for name, text in self._shown.items() if self._editors[name].text() != text}

    def not_understood(self) -> list[Editor]:
        """The fields that hold what is no date or no time."""
        return [editor for editor, reading in self._readings() if reading is None]

    def unsave(self, entry: Entry) -> None:
        """Hold what is typed for unsaved again, for it could not be written; the entry is still as given."""
        if self._read_only:
            return
        self._entry = entry
        self._shown = _texts(entry)
        self._mark_unsaved()
        self._tell_reading()

    def set_read_only(self, *, on: bool) -> None:
        """Have nothing typed and nothing told, for the fields show other words than the entry holds; or let it be."""
        self._pauses.stop()
        self._read_only = on
        for editor in self._editors.values():
            editor.setReadOnly(on)

    def keep(self) -> None:
        """Tell the words that were changed, and leave the cursor and the field's own undo as they are."""
        if self._read_only:
            return
        changed = {name: self._editors[name].text() for name in self.unsaved() & set(_PLAIN)}
        self._pauses.stop()
        if not (changed and self.saves_on_leaving):
            return
        words: dict[str, Any] = {name: text.strip() for name, text in changed.items()}
        before, self._entry = self._entry, replace(self._entry, **words)
        self._shown |= changed
        self._mark_unsaved()
        if self._entry != before:
            self._kept = True
            self.committed.emit(self._entry, before)

    def commit(self) -> None:
        """Tell what was changed, if anything was and it is understood; what comes next is another sitting."""
        if self._read_only:
            return
        before, after = self._entry, self.entry()
        if after != before:
            self._tell(after, before)
        elif self._kept:
            self._settle_words()
        self._begin_sitting()

    def _tell(self, after: Entry, before: Entry) -> None:
        wrong = {id(editor) for editor in self.not_understood()}
        kept = {name: self._editors[name].text() for name in self._shown if id(self._editors[name]) in wrong}
        self._entry = after
        self._shown = _texts(after)
        for name in ("date", "time"):
            if name not in kept:
                self._editors[name].setText(self._shown[name])
        self._settle_words()
        self._tell_reading()
        self.committed.emit(after, before)

    def _settle_words(self) -> None:
        for name in _PLAIN:
            self._shown[name] = self._editors[name].text()
            _settle(self._editors[name])
        self._mark_unsaved()

    def _begin_sitting(self) -> None:
        self._pauses.stop()
        self.sitting, self._kept = object(), False
        self._began = dict(self._shown)

    def revert(self) -> bool:
        """Put back what stood there when the sitting began. Returns whether anything else did."""
        changed = {name for name, text in self._began.items() if self._editors[name].text() != text}
        for name in changed:
            self._editors[name].setText(self._began[name])
        self.keep()
        return bool(changed)

    def editor(self, name: str) -> Editor:
        """The widget of a field: 'date', 'time', 'text', 'action', 'source', 'reference' or 'comment'."""
        return self._editors[name]

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return list(self._editors.values())

    def focus_first(self, name: str = "text") -> None:
        """Put the keyboard into a field, after what is in it."""
        self._editors[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_typing(self) -> None:
        self._mark_unsaved()
        unsaved = self.unsaved()
        if unsaved and self.saves_on_leaving:
            self.typing.emit()
            if unsaved & set(_PLAIN):
                self._pauses.typed()

    def _mark_unsaved(self) -> None:
        """Say at each field whether its words are on their way to the disk, for the foot of the window."""
        unsaved = self.unsaved()
        for name, editor in self._editors.items():
            editor.setProperty(UNSAVED, name in unsaved)

    # Reading while it is typed.

    def _with(self, entry: Entry, name: str, typed: str) -> Entry:
        return with_typed(entry, name, typed, time_too="time" not in self.unsaved()) or entry

    def _readings(self) -> Iterator[tuple[Editor, object]]:
        yield self._date, read_typed_date(self._date.text())
        yield self._time, read_typed_time(self._time.text())

    def _tell_reading(self) -> None:
        wrong = self.not_understood()
        for editor in (self._date, self._time):
            _mark(editor, wrong=editor in wrong)
        self._hint.setText(self._words_about(wrong))
        _mark(self._hint, wrong=bool(wrong))
        self._hint.setVisible(bool(self._hint.text()))
        self._date.setAccessibleDescription(self._hint.text())

    def _words_about(self, wrong: list[Editor]) -> str:
        if self._date in wrong:
            return self.tr(
                "Not understood as a date. Try 5 April 2016, early June 2014, w/c 3/4/17, spring 2016 or 2016."
            )
        if self._time in wrong:
            return self.tr("Not understood as a time. Try 21:30 or 9.30pm.")
        typed = read_typed_date(self._date.text())
        if typed and "date" in self.unsaved():
            return self.tr("Read as {date}").format(date=in_british_words(parse(typed.edtf)))
        if self._entry.date_written and self._entry.source_row_id:
            written = " ".join(part for part in (self._entry.date_written, self._entry.time_written) if part)
            return self.tr("The agency wrote “{words}”").format(words=" ".join(written.split()))
        return ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leaving a field saves it; Ctrl+Return saves and Escape puts back without leaving."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            elsewhere = event.reason() not in (
                Qt.FocusReason.PopupFocusReason,
                Qt.FocusReason.MenuBarFocusReason,
            )
            if elsewhere and self.saves_on_leaving:
                self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.saves_on_leaving:
                self.commit()
            self.finished.emit()
            return True
        if key == Qt.Key.Key_Escape:
            if not (self.saves_on_leaving and self.revert()):
                self.left.emit()
            return True
        return False


def _texts(entry: Entry) -> dict[str, str]:
    when = entry.when
    texts = {name: str(getattr(entry, name)) for name in _PLAIN}
    return {"date": "" if when.is_unknown else in_british_words(when), "time": entry.time, **texts}


def _settle(editor: Editor) -> None:
    """Forget how the text was typed: from here on Ctrl+Z undoes the step that saved it."""
    if isinstance(editor, QLineEdit):
        place = editor.cursorPosition()
        editor.setText(editor.text())
        editor.setCursorPosition(place)
    else:
        editor.document().clearUndoRedoStacks()


def _mark(widget: QWidget, *, wrong: bool) -> None:
    """Have the style sheet draw the widget as wrong, or no longer."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        restyle(widget)
