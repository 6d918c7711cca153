"""Whose each row is that does not say it in full: a cell merged with the one above, a ditto, a blank below a title."""

from collections.abc import Sequence
from dataclasses import replace

from dhr_desktop.importing import agency_words
from dhr_desktop.importing.agency_columns import DITTO
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.rows import Plan, RowReading


def filled(rows: Sequence[RowReading], plan: Plan, stated: str) -> Sequence[RowReading]:
    """The rows with the agency of the row above where their own cell is merged with it or says ditto.

    A row that names none is of the agency `stated` above the table, where there is one.
    """
    columns = plan.columns(Field.AGENCY)
    if not columns and not stated:
        return rows
    found = []
    last = ""
    for row in rows:
        entry = row.entry
        if entry is None:
            found.append(row)
            continue
        name = entry.agency
        if columns and (DITTO.fullmatch(name) or _is_merged(row, plan, columns[0])):
            name = last
        last = name
        if stated and agency_words.says_nothing(name):
            name = stated
        found.append(row if name == entry.agency else replace(row, entry=replace(entry, agency=name)))
    return found


def _is_merged(row: RowReading, plan: Plan, column: int) -> bool:
    origin = plan.grid.spans.get((row.row - 1, column)) if plan.grid.spans else None
    return origin is not None and origin[0] < row.row - 1
