"""What a row of the timeline says, told once for all its cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store.grouping import Group
from dhr_desktop.ui.timeline.columns import Column


@dataclass(frozen=True, slots=True)
class RowSaid:
    """An entry, or the head of an event, as it may be seen now. Two that are equal are drawn the same."""

    words: Mapping[Column, str]
    entry: Entry | None = None
    agency: Agency | None = None
    group: Group | None = None
    within: bool = False
    """Whether an entry stands beneath the head of an event, and whether a head is folded."""
