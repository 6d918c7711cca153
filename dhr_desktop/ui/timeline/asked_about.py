"""What is said of the questions about entries that are taken off the timeline."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.events import Question


def asked_about_words(asked: Sequence[Question]) -> str:
    """A sentence for the message after a removal; '' where nothing was asked about what has gone."""
    if not asked:
        return ""
    numbers = [str(question.id) for question in asked]
    if len(numbers) == 1:
        words = _tr("Question {n} was about it and keeps what it said; it stands beside it again if it comes back.")
        return words.format(n=numbers[0])
    words = _tr("Questions {n} were about this and keep what it said; they stand beside it again if it comes back.")
    return words.format(n=f"{', '.join(numbers[:-1])} and {numbers[-1]}")


def _tr(words: str) -> str:
    return QCoreApplication.translate("AskedAbout", words)
