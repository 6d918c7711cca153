"""Entries of the timeline and the rows of agencies' files they came from."""

from dataclasses import dataclass, field
from enum import StrEnum

from dhr_desktop.domain.dates import EdtfDate, parse
from dhr_desktop.domain.meaning import Origin, Significance


class Outcome(StrEnum):
    """What became of one row of an agency's file. Every row has exactly one."""

    IMPORTED = "imported"
    SKIPPED = "skipped"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to look at an entry before trusting it.

    `code` is stable ('year-slip'), `field` names what is doubted ('date', 'time', 'reported'), and
    `words` is the sentence the chair reads. `fix` is what one click would put in the field's place: EDTF for a date,
    'HH:MM' for a time, '' where there is nothing to offer.
    """

    code: str
    field: str
    words: str
    fix: str = ""


@dataclass(frozen=True, slots=True)
class TableShape:
    """What of a table its cells do not say, to show it as its file does. Rows and columns are counted from 0.

    `spans` are merged areas (top, left, bottom, right). `header` is the row of the headings, None without any.
    """

    header: int | None = None
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    spans: tuple[tuple[int, int, int, int], ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    """Footnotes by their mark ('[2]'), comments by their cell ('C14')."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of an agency's file, as it stood: never changed after it has been stored.

    `table` is the sheet's name, the table's number in a Word file ('1', '2', ...), or '' for a text file.
    `row` is counted from 1, as the source program shows it. `cells` are the texts under `headings`, in order.
    """

    id: int
    submission_id: int
    table: str
    row: int
    headings: tuple[str, ...]
    cells: tuple[str, ...]
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: the id of its submission, its table ('' for the only one), and its number there."""

    submission_id: int
    table: str
    row: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the timeline: an agency's row as read, or something the chair added.

    Dates are EDTF text (`domain.dates`); `time` is local 'HH:MM' or ''. `date_written` and `time_written`
    keep the agency's own words. `other` holds the cells of columns that have no field of their own, by heading.
    `event_id` is the event it belongs to, None for none. From `significance` to `private_note` stands what the chair
    makes of it (`domain.meaning`). `hand` and `nudge` say where the chair has put it within its day, see
    `store.ordering.rank`; None and 0 where nobody has moved it.
    """

    id: int
    agency_id: int
    date_edtf: str
    text: str
    submission_id: int | None = None
    source_row_id: int | None = None
    date_written: str = ""
    time: str = ""
    time_written: str = ""
    reported_edtf: str = ""
    reported_time: str = ""
    action: str = ""
    source: str = ""
    reference: str = ""
    people: str = ""
    comment: str = ""
    event_id: int | None = None
    significance: Significance = Significance.UNREAD
    voice_of_victim: bool = False
    good_practice: bool = False
    missed_opportunity: bool = False
    distressing: bool = False
    in_chronology: bool = True
    in_report: bool = False
    in_summary: bool = False
    private_note: str = ""
    origin: Origin = Origin.AGENCY
    hand: int | None = None
    nudge: float = 0.0
    other: dict[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    source_order: int = 0

    @property
    def when(self) -> EdtfDate:
        """The date it happened, with its bounds."""
        return parse(self.date_edtf)


TIMELESS = "~"
"""Sorts after every clock time: an entry whose hour is not known follows those of its day that have one."""


def sort_key(when: EdtfDate, time: str) -> tuple[str, int, str]:
    """Where an entry stands in the one order: first possible day, then how uncertain, then the hour.

    On one day the certain come before the uncertain, then by the clock, those without an hour last; ties are
    broken by file order, which the caller appends. What has no known start stands where it ends; what is
    wholly unknown stands after everything.
    """
    day = when.earliest or when.latest
    if day is None:
        return "9999-99-99", when.span_days, time or TIMELESS
    span = 0 if when.is_exact else when.span_days
    return day.isoformat(), span, time or TIMELESS
