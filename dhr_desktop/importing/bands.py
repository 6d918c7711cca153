"""Headings among the rows of a table: the day, the month or the year of the rows that follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dhr_desktop.importing.grid import Grid, as_text
from dhr_desktop.importing.heading_dates import whole_heading
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.row_dates import NOTHING, Moment

_YEAR = re.compile(r"[\W_]*(?:(?:year|calendar year)\s*:?\s*)?(?P<year>(?:19|20)\d\d)[\W_]*", re.IGNORECASE)
_FEW = 2
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Band:
    """What the nearest heading among the rows says of when: the last day of its year, or a date of its own."""

    year: date | None = None
    when: Moment = NOTHING

    def then(self, cells: Sequence[str]) -> "Band":
        """The band in force after a row that is no entry; one that says nothing of when leaves it as it was."""
        words = _alone(cells)
        match = _YEAR.fullmatch(words)
        if match:
            return Band(date(int(match["year"]), 12, 31))
        when = whole_heading(words) if words else None
        return replace(self, when=when) if when else self


NO_BAND = Band()


def above(grid: Grid, layout: Layout) -> Band:
    """The band that stands right above the headings, as in a table whose first day is written over them."""
    if not layout.header:
        return NO_BAND
    found = NO_BAND.then([as_text(value) for value in grid.rows[layout.header - 1]])
    return Band(when=found.when)


def has_days(grid: Grid, layout: Layout) -> bool:
    """Whether several rows of the table are nothing but a date, which is then that of the rows below each."""
    found = 0
    for row in grid.rows[0 if layout.header is None else layout.header + 1 :]:
        filled = [words for value in row[:_WIDEST] if (words := as_text(value))]
        if filled and len(set(filled)) == 1 and NO_BAND.then(filled).when.edtf:
            found += 1
            if found == _FEW:
                return True
    return False


def _alone(cells: Sequence[str]) -> str:
    """The words of a row that says one thing only; '' of any other."""
    words = {cell for cell in cells if cell}
    return words.pop() if len(words) == 1 else ""
