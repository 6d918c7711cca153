"""The ruled tables of one page with the words of their cells, and the words that stand in none."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_desktop.importing import limits, open_tables, page_rules
from dhr_desktop.importing.page_rules import Cell
from dhr_desktop.importing.page_words import PrintedPage, Word, Words, lines_of, parted_at, said, without_soft_hyphens

_LEAST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table's columns' left edges, its cells' words with their line breaks, and where it begins and ends."""

    edges: list[float]
    rows: list[list[str | None]]
    top: float
    bottom: float


def parted(page: PrintedPage) -> tuple[list[PageTable], Words]:
    """The tables of the page with the words in them, and all other words. Each word is in one of the two, once."""
    if len(page.upright) + len(page.level) > limits.MOST_RULES or not page.level:
        return [], page.words
    upright, level = page_rules.joined(page.upright), page_rules.joined(page.level)
    if len(upright) * len(level) > limits.MOST_CROSSINGS:
        return [], page.words
    upright = page_rules.joined([*upright, *open_tables.columns_between(upright, level, page.words)])
    upright, level = open_tables.with_borders(upright, level)
    tables, rest = [], page.words
    for cells in page_rules.tables_in(upright, level):
        cells = open_tables.with_words_beside(cells, rest)  # noqa: PLW2901 - the same cells, completed
        if len({cell[0] for cell in cells}) < _LEAST_COLUMNS:
            continue
        inside, outside = _shared_out(cells, rest)
        if inside:
            tables.append(_table(cells, inside))
            rest = outside
    return tables, rest


def _shared_out(cells: Sequence[Cell], words: Words) -> tuple[dict[Cell, Words], Words]:
    """The words of each cell, and those in none; a word that a border parts goes to both its sides."""
    bands: dict[tuple[float, float], list[Cell]] = defaultdict(list)
    for cell in cells:
        bands[cell[1], cell[3]].append(cell)
    inside: dict[Cell, Words] = defaultdict(list)
    outside: Words = []
    for word in words:
        row = [cell for (top, bottom), row in bands.items() if top <= word.middle < bottom for cell in row]
        for part in _parts(word, sorted({edge for cell in row for edge in (cell[0], cell[2])})):
            homes = [cell for cell in row if cell[0] <= part.centre < cell[2]]
            (inside[min(homes, key=_size)] if homes else outside).append(part)
    return inside, outside


def _size(cell: Cell) -> float:
    return (cell[2] - cell[0]) * (cell[3] - cell[1])


def _parts(word: Word, edges: Sequence[float]) -> Iterator[Word]:
    for edge in edges[bisect_right(edges, word.start) :]:
        if edge >= word.end:
            break
        two = parted_at(word, edge)
        if two:
            yield two[0]
            word = two[1]
    yield word


def _table(cells: Sequence[Cell], inside: dict[Cell, Words]) -> PageTable:
    edges = sorted({cell[0] for cell in cells})
    rows: dict[float, dict[float, Cell]] = defaultdict(dict)
    for cell in cells:
        rows[cell[1]][cell[0]] = cell
    return PageTable(
        edges=[round(edge, 1) for edge in edges],
        rows=[[_text(row.get(edge), inside) for edge in edges] for _, row in sorted(rows.items())],
        top=min(cell[1] for cell in cells),
        bottom=max(cell[3] for cell in cells),
    )


def _text(cell: Cell | None, inside: dict[Cell, Words]) -> str | None:
    if cell is None:
        return None
    return without_soft_hyphens("\n".join(said(line) for line in lines_of(inside.get(cell, ()))))
