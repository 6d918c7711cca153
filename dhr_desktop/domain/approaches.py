"""Whether and how the perpetrator and others were approached."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Through(StrEnum):
    """Through whom somebody was approached."""

    DIRECT = "directly"
    OFFENDER_MANAGER = "offender manager"
    SOLICITOR = "solicitor"
    PRISON = "prison"
    PROBATION = "probation"
    LIAISON_OFFICER = "family liaison officer"
    HOSPITAL = "hospital or clinician"
    OTHER = "somebody else"


class ApproachAnswer(StrEnum):
    """What came of an approach."""

    NOT_YET = "not yet approached"
    WAITING = "waiting for an answer"
    AGREED = "agreed"
    DECLINED = "declined"
    NO_REPLY = "no reply"
    NOT_APPROACHED = "not approached, for a reason"


@dataclass(frozen=True, slots=True)
class Approach:
    """One approach to somebody of the register, or the reason why there was none."""

    id: int
    person_id: int
    on: date | None = None
    through: Through = Through.DIRECT
    through_who: str = ""
    means: str = ""
    answer: ApproachAnswer = ApproachAnswer.NOT_YET
    answered_on: date | None = None
    answer_words: str = ""
    reason: str = ""


def consistent(approach: Approach) -> Approach:
    """The approach with the answer that its other fields give, where none was chosen.

    What has a day was made and waits for an answer; what has a reason and no day was left out for it.
    """
    if approach.answer is not ApproachAnswer.NOT_YET:
        return approach
    if approach.on:
        return replace(approach, answer=ApproachAnswer.WAITING)
    return replace(approach, answer=ApproachAnswer.NOT_APPROACHED) if approach.reason.strip() else approach
