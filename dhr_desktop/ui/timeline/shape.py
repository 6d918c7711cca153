"""How the chair has made the table: its columns, how it is sorted, and whether events stand together. No case data."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dhr_desktop.store.sorting import TIMELINE, SortBy, Sorting
from dhr_desktop.ui.timeline.columns import USUAL, Column, key, of_key

_NARROWEST, _WIDEST = 2.0, 200.0


@dataclass(frozen=True, slots=True)
class Shape:
    """`columns` from left to right, None where the chair has chosen none; `widths`, in letters, of those sized by hand.

    Letters and not pixels, so that they fit whatever the size of the text.
    """

    columns: tuple[Column, ...] | None = None
    widths: Mapping[Column, float] = field(default_factory=dict)
    sorting: Sorting = TIMELINE
    by_event: bool = False

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns shown, from left to right."""
        return USUAL if self.columns is None else self.columns

    def as_json(self) -> str:
        """As text, to be kept."""
        kept: dict[str, Any] = {}
        if self.columns is not None:
            kept["columns"] = [key(column) for column in self.columns]
        if self.widths:
            kept["widths"] = {key(column): width for column, width in self.widths.items()}
        if self.sorting != TIMELINE:
            kept["sort"] = [self.sorting.by.value, self.sorting.descending]
        if self.by_event:
            kept["by_event"] = True
        return json.dumps(kept)


def from_json(kept: str) -> Shape:
    """The shape that was kept; what makes no sense of it is as usual."""
    try:
        said = json.loads(kept or "{}")
    except ValueError:
        return Shape()
    if not isinstance(said, dict):
        return Shape()
    return Shape(
        _columns(said.get("columns")),
        _widths(said.get("widths")),
        _sorting(said.get("sort")),
        said.get("by_event") is True,
    )


def _columns(said: object) -> tuple[Column, ...] | None:
    if not isinstance(said, list):
        return None
    known = [of_key(each) for each in said if isinstance(each, str)]
    return tuple(dict.fromkeys(column for column in known if column is not None)) or None


def _widths(said: object) -> dict[Column, float]:
    if not isinstance(said, dict):
        return {}
    known = {of_key(str(name)): width for name, width in said.items() if isinstance(width, int | float)}
    return {column: min(max(width, _NARROWEST), _WIDEST) for column, width in known.items() if column is not None}


def _sorting(said: object) -> Sorting:
    match said:
        case [str(by), bool(descending)] if by in set(SortBy):
            return Sorting(SortBy(by), descending)
    return TIMELINE
