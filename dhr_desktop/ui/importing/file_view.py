"""One file of a batch: its agency, what its columns are read as, and its rows as they would come in."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.progress import Progress
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import dress_table, label, scrolled
from dhr_desktop.ui.importing.batch import FileItem
from dhr_desktop.ui.importing.counts import in_words
from dhr_desktop.ui.importing.mapping import MappingPanel
from dhr_desktop.ui.importing.preview_model import DATES, TEXT, WHY, PreviewModel, Shown

_COLUMNS_WIDTH = 372
_STRETCHED = (TEXT, WHY)
_WIDTHS = (56, 116, 148, 60)


class FileView(QWidget):
    """Shows a `FileItem`, and lets its agency and its columns be changed; `changed` tells when they were."""

    changed = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._item: FileItem | None = None
        self.agency = QComboBox()
        self.agency.setEditable(True)
        self.agency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.agency.setMinimumWidth(320)
        self.tables = QComboBox()
        self.counts = label("", "heading", wrap=True)
        self.problems = label("", "hint", wrap=True)
        self.mapping = MappingPanel()
        self.shown = QComboBox()
        self.preview = PreviewModel(context.theme, self)
        self.rows = QTableView()
        self.whole = label("", "hint", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(SMALL)
        words = label(self.tr("&Agency"))
        words.setBuddy(self.agency)
        self._tables_words = label(self.tr("Ta&ble"))
        self._tables_words.setBuddy(self.tables)
        for widget in (words, self.agency, self._tables_words, self.tables):
            names.addWidget(widget)
        names.addStretch(1)
        rows = QWidget()
        right = QVBoxLayout(rows)
        right.setContentsMargins(MEDIUM, 0, 0, 0)
        right.setSpacing(SMALL)
        self.shown.setAccessibleName(self.tr("Which rows are shown"))
        right.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.rows, 1)
        right.addWidget(self.whole)
        self._dress_rows()
        columns = scrolled(self.mapping)
        columns.setMinimumWidth(_COLUMNS_WIDTH)
        columns.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # for large text on a small screen
        self._inside = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(columns)
        splitter.addWidget(rows)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([_COLUMNS_WIDTH, 2 * _COLUMNS_WIDTH])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        outer.setSpacing(MEDIUM)
        outer.addLayout(names)
        outer.addWidget(self.counts)
        outer.addWidget(self.problems)
        outer.addWidget(splitter, 1)
        outer.addStretch(0)

    def _dress_rows(self) -> None:
        self.rows.setModel(self.preview)
        dress_table(self.rows, self.tr("Rows of the file as they would come in"))
        self.rows.setWordWrap(False)
        header = self.rows.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        for column in _STRETCHED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.whole.setMinimumHeight(3 * self.whole.fontMetrics().lineSpacing())
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.agency.editTextChanged.connect(self._name_agency)
        self.tables.activated.connect(self._show_table)
        self.shown.currentIndexChanged.connect(self._show_rows)
        self.mapping.changed.connect(self._remap)
        self.rows.selectionModel().currentChanged.connect(self._show_whole)

    def show_item(self, item: FileItem, agencies: list[str]) -> None:
        """Show one file of the batch."""
        self._item = item
        with QSignalBlocker(self.agency), QSignalBlocker(self.tables):
            self.agency.clear()
            self.agency.addItems(agencies)
            self.agency.setEditText(item.agency)
            self.tables.clear()
            self.tables.addItems([self._table_name(table) for table in item.tables])
        several = len(item.tables) > 1
        self.tables.setVisible(several)
        self._tables_words.setVisible(several)
        readable = bool(item.tables)
        self.agency.setEnabled(readable)
        self._inside.setVisible(readable)
        self._show_table()

    def _table_name(self, table: TableReading) -> str:
        where = (
            self.tr("headings in row {row}").format(row=table.header_row)
            if table.header_row
            else self.tr("no headings")
        )
        return f"{table.name or self.tr('The whole file')} · {where}"

    @property
    def _table(self) -> TableReading | None:
        tables = self._item.tables if self._item else []
        return tables[self.tables.currentIndex()] if 0 <= self.tables.currentIndex() < len(tables) else None

    def _show_table(self) -> None:
        if self._table:
            self.mapping.show_table(self._table)
        self._tell()

    def _tell(self) -> None:
        item, table = self._item, self._table
        if item and item.error:
            self.counts.setText(item.error.what)
            self.problems.setText(item.error.next_step)
        elif item and item.reading:
            self.counts.setText(in_words(item.reading.counts, item.doubtful))
            told = [self._already()] if item.already else []
            self.problems.setText("\n".join(told + item.reading.problems))
        self.problems.setVisible(bool(self.problems.text()))
        self._offer_rows(table)

    def _already(self) -> str:
        return self.tr(
            "This file is in the review already, byte for byte. If the agency sent a revised file, choose that one."
        )

    def _offer_rows(self, table: TableReading | None) -> None:
        """Offer the rows to look at with their number, the doubtful first where there are any."""
        counts = {Shown.DOUBTFUL: 0, Shown.ENTRIES: 0, Shown.NOT_ENTRIES: 0}
        if table:
            counts[Shown.DOUBTFUL] = len(table.doubtful)
            counts[Shown.ENTRIES] = table.counts.imported
            counts[Shown.NOT_ENTRIES] = table.counts.skipped + table.counts.error
        words = {
            Shown.ENTRIES: self.tr("All entries ({number})"),
            Shown.DOUBTFUL: self.tr("Entries that need a look ({number})"),
            Shown.NOT_ENTRIES: self.tr("Rows that are no entries ({number})"),
        }
        chosen = self.shown.currentData()
        with QSignalBlocker(self.shown):
            self.shown.clear()
            for each, text in words.items():
                self.shown.addItem(text.format(number=f"{counts[each]:,}"), each)
            if chosen:
                self.shown.setCurrentIndex(list(words).index(chosen))
        self._show_rows()

    def _show_rows(self) -> None:
        shown = self.shown.currentData() or Shown.ENTRIES
        self.preview.show(self._table, shown)
        # What is not asked about takes no room: most entries have nothing to look at, and other rows have no date.
        self.rows.setColumnHidden(WHY, shown is Shown.ENTRIES)
        for column in DATES:
            self.rows.setColumnHidden(column, shown is Shown.NOT_ENTRIES)
        self.rows.selectRow(0)
        self._show_whole()

    def _show_whole(self) -> None:
        """Under the table, the words of the chosen row in full."""
        row = self.rows.currentIndex().row()
        self.whole.setText(self.preview.whole(row) if row >= 0 else "")

    def _name_agency(self, name: str) -> None:
        if self._item:
            self._item.agency = name
            self.changed.emit()

    def _remap(self, mapping: dict[int, Field]) -> None:
        table, item = self._table, self._item
        if table is None or item is None:
            return

        def work(progress: Progress) -> TableReading:
            del progress
            return table.remap(mapping)

        self._context.jobs.read(work, self.tr("Reading the columns anew"), partial(self._put, item, table), owner=self)

    def _put(self, item: FileItem, old: TableReading, new: TableReading) -> None:
        item.replace_table(old, new)
        if item is self._item:
            self._show_table()
        self.changed.emit()
