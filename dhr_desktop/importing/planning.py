"""Settles how a table is to be read: the columns of its dates, their order and time zone, its school terms."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from dhr_desktop.domain.dates import exact_day
from dhr_desktop.importing import bands, columns, date_order, date_parts, midnights
from dhr_desktop.importing.alike import Alike
from dhr_desktop.importing.choices import NO_CHOICES, Choices
from dhr_desktop.importing.columns import Proposal, normalised
from dhr_desktop.importing.date_order import DateOrder
from dhr_desktop.importing.fields import DATES, TIMES, Field
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty
from dhr_desktop.importing.heading_dates import date_above, is_dated_above
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.looks import look_at
from dhr_desktop.importing.midnights import Midnight
from dhr_desktop.importing.order_beside import order_beside
from dhr_desktop.importing.questions import ColumnClock, ColumnOrder
from dhr_desktop.importing.row_dates import NOTHING, DateColumn, Moment
from dhr_desktop.importing.rows import Plan
from dhr_desktop.importing.terms import NO_TERMS, TermDates, terms_of_rows
from dhr_desktop.importing.typed import day_of_serial

_UTC = re.compile(r"\b(?:utc|zulu)\b")
_GMT = re.compile(r"\bgmt\b")
_STAMPED = re.compile(r"\d\dz$", re.IGNORECASE)
_GUIDANCE = re.compile(r"guidance|guide\b|instructions?|how to|worked example|^examples?$|read ?me", re.IGNORECASE)
_COVER = re.compile(r"(?:front )?cover(?: (?:sheet|page))?|contents|index|distribution(?: list)?", re.IGNORECASE)
_MOSTLY = 0.8
_HOURS = 24
_SOME = 3


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and what the order of its dates and the zone of its times rest on."""

    plan: Plan
    orders: tuple[ColumnOrder, ...] = ()
    clocks: tuple[ColumnClock, ...] = ()
    evidence: tuple[str, ...] = ()
    """The sentences of these that a chair should read unasked."""


def propose(grid: Grid, found: Layout) -> dict[int, Proposal]:
    """A field for each column of the table below its headings."""
    headings = list(found.headings) if found.header is not None else [""] * len(found.headings)
    apart = date_parts.parts(headings)
    if apart:
        headings[apart[0]] = "Date"
        return columns.propose(headings, _below(date_parts.joined(grid, found.header, found.headings), found))
    bare, rows = bands.column_of_bare_days(grid, found, found.headings)
    if bare >= 0 and Field.DATE not in columns.heading_scores(headings[bare]):
        headings[bare] = "Date"  # 'Day', where the month stands over the rows
    return columns.propose(headings, rows or _below(grid, found))


def propose_by_hand(grid: Grid, found: Layout) -> dict[int, Proposal]:
    """As `propose`, for a table that the chair says is one: where no column tells what happened, that of most words."""
    proposals = propose(grid, found)
    if any(one.field is Field.TEXT for one in proposals.values()):
        return proposals
    rows = _below(grid, found)
    words = {
        column: sum(len(as_text(row[column])) for row in rows)
        for column, one in proposals.items()
        if one.field is Field.OTHER
    }
    if not words:
        return proposals
    return {**proposals, max(words, key=lambda column: words[column]): Proposal(Field.TEXT, 0.0)}


def is_chronology(grid: Grid, found: Layout, mapping: dict[int, Field], grids: int) -> bool:
    """Whether the table tells what happened: it has words, and dates in it or above it, or a file to itself."""
    fields = set(mapping.values())
    if Field.TEXT not in fields or is_guidance(grid, grids) or _is_cover(grid, found, mapping):
        return False
    if fields & {Field.DATE, Field.REPORTED_DATE} or grids == 1:
        return True
    return is_dated_above(grid, found) or bands.has_days(grid, found)


def is_guidance(grid: Grid, grids: int) -> bool:
    """Whether a sheet beside others tells how the form is filled in: its rows are examples, under the same headings."""
    return grids > 1 and bool(_GUIDANCE.search(grid.name))


