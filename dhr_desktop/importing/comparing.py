"""Compares two readings of an agency's chronology by what their rows say, wherever the rows stand."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from dhr_desktop.importing.likeness import Likeness, Shown
from dhr_desktop.importing.reading import Reading
from dhr_desktop.importing.renamed import named_cells, renamed
from dhr_desktop.importing.rows import EntryReading

_ALIKE = 0.5
"""How alike two rows must be, from 0 to 1, to be one row reworded."""
_ALIKE_FIRST = 0.8
"""Rows as alike as this are paired before all others, so that a reworded row is not taken by a distant cousin."""


class Kind(StrEnum):
    """What became of a row between two versions."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REDATED = "date corrected"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry of a reading with its place: the table, and the row as the source program shows it."""

    table: str
    row: int
    shown: Shown
    """Its cells by heading, those that are filled."""
    entry: EntryReading
    nth: int = 0
    """How many tables of the same name have a row of that number before it: tables can stand side by side."""

    @property
    def place(self) -> tuple[str, int, int]:
        """What tells it from every other row of its file."""
        return self.table, self.row, self.nth


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of either version, or of both; `moved` when it stands elsewhere among the rows that both have."""

    kind: Kind
    old: Placed | None
    new: Placed | None
    moved: bool = False

    @property
    def fields(self) -> dict[str, tuple[str, str]]:
        """The cells that differ, by heading: as they were and as they are."""
        if self.old is None or self.new is None:
            return {}
        names = dict.fromkeys([*self.old.shown, *self.new.shown])
        both = {name: (self.old.shown.get(name, ""), self.new.shown.get(name, "")) for name in names}
        return {name: values for name, values in both.items() if _plain(values[0]) != _plain(values[1])}


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows of two versions, in the order of the new one, each removed row after the row it followed."""

    pairs: tuple[Pair, ...]

    def of(self, kind: Kind) -> list[Pair]:
        """The pairs of one kind."""
        return [pair for pair in self.pairs if pair.kind is kind]

    @property
    def found_again(self) -> float:
        """The part of the older rows that are in the new version, as they were or changed; 1.0 when there were none."""
        older = [pair for pair in self.pairs if pair.old]
        return sum(pair.new is not None for pair in older) / len(older) if older else 1.0

    @property
    def moved(self) -> list[Pair]:
        """The pairs whose row stands elsewhere."""
        return [pair for pair in self.pairs if pair.moved]


def compare(old: Reading, new: Reading) -> Comparison:
    """What a revised file changes. Its columns may stand in another order and go by other headings.

    A column that has been given another heading is shown under its older one.
    """
    return compare_rows(placed(old), placed(new, renamed(old, new)))


def placed(reading: Reading, older: Mapping[str, str] = MappingProxyType({})) -> list[Placed]:
    """The entries of a reading with their places and cells, in order; `older` are other names for its columns."""
    found = []
    seen: Counter[tuple[str, int]] = Counter()
    for table in reading.tables:
        for row in table.rows:
            at = table.name, row.row
            if row.entry is not None:
                cells = named_cells(table.headings, row.cells)
                shown = {older.get(name, name): cell for name, cell in cells.items()}
                found.append(Placed(*at, shown, row.entry, seen[at]))
            seen[at] += 1
    return found


def compare_rows(old: Sequence[Placed], new: Sequence[Placed]) -> Comparison:
    """What has become of the `old` rows in `new`."""
    partner = _Pairing(old, new).found
    moved = _moved(partner)
    taken = set(partner.values())
    pairs: list[Pair] = []
    waiting = _removed_after(old, partner)
    pairs.extend(Pair(Kind.REMOVED, old[number], None) for number in waiting.pop(-1, []))
    back = {there: here for here, there in partner.items()}
    for number, row in enumerate(new):
        if number not in taken:
            pairs.append(Pair(Kind.ADDED, None, row))
            continue
        before = back[number]
        pairs.append(Pair(_kind(old[before], row), old[before], row, before in moved))
        pairs.extend(Pair(Kind.REMOVED, old[gone], None) for gone in waiting.pop(before, []))
    return Comparison(tuple(pairs))


