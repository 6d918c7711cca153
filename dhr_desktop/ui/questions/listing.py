"""The questions as a table."""

from typing import ClassVar

from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.questions.reading import Listed
from dhr_desktop.ui.questions.words import standing_words

AGENCY, WORDS = 1, 2


class QuestionsModel(TextTable):
    """One row a question, by its number."""

    numbers: ClassVar[frozenset[int]] = frozenset({0})

    def listed(self, row: int) -> Listed | None:
        """The question in a row."""
        found: Listed | None = self.rows[row] if 0 <= row < len(self.rows) else None
        return found

    def row_of(self, question_id: int) -> int:
        """The row of a question; -1 when it is not shown."""
        return next((row for row, one in enumerate(self.rows) if one.question.id == question_id), -1)

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("No."), self.tr("Agency"), self.tr("Question"), self.tr("Standing")

    def cells(self, row: Listed) -> tuple[str, ...]:
        """A question in short."""
        return str(row.question.id), row.agency, row.question.words, standing_words(row.question)
