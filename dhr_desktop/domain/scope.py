"""The scope of a review: the days that its terms of reference tell it to look at. Read here and nowhere else."""

from dataclasses import dataclass
from datetime import date

from dhr_desktop.domain.dates import NotEdtf, parse


@dataclass(frozen=True, slots=True)
class Scope:
    """The first and the last day; None where that end is open."""

    first: date | None = None
    last: date | None = None


def scope_of(begins: str, ends: str) -> Scope:
    """The scope that begins and ends with these dates (EDTF, '' for none): it begins as early as the one may be.

    A scope of which an end cannot be read is open at that end, so that nothing is left out for it.
    """
    return Scope(_day(begins, last=False), _day(ends, last=True))


def _day(edtf: str, *, last: bool) -> date | None:
    try:
        when = parse(edtf) if edtf else None
    except NotEdtf:
        return None
    return (when.latest if last else when.earliest) if when else None
