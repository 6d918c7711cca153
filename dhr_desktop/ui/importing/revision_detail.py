"""One row of a revised submission: its changed words marked, and what the chair is to decide about it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from dhr_desktop.importing.comparing import Kind, Pair, Placed
from dhr_desktop.importing.revising import Conflict
from dhr_desktop.importing.word_changes import Fate, word_changes
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.veil import veiled_words
from dhr_desktop.ui.common.widgets import label, scrolled
from dhr_desktop.ui.importing.revision_choice import OTHER, ConflictCard, LeavingCard, Stays

_PLAIN = QTextBlockFormat()
_ABOVE = QTextBlockFormat()
_ABOVE.setTopMargin(SMALL)


class RevisionDetail(QWidget):
    """Shows a pair. `decided` tells the words chosen for a conflict, `removal` whether a worked-on entry goes.

    The words are None while what was typed is not understood. `written` tells that the chair is done with typing.
    """

    decided = Signal(int, str, object)
    removal = Signal(int, bool)
    written = Signal()

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

    def veil(self) -> None:
        """Show that the words of a pair are veiled; nothing is decided about what is not seen."""
        self.clear()
        self.words.setPlainText(veiled_words())

    def show_pair(
        self, pair: Pair, conflicts: list[Conflict], chosen: dict[tuple[int, str], str], stays: Stays | None
    ) -> None:
        """Show a pair with its conflicts and what was chosen for them; `stays` is of a row that is gone."""
        self._pair = pair
        self._again()
        self._forget()
        for conflict in conflicts:
            self._put(self._choice(pair, conflict, chosen.get((conflict.entry_id, conflict.field))))
        if stays:
            card = LeavingCard(stays)
            card.removal.connect(partial(self.removal.emit, stays.entry_id))
            self._put(card)
        if conflicts:
            self._column.addWidget(label(self.tr("From the list, keys 1, 2 and 3 choose as well."), "hint", wrap=True))
        elif stays:
            self._column.addWidget(label(self.tr("From the list, keys 1 and 2 choose as well."), "hint", wrap=True))
        self._column.addStretch(1)
        self._area.setVisible(bool(conflicts or stays))

    def _choice(self, pair: Pair, conflict: Conflict, chosen: str | None) -> ConflictCard:
        dated = conflict.field == "date_edtf" and pair.new
        card = ConflictCard(self._theme, conflict, chosen, pair.new.entry.date_written if dated and pair.new else "")
        card.decided.connect(partial(self.decided.emit, conflict.entry_id, conflict.field))
        card.written.connect(self.written)
        return card

    def _put(self, card: ConflictCard | LeavingCard) -> None:
        self._groups.append(card.group)
        self._column.addWidget(card)

    def choose(self, place: int) -> None:
        """Give the answer of this place wherever the row asks; words of the chair's own take the keyboard."""
        for group in self._groups:
            if place < len(group.buttons()):
                group.button(place).click()
        fields: list[QLineEdit | QPlainTextEdit] = [
            *self._decisions.findChildren(QLineEdit),
            *self._decisions.findChildren(QPlainTextEdit),
        ]
        shown = [one for one in fields if one.isVisible()]
        if place == OTHER and shown:
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
            if pair.moved:
                self._say(cursor, self._place(pair.old, pair.new))
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

    def _say(self, cursor: QTextCursor, words: str) -> None:
        if cursor.position():
            cursor.insertBlock(_ABOVE)
        cursor.insertText(words, self._format("text"))

    def _place(self, old: Placed, new: Placed) -> str:
        if old.row == new.row:
            return self.tr("It stands in another place among the rows.")
        return self.tr("It stood in row {old} and stands in row {new}.").format(old=f"{old.row:,}", new=f"{new.row:,}")

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
