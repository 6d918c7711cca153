"""What is found: what accounts say, and where they say it differently."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dhr_desktop.domain.events import Differs


@dataclass(frozen=True, slots=True)
class Said:
    """What one entry says on one matter.

    `field` is the field of `domain.entries.Entry` it stands in, 'other:' and a heading for a column without one;
    `start` and `end` mark the words in it, both 0 for the field as a whole. `words` are the entry's own. `matter` and
    `about` say what it is about ('arrest', 'wrist') and of whom ('victim'), `value` what is said of it: these are
    compared and never shown.
    """

    entry_id: int
    agency_id: int
    field: str
    start: int
    end: int
    words: str
    value: str
    matter: str = ""
    about: str = ""

    @property
    def reading(self) -> str:
        """What the words mean: of a day or an hour the day or hour itself, of anything else the words."""
        return self.value if self.matter in _READ else self.words


_READ = frozenset({"date", "time"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of difference between the accounts of one event, with what each says, in the order of the timeline."""

    event_id: int
    kind: Differs
    said: tuple[Said, ...]
    accounts: dict[int, str] = field(hash=False, compare=False, default_factory=dict)
    """The words of each entry that says something, by its id: what a decision is made on."""


Against = Callable[[Said, Said], bool]
"""Whether what two accounts say cannot both be so."""


def difference(event_id: int, kind: Differs, said: Iterable[Said]) -> Difference | None:
    """A difference of what was found; None where nothing was."""
    every = tuple(dict.fromkeys(said))
    ones = tuple(one for one in every if not any(_within(one, other) for other in every))
    if not ones:
        return None
    words: dict[int, list[str]] = {}
    for one in ones:
        words.setdefault(one.entry_id, []).append(one.words)
    return Difference(event_id, kind, ones, {entry: " … ".join(dict.fromkeys(each)) for entry, each in words.items()})


def _within(one: Said, other: Said) -> bool:
    """Whether a quotation is but a part of another: 'Alfie awake' of 'Alfie awake and crying'."""
    same = (one.entry_id, one.field, one.matter, one.about) == (other.entry_id, other.field, other.matter, other.about)
    wider = other.end - other.start > one.end - one.start
    return same and wider and other.start <= one.start and one.end <= other.end and one.end > 0


def opposed(said: Sequence[Said], against: Against) -> list[Said]:
    """Those of what is said that another agency contradicts, in their order.

    An agency that says both things does not contradict one that says either: its lines tell of one time and another.
    """
    found: set[int] = set()
    for place, one in enumerate(said):
        for other_place in range(place + 1, len(said)):
            other = said[other_place]
            if one.agency_id == other.agency_id or not against(one, other):
                continue
            if not _says_too(said, one, other, against) and not _says_too(said, other, one, against):
                found |= {place, other_place}
    return [said[place] for place in sorted(found)]


def _says_too(said: Sequence[Said], one: Said, other: Said, against: Against) -> bool:
    """Whether the agency of `one` also says what `other` says."""
    return any(each.agency_id == one.agency_id and against(each, one) and not against(each, other) for each in said)
