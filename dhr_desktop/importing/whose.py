"""Settles whose a file is, and whose the rows of each of its tables are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dhr_desktop.importing import agency_columns, agency_names, agency_words
from dhr_desktop.importing.agency_columns import Known
from dhr_desktop.importing.agency_names import Above
from dhr_desktop.importing.columns import Proposal
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid
from dhr_desktop.importing.layout import Layout

_COVER_ROWS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One table with its sheet. `layout` is None where it holds no chronology; `header` counts in the sheet from 0."""

    read: Grid
    sheet: Grid
    own: Grid
    """The sheet with the cells of its other tables empty."""
    layout: Layout | None
    header: int | None
    proposals: dict[int, Proposal]
    agency: str = ""
    """The agency that is stated for the table, where the tables of the file are of several."""


class Whose:
    """What a file says of the agency that it is from, and of those that its tables and rows are of."""

    def __init__(self, file_name: str, parts: Sequence[Part]) -> None:
        above = list(_above(parts))
        stated = _stated(parts)
        self._is_stated = any(agency_names.stated_in(each) for each in above)
        self.guess = agency_names.guess(file_name, above)
        known = Known(
            agency=self.guess,
            names=(Path(file_name).stem.replace("_", " "), *(part.sheet.name for part in parts if part.layout)),
            titles=tuple(line for each in above for line in _lines(each)),
        )
        several = len({agency_words.key(name) for name in stated if name}) > 1
        self.parts = [
            replace(part, proposals=proposals, agency=agency if several else "")
            for part, proposals, agency in zip(parts, _settled(parts, known), stated, strict=True)
        ]

    def by_rows(self, said: Counter[str]) -> str:
        """The agency that the file is guessed to be from, when its rows have been read and `said` whose they are."""
        spelt: dict[str, str] = {}
        named: Counter[str] = Counter()
        for words, number in said.items():
            name = "" if agency_words.says_nothing(words) else " ".join(words.split())
            named[spelt.setdefault(agency_words.key(name), name)] += number
        return agency_names.by_rows(self.guess, named, stated=self._is_stated)


def _above(parts: Sequence[Part]) -> Iterable[Above]:
    """What stands above each chronology, once for a sheet; and the sheets before the first one, as covers."""
    begun = False
    sheets: list[Grid] = []
    for part in parts:
        begun = begun or part.layout is not None
        if any(part.sheet is each for each in sheets) or (part.layout is None and begun):
            continue
        sheets.append(part.sheet)
        if part.layout is None:
            yield Above(part.sheet.name, part.sheet.context, part.sheet.rows[:_COVER_ROWS], cover=True)
        else:
            rows = agency_names.rows_above(part.sheet.rows, part.header)
            yield Above(part.sheet.name, part.sheet.context, rows)


def _stated(parts: Sequence[Part]) -> list[str]:
    """The agency stated for each table: right above it, or above another one before it on its sheet."""
    found: list[str] = []
    for place, part in enumerate(parts):
        name = ""
        if part.layout is not None:
            for grid in (part.own, part.sheet):
                rows = agency_names.rows_above(grid.rows, part.header)
                name = name or agency_names.stated_in(Above(grid.name, grid.context, rows))
            if not name and place and parts[place - 1].sheet is part.sheet:
                name = found[-1]
        found.append(name)
    return found


def _lines(above: Above) -> Iterable[str]:
    yield from above.context
    for row in above.rows:
        yield from (value for value in row if isinstance(value, str))


def _settled(parts: Sequence[Part], known: Known) -> list[dict[int, Proposal]]:
    """The proposals of each table, its columns of agencies looked at with those of all tables headed alike."""
    cells: dict[tuple[tuple[str, ...], int], list[str]] = defaultdict(list)
    for part in parts:
        for column in _of_agencies(part):
            if part.layout is not None:
                below = 0 if part.layout.header is None else part.layout.header + 1
                cells[part.layout.headings, column].extend(agency_columns.words_of(part.read, column, below))
    found = []
    for part in parts:
        columns = _of_agencies(part)
        if part.layout is None or not columns:
            found.append(part.proposals)
            continue
        headings = part.layout.headings
        theirs = {column: cells[headings, column] for column in columns}
        found.append(agency_columns.settled(part.proposals, headings, theirs, known))
    return found


def _of_agencies(part: Part) -> list[int]:
    return [column for column, proposal in part.proposals.items() if proposal.field is Field.AGENCY]
