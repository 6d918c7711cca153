"""How the timeline was narrowed when the program was locked: kept in the review's own file, for filters hold words."""

from dhr_desktop.store.filters import ALL, from_json
from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.timeline.filter_bar import FilterBar

_PLACE, _WANTED = "filters/left", "wanted"


class NarrowingLeft:
    """Between the filters of the timeline and what is kept of them over the lock."""

    def __init__(self, drafts: Drafts, filters: FilterBar) -> None:
        self._drafts, self._filters = drafts, filters

    def keep(self) -> bool:
        """Keep the filters as they stand, and say whether there are any; none at all forgets what was kept before."""
        wanted = self._filters.wanted
        self._drafts.keep(_PLACE, {} if wanted == ALL else {_WANTED: wanted.as_json()})
        return wanted != ALL

    def take_up(self) -> None:
        """Narrow by them again, and keep them no longer."""
        kept = self._drafts.of(_PLACE).get(_WANTED)
        if kept:
            self._filters.set_wanted(from_json(kept))
            self._drafts.forget(_PLACE)
