"""The Gaps page: where no agency, or one of them, recorded contact; the list on the left, one gap on the right."""

from PySide6.QtCore import QItemSelectionModel, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QSplitter, QStackedWidget, QTableView, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.gap_words import question_words
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, PageHeader, button, dress_table, label, scrolled, separator
from dhr_desktop.ui.gaps import words
from dhr_desktop.ui.gaps.detail import GapDetail
from dhr_desktop.ui.gaps.filter_bar import GapFilters
from dhr_desktop.ui.gaps.listing import WORDS, GapsModel, days_of
from dhr_desktop.ui.gaps.reading import Around, Found, Listed, read_around, read_gaps

_SHOWN_IN = frozenset({"entry", "agency", "review", "question"})
_NARROWEST = 300
_SIDE_BY_SIDE = 720
"""So wide a page has room for both at the usual size of letters."""
_SIDE = 38
"""So many hundredths of the room the detail takes."""
_LINES, _MEASURED, _HIGH = 2, 500, 1_000


class GapsPage(QWidget):
    """Finds the gaps in the reading thread, anew after each change while it is shown."""

    covers_names = True

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self._found = Found()
        self._chosen: Listed | None = None
        self._around: Around | None = None
        self._asked = 0
        self._stale = False
        self._left_at: tuple[int, str] | None = None
        self.model = GapsModel(context.panel, self)
        self.table = QTableView()
        self.filters = GapFilters()
        self.detail = GapDetail(context)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Gaps"))
        self.setFocusProxy(self.table)
        go = self._context.actions
        self.no_entries = EmptyState(
            self._context.theme,
            "gaps",
            self.tr("There are no records yet"),
            self.tr("Gaps are found between the entries that agencies have sent. Bring in their files first."),
            button(self.tr("Go to the &submissions"), "primary", go["go.submissions"].trigger),
        )
        self.no_period = EmptyState(
            self._context.theme,
            "gaps",
            self.tr("Nothing says which time to look at"),
            self.tr(
                "Say from when to when the review looks, on the overview. A silence before the first record, or after"
                " the last, can then be seen as well."
            ),
            button(self.tr("Set the &period"), "primary", go["go.overview"].trigger),
        )
        self.none_left = self._nothing()
        self._left = QStackedWidget()
        self._left.addWidget(self.table)
        self._left.addWidget(self.none_left)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(separator())
        column.addWidget(self._left, 1)
        self._side = scrolled(self.detail)
        self._side.setMinimumWidth(_NARROWEST)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(left)
        across.addWidget(self._side)
        across.setChildrenCollapsible(False)
        across.setStretchFactor(0, 1)
        self._stack = QStackedWidget()
        self._work = across
        self._parted_by_hand = False
        for each in (self._work, self.no_entries, self.no_period):
            self._stack.addWidget(each)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(separator())
        outer.addWidget(self._stack, 1)
        self._dress_table()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The list and its detail follow the room that there is."""
        super().resizeEvent(event)
        self._part()

    def _part(self) -> None:
        """Side by side, or one below the other where large letters would leave the words of a gap no width."""
        beside = self.width() >= self._context.theme.scaled(_SIDE_BY_SIDE)
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if orientation != self._work.orientation():
            self._work.setOrientation(orientation)
            self._side.setMinimumWidth(_NARROWEST if beside else 0)
            self._parted_by_hand = False
        if not self._parted_by_hand:
            room = self.width() if beside else self.height() - self.header.height()
            self._work.setSizes([room - room * _SIDE // 100, room * _SIDE // 100])

    def _keep_parts(self) -> None:
        self._parted_by_hand = True

    def _nothing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        self._none = label("", "hint", wrap=True)
        column.addWidget(self._none)
        column.addStretch(1)
        return made

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Gaps in the records"))
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        header.geometriesChanged.connect(self._set_heights)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_list)
        self._context.theme.changed.connect(self._part)
        self._work.splitterMoved.connect(self._keep_parts)
        self.filters.shortest_changed.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.detail.ask_wanted.connect(self.ask)
        self.detail.timeline_wanted.connect(self.show_on_timeline)
        self.detail.entries_wanted.connect(self._context.ways.entries_wanted)
        self.detail.question_wanted.connect(self._context.ways.question_wanted)
        self._context.notices.changed.connect(self._on_change)
        for covering in (self._context.panel.changed, self._context.veil.changed):
            covering.connect(self._show_again)
        Actions.on_page(self, "gaps.ask", self.ask)
        Actions.on_page(self, "gaps.show", self.show_on_timeline)

    # What the chair asks for.

    @property
    def chosen(self) -> Listed | None:
        """The gap at hand."""
        return self._chosen

    def place(self) -> tuple[int, str]:
        """The gap at hand, and how the list is narrowed."""
        if self._left_at is not None:
            return self._left_at
        gap = self._chosen
        return gap.gap.agency_id if gap else 0, f"{days_of(gap) if gap else ''} {self.filters.place()}"

    def go_back_to(self, place: tuple[int, str]) -> None:
        """Have that gap at hand again, in a list that is narrowed so, once the gaps have been read."""
        self._left_at = place
        self.refresh()

    def take_keyboard(self) -> None:
        """Have the keyboard in the list, or on the way to where there is something to do."""
        shown = self._stack.currentWidget()
        empty = next((each for each in (self.no_entries, self.no_period) if each is shown), None)
        if empty is not None:
            one_thing_to_do(empty, self.table).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._left.currentWidget() is self.table:  # which fills while it has the keyboard
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.agency.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Begin a question about the gap at hand; whose it is to answer is open where all agencies are silent."""
        if self._chosen is None:
            return
        gap = self._chosen.gap
        question = Question(
            0,
            gap.agency_id,
            question_words(gap),
            gap_from=gap.first.isoformat(),
            gap_to=gap.last.isoformat(),
        )
        self._context.ways.question_wanted.emit(question)

    def show_on_timeline(self) -> None:
        """Show the gap at hand, with the records at its edges."""
        if self._chosen is not None:
            gap = self._chosen.gap
            self._context.ways.days_wanted.emit(gap.first.isoformat(), gap.last.isoformat(), gap.agency_id)

    # Showing.

    def refresh(self) -> None:
        """Find the gaps anew; only what was asked for last is shown."""
        self._asked += 1
        self._stale = False
        asked, review, shortest = self._asked, self._review, self.filters.days

        def work(progress: Progress) -> tuple[int, Found]:
            del progress
            return asked, read_gaps(review, shortest)

        self._context.jobs.read(work, self.tr("Looking for gaps"), self._read, owner=self)

    def _read(self, answer: tuple[int, Found]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        self._found = found
        self.filters.offer(self._context.panel.agencies(found.agencies))
        if self._left_at is not None and self._narrow_as_left():
            return
        self.header.say(self._context.panel.days(words.about(found)))
        shown: QWidget = self._work
        if not found.records:
            shown = self.no_entries
        elif found.period is None:
            shown = self.no_period
        here = self.isVisible() and self.isAncestorOf(self.window().focusWidget() or self.window())
        moved = self._stack.currentWidget() is not shown
        self._stack.setCurrentWidget(shown)
        self._show_list()
        if here and moved:
            self.take_keyboard()

    def _narrow_as_left(self) -> bool:
        """Narrow the list as it was when the page was left. Returns whether other gaps have to be found for it."""
        before = self.filters.days
        with QSignalBlocker(self.filters):
            self.filters.go_back_to(self._left_at[1].partition(" ")[2] if self._left_at else "")
        if self.filters.days != before:
            self.refresh()
        return self.filters.days != before

    def _show_list(self) -> None:
        self.model.put(self.filters.narrowed(self._found.listed))
        self._set_heights()
        self._left.setCurrentWidget(self.table if self.model.rows else self.none_left)
        self._none.setText(words.none_of(self.filters.whose, self.filters.days))
        self._side.setVisible(bool(self.model.rows))
        if not self.model.rows:
            self._chosen = None
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        left, self._left_at = self._left_at, None
        at = self.model.row_at(left[0], left[1].partition(" ")[0]) if left else self.model.row_like(self._chosen)
        row = self.model.index(at, 0)
        self.table.selectionModel().setCurrentIndex(row, flags)

    def _set_heights(self) -> None:
        """As high as its words need; where there are too many rows to measure, all of them two lines."""
        metrics, air = self.table.fontMetrics(), MEDIUM
        self.table.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() * _LINES + air)
        if len(self.model.rows) > _MEASURED:
            return
        room = QRect(0, 0, self.table.columnWidth(WORDS) - WIDE, _HIGH)
        for row, listed in enumerate(self.model.rows):
            needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.model.said_of(listed)).height()
            self.table.setRowHeight(row, max(needed, metrics.lineSpacing() * _LINES) + air)

    def _choose(self) -> None:
        listed = self.model.listed(self.table.currentIndex().row())
        if listed is None or listed is self._chosen:
            return
        self._chosen = listed
        review = self._review

        def work(progress: Progress) -> Around:
            del progress
            return read_around(review, listed)

        self._context.jobs.read(work, self.tr("Reading what lies around the gap"), self._show_around, owner=self)

    def _show_around(self, around: Around) -> None:
        if around.listed is self._chosen:
            self._around = around
            self.detail.show_around(around)

    def _show_again(self) -> None:
        self.header.say(self._context.panel.days(words.about(self._found)))
        self.filters.offer(self._context.panel.agencies(self._found.agencies))
        self._show_list()
        if self._around is not None:
            self.detail.show_around(self._around)

    # Hearing of changes.

    def _on_change(self, change: Change) -> None:
        if not change.tables & _SHOWN_IN:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what has changed while the page was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
