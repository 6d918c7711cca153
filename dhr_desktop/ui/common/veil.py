"""What is marked as distressing is veiled until it is asked for, wherever its words would stand.

A page takes its entries through `ReviewContext.shown`, draws a cell that holds `veiled_words` with `draw_veiled`, and
stands a `VeilCover` in place of the widgets that would hold the words. So they are in no tip, no spoken text and no
clipboard either. What the chair wrote about a veiled entry is veiled with it: `words` where its entries are at hand,
`said` where only a headline could give it away, as in the name of a step.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry, SourceRow
from dhr_desktop.domain.retold import Retold
from dhr_desktop.store.distressing import Telling, spaced
from dhr_desktop.ui.common.habits import Habits
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label

NOBODY: frozenset[int] = frozenset()
_HABIT = "always_show_distressing"
_VEILED = ("text", "action", "people", "comment", "private_note")
_LEFT_OUT = ("date_written", "time_written")
"""An agency's own words for a day stand as a second line or in a tip: they are not there while they are veiled."""
_BARS = (0.16, 0.09, 0.21, 0.12, 0.18, 0.07)
"""The widths of what stands for words, as shares of the line. They are the same for all, so that they tell nothing."""


_QUOTED = re.compile("“[^”]*”")


def veiled_words() -> str:
    """What stands in place of the words that are veiled."""
    return QCoreApplication.translate("veil", "Marked as distressing. F5 shows it.")


def veiled_here() -> str:
    """As `veiled_words`, in a dialog, where nothing is lifted."""
    return QCoreApplication.translate("veil", "Marked as distressing")


class Veil(QObject):
    """Knows which entries the chair has asked to see: on the page that is shown, until she goes on from them."""

    changed = Signal()
    """Something is veiled, or shown, that was not."""
    ended = Signal()
    """The page was left, or the screen is shared now: nothing stays shown anywhere."""

    def __init__(self, habits: Habits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._habits = habits
        self._asked_for: frozenset[int] = frozenset()
        self._telling = Telling()
        self._retold = Retold({})
        self._waits = False

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
        return entry.distressing and entry.id not in self._asked_for and not self.always_shows

    def veils_any(self, entries: Iterable[Entry]) -> bool:
        """Whether the words of any of these entries are not to be seen now, so that neither is what tells of them."""
        return any(self.veils(entry) for entry in entries)

    def lift(self, *entry_ids: int) -> None:
        """Show the words of these entries too."""
        self._ask_for(self._asked_for | set(entry_ids))

    def choose(self, *entry_ids: int) -> None:
        """These are at hand now: of what was asked for before, all else is veiled again."""
        self._ask_for(self._asked_for & set(entry_ids))

    def end(self) -> None:
        """Veil everything again, for the page is left or others look at the screen."""
        self._ask_for(())
        self.ended.emit()

    def _ask_for(self, entry_ids: Collection[int]) -> None:
        if self._asked_for != set(entry_ids):
            self._asked_for = frozenset(entry_ids)
            self.changed.emit()

    def wait(self) -> None:
        """Quote no headline until it is known which of them tell of marked entries."""
        self._waits = True

    def know(self, telling: Telling) -> None:
        """Take what tells of marked entries, as it has been read."""
        waited, self._waits = self._waits, False
        if waited or telling != self._telling:
            self._telling = telling
            self._retold = Retold(telling.words)
            self.changed.emit()

    def words(self, text: str, entries: Iterable[Entry]) -> str:
        """What the chair wrote about these entries, as it may be seen now."""
        return veiled_words() if text and self.veils_any(entries) else text

    def said(self, text: str, *, beside: bool = False) -> str:
        """A headline, or words that quote one, as they may be seen now on the page, or `beside` it.

        What was asked for is shown on its page alone: not in the history, nor in what Undo says.
        """
        asked_for = frozenset[int]() if beside else self._asked_for
        if self._waits and not self.always_shows:
            return _QUOTED.sub("“…”", text)
        if not text or not self._telling.headlines or self.always_shows:
            return text
        bare = " ".join(text.split())
        for headline, entry_ids in self._telling.headlines.items():
            if entry_ids <= asked_for:
                continue
            if bare == headline:
                return veiled_words()
            text = text.replace(f"“{headline}”", QCoreApplication.translate("veil", "“marked as distressing”"))
        return text

    def tells_of(self, entry_id: int) -> bool:
        """Whether the words of an entry, known by its id alone, are not to be seen now."""
        if self.always_shows or entry_id in self._asked_for:
            return False
        return self._waits or entry_id in self._telling.entries

    def said_by(self, cells: Iterable[str]) -> frozenset[int]:
        """The marked entries that say the same as any of these cells, of a row of which nothing else is known.

        Also in other words: an agency that sends its file again may have put them better.
        """
        known = self._telling.words
        if not known:
            return NOBODY
        said = list(cells)
        same = (entry_id for cell in said for entry_id in known.get(spaced(cell), ()))
        return frozenset(same).union(*map(self._retold.said_by, said))

    def veils_row(self, cells: Iterable[str]) -> bool:
        """Whether a row of a file is not to be seen now, for it says what a marked entry says."""
        return (self._waits and not self.always_shows) or any(map(self.tells_of, self.said_by(cells)))

    def cell(self, row_id: int, text: str) -> str:
        """A cell of an agency's row as it may be seen now."""
        entry_id = self._telling.rows.get(row_id)
        shows = not entry_id or entry_id in self._asked_for or self.always_shows or not text.strip()
        return text if shows else veiled_words()

    def entry(self, entry: Entry) -> Entry:
        """The entry as it may be shown now; for showing alone, and never to be written."""
        if not self.veils(entry):
            return entry
        words = {name: veiled_words() for name in _VEILED if getattr(entry, name)}
        doubts = tuple(replace(doubt, words=veiled_words()) for doubt in entry.doubts)
        words |= dict.fromkeys(_LEFT_OUT, "")
        return replace(entry, **words, doubts=doubts, other={})  # type: ignore[arg-type]  # words, by their field's name

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
