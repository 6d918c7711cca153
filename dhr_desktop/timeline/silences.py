"""The silences of a review: its records as spans of days, within the period that it looks at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from dhr_desktop.domain.dates import FIRST_DAY, LAST_DAY, EdtfDate, parse
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import facts, spans
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.gaps import SHORTEST, Gap, Span, gaps

_ABOUT = 7
"""So many days at least 'about' may be out on either side."""


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


@dataclass(frozen=True, slots=True)
class Silences:
    """The gaps of a review, longest first. `period` is None, and there are none, where nothing says what to look at.

    `undated` are the records without any date: each may fall anywhere, so they are counted and not reckoned with.
    """

    period: Period | None
    found: tuple[Gap, ...]
    undated: int
    records: int


def find(review: Review, shortest: int = SHORTEST) -> Silences:
    """The gaps of at least so many days, of every agency that keeps records and of all of them together."""
    dated, undated = _spans(review)
    period = period_of(facts.get(review), dated)
    if period is None:
        return Silences(None, (), undated, len(dated) + undated)
    found = gaps(dated, spans.agencies_that_record(review), (period.first, period.last), shortest)
    return Silences(period, tuple(found), undated, len(dated) + undated)


def span_of(entry_id: int, agency_id: int, when: EdtfDate) -> Span | None:
    """The days on which a record's matter can have been; None where nothing is known of its date.

    'About' and 'perhaps' let it be earlier and later than the date says: by as long as that is, and a week at least.
    """
    if when.is_unknown:
        return None
    earliest, latest = when.earliest or FIRST_DAY, when.latest or LAST_DAY
    if when.approximate or when.unsure:
        out = timedelta(days=max(_ABOUT, (latest - earliest).days + 1))
        earliest = earliest - out if earliest - FIRST_DAY > out else FIRST_DAY
        latest = latest + out if LAST_DAY - latest > out else LAST_DAY
    return Span(entry_id, agency_id, earliest, latest)


def period_of(known: ReviewFacts, dated: Iterable[Span]) -> Period | None:
    """The review's scope; where that says no first day the first record's, no last day the death's or last record's.

    None where there is neither a scope nor a record of a certain day, or the scope ends before it begins.
    """
    certain = [span.earliest for span in dated if span.earliest == span.latest]
    first, first_is = _day(known.scope_from, last=False), End.SCOPE
    if first is None:
        first, first_is = min(certain, default=None), End.RECORD
    last, last_is = _day(known.scope_to, last=True), End.SCOPE
    if last is None:
        last, last_is = _day(known.died_on, last=True), End.DEATH
    if last is None:
        last, last_is = max(certain, default=None), End.RECORD
    if first is None or last is None or first > last:
        return None
    return Period(first, last, first_is, last_is)


def _spans(review: Review) -> tuple[list[Span], int]:
    records = spans.recorded(review)
    dated = [
        span for entry_id, agency_id, edtf in records if (span := span_of(entry_id, agency_id, parse(edtf))) is not None
    ]
    return dated, len(records) - len(dated)


def _day(edtf: str, *, last: bool) -> date | None:
    if not edtf:
        return None
    when = parse(edtf)
    return when.latest if last else when.earliest
