"""Reads one agency's file into tables of rows, each with its place, its outcome and its doubts. Nothing is stored."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.base.uncollected import uncollected
from dhr_desktop.domain.entries import Outcome, TableShape
from dhr_desktop.importing import (
    forms,
    glossaries,
    layout,
    limits,
    narratives,
    opening,
    planning,
    problems,
    sections,
    sequence,
    unread_tables,
    whose_rows,
    words_above,
)
from dhr_desktop.importing.alike import Alike
from dhr_desktop.importing.choices import NO_CHOICES, NO_HEADINGS, Choices
from dhr_desktop.importing.columns import Proposal
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.forms import Form
from dhr_desktop.importing.grid import Grid, as_text, is_empty
from dhr_desktop.importing.intake import read_steadily
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.planning import Planned
from dhr_desktop.importing.questions import ColumnClock, ColumnOrder
from dhr_desktop.importing.rows import Plan, RowReading, read_rows
from dhr_desktop.importing.sections import Section
from dhr_desktop.importing.sequence import Scope
from dhr_desktop.importing.terms import NO_TERMS, TermDates
from dhr_desktop.importing.whose import Part, Whose


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of rows: `read` is always the sum of the others."""

    read: int
    imported: int
    skipped: int
    error: int


@dataclass(frozen=True, slots=True)
class TableReading:
    """One table as it is read under `mapping` (column, from 0, to field).

    `header_row` counts from 1 as the source program does; None for a table without headings, and for a sheet that
    holds no chronology, which has no mapping either and whose rows are all skipped.
    """

    name: str
    header_row: int | None
    headings: tuple[str, ...]
    mapping: dict[int, Field]
    confidence: dict[int, float]
    rows: tuple[RowReading, ...]
    evidence: tuple[str, ...] = ()
    plan: Plan | None = field(default=None, repr=False)
    choices: Choices = NO_CHOICES
    """What the chair has decided about this table."""
    shape: TableShape = field(default_factory=TableShape)
    orders: tuple[ColumnOrder, ...] = ()
    """What the order of day and month rests on, for each column of dates in numbers."""
    clocks: tuple[ColumnClock, ...] = ()
    """The columns whose times are, or may be, UTC."""
    scope: Scope | None = None
    """The first and last day that the review looks at, where it says so."""
    form: Form | None = field(default=None, repr=False)
    """The forms that the table was made of, where each record stands as labels beside values."""
    own_rows: range = range(1 << 30)
    """The rows of the sheet, counted from 0, that are this table's; a sheet may hold several."""
    agency: str = ""
    """The agency that a line above it states, in a file whose tables state several."""
    sheet: Grid | None = field(default=None, repr=False, compare=False)
    """The rows that it was read from."""
    found: "TableReading | None" = field(default=None, repr=False, compare=False)
    """The table as it was read before the chair decided anything."""

    @property
    def counts(self) -> Counts:
        """How many rows there are and what became of them."""
        return _counted([self])

    @property
    def doubtful(self) -> list[RowReading]:
        """The rows that need a look."""
        return [row for row in self.rows if row.entry and row.entry.doubts]

    @property
    def other_columns(self) -> tuple[int, ...]:
        """The columns that go into no field: kept with each row under their own headings."""
        return tuple(column for column, field in sorted(self.mapping.items()) if field is Field.OTHER)

    @property
    def questions(self) -> tuple[ColumnClock, ...]:
        """What only the chair can tell, and has not yet."""
        return tuple(clock for clock in self.clocks if clock.asks)

    def remap(self, mapping: dict[int, Field]) -> "TableReading":
        """The same table read under another mapping; the file is not opened again."""
        return self.choose(replace(self.choices, mapping=mapping))

    def choose(self, choices: Choices) -> "TableReading":
        """The same table read as the chair has decided; the file is not opened again."""
        found = self.found or self
        if choices.header_row is not None and found.sheet is not None:
            return _headed(found, found.sheet, choices)
        if found.plan is None:
            return found
        plan, mapping = found.plan, choices.mapping or found.mapping
        said = found.form.at_its_rows(choices) if found.form else choices
        terms = planning.terms_of(plan)
        planned = planning.plan(plan.original or plan.grid, plan.layout, mapping, terms, said, plan.beside)
        return _as_planned(replace(found, mapping=mapping, choices=choices, found=found), planned)


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: its bytes and what they hold. `problems` are sentences about the file as a whole."""

    file_name: str
    data: bytes = field(repr=False)
    sha256: str
    agency_guess: str
    tables: list[TableReading]
    problems: list[str]
    password: str = field(default="", repr=False)
    """What opened it, when it was protected; kept beside the original in the encrypted review."""
    glossary: tuple[tuple[str, str], ...] = ()
    """Abbreviations and their meanings, from a sheet that lists them."""

    scope: Scope | None = None

    @property
    def counts(self) -> Counts:
        """The counts of all tables together."""
        return _counted(self.tables)

    def choose(self, table: int, choices: Choices) -> "Reading":
        """The same file with one of its tables read as the chair has decided."""
        tables = list(self.tables)
        tables[table] = tables[table].choose(choices)
        return replace(self, tables=tables)


def read_file(
    path: Path,
    progress: Progress = UNWATCHED,
    password: str = "",
    *,
    scope: Scope | None = None,
    choices: Sequence[Choices] = (),
) -> Reading:
    """Read the file at `path`. Raises `FileProblem`, or one of `importing.problems`, in words."""
    return read_bytes(path.name, read_steadily(path), progress, password, scope=scope, choices=choices)


def read_bytes(
    name: str,
    data: bytes,
    progress: Progress = UNWATCHED,
    password: str = "",
    *,
    scope: Scope | None = None,
    choices: Sequence[Choices] = (),
) -> Reading:
    """Read a file's bytes; `name` tells what kind of file it is. Raises one of `importing.problems`.

    `scope` is the first and last day that the review looks at: dates outside it carry a doubt. `choices`, one for
    each table in order, are what the chair decided when the file was read before.
    """
    grids = opening.grids_of(name, data, progress, password)
    if any(grid.width > limits.MOST_COLUMNS for grid in grids):
        raise problems.too_large(name)
    grids = words_above.carried(grids)
    terms = planning.terms_in(grids)
    with uncollected():
        tables, whose = _tables(name, grids, terms, scope, progress)
    for place, said in enumerate(choices[: len(tables)]):
        if said != NO_CHOICES:
            tables[place] = tables[place].choose(said)
    named = Counter(row.entry.agency for table in tables for row in table.rows if row.entry)
    return Reading(
        file_name=name,
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        agency_guess=whose.by_rows(named),
        tables=tables,
        problems=_problems(name, grids, tables),
        password=password,
        glossary=_glossary(grids, tables),
        scope=scope,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A grid with its layout and proposals; `read` is the grid to read, made of forms where there are any."""

    grid: Grid
    read: Grid
    layout: Layout | None
    form: Form | None
    proposals: dict[int, Proposal]
    rows: range
    """The rows of the sheet that are this table's."""
    sheet: Grid | None = None
    """The whole sheet, where the table is one of several on it."""

    @property
    def mapping(self) -> dict[int, Field]:
        return {column: proposal.field for column, proposal in self.proposals.items()}


