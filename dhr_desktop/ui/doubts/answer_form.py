"""The entry at hand: what is in doubt about it, and the fields to put it right in."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.timeline.doubts import fixed
from dhr_desktop.timeline.edit import redated, retimed
from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.kept_words import KeptWords
from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time
from dhr_desktop.ui.common.widgets import UNSAVED, button, label, restyle
from dhr_desktop.ui.common.words import offered

_LONGEST = 600


def place_of(entry_id: int) -> str:
    """Where the drafts keep what is typed of an answer."""
    return f"doubt/{entry_id}"


class AnswerForm(QWidget):
    """Return accepts what stands or saves what was typed; Ctrl+Return puts in what the doubt offers."""

    accepted = Signal()
    corrected = Signal(object)
    """The `Entry` as the chair has put it right."""
    later_wanted = Signal()
    removal_wanted = Signal()
    """The entry, whose row is gone from the agency's file, shall go too."""

    def __init__(self, seen: Callable[[Entry], Entry], drafts: Drafts, parent: QWidget | None = None) -> None:
        """`seen` gives an entry as it may be seen; `drafts` keep what is typed and not saved."""
        super().__init__(parent)
        self._seen, self._drafts = seen, drafts
        self._kept: KeptWords | None = None
        self._entry: Entry | None = None
        self._shown: tuple[str, str] = ("", "")
        self.title = label(role="heading", wrap=True)
        self._doubts = label(wrap=True)
        self.date, self.time = QLineEdit(), QLineEdit()
        self._date_label = label(role="label")
        self._reading = label(role="hint", wrap=True)
        self.text = label(wrap=True)
        """What happened, for the page to place below the answers."""
        self.accept = button(self.tr("Accept as read"), "primary", self.answer)
        self.fix = button("", "", self.put_right)
        self.later = button(self.tr("&Later"), "quiet", self.later_wanted.emit)
        self.remove = button(self.tr("&Remove the entry"), "", self.removal_wanted.emit)
        self._build()
        for line in (self.date, self.time):
            line.textChanged.connect(self._tell_reading)
        for each in (self.date, self.time, self.accept, self.fix, self.remove, self.later):
            each.installEventFilter(self)

    def _build(self) -> None:
        self.accept.setToolTip(self.tr("The reading stands: clear these doubts  (Return)"))
        self.later.setToolTip(self.tr("Leave it in doubt and go on  (Alt+Down)"))
        self.date.setPlaceholderText(self.tr("date not known"))
        self.time.setPlaceholderText("--:--")
        self.time.setAccessibleName(self.tr("Time"))
        box = QFrame()
        box.setProperty("role", "doubt")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        inside.addWidget(self._doubts)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(HAIR)
        time_label = label(self.tr("Time"), "label")
        time_label.setBuddy(self.time)
        self._date_label.setBuddy(self.date)
        for place, (words, line) in enumerate(((self._date_label, self.date), (time_label, self.time))):
            grid.addWidget(words, 0, place)
            grid.addWidget(line, 1, place)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for each in (self.accept, self.fix, self.remove, self.later):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.title)
        column.addWidget(box)
        column.addLayout(grid)
        column.addWidget(self._reading)
        column.addLayout(buttons)

    @property
    def entry(self) -> Entry | None:
        """The entry at hand."""
        return self._entry

    def show_entry(self, entry: Entry | None, title: str = "") -> None:
        """Show another entry, or the same as it now is; what is being typed into the same entry stays."""
        same = bool(entry and self._entry and entry.id == self._entry.id)
        typed = same and (self.date.text(), self.time.text()) != self._shown
        if not same:
            self._end_keeping()
        self._entry = entry
        if entry is None:
            return
        self.title.setText(title)
        self.show_words()
        name = self.tr("Reported on") if self._is_report() else self.tr("Date")
        self._date_label.setText(name)
        self.date.setAccessibleName(name)
        when = parse(entry.reported_edtf or "XXXX") if self._is_report() else entry.when
        self._shown = ("" if when.is_unknown else in_british_words(when), entry.time)
        if self._kept is not None:
            self._kept.offer(self._offered)
        if not typed or self._typed(entry) == entry:
            self.date.setText(self._shown[0])
            self.time.setText(self._shown[1])
        self.remove.setVisible(any(doubt.field == "row" for doubt in entry.doubts))
        self._offer()
        self._keep_typed(entry)
        self._tell_reading()

    def show_words(self) -> None:
        """Say what is doubted and what happened, in words as they may be seen now."""
        if self._entry is None:
            return
        shown = self._seen(self._entry)
        self._doubts.setText("\n".join(dict.fromkeys(doubt.words for doubt in shown.doubts)))
        self._tell_reading()
        self.text.setText(shown.text if len(shown.text) <= _LONGEST else f"{shown.text[:_LONGEST]}…")

    def offer(self) -> Doubt | None:
        """The first doubt that offers something to put in its place."""
        return next((doubt for doubt in self._entry.doubts if doubt.fix), None) if self._entry else None

    def take_keyboard(self) -> None:
        """Put the keyboard into the field in doubt, with its words chosen, so that typing replaces them."""
        line = self._line()
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def begin_typing(self, typed: str) -> None:
        """Go on with what was typed elsewhere on the page: in place of what was read, or after what is being typed."""
        line, begun = self._line(), bool(self.unsaved())
        self.take_keyboard()
        if begun:
            line.setCursorPosition(len(line.text()))
        line.insert(typed)

    def _line(self) -> QLineEdit:
        fields = {doubt.field for doubt in self._entry.doubts} if self._entry else set()
        return self.time if fields == {"time"} else self.date

    def unsaved(self) -> str:
        """What was typed and has not been saved; '' for nothing."""
        pairs = zip((self.date.text(), self.time.text()), self._shown, strict=True)
        return " ".join(typed for typed, shown in pairs if typed != shown)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.date, self.time, self.accept, self.fix, self.remove, self.later]

    # What is typed and not saved is there again when the entry is.

    def _keep_typed(self, entry: Entry) -> None:
        if self._kept is None:
            fields = {"date": self.date, "time": self.time}
            self._kept = KeptWords(self._drafts, place_of(entry.id), fields, self, self._offered)

    @property
    def _offered(self) -> dict[str, str]:
        return dict(zip(("date", "time"), self._shown, strict=True))

    def _end_keeping(self) -> None:
        """What is typed stays with its own entry; where it is the answer, the write takes it in."""
        if self._kept is not None:
            self._kept.hand_over()
            self._kept = None

    # Answering.

    def answer(self) -> None:
        """Accept the reading where nothing was typed, else save what was; what is not understood stays."""
        if self._entry is None:
            return
        typed = self._typed(self._entry)
        if typed is None:
            self._tell_reading()
        elif typed == self._entry:
            self._end_keeping()
            self.accepted.emit()
        else:
            self._end_keeping()
            self.corrected.emit(typed)

    def put_right(self) -> None:
        """Put in what the doubt offers."""
        doubt = self.offer()
        if self._entry and doubt:
            self._end_keeping()
            self.corrected.emit(fixed(self._entry, doubt))

    def _typed(self, entry: Entry) -> Entry | None:
        date, time = self.date.text(), self.time.text()
        if date != self._shown[0]:
            read = read_typed_date(date)
            if read is None:
                return None
            if self._is_report():
                left = tuple(doubt for doubt in entry.doubts if doubt.field != "reported")
                entry = replace(entry, reported_edtf=read.edtf, doubts=left)
            else:
                entry = redated(entry, read.edtf)
                entry = retimed(entry, read.time) if read.time and time == self._shown[1] else entry
        if time != self._shown[1]:
            hour = read_typed_time(time)
            return None if hour is None else retimed(entry, hour)
        return entry

    def _is_report(self) -> bool:
        return bool(self._entry and self._entry.doubts and all(d.field == "reported" for d in self._entry.doubts))

    def _offer(self) -> None:
        doubt = self.offer()
        self.fix.setVisible(doubt is not None)
        if doubt:
            self.fix.setText(offered(doubt))
            self.fix.setToolTip(self.tr("Put this in its place  (Ctrl+Return)"))

    def _tell_reading(self) -> None:
        date, time = read_typed_date(self.date.text()), read_typed_time(self.time.text())
        changed = (self.date.text(), self.time.text()) != self._shown
        if date is None:
            words = self.tr("Not understood as a date. Try 5 April 2016, early June 2014, w/c 3/4/17 or spring 2016.")
        elif time is None:
            words = self.tr("Not understood as a time. Try 21:30 or 9.30pm.")
        elif changed:
            words = self.tr("Read as {date}").format(date=in_british_words(parse(date.edtf)))
        else:
            words = self._written()
        self._reading.setText(words)
        self.accept.setText(self.tr("Save and go on") if changed else self.tr("Accept as read"))
        for line, shown in zip((self.date, self.time), self._shown, strict=True):
            line.setProperty(UNSAVED, line.text() != shown)
        for line, wrong in ((self.date, date is None), (self.time, time is None)):
            line.setAccessibleDescription(words)
            line.setProperty("wrong", wrong)
            restyle(line)

    def _written(self) -> str:
        entry = self._seen(self._entry) if self._entry else None
        written = " ".join(f"{entry.date_written} {entry.time_written}".split()) if entry else ""
        return self.tr("The agency wrote “{words}”").format(words=written) if written else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Return answers, from a field; on a button it presses it. Escape puts back what was typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in RETURNS:
                return self._on_return(watched, event)
            if event.key() == Qt.Key.Key_Escape and isinstance(watched, QLineEdit):
                self.date.setText(self._shown[0])
                self.time.setText(self._shown[1])
                watched.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _on_return(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or watched is self.fix:
            self.put_right()
        elif watched is self.remove:
            self.removal_wanted.emit()
        elif watched is self.later:
            self.later_wanted.emit()
        else:
            self.answer()
        return True
