"""What the page shows for one set of filters, read in one go off the window's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dhr_desktop.domain.meaning import LineOfEnquiry, Theme
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import enquiry, entries, grouping, sorting, themes, touched
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.grouping import Arranged
from dhr_desktop.store.review import Review
from dhr_desktop.store.sorting import TIMELINE, SortBy, Sorting
from dhr_desktop.ui.timeline.filter_names import Names, read_names

SHOWN_IN = frozenset(
    {
        *("entry", "agency", "submission", "review", "person", "name_form", "theme", "entry_theme"),
        *("line_of_enquiry", "entry_line", "event", "question"),
    }
)
"""The tables of which the page shows something, be it only by what the filters leave."""
OF_ENTRIES = frozenset({"entry", "entry_theme", "entry_line"})
"""The tables of which an entry's own row shows something; a change to them alone leaves all other rows as they are."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The wanted ids in order, and how many entries there are in all."""

    wanted: EntryFilter = ALL
    ids: list[int] = field(default_factory=list)
    total: int = 0
    names: Names = field(default_factory=Names)
    brought_back: int = 0
    """The one entry that an undo or redo touched; 0 when it was none or several."""
    arranged: Arranged | None = None
    """The rows where they do not simply stand in the order of the timeline."""
    themes: Sequence[Theme] = ()
    lines: Sequence[LineOfEnquiry] = ()

    @property
    def agencies(self) -> Mapping[int, Agency]:
        """The agencies by their id."""
        return self.names.agencies


def read_listing(
    review: Review, wanted: EntryFilter, turned: int = 0, by: Sorting = TIMELINE, *, by_event: bool = False
) -> Listing:
    """Read everything the page needs for these filters, and what step `turned` touched; safe in any thread."""
    names = read_names(review, wanted)
    ids = entries.ordered_ids(review, wanted)
    total = len(ids) if wanted == ALL else entries.count(review)
    touched_by_it = touched.entries_of(review, turned) if turned else []
    alone = touched_by_it[0] if len(touched_by_it) == 1 else 0
    arranged = _arranged(review, ids, by, by_event=by_event)
    named, lines = themes.listing(review), enquiry.listing(review)
    return Listing(wanted, ids, total, names, alone, arranged, named, lines)


def _arranged(review: Review, ids: list[int], by: Sorting, *, by_event: bool) -> Arranged | None:
    if by_event and by.by is SortBy.DATE:
        arranged = grouping.by_event(review, ids)
        return grouping.backwards(arranged) if by.descending else arranged
    rows = sorting.ordered(review, ids, by)
    if by_event:
        return grouping.by_event(review, rows, in_time=False)
    return None if by == TIMELINE else Arranged(rows, {})