def _found(section: Section, sheet: Grid | None = None, like: Sequence[Form] = ()) -> _Found:
    grid = section.grid
    form = forms.find(grid, like) if forms.are_likely(grid) else None
    known = layout.find(grid) if form is None else None
    if form is None and (known is None or like):
        form = forms.find(grid, like)
    if known is None and form is None:
        form = narratives.find(grid)
    read, known = (form.grid, form.layout) if form else (grid, known)
    proposals = planning.propose(read, known) if known else {}
    return _Found(grid, read, known, form, proposals, section.rows, sheet)


def _tables(
    name: str, grids: list[Grid], terms: TermDates, scope: Scope | None, progress: Progress
) -> tuple[list[TableReading], Whose]:
    """The tables of a file, and whose they are. One headed as a chronology is part of it, dated or not."""
    progress.step(0, 1, "Finding the columns")
    found = [_found(section, grid) for grid in grids for section in sections.split(grid)]
    like = [one.form for one in found if one.form]
    found = [_found(Section(one.grid, one.rows), one.sheet, like) if like and not one.form else one for one in found]
    alike: dict[tuple[str, ...], Alike] = {}
    for one in found:
        if one.form:
            alike.setdefault(one.form.layout.headings, Alike())
        if one.layout and planning.is_chronology(one.read, one.layout, one.mapping, len(grids)):
            alike.setdefault(one.layout.headings, Alike())
    for one in found:
        if one.layout and one.layout.headings in alike and not planning.is_guidance(one.grid, len(grids)):
            alike[one.layout.headings].grids.append(one.read)
    theirs = [{} if planning.is_guidance(one.grid, len(grids)) else alike for one in found]
    whose = Whose(name, [_part(one, among) for one, among in zip(found, theirs, strict=True)])
    return [
        _table(replace(one, proposals=part.proposals), terms, scope, among, part.agency)
        for one, among, part in zip(found, theirs, whose.parts, strict=True)
    ], whose


def _part(found: _Found, alike: dict[tuple[str, ...], Alike]) -> Part:
    known = found.layout if found.layout and found.layout.headings in alike else None
    header = found.form.places[0].start if found.form else known.header if known else None
    return Part(found.read, found.sheet or found.grid, found.grid, known, header, found.proposals)


def _table(
    found: _Found, terms: TermDates, scope: Scope | None, alike: dict[tuple[str, ...], Alike], agency: str
) -> TableReading:
    known, grid = found.layout, found.grid
    if known is None or known.headings not in alike:
        rows = tuple(_aside(grid)[found.rows.start : found.rows.stop])
        shape = _shape(grid, None)
        return TableReading(
            grid.name, None, (), {}, {}, rows, shape=shape, scope=scope, own_rows=found.rows, agency=agency, sheet=grid
        )
    bare = TableReading(
        name=grid.name,
        header_row=None if known.header is None or found.form else known.header + 1,
        headings=known.headings,
        mapping=found.mapping,
        confidence={column: proposal.confidence for column, proposal in found.proposals.items()},
        rows=(),
        shape=_shape(grid, None if found.form else known.header),
        scope=scope,
        form=found.form,
        own_rows=found.rows,
        agency=agency,
        sheet=grid,
    )
    return _as_planned(bare, planning.plan(found.read, known, found.mapping, terms, beside=alike[known.headings]))


