"""Key dates: the days by which a reader finds the way through a review, such as a separation or an arrest."""

from dataclasses import dataclass
from enum import StrEnum

from dhr_desktop.domain.dates import UNKNOWN_TEXT, EdtfDate, parse
from dhr_desktop.domain.reviews import ReviewFacts


class KeyKind(StrEnum):
    """What a key date is about. The last three are known from the facts of the review and are never set by hand."""

    SEPARATION = "separation"
    PREGNANCY = "pregnancy"
    BIRTH = "birth"
    ARREST = "arrest"
    COURT = "court"
    MOVE = "move"
    OTHER = "other"
    DEATH = "death"
    SCOPE_FROM = "scope from"
    SCOPE_TO = "scope to"


OF_THE_FACTS = frozenset({KeyKind.DEATH, KeyKind.SCOPE_FROM, KeyKind.SCOPE_TO})
"""Kinds that the facts of the review give."""


@dataclass(frozen=True, slots=True)
class KeyDate:
    """One key date: EDTF, and the chair's words for it. `id` is 0 until the store has given one."""

    id: int
    date_edtf: str
    words: str
    kind: KeyKind = KeyKind.OTHER

    @property
    def when(self) -> EdtfDate:
        """The date with its bounds."""
        return parse(self.date_edtf or UNKNOWN_TEXT)


def of_facts(known: ReviewFacts) -> list[KeyDate]:
    """The key dates that the facts of a review give: its scope, and the death. Their id is 0."""
    given = (
        (known.scope_from, "Review from", KeyKind.SCOPE_FROM),
        (known.scope_to, "Review to", KeyKind.SCOPE_TO),
        (known.died_on, "Death", KeyKind.DEATH),
    )
    return [KeyDate(0, day, words, kind) for day, words, kind in given if day]
