"""Orders to begin from: every generation by the middles of those above and below it, from several sides.

What is sought chain by chain ends in the first valley it comes to. So it begins from many orders: from each way in
which the couples can be turned round, and in each everyone goes to where their parents and children are (barycentres).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.places import Chain

_MOST_TURNED = 5
_SWEEPS = 3


def begun_from(family: Family, rows: Sequence[Sequence[Chain]]) -> Iterator[list[list[Chain]]]:
    """The given order, and those that come of turning its couples round; the longest chains are turned."""
    yield [list(row) for row in rows]
    near = neighbours(family)
    several = sorted((chain for row in rows for chain in row if len(chain) > 1), key=lambda chain: (-len(chain), chain))
    turned = several[:_MOST_TURNED]
    for ways in product((False, True), repeat=len(turned)):
        round_about = {chain for chain, way in zip(turned, ways, strict=True) if way}
        made = [[chain[::-1] if chain in round_about else chain for chain in row] for row in rows]
        yield _swept(made, near)


def followed(rows: Sequence[list[Chain]], row: int, near: Mapping[int, Sequence[int]]) -> list[list[Chain]]:
    """The generations above and below a row brought to where those of that row now are, as a branch moves as one."""
    made = list(rows)
    for way in (range(row + 1, len(made)), range(row - 1, -1, -1)):
        for other in way:
            made[other] = _by_middles(made, other, near)
    return made


def _swept(rows: list[list[Chain]], near: Mapping[int, Sequence[int]]) -> list[list[Chain]]:
    for _ in range(_SWEEPS):
        for way in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
            for row in way:
                rows[row] = _by_middles(rows, row, near)
    return rows


def _by_middles(rows: Sequence[Sequence[Chain]], row: int, near: Mapping[int, Sequence[int]]) -> list[Chain]:
    """A row with each chain where those are who belong to it in other rows; all others stay about where they are."""
    at: dict[int, float] = {}
    for each in rows:
        people = _people(each)
        long = max(1, len(people))
        at |= {person: place / long for place, person in enumerate(people)}
    own = set(_people(rows[row]))

    def middle(chain: Chain) -> float:
        found = [at[other] for person in chain for other in near.get(person, ()) if other not in own]
        return sum(found) / len(found) if found else at[chain[0]]

    return sorted(rows[row], key=middle)


def _people(row: Sequence[Chain]) -> list[int]:
    return [person for chain in row for person in chain]


def neighbours(family: Family) -> dict[int, list[int]]:
    """The parents and children of each."""
    found: dict[int, list[int]] = {}
    for each in family.descents:
        for parent in each.parents:
            for child in each.children:
                found.setdefault(parent, []).append(child)
                found.setdefault(child, []).append(parent)
    return found
