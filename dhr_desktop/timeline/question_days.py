"""How long a question has waited: when it was asked, until when a reply was asked for, and whether that has passed."""

from collections.abc import Iterable
from datetime import date, timedelta

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.events import Asking, Question
from dhr_desktop.timeline.questions import Standing, standing

PATIENCE = timedelta(weeks=6)
"""How long a reply may take where no day was named; agencies are commonly given as long for more than this."""


def due_on(question: Question) -> date | None:
    """The last day on which a reply to it is in time; None while nobody waits for one.

    That is the day which was named, or six weeks after it was last asked. Of a day named vaguely it is the last that
    it can mean.
    """
    if standing(question) is not Standing.ASKED:
        return None
    named = parse(question.reply_by).latest if question.reply_by else None
    return named or date.fromisoformat(question.askings[-1].on) + PATIENCE


def days_overdue(question: Question, now: date) -> int:
    """How many days ago a reply was due; 0 where none is."""
    due = due_on(question)
    return max((now - due).days, 0) if due else 0


def overdue(asked: Iterable[Question], now: date) -> list[Question]:
    """Those to which a reply is overdue, the longest first."""
    late = [question for question in asked if days_overdue(question, now)]
    return sorted(late, key=lambda question: -days_overdue(question, now))


def askings_in_words(question: Question) -> str:
    """'First asked on 3 March 2025 of the records officer, asked again on 4 May 2025.'; '' before it was asked."""
    first, *again = question.askings or (None,)
    if first is None:
        return ""
    begun = "First asked" if again else "Asked"
    return ", ".join([f"{begun} on {_told(first)}", *(f"asked again on {_told(each)}" for each in again)]) + "."


def _told(asking: Asking) -> str:
    day = in_british_words(parse(asking.on))
    return f"{day} of {asking.of}" if asking.of else day
