"""What of a question may be seen now: its names covered, and its words veiled with the account that they tell of."""

from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.question_matter import Matter
from dhr_desktop.ui.common.context import ReviewContext


def told_of(matter: Matter) -> list[Entry]:
    """The entries that a question, its answer and what it is about may quote."""
    return [*(each for each in (matter.entry, matter.gone) if each), *matter.members]


def veils(context: ReviewContext, matter: Matter) -> bool:
    """Whether the words of a question about this are not to be seen now."""
    return context.veil.veils_any(told_of(matter))


def told(context: ReviewContext, words: str, matter: Matter) -> str:
    """Words of a question about this, or of its answer, as they may be seen now."""
    return context.panel.shown(context.veil.words(words, told_of(matter)))
