"""What the page shows for one set of filters, read in one go off the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import entries, touched
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.review import Review
from dhr_desktop.ui.timeline.filter_names import Names, read_names


@dataclass(frozen=True, slots=True)
class Listing:
    """The wanted ids in order, and how many entries there are in all."""

    wanted: EntryFilter = ALL
    ids: list[int] = field(default_factory=list)
    total: int = 0
    names: Names = field(default_factory=Names)
    brought_back: int = 0
    """The one entry that an undo or redo touched; 0 when it was none or several."""

    @property
    def agencies(self) -> Mapping[int, Agency]:
        """The agencies by their id."""
        return self.names.agencies


def read_listing(review: Review, wanted: EntryFilter, turned: int = 0) -> Listing:
    """Read everything the page needs for these filters, and what step `turned` touched; safe in any thread."""
    names = read_names(review, wanted)
    ids = entries.ordered_ids(review, wanted)
    total = len(ids) if wanted == ALL else entries.count(review)
    touched_by_it = touched.entries_of(review, turned) if turned else []
    alone = touched_by_it[0] if len(touched_by_it) == 1 else 0
    return Listing(wanted, ids, total, names, alone)
