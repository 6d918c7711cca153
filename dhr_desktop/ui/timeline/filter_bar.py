"""The row of filters above the timeline: words, agencies, dates, doubts; and how many entries that leaves."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from dhr_desktop.domain.dates import EdtfDate, in_british_words, parse
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.typed_dates import read_typed_date
from dhr_desktop.ui.common.widgets import button, label, restyle
from dhr_desktop.ui.timeline.agency_choice import AgencyChoice

_TYPING_PAUSE_MS = 120
_SIDE = 16


class SearchField(QLineEdit):
    """Escape empties it; Down, Return and a second Escape lead on to what was found."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the keys that lead out of the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Says which entries are wanted, a moment after the chair has stopped typing."""

    changed = Signal()
    add_wanted = Signal()
    left = Signal()
    """The keyboard is done here: Down or Return in the search field."""

    def __init__(self, inks: Inks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ALL
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search the timeline"))
        self.search.setAccessibleName(self.tr("Search the timeline"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(160)
        self.agencies = AgencyChoice(inks)
        self.earliest = _date_field(self.tr("From"), self.tr("Only entries from this date; a year or month will do"))
        self.latest = _date_field(self.tr("To"), self.tr("Only entries up to this date; a year or month will do"))
        self.doubtful = QCheckBox(self.tr("Doubtful only"))
        self.clear = button(self.tr("Clear filters"), "quiet", self.clear_all)
        self.count = label(role="hint")
        self.add = button(self.tr("Add entry"))
        icons.put(theme, self.add, "plus")
        self._build()
        self._connect()

    def _build(self) -> None:
        self._filters = _in_a_row(self.agencies, self.earliest, self.latest, self.doubtful, self.clear)
        self._right = _in_a_row(self.count, self.add)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self.search, 0, 0)
        self._grid.addWidget(self._right, 0, 3)
        self._place_filters(beside=True)
        kept = self.clear.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(kept)
        self.clear.hide()
        self.count.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)

    def _place_filters(self, *, beside: bool) -> None:
        """Beside the search, or in a line of their own below it."""
        self._grid.removeWidget(self._filters)
        if beside:
            self._grid.addWidget(self._filters, 0, 1)
        else:
            self._grid.addWidget(self._filters, 1, 0, 1, 4)
        self._beside = beside

    def _room_beside(self) -> int:
        parts = (self.search.minimumWidth(), self._filters.sizeHint().width(), self._right.sizeHint().width())
        return sum(parts) + 2 * _SIDE + 3 * 8

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where the window is narrow or the letters are large, the filters take a line of their own."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._room_beside()
        if beside != self._beside:
            self._place_filters(beside=beside)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as two lines allow."""
        first = self.search.minimumWidth() + self._right.minimumSizeHint().width() + 8
        width = max(first, self._filters.minimumSizeHint().width()) + 2 * _SIDE
        return QSize(width, super().minimumSizeHint().height())

    def _connect(self) -> None:
        for field in (self.search, self.earliest, self.latest):
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self._typed_and_done)
        self.search.left.connect(self.left)
        self.agencies.changed.connect(self._tell)
        self.doubtful.toggled.connect(self._tell)
        self.add.clicked.connect(self.add_wanted)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.search, self.agencies, self.earliest, self.latest, self.doubtful, self.clear, self.add]

    @property
    def wanted(self) -> EntryFilter:
        """What the filters say; a date that is not understood does not narrow."""
        return EntryFilter(
            agency_ids=self.agencies.chosen,
            text=self.search.text(),
            earliest=_day(self._read(self.earliest), lambda when: when.earliest),
            latest=_day(self._read(self.latest), lambda when: when.latest),
            doubtful_only=self.doubtful.isChecked(),
        )

    def show_agencies(self, agencies: Sequence[Agency]) -> None:
        """Offer these agencies; those that have gone are no longer filtered by."""
        self.agencies.show_agencies(agencies)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many entries the filters leave."""
        if self.wanted != ALL:
            words = self.tr("{shown} of {total} entries").format(shown=f"{shown:,}", total=f"{total:,}")
        else:
            words = self.tr("1 entry") if total == 1 else self.tr("{total} entries").format(total=f"{total:,}")
        self.count.setText(words)

    def clear_all(self) -> None:
        """Want every entry again."""
        for field in (self.search, self.earliest, self.latest):
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)
        self.agencies.choose_all()
        self.doubtful.setChecked(False)
        self._tell()

    def _typed(self) -> None:
        self._pause.start()

    def _typed_and_done(self) -> None:
        self._tell()
        self.left.emit()

    def _tell(self) -> None:
        self._pause.stop()
        self._mark_dates()
        wanted = self.wanted
        anything = wanted != ALL or any(field.text() for field in (self.search, self.earliest, self.latest))
        if not anything and self.clear.hasFocus():
            self.search.setFocus()
        self.clear.setVisible(anything)
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit()

    def _mark_dates(self) -> None:
        for field in (self.earliest, self.latest):
            when = self._read(field)
            wrong = when is None and bool(field.text().strip())
            if bool(field.property("wrong")) != wrong:
                field.setProperty("wrong", wrong)
                restyle(field)
            told = self.tr("Not understood as a date, so it does not narrow the timeline. Try 2016 or 5 April 2016.")
            field.setAccessibleDescription(told if wrong else in_british_words(when) if when else "")
            field.setToolTip(field.accessibleDescription() or str(field.property("help")))

    def _read(self, field: QLineEdit) -> EdtfDate | None:
        typed = field.text().strip()
        found = read_typed_date(typed) if typed else None
        return parse(found.edtf) if found else None


def _in_a_row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return row


def _day(when: EdtfDate | None, end: Callable[[EdtfDate], date | None]) -> str:
    day = end(when) if when else None
    return day.isoformat() if day else ""


def _date_field(name: str, help_text: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setProperty("help", help_text)
    field.setToolTip(help_text)
    field.setFixedWidth(field.fontMetrics().horizontalAdvance("5 November 2016") + 24)
    return field
