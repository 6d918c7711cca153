"""The questions as a table."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import SMALL, Theme
from dhr_desktop.ui.common.widgets import dress_table
from dhr_desktop.ui.questions.reading import Listed
from dhr_desktop.ui.questions.seeing import told
from dhr_desktop.ui.questions.words import standing_words

AGENCY, WORDS, STANDING = 1, 2, 3
_AGENCY_WIDTH, _STANDING_WIDTH, _LINES = 180, 200, 2
_BESIDE_WORDS, _SHARE = 8, 3.5
_FLAGS = QItemSelectionModel.SelectionFlag


class QuestionsModel(TextTable):
    """One row a question, by its number."""

    numbers: ClassVar[frozenset[int]] = frozenset({0})

    def __init__(self, context: ReviewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

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
        return (
            str(row.question.id),
            self._context.panel.called(row.agency),
            self._words(row),
            standing_words(row.question),
        )

    def _words(self, row: Listed) -> str:
        return told(self._context, row.question.words, row.matter)


class QuestionsTable(QTableView):
    """The list. Several may be chosen at once."""

    def __init__(self, model: QuestionsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = model
        self._theme = theme
        self.setModel(model)
        dress_table(self, self.tr("Questions to agencies"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AGENCY, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(STANDING, QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._fit_standing)
        self._fit_agency()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_agency()
            self._fit_standing()

    def _fit_agency(self) -> None:
        """No more than its share of the room, which is the question's first of all."""
        usual = self._theme.scaled(_AGENCY_WIDTH)
        self.setColumnWidth(AGENCY, min(usual, round(self.viewport().width() / _SHARE)))

    def _fit_standing(self) -> None:
        """As wide as its words on one line, but no wider than they need on two, nor than its share of the room."""
        needed = max(self.sizeHintForColumn(STANDING), self.horizontalHeader().sectionSizeHint(STANDING))
        most = min(self._theme.scaled(_STANDING_WIDTH), round(self.viewport().width() / _SHARE))
        self.setColumnWidth(STANDING, min(needed + _BESIDE_WORDS, most))

    def set_heights(self) -> None:
        """Two lines of words in each row, whatever the size of the letters."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * _LINES + SMALL)
        self._fit_standing()

    def chosen(self) -> list[Listed]:
        """The questions that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [one for row in rows if (one := self._questions.listed(row))]

    def choose(self, rows: Sequence[int]) -> None:
        """Select these rows, and go to the first of them."""
        selection, last = QItemSelection(), self._questions.columnCount() - 1
        for row in rows:
            selection.select(self._questions.index(row, 0), self._questions.index(row, last))
        first = self._questions.index(rows[0], 0)
        self.selectionModel().setCurrentIndex(first, _FLAGS.NoUpdate)
        self.selectionModel().select(selection, _FLAGS.ClearAndSelect | _FLAGS.Rows)
        self.scrollTo(first)

    def choose_none(self) -> None:
        """Select nothing, for something else is in the form."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