def _is_cover(grid: Grid, found: Layout, mapping: dict[int, Field]) -> bool:
    """Whether a sheet lists who sent which sheet: it is called a cover, and tells nothing in words."""
    told = [column for column, name in mapping.items() if name is Field.TEXT]
    rows = _below(grid, found)
    return bool(_COVER.fullmatch(grid.name.strip())) and not any(
        look_at([row[column] for row in rows], len(rows)).is_prose for column in told
    )


def plan(
    grid: Grid,
    found: Layout,
    mapping: dict[int, Field],
    terms: TermDates = NO_TERMS,
    choices: Choices = NO_CHOICES,
    beside: Alike | None = None,
) -> Planned:
    """How to read the grid under `mapping` and `choices`, with the evidence that the order of its dates rests on.

    `beside` are all tables of the file with the same headings in the same place, this one among them: their dates
    are evidence too.
    """
    read = _put_right(date_parts.joined(grid, found.header, found.headings), mapping, choices)
    settling = _Settling(read, found, mapping, terms, choices, beside)
    happened = settling.column(Field.DATE, Field.TIME)
    reported = settling.column(Field.REPORTED_DATE, Field.REPORTED_TIME)
    ends = settling.column(Field.END_DATE)
    heading = NOTHING if happened or reported else date_above(grid, found)
    made = Plan(
        read,
        found,
        mapping,
        happened or reported,
        reported if happened else None,
        ends,
        _fixed_date(choices) or heading,
        original=grid,
        choices=choices,
        beside=beside,
    )
    return Planned(made, tuple(settling.orders), tuple(settling.clocks), tuple(settling.evidence))


def _put_right(grid: Grid, mapping: dict[int, Field], choices: Choices) -> Grid:
    """The grid with the words that the chair has set in place of a cell's.

    Dates and times are no part of it: they show nothing of how the column is to be read (see `put_right`).
    """
    words = {place: said for place, said in choices.cells.items() if mapping.get(place[1]) not in (*DATES, *TIMES)}
    if not words:
        return grid
    rows = [list(row) for row in grid.rows]
    for (row, column), said in words.items():
        if 0 < row <= len(rows) and 0 <= column < len(rows[row - 1]):
            rows[row - 1][column] = said
    return replace(grid, rows=tuple(tuple(row) for row in rows))


def _fixed_date(choices: Choices) -> Moment | None:
    words = choices.fixed.get(Field.DATE, "")
    return DateColumn("date", 0).read((words,), None) if words else None


def terms_of(plan: Plan) -> TermDates:
    """The school terms that a plan reads by."""
    return plan.happened.terms if plan.happened else NO_TERMS


def terms_in(grids: list[Grid]) -> TermDates:
    """School terms from a sheet that lists them: a name beside a first and a last day."""
    for grid in grids:
        heads = [normalised(as_text(value)) for value in grid.rows[0]] if grid.rows else []
        if "term" in heads and len(heads) >= 3:  # noqa: PLR2004 - a name and two days
            named = heads.index("term")
            found = terms_of_rows([row for values in grid.rows[1:] if (row := _term(values, named))])
            if found.terms:
                return found
    return NO_TERMS


def _term(values: tuple[Value, ...], named: int) -> tuple[str, date, date, str] | None:
    column = DateColumn("date", 0)
    days = [exact_day(column.read((value,), None).edtf) for value in values[named + 1 : named + 3]]
    if len(days) < 2 or days[0] is None or days[1] is None:  # noqa: PLR2004 - first and last
        return None
    half = as_text(values[named + 3]) if len(values) > named + 3 else ""
    return as_text(values[named]), days[0], days[1], half


def _below(grid: Grid, found: Layout) -> list[tuple[Value, ...]]:
    return list(grid.rows[0 if found.header is None else found.header + 1 :])


