"""Where months lie on the strip: the stretch it shows, what is drawn in each lane, and back from a place to a month."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dhr_desktop.domain.dates import NotEdtf, parse

_NEARLY_ALL = 0.98
_AIR = 2
Counts = Mapping[int, Mapping[str, int]]
"""For each agency, how many entries stand in each month ('2016-04')."""


def number_of(month: str) -> int:
    """Months since the year 0, so that months can be counted with."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month_of(number: int) -> str:
    """The month of that number, as '2016-04'."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def month_number(edtf: str) -> int | None:
    """The month in which a date begins, or ends when it has no beginning; None when it has neither."""
    try:
        when = parse(edtf)
    except NotEdtf:
        return None
    day = when.earliest or when.latest
    return day.year * 12 + day.month - 1 if day else None


@dataclass(frozen=True, slots=True)
class Marks:
    """The months of the review's own dates; None for what is not known."""

    scope_from: int | None = None
    scope_to: int | None = None
    death: int | None = None

    def known(self) -> list[int]:
        """Those that are known."""
        return [month for month in (self.scope_from, self.scope_to, self.death) if month is not None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The months the strip shows one by one: `first` to `last`. What lies outside is drawn at its ends."""

    first: int = 0
    last: int = 11

    @property
    def length(self) -> int:
        """How many months, both ends included."""
        return self.last - self.first + 1

    def clamped(self, month: int) -> int:
        """The month itself, or one beyond the end at which it is drawn."""
        return min(max(month, self.first - 1), self.last + 1)


def stretch_of(counts: Counts, marks: Marks) -> Stretch:
    """The stretch that holds nearly all entries and every mark, so that one old record does not squash the rest."""
    found: Counter[int] = Counter()
    for months in counts.values():
        for month, number in months.items():
            found[number_of(month)] += number
    if not found:
        known = marks.known()
        return Stretch(min(known) - _AIR, max(known) + _AIR) if known else Stretch()
    spare = int(found.total() * (1 - _NEARLY_ALL))
    ends = [_end(found, spare, latest=False), _end(found, spare, latest=True), *marks.known()]
    return Stretch(min(ends) - _AIR, max(ends) + _AIR)


def _end(found: Counter[int], spare: int, *, latest: bool) -> int:
    """The outermost month once `spare` entries lying furthest out are set aside."""
    months = sorted(found, reverse=latest)
    for month in months:
        spare -= found[month]
        if spare < 0:
            return month
    return months[-1]


@dataclass(frozen=True, slots=True)
class Lanes:
    """What the strip draws: for each agency all entries and the wanted ones by month, within one stretch."""

    agency_ids: tuple[int, ...] = ()
    stretch: Stretch = field(default_factory=Stretch)
    everything: dict[int, Counter[int]] = field(default_factory=dict)
    wanted: dict[int, Counter[int]] = field(default_factory=dict)
    tallest: int = 1

    @classmethod
    def of(cls, agency_ids: Iterable[int], everything: Counts, wanted: Counts, marks: Marks) -> "Lanes":
        """Count into lanes. An agency without an entry of known date has a lane all the same."""
        stretch = stretch_of(everything, marks)
        alls = {agency: _clamped(months, stretch) for agency, months in everything.items()}
        tallest = max((number for months in alls.values() for number in months.values()), default=1)
        chosen = {agency: _clamped(months, stretch) for agency, months in wanted.items()}
        return cls(tuple(agency_ids), stretch, alls, chosen, tallest)

    def count(self, agency_id: int, month: int) -> int:
        """How many wanted entries the agency has in a month of the stretch or at one of its ends."""
        return self.wanted.get(agency_id, Counter())[month]


def _clamped(months: Mapping[str, int], stretch: Stretch) -> Counter[int]:
    found: Counter[int] = Counter()
    for month, number in months.items():
        found[stretch.clamped(number_of(month))] += number
    return found
