"""The log of contacts with stakeholders, and what was promised in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Means(StrEnum):
    """How a contact was made."""

    LETTER = "letter"
    BY_HAND = "letter by hand"
    TELEPHONE = "telephone"
    TEXT = "text message"
    EMAIL = "e-mail"
    VIDEO = "video call"
    HOME = "home visit"
    MEETING = "meeting"
    THROUGH = "through somebody else"
    OTHER = "other"


class Direction(StrEnum):
    """From which side a contact came."""

    TO = "to them"
    FROM = "from them"


class Reached(StrEnum):
    """Whether a contact reached them; an attempt that was not answered counts as an attempt."""

    YES = "reached"
    NO = "not answered"
    WAITING = "waiting for an answer"


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact or attempt. `by` is who made it, `means_words` what the means does not say ('through the prison')."""

    id: int
    on: date
    means: Means
    time: str = ""
    means_words: str = ""
    direction: Direction = Direction.TO
    reached: Reached = Reached.YES
    by: str = ""
    purpose: str = ""
    said: str = ""
    outcome: str = ""
    minutes: int = 0
    next_on: date | None = None
    next_words: str = ""


@dataclass(frozen=True, slots=True)
class ContactWith:
    """That a stakeholder had part in a contact. Several may, as when a mother and a sister are visited together."""

    id: int
    contact_id: int
    stakeholder_id: int


@dataclass(frozen=True, slots=True)
class Promise:
    """What the chair has promised somebody. It is a task until `done_on`."""

    id: int
    words: str
    stakeholder_id: int | None = None
    contact_id: int | None = None
    due_on: date | None = None
    done_on: date | None = None
    note: str = ""
