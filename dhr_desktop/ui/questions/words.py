"""How far a question has come, in words. Time that has passed is said, and nobody is blamed for it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from dhr_desktop.base.clock import today
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.events import Question
from dhr_desktop.timeline.question_days import days_overdue
from dhr_desktop.timeline.questions import Standing, standing
from dhr_desktop.ui.common.words import counted


def _tr(words: str) -> str:
    return QCoreApplication.translate("Questions", words)


def standing_words(question: Question) -> str:
    """'to be asked', 'asked 34 days ago', 'answered 3 May 2021', 'closed 3 May 2021'.

    'asked 3 times, last 34 days ago'; and by how many days a reply is overdue.
    """
    reached = standing(question)
    if reached is Standing.TO_ASK:
        return _tr("to be asked")
    if reached is Standing.ASKED:
        return _waiting(question)
    if reached is Standing.ANSWERED:
        day = _day(question.answered_on)
        return _tr("answered {day}").format(day=day) if day else _tr("answered")
    return _tr("closed {day}").format(day=_day(question.closed_on))


def overdue_words(question: Question) -> str:
    """'reply due 12 days ago'; '' where none is due."""
    late = days_overdue(question, today())
    return counted(late, _tr("reply due {n} day ago"), _tr("reply due {n} days ago")) if late else ""


def open_words(reached: Sequence[Standing], late: int = 0) -> str:
    """How many questions are open, and how far they have come; '' where there are none at all."""
    if not reached:
        return ""
    said = [
        words.format(n=f"{number:,}")
        for words, number in (
            (_tr("{n} to be asked"), reached.count(Standing.TO_ASK)),
            (_tr("{n} asked"), reached.count(Standing.ASKED)),
            (_tr("{n} of them overdue"), late),
            (_tr("{n} answered and to be closed"), reached.count(Standing.ANSWERED)),
        )
        if number
    ]
    if not said:
        return _tr("No question is open.")
    number = len(reached) - reached.count(Standing.CLOSED)
    words = counted(number, _tr("{n} question is open"), _tr("{n} questions are open"))
    return f"{words}: {', '.join(said)}."


def _waiting(question: Question) -> str:
    askings = question.askings
    asked = _asked(date.fromisoformat(askings[-1].on))
    if len(askings) > 1:
        asked = _tr("asked {n} times, last {when}").format(n=len(askings), when=asked.removeprefix(_tr("asked ")))
    late = overdue_words(question)
    return f"{asked}, {late}" if late else asked


def _asked(on: date) -> str:
    days = (today() - on).days
    if days < 0:
        return _tr("to be asked on {day}").format(day=_day(on.isoformat()))
    if days == 0:
        return _tr("asked today")
    return _tr("asked yesterday") if days == 1 else _tr("asked {n} days ago").format(n=f"{days:,}")


def _day(iso: str) -> str:
    return in_british_words(parse(iso)) if iso else ""
