"""Questions that were begun and are not in the review: how the drafts keep them, and how they are gone on with."""

from collections.abc import Mapping
from typing import Any

from dhr_desktop.domain.events import Question
from dhr_desktop.ui.common.drafts import Drafts

_BEGUN = "question/new"
_NUMBERS = ("agency_id", "entry_id", "event_id")
_DAYS = ("gap_from", "gap_to")


def place_of(question: Question) -> str:
    """Where the drafts keep what is typed into a question; of those that are begun, one for each matter."""
    if question.id:
        return f"question/{question.id}"
    if question.entry_id:
        return f"{_BEGUN}/entry/{question.entry_id}"
    if question.event_id:
        return f"{_BEGUN}/event/{question.event_id}"
    if question.gap_from:
        return f"{_BEGUN}/gap/{question.gap_from}/{question.gap_to}"
    return _BEGUN


def answer_place(question_id: int) -> str:
    """Where the drafts keep what is typed of the entry that is to be made of an answer."""
    return f"answer/{question_id}"


def about_words(question: Question) -> dict[str, str]:
    """To whom a new question is and about what, as the drafts keep it."""
    return {name: str(getattr(question, name)) for name in (*_NUMBERS, *_DAYS)}


def asked_about(words: Mapping[str, str]) -> Question:
    """The new question of which these words were kept, without its own words."""
    said: dict[str, Any] = {name: int(words.get(name) or 0) for name in _NUMBERS}
    said |= {name: words.get(name, "") for name in _DAYS}
    return Question(id=0, words="", **said)


def last_begun(drafts: Drafts) -> Question | None:
    """The question begun last that is not in the review; None where there is none."""
    places = drafts.under(_BEGUN)
    return asked_about(drafts.of(places[0])) if places else None
