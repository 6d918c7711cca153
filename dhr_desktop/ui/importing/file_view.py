"""One file of a batch in three steps: the file and its agency, its columns, and the count of what it would bring."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import LARGE, MEDIUM
from dhr_desktop.ui.common.widgets import separator
from dhr_desktop.ui.importing.batch import FileItem
from dhr_desktop.ui.importing.columns_step import ColumnsStep
from dhr_desktop.ui.importing.count_step import CountStep
from dhr_desktop.ui.importing.file_step import FileStep

FILE, COLUMNS, COUNT = range(3)
"""The steps."""


class FileView(QWidget):
    """Shows a `FileItem`; `changed` tells when something about it was decided."""

    changed = Signal()
    named = Signal()
    opened = Signal(str)
    compare = Signal()
    read_afresh = Signal()
    read_again = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: FileItem | None = None
        self.steps = QTabBar()
        self.steps.setAccessibleName(self.tr("Steps for this file"))
        self.steps.setExpanding(False)
        self.steps.setDrawBase(False)
        self.steps.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.file = FileStep(context)
        self.columns = ColumnsStep(context)
        self.count = CountStep(context)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        outer.setSpacing(0)
        outer.addWidget(self.steps)
        outer.addWidget(separator())
        self._pages = QStackedWidget()
        outer.addWidget(self._pages, 1)
        for name, page in (
            (self.tr("&1  File and agency"), self.file),
            (self.tr("&2  Columns"), self.columns),
            (self.tr("&3  The count"), self.count),
        ):
            self.steps.addTab(name)
            self._pages.addWidget(page)
        self.steps.currentChanged.connect(self._pages.setCurrentIndex)
        self.file.changed.connect(self._on_change)
        self.columns.changed.connect(self._on_change)
        self.file.named.connect(self.named)
        self.file.opened.connect(self.opened)
        self.file.compare.connect(self.compare)
        self.file.read_afresh.connect(self.read_afresh)
        self.file.read_again.connect(self.read_again)

    @property
    def counts(self) -> QLabel:
        """The sentence of the count, or why the file cannot be read."""
        return self.count.counts

    @property
    def problems(self) -> QLabel:
        """What should be known about the file as a whole."""
        return self.count.problems

    def show_item(self, item: FileItem, agencies: list[str]) -> None:
        """Show one file, at the step that waits for something, else at its columns."""
        self._item = item
        self.file.show_item(item, agencies)
        self.columns.show_item(item)
        self.count.show_item(item)
        self.steps.setTabEnabled(COLUMNS, bool(item.reading and item.reading.tables and not item.error))
        self._mark()
        self.steps.setCurrentIndex(_waiting(item))

    def show_anew(self, item: FileItem, agencies: list[str]) -> None:
        """Show the file again after it was read otherwise, at the step where the chair is."""
        at = self.steps.currentIndex()
        self.show_item(item, agencies)
        self.steps.setCurrentIndex(at)

    def go_to(self, step: int, table: int) -> None:
        """Show one of the steps, if the file has come to it, and one of its tables."""
        if self.steps.isTabEnabled(step):
            self.steps.setCurrentIndex(step)
        self.columns.go_to(table)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in it."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_keyboard(self) -> None:
        """Put the keyboard where the file waits for something, or on its steps."""
        asked = self._item is not None and self._item.reading is not None and not self._item.agency.strip()
        at_agency = asked and self.steps.currentIndex() == FILE
        (self.file.agency if at_agency else self.steps).setFocus(Qt.FocusReason.OtherFocusReason)

    def next_step(self) -> bool:
        """Go to the next step; False when this was the last one."""
        place = self.steps.currentIndex() + 1
        while place < self.steps.count() and not self.steps.isTabEnabled(place):
            place += 1
        if place >= self.steps.count():
            return False
        self.steps.setCurrentIndex(place)
        return True

    def _on_change(self) -> None:
        if self._item:
            self.count.show_item(self._item)
            self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        asking = bool(self._item and self._item.questions)
        words = self.tr("&2  Columns: an answer is needed") if asking else self.tr("&2  Columns")
        self.steps.setTabText(COLUMNS, words)


def _waiting(item: FileItem) -> int:
    """The step at which a file waits for the chair."""
    unnamed = item.reading and item.reading.counts.imported and not item.agency.strip()
    if item.error or item.is_revision or unnamed:
        return FILE
    return COLUMNS if item.reading and item.reading.tables else COUNT
