"""The order of each generation from left to right: couples together, few lines that cross, the eldest first."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dhr_desktop.domain.genogram.family import Descent, Family
from dhr_desktop.domain.genogram.places import Chain, Widths, placed
from dhr_desktop.domain.people import Sex
from dhr_desktop.domain.relations import Ending

_CROSSING, _OUT_OF_AGE, _MAN_RIGHT, _PARTED = 600.0, 90.0, 30.0, 2.0
_MOST_TRIES = 500
"""A picture of a family is looked at by people; one too large for this is no picture of a family."""
_MOST_PARTNERS_BESIDE = 2

Rows = list[list[Chain]]


def ordered(family: Family, level: Mapping[int, int], widths: Widths) -> Rows:
    """The chains of each generation in their order. It is the same for the same family.

    It is sought from both sides, for no single move turns a whole family round.
    """
    begun = _begun(family, level)
    mirrored = [[chain[::-1] for chain in reversed(row)] for row in begun]
    found = (_sought(family, rows, widths) for rows in (begun, mirrored))
    return min(found, key=lambda each: each[1])[0]


def _sought(family: Family, rows: Rows, widths: Widths) -> tuple[Rows, float]:
    """Move one chain after the other while that makes it better; with what is left to be wished for."""
    tries, best = 0, _cost(family, rows, widths)
    better = True
    while better and tries < _MOST_TRIES:
        better = False
        for row in range(len(rows)):
            for candidate in _moves(rows[row]):
                tries += 1
                changed = [*rows[:row], candidate, *rows[row + 1 :]]
                cost = _cost(family, changed, widths)
                if cost < best - 1e-6:
                    rows, best, better = changed, cost, True
                    break
                if tries >= _MOST_TRIES:
                    return rows, best
    return rows, best


def chains(family: Family, level: Mapping[int, int]) -> list[Chain]:
    """Everyone once, with the partners who can stand at their sides: two at most."""
    beside: dict[int, list[int]] = {person: [] for person in family.by_id}
    end_of = {person: person for person in family.by_id}
    parents = {each.parents for each in family.descents if each.solid}
    for couple in sorted(family.couples, key=lambda each: (each.pair not in parents, _over(each.relation), each.pair)):
        one, other = couple.pair
        full = any(len(beside[each]) == _MOST_PARTNERS_BESIDE for each in couple.pair)
        if full or level[one] != level[other] or end_of[one] == end_of[other]:
            continue
        beside[one].append(other)
        beside[other].append(one)
        kept, gone = end_of[one], end_of[other]
        end_of = {person: kept if group == gone else group for person, group in end_of.items()}
    found, seen = [], set[int]()
    for person in sorted(family.by_id, key=lambda each: (len(beside[each]) > 1, each)):
        if person not in seen:
            chain = tuple(_along(person, beside))
            seen.update(chain)
            found.append(chain)
    return found


def _over(relation: object) -> bool:
    return getattr(relation, "ending", Ending.NONE) is not Ending.NONE


def _along(person: int, beside: Mapping[int, Sequence[int]]) -> Iterator[int]:
    before = None
    here: int | None = person
    while here is not None:
        yield here
        following = [each for each in beside[here] if each != before]
        before, here = here, following[0] if following else None


def _begun(family: Family, level: Mapping[int, int]) -> Rows:
    """From the eldest generation down, each chain where its parents are; the man at the left of a couple."""
    rows: Rows = [[] for _ in range(max(level.values(), default=-1) + 1)]
    for chain in chains(family, level):
        rows[level[chain[0]]].append(_turned(family, chain))
    at: dict[int, int] = {}
    for row in rows:
        keys = {chain: _key(family, chain, at) for chain in row}
        row.sort(key=lambda chain: keys[chain])
        at |= {person: place for place, person in enumerate(person for chain in row for person in chain)}
    return rows


def _key(family: Family, chain: Chain, at: Mapping[int, int]) -> tuple[float, tuple[str, int]]:
    above = [at[each] for person in chain for each in family.parents.get(person, ()) if each in at]
    middle = sum(above) / len(above) if above else float(len(at))
    return middle, min(family.age_key(person) for person in chain)


def _turned(family: Family, chain: Chain) -> Chain:
    return chain[::-1] if _men_right(family, chain) > _men_right(family, chain[::-1]) else chain


def _men_right(family: Family, chain: Chain) -> int:
    sexes = [family.by_id[person].sex for person in chain]
    pairs = pairwise(sexes)
    return sum(left is Sex.FEMALE and right is Sex.MALE for left, right in pairs)


def _moves(row: Sequence[Chain]) -> Iterator[list[Chain]]:
    """The same row with one chain turned round, or standing elsewhere."""
    for place, chain in enumerate(row):
        if len(chain) > 1:
            yield [*row[:place], chain[::-1], *row[place + 1 :]]
        rest = [*row[:place], *row[place + 1 :]]
        for to in range(len(row)):
            if to != place:
                yield [*rest[:to], chain, *rest[to:]]
                if len(chain) > 1:
                    yield [*rest[:to], chain[::-1], *rest[to:]]


def _cost(family: Family, rows: Rows, widths: Widths) -> float:
    x = placed(rows, family.descents, widths)
    row_of = {person: row for row, chains_of in enumerate(rows) for chain in chains_of for person in chain}
    cost = _lengths(family.descents, x) + _CROSSING * _crossings(family.descents, x, row_of)
    for row in rows:
        cost += _MAN_RIGHT * sum(_men_right(family, chain) for chain in row)
    for each in family.descents:
        known = [child for child in each.children if family.by_id[child].born]
        cost += _OUT_OF_AGE * sum(x[one] > x[two] for one, two in pairwise(known))
    beside = {frozenset(pair) for row in rows for chain in row for pair in pairwise(chain)}
    for couple in family.couples:
        if frozenset(couple.pair) not in beside:
            cost += _PARTED * abs(x[couple.pair[0]] - x[couple.pair[1]])
    return cost + sum(abs(x[one] - x[other]) for one, other in family.siblings)


def _lengths(descents: Sequence[Descent], x: Mapping[int, float]) -> float:
    total = 0.0
    for each in descents:
        middle = sum(x[parent] for parent in each.parents) / len(each.parents)
        weight = 1.0 if each.solid else 0.4
        total += weight * sum(abs(x[child] - middle) for child in each.children)
    return total


def _crossings(descents: Sequence[Descent], x: Mapping[int, float], row_of: Mapping[int, int]) -> float:
    """How many lines from parents to children cross, those that are dashed counting less."""
    lines = [
        (row_of[each.parents[0]], sum(x[one] for one in each.parents) / len(each.parents), x[child], place, each.solid)
        for place, each in enumerate(descents)
        for child in each.children
    ]
    total = 0.0
    for at, (row, top, foot, group, solid) in enumerate(lines):
        for other_row, other_top, other_foot, other_group, other_solid in lines[at + 1 :]:
            if row == other_row and group != other_group and (top - other_top) * (foot - other_foot) < 0:
                total += 1.0 if solid and other_solid else 0.35
    return total + _overlaps(descents, x, row_of)


def _overlaps(descents: Sequence[Descent], x: Mapping[int, float], row_of: Mapping[int, int]) -> float:
    """How often the bar of one group of children reaches over that of another."""
    bars = []
    for each in descents:
        places = [*(x[child] for child in each.children), sum(x[one] for one in each.parents) / len(each.parents)]
        bars.append((row_of[each.parents[0]], min(places), max(places)))
    pairs = (
        (one, two)
        for at, one in enumerate(bars)
        for two in bars[at + 1 :]
        if one[0] == two[0] and one[1] < two[2] and two[1] < one[2]
    )
    return 0.3 * sum(1 for _ in pairs)
