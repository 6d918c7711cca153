"""Settles how a table is to be read: the columns of its dates, their order and time zone, its school terms."""

import re
from dataclasses import dataclass
from datetime import date

from dhr_desktop.importing import columns, date_order
from dhr_desktop.importing.columns import Proposal, normalised
from dhr_desktop.importing.date_order import DateOrder
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty
from dhr_desktop.importing.heading_dates import date_in_heading
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.row_dates import NOTHING, DateColumn
from dhr_desktop.importing.rows import Plan
from dhr_desktop.importing.terms import NO_TERMS, TermDates, terms_of_rows
from dhr_desktop.importing.typed import day_of_serial

_UTC = re.compile(r"\b(?:utc|zulu)\b")
_STAMPED = re.compile(r"\d\dz$", re.IGNORECASE)
_GUIDANCE = re.compile(r"guidance|guide\b|instructions?|how to|worked example|^examples?$|read ?me", re.IGNORECASE)
_MOSTLY = 0.8
_SOME = 3


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and the sentences of evidence that it rests on."""

    plan: Plan
    evidence: tuple[str, ...]


def propose(grid: Grid, found: Layout) -> dict[int, Proposal]:
    """A field for each column of the table below its headings."""
    return columns.propose(found.headings, _below(grid, found))


def is_chronology(grid: Grid, mapping: dict[int, Field], grids: int) -> bool:
    """Whether the table tells what happened: it has words, and a date of its own, above it, or in a file by itself."""
    fields = set(mapping.values())
    if Field.TEXT not in fields or (grids > 1 and _GUIDANCE.search(grid.name)):
        return False
    return bool(fields & {Field.DATE, Field.REPORTED_DATE}) or bool(date_in_heading(grid.context).edtf) or grids == 1


def plan(grid: Grid, found: Layout, mapping: dict[int, Field], terms: TermDates = NO_TERMS) -> Planned:
    """How to read the grid under `mapping`, with the evidence on which the order of its dates rests."""
    evidence: list[str] = []
    happened = _column(grid, found, mapping, (Field.DATE, Field.TIME), terms, evidence)
    reported = _column(grid, found, mapping, (Field.REPORTED_DATE, Field.REPORTED_TIME), terms, evidence)
    ends = _column(grid, found, mapping, (Field.END_DATE, None), terms, evidence)
    heading = NOTHING if happened or reported else date_in_heading(grid.context)
    return Planned(
        Plan(grid, found, mapping, happened or reported, reported if happened else None, ends, heading), tuple(evidence)
    )


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
    days = [column.read((value,), None).edtf for value in values[named + 1 : named + 3]]
    if len(days) < 2 or any(len(day) != len("2016-01-05") for day in days):  # noqa: PLR2004 - first and last
        return None
    half = as_text(values[named + 3]) if len(values) > named + 3 else ""
    return as_text(values[named]), date.fromisoformat(days[0]), date.fromisoformat(days[1]), half


def _below(grid: Grid, found: Layout) -> list[tuple[Value, ...]]:
    return list(grid.rows[0 if found.header is None else found.header + 1 :])


def _column(
    grid: Grid,
    found: Layout,
    mapping: dict[int, Field],
    fields: tuple[Field, Field | None],
    terms: TermDates,
    evidence: list[str],
) -> DateColumn | None:
    column = next((column for column, name in mapping.items() if name is fields[0]), None)
    if column is None:
        return None
    times = next((other for other, name in mapping.items() if fields[1] is not None and name is fields[1]), None)
    values = [row[column] for row in _below(grid, found)]
    order = date_order.decide(values, _hints(grid, found))
    heading = found.headings[column]
    utc = _is_utc(heading, values)
    if utc:
        evidence.append(f"The times under “{heading}” are in UTC; they were changed to British time.")
    evidence.extend(_order_in_words(order, heading))
    return DateColumn(fields[0].value.removesuffix("_date"), column, times, order, utc, terms, _are_serials(values))


def _are_serials(values: list[Value]) -> bool:
    """Whether nearly every filled cell of a column of some length is a serial."""
    filled = [value for value in values if not is_empty(value)]
    numbers = sum(day_of_serial(value) is not None for value in filled)
    return len(filled) >= _SOME and numbers >= _MOSTLY * len(filled)


def _order_in_words(order: DateOrder, heading: str) -> list[str]:
    said = [f"The column “{heading}”: {order.evidence}"] if order.evidence else []
    if order.swapped:
        said.append(f"The column “{heading}” is half dates, half text, as a computer set to American dates leaves it.")
    return said


def _hints(grid: Grid, found: Layout) -> list[str]:
    above = grid.rows[: found.header or 0]
    return [*grid.context, *(as_text(value) for row in above for value in row if isinstance(value, str))]


def _is_utc(heading: str, values: list[Value]) -> bool:
    """Whether the heading says UTC, or nearly every text of the column ends as ISO 8601 marks it (5.3.3, 'Z')."""
    if _UTC.search(normalised(heading)):
        return True
    texts = [value.strip() for value in values if isinstance(value, str) and value.strip()]
    return bool(texts) and sum(bool(_STAMPED.search(text)) for text in texts) >= _MOSTLY * len(texts)
