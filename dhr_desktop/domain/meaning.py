"""What the chair makes of entries: how much they matter, what they show, and what they bear on."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Significance(IntEnum):
    """How much an entry matters to the review. `UNREAD` is an entry nobody has judged yet."""

    UNREAD = 0
    ROUTINE = 1
    RELEVANT = 2
    KEY = 3


class Mark(StrEnum):
    """A thing an entry shows, by the name of its field in `domain.entries.Entry`."""

    VOICE = "voice_of_victim"
    GOOD_PRACTICE = "good_practice"
    MISSED = "missed_opportunity"
    DISTRESSING = "distressing"


class Inclusion(StrEnum):
    """A document an entry goes into, by the name of its field in `domain.entries.Entry`."""

    CHRONOLOGY = "in_chronology"
    REPORT = "in_report"
    SUMMARY = "in_summary"


class Origin(StrEnum):
    """Where an entry comes from. `AGENCY` is an agency's file; the chair writes the others, each with its source."""

    AGENCY = ""
    FAMILY = "family"
    INTERVIEW = "interview"
    ANSWER = "answer"
    RECORD = "record"
    CHAIR = "chair"

    @property
    def is_record(self) -> bool:
        """Whether an agency, a court or another body has recorded it; what family or an interview told is no record."""
        return self in {Origin.AGENCY, Origin.ANSWER, Origin.RECORD}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the review's tree. `parent_id` is 0 at the top; `digit` the key that gives it, 0 for none."""

    id: int
    name: str
    parent_id: int = 0
    place: int = 0
    digit: int = 0


@dataclass(frozen=True, slots=True)
class LineOfEnquiry:
    """One line of enquiry of the terms of reference."""

    id: int
    words: str
    place: int = 0
