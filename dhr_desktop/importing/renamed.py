"""Columns that go by another heading in a later version of a file, known by their field or by what they hold."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import Reading

_SAME = 0.5
"""Part of a column's cells that must be the same for another heading to be a new name for it."""


def named_cells(headings: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """A row's cells by heading; a column without one, or whose heading another has, goes by its place."""
    shown: dict[str, str] = {}
    for column, cell in enumerate(cells):
        heading = headings[column] if column < len(headings) else ""
        name = heading or f"Column {column + 1}"
        shown[f"{name} ({column + 1})" if name in shown else name] = cell
    return shown


def renamed(old: Reading, new: Reading) -> dict[str, str]:
    """The older heading of each column of `new` that has been given another one since."""
    before, after = dict(_columns(old)), dict(_columns(new))
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    if not gone or not come:
        return {}
    held, holds = _held(old, gone), _held(new, come)
    scored = []
    for one in gone:
        for two in come:
            share = (held[one] & holds[two]).total() / max(1, min(held[one].total(), holds[two].total()))
            alike = before[one] is after[two] and before[one] is not Field.OTHER
            if share >= _SAME or alike:
                scored.append((-share - alike, one, two))
    found: dict[str, str] = {}
    for _, one, two in sorted(scored):
        if two not in found and one not in found.values():
            found[two] = one
    return found


def _columns(reading: Reading) -> Iterator[tuple[str, Field]]:
    for table in reading.tables:
        if table.mapping:
            for column, name in enumerate(named_cells(table.headings, table.headings)):
                yield name, table.mapping.get(column, Field.OTHER)


def _held(reading: Reading, names: Sequence[str]) -> dict[str, Counter[str]]:
    """The filled cells of some columns, each with how often it is there."""
    wanted = frozenset(names)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for table in reading.tables:
        for row in table.rows:
            if row.entry is not None:
                for name, cell in named_cells(table.headings, row.cells).items():
                    if cell and name in wanted:
                        found[name][cell] += 1
    return found
