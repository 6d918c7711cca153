"""The audit trail of a review as a list, newest first, with the way to take back one old import."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from dhr_desktop.base.clock import to_local
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.store import submissions
from dhr_desktop.store.journal import StepRecord, TakenBack
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.theme import MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.common.words import counted

_AT_ONCE = 200
_COUNTS = 2
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class StepsModel(QAbstractTableModel):
    """The steps of the journal: when, what, and how many changes; older ones are read as they are scrolled to."""

    def __init__(self, context: ReviewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = context.review.journal
        self._steps: list[StepRecord] = []
        self._more = True
        self._kinds = {
            "do": "{step}",
            "undo": self.tr("Undone: {step}"),
            "redo": self.tr("Done again: {step}"),
            "take back": "{step}",
        }
        self.refresh()

    def refresh(self) -> None:
        """Read the newest steps anew."""
        self.beginResetModel()
        self._steps = self._journal.steps(_AT_ONCE)
        self._more = len(self._steps) == _AT_ONCE
        self.endResetModel()

    def step(self, row: int) -> StepRecord | None:
        """The step in a row."""
        return self._steps[row] if 0 <= row < len(self._steps) else None

    @staticmethod
    def _when(step: StepRecord) -> str:
        at = to_local(step.at)
        return f"{in_british_words(of_day(at.date()))}, {at:%H:%M}"

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many steps have been read."""
        return 0 if parent.isValid() else len(self._steps)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """When, what, changes."""
        return 0 if parent.isValid() else 3

    def canFetchMore(self, parent: AnyIndex) -> bool:  # noqa: N802 - Qt's name
        """Whether there are older steps."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Read older steps."""
        if parent.isValid() or not self._steps:
            return
        older = self._journal.steps(_AT_ONCE, before=self._steps[-1].id)
        self._more = len(older) == _AT_ONCE
        if older:
            self.beginInsertRows(QModelIndex(), len(self._steps), len(self._steps) + len(older) - 1)
            self._steps += older
            self.endInsertRows()

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == _COUNTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("When"), self.tr("What"), self.tr("Changes"))[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of one cell."""
        step = self.step(index.row())
        if step is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _COUNTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return (
            self._when(step),
            self._kinds[step.kind].format(step=step.label),
            f"{step.changes:,}",
        )[index.column()]


class HistoryDialog(QDialog):
    """Reading the trail, and taking back an import. It stays open, so that what was done is seen in it."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("History"))
        self.messages = MessageBar(context.theme)
        self.model = StepsModel(context, self)
        self.table = QTableView()
        self.take_back = button(self.tr("Take back this import"), "", self._take_back)
        self.close_button = button(self.tr("Close"), "", self.accept)
        self._imports: set[int] = set()
        self._build()
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        context.notices.changed.connect(self._refresh)
        self._refresh()

    def _build(self) -> None:
        self.resize(self._context.theme.scaled(720), self._context.theme.scaled(520))
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("What was done in this review, newest first"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        words = self.tr(
            "Everything done in this review is kept here and is never removed. An import can be taken back at any"
            " time; what you have changed since in its entries stays."
        )
        row = QHBoxLayout()
        row.addWidget(self.take_back)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("History"), "title"))
        told = label(words, "hint", wrap=True)
        column.addWidget(told)
        self.messages.stand_over(told, self)
        column.addWidget(table, 1)
        column.addLayout(row)

    def _refresh(self) -> None:
        row = self.table.currentIndex().row()
        self._imports = {each.step_id for each in submissions.listing(self._context.review) if each.step_id}
        self.model.refresh()
        self.table.selectRow(min(max(row, 0), self.model.rowCount() - 1))
        self._offer()

    def _offer(self) -> None:
        step = self.model.step(self.table.currentIndex().row())
        self.take_back.setEnabled(step is not None and step.kind == "do" and step.id in self._imports)

    def _take_back(self) -> None:
        step = self.model.step(self.table.currentIndex().row())
        if step is None:
            return
        journal, step_id = self._context.review.journal, step.id

        def work(progress: Progress) -> TakenBack:
            del progress
            return journal.take_back(step_id)

        self.take_back.setEnabled(False)
        self._context.jobs.run(work, self.tr("Taking back"), self._say_taken_back, self._refuse, owner=self)

    def _say_taken_back(self, taken: TakenBack) -> None:
        words = self.tr("{step} is done.").format(step=taken.change.label)
        stayed = taken.kept + taken.needed
        if stayed:
            one, many = self.tr("{n} row changed since then stayed."), self.tr("{n} rows changed since then stayed.")
            words = f"{words} {counted(stayed, one, many)}"
        self.messages.show_done(words)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.messages.show_error(error)
        self._offer()
