"""One row of a revised submission: its changed words marked, and what the chair is to decide about it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.importing.comparing import Kind, Pair
from dhr_desktop.importing.revising import Conflict
from dhr_desktop.importing.word_changes import Fate, word_changes
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE, Theme
from dhr_desktop.ui.common.widgets import Card, label, scrolled

_LINES = 90
_OTHER = 2
"""Where other words stand among mine, theirs and those."""
_PLAIN = QTextBlockFormat()
_ABOVE = QTextBlockFormat()
_ABOVE.setTopMargin(SMALL)


@dataclass(frozen=True, slots=True)
class Stays:
    """An entry that was worked on and whose row is gone: what the chair has changed in it, and whether it is to go."""

    entry_id: int
    goes: bool
    changed: tuple[str, ...]


class RevisionDetail(QWidget):
    """Shows a pair. `decided` tells the words chosen for a conflict, `removal` whether a worked-on entry goes."""

    decided = Signal(int, str, str)
    removal = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = QTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("The row as it was and as it is"))
        self._decisions = QWidget()
        self._column = QVBoxLayout(self._decisions)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM)
        self._area = scrolled(self._decisions)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        outer.setSpacing(MEDIUM)
        outer.addWidget(self.words, 2)
        outer.addWidget(self._area, 3)
        self._groups: list[QButtonGroup] = []
        theme.changed.connect(self._again)
        self._pair: Pair | None = None

    def clear(self) -> None:
        """Show nothing."""
        self._pair = None
        self.words.clear()
        self._forget()
        self._area.hide()

    def show_pair(
        self, pair: Pair, conflicts: list[Conflict], chosen: dict[tuple[int, str], str], stays: Stays | None
    ) -> None:
        """Show a pair with its conflicts and what was chosen for them; `stays` is of a row that is gone."""
        self._pair = pair
        self._again()
        self._forget()
        for conflict in conflicts:
            self._column.addWidget(self._choice(conflict, chosen.get((conflict.entry_id, conflict.field))))
        if stays:
            self._column.addWidget(self._leaving(stays))
        if conflicts:
            self._column.addWidget(label(self.tr("From the list, keys 1, 2 and 3 choose as well."), "hint", wrap=True))
        self._column.addStretch(1)
        self._area.setVisible(bool(conflicts or stays))

    def choose(self, place: int) -> None:
        """Choose mine (0), theirs (1) or other words (2) wherever the row asks; other words take the keyboard."""
        for group in self._groups:
            if place < len(group.buttons()):
                group.button(place).click()
        shown = [one for one in self._decisions.findChildren(QPlainTextEdit) if one.isVisible()]
        if place == _OTHER and shown:
            shown[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            shown[0].selectAll()

    def _forget(self) -> None:
        self._groups = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()

    # The words.

    def _again(self) -> None:
        self.words.clear()
        if self._pair is None:
            return
        cursor = self.words.textCursor()
        pair = self._pair
        if pair.old and pair.new:
            fields = pair.fields or {}
            if not fields:
                self._state(cursor, self.tr("The row says the same in both versions."))
            for name, (was, now) in fields.items():
                self._heading(cursor, name)
                self._marked(cursor, was, now)
            rest = {name: words for name, words in pair.new.shown.items() if words and name not in fields}
        else:
            side = pair.new or pair.old
            rest = {name: words for name, words in side.shown.items() if words} if side else {}
            gone = pair.kind is Kind.REMOVED
            told = self.tr("This row is not in the new file.") if gone else self.tr("This row is new.")
            self._state(cursor, told)
        for name, words in rest.items():
            self._heading(cursor, name, quiet=True)
            cursor.insertText(words, self._format("muted" if pair.old and pair.new else "text"))
        self.words.moveCursor(QTextCursor.MoveOperation.Start)

    def _state(self, cursor: QTextCursor, words: str) -> None:
        made = self._format("text")
        made.setFontWeight(QFont.Weight.DemiBold)
        cursor.insertText(words, made)

    def _heading(self, cursor: QTextCursor, words: str, *, quiet: bool = False) -> None:
        if cursor.position():
            cursor.insertBlock(_ABOVE)
        made = self._format("muted" if quiet else "text")
        made.setFontWeight(QFont.Weight.DemiBold)
        cursor.insertText(words, made)
        cursor.insertBlock(_PLAIN)

    def _marked(self, cursor: QTextCursor, was: str, now: str) -> None:
        """Words that are gone struck through, new ones underlined: told by more than their colour."""
        for piece in word_changes(was, now):
            cursor.insertText(piece.words, self._of_fate(piece.fate))

    def _of_fate(self, fate: Fate) -> QTextCharFormat:
        if fate is Fate.GONE:
            made = self._format("refused", "refused_ground")
            made.setFontStrikeOut(True)
        elif fate is Fate.NEW:
            made = self._format("done", "done_ground")
            made.setFontUnderline(True)
        else:
            made = self._format("text")
        return made

    def _format(self, role: str, ground: str = "") -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(QColor(self._theme.colour(role)))
        if ground:
            made.setBackground(QColor(self._theme.colour(ground)))
        return made

    # What is to be decided.

    def _choice(self, conflict: Conflict, chosen: str | None) -> QWidget:
        """Mine, theirs, or words of the chair's own, for one field."""
        card = Card()
        card.column.setSpacing(SMALL)
        title = self.tr("{field}: you have changed it, and the agency too").format(field=conflict.name)
        card.column.addWidget(label(title, "label", wrap=True))
        mine = QRadioButton(self.tr("Keep mine"))
        theirs = QRadioButton(self.tr("Take theirs"))
        own = QRadioButton(self.tr("Write other words"))
        written = QPlainTextEdit(chosen if chosen not in (None, conflict.mine, conflict.theirs) else conflict.mine)
        written.setAccessibleName(self.tr("Words to keep for {field}").format(field=conflict.name))
        written.setTabChangesFocus(True)
        written.setMaximumHeight(self._theme.scaled(_LINES))
        group = QButtonGroup(card)
        under = (_shown(conflict, conflict.mine), _shown(conflict, conflict.theirs), "")
        for place, (each, words) in enumerate(zip((mine, theirs, own), under, strict=True)):
            if place != _OTHER or conflict.field not in _READ:
                group.addButton(each, place)
            card.column.addWidget(each)
            if words:
                each.setAccessibleDescription(words)
                card.column.addWidget(_indented(words))
        own.setVisible(conflict.field not in _READ)
        card.column.addWidget(written)
        start = 0 if chosen in (None, conflict.mine) else 1 if chosen == conflict.theirs else _OTHER
        group.button(start).setChecked(True)
        written.setVisible(start == _OTHER)

        def tell() -> None:
            place = group.checkedId()
            written.setVisible(place == _OTHER)
            words = (conflict.mine, conflict.theirs, written.toPlainText())[place]
            self.decided.emit(conflict.entry_id, conflict.field, words)

        group.idClicked.connect(tell)
        written.textChanged.connect(tell)
        self._groups.append(group)
        return card

    def _leaving(self, stays: Stays) -> QWidget:
        card = Card()
        words = self.tr("You have worked on this entry, so it stays although its row is gone.")
        card.column.addWidget(label(words, wrap=True))
        if stays.changed:
            done = self.tr("You have changed: {fields}.").format(fields=", ".join(stays.changed))
            card.column.addWidget(label(done, "hint", wrap=True))
        tick = QCheckBox(self.tr("Remove it too"))
        tick.setChecked(stays.goes)
        tick.toggled.connect(lambda on: self.removal.emit(stays.entry_id, on))
        card.column.addWidget(tick)
        return card


_READ = frozenset({"date_edtf", "time", "reported_edtf", "reported_time"})
"""Fields whose words are read as dates and times, so that other words are set on the timeline and not here."""


def _shown(conflict: Conflict, words: str) -> str:
    if conflict.field.endswith("_edtf"):
        return in_british_words(parse(words)) if words else ""
    return words


def _indented(words: str) -> QLabel:
    made = label(" ".join(words.split()), "hint", wrap=True)
    made.setIndent(WIDE)
    return made
