"""The dates between which entries are wanted: what opens for a stretch of days."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from dhr_desktop.domain.dates import EdtfDate, in_british_words, parse
from dhr_desktop.ui.common.theme import SMALL, Theme
from dhr_desktop.ui.common.typed_dates import read_typed_date
from dhr_desktop.ui.common.widgets import label, restyle
from dhr_desktop.ui.timeline.choice_popover import Popover

_TYPING_PAUSE_MS = 250
_WIDTH = 320


class DatesPopover(Popover):
    """Two fields. A year or a month will do; what is not understood does not narrow, and is said."""

    chosen = Signal(str, str)
    """The first and last day wanted, ISO; '' where there is no such end."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.title.setText(self.tr("Dates"))
        self.earliest, self.latest = QLineEdit(), QLineEdit()
        self.reading = label(role="hint", wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._told = ("", "")
        fields = QFormLayout()
        fields.setHorizontalSpacing(SMALL)
        fields.setVerticalSpacing(SMALL)
        for words, field in ((self.tr("From"), self.earliest), (self.tr("To"), self.latest)):
            field.setAccessibleName(words)
            field.setPlaceholderText(self.tr("a day, month or year"))
            field.textChanged.connect(self._typed)
            fields.addRow(words, field)
        self.column.addLayout(fields)
        self.column.addWidget(self.reading)
        self.setFixedWidth(theme.scaled(_WIDTH))

    def offer(self, earliest: str, latest: str) -> None:
        """Show the present ends, in words that can be typed back."""
        for field, day in ((self.earliest, earliest), (self.latest, latest)):
            field.blockSignals(True)
            field.setText(in_british_words(parse(day)) if day else "")
            field.blockSignals(False)
        self._told = (earliest, latest)
        self._say()

    def open_under(self, widget: QWidget) -> None:
        """Open it, with the keyboard in the first field."""
        super().open_under(widget)
        self.earliest.setFocus(Qt.FocusReason.PopupFocusReason)
        self.earliest.selectAll()

    def hideEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """What was typed last counts, without waiting for the pause."""
        if self._pause.isActive():
            self._tell()
        super().hideEvent(event)

    def _typed(self) -> None:
        self._say()
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        days = (
            _day(self._read(self.earliest), lambda when: when.earliest),
            _day(self._read(self.latest), lambda when: when.latest),
        )
        if days != self._told:
            self._told = days
            self.chosen.emit(*days)

    def _say(self) -> None:
        wrong = False
        for field in (self.earliest, self.latest):
            when = self._read(field)
            mistaken = when is None and bool(field.text().strip())
            wrong = wrong or mistaken
            if bool(field.property("wrong")) != mistaken:
                field.setProperty("wrong", mistaken)
                restyle(field)
            field.setAccessibleDescription(
                self._not_understood() if mistaken else in_british_words(when) if when else ""
            )
        usual = self.tr("Entries are shown that may have happened between these dates.")
        self.reading.setText(self._not_understood() if wrong else usual)

    def _not_understood(self) -> str:
        return self.tr("Not understood as a date, so it does not narrow the timeline. Try 2016 or 5 April 2016.")

    def _read(self, field: QLineEdit) -> EdtfDate | None:
        typed = field.text().strip()
        found = read_typed_date(typed) if typed else None
        return parse(found.edtf) if found else None


def _day(when: EdtfDate | None, end: Callable[[EdtfDate], date | None]) -> str:
    day = end(when) if when else None
    return day.isoformat() if day else ""
