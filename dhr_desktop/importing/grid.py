"""A table as its file holds it: typed cells, each at the place where the source program shows it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

WIDEST_AREA = 1_000_000
"""Cells of all merged areas of a table together; what is beyond is a slip, or a trap, and tells nothing of a row."""

Value = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, one Word table, or the whole of a text file.

    `rows` are rectangular; `rows[0]` is the row that the source program numbers 1, and the first cell of a row is
    its column A. `spans` maps a cell (row, column), counted from 0, to the cell whose merged area covers it.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    context: tuple[str, ...] = ()
    """Words that stand before the table: headings and paragraphs, the nearest last."""
    notes: dict[str, str] = field(default_factory=dict)
    """Footnotes by the mark that stands in a cell ('[2]'), comments by the cell they are fixed to ('C14').

    'page header 1' and the like are what stands at the edges of the pages.
    """
    unworked: int = 0
    """How many cells hold a formula that no program has worked out; they stand as they are written."""
    since_1904: bool = False
    """Whether a bare serial counts its days from 1904, as older workbooks of a Macintosh do."""
    remarks: tuple[str, ...] = ()
    """Sentences on how the file had to be read, for the chair: what was guessed, and what could not be had."""

    pictures: tuple[int, ...] = ()
    """The pages of a PDF that are pictures, and so were not read."""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def rectangular(rows: list[list[Value]]) -> tuple[tuple[Value, ...], ...]:
    """Rows filled up with nothing to the width of the widest."""
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(row) + (None,) * (width - len(row)) for row in rows)


class Spans:
    """The merged areas of one table, unfolded cell by cell within one room for them all.

    A few bytes can claim an area of millions of cells; what is beyond the room tells nothing of a row.
    """

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], tuple[int, int]] = {}
        """Each cell of the areas with the cell that shows for it."""
        self._room = WIDEST_AREA

    def add(self, at: tuple[int, int], high: int, wide: int) -> None:
        """Note an area by its first cell and how many rows and columns it covers, that first one among them."""
        if high * wide > self._room:
            return
        self._room -= high * wide
        for row in range(at[0], at[0] + high):
            for column in range(at[1], at[1] + wide):
                self.cells[row, column] = at

    def from_above(self, row: int, column: int) -> bool:
        """Whether an area that began in a row above covers a cell."""
        return self.cells.get((row, column), (row, 0))[0] < row


def column_letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A to Z, then AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def as_text(value: Value) -> str:
    """A cell's value in words, dates as British records write them."""
    match value:
        case str():
            return value.strip()
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case datetime():
            day = f"{value.day:02}/{value.month:02}/{value.year:04}"
            return f"{day} {value.hour:02}:{value.minute:02}" if value.time() != time() else day
        case date():
            return f"{value.day:02}/{value.month:02}/{value.year:04}"
        case time():
            return value.strftime("%H:%M")
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60:02}:{minutes % 60:02}"
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case _:
            return str(value)


def is_empty(value: Value) -> bool:
    """Whether a cell shows nothing."""
    return value is None or (isinstance(value, str) and not value.strip())
