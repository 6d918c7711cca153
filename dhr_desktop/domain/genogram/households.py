"""The dashed boundaries of households, about those who lived there on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_desktop.domain.genogram.family import Family, day_of
from dhr_desktop.domain.genogram.layout import HALF, Cell, Layout
from dhr_desktop.domain.picture.frame import Type
from dhr_desktop.domain.picture.shapes import Ink, Measure, Shape, Strokes, Words, cut
from dhr_desktop.domain.relations import HouseholdMember

_AIR, _STEP = 7.0, 3.0
_HEAD = 8.0


@dataclass(frozen=True, slots=True)
class _Run:
    """Members who stand beside one another in a generation."""

    row: int
    left: float
    right: float
    top: float
    bottom: float


def lives_there(member: HouseholdMember, on: str) -> bool:
    """Whether somebody's time in a household includes a day (ISO); without one, whether it has no end."""
    since, until = day_of(member.since), day_of(member.until)
    if not on:
        return not member.until
    return (not since or since <= on) and (not until or until > on or until == on)


def outlines(family: Family, layout: Layout, letters: Type, measure: Measure, on: str) -> Iterator[Shape]:
    """Each household with its name."""
    for place, household in enumerate(family.households):
        inside = {
            each.person_id
            for each in family.members
            if each.household_id == household.id and each.person_id in layout.cells and lives_there(each, on)
        }
        inside |= {key for key, one in family.unborn.items() if one.person_id in inside and key in layout.cells}
        named = False
        for piece in _pieces(layout, inside, place * _STEP % (2 * _AIR), letters.line):
            yield Strokes(Ink("muted"), _outline(piece), 1.0, dashed=True)
            if not named:
                named = True
                last = piece[-1]
                words = cut(household.name, last.right - last.left - 8, measure)
                yield Words(Ink("muted"), last.left + 4, last.bottom - letters.line + letters.ascent - 2, words)


def _pieces(layout: Layout, inside: set[int], wider: float, foot: float) -> list[list[_Run]]:
    """Runs of members that lie under one another are one piece."""
    pieces: list[list[_Run]] = []
    for row, chains in enumerate(layout.rows):
        cells = [layout.cells[person] for chain in chains for person in chain]
        open_pieces = [piece for piece in pieces if piece[-1].row == row - 1]
        for run in _runs(cells, inside, row, wider, foot):
            above = next((p for p in open_pieces if p[-1].left < run.right and p[-1].right > run.left), None)
            if above is None:
                pieces.append([run])
            else:
                open_pieces.remove(above)
                above.append(run)
    return pieces


def _runs(cells: Sequence[Cell], inside: set[int], row: int, wider: float, foot: float) -> Iterator[_Run]:
    run: list[Cell] = []
    for cell in [*cells, None]:
        if cell is not None and cell.person_id in inside:
            run.append(cell)
        elif run:
            air = _AIR + wider / 2
            yield _Run(
                row,
                run[0].x - run[0].width / 2 - air,
                run[-1].x + run[-1].width / 2 + air,
                run[0].y - HALF - _HEAD - wider / 2,
                max(each.bottom for each in run) + 3 + foot + wider / 2,
            )
            run = []


def _outline(piece: Sequence[_Run]) -> list[tuple[float, float, float, float]]:
    """The outline of boxes that stand on one another."""
    first, last = piece[0], piece[-1]
    lines = [(first.left, first.top, first.right, first.top), (last.left, last.bottom, last.right, last.bottom)]
    for at, run in enumerate(piece):
        foot = piece[at + 1].top if at + 1 < len(piece) else run.bottom
        lines += [(run.left, run.top, run.left, foot), (run.right, run.top, run.right, foot)]
        if at + 1 < len(piece):
            below = piece[at + 1]
            for one, other in ((run.left, below.left), (run.right, below.right)):
                if one != other:
                    lines.append((min(one, other), foot, max(one, other), foot))
    return lines
