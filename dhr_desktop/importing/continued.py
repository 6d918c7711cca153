"""Lines that go on from the line above them, where a print's columns were too narrow for their words."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.grid import Grid, Value, rectangular

_FIGURE_OR_MARK = re.compile(r"[\d\"”″〃]|do\b|ditto\b", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.]?[0-5]\d(?:\s*(?:[ap]\.?m\.?|h(?:ou)?rs?))?", re.IGNORECASE)
_OF_THE_PRINT = re.compile(r"\bprint(?:ed|out)\b|\bpage\s+\d", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_MOST_HEADING_WORDS = 2
_LEAST_PIECES = 2
_MARGIN = 0.1
"""The part of a column's width that may stay blank at its right."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one line in one column: where they begin and end, and how far their first word reaches."""

    words: str
    start: float
    end: float
    first_word: float
    """The width of the first word, with a blank before it."""


Line = Mapping[int, Piece]
"""The pieces of one line by column; a line that stands in no columns has one piece, in the first."""


def opens_record(line: Line) -> bool:
    """Whether a line that a long word takes out of its columns begins as a record: with a date, a ditto or a time.

    Who printed a page, and when, is no record.
    """
    first = min(line, default=-1)
    if len(line) < _LEAST_PIECES or any(_OF_THE_PRINT.search(piece.words) for piece in line.values()):
        return False
    if first:
        return bool(_CLOCK.fullmatch(line[first].words))
    reading = read_date(line[0].words)
    return reading.ditto or (bool(reading.edtf) and not {"among-words", "misspelt"} & set(reading.doubts))


def coming_again(lines: Iterable[str]) -> frozenset[str]:
    """The lines that come more than once but for their figures, as a title or the number of a page does."""
    often = Counter(map(but_for_figures, lines))
    return frozenset(line for line, times in often.items() if times > 1)


def but_for_figures(line: str) -> str:
    """A line as it stands on every page, whatever the number of the page."""
    return _FIGURES.sub("0", line.strip())


def longest(lines: Iterable[Line], otherwise: int = 0) -> int:
    """The column behind the first that holds most words, which is what happened; `otherwise` where there are none."""
    lengths: Counter[int] = Counter()
    for line in lines:
        for column, piece in line.items():
            lengths[column] += len(piece.words) if column else 0
    return max(lengths, key=lambda column: lengths[column], default=otherwise)


@dataclass(slots=True)
class Columns:
    """Puts the lines of a print into a grid of one row a line, each that goes on being joined to its record.

    The row of a line that goes on is empty, and covered by the record's own row as in a merged cell.
    """

    edges: Sequence[float]
    """Where the columns begin."""
    text: int
    """The column of what happened, whose words alone never make a record."""
    rows: list[list[Value]] = field(default_factory=list)
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    _owner: int = -1
    _last: dict[int, Piece] = field(default_factory=dict)
    """The pieces of the line above, with those of the text of its record."""
    _heading: bool = False

    def add(self, line: Line, *, heading: bool = False, apart: bool = False) -> None:
        """Add a line. One that stands `apart`, as a title or a repeated heading, takes no part in what goes on."""
        number = len(self.rows)
        self.rows.append([None] * len(self.edges))
        if not line:
            return
        if not apart and self._owner >= 0 and self._goes_on(line):
            for column, piece in line.items():
                above = self.rows[self._owner][column]
                self.rows[self._owner][column] = f"{above} {piece.words}" if above else piece.words
                self.spans[number, column] = self._owner, column
            kept = {self.text: self._last[self.text]} if self.text in self._last else {}
            self._last = {**kept, **line}
            return
        for column, piece in line.items():
            self.rows[number][column] = piece.words
        if not apart:
            # Words alone where dates stand, as a year above its days, have nothing that could go on.
            self._owner = -1 if set(line) == {0} else number
            self._last, self._heading = dict(line), heading

    def end_record(self) -> None:
        """Let nothing go on from the lines so far, since a line of another kind stands between."""
        self._owner = -1

    def grid(self, name: str) -> Grid:
        """All lines that were added."""
        covering = {(origin, origin) for origin in self.spans.values()}
        return Grid(name=name, rows=rectangular(self.rows), spans={**self.spans, **dict(covering)})

    def _goes_on(self, line: Line) -> bool:
        if 0 in line:
            return False
        if self._heading:
            return all(
                column in self._last and len(piece.words.split()) <= _MOST_HEADING_WORDS
                for column, piece in line.items()
            )
        if set(line) == {self.text}:
            return True
        beside = [column for column in line if column != self.text]
        if any(_FIGURE_OR_MARK.match(line[column].words) for column in beside):
            return False
        return self._is_mid_sentence(line) and all(
            piece.words[0].islower() or self._was_full(column, piece) for column, piece in line.items()
        )

    def _is_mid_sentence(self, line: Line) -> bool:
        """Whether the text, where the line has some, goes on from words that came to no end."""
        if self.text not in line:
            return True
        above = self._last.get(self.text)
        return above is not None and (line[self.text].words[0].islower() or above.words[-1] not in ".!?")

    def _was_full(self, column: int, piece: Piece) -> bool:
        """Whether the piece's first word would not have fitted behind the words above it."""
        above = self._last.get(column)
        if above is None:
            return False
        if column + 1 == len(self.edges):
            return True  # nothing tells how wide the last column is
        width = self.edges[column + 1] - self.edges[column]
        return above.end + piece.first_word >= self.edges[column + 1] - _MARGIN * width
