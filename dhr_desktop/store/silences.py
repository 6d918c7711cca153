"""The silences of a review: the gaps between its records, within the period that it looks at."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.gaps import SHORTEST, Gap, Span, gaps, span_of
from dhr_desktop.domain.period import Period, period_of
from dhr_desktop.store import facts, spans
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.held import Held, leaves_alone
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
    """The gaps of at least so many days, of every agency that keeps records and of all of them together.

    They are reckoned anew only after a record has come, gone or moved, or what is asked has changed.
    """
    dated, undated = held = _HELD.of(review)
    period = period_of(facts.get(review), dated)
    if period is None:
        return Silences(None, (), undated, len(dated) + undated)
    asked = (spans.agencies_that_record(review), period, shortest)
    known = _KNOWN.get(review)
    if known is not None and known[0] is held and known[1] == asked:
        return known[2]
    found = gaps(dated, asked[0], (period.first, period.last), shortest)
    made = Silences(period, tuple(found), undated, len(dated) + undated)
    _KNOWN[review] = held, asked, made
    return made


_Dated = tuple[list[Span], int]
_KNOWN: WeakKeyDictionary[Review, tuple[_Dated, tuple[list[int], Period, int], Silences]] = WeakKeyDictionary()
_MOVED = (
    "SELECT 1 FROM change WHERE id > ? AND +table_name = 'entry'"
    f" AND NOT {leaves_alone(('agency_id', 'date_edtf', 'origin'))} LIMIT 1"
)


def _read(connection: Connection) -> _Dated:
    records = spans.recorded_by(connection)
    dated = [
        span for entry_id, agency_id, edtf in records if (span := span_of(entry_id, agency_id, parse(edtf))) is not None
    ]
    return dated, len(records) - len(dated)


def _up_to_date(connection: Connection, held: _Dated, since: int) -> _Dated:
    return _read(connection) if connection.value(_MOVED, (since,)) else held


_HELD = Held(_read, _up_to_date)
