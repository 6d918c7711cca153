"""Widths of a table's columns: some as wide as their words, the others sharing what is left."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

_LEAST = 60


class SharedWidths(QObject):
    """`shares` are the columns that share the room, each with its part; the others take what they need, up to `most`.

    It measures when the table is resized or its rows are put anew, and leaves a column alone that the chair has drawn.
    """

    def __init__(self, table: QTableView, shares: Mapping[int, int], most: int = 200) -> None:
        super().__init__(table)
        self._table, self._shares, self._most = table, dict(shares), most
        self._setting = False
        self._drawn: set[int] = set()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(_LEAST)
        header.sectionResized.connect(self._note_drawn)
        table.viewport().installEventFilter(self)
        table.model().modelReset.connect(self._later.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Qt tells that there is another width to share."""
        if event.type() == QEvent.Type.Resize:
            self._later.start()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Share the width now."""
        header = self._table.horizontalHeader()
        shown = [column for column in range(header.count()) if not header.isSectionHidden(column)]
        free = self._table.viewport().width()
        self._setting = True
        for column in shown:
            if column in self._shares and column not in self._drawn:
                continue
            if column not in self._drawn:
                needed = max(self._table.sizeHintForColumn(column), header.sectionSizeHint(column))
                header.resizeSection(column, min(self._most, needed))
            free -= header.sectionSize(column)
        sharing = {column: self._shares[column] for column in shown if column in self._shares.keys() - self._drawn}
        for column, part in sharing.items():
            header.resizeSection(column, max(2 * _LEAST, free * part // sum(sharing.values())))
        self._setting = False

    def _note_drawn(self, column: int) -> None:
        if not self._setting:
            self._drawn.add(column)
