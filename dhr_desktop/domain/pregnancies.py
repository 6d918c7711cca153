"""Pregnancies: when they were, and how they ended. Abuse grows in a pregnancy, so that a review must see them."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a pregnancy ended, in the words of the register."""

    EXPECTED = "a child was expected"
    BORN = "a child was born"
    MISCARRIAGE = "miscarriage"
    STILLBIRTH = "stillbirth"
    TERMINATION = "termination"
    NOT_KNOWN = "not known how it ended"


OF_A_BIRTH = frozenset({Outcome.BORN, Outcome.STILLBIRTH})
"""Those that end with a day by which somebody is known, as a birth in the register is."""
DRAWN = frozenset(Outcome) - {Outcome.BORN}
"""Those with a sign of their own in the family picture; a child that was born is in it as a person."""


@dataclass(frozen=True, slots=True)
class Pregnancy:
    """One pregnancy of somebody of the register. Dates are EDTF text or ''. `id` is 0 until the store has given one.

    `other_id` is the other parent, where they are known and in the register. `expected` is the day that was reckoned
    for the birth, `ended` that of the birth or the loss.
    """

    id: int
    person_id: int
    other_id: int | None = None
    outcome: Outcome = Outcome.EXPECTED
    began: str = ""
    expected: str = ""
    ended: str = ""
    note: str = ""

    @property
    def known_at(self) -> str:
        """The date by which it takes its place among the children: the end, or else what comes nearest to it."""
        return self.ended or self.expected or self.began
