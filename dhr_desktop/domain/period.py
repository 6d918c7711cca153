"""The period that gaps are looked for in: the scope of the review, or what stands for it where that says nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from dhr_desktop.domain.gaps import Span
from dhr_desktop.domain.reviews import ReviewFacts


class End(Enum):
    """What an end of the period is taken from."""

    SCOPE = auto()
    DEATH = auto()
    RECORD = auto()


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are looked at, and what their first and last are taken from."""

    first: date
    last: date
    first_is: End = End.SCOPE
    last_is: End = End.SCOPE


def period_of(known: ReviewFacts, dated: Iterable[Span]) -> Period | None:
    """The review's scope; where that says no first day the first record's, no last day the death's or last record's.

    None where there is neither a scope nor a record of a certain day, or the scope ends before it begins.
    """
    scope = known.scope
    certain = [span.earliest for span in dated if span.earliest == span.latest]
    first, first_is = scope.first, End.SCOPE
    if first is None:
        first, first_is = min(certain, default=None), End.RECORD
    last, last_is = scope.last, End.SCOPE
    if last is None:
        last, last_is = known.died_by, End.DEATH
    if last is None:
        last, last_is = max(certain, default=None), End.RECORD
    if first is None or last is None or first > last:
        return None
    return Period(first, last, first_is, last_is)
