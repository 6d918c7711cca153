"""The line above the timeline: views, words, filters as chips; and how many entries that leaves."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.theme import HAIR, LARGE, SMALL, Theme
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.timeline.chips import ChipRow
from dhr_desktop.ui.timeline.choice_popover import ChoicePopover
from dhr_desktop.ui.timeline.conditions import CHOICES, DAYS, Conditions, without
from dhr_desktop.ui.timeline.dates_popover import DatesPopover
from dhr_desktop.ui.timeline.filter_menu import FilterButton
from dhr_desktop.ui.timeline.filter_names import Names
from dhr_desktop.ui.timeline.views_button import ViewsButton

_LONGEST_PAUSE_MS, _SHORTEST_PAUSE_MS = 120, 30
_NARROWEST_SEARCH, _WIDEST_SEARCH = 150, 300
_CHIPS, _STANDING = 3, 5
"""Columns of the first line."""


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
    lost = Signal()
    """What was filtered by is no longer in the review, and is filtered by no more."""

    def __init__(self, inks: Inks, theme: Theme, panel: PanelView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest = self._told = ALL
        self._theme, self._panel = theme, panel
        self._pause = QTimer(self, singleShot=True, interval=_LONGEST_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.conditions = Conditions(panel, self)
        self.views = ViewsButton(theme, panel)
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search the timeline"))
        self.search.setAccessibleName(self.tr("Search the timeline"))
        self.search.setClearButtonEnabled(True)
        self.filter = FilterButton(self.conditions, theme)
        self.chips = ChipRow(self.filter, theme)
        self.choices = ChoicePopover(inks, theme, self)
        self.dates = DatesPopover(theme, self)
        self.clear = button(self.tr("Clear"), "quiet", self.clear_all)
        self.clear.setAccessibleName(self.tr("Clear the filters"))
        self.count = label(role="hint")
        self.add = button(self.tr("Add entry"))
        icons.put(theme, self.add, "plus")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.search.setMinimumWidth(_NARROWEST_SEARCH)
        self.search.setMaximumWidth(self._theme.scaled(_WIDEST_SEARCH))
        self.clear.hide()
        self.count.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._standing = QWidget()
        line = QHBoxLayout(self._standing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(HAIR)
        line.addWidget(self.count)
        line.addWidget(self.clear)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self._grid.setHorizontalSpacing(SMALL)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(4, 1)
        for column, widget in ((0, self.views), (1, self.search), (2, self.filter), (6, self.add)):
            self._grid.addWidget(widget, 0, column)
        self._lines: tuple[bool, bool] = (False, False)
        self._arrange(chips_beside=True, standing_above=True)

    def _arrange(self, *, chips_beside: bool, standing_above: bool) -> None:
        """Chips, and what they leave, in the first line where there is room, else in one of their own below."""
        if self._lines == (chips_beside, standing_above):
            return
        self._lines = (chips_beside, standing_above)
        for widget in (self.chips, self._standing):
            self._grid.removeWidget(widget)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if chips_beside:
            self._grid.addWidget(self.chips, 0, _CHIPS, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self.chips, 1, 0, 1, 7 if standing_above else 5)
        row, columns = (0, 1) if standing_above else (1, 2)
        self._grid.addWidget(self._standing, row, _STANDING, 1, columns, right)

    def _fit(self) -> None:
        room = self.width() - 2 * LARGE
        first = self._first_line()
        standing = self._standing.sizeHint().width() + SMALL
        above = first + standing <= room
        beside = above and first + standing + self.chips.one_line() + SMALL <= room
        self._arrange(chips_beside=beside, standing_above=above)

    def _first_line(self) -> int:
        """The least width of what always stands in the first line."""
        fixed = sum(each.sizeHint().width() for each in (self.views, self.filter, self.add))
        return self.search.minimumWidth() + fixed + 4 * SMALL

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where the window is narrow or the letters are large, there are more lines."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as several lines allow."""
        widths = (self._first_line(), self.chips.minimumSizeHint().width() + self._standing.sizeHint().width())
        return QSize(max(widths) + 2 * LARGE, super().minimumSizeHint().height())

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._typed_and_done)
        self.search.left.connect(self.left)
        self.filter.choice_wanted.connect(lambda condition: self._open(condition, self.filter))
        self.filter.switched.connect(self._narrow)
        self.chips.removed.connect(lambda condition: self._narrow(without(self._rest, condition)))
        self.chips.change_wanted.connect(self._change)
        self.chips.left_empty.connect(self.filter.setFocus)
        self.choices.chosen.connect(lambda condition, ticked: self._narrow(replace(self._rest, **{condition: ticked})))
        self.dates.chosen.connect(lambda first, last: self._narrow(replace(self._rest, earliest=first, latest=last)))
        self.add.clicked.connect(self.add_wanted)
        self._panel.changed.connect(self.say_again)
        self._panel.changed.connect(self.choices.hide)  # its names were those of before

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order; the chips put themselves after the Filter button."""
        return [self.views, self.search, self.filter, self.clear, self.add]

    @property
    def wanted(self) -> EntryFilter:
        """What the filters say."""
        return replace(self._rest, text=self.search.text())

    def set_wanted(self, wanted: EntryFilter) -> None:
        """Have the filters say this."""
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)  # with its signals, by which its cross comes and goes
            self._pause.stop()
        self._narrow(replace(wanted, text=""))

    def show_names(self, names: Names) -> None:
        """Offer these by name; what has gone is no longer filtered by."""
        self.conditions.names = names
        there = names.still_there(self._rest)
        if there == self._rest:
            self.say_again()
        else:
            self._narrow(there)
            self.lost.emit()

    def show_count(self, shown: int, total: int) -> None:
        """Say how many entries the filters leave."""
        if self.wanted != ALL:
            words = self.tr("{shown} of {total} entries").format(shown=f"{shown:,}", total=f"{total:,}")
        else:
            words = self.tr("1 entry") if total == 1 else self.tr("{total} entries").format(total=f"{total:,}")
        if words != self.count.text():
            self.count.setText(words)
            self._fit()

    def clear_all(self) -> None:
        """Want every entry again."""
        self.set_wanted(ALL)

    def took(self, milliseconds: float) -> None:
        """Be told how long the last reading took: where answers are quick, they need not wait for a pause."""
        self._pause.setInterval(round(min(max(milliseconds, _SHORTEST_PAUSE_MS), _LONGEST_PAUSE_MS)))

    def apply(self) -> None:
        """Narrow by what has been typed without waiting for a pause."""
        self._tell()

    def open_filters(self) -> None:
        """Open the menu of conditions."""
        self.filter.showMenu()

    def open_views(self) -> None:
        """Open the menu of views."""
        self.views.showMenu()

    def _typed(self) -> None:
        self._pause.start()

    def _typed_and_done(self) -> None:
        self._tell()
        self.left.emit()

    def _narrow(self, rest: EntryFilter) -> None:
        self._rest = rest
        self._tell()

    def _change(self, condition: str) -> None:
        chip = self.chips.chip(condition)
        if condition in (*CHOICES, "event_ids", DAYS) and chip:
            self._open(condition, chip.words)
        else:
            self.filter.open_at(condition if self._rest.grouped is not False else f"un{condition}")

    def _open(self, condition: str, under: QWidget) -> None:
        if condition == DAYS:
            self.dates.offer(self._rest.earliest, self._rest.latest)
            self.dates.open_under(under)
            return
        offers, title = self.conditions.offers(condition), self.conditions.title(condition)
        ticked = getattr(self._rest, condition)
        self.choices.offer(condition, title, offers, ticked, self.conditions.explained(condition))
        self.choices.open_under(under)

    def _tell(self) -> None:
        self._pause.stop()
        wanted = self.wanted
        if wanted != self._told:
            self._told = wanted
            self.changed.emit()  # what is wanted is read while the chips are made
        self.say_again()

    def say_again(self) -> None:
        """Say what is wanted, in words as they may be seen now."""
        anything = self.wanted != ALL
        if not anything and self.clear.hasFocus():
            self.search.setFocus()
        self.clear.setVisible(anything)
        self.filter.show_wanted(self._rest)
        self.chips.show_said(self.conditions.said(self._rest))
        self._fit()
