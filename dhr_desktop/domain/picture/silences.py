"""Which gaps a picture shades: the longest say where nobody was looking, all of them would shade everything."""

from collections import Counter
from collections.abc import Iterable

from dhr_desktop.domain.gaps import Gap
from dhr_desktop.domain.picture.spans import Silence

_LONGEST = 5
"""So many of each lane are shaded."""


def longest(found: Iterable[Gap]) -> list[Silence]:
    """The longest of each agency and of all together, from gaps in order of their length."""
    counted: Counter[int] = Counter()
    shown = []
    for gap in found:
        counted[gap.agency_id] += 1
        if counted[gap.agency_id] <= _LONGEST:
            days = gap.first.toordinal(), gap.last.toordinal()
            shown.append(Silence(gap.agency_id, *days, gap.days, gap.least_days))
    return shown
