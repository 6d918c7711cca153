"""Joins the lines of one agency's log of one thing, so that they are compared as the one account they are."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import reduce
from operator import or_

from dhr_desktop.timeline.same_event.facts import Facts

_CLOSE = 15
_LATE = 2
"""Days after which a record of what happened is late: whoever was called or told overnight writes on the next."""
_HALF_A_DAY = 12 * 60
_SOME, _ALL = 0.3, 1.0


@dataclass(slots=True, eq=False)
class Account:
    """What one agency's lines tell of one thing; mostly a single entry."""

    lines: list[Facts]
    agency: int
    bit: int
    days: frozenset[int]
    """The days it is certain of; empty where it has none."""
    first: int
    last: int
    reported: frozenset[int]
    told: frozenset[int]
    """Days that its words name beside its own."""
    moments: tuple[int, ...]
    at: tuple[int, ...]
    parts: tuple[tuple[float, float], ...]
    tokens: frozenset[str]
    houses: frozenset[str]
    names: int
    from_others: bool
    heard: bool
    of_another: bool
    afterwards: bool
    rare: frozenset[int] = frozenset()
    """Its tokens that are rare enough to count, by number."""
    meetings: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    """What it tells of that happens once in a life."""
    late_from_nobody: bool = False
    """Written days after its day, and naming no other agency from which it could have heard."""
    holds: int = 0
    """Of what signs may be found in it, as bits: see `signs.HELD`."""
    width: int = 1
    """How many days it may be."""

    def __post_init__(self) -> None:
        """Reckon the width, and who could have told it what it tells late."""
        late = bool(self.days and self.reported) and min(self.reported) - self.last >= _LATE
        self.late_from_nobody = late and not self.from_others
        self.width = 1 if self.days else self.last - self.first + 1


def accounts_of(facts: Sequence[Facts], bits: dict[int, int], apart: Collection[frozenset[int]]) -> list[Account]:
    """The accounts of facts that stand in the order of their files. What has no known day is left out.

    Entries of which a pair is in `apart` are not joined.
    """
    found: list[Account] = []
    for lines in _joined([one for one in facts if one.first is not None]):
        ids = {line.entry.id for line in lines}
        whole = not any(pair <= ids for pair in apart)
        found.extend(_account(part, bits) for part in ([lines] if whole else [[line] for line in lines]))
    return found


def _joined(facts: list[Facts]) -> list[list[Facts]]:
    of_file: dict[tuple[int, int], list[Facts]] = defaultdict(list)
    for one in facts:
        of_file[one.entry.submission_id or 0, one.entry.agency_id].append(one)
    return [lines for file in of_file.values() for lines in _lines_of_logs(file)]


def _lines_of_logs(file: list[Facts]) -> list[list[Facts]]:
    """Rows under one reference within a day, rows that leave empty what the row above gives, rows minutes apart.

    Unless each of two opens a contact of its own.
    """
    counts = Counter(heading for one in file for heading in one.kinds_given)
    kinds = {heading for heading, count in counts.items() if _SOME * len(file) <= count < _ALL * len(file)}
    group: dict[int, list[Facts]] = {}
    last_under: dict[str, Facts] = {}
    above: Facts | None = None
    found: list[list[Facts]] = []
    for one in file:
        under = (last_under[number] for number in sorted(one.numbers) if number in last_under)
        before = next((other for other in under if _near(other, one) and not _opens_anew(other, one, kinds)), None)
        if before is None and above is not None and _goes_on(above, one, kinds, len(group[id(above)]) > 1):
            before = above
        if before is None:
            group[id(one)] = [one]
            found.append(group[id(one)])
        else:
            group[id(one)] = group[id(before)]
            group[id(one)].append(one)
        last_under.update(dict.fromkeys(one.numbers, one))
        above = one
    return found


def _goes_on(above: Facts, one: Facts, kinds: set[str], above_is_joined: bool) -> bool:
    if one.of_another:
        return False
    opens = bool(kinds & one.kinds_given)
    if kinds and not opens and (kinds & above.kinds_given or above_is_joined) and _near(above, one):
        return True
    numbered = above.numbers and one.numbers  # and not one number, or they would be joined already
    new = _opens_anew(above, one, kinds)
    return above.at is not None and one.at is not None and abs(above.at - one.at) <= _CLOSE and not numbered and not new


def _opens_anew(above: Facts, one: Facts, kinds: AbstractSet[str]) -> bool:
    """Whether both rows say of what kind they are, in a file whose rows that go on with another do not.

    One reference may run over many contacts: that of a crime stands on the custody record, each call to the victim
    and each to a witness.
    """
    return bool(kinds & one.kinds_given and kinds & above.kinds_given)


def _near(one: Facts, other: Facts) -> bool:
    """Whether two rows stand within half a day, or on one day where no hour says."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return False
    gap = max(0, other.first - one.last, one.first - other.last)
    if one.reported is not None and other.reported is not None:
        written = abs(one.reported - other.reported)
    else:
        written = abs(one.first - other.first)
    if gap > 1 or written > 1:
        return False
    if one.written is not None and other.written is not None:
        return abs(one.written - other.written) <= _HALF_A_DAY
    return gap == 0 and written == 0


def _account(lines: list[Facts], bits: dict[int, int]) -> Account:
    if len(lines) == 1:
        return _single(lines, bits)
    days = frozenset(line.day for line in lines if line.day is not None)
    first = min(line.first for line in lines if line.first is not None)
    last = max(line.last for line in lines if line.last is not None)
    agency = lines[0].entry.agency_id
    return Account(
        lines,
        agency,
        bits[agency],
        days=days,
        first=min(days, default=first),
        last=max(days, default=last),
        reported=frozenset(line.reported for line in lines if line.reported is not None),
        told=frozenset().union(*(line.told for line in lines)) - days,
        moments=tuple(sorted({moment for line in lines for moment in line.moments})),
        at=tuple(sorted({line.at for line in lines if line.at is not None})),
        parts=tuple(part for line in lines for part in line.parts),
        tokens=frozenset().union(*(line.tokens for line in lines)),
        houses=frozenset().union(*(line.houses for line in lines)),
        names=reduce(or_, (line.names for line in lines)),
        from_others=any(line.from_others for line in lines),
        heard=any(line.heard for line in lines),
        of_another=any(line.of_another for line in lines),
        afterwards=any(line.afterwards for line in lines),
    )


def _single(lines: list[Facts], bits: dict[int, int]) -> Account:
    """The account that is one entry, as nearly all are, without the work of putting several together."""
    (line,) = lines
    days = frozenset() if line.day is None else frozenset((line.day,))
    return Account(
        lines,
        line.entry.agency_id,
        bits[line.entry.agency_id],
        days=days,
        first=line.first or 0,
        last=line.last or 0,
        reported=frozenset() if line.reported is None else frozenset((line.reported,)),
        told=line.told - days,
        moments=line.moments,
        at=() if line.at is None else (line.at,),
        parts=line.parts,
        tokens=line.tokens,
        houses=line.houses,
        names=line.names,
        from_others=line.from_others,
        heard=line.heard,
        of_another=line.of_another,
        afterwards=line.afterwards,
    )
