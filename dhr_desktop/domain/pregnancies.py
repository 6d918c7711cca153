"""Pregnancies: when they were, and how they ended. Abuse grows in a pregnancy, so that a review must see them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from dhr_desktop.domain.told_days import in_month, in_year


class Outcome(StrEnum):
    """How a pregnancy ended, in the words of the register."""

    EXPECTED = "a child was expected"
    BORN = "a child was born"
    MISCARRIAGE = "miscarriage"
    STILLBIRTH = "stillbirth"
    TERMINATION = "termination"
    NOT_KNOWN = "not known how it ended"


_LOSSES = frozenset({Outcome.MISCARRIAGE, Outcome.STILLBIRTH, Outcome.TERMINATION})
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
    def told_in_years(self) -> bool:
        """Whether it may have led to a birth, of which an anonymised edition gives the year alone.

        Of a loss it gives month and year, as of a death: see `told_days`.
        """
        return self.outcome not in _LOSSES

    @property
    def without_days(self) -> "Pregnancy":
        """As it may be shown where people go by pseudonyms: without its days, and of a birth without its months."""
        told = in_year if self.told_in_years else in_month
        return replace(self, began=told(self.began), expected=told(self.expected), ended=told(self.ended))

    @property
    def known_at(self) -> str:
        """The date by which it takes its place among the children: the end, or else what comes nearest to it."""
        return self.ended or self.expected or self.began


def ends(pregnancies: Iterable[Pregnancy], *, told_in_years: bool) -> list[str]:
    """The days on which pregnancies ended, of those whose day is told as that of a birth, or of the others.

    A child that was born may stand in the register without its birth, and one that was lost stands in none.
    """
    return [each.ended for each in pregnancies if each.told_in_years is told_in_years]
