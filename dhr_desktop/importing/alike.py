"""The tables of a file under the same headings: what one of them shows of its dates holds for all."""

from dataclasses import dataclass, field

from dhr_desktop.importing import date_order
from dhr_desktop.importing.date_order import DateOrder
from dhr_desktop.importing.grid import Grid
from dhr_desktop.importing.layout import Layout


@dataclass(slots=True)
class Alike:
    """Tables with the same headings in the same place; the order of a column's dates is settled once for all."""

    grids: list[Grid] = field(default_factory=list)
    _orders: dict[tuple[int, int | None], DateOrder] = field(default_factory=dict)

    def order(self, column: int, found: Layout) -> DateOrder:
        """The order of day and month in a column, by the column itself in every table."""
        place = (column, found.header)
        if place not in self._orders:
            below = 0 if found.header is None else found.header + 1
            self._orders[place] = date_order.decide([row[column] for grid in self.grids for row in grid.rows[below:]])
        return self._orders[place]
