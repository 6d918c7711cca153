"""Turns the rows of a table into entries under a mapping, each row ending as imported, skipped or in error."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property

from dhr_desktop.domain.dates import exact_day, parse
from dhr_desktop.domain.entries import Doubt, Outcome
from dhr_desktop.importing import bands, dates_in_words, not_records, row_words
from dhr_desktop.importing.alike import Alike
from dhr_desktop.importing.choices import NO_CHOICES, Choices
from dhr_desktop.importing.dates import UNKNOWN
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.further_lines import FurtherLines
from dhr_desktop.importing.grid import Grid, Value, as_text
from dhr_desktop.importing.layout import HeadingLines, Layout, skipping_reason
from dhr_desktop.importing.own_dates import OwnDates
from dhr_desktop.importing.put_right import Repairs
from dhr_desktop.importing.row_dates import NOTHING, DateColumn, Moment, first_day, with_time

_SAME_DAYS = 2
_SAME_MONTH = 31
_FEW_LINES = 6
"""Lines that one incident's log may well have in a table that holds little else."""
_EVENING, _MORNING = "18:00", "06:00"
LEFT_OUT = "left out by the chair"
"""Why a row is skipped that the chair did not want."""
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class EntryReading:
    """An entry as its row is read: the fields of `domain.entries.Entry` that a file can give."""

    date_edtf: str
    date_written: str
    time: str
    time_written: str
    reported_edtf: str
    reported_time: str
    text: str
    action: str = ""
    source: str = ""
    reference: str = ""
    people: str = ""
    comment: str = ""
    other: dict[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    agency: str = ""
    """Whose the row is, where the file says so of it."""


@dataclass(frozen=True, slots=True)
class RowReading:
    """One row: its number as the source program shows it, its cells as they stood, and what became of it."""

    row: int
    cells: tuple[str, ...]
    outcome: Outcome
    reason: str = ""
    entry: EntryReading | None = None
    hidden: bool = False
    repaired: tuple[tuple[int, str], ...] = ()
    """Cells (column, counted from 0) that the chair has put right, with the words read in their place."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that settles how a table's rows are read."""

    grid: Grid
    layout: Layout
    mapping: dict[int, Field]
    happened: DateColumn | None
    reported: DateColumn | None
    ends: DateColumn | None
    heading_date: Moment = NOTHING
    original: Grid | None = None
    """The grid as the file holds it, where `grid` has cells that the chair has put right."""
    choices: Choices = NO_CHOICES
    beside: Alike | None = None
    """The tables of the file with the same headings."""

    def columns(self, wanted: Field) -> list[int]:
        """The columns that go into a field, from left to right."""
        return [column for column, found in sorted(self.mapping.items()) if found is wanted]


def read_rows(plan: Plan) -> list[RowReading]:
    """Every row of the grid, in order. Their outcomes add up to the rows there are."""
    return _Reader(plan).read()


class _Reader:
    """Goes down the rows of one table and remembers what a blank or a ditto may lean on."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._last: Moment = NOTHING
        self._last_report: Moment = NOTHING
        self._last_row = 0
        self._stamp_above = ("", "")
        self._last_reference = ""
        self._lost = False
        self._own = OwnDates(plan.grid, plan.layout, plan.happened)
        self._repairs = Repairs(plan.choices.cells)
        self._columns = {name: plan.columns(name) for name in Field}
        self._texts = self._columns[Field.TEXT]
        self._further = FurtherLines(self._columns, plan.happened.column if plan.happened else None)
        self._mostly_blank = self._happened_is_mostly_blank()
        self._headings = HeadingLines(plan.original or plan.grid, plan.layout)
        self._words: tuple[str, ...] = ()
        """The words of the row's cells, as they are to be read."""

    def read(self) -> list[RowReading]:
        return [self._row(number) for number in range(len(self._plan.grid.rows))]

    def _row(self, number: int) -> RowReading:
        grid = self._plan.grid
        self._words = cells = tuple([as_text(value) for value in (self._plan.original or grid).rows[number]])
        if repaired := self._repairs.of(number):
            self._words = tuple([as_text(value) for value in grid.rows[number]])
        hidden = grid.hidden or number in grid.hidden_rows
        wanted = number + 1 in self._plan.choices.wanted
        reason = "" if wanted else self._skipped(number)
        if not reason and number + 1 in self._plan.choices.skipped:
            reason = LEFT_OUT
        if reason:
            self._own.passed(number, cells)
            return RowReading(number + 1, cells, Outcome.SKIPPED, reason, hidden=hidden)
        reading = self._entry(number)
        if isinstance(reading, str) and wanted:
            reading = self._of_all_words(number)
        if isinstance(reading, str):
            outcome = Outcome.ERROR if reading.startswith("a date") else Outcome.SKIPPED
            return RowReading(number + 1, cells, outcome, reading, hidden=hidden)
        return RowReading(number + 1, cells, Outcome.IMPORTED, "", reading, hidden, repaired)

    def _skipped(self, number: int) -> str:
        plan = self._plan
        reason = skipping_reason(plan.grid, plan.layout, number, self._words, self._texts, self._headings)
        below = 0 if plan.layout.header is None else number - plan.layout.header
        if not reason and self._words.count("") == len(self._words) - 1 and bands.is_heading("".join(self._words)):
            return "heading among the rows"
        if reason or not not_records.may_be_one(self._words, below):
            return reason
        dated = plan.happened.column if plan.happened else None
        place = not_records.Place(below, len(plan.grid.rows) - 1 - number, dated)
        return not_records.reason(self._words, place, self._texts)

    def _of_all_words(self, number: int) -> EntryReading:
        """An entry of a row that the chair wants though nothing stands where its words should: all of its words."""
        words = "\n".join(dict.fromkeys(words for text in self._words if (words := row_words.cleaned(text))))
        fields = {**self._fields(), Field.TEXT: words}
        when = self._when(number, self._own_date(number, NOTHING), NOTHING, "")
        self._remember(number, when, "")
        return self._made(number, fields, when, NOTHING)

    def _entry(self, number: int) -> EntryReading | str:
        """The row's entry, or the reason why it is none."""
        row = self._plan.grid.rows[number]
        reported = self._reported(number, row)
        own = self._own_date(number, reported)
        fields = self._fields()
        said = bool(fields[Field.TEXT] or fields[Field.ACTION] or fields[Field.COMMENT])
        if not said:
            fields[Field.TEXT] = "\n".join(f"{name}: {words}" for name, words in self._other(number).items())
        dated = bool(own.edtf or reported.edtf)
        if not said and not (dated and fields[Field.TEXT]):
            self._remember(number, own if own.edtf else NOTHING, "")
            return "a date without words" if dated else "neither a date nor what happened"
        chair_s = self._repairs.say_when(number, self._plan.happened)
        when = self._as_the_chair_says(number, own) if chair_s else self._as_it_says(number, own, reported, fields)
        self._remember(number, when, fields[Field.REFERENCE])
        self._stamp_above = (reported.edtf, reported.time) if reported.edtf else self._stamp_above
        return self._made(number, fields, when, reported)

    def _as_it_says(self, number: int, own: Moment, reported: Moment, fields: dict[Field, str]) -> Moment:
        """When it happened, by the row's cells, its words and what stands above it."""
        if own.edtf == UNKNOWN and reported.edtf:
            when = _by_report_alone(own, reported)
        else:
            when = self._when(number, own, reported, fields[Field.REFERENCE])
        told = NOTHING if when.edtf or self._plan.happened else dates_in_words.own_date(fields[Field.TEXT])
        if told.edtf:
            when = replace(told, time=when.time, time_written=when.time_written)
        return self._until(number, when)

    def _own_date(self, number: int, reported: Moment) -> Moment:
        """What the row itself says of when it happened, or the chair in its place."""
        happened, row = self._plan.happened, self._plan.grid.rows[number]
        read = self._own.read(number, reported, self._last) if happened else self._time_alone(row)
        alone = next(iter(self._columns[Field.TIME]), None)
        return self._repairs.moment(number, read, happened, happened.time_column if happened else alone)

    def _as_the_chair_says(self, number: int, own: Moment) -> Moment:
        """A date that the chair has set, with the agency's own words for it, which may stand above the table."""
        if self._plan.happened:
            self._further.begin(number, self._plan.grid.rows[number])
            return own
        return replace(own, written=own.written or self._own.band.when.written or self._plan.heading_date.written)

    def _time_alone(self, row: Sequence[Value]) -> Moment:
        """The row's time in a table without a column of dates."""
        columns = self._columns[Field.TIME]
        value = row[columns[0]] if columns else self._plan.choices.fixed.get(Field.TIME)
        return with_time(NOTHING, value, "date") if value is not None else NOTHING

    def _reported(self, number: int, row: Sequence[Value]) -> Moment:
        """When it was reported, a ditto taking the day of the report above it."""
        column = self._plan.reported
        if not column:
            return NOTHING
        found = column.read(row, first_day(self._last.edtf))
        found = self._repairs.moment(number, found, column, column.time_column, reported=True)
        if found.ditto and self._last_report.edtf:
            return replace(self._last_report, time=found.time, written=found.written, time_written="", doubts=())
        self._last_report = found if found.edtf else self._last_report
        return found

    def _made(self, number: int, fields: dict[Field, str], when: Moment, reported: Moment) -> EntryReading:
        doubts = [*when.doubts, *(one for one in reported.doubts if one not in when.doubts)]
        if not self._repairs.say_when(number, self._plan.happened):
            doubts += self._doubts_of_words(fields[Field.TEXT], self._plan.grid.rows[number], when.edtf)
        return EntryReading(
            date_edtf=when.edtf or "XXXX",
            date_written=when.written,
            time=when.time,
            time_written=when.time_written,
            reported_edtf=reported.edtf,
            reported_time=reported.time,
            text=fields[Field.TEXT],
            action=fields[Field.ACTION],
            source=fields[Field.SOURCE],
            reference=fields[Field.REFERENCE],
            people=fields[Field.PEOPLE],
            comment=fields[Field.COMMENT],
            other=self._other(number),
            doubts=tuple(doubts),
            agency=fields[Field.AGENCY],
        )

    def _when(self, number: int, own: Moment, reported: Moment, reference: str) -> Moment:
        """When it happened: the row's own date, the row above's where it says so, else the report's."""
        heading = self._own.band.when
        if own.edtf:
            self._own.band = self._own.band.dated()
            self._further.begin(number, self._plan.grid.rows[number])
            return own
        if own.ditto or self._is_merged(number):
            return self._as_above(own, heading if own.ditto else NOTHING)
        if own.unreadable:
            return replace(own, edtf="XXXX")
        if not heading.edtf and self._plan.happened is None:
            heading = self._plan.heading_date
        if heading.edtf:
            return _dated_by(heading, own)
        if self._plan.happened and reported.edtf:
            return self._by_report(own, reported, reference)
        if self._plan.happened and self._last.edtf:
            plain = self._further.goes_on(number, self._plan.grid.rows[number])
            return self._carried(own, "" if plain else "carried-blank")
        return replace(own, doubts=(*own.doubts, doubt("no-date", "date", "")))

    def _as_above(self, own: Moment, heading: Moment) -> Moment:
        """A ditto; right below a heading it is that of the heading's day, or the row above's if it is of its time."""
        if exact_day(heading.edtf):
            return _dated_by(heading, own)
        if self._lost:
            return replace(own, edtf="XXXX", doubts=(doubt("no-date", "date", own.written),))
        carried = self._carried(own, "")
        if not heading.edtf:
            return carried
        day, within = first_day(carried.edtf), parse(heading.edtf)
        if day and within.earliest and within.latest and within.earliest <= day <= within.latest:
            return carried
        unsure = doubt("ditto-heading", "date", own.written, heading.edtf)
        return replace(own, edtf=heading.edtf, doubts=(*own.doubts, unsure))

    def _by_report(self, own: Moment, reported: Moment, reference: str) -> Moment:
        """A row with a report's date alone: a line of the same incident keeps its date; else the report's is taken.

        A line was entered with the one above it: another stamp and no reference in common make a contact of its own.
        """
        same_incident = reference == self._last_reference and reference not in self._of_everybody
        soon = self._near(reported, _SAME_MONTH)
        same_stamp = (reported.edtf, reported.time) == self._stamp_above
        together = (same_stamp and (bool(reported.time) or self._near(reported))) or self._same_night(reported)
        if not self._mostly_blank and self._last.edtf and (same_incident or together):
            return self._carried(own, "" if same_incident and soon else "carried-blank")
        if self._mostly_blank:
            return replace(reported, doubts=reported.doubts)
        return replace(reported, doubts=(*reported.doubts, doubt("reported-only", "date", reported.written)))

    def _same_night(self, reported: Moment) -> bool:
        """Whether a report of the small hours follows one of the evening before, as an incident goes on overnight."""
        day, hour = self._stamp_above
        told, last = first_day(reported.edtf), first_day(self._last.edtf)
        if not told or not last or day != self._last.edtf or not hour or not reported.time:
            return False
        return told - last == timedelta(days=1) and hour >= _EVENING and reported.time < _MORNING

    def _near(self, reported: Moment, most: int = _SAME_DAYS) -> bool:
        last, told = first_day(self._last.edtf), first_day(reported.edtf)
        return last is not None and told is not None and 0 <= (told - last).days <= most

    @cached_property
    def _of_everybody(self) -> frozenset[str]:
        """References that are no incident's, for most rows have them: a client's number. The blank is one of them."""
        columns = self._columns[Field.REFERENCE]
        found = Counter("; ".join(as_text(row[column]) for column in columns) for row in self._plan.grid.rows)
        most = max(len(self._plan.grid.rows) / 2, _FEW_LINES)
        return frozenset({"", *(reference for reference, number in found.items() if number > most)})

    def _carried(self, own: Moment, code: str) -> Moment:
        if not self._last.edtf:
            return replace(own, doubts=(*own.doubts, doubt("no-date", "date", own.written)))
        doubts = (doubt(code, "date", own.written, str(self._last_row)),) if code else ()
        edtf = self._last.edtf
        bare = edtf.rstrip("~?%")
        last = exact_day(bare)
        if own.later and last:
            edtf = (last + timedelta(days=own.later)).isoformat() + edtf[len(bare) :]
        return replace(own, edtf=edtf, doubts=(*own.doubts, *doubts))

    def _until(self, number: int, when: Moment) -> Moment:
        """The period, where the row has a last date too."""
        if not self._plan.ends or not when.edtf or "/" in when.edtf or when.edtf == "XXXX":
            return when
        end = self._plan.ends.read(self._plan.grid.rows[number], first_day(when.edtf))
        first, last = first_day(when.edtf), first_day(end.edtf)
        if not first or not last or last <= first or "/" in end.edtf:
            return when
        return replace(
            when,
            edtf=f"{when.edtf}/{end.edtf}",
            written=f"{when.written} - {end.written}",
            doubts=(*when.doubts, *end.doubts),
        )

    def _remember(self, number: int, when: Moment, reference: str) -> None:
        self._last_reference = reference or self._last_reference
        self._lost = when.edtf == "XXXX"
        if when.edtf and not self._lost:
            if when.edtf != self._last.edtf:
                self._last_row = number + 1
            self._last = when

    def _is_merged(self, number: int) -> bool:
        if not self._plan.happened:
            return False
        origin = self._plan.grid.spans.get((number, self._plan.happened.column))
        return origin is not None and origin[0] < number

    def _happened_is_mostly_blank(self) -> bool:
        """Whether the date it happened is filled in only where it differs from the report's."""
        if not self._plan.happened or not self._plan.reported:
            return False
        rows = self._plan.grid.rows[(self._plan.layout.header or 0) + 1 :]
        told = [row for row in rows if as_text(row[self._plan.reported.column])]
        blank = [row for row in told if not as_text(row[self._plan.happened.column])]
        return len(blank) >= _MOSTLY * len(told) if told else False

    def _fields(self) -> dict[Field, str]:
        return row_words.fields(self._words, self._columns, self._plan.choices.fixed)

    def _other(self, number: int) -> dict[str, str]:
        plan = self._plan
        return row_words.other(plan.grid, number, self._words, self._columns[Field.OTHER], plan.layout.headings)

    def _doubts_of_words(self, text: str, row: Sequence[Value], when: str) -> list[Doubt]:
        """Doubts that the words of a row cast on its date, which is its own or that of its table's heading."""
        if self._plan.happened:
            return dates_in_words.doubts_of_late_entry(text, when)
        heading = self._plan.heading_date
        return dates_in_words.doubts_under_heading(text, heading, row) if heading.edtf else []


def _dated_by(heading: Moment, own: Moment) -> Moment:
    return replace(own, edtf=heading.edtf, written=heading.written, doubts=(*own.doubts, *heading.doubts))


def _by_report_alone(own: Moment, reported: Moment) -> Moment:
    """The day of the report for a row whose own is said to be unknown: it lies near, and has to be looked at."""
    doubts = (*reported.doubts, doubt("reported-only", "date", reported.written))
    return replace(reported, written=own.written, doubts=doubts)
