"""What taking an import back would do, with the entries that the chair has worked on, which stay unless ticked."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from dhr_desktop.domain.phrases import capital
from dhr_desktop.importing.undoing import TakingBack, WorkedOn
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.veil import veiled_here
from dhr_desktop.ui.common.widgets import button, dress_table, label
from dhr_desktop.ui.common.words import counted

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_WIDTH, _HEIGHT, _PLAIN_WIDTH = 860, 560, 480


class WorkedOnModel(TextTable):
    """Entries with a tick for each that goes all the same."""

    changed = Signal()

    def __init__(self, rows: tuple[WorkedOn, ...], veils: Callable[[int], bool], parent: QObject | None = None) -> None:
        """`veils` says whether the words of an entry are not to be seen, for it is marked as distressing."""
        super().__init__(parent)
        self._veils = veils
        self._going: set[int] = set()
        self.put(rows)

    @property
    def going(self) -> frozenset[int]:
        """The entries that are ticked."""
        return frozenset(self._going)

    def as_kept(self) -> str:
        """The ticks in words, for the drafts."""
        return ",".join(str(entry_id) for entry_id in sorted(self._going))

    def go_on_with(self, words: str) -> None:
        """Tick again what was ticked, as far as it is still there."""
        ticked = {int(each) for each in words.split(",") if each}
        self.tick([at for at, row in enumerate(self.rows) if row.entry_id in ticked], ticked=True)

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("Goes too"), self.tr("Date"), self.tr("What happened"), self.tr("What was done since")

    def cells(self, row: WorkedOn) -> tuple[str, ...]:
        """An entry and what was done to it."""
        state = ""
        if row.entry_id in self._going:
            state = self.tr("Set back") if row.returns else self.tr("Goes")
        words = veiled_here() if self._veils(row.entry_id) else row.text
        return state, row.date, words, capital("; ".join(row.done))

    def beside(self, row: WorkedOn, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's own form
        """The tick, and its state in words for a listener."""
        if column or role not in (_Role.CheckStateRole, _Role.AccessibleTextRole):
            return None
        ticked = row.entry_id in self._going
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return self.tr("Goes too: ticked") if ticked else self.tr("Goes too: not ticked, so it stays")

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Qt asks what can be done with a cell."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and not index.column() else flags

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401, N802 - Qt's own form
        """Qt tells that a tick was changed."""
        if not index.isValid() or index.column() or role != _Role.CheckStateRole:
            return False
        self.tick([index.row()], ticked=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: list[int], *, ticked: bool) -> None:
        """Tick or untick rows."""
        for row in rows:
            (self._going.add if ticked else self._going.discard)(self.rows[row].entry_id)
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), self.columnCount() - 1))
            self.changed.emit()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick or untick every row."""
        self.tick(list(range(len(self.rows))), ticked=ticked)


class _Ticks(QTableView):
    """Space ticks the row that the keyboard is on, in whichever column it stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        model: QAbstractItemModel = self.model()
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            first = model.index(self.currentIndex().row(), 0)
            ticked = Qt.CheckState(first.data(_Role.CheckStateRole)) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            model.setData(first, state, _Role.CheckStateRole)
            return
        super().keyPressEvent(event)


class TakeBackDialog(QDialog):
    """Asks whether an import is taken back, and what of the chair's own work goes with it: nothing unless ticked."""

    columns: ClassVar[tuple[int, ...]] = (0, 1)

    def __init__(
        self, told: TakingBack, parent: QWidget | None = None, veils: Callable[[int], bool] = lambda _: False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take back an import"))
        self._told = told
        self.model = WorkedOnModel(told.worked_on, veils, self)
        self.table = _Ticks()
        self.summary = label("\n".join(self._summary()), wrap=True)
        self.outcome = label("", "label", wrap=True)
        self.box = button_box(self, self.tr("&Take back"), self.tr("Keep the import"))
        self.yes = self.box.buttons()[0]
        self._build()
        self.model.changed.connect(self._say)
        self._say()

    @property
    def remove(self) -> frozenset[int]:
        """The entries that were worked on and go all the same."""
        return self.model.going

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        title = self.tr("Take back “{file}”?").format(file=self._told.submission.file_name)
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(self.summary)
        self.summary.setVisible(bool(self.summary.text()))
        if self._told.worked_on:
            self._list(column)
            self.resize(_WIDTH, _HEIGHT)
        else:
            self.setMinimumWidth(_PLAIN_WIDTH)
        column.addWidget(self.outcome)
        column.addWidget(self.box)

    def _list(self, column: QVBoxLayout) -> None:
        above = QHBoxLayout()
        above.setSpacing(SMALL)
        words = counted(
            len(self._told.worked_on),
            self.tr("You have worked on {n} entry. It stays unless you tick it."),
            self.tr("You have worked on {n} entries. They stay unless you tick them."),
        )
        above.addWidget(label(words, wrap=True), 1)
        above.addWidget(button(self.tr("Tick &all"), "quiet", lambda: self.model.tick_all(ticked=True)))
        above.addWidget(button(self.tr("Tick &none"), "quiet", lambda: self.model.tick_all(ticked=False)))
        column.addSpacing(HAIR)
        column.addLayout(above)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Entries that you have worked on"))
        header = self.table.horizontalHeader()
        for each in self.columns:
            header.setSectionResizeMode(each, QHeaderView.ResizeMode.ResizeToContents)
        for each in range(len(self.columns), self.model.columnCount()):
            header.setSectionResizeMode(each, QHeaderView.ResizeMode.Stretch)
        self.table.setCurrentIndex(self.model.index(0, 0))
        column.addWidget(self.table, 1)
        self.table.setFocus()

    def _summary(self) -> list[str]:
        told = self._told
        every = (
            (told.going, self.tr("{n} entry is as it came and goes."), self.tr("{n} entries are as they came and go.")),
            (
                told.set_back,
                self.tr("{n} entry that this revision changed says again what it said before."),
                self.tr("{n} entries that this revision changed say again what they said before."),
            ),
            (
                told.coming_back,
                self.tr("{n} entry that this revision left out returns to the timeline."),
                self.tr("{n} entries that this revision left out return to the timeline."),
            ),
            (
                told.unchanged,
                self.tr("{n} entry says the same in both versions and stays."),
                self.tr("{n} entries say the same in both versions and stay."),
            ),
            (
                told.gone,
                self.tr("{n} entry has already been removed by you."),
                self.tr("{n} entries have already been removed by you."),
            ),
        )
        return [counted(number, one, many) for number, one, many in every if number]

    def _say(self) -> None:
        """What will be left, with the ticks as they stand."""
        staying = len(self._told.worked_on) - len(self.model.going)
        if staying:
            words = counted(
                staying,
                self.tr("{n} entry stays, with the file it came from. This can be undone."),
                self.tr("{n} entries stay, with the file they came from. This can be undone."),
            )
        else:
            words = self.tr("Nothing of this import will be left. Undo brings it back whole, with its file.")
        possible = self._told.would_change or bool(self.model.going)
        if not possible:
            words = self.tr("Everything that came with this file has been worked on. Tick the entries that should go.")
        self.outcome.setText(words)
        self.yes.setEnabled(possible)
