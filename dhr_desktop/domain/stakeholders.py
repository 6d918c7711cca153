"""Stakeholders: those whom the guidance asks the chair to involve, and how each wishes to be.

The guidance calls the family key stakeholders, and asks for friends, colleagues and, where possible, the perpetrator's
family as well (December 2016, section 6). What a chair must keep in mind before lifting the telephone is here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Group(StrEnum):
    """As whom a stakeholder is approached; which leaflet and which offers are theirs hangs on it."""

    FAMILY = "family"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    EMPLOYER = "employer"
    NEIGHBOUR = "neighbour"
    PERPETRATORS_FAMILY = "the perpetrator's family"
    PERPETRATOR = "the perpetrator"
    OTHER = "other"


class Involvement(StrEnum):
    """What a stakeholder has said of taking part."""

    NOT_ASKED = "not yet asked"
    NO_REPLY = "no reply"
    UNDECIDED = "undecided"
    LATER = "later"
    INVOLVED = "wishes to be involved"
    NOT = "does not wish to be involved"


class Consent(StrEnum):
    """The answer to one thing that needs somebody's leave, such as a photograph."""

    NOT_ASKED = "not asked"
    GIVEN = "given"
    DECLINED = "declined"
    NO_REPLY = "no reply"
    NOT_APPLICABLE = "not applicable"


class Standing(StrEnum):
    """A stakeholder's place in the criminal case, on which it hangs when and through whom they may be approached."""

    NOT_KNOWN = "not known"
    NONE = "none"
    WITNESS = "witness"
    SUSPECT = "suspect or defendant"


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """How somebody of the register is to be involved. `update_days` is how often they wish to hear, 0 for no rule."""

    id: int
    person_id: int
    group: Group
    relation: str = ""
    next_of_kin: bool = False
    preferred_name: str = ""
    means: str = ""
    hours: str = ""
    avoid_means: str = ""
    language: str = ""
    interpreter: str = ""
    access_needs: str = ""
    caution: str = ""
    liaison_officer: str = ""
    liaison_force: str = ""
    liaison_contact: str = ""
    standing: Standing = Standing.NOT_KNOWN
    restricted_until: str = ""
    officer_consulted_on: date | None = None
    officer_answer: str = ""
    involvement: Involvement = Involvement.NOT_ASKED
    involvement_words: str = ""
    asked_on: date | None = None
    ask_again_on: date | None = None
    update_days: int = 0
    not_to_hear: str = ""
    contribute: Consent = Consent.NOT_ASKED
    contribute_words: str = ""
    photograph: Consent = Consent.NOT_ASKED
    tribute: Consent = Consent.NOT_ASKED


class AdvocacyAnswer(StrEnum):
    """What a stakeholder answered when an advocate was offered."""

    NONE = ""
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LATER = "considered later"
    NO_REPLY = "no reply"


@dataclass(frozen=True, slots=True)
class Advocacy:
    """Specialist and expert advocacy for one stakeholder: offered, answered, begun."""

    id: int
    stakeholder_id: int
    service: str
    advocate: str = ""
    contact: str = ""
    signposted_on: date | None = None
    offered_on: date | None = None
    answer: AdvocacyAnswer = AdvocacyAnswer.NONE
    answered_on: date | None = None
    answer_words: str = ""
    began_on: date | None = None
    ended_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something a stakeholder has asked for, and what became of it."""

    id: int
    stakeholder_id: int
    words: str
    said_on: date | None = None
    answer: str = ""
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class NotToBeTold:
    """Something that somebody must not learn from the chair. `of_id` is who asked for it, where one did."""

    id: int
    stakeholder_id: int
    what: str
    why: str = ""
    of_id: int | None = None


@dataclass(frozen=True, slots=True)
class DateToAvoid:
    """A day on or near which nobody should hear from the review. `stakeholder_id` is None when it holds for everyone.

    `day` is an ISO day, or '--MM-DD' for one of every year (ISO 8601:2000's form without a year, kept because EDTF has
    none). `until` is the last day of a stretch (a trial) or ''. `near` is how many days before and after count as near.
    """

    id: int
    stakeholder_id: int | None
    day: str
    why: str
    until: str = ""
    near: int = 3
