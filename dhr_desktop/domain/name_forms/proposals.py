"""A written form with the person whose it seems to be, why, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from dhr_desktop.domain.identifiers import IdentifierKind
from dhr_desktop.domain.name_forms.passages import Place
from dhr_desktop.domain.people import FormKind


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form of a name, or with `identifier` something else that points at a person.

    `person_id` is 0 for somebody who is not in the register: `whom` says how the records call them, and `figure` is one
    number for all that is proposed of them. `sure` is from 0 to 1. `ambiguous` forms may mean several people, or a
    word: they are asked at each place. `also` are other people of the register whose the form may be. `follows` says
    that the program derives the form from the name that the register has, so that it needs no entering.
    """

    form: str
    person_id: int
    whom: str
    figure: int
    kind: FormKind = FormKind.FULL
    identifier: IdentifierKind | None = None
    sure: float = 0.0
    reasons: tuple[str, ...] = ()
    ambiguous: bool = False
    follows: bool = False
    also: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def times(self) -> int:
        """How often it stands in the records."""
        return len(self.places)

    @property
    def agencies(self) -> int:
        """In how many agencies' records it stands."""
        return len({place.agency_id for place in self.places})


def why(proposal: Proposal) -> str:
    """The reasons as one line: 'sounds like Anne; 14 times, in the records of 3 agencies'."""
    times = "once" if proposal.times == 1 else f"{proposal.times} times"
    where = "" if proposal.agencies < 2 else f", in the records of {proposal.agencies} agencies"  # noqa: PLR2004 - several
    return "; ".join([*proposal.reasons, f"{times}{where}"])


def in_order(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The surest first for each person, people together, the register's before others."""
    first: dict[int, int] = {}
    for each in proposals:
        first[each.figure] = max(first.get(each.figure, 0), each.times)
    return sorted(
        proposals,
        key=lambda each: (
            not each.person_id,
            -first[each.figure],
            each.figure,
            bool(each.identifier),
            -each.sure,
            -each.times,
            each.form,
        ),
    )
