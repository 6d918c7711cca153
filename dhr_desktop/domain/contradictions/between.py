"""What two records that belong together cannot say: a promise due before it was made, an answer before it was said."""

from datetime import date
from typing import Protocol

from dhr_desktop.domain.contacts import Promise
from dhr_desktop.domain.contradictions.sure import surely_before
from dhr_desktop.domain.contradictions.within import MEND, Contradiction
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.readings import ReadingComment

_LOOK = "It is saved as it stands; look at both days once more."


class WithPromise(Protocol):
    """A contact as it is noted down, with what was promised in it."""

    @property
    def on(self) -> date | None:
        """The day of the contact."""

    @property
    def promised_by(self) -> date | None:
        """The day by which it was promised."""


def of_a_promise(promise: Promise, made_on: date | None) -> list[Contradiction]:
    """What a promise says against the day of the contact in which it was made."""
    told = (("due_on", "It is due before it was promised"), ("done_on", "It was done before it was promised"))
    return [
        Contradiction(f"{words}, {_words(made_on)}. {_LOOK}", (name,))
        for name, words in told
        if made_on and surely_before(getattr(promise, name), made_on)
    ]


def of_a_contact_noted(noted: WithPromise) -> list[Contradiction]:
    """What is promised in a contact that is being noted down is due after it; both are typed together: it is held."""
    if not noted.on or not surely_before(noted.promised_by, noted.on):
        return []
    return [Contradiction(f"What is promised is due before the contact. {MEND}", ("on", "promised_by"), refused=True)]


def of_a_comment(comment: ReadingComment, read_on: date | None) -> list[Contradiction]:
    """What a comment says against the day on which the draft was read."""
    if not read_on or not surely_before(comment.answered_on, read_on):
        return []
    words = f"It was answered before the draft was read, {_words(read_on)}. {_LOOK}"
    return [Contradiction(words, ("answered_on",))]


def _words(day: date) -> str:
    return in_british_words(of_day(day))
