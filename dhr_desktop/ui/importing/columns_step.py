"""The second step for a file: what its columns are read as, with the rows as they would come in beside them."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import Counts, TableReading
from dhr_desktop.importing.rows import RowReading
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import button, label, scrolled
from dhr_desktop.ui.importing.batch import FileItem
from dhr_desktop.ui.importing.fixed_values import FixedValues
from dhr_desktop.ui.importing.header_choice import HeaderChoice
from dhr_desktop.ui.importing.mapping import MappingPanel
from dhr_desktop.ui.importing.order_panel import OrderPanel
from dhr_desktop.ui.importing.preview_model import DATES, LONG, READ, TIME, WHY, PreviewModel, Shown
from dhr_desktop.ui.importing.preview_table import PreviewTable

_COLUMNS_WIDTH = 380


class ColumnsStep(QWidget):
    """Shows how a file's tables are read, and lets it be changed; `changed` tells when it was."""

    changed = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._item: FileItem | None = None
        self._latest: tuple[FileItem, int, Choices] | None = None
        """The last decision, while the table is being read by it."""
        self._places: list[int] = []
        """Where each table of the list stands in the file."""
        self._wanted: Shown | None = None
        """Which rows the chair asked to see."""
        self.tables = ChoiceBox()
        self.header = HeaderChoice(context.veil.veils_row)
        self.orders = OrderPanel()
        self.mapping = MappingPanel()
        self.fixed = FixedValues()
        self.shown = ChoiceBox()
        self._veil = context.veil
        self.preview = PreviewModel(context.theme, self)
        self.preview.veils = context.veil.veils_row
        self.rows = PreviewTable(self.preview)
        self.whole = label("", "hint", wrap=True)
        self.fix = button("", "step", self._fix)
        self.type_date = button(self.tr("T&ype its date"), "step", self.rows.edit_date)
        self.leave_out = button("", "step", self._leave_out)
        self.take_back = button(self.tr("&Undo the last change"), "step", self.undo)
        self._build()
        self._connect()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self.tables.setAccessibleName(self.tr("Table of the file"))
        self.tables.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for each in (self.tables, self.header, self.orders, self.mapping, self.fixed):
            column.addWidget(each)
        column.addStretch(1)
        columns = scrolled(left)
        columns.setMinimumWidth(_COLUMNS_WIDTH)
        columns.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # for large text on a small screen
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(columns)
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([_COLUMNS_WIDTH, 2 * _COLUMNS_WIDTH])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, MEDIUM, 0, 0)
        outer.addWidget(splitter, 1)

    def _right(self) -> QWidget:
        rows = QWidget()
        right = QVBoxLayout(rows)
        right.setContentsMargins(MEDIUM, 0, 0, 0)
        right.setSpacing(SMALL)
        self.shown.setAccessibleName(self.tr("Which rows are shown"))
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.shown)
        head.addStretch(1)
        head.addWidget(self.take_back)
        right.addLayout(head)
        right.addWidget(self.rows, 1)
        right.addWidget(self.whole)
        acts = QHBoxLayout()
        acts.setSpacing(SMALL)
        for each in (self.fix, self.type_date, self.leave_out):
            acts.addWidget(each)
        acts.addWidget(label(self.tr("A cell can be typed in: double-click it, or press F2."), "hint", wrap=True), 1)
        right.addLayout(acts)
        self.whole.setMinimumHeight(3 * self.whole.fontMetrics().lineSpacing())
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return rows

    def _connect(self) -> None:
        self.tables.activated.connect(self.show_table)
        self.shown.currentIndexChanged.connect(self._want_rows)
        self.header.chosen.connect(self._head)
        self.mapping.changed.connect(self._remap)
        self.fixed.changed.connect(self._set_fixed)
        self.orders.turned.connect(self._turn)
        self.orders.answered.connect(self._answer)
        self.preview.mended.connect(self._mend)
        self.rows.telling.connect(self._tell_typing)
        self.rows.selectionModel().currentChanged.connect(self._go_on)
        self._veil.changed.connect(self._veil_again)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.rows)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave_out)

    # Showing.

    def show_item(self, item: FileItem) -> None:
        """Show one file of the batch."""
        self._wanted = self._wanted if item is self._item else None
        at = self._places[self.tables.currentIndex()] if item is self._item and self._places else None
        self._item = item
        tables = item.reading.tables if item.reading else []
        self._places = sorted(range(len(tables)), key=lambda place: not tables[place].mapping)
        with QSignalBlocker(self.tables):
            self.tables.clear()
            self.tables.addItems([self._table_name(tables[place]) for place in self._places])
        asking = next((place for place in self._places if tables[place].questions), None)
        wanted = at if at in self._places else asking
        self.tables.setCurrentIndex(0 if wanted is None else self._places.index(wanted))
        self.tables.setVisible(len(tables) > 1)
        self.show_table()

    def _table_name(self, table: TableReading) -> str:
        where = (
            self.tr("headings in row {row}").format(row=table.header_row)
            if table.header_row
            else self.tr("no headings")
            if table.mapping
            else self.tr("not read")
        )
        return f"{table.name or self.tr('The whole file')} · {where}"

    @property
    def place(self) -> int | None:
        """Where the table that is shown stands in the file."""
        at = self.tables.currentIndex()
        return self._places[at] if 0 <= at < len(self._places) else None

    def go_to(self, place: int) -> None:
        """Show the table that stands there in the file, if there is one."""
        if place in self._places:
            self.tables.setCurrentIndex(self._places.index(place))
            self.show_table()

    @property
    def table(self) -> TableReading | None:
        """The table that is shown."""
        if self._item is None or self._item.reading is None or self.place is None:
            return None
        return self._item.reading.tables[self.place]

    def show_table(self) -> None:
        """Show the table that is chosen."""
        if self.table:
            self.mapping.show_table(self.table)
            self.orders.show_table(self.table)
            self.fixed.show_table(self.table)
            self.header.show_table(self.table)
            if self.place is not None:
                self.tables.setItemText(self.tables.currentIndex(), self._table_name(self.table))
            self.fixed.setVisible(bool(self.table.mapping))
            self._order_stops()
        self.take_back.setEnabled(bool(self._item and self._item.past))
        self._offer_rows(self.table)

    def _order_stops(self) -> None:
        """The keyboard goes through what was made anew in the order in which it is seen."""
        stops: list[QWidget] = [self.tables, self.header.row, *self.orders.stops(), *self.mapping.choices.values()]
        stops += [self.fixed.field, self.fixed.words, self.shown]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _offer_rows(self, table: TableReading | None) -> None:
        """Offer the rows to look at with their number."""
        counts = table.counts if table else Counts(0, 0, 0, 0)
        words = {
            Shown.FIRST: self.tr("The first entries, and those that need a look"),
            Shown.ENTRIES: self.tr("All entries ({number})").format(number=f"{counts.imported:,}"),
            Shown.DOUBTFUL: self.tr("Entries that need a look ({number})").format(
                number=f"{len(table.doubtful) if table else 0:,}"
            ),
            Shown.NOT_ENTRIES: self.tr("Rows that are no entries ({number})").format(
                number=f"{counts.skipped + counts.error:,}"
            ),
        }
        if counts.imported <= LONG:
            del words[Shown.FIRST]
        chosen = self._wanted or (Shown.FIRST if counts.imported else Shown.NOT_ENTRIES)
        with QSignalBlocker(self.shown):
            self.shown.clear()
            for each, text in words.items():
                self.shown.addItem(text, each)
            self.shown.setCurrentIndex(list(words).index(chosen) if chosen in words else 0)
        self._show_rows()

    def _want_rows(self) -> None:
        self._wanted = self.shown.currentData()
        self._show_rows()

    def _show_rows(self) -> None:
        shown = self.shown.currentData() or Shown.ENTRIES
        kept = self.preview.row(self.rows.currentIndex().row())
        self.preview.show(self.table, shown)
        # What is not asked about takes no room: most entries have nothing to look at, and other rows have no date.
        self.rows.setColumnHidden(WHY, shown in (Shown.ENTRIES, Shown.FIRST))
        for column in DATES:
            self.rows.setColumnHidden(column, shown is Shown.NOT_ENTRIES)
        if shown is Shown.DOUBTFUL:
            self.rows.setColumnHidden(TIME, not any(row.entry and row.entry.time for row in self.preview.rows))
        self.rows.share_width()
        numbers = [row.row for row in self.preview.rows]
        self.rows.selectRow(numbers.index(kept.row) if kept and kept.row in numbers else 0)
        self._show_whole()

    def _told_of(self) -> frozenset[int]:
        """The marked entries that say what the chosen row says."""
        row = self.preview.row(self.rows.currentIndex().row())
        return self._veil.said_by((*row.cells, row.entry.text if row.entry else "")) if row else frozenset()

    def lift(self) -> None:
        """Show the words of the chosen row, which are veiled, until another is gone to."""
        self._veil.lift(*self._told_of())

    def _go_on(self) -> None:
        if self.isVisible():  # elsewhere the chair may have asked for something else
            self._veil.choose(*self._told_of())
        self._show_whole()

    def _veil_again(self) -> None:
        self.preview.draw_anew()
        if self.table is not None:
            self.header.show_table(self.table)
        self._show_whole()

    def _show_whole(self) -> None:
        """Under the table, the words of the chosen row in full, and what can be done about it."""
        if self.rows.state() == PreviewTable.State.EditingState:
            return
        number = self.rows.currentIndex().row()
        row = self.preview.row(number)
        self.whole.setText(self.preview.whole(number) if row else self._nothing())
        if self.table and not self.table.counts.imported:
            words = self._none_is_an_entry() if self.table.mapping else self._not_read()
            self.whole.setText(words)
        offered = _offered(row)
        self.fix.setVisible(bool(offered))
        if offered:
            self.fix.setText(self.tr("&Set {date}").format(date=in_british_words(parse(offered))))
        self.leave_out.setVisible(row is not None)
        self.type_date.setVisible(row is not None and row.entry is not None)
        out = row is not None and row.entry is None
        self.leave_out.setText(self.tr("Ta&ke this row in") if out else self.tr("&Leave this row out"))

    def _nothing(self) -> str:
        """Why no row is shown."""
        if self.table is None:
            return ""
        if not self.table.rows:
            return self.tr("There is no row in this table.")
        shown = self.shown.currentData()
        if shown is Shown.DOUBTFUL:
            return self.tr("No entry of this table needs a look.")
        if shown is Shown.NOT_ENTRIES:
            return self.tr("Every row of this table is an entry.")
        return ""

    def _none_is_an_entry(self) -> str:
        return self.tr(
            "No row of this table is an entry as its columns are read. Check where the headings are and what each"
            " column holds, or ask the agency whether this is the whole file."
        )

    def _not_read(self) -> str:
        return self.tr(
            "No chronology was found in this table, so none of its rows is an entry. If it is one, say in which row its"
            " headings are, and then what each column holds."
        )

    def _tell_typing(self, words: str) -> None:
        """Say how what is being typed is understood; after that, what the row is again."""
        if words:
            self.whole.setText(words)
        else:
            number = self.rows.currentIndex().row()
            self.whole.setText(self.preview.whole(number))

    # Deciding.

    def _choose(self, choices: Choices, words: str) -> None:
        """Read the table anew; a decision made while the one before is still being read builds upon it."""
        table, item = self.table, self._item
        if table is None or item is None or item.reading is None:
            return
        place = self.place or 0
        self._latest = (item, place, choices)

        def work(progress: Progress) -> TableReading:
            progress.step(0, 1, "Reading the columns anew")
            return table.choose(choices)

        done = partial(self._put, item, place, choices, words)
        self._context.jobs.read(work, self.tr("Reading the columns anew"), done, owner=self)

    def _put(self, item: FileItem, place: int, choices: Choices, words: str, new: TableReading) -> None:
        if self._latest and self._latest[:2] == (item, place) and self._latest[2] != choices:
            return  # a later decision, which holds this one too, is being read
        self._latest = None
        item.decide(place, new, words)
        if item is self._item:
            self.show_table()
        self.changed.emit()

    @property
    def _said(self) -> Choices:
        """What has been decided about the table that is shown, be it read already or not."""
        table, item = self.table, self._item
        if table is None or item is None or item.reading is None:
            return Choices()
        if self._latest and self._latest[:2] == (item, self.place):
            return self._latest[2]
        return table.choices

    def _head(self, row: int | None) -> None:
        """The headings stand elsewhere, so that what was said of the columns and their cells holds no more."""
        said = Choices(header_row=row, skipped=self._said.skipped, wanted=self._said.wanted)
        self._choose(said, self.tr("Say where the headings are"))

    def _remap(self, mapping: dict[int, Field]) -> None:
        self._choose(replace(self._said, mapping=mapping), self.tr("Change what a column holds"))

    def _set_fixed(self, fixed: dict[Field, str]) -> None:
        self._choose(replace(self._said, fixed=fixed), self.tr("Change the value where there is none"))

    def _turn(self, column: int, month_first: bool) -> None:
        said = replace(self._said, month_first={**self._said.month_first, column: month_first})
        self._choose(said, self.tr("Settle the order of day and month"))

    def _answer(self, column: int, utc: bool) -> None:
        said = replace(self._said, utc={**self._said.utc, column: utc})
        self._choose(said, self.tr("Settle whose time the clock is"))

    def _mend(self, row: int, words: dict[int, str]) -> None:
        cells = {(row, column): said for column, said in words.items()}
        said = replace(self._said, cells={**self._said.cells, **cells})
        self._choose(said, self.tr("Put row {row} right").format(row=row))

    def _fix(self) -> None:
        offered = _offered(self.preview.row(self.rows.currentIndex().row()))
        if offered:
            self.preview.setData(self.rows.currentIndex().siblingAtColumn(READ), offered)

    def _leave_out(self) -> None:
        row = self.preview.row(self.rows.currentIndex().row())
        if row is None:
            return
        said, number = self._said, frozenset({row.row})
        if row.entry is None:
            words = self.tr("Take in row {row}").format(row=row.row)
            self._choose(replace(said, skipped=said.skipped - number, wanted=said.wanted | number), words)
        else:
            words = self.tr("Leave out row {row}").format(row=row.row)
            self._choose(replace(said, skipped=said.skipped | number, wanted=said.wanted - number), words)

    def undo(self) -> None:
        """Take back the last decision about the file, be it read already or not."""
        item = self._item
        if item and self._latest and self._latest[0] is item:
            item, place, _ = self._latest
            if item.reading:
                self._latest = (item, place, item.reading.tables[place].choices)  # what is still being read is dropped
        elif item and item.past:
            item.take_back()
            self._show_anew()

    def redo(self) -> None:
        """Do again the decision that was taken back last."""
        if self._item and self._item.undone:
            self._item.do_again()
            self._show_anew()

    def _show_anew(self) -> None:
        self.show_table()
        self.changed.emit()


def _offered(row: RowReading | None) -> str:
    """The date that one click would set in a doubtful row; '' where there is none to offer."""
    if row is None or row.entry is None:
        return ""
    return next((doubt.fix for doubt in row.entry.doubts if doubt.fix and doubt.field == "date"), "")
