"""The history as a table: the days as headings, and under each what was done on it, newest first."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from dhr_desktop.base.clock import to_local, today
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.timeline.history import Line, Told
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.words import counted

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TIME, WHAT, WHO = range(3)


class HistoryModel(QAbstractTableModel):
    """Rows are days (a `str`) and lines. `more_wanted` asks for older lines as the view comes to the last."""

    more_wanted = Signal()

    def __init__(self, theme: Theme, shown: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = shown
        self._rows: list[str | Line] = []
        self._told = Told()
        self._asked = False
        self._who = ""
        self._kinds = {
            "do": "{step}",
            "undo": self.tr("Undone: {step}"),
            "redo": self.tr("Done again: {step}"),
            "take back": "{step}",
        }

    def show(self, told: Told, who: str) -> None:
        """Show these lines in place of those shown before; all of them were done by `who`."""
        self.beginResetModel()
        self._told, self._who, self._asked = told, who, False
        self._rows = []
        day = ""
        for line in told.lines:
            its_day = self._day(line)
            if its_day != day:
                self._rows.append(its_day)
                day = its_day
            self._rows.append(line)
        self.endResetModel()

    @property
    def steps(self) -> int:
        """How many steps are shown."""
        return self._told.steps

    def line(self, row: int) -> Line | None:
        """The line in a row; None for the heading of a day."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Line) else None

    def row_of(self, step_id: int) -> int:
        """The row of the line that this step is of; that of the first line where there is none."""
        rows = [row for row, each in enumerate(self._rows) if isinstance(each, Line)]
        of_it = (row for row in rows if any(step.id == step_id for step in self._line(row).steps))
        return next(of_it, rows[0] if rows else -1)

    def days(self) -> list[int]:
        """The rows that are headings."""
        return [row for row, each in enumerate(self._rows) if isinstance(each, str)]

    def words(self, line: Line) -> str:
        """What was done, and what has become of it."""
        newest = line.newest
        said = self._kinds[newest.kind].format(step=self._shown(newest.label))
        if len(line.steps) > 1:
            said = self.tr("{step}, saved {n} times").format(step=said, n=f"{len(line.steps):,}")
        if newest.taken_back:
            return self.tr("{step} – taken back since").format(step=said)
        if newest.kind in ("do", "take back") and not newest.stands:
            return self.tr("{step} – undone since").format(step=said)
        return said

    def _line(self, row: int) -> Line:
        found = self._rows[row]
        return found if isinstance(found, Line) else Line(())

    def _day(self, line: Line) -> str:
        day = to_local(line.newest.at).date()
        words = in_british_words(of_day(day))
        return self.tr("Today, {day}").format(day=words) if day == today() else words

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many rows there are, days among them."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Time, what, who."""
        return 0 if parent.isValid() else 3

    def canFetchMore(self, parent: AnyIndex) -> bool:  # noqa: N802 - Qt's name
        """Whether there are older lines that have not been asked for."""
        return not parent.isValid() and self._told.more and not self._asked

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Ask for older lines; they come when they have been read."""
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """The heading of a day cannot be chosen, and neither a click nor a key goes to it."""
        if index.isValid() and self.line(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Time"), self.tr("What"), self.tr("Who"))[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of one cell and how they look."""
        if not (index.isValid() and index.row() < len(self._rows)):
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return self._of_day(row, index.column(), role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (f"{to_local(row.newest.at):%H:%M}", self.words(row), self._who)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TIME:
            return counted(sum(step.changes for step in row.steps), self.tr("{n} change"), self.tr("{n} changes"))
        if role == Qt.ItemDataRole.ForegroundRole and (index.column() != WHAT or not row.newest.stands):
            return self._theme.colour("muted")
        return None

    def _of_day(self, day: str, column: int, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return day if column == TIME else ""
        if role == Qt.ItemDataRole.FontRole:
            font = QFont(self._theme.font("body"))
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("text")  # that it cannot be chosen does not make it pale
        return self._theme.colour("window") if role == Qt.ItemDataRole.BackgroundRole else None
