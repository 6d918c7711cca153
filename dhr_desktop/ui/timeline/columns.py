"""The columns of the timeline: what there is to be shown, under names that can be kept."""

from enum import IntEnum

from dhr_desktop.store.sorting import SortBy


class Column(IntEnum):
    """The columns, left to right until the chair orders them."""

    DATE = 0
    TIME = 1
    AGENCY = 2
    WHAT = 3
    SOURCE = 4
    DOUBT = 5
    REFERENCE = 6
    PEOPLE = 7
    ACTION = 8
    REPORTED = 9
    SIGNIFICANCE = 10
    THEMES = 11
    MARKS = 12
    INCLUDED = 13
    EVENT = 14
    QUESTION = 15
    NOTE = 16


USUAL = (Column.DATE, Column.TIME, Column.AGENCY, Column.WHAT, Column.SOURCE, Column.DOUBT)
"""What is shown until the chair chooses."""
BESIDE = frozenset({Column.THEMES, Column.EVENT, Column.QUESTION})
"""What other tables of the store say, which is read only while it is shown."""

SORTS: dict[Column, SortBy] = {
    Column.DATE: SortBy.DATE,
    Column.TIME: SortBy.TIME,
    Column.AGENCY: SortBy.AGENCY,
    Column.WHAT: SortBy.TEXT,
    Column.SOURCE: SortBy.SOURCE,
    Column.DOUBT: SortBy.DOUBT,
    Column.REFERENCE: SortBy.REFERENCE,
    Column.PEOPLE: SortBy.PEOPLE,
    Column.ACTION: SortBy.ACTION,
    Column.REPORTED: SortBy.REPORTED,
    Column.SIGNIFICANCE: SortBy.SIGNIFICANCE,
    Column.THEMES: SortBy.THEMES,
    Column.MARKS: SortBy.MARKS,
    Column.INCLUDED: SortBy.INCLUDED,
    Column.EVENT: SortBy.EVENT,
    Column.QUESTION: SortBy.QUESTION,
    Column.NOTE: SortBy.NOTE,
}
COLUMN_OF = {by: column for column, by in SORTS.items()}

FIELDS: dict[Column, str] = {
    Column.DATE: "date",
    Column.TIME: "time",
    Column.WHAT: "text",
    Column.SOURCE: "source",
    Column.REFERENCE: "reference",
    Column.PEOPLE: "people",
    Column.ACTION: "action",
    Column.REPORTED: "reported",
    Column.NOTE: "private_note",
}
"""The columns that can be typed in, with what their field is called."""


def key(column: Column) -> str:
    """The name under which a column is kept."""
    return column.name.lower()


def of_key(kept: str) -> Column | None:
    """The column of this name; None for one that this program does not know."""
    return Column.__members__.get(kept.upper())
