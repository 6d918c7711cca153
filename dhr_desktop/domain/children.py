"""Children of the review: what help they were offered, whether and how they could contribute, who cares for them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ChildContribution(StrEnum):
    """Whether a child had the opportunity to contribute."""

    NOT_CONSIDERED = "not yet considered"
    ASKED = "asked"
    CONTRIBUTED = "contributed"
    DECLINED = "declined"
    THROUGH_OTHERS = "through somebody who knows them"
    NOT_ASKED = "not asked, for a reason"


@dataclass(frozen=True, slots=True)
class ChildRecord:
    """What the chair must be able to show for a child of the review; their age comes from the register's dates."""

    id: int
    person_id: int
    living_with: str = ""
    help_offered_on: date | None = None
    help_by: str = ""
    help_kind: str = ""
    help_answer: str = ""
    contribution: ChildContribution = ChildContribution.NOT_CONSIDERED
    asked_on: date | None = None
    asked_by: str = ""
    asked_how: str = ""
    contributed: str = ""
    not_asked_because: str = ""
    safeguarding: str = ""
    safeguarding_told: str = ""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Someone who holds parental responsibility for a child; `holder` says who when they are not in the register."""

    id: int
    child_id: int
    holder_id: int | None = None
    holder: str = ""
    how: str = ""
    since: str = ""
    until: str = ""
