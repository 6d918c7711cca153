"""A menu of agencies to tick, which stays open while several are ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import draw_swatch

_ICON = 14


class AgencyChoice(QPushButton):
    """Which agencies are wanted. None ticked means all, as it does before the first tick."""

    changed = Signal()

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._shown: Sequence[Agency] = ()
        self._ticks: dict[int, QAction] = {}
        self._menu = _OpenMenu(self)
        self.setMenu(self._menu)
        self.setAccessibleName(self.tr("Agencies shown"))
        self._say()
        inks.changed.connect(self._colour_again)

    @property
    def chosen(self) -> frozenset[int]:
        """The agencies wanted; empty for all."""
        return frozenset(agency_id for agency_id, tick in self._ticks.items() if tick.isChecked())

    def show_agencies(self, agencies: Sequence[Agency]) -> None:
        """Offer these, keeping the ticks of those that were there."""
        if tuple(agencies) == tuple(self._shown):
            return
        ticked = self.chosen
        self._shown = agencies
        self._menu.clear()
        self._ticks = {}
        for agency in agencies:
            tick = QAction(self._icon(agency.colour), agency.name.replace("&", "&&"), self._menu, checkable=True)
            tick.setChecked(agency.id in ticked)
            tick.toggled.connect(self._ticked)
            self._menu.addAction(tick)
            self._ticks[agency.id] = tick
        self._menu.addSeparator()
        self._menu.addAction(self.tr("All agencies")).triggered.connect(self._all_again)
        self._say()

    def choose(self, agency_ids: frozenset[int]) -> None:
        """Tick these and no others."""
        for agency_id, tick in self._ticks.items():
            tick.blockSignals(True)
            tick.setChecked(agency_id in agency_ids)
            tick.blockSignals(False)
        self._say()

    def choose_all(self) -> None:
        """Want every agency again."""
        self.choose(frozenset())

    def _all_again(self) -> None:
        self.choose_all()
        self.changed.emit()

    def _ticked(self) -> None:
        self._say()
        self.changed.emit()

    def _colour_again(self) -> None:
        for agency in self._shown:
            self._ticks[agency.id].setIcon(self._icon(agency.colour))

    def _say(self) -> None:
        chosen = [agency for agency in self._shown if agency.id in self.chosen]
        if not chosen:
            words = self.tr("All agencies")
        elif len(chosen) == 1:
            words = self.fontMetrics().elidedText(chosen[0].name, Qt.TextElideMode.ElideRight, 160)
        else:
            words = self.tr("{n} agencies").format(n=len(chosen))
        self.setText(words.replace("&", "&&"))
        self.setAccessibleDescription(", ".join(agency.name for agency in chosen) or self.tr("All agencies"))

    def _icon(self, colour: int) -> QIcon:
        picture = QPixmap(_ICON, _ICON)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_swatch(painter, 1, _ICON / 2, colour, self._inks)
        painter.end()
        return QIcon(picture)


class _OpenMenu(QMenu):
    """Ticking does not close it; Escape, or a click elsewhere, does."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.toggle()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        action = self.activeAction()
        pressed = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and action is not None and action.isCheckable():
            action.toggle()
            return
        super().keyPressEvent(event)
