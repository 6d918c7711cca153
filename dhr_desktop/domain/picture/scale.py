"""A stretch of days laid along a line: from a day to its place and back, closer, further and along."""

from dataclasses import dataclass, replace

LEAST_DAYS = 4.0
"""The shortest stretch that can be looked at."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far the picture reaches: what lies outside these days cannot be looked at."""

    first: float = 0.0
    last: float = 365.0

    @property
    def days(self) -> float:
        """How many there are."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from `begin` to `end` (ordinals, with their parts) on a line from `left`, `width` long."""

    begin: float
    end: float
    left: float
    width: float

    @property
    def per_day(self) -> float:
        """The length of a day."""
        return self.width / (self.end - self.begin)

    @property
    def days(self) -> float:
        """How many days the line holds."""
        return self.end - self.begin

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.left + self.width

    def x(self, day: float) -> float:
        """Where a day begins."""
        return self.left + (day - self.begin) * self.per_day

    def day(self, x: float) -> float:
        """The day at a place."""
        return self.begin + (x - self.left) / self.per_day

    def on(self, left: float, width: float) -> "Scale":
        """The same days on another line."""
        return replace(self, left=left, width=max(width, 1.0))

    def zoomed(self, factor: float, x: float, limits: Limits) -> "Scale":
        """Closer by `factor`, with the day at `x` staying where it is."""
        day = self.day(x)
        days = min(max(self.days / factor, LEAST_DAYS), max(limits.days, LEAST_DAYS))
        share = (day - self.begin) / self.days
        return self._from(day - share * days, days, limits)

    def moved(self, days: float, limits: Limits) -> "Scale":
        """Along by so many days."""
        return self._from(self.begin + days, self.days, limits)

    def showing(self, first: float, last: float, limits: Limits) -> "Scale":
        """The days from `first` to `last` and no others."""
        days = min(max(last - first, LEAST_DAYS), max(limits.days, LEAST_DAYS))
        return self._from((first + last - days) / 2, days, limits)

    def _from(self, begin: float, days: float, limits: Limits) -> "Scale":
        inside = max(limits.first, min(begin, limits.last - days))
        return replace(self, begin=inside, end=inside + days)