@dataclass(slots=True)
class _Settling:
    """One table's columns of dates, settled one after another, and what is learnt on the way."""

    grid: Grid
    found: Layout
    mapping: dict[int, Field]
    terms: TermDates
    choices: Choices
    beside: Alike | None = None
    orders: list[ColumnOrder] = field(default_factory=list)
    clocks: list[ColumnClock] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)

    def column(self, of_dates: Field, of_times: Field | None = None) -> DateColumn | None:
        """How the column of dates is read, with its column of times; None where there is no such column."""
        column = next((column for column, name in self.mapping.items() if name is of_dates), None)
        if column is None:
            return None
        times = next((other for other, name in self.mapping.items() if of_times is not None and name is of_times), None)
        values = [row[column] for row in _below(self.grid, self.found)]
        heading = self.found.headings[column]
        order = self._order(column, heading, values)
        clock = _clock(column, heading, values, self.choices)
        if clock:
            self.clocks.append(clock)
        if clock and (clock.utc or clock.asks):
            self.evidence.append(clock.words)
        if times is not None and midnights.are_all([row[times] for row in _below(self.grid, self.found)]):
            times = None
        made = DateColumn(
            of_dates.value.removesuffix("_date"),
            column,
            times,
            order,
            utc=clock is not None and clock.utc,
            terms=self.terms,
            serials=_are_serials(values),
            hours=times is not None and _are_hours([row[times] for row in _below(self.grid, self.found)]),
            since_1904=self.grid.since_1904,
            unsaid=clock is not None and clock.asks,
        )
        midnight = midnights.among_dates(values, made.clock_of)
        return made if midnight is Midnight.HOUR else replace(made, midnight=midnight)

    def _order(self, column: int, heading: str, values: list[Value]) -> DateOrder:
        """The order of the column's numbers: as the chair has said, else as the column shows."""
        order = self.beside.order(column, self.found) if self.beside else date_order.decide(values)
        if not order.settled and not order.mixed and order.decided_by == "nothing":
            shown = order_beside(_below(self.grid, self.found), column) if date_order.is_numeric(values) else None
            hinted = shown or date_order.as_hinted(_hints(self.grid, self.found))
            order = hinted or date_order.as_headed(heading) or order
        if column in self.choices.month_first:
            order = date_order.as_said(month_first=self.choices.month_first[column])
        if date_order.is_numeric(values):
            words = date_order.in_words(order)
            self.orders.append(ColumnOrder(column, order.month_first, order.decided_by, words, order.settled))
        self.evidence.extend(_order_in_words(order, heading))
        return order


def _are_serials(values: list[Value]) -> bool:
    """Whether nearly every filled cell of a column of some length is a serial."""
    filled = [value for value in values if not is_empty(value)]
    numbers = sum(day_of_serial(value) is not None for value in filled)
    return len(filled) >= _SOME and numbers >= _MOSTLY * len(filled)


def _are_hours(values: list[Value]) -> bool:
    """Whether every number among a column's times is an hour of the day."""
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    return bool(numbers) and all(float(number).is_integer() and number <= _HOURS for number in numbers)


def _order_in_words(order: DateOrder, heading: str) -> list[str]:
    said = [f"The column “{heading}”: {order.evidence}"] if order.evidence else []
    if order.swapped:
        said.append(f"The column “{heading}” is half dates, half text, as a computer set to American dates leaves it.")
    return said


def _hints(grid: Grid, found: Layout) -> list[str]:
    above = grid.rows[: found.header or 0]
    return [*grid.context, *(as_text(value) for row in above for value in row if isinstance(value, str))]


def _clock(column: int, heading: str, values: list[Value], choices: Choices) -> ColumnClock | None:
    """Whether the column's times are UTC; None where nothing about the column speaks of a time zone."""
    name = normalised(heading)
    if column in choices.utc:
        said = choices.utc[column]
        words = f"You have said that the times under “{heading}” are {'UTC' if said else 'British time'}."
        return ColumnClock(column, said, "chair", words)
    changed = f"The times under “{heading}” are in UTC; they were changed to British time."
    if _UTC.search(name):
        return ColumnClock(column, utc=True, decided_by="heading", words=changed)
    texts = [value.strip() for value in values if isinstance(value, str) and value.strip()]
    if texts and sum(bool(_STAMPED.search(text)) for text in texts) >= _MOSTLY * len(texts):
        return ColumnClock(column, utc=True, decided_by="marks", words=changed)
    if _GMT.search(name):
        words = (
            f"The times under “{heading}” may be an hour behind British Summer Time."
            " Say whether they are to be changed to British time."
        )
        return ColumnClock(column, utc=False, decided_by="nothing", words=words)
    return None