def _headed(found: TableReading, sheet: Grid, choices: Choices) -> TableReading:
    """A table read under the headings that the chair has named, or under none."""
    row = choices.header_row or NO_HEADINGS
    if row > len(sheet.rows):
        return found
    known = layout.headed(sheet, row - 1 if row else None)
    proposals = planning.propose_by_hand(sheet, known)
    mapping = choices.mapping or {column: proposal.field for column, proposal in proposals.items()}
    table = replace(
        found,
        header_row=row or None,
        headings=known.headings,
        mapping=mapping,
        confidence={column: proposal.confidence for column, proposal in proposals.items()},
        form=None,
        shape=_shape(sheet, known.header),
        choices=choices,
        found=found,
    )
    terms = planning.terms_of(found.plan) if found.plan else NO_TERMS
    return _as_planned(table, planning.plan(sheet, known, mapping, terms, choices))


def _as_planned(table: TableReading, planned: Planned) -> TableReading:
    rows = whose_rows.filled(sequence.compared(read_rows(planned.plan), table.scope), planned.plan, table.agency)
    return replace(
        table,
        rows=tuple(table.form.spread(rows) if table.form else rows)[table.own_rows.start : table.own_rows.stop],
        evidence=planned.evidence,
        plan=planned.plan,
        orders=planned.orders,
        clocks=planned.clocks,
    )


def _shape(grid: Grid, header: int | None) -> TableShape:
    areas: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), origin in grid.spans.items():
        bottom, right = areas.get(origin, origin)
        areas[origin] = max(bottom, row), max(right, column)
    return TableShape(
        header=header,
        hidden=grid.hidden,
        hidden_rows=grid.hidden_rows,
        hidden_columns=grid.hidden_columns,
        spans=tuple((*origin, *corner) for origin, corner in areas.items() if origin != corner),
        notes=grid.notes,
    )


def _aside(grid: Grid) -> list[RowReading]:
    """The rows of a sheet that is no chronology: kept as they stand, and none of them an entry."""
    reason = "hidden sheet without a chronology" if grid.hidden else "sheet without a chronology"
    rows = []
    for number, row in enumerate(grid.rows):
        blank = all(is_empty(value) for value in row)
        cells = tuple(as_text(value) for value in row)
        rows.append(
            RowReading(number + 1, cells, Outcome.SKIPPED, "blank row" if blank else reason, hidden=grid.hidden)
        )
    return rows


def _counted(tables: list[TableReading]) -> Counts:
    outcomes = Counter(row.outcome for table in tables for row in table.rows)
    return Counts(outcomes.total(), outcomes[Outcome.IMPORTED], outcomes[Outcome.SKIPPED], outcomes[Outcome.ERROR])


def _glossary(grids: list[Grid], tables: list[TableReading]) -> tuple[tuple[str, str], ...]:
    chronologies = {table.name for table in tables if table.mapping}
    return glossaries.terms_in(grid for grid in grids if len(grids) > 1 and grid.name not in chronologies)


def nothing_found(name: str) -> str:
    """The sentence of a file that gives no entry as it is read by itself."""
    return f"No entries were found in “{name}”. Check that it is the chronology, or choose its columns by hand."


def _problems(name: str, grids: list[Grid], tables: list[TableReading]) -> list[str]:
    found = [f"“{name}”: {remark}" for grid in grids for remark in grid.remarks]
    unworked = sum(grid.unworked for grid in grids)
    if unworked:
        found.append(
            f"“{name}”: {unworked} cells hold formulas that were never worked out; each is kept as it is written."
            " Open the file in Excel and save it, and import that, to have their values."
        )
    pictures = ", ".join(str(page) for grid in grids for page in grid.pictures)
    if pictures:
        found.append(
            f"“{name}”: these pages are pictures, as a scanner makes them, and were not read: {pictures}."
            " Look at them in the file, and ask the agency for what was scanned."
        )
    found += [f"“{name}”: {sentence}" for table in tables for sentence in table.evidence]
    if not _counted(tables).imported:
        found.append(nothing_found(name))
    guidance = {grid.name for grid in grids if planning.is_guidance(grid, len(grids))}
    named = [(table.name, table.rows, table.name in guidance) for table in tables]
    found += unread_tables.sentences(name, named)
    for table in tables:
        hidden = sum(row.hidden for row in table.rows)
        if hidden and table.mapping:
            found.append(
                f"“{name}”: {hidden} of the rows of “{table.name}” were hidden; they were read like the others."
            )
        columns = sorted(table.shape.hidden_columns)
        shown = [table.headings[column] for column in columns if column < len(table.headings)]
        if any(shown):
            names = ", ".join(f"“{heading}”" for heading in shown if heading)
            found.append(f"“{name}”: hidden columns were read like the others: {names}.")
    return list(dict.fromkeys(found))
