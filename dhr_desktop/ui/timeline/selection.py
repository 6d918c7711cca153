"""Many rows chosen at once, as ranges: a hundred thousand of them are one."""

from collections.abc import Collection

from PySide6.QtCore import QItemSelection

from dhr_desktop.ui.timeline.model import EntriesModel


def chosen_ids(model: EntriesModel, selection: QItemSelection) -> list[int]:
    """The ids of the entries of the rows chosen, each once, in the order shown."""
    found = [entry_id for first, last in rows_of(selection) for entry_id in model.entries_between(first, last)]
    return list(dict.fromkeys(found))


def rows_of(selection: QItemSelection) -> list[tuple[int, int]]:
    """The rows chosen, as first and last of each run."""
    ranges = (selection.at(place) for place in range(selection.count()))
    return sorted({(each.top(), each.bottom()) for each in ranges})


def ranges_of(model: EntriesModel, ids: Collection[int]) -> list[tuple[int, int]]:
    """The rows of these ids, as first and last of each run."""
    runs: list[tuple[int, int]] = []
    for row in model.rows_of(ids):
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
