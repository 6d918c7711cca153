"""A table for PDF that stays quick however long it is: each row is broken into lines once.

ReportLab's LongTable of Paragraphs takes about a minute for 2,000 rows; most of it goes into markup and style that a
chronology's cells do not have.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable  # noqa: TID253 - this room is opened only when a PDF is made

from dhr_desktop.domain.documents import Table
from dhr_desktop.report.pdf_lines import broken
from dhr_desktop.report.pdf_styles import BOLD, REGULAR, ink
from dhr_desktop.report.to_docx import clean

_SIZE = 9.0
_LEADING = 11.4
_PAD = 4.0
_LEAST_LINES = 2
_LINE_WIDTH = 0.5
_Cells = list[list[str]]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row broken into lines. A band has one cell across the table; other rows may stand under one.

    `strong` are the columns whose cells must not be overlooked.
    """

    cells: _Cells
    band: bool = False
    under: bool = False
    strong: frozenset[int] = frozenset()

    @property
    def lines(self) -> int:
        return max([1, *map(len, self.cells)])


class RuledTable(Flowable):  # type: ignore[misc]  # ReportLab is not typed
    """A ruled table that splits between rows, and within a row too long for what is left of its page."""

    def __init__(self, table: Table, rows: list[_Row] | None = None, start: int = 0, line: int = 0) -> None:
        """`rows` are broken lines shared by all parts of one table; this part begins at `line` of row `start`."""
        super().__init__()
        self._table = table
        self._rows = rows
        self._start = start
        self._line = line
        self._end: tuple[int, int] | None = None
        self._widths: list[float] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """ReportLab asks for the size: the full width, and the height down to where this part ends."""
        self._set_width(available_width)
        height = self._head_height()
        for row in range(self._start, len(self._broken)):
            height += self._height(row)
            if height > available_height and self._end is None:
                return available_width, available_height + 1
            if self._end is not None and row >= self._end[0]:
                break
        return available_width, self._own_height()

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """ReportLab asks for a part that fits and the rest; nothing when not even two lines fit."""
        self._set_width(available_width)
        room = available_height - self._head_height()
        row = self._start
        while row < len(self._broken) and self._height(row) <= room:
            room -= self._height(row)
            row += 1
        if row == len(self._broken):
            return [self]
        skipped = self._line if row == self._start else 0
        lines = int((room - 2 * _PAD) // _LEADING)
        remaining = self._lines(row) - skipped
        if row > self._start and self._broken[row - 1].band:
            return self._parted_at_band(row, lines, remaining)
        if (
            lines < _LEAST_LINES
            or remaining - lines < _LEAST_LINES
            or (row > self._start and remaining <= _KEPT_TOGETHER)
        ):
            if row == self._start:
                return self._cut(row, skipped, max(lines, 1)) if lines >= 1 and remaining > 1 else []
            return self._parts(row, 0)
        return self._cut(row, skipped, lines)

    def draw(self) -> None:
        """ReportLab asks for the ink."""
        canvas = self.canv
        end_row, end_line = self._end or (len(self._broken), 0)
        top = self._own_height()
        canvas.setLineWidth(_LINE_WIDTH)
        canvas.setStrokeColor(ink("line"))
        top = self._draw_row(canvas, top, _Row(self._head, band=True), 0, None)
        for row in range(self._start, end_row + (end_line > 0)):
            first = self._line if row == self._start else 0
            last = end_line if row == end_row else None
            top = self._draw_row(canvas, top, self._broken[row], first, last)

    def _parted_at_band(self, row: int, lines: int, remaining: int) -> list[Flowable]:
        """A band goes to the next page with the row after it; only before a long row does it stay."""
        if row - 1 > self._start:
            return self._parts(row - 1, 0)
        if lines < _LEAST_LINES or remaining <= _KEPT_TOGETHER:
            return []
        return self._cut(row, 0, min(lines, remaining - _LEAST_LINES))

    def _cut(self, row: int, skipped: int, lines: int) -> list[Flowable]:
        return self._parts(row, skipped + lines)

    def _parts(self, row: int, line: int) -> list[Flowable]:
        first = RuledTable(self._table, self._broken, self._start, self._line)
        first._end, first._widths, first._head = (row, line), self._widths, self._head
        rest = RuledTable(self._table, self._broken, row, line)
        rest._widths, rest._head = self._widths, self._head
        return [first, rest]

    def _set_width(self, width: float) -> None:
        if self._widths:
            return
        shares = sum(column.share for column in self._table.columns)
        self._widths = [width * column.share / shares for column in self._table.columns]
        self._head = [
            _broken(column.heading, room - 2 * _PAD, BOLD)
            for column, room in zip(self._table.columns, self._widths, strict=True)
        ]
        if self._rows is None:
            self._rows = list(self._all_rows(width))

    def _all_rows(self, width: float) -> Iterator[_Row]:
        under = self._table.under_bands
        for place, row in enumerate(self._table.rows):
            if place in self._table.bands:
                yield _Row([_broken(self._table.bands[place].text, width - 2 * _PAD, BOLD)], band=True)
            strong = frozenset(column for column in range(len(row)) if (place, column) in self._table.strong)
            cells = [
                _broken(cell, room - 2 * _PAD, BOLD if at in strong else REGULAR)
                for at, (cell, room) in enumerate(zip(row, self._widths, strict=True))
            ]
            yield _Row(cells, under=place in under, strong=strong)

    @property
    def _broken(self) -> list[_Row]:
        return self._rows or []

    def _lines(self, row: int) -> int:
        return self._broken[row].lines

    def _height(self, row: int) -> float:
        lines = self._lines(row) - (self._line if row == self._start else 0)
        return lines * _LEADING + 2 * _PAD

    def _head_height(self) -> float:
        return max(len(cell) for cell in self._head) * _LEADING + 2 * _PAD

    def _own_height(self) -> float:
        end_row, end_line = self._end or (len(self._broken), 0)
        height = self._head_height() + sum(self._height(row) for row in range(self._start, end_row))
        if end_line:
            skipped = self._line if end_row == self._start else 0
            height += (end_line - skipped) * _LEADING + 2 * _PAD
        return height

    def _draw_row(
        self,
        canvas: Any,  # noqa: ANN401 - ReportLab is not typed
        top: float,
        row: _Row,
        first: int,
        last: int | None,
    ) -> float:
        shown = [cell[first:last] for cell in row.cells]
        lines = _Row(shown).lines if last is None else last - first
        height = lines * _LEADING + 2 * _PAD
        left = 0.0
        widths = self._widths if len(shown) == len(self._widths) else [sum(self._widths)]
        for at, (cell, width) in enumerate(zip(shown, widths, strict=True)):
            strong = row.band or at in row.strong
            fill = "head" if strong else "band" if row.under else ""
            if fill:
                canvas.setFillColor(ink(fill))
                canvas.rect(left, top - height, width, height, stroke=0, fill=1)
            canvas.rect(left, top - height, width, height)
            canvas.setFillColor(ink("text"))
            if cell:
                text = canvas.beginText(left + _PAD, top - _PAD - _SIZE)
                text.setFont(BOLD if strong else REGULAR, _SIZE, _LEADING)
                text.textLines(cell, trim=0)
                canvas.drawText(text)
            left += width
        return top - height


_KEPT_TOGETHER = 8


def _broken(text: str, room: float, font: str) -> list[str]:
    """The lines of a cell in a column `room` points wide, without the empty ones."""
    lines = broken([(font, clean(text).replace("\t", " "))], _SIZE, room)
    return [words for ((_, words),) in filter(None, lines)]
