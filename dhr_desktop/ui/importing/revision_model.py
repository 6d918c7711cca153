"""The rows of a revised submission as a table: what became of each, with those that ask for a decision first told."""

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.importing.comparing import Kind, Pair
from dhr_desktop.importing.revising import Conflict, Revision
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.veil import Veil, veiled_words


class Show(StrEnum):
    """Which rows are shown."""

    DECIDE = "decide"
    DIFFERENT = "different"
    CHANGED = "changed"
    REDATED = "redated"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    ALL = "all"


_KINDS = {
    Show.CHANGED: Kind.CHANGED,
    Show.REDATED: Kind.REDATED,
    Show.ADDED: Kind.ADDED,
    Show.REMOVED: Kind.REMOVED,
}


class RevisionModel(TextTable):
    """The pairs of a revision that are shown, and what asks for the chair's decision among them."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._revision: Revision | None = None
        self._conflicts: dict[int, list[Conflict]] = {}
        self._asking: list[Pair] = []
        self.words: dict[tuple[int, str], str] = {}
        """What the chair has decided that a field in conflict is to say."""
        self.veil: Veil | None = None
        """Knows what is marked as distressing; the view says so."""
        self.goes: dict[int, bool] = {}
        """Whether an entry whose row is gone goes too, where she has decided it."""

    def show(self, revision: Revision, what: Show) -> None:
        """Show the pairs of a revision of one sort."""
        self._revision = revision
        self._conflicts = {}
        for conflict in revision.conflicts:
            self._conflicts.setdefault(conflict.entry_id, []).append(conflict)
        self._asking = [pair for pair in revision.comparison.pairs if self.asks(pair)]
        self.put(self.wanted(what))

    def wanted(self, what: Show) -> list[Pair]:
        """The pairs of one sort, in the order of the file."""
        pairs = self._revision.comparison.pairs if self._revision else ()
        if what is Show.ALL:
            return list(pairs)
        if what is Show.DECIDE:
            return list(self._asking)
        if what is Show.DIFFERENT:
            return [pair for pair in pairs if pair.kind is not Kind.UNCHANGED or pair.moved]
        if what is Show.MOVED:
            return [pair for pair in pairs if pair.moved]
        return [pair for pair in pairs if pair.kind is _KINDS[what]]

    def entry_of(self, pair: Pair) -> int | None:
        """The entry that a pair is about, where it is on the timeline."""
        if self._revision is None or pair.old is None:
            return None
        return self._revision.entry_of.get(pair.old.place)

    def told_of(self, pair: Pair) -> frozenset[int]:
        """The entries marked as distressing that a pair tells of: its own, and those that say the same."""
        if self.veil is None:
            return frozenset()
        found = [self.veil.said_by((*side.shown.values(), side.entry.text)) for side in (pair.old, pair.new) if side]
        return frozenset().union(*found, () if (own := self.entry_of(pair)) is None else {own})

    def is_veiled(self, pair: Pair) -> bool:
        """Whether the words of a pair are not to be seen now."""
        return self.veil is not None and any(map(self.veil.tells_of, self.told_of(pair)))

    def draw_anew(self) -> None:
        """Draw every cell again, for what may be seen has changed."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def conflicts(self, pair: Pair) -> list[Conflict]:
        """The fields of a pair that the chair has changed and the agency too."""
        entry_id = self.entry_of(pair)
        return self._conflicts.get(entry_id, []) if entry_id is not None else []

    def stays(self, pair: Pair) -> bool:
        """Whether the row is gone and its entry stays because the chair has worked on it."""
        entry_id = self.entry_of(pair)
        return self._revision is not None and pair.kind is Kind.REMOVED and entry_id in self._revision.stays

    def stays_removed(self, pair: Pair) -> bool:
        """Whether the chair has taken the entry of a row off the timeline, where no later version puts it back."""
        return pair.old is not None and pair.new is not None and self.entry_of(pair) is None

    def asks(self, pair: Pair) -> bool:
        """Whether there is something to decide."""
        return bool(self.conflicts(pair)) or self.stays(pair)

    def is_open(self, pair: Pair) -> bool:
        """Whether something is left to decide."""
        left = any((one.entry_id, one.field) not in self.words for one in self.conflicts(pair))
        return left or (self.stays(pair) and self.entry_of(pair) not in self.goes)

    @property
    def open_ones(self) -> int:
        """How many rows are left to decide about."""
        return sum(self.is_open(pair) for pair in self._asking)

    def decided(self) -> None:
        """Show what has just been decided."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("What has changed"), self.tr("Date"), self.tr("What happened")

    def cells(self, row: Pair) -> tuple[str, ...]:
        """What became of a row, its date and its words."""
        side = row.new or row.old
        if side is None:
            return "", "", ""
        words = veiled_words() if self.is_veiled(row) else side.entry.text
        return self.state(row), in_british_words(parse(side.entry.date_edtf)), words

    def state(self, pair: Pair) -> str:
        """What became of a row, in a word or two."""
        words = {
            Kind.UNCHANGED: self.tr("Unchanged"),
            Kind.CHANGED: self.tr("Reworded"),
            Kind.REDATED: self.tr("Another date"),
            Kind.ADDED: self.tr("Added"),
            Kind.REMOVED: self.tr("No longer there"),
        }[pair.kind]
        if self.asks(pair):
            if pair.kind is Kind.UNCHANGED:
                words = self.tr("Date written out")
            return self.tr("{state}: {decision}").format(state=words, decision=self._decision(pair))
        if self.stays_removed(pair):
            return self.tr("{state}: removed by you").format(state=words)
        if pair.moved and pair.kind is Kind.UNCHANGED:
            return self.tr("Moved")
        return self.tr("{state}, moved").format(state=words) if pair.moved else words

    def _decision(self, pair: Pair) -> str:
        """What was decided about a row, or that it is not decided yet."""
        if self.is_open(pair):
            return self.tr("for you to decide")
        if self.stays(pair):
            return self.tr("goes") if self.goes[self.entry_of(pair) or 0] else self.tr("stays")
        said = [self._answer(one) for one in self.conflicts(pair)]
        return said[0] if len(set(said)) == 1 else self.tr("decided field by field")

    def _answer(self, conflict: Conflict) -> str:
        words = self.words[conflict.entry_id, conflict.field]
        if words == conflict.mine:
            return self.tr("you keep yours")
        return self.tr("you take theirs") if words == conflict.theirs else self._other(conflict, words)

    def _other(self, conflict: Conflict, words: str) -> str:
        if conflict.field.endswith("_edtf"):
            return in_british_words(parse(words))
        return words if conflict.field.endswith("time") and words else self.tr("your other words")

    def beside(self, row: Pair, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's own form
        """A sign beside what asks for a decision, and another once it has one."""
        if column == 0 and role == Qt.ItemDataRole.DecorationRole and self.asks(row):
            return self._theme.icon("doubt", "doubt") if self.is_open(row) else self._theme.icon("check", "done")
        return None
