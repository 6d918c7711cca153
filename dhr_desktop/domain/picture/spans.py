"""All entries as the picture needs them: when each may have been, whose it is, and nothing of what it says."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from itertools import compress

UNKNOWN_DAY = 0
"""The first and last day of an entry of which nothing is known, and an end that is open."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Every entry in the order of the timeline, a column for each thing; days are `date.toordinal`.

    `firsts` and `lasts` are the first and last possible day, `UNKNOWN_DAY` where that end is open. `sure` says
    whether an entry was on one certain day. `event_ids` are 0 for an entry in no event.
    """

    ids: Sequence[int] = ()
    agency_ids: Sequence[int] = ()
    firsts: Sequence[int] = ()
    lasts: Sequence[int] = ()
    sure: Sequence[bool] = ()
    event_ids: Sequence[int] = ()
    significances: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def only(self, wanted: AbstractSet[int]) -> "Spans":
        """Those of these ids, in the same order."""
        flags = list(map(wanted.__contains__, self.ids))
        return Spans(*(list(compress(getattr(self, each.name), flags)) for each in fields(self)))

    def apart(self, told: AbstractSet[int], key: int) -> "Spans":
        """The same with those of these ids under a key of their own in place of an agency's."""
        owners = zip(self.ids, self.agency_ids, strict=True)
        return replace(self, agency_ids=[key if one in told else agency for one, agency in owners])


class LaneBy(StrEnum):
    """What the lanes of the picture stand for."""

    AGENCY = "agency"
    PERSON = "person"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane. `colour` is a place in the agencies' palette; None where the lane is no agency's.

    `entry_ids` are the entries in it; None in an agency's lane, which has those of the agency.
    """

    key: int
    name: str
    colour: int | None = None
    entry_ids: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch of days that may be wholly without a record of a lane; `lane` is 0 where it is without any.

    `days` are how many they are, `least_days` how many on end are without one for certain.
    """

    lane: int
    first: int
    last: int
    days: int
    least_days: int
