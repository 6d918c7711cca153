"""The month, the week or the years that the lines above a table, or its sheet's name, give to days without them."""

from datetime import date

from dhr_desktop.importing.dates import UNKNOWN
from dhr_desktop.importing.grid import Grid
from dhr_desktop.importing.heading_dates import whole_heading
from dhr_desktop.importing.heading_lines import lines_above
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.windows import Window, is_of_the_paper, window_in


def _titles(grid: Grid, layout: Layout) -> list[str]:
    """The lines above a table, the nearest first."""
    return [line.text for line in reversed(lines_above(grid, layout))]


def window_above(grid: Grid, layout: Layout) -> Window | None:
    """The months that the nearest title with any, or the sheet's name, speaks of."""
    return next((found for title in (*_titles(grid, layout), grid.name) if (found := window_in(title))), None)


def year_above(grid: Grid, layout: Layout) -> date | None:
    """The last day of the one year that the nearest title with a year, or the sheet's name, is of."""
    window = window_above(grid, layout)
    return date(window.last.year, 12, 31) if window and window.first.year == window.last.year else None


def days_above(grid: Grid, layout: Layout) -> str:
    """The month or the week that the sheet's name or the nearest title with a date gives, as EDTF; '' for none.

    A title that speaks of the paper itself, of one day or of several months gives none.
    """
    for title in (grid.name, *_titles(grid, layout)):
        whole = None if is_of_the_paper(title) else whole_heading(title)
        if whole and whole.edtf != UNKNOWN and len(whole.edtf) != len("2016"):
            return whole.edtf
        window = window_in(title)
        if window and (window.first.year, window.first.month) == (window.last.year, window.last.month):
            return f"{window.first:%Y-%m}"
        if window and window.first.year != window.last.year:
            return ""
    return ""
