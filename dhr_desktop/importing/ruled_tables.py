"""Ruled tables of a print: one that runs over pages is one, and a row that runs over pages is one row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty, rectangular

_SAME_EDGE = 6.0
_LONGEST_DATE = 30
_BROKEN_FIGURES = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d\d:\d\d(?::\d\d)?")
_BREAK_IN_FIGURES = re.compile(r"(?<=\d)\n(?=\d)")
_ENDS = (".", "!", "?")
_LEAST_BLANK = 2
_LEAST_DATES = 2
_LOOK_INTO = 200


def words_of(cell: str | None) -> Value:
    """A cell's words with its line breaks, which the page's width made, taken out again.

    A date too long for a narrow column is put together where only that makes a date of it.
    """
    if not cell or not cell.strip():
        return None
    apart = " ".join(cell.split())
    if "\n" not in cell or not _may_be_date(apart):
        return apart
    together = "".join(line.strip() if line[-1:].isalnum() else line for line in cell.strip().split("\n"))
    if _BREAK_IN_FIGURES.search(cell) and _BROKEN_FIGURES.fullmatch(together):
        return together
    return together if _is_date(together) and not _is_date(apart) else apart


def _may_be_date(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_DATE and any(sign.isdigit() for sign in words)


def _is_date(words: str) -> bool:
    reading = read_date(words)
    return bool(reading.edtf) and not {"among-words", "misspelt"} & set(reading.doubts)


@dataclass(slots=True)
class RuledTable:
    """A table, its columns' left edges on the page, and the lines above it."""

    edges: Sequence[float]
    rows: list[list[Value]]
    before: tuple[str, ...]
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Cells that belong to the row above, which the end of a page parted."""
    pages: list[int] = field(default_factory=lambda: [0])
    """The rows with which the pages begin."""

    def goes_on_in(self, other: "RuledTable") -> bool:
        """Take in the table of the next page, where its columns stand as these do; False where they do not."""
        if len(self.edges) != len(other.edges):
            return False
        if max(abs(one - two) for one, two in zip(self.edges, other.edges, strict=True)) > _SAME_EDGE:
            return False
        self.pages.append(len(self.rows))
        self.rows.extend(other.rows)
        return True

    def holds_dates(self) -> bool:
        """Whether two or more of its first rows hold a date, as those of a chronology do."""
        dated = (any(_is_date(text) for text in map(as_text, row) if _may_be_date(text)) for row in self.rows)
        return len(list(islice((one for one in islice(dated, _LOOK_INTO) if one), _LEAST_DATES))) == _LEAST_DATES

    def grid(self, name: str) -> Grid:
        """The whole table, each row that a page's end parted being one. Its second part stays as an empty row."""
        self.rows = [list(row) for row in rectangular(self.rows)]
        for start in self.pages[1:]:
            first = start + (self.rows[start] == self.rows[0])
            if first < len(self.rows) and self._goes_on(first, start - 1):
                self._put_together(first, start - 1)
        return Grid(name=name, rows=rectangular(self.rows), spans=self.spans, context=self.before)

    def _goes_on(self, number: int, above: int) -> bool:
        """Whether a page's first row is the rest of the last row of the page before.

        It has no date, and words only where that row has some. It begins with a small letter; or, in a table that
        leaves no date out elsewhere, the words above break off, or more than the date is blank.
        """
        row, last = self.rows[number], self.rows[above]
        filled = [column for column, value in enumerate(row) if not is_empty(value)]
        if above == 0 or not filled or not is_empty(row[0]) or any(is_empty(last[column]) for column in filled):
            return False
        if any(_is_date(as_text(row[column])) for column in filled):
            return False
        longest = max(filled, key=lambda column: len(as_text(last[column])))
        if as_text(row[longest])[0].islower():
            return True
        blank = sum(is_empty(value) and not is_empty(other) for value, other in zip(row, last, strict=True))
        broken_off = not as_text(last[longest]).endswith(_ENDS)
        return (broken_off or blank >= _LEAST_BLANK) and not self._leaves_dates_out()

    def _leaves_dates_out(self) -> bool:
        at_start = {start + after for start in self.pages for after in (0, 1)}
        return any(
            is_empty(row[0]) and any(not is_empty(value) for value in row)
            for number, row in enumerate(self.rows)
            if number not in at_start
        )

    def _put_together(self, number: int, above: int) -> None:
        above, _ = next(
            (self.spans[above, column] for column in range(len(self.edges)) if (above, column) in self.spans),
            (above, 0),
        )
        for column, value in enumerate(self.rows[number]):
            if not is_empty(value):
                self.rows[above][column] = f"{as_text(self.rows[above][column])} {as_text(value)}"
                self.spans[number, column] = above, column
                self.spans[above, column] = above, column
        self.rows[number] = [None] * len(self.rows[number])
