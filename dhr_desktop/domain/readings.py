"""Sessions in which somebody read a draft: what they said, paragraph by paragraph, and what was answered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Changed(StrEnum):
    """Whether the text changed after a comment."""

    OPEN = "not yet answered"
    YES = "changed"
    IN_PART = "changed in part"
    NO = "not changed"
    RECORDED = "recorded as a differing view"


@dataclass(frozen=True, slots=True)
class Reading:
    """One session of one reader. `minutes` is how long they had, `copies` what became of the papers."""

    id: int
    stakeholder_id: int
    on: date | None
    document: str = ""
    version: str = ""
    place: str = ""
    private: bool = True
    minutes: int = 0
    copies: str = ""
    supported_by: str = ""
    present: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadingComment:
    """What a reader said of one passage, the chair's answer, and whether the text changed."""

    id: int
    reading_id: int
    section: str = ""
    paragraph: str = ""
    said: str = ""
    answer: str = ""
    answered_on: date | None = None
    changed: Changed = Changed.OPEN

    @property
    def waits(self) -> bool:
        """Whether it is still to be answered: neither is an answer written nor is it said what became of the text."""
        return self.changed is Changed.OPEN and not self.answer.strip()

    @property
    def became(self) -> str:
        """What became of the text in words; nothing of it is said where an answer is written and no more."""
        return "" if self.changed is Changed.OPEN and not self.waits else self.changed.value


def in_order(comments: Iterable[ReadingComment]) -> list[ReadingComment]:
    """The comments in the order of the draft: by the numbers of section and paragraph, those without one first."""
    return sorted(comments, key=lambda each: (_numbers(each.section), _numbers(each.paragraph), each.id))


def _numbers(words: str) -> tuple[int, ...]:
    """The numbers that a heading or a paragraph begins with: '14.2 Analysis' is (14, 2)."""
    found = re.match(r"\W*((?:section|paragraph|para|s|p)?\.?\s*)(\d+(?:\.\d+)*)", words.strip(), re.IGNORECASE)
    return tuple(int(each) for each in found[2].split(".")) if found else ()
