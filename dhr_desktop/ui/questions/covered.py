"""A question to be read and not edited: what stands for its form while names are covered."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.events import Question
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.widgets import label


class CoveredQuestion(QWidget):
    """Shows every word as panel view says. What is in the form stays there unseen, and is never saved covered."""

    def __init__(self, panel: PanelView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        names = (self.tr("Question"), self.tr("Asked"), self.tr("Answer"), self.tr("Answered"))
        self._heads = [label(name, "label") for name in names]
        self._parts = [label("", wrap=True) for _ in names]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        for head, part in zip(self._heads, self._parts, strict=True):
            column.addWidget(head)
            column.addWidget(part)
            column.addSpacing(SMALL)

    def tell(self, question: Question, told: Callable[[str], str] = str) -> None:
        """Show a question, its words and its answer as `told` has them; what has not come to pass is left out."""
        said = (
            told(question.words),
            _when_and_who(question.asked_on, question.asked_of),
            told(question.answer),
            _when_and_who(question.answered_on, question.answered_by),
        )
        for head, part, words in zip(self._heads, self._parts, said, strict=True):
            part.setText(self._panel.shown(words))
            for each in (head, part):
                each.setVisible(bool(words))


def _when_and_who(day: str, who: str) -> str:
    return ", ".join(part for part in (in_british_words(parse(day)) if day else "", who) if part)
