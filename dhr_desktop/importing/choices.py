"""What a chair has decided about how one table is read: kept with the submission, and offered for the next one."""

from dataclasses import dataclass, field
from typing import Any

from dhr_desktop.importing.fields import Field

NO_HEADINGS = 0
ROW_DATE, ROW_TIME = -1, -2
"""In place of a column: the date or the time of a row as such, where the table has no column for it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Decisions about one table. Columns are counted from 0, rows from 1 as the source program shows them.

    What is about the layout (`layout_only`) holds for the agency's next file of the same headings; what is about
    single rows holds for this file alone.
    """

    mapping: dict[int, Field] = field(default_factory=dict)
    """Which field each column goes into; empty is as proposed."""
    fixed: dict[Field, str] = field(default_factory=dict)
    """A value for a field in every row whose own is empty."""
    month_first: dict[int, bool] = field(default_factory=dict)
    """The order of the numbers in a column of dates, where the chair has said it."""
    utc: dict[int, bool] = field(default_factory=dict)
    """Whether a column's times are UTC, where the chair has said it."""
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells (row, column) that the chair has put right, as the words to read instead: dates day first, times as they
    stand. The column may be `ROW_DATE` or `ROW_TIME`."""
    skipped: frozenset[int] = frozenset()
    """Rows that are not to be imported."""
    wanted: frozenset[int] = frozenset()
    """Rows to be read as entries though they look like headings or notes."""
    header_row: int | None = None
    """The row of the headings, where the chair has said it; `NO_HEADINGS` for none. None is as found."""

    def layout_only(self) -> "Choices":
        """The decisions that the agency's next file can be read by."""
        return Choices(self.mapping, self.fixed, self.month_first, self.utc, header_row=self.header_row)

    def to_json(self) -> dict[str, Any]:
        """A form that JSON can hold."""
        return {
            "mapping": {str(column): name.value for column, name in self.mapping.items()},
            "fixed": {name.value: words for name, words in self.fixed.items()},
            "month_first": {str(column): said for column, said in self.month_first.items()},
            "utc": {str(column): said for column, said in self.utc.items()},
            "cells": [[row, column, words] for (row, column), words in self.cells.items()],
            "skipped": sorted(self.skipped),
            "wanted": sorted(self.wanted),
            "header_row": self.header_row,
        }

    @staticmethod
    def from_json(found: dict[str, Any]) -> "Choices":
        """What `to_json` gave; a part that is missing, as in an older record, is as if nothing was decided."""
        return Choices(
            mapping={int(column): Field(name) for column, name in found.get("mapping", {}).items()},
            fixed={Field(name): words for name, words in found.get("fixed", {}).items()},
            month_first={int(column): bool(said) for column, said in found.get("month_first", {}).items()},
            utc={int(column): bool(said) for column, said in found.get("utc", {}).items()},
            cells={(row, column): words for row, column, words in found.get("cells", [])},
            skipped=frozenset(found.get("skipped", [])),
            wanted=frozenset(found.get("wanted", [])),
            header_row=found.get("header_row"),
        )


NO_CHOICES = Choices()