def _removed_after(old: Sequence[Placed], partner: dict[int, int]) -> dict[int, list[int]]:
    """The rows that are gone, by the row before them that stays; -1 for those before any."""
    found: dict[int, list[int]] = defaultdict(list)
    last = -1
    for number in range(len(old)):
        if number in partner:
            last = number
        else:
            found[last].append(number)
    return found


def _kind(old: Placed, new: Placed) -> Kind:
    """How a pair differs. A date that was carried down and is now written out says the same, and changes nothing."""
    pair = Pair(Kind.CHANGED, old, new)
    dated = {name for name in pair.fields if _is_when(name, old, new)}
    if pair.fields.keys() - dated:
        return Kind.CHANGED
    same = (old.entry.date_edtf, old.entry.time) == (new.entry.date_edtf, new.entry.time)
    return Kind.UNCHANGED if same or not dated else Kind.REDATED


def _is_when(name: str, old: Placed, new: Placed) -> bool:
    """Whether a cell holds the date or the time of its row."""
    return all(
        side.shown.get(name, "") in (side.entry.date_written, side.entry.time_written, "") for side in (old, new)
    )


def _plain(words: str) -> str:
    return " ".join(words.split())


class _Pairing:
    """Finds for each old row the new one that is the same: identical ones first, then the likest."""

    def __init__(self, old: Sequence[Placed], new: Sequence[Placed]) -> None:
        self.found: dict[int, int] = {}
        self._old, self._new = old, new
        self._likeness = Likeness([row.shown for row in old], [row.shown for row in new])
        self._by_equal(lambda row: (_when(row), *_words(row)))
        self._by_equal(_words)
        for least in (_ALIKE_FIRST, _ALIKE):
            self._by_likeness(least)

    def _by_equal(self, key: Callable[[Placed], tuple[str, ...]]) -> None:
        """Pair rows that say the same, the first with the first where several do."""
        waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in self._free_new():
            waiting[key(self._new[number])].append(number)
        for number in list(self._free_old()):
            same = waiting.get(key(self._old[number]))
            if same and any(_words(self._old[number])):
                self.found[number] = same.pop(0)

    def _by_likeness(self, least: float) -> None:
        """Pair the likest first; of equally like rows, those that stand nearest to the same place."""
        self._likeness.among(list(self._free_new()))
        scored = []
        for number in self._free_old():
            for other, score in self._likeness.candidates(number):
                worth = score + 0.1 * (_when(self._old[number]) == _when(self._new[other]))
                if worth >= least:
                    scored.append((-worth, abs(number - other), number, other))
        taken: set[int] = set()
        for _, _, number, other in sorted(scored):
            if number not in self.found and other not in taken:
                self.found[number] = other
                taken.add(other)

    def _free_old(self) -> Iterator[int]:
        return (number for number in range(len(self._old)) if number not in self.found)

    def _free_new(self) -> Iterable[int]:
        taken = set(self.found.values())
        return (number for number in range(len(self._new)) if number not in taken)


def _when(row: Placed) -> str:
    return f"{row.entry.date_edtf} {row.entry.time}"


def _words(row: Placed) -> tuple[str, ...]:
    """What the row says apart from when, whatever the order of its columns."""
    when = {row.entry.date_written, row.entry.time_written}
    return tuple(sorted(f"{name}: {_plain(cell)}" for name, cell in row.shown.items() if cell and cell not in when))


def _moved(partner: dict[int, int]) -> set[int]:
    """The old rows that no longer stand in the same order: all but a longest run that does."""
    order = sorted(partner)
    ends: list[int] = []
    before: dict[int, int] = {}
    tails: list[int] = []
    for number in order:
        place = bisect_left(ends, partner[number])
        if place:
            before[number] = tails[place - 1]
        ends[place : place + 1] = [partner[number]]
        tails[place : place + 1] = [number]
    kept = set()
    at = tails[-1] if tails else None
    while at is not None:
        kept.add(at)
        at = before.get(at)
    return set(order) - kept


def counts(comparison: Comparison) -> Counter[Kind]:
    """How many rows of each kind there are."""
    return Counter(pair.kind for pair in comparison.pairs)
