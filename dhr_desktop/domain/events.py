"""Events: one happening as several agencies recorded it. The entries stay as they are beneath it."""

from dataclasses import dataclass
from enum import StrEnum

from dhr_desktop.domain.dates import UNKNOWN_TEXT, EdtfDate, parse

LEAST = 2
"""An event is of so many entries at least; with fewer there is nothing that it groups."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event with the chair's headline and chosen date (EDTF, '' until chosen) and hour ('HH:MM' or '')."""

    id: int
    headline: str = ""
    date_edtf: str = ""
    time: str = ""
    note: str = ""

    @property
    def when(self) -> EdtfDate:
        """The chosen date; wholly unknown until there is one."""
        return parse(self.date_edtf or UNKNOWN_TEXT)


class Differs(StrEnum):
    """What accounts of one event can differ in."""

    DATE = "date"
    TIME = "time"
    PRESENT = "present"
    INJURY = "injury"
    CHILD_SEEN = "child seen"
    OUTCOME = "outcome"


class Decided(StrEnum):
    """What became of a disagreement."""

    SETTLED = "settled"
    ASKED = "asked"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the chair decided about one disagreement of an event, and what each entry said when it was decided.

    `finding` is what the review takes to be so, `reason` why. `accounts` has the words by the entry's id. `decided_by`
    is who decided, '' where nobody had said who it was. The event may have been dissolved since.
    """

    id: int
    event_id: int
    kind: Differs
    outcome: Decided
    finding: str
    reason: str
    accounts: dict[int, str]
    decided_at: str
    question_id: int = 0
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """One more time that a question was asked: the ISO day, and of whom where that is known."""

    on: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question to an agency about an entry, an event or a gap. Days are ISO, '' while it has not come to that.

    0 for what it is not about. `words` is the question; `asked_of` and `answered_by` are people's names or posts.
    `asked_on` is the first time; `reply_by` (EDTF) is until when a reply was last asked for.
    """

    id: int
    agency_id: int
    words: str
    entry_id: int = 0
    event_id: int = 0
    gap_from: str = ""
    gap_to: str = ""
    asked_on: str = ""
    asked_of: str = ""
    answer: str = ""
    answered_on: str = ""
    answered_by: str = ""
    closed_on: str = ""
    answer_entry_id: int = 0
    reply_by: str = ""
    asked_again: tuple[Asking, ...] = ()

    @property
    def askings(self) -> tuple[Asking, ...]:
        """Every time it was asked, the first one first."""
        first = (Asking(self.asked_on, self.asked_of),) if self.asked_on else ()
        return (*first, *self.asked_again)

    @property
    def open(self) -> bool:
        """Whether it has still to be closed."""
        return not self.closed_on
