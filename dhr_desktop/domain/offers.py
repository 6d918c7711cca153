"""Opportunities that the guidance gives a stakeholder, and what became of each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dhr_desktop.domain.stakeholders import Group


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One opportunity as an edition of the guidance gives it: data from resources, never typed in code.

    `groups` are those to whom it belongs. `stage` is when it falls due, as the stage's name; `source` where it is said.
    """

    key: str
    name: str
    why: str
    source: str
    groups: tuple[Group, ...]
    stage: str = ""


class OfferAnswer(StrEnum):
    """How far an offer has come."""

    NOT_OFFERED = "not yet offered"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LATER = "considered later"
    DONE = "done"
    NOT_APPLICABLE = "does not apply"


@dataclass(frozen=True, slots=True)
class Offer:
    """What became of one opportunity for one stakeholder. `reason` says why it does not apply or was not offered."""

    id: int
    stakeholder_id: int
    opportunity: str
    answer: OfferAnswer = OfferAnswer.NOT_OFFERED
    offered_on: date | None = None
    means: str = ""
    answered_on: date | None = None
    done_on: date | None = None
    reason: str = ""
    note: str = ""
