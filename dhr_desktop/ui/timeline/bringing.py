"""Brings entries that are asked for into view: which filters have to go for that, and which rows are chosen."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView

from dhr_desktop.store import entries
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.review import Review
from dhr_desktop.ui.timeline.conditions import active, only, without
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.table import TimelineTable


def letting_through(review: Review, wanted: EntryFilter, entry_ids: Collection[int]) -> EntryFilter:
    """The filter without those of its conditions that leave one of these entries out; safe in any thread."""
    there = {entry.id for entry in entries.page(review, list(entry_ids))}
    fitting = wanted
    for condition in active(wanted):
        if entries.fitting(review, only(wanted, condition), there) != there:
            fitting = without(fitting, condition)
    if wanted.text and entries.fitting(review, replace(ALL, text=wanted.text), there) != there:
        fitting = replace(fitting, text="")
    return fitting


def choose(table: TimelineTable, rows: Sequence[int]) -> None:
    """Choose the first of the rows that are there, with the others beside it where the table takes several."""
    shown = [row for row in rows if row >= 0]
    if not shown:
        return
    table.choose_row(shown[0])
    if table.selectionMode() is QAbstractItemView.SelectionMode.SingleSelection:
        return
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in shown[1:]:
        table.selectionModel().select(table.model().index(row, 0), flags)
    if shown[1:]:  # the others stand below the first, where the bar that comes with several would cover them
        table.scrollTo(table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)


def choose_what_is_read(table: TimelineTable, model: EntriesModel, entry_id: int) -> None:
    """Choose the row of the entry being read where it has come back into a list in which another row was chosen.

    Several that are chosen stay so. Without this a table that is given the keyboard would choose its first row.
    """
    row, at = model.row_of(entry_id), table.currentIndex().row()
    if row >= 0 and row != at and len(table.chosen_ids()) <= 1:
        table.find_again(row)


def row_beside(model: EntriesModel, row: int, last_row: int, by: int) -> int | None:
    """The row of the entry `by` rows on from `row`, within the list; None before the first, under an event's head.

    A `row` of -1 says that the entry being read has left the list, and its neighbour has moved up into its place, the
    `last_row`.
    """
    if row < 0:
        row = last_row - (1 if by > 0 else 0)
    row += by
    while model.group(row):  # the head of an event is no entry
        row += 1 if by > 0 else -1
    if model.group(0) and row < 0:
        return None
    return min(max(row, 0), model.rowCount() - 1)
