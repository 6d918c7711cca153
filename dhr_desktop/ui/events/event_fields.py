"""What the chair calls an event, when she takes it to have been, and her note: written in place, saved at pauses."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from dhr_desktop.domain.dates import UNKNOWN_TEXT, in_british_words, parse
from dhr_desktop.domain.events import Event
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time
from dhr_desktop.ui.common.veil import veiled_words
from dhr_desktop.ui.common.widgets import UNSAVED, label, restyle

_NONE = Event(0)
_PLAIN = ("headline", "note")
Editor = QLineEdit | GrowingText


class EventFields(QWidget):
    """A change is told when a field is left or Ctrl+Return is pressed; Escape puts it back.

    Words are told at each pause too. A date or a time waits until its field is left, for half of one reads as another.
    """

    committed = Signal(object, object)
    """The event as it should now be, and as it was shown (both `Event`)."""
    left = Signal()
    """Escape where nothing was left to put back."""
    typing = Signal()
    """Something stands in a field that has not been told yet."""

    def __init__(self, shown: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._as_shown = shown
        self._covering = self._veiled = False
        self._event = _NONE
        self._shown: dict[str, str] = {}
        self._began: dict[str, str] = {}
        self._kept = False
        self.sitting: object = object()
        """What is told from a field's being entered to its being left; it is undone together."""
        self._pauses = Pauses(self)
        self._editors: dict[str, Editor] = {
            "headline": QLineEdit(),
            "date": QLineEdit(),
            "time": QLineEdit(),
            "note": GrowingText(1, 4),
        }
        self._hint = label(role="hint", wrap=True)
        self._hint.hide()
        self._build()
        for editor in self._editors.values():
            editor.installEventFilter(self)
            editor.textChanged.connect(self._on_typing)
        self._pauses.due.connect(self.keep)

    def _build(self) -> None:
        names = {
            "headline": self.tr("Headline"),
            "date": self.tr("Date"),
            "time": self.tr("Time"),
            "note": self.tr("Note"),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(HAIR)
        for column, (name, share) in enumerate((("headline", 6), ("date", 3), ("time", 1))):
            grid.setColumnStretch(column, share)
            self._place(grid, name, names[name], (0, column))
        grid.addWidget(self._hint, 2, 0, 1, 3)
        self._place(grid, "note", names["note"], (3, 0), 3)
        time = self._editors["time"]
        if isinstance(time, QLineEdit):
            time.setPlaceholderText("--:--")

    def _place(self, grid: QGridLayout, name: str, words: str, at: tuple[int, int], across: int = 1) -> None:
        made = label(words, "label")
        made.setBuddy(self._editors[name])
        self._editors[name].setAccessibleName(words)
        grid.addWidget(made, at[0], at[1], 1, across)
        grid.addWidget(self._editors[name], at[0] + 1, at[1], 1, across)

    def editor(self, name: str) -> Editor:
        """The widget of a field: 'headline', 'date', 'time' or 'note'."""
        return self._editors[name]

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return list(self._editors.values())

    def show_event(self, event: Event, called: str, moment: str) -> None:
        """Show an event, or the same as it now is; what is being typed into the same one stays.

        `called` and `moment` are what stands for a headline and a date that are not given.
        """
        same = bool(event.id) and event.id == self._event.id
        if not same:
            self.commit()
        typed = self.unsaved() if same else set()
        self._event = event
        for name, text in self._texts(event).items():
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
        for name, words in (("headline", called), ("date", moment)):
            editor = self._editors[name]
            editor.setPlaceholderText(words)
        if not same:
            self._begin_sitting()
        self._mark_unsaved()
        self._tell_reading()

    def unsaved(self) -> set[str]:
        """The fields that say something else than the event."""
        return {name for name, text in self._shown.items() if self._editors[name].text() != text}

    def unsave(self, event: Event) -> None:
        """Hold what is typed for unsaved again, for it could not be written; the event is still as given."""
        if event.id == self._event.id:
            self._event = event
            self._shown = self._texts(event)
            self._mark_unsaved()

    def keep(self) -> None:
        """Tell the words that were changed, and leave the cursor and the field's own undo as they are."""
        changed = {name: self._editors[name].text() for name in self.unsaved() & set(_PLAIN)}
        self._pauses.stop()
        if not changed or not self._event.id:
            return
        words: dict[str, Any] = {name: text.strip() for name, text in changed.items()}
        before, self._event = self._event, replace(self._event, **words)
        self._shown |= changed
        self._mark_unsaved()
        if self._event != before:
            self._kept = True
            self.committed.emit(self._event, before)

    def commit(self) -> None:
        """Tell what was changed, if anything was and it is understood; what comes next is another sitting."""
        before, after = self._event, self._read()
        if after != before and before.id:
            wrong = {name: self._editors[name].text() for name in self._not_understood()}
            self._event = after
            self._shown = self._texts(after)
            for name in ("date", "time"):
                if name not in wrong:
                    self._editors[name].setText(self._shown[name])
            self._settle_words()
            self.committed.emit(after, before)
        elif self._kept:
            self._settle_words()
        self._begin_sitting()
        self._tell_reading()

    def revert(self) -> bool:
        """Put back what stood there when the sitting began. Returns whether anything else did."""
        changed = {name for name, text in self._began.items() if self._editors[name].text() != text}
        for name in changed:
            self._editors[name].setText(self._began[name])
        self.keep()
        return bool(changed)

    def _settle_words(self) -> None:
        """Forget how the words were typed: from here on Ctrl+Z undoes the step that saved them."""
        for name in _PLAIN:
            editor = self._editors[name]
            self._shown[name] = editor.text()
            if isinstance(editor, QLineEdit):
                place = editor.cursorPosition()
                editor.setText(editor.text())
                editor.setCursorPosition(place)
            else:
                editor.document().clearUndoRedoStacks()
        self._mark_unsaved()

    def _begin_sitting(self) -> None:
        self._pauses.stop()
        self.sitting, self._kept = object(), False
        self._began = dict(self._shown)

    def cover(self, *, on: bool, veiled: bool = False) -> None:
        """Cover names, or veil all words, and have nothing written meanwhile; what was being written is saved first."""
        if (on, veiled) == (self._covering, self._veiled):
            return
        if on or veiled:
            self.commit()
        self._covering, self._veiled = on, veiled
        for editor in self._editors.values():
            editor.setReadOnly(on or veiled)
        self._shown = self._texts(self._event)
        for name, text in self._shown.items():
            self._editors[name].setText(text)
        self._begin_sitting()
        self._mark_unsaved()

    def _texts(self, event: Event) -> dict[str, str]:
        date = in_british_words(event.when) if event.date_edtf else ""
        words = _veiled if self._veiled else self._as_shown if self._covering else str
        return {"headline": words(event.headline), "date": date, "time": event.time, "note": words(event.note)}

    def _read(self) -> Event:
        """The event as the fields say it; what is not understood stays as it was."""
        event, unsaved = self._event, self.unsaved()
        words: dict[str, Any] = {name: self._editors[name].text().strip() for name in unsaved & set(_PLAIN)}
        event = replace(event, **words)
        if "date" in unsaved and (date := read_typed_date(self._editors["date"].text())) is not None:
            event = replace(event, date_edtf="" if date.edtf == UNKNOWN_TEXT else date.edtf)
            if date.time and "time" not in unsaved:
                event = replace(event, time=date.time)
        if "time" in unsaved and (time := read_typed_time(self._editors["time"].text())) is not None:
            event = replace(event, time=time)
        return event

    def _not_understood(self) -> list[str]:
        readings: tuple[tuple[str, Callable[[str], object]], ...] = (
            ("date", read_typed_date),
            ("time", read_typed_time),
        )
        return [name for name, read in readings if read(self._editors[name].text()) is None]

    def _on_typing(self) -> None:
        self._mark_unsaved()
        self._tell_reading()
        unsaved = self.unsaved()
        if unsaved and self._event.id:
            self.typing.emit()
            if unsaved & set(_PLAIN):
                self._pauses.typed()

    def _mark_unsaved(self) -> None:
        unsaved = self.unsaved()
        for name, editor in self._editors.items():
            editor.setProperty(UNSAVED, name in unsaved)

    def _tell_reading(self) -> None:
        wrong = self._not_understood()
        for name in ("date", "time"):
            _mark(self._editors[name], wrong=name in wrong)
        if "date" in wrong:
            words = self.tr("Not understood as a date. Try 5 April 2016, early June 2014, spring 2016 or 2016.")
        elif "time" in wrong:
            words = self.tr("Not understood as a time. Try 21:30 or 9.30pm.")
        else:
            typed = read_typed_date(self._editors["date"].text()) if "date" in self.unsaved() else None
            words = self.tr("Read as {date}").format(date=in_british_words(parse(typed.edtf))) if typed else ""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        _mark(self._hint, wrong=bool(wrong))
        self._editors["date"].setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leaving a field saves it; Return saves and Escape puts back without leaving."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
                self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in RETURNS and (with_control or isinstance(watched, QLineEdit)):
            self.commit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            if not self.revert():
                self.left.emit()
            return True
        return False


def _veiled(text: str) -> str:
    return veiled_words() if text else ""


def _mark(widget: QWidget, *, wrong: bool) -> None:
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        restyle(widget)
