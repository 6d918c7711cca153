"""The silences of a review: the gaps between its records, within the period that it looks at."""

from dataclasses import dataclass

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.gaps import SHORTEST, Gap, Span, gaps, span_of
from dhr_desktop.domain.period import Period, period_of
from dhr_desktop.store import facts, spans
from dhr_desktop.store.review import Review


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


def _spans(review: Review) -> tuple[list[Span], int]:
    records = spans.recorded(review)
    dated = [
        span for entry_id, agency_id, edtf in records if (span := span_of(entry_id, agency_id, parse(edtf))) is not None
    ]
    return dated, len(records) - len(dated)
