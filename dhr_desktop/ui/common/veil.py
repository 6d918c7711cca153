"""What is marked as distressing is veiled until it is asked for, wherever its words would stand.

A page takes its entries through `ReviewContext.shown`, draws a cell that holds `veiled_words` with `draw_veiled`, and
stands a `VeilCover` in place of the widgets that would hold the words. So they are in no tip, no spoken text and no
clipboard either.
"""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry, SourceRow
from dhr_desktop.ui.common.habits import Habits
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label

_HABIT = "always_show_distressing"
_VEILED = ("text", "action", "people", "comment", "private_note")
_BARS = (0.16, 0.09, 0.21, 0.12, 0.18, 0.07)
"""The widths of what stands for words, as shares of the line. They are the same for all, so that they tell nothing."""


def veiled_words() -> str:
    """What stands in place of the words that are veiled."""
    return QCoreApplication.translate("veil", "Marked as distressing. F5 shows it.")


class Veil(QObject):
    """Knows which entry the chair has asked to see. That one is shown until another is chosen."""

    changed = Signal()
    """Something is veiled, or shown, that was not."""

    def __init__(self, habits: Habits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._habits = habits
        self._asked_for = 0

    @property
    def always_shows(self) -> bool:
        """Whether the chair has chosen, on this computer, that nothing is veiled."""
        return self._habits.get(_HABIT, usual=False)

    def show_always(self, *, on: bool) -> None:
        """Choose that nothing is veiled, or that it is again. It is remembered."""
        self._habits.choose(_HABIT, on=on)
        self.changed.emit()

    def veils(self, entry: Entry) -> bool:
        """Whether the words of this entry are not to be seen now."""
        return entry.distressing and entry.id != self._asked_for and not self.always_shows

    def lift(self, entry_id: int) -> None:
        """Show the words of this entry."""
        if entry_id != self._asked_for:
            self._asked_for = entry_id
            self.changed.emit()

    def choose(self, entry_id: int) -> None:
        """Another entry is chosen: what was asked for before is veiled again."""
        if self._asked_for not in (0, entry_id):
            self._asked_for = 0
            self.changed.emit()

    def entry(self, entry: Entry) -> Entry:
        """The entry as it may be shown now; for showing alone, and never to be written."""
        if not self.veils(entry):
            return entry
        words = {name: veiled_words() for name in _VEILED if getattr(entry, name)}
        return replace(entry, **words, other={})  # type: ignore[arg-type]  # fields that hold words, by their name

    def row(self, row: SourceRow, entry: Entry) -> SourceRow:
        """The agency's row of an entry as it may be shown now."""
        if not self.veils(entry):
            return row
        return replace(row, cells=tuple(veiled_words() if cell.strip() else cell for cell in row.cells))


def draw_veiled(painter: QPainter, inside: QRect, ink: QColor) -> None:
    """Draw in a cell that its words are veiled: the words that say so, and below them bars in place of the others."""
    painter.save()
    metrics = painter.fontMetrics()
    painter.setPen(ink)
    said = metrics.elidedText(veiled_words(), Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside.left(), inside.top() + metrics.ascent(), said)
    pale = QColor(ink)
    pale.setAlphaF(0.25)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, top, height = float(inside.left()), inside.top() + metrics.lineSpacing() * 1.3, metrics.xHeight() * 0.9
    for share in _BARS:
        width = share * inside.width()
        painter.drawRoundedRect(QRectF(left, top, width, height), height / 2, height / 2)
        left += width + metrics.averageCharWidth()
    painter.restore()


class VeilCover(QWidget):
    """Stands in place of what would show an entry's words, with the way to see them."""

    wanted = Signal()
    """The chair asks to see the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = label(self.tr("Marked as distressing"), "heading", wrap=True)
        words = label(
            self.tr("The words of this entry are not shown until you ask for them. They hide again when you go on."),
            "hint",
            wrap=True,
        )
        always = label(self.tr("The View menu has a choice to show such entries always."), "hint", wrap=True)
        self.show_button = button(self.tr("Show this entry (F5)"), "", self.wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, WIDE, 0, WIDE)
        column.setSpacing(SMALL)
        for each in (title, words):
            column.addWidget(each)
        column.addSpacing(MEDIUM)
        column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(MEDIUM)
        column.addWidget(always)
        column.addStretch(1)
