"""The parts of the Questions page in their places: the list with its filters, the form beside it, and what is empty."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import LARGE, SMALL, WIDE, Theme
from dhr_desktop.ui.common.widgets import EmptyState, PageHeader, button, label, scrolled, separator
from dhr_desktop.ui.questions.detail import QuestionDetail, SeveralQuestions
from dhr_desktop.ui.questions.filter_bar import QuestionFilters
from dhr_desktop.ui.questions.listing import QuestionsModel, QuestionsTable

_NARROWEST = 370


class QuestionsLayout(QWidget):
    """Holds the parts; what happens between them is the page's."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self.model = QuestionsModel(context, self)
        self.table = QuestionsTable(self.model, theme)
        self.filters = QuestionFilters(context.panel.agencies)
        self.detail = QuestionDetail(context)
        self.several = SeveralQuestions()
        self.header = PageHeader(self.tr("Questions"))
        self.letter = button(self.tr("&Letter…"))
        self.new = button(self.tr("&New question"), "primary")
        self.first = button(self.tr("Ask the f&irst question"), "primary")
        self.empty = EmptyState(
            theme,
            "questions",
            self.tr("No question has been raised yet"),
            self.tr(
                "A question may be about an entry, an event, a gap in the records, or an agency's part as a whole."
                " Those that are open can be put to an agency in a letter, and its answers put on the timeline."
            ),
            self.first,
        )
        self._build(theme)

    def _build(self, theme: Theme) -> None:
        self.setFocusProxy(self.table)
        self.header.add(self.letter)
        self.header.add(self.new)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(separator())
        column.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(separator())
        self._stack = QStackedWidget()
        outer.addWidget(self._stack, 1)
        self._work = QSplitter(Qt.Orientation.Horizontal)
        self._stack.addWidget(self._work)
        self._right = QStackedWidget()
        self._right.setMinimumWidth(_NARROWEST)
        self._work.addWidget(left)
        self._work.addWidget(self._right)
        self._one = scrolled(self.detail, self._right)
        self._none = self._nothing()
        for each in (self._one, self.several, self._none):
            self._right.addWidget(each)
        self._work.setChildrenCollapsible(False)
        self._work.setStretchFactor(0, 3)
        self._work.setStretchFactor(1, 1)
        self._work.setSizes([theme.scaled(720), theme.scaled(480)])
        self._stack.addWidget(self.empty)

    def _nothing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("&Show all of them"), "", self.filters.show_all))
        row.addStretch(1)
        column.addWidget(label(self.tr("None of the questions fits what is asked for above."), "hint", wrap=True))
        column.addLayout(row)
        column.addStretch(1)
        return made

    # What of it is shown.

    @property
    def is_empty(self) -> bool:
        """Whether the page says that there is no question yet."""
        return self._stack.currentWidget() is self.empty

    def show_work(self, *, shown: bool) -> None:
        """Show the list and the form, or that there is nothing yet. The keyboard goes on to what there is to do."""
        wanted = self._work if shown else self.empty
        if self._stack.currentWidget() is wanted:
            return
        focused = self.window().focusWidget()
        here = self.isVisible() and focused is not None and self.isAncestorOf(focused)
        self._stack.setCurrentWidget(wanted)
        if here:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Have the keyboard in the list, or on the way to a first question."""
        (self.first if self.is_empty else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_one(self) -> None:
        """Show the form."""
        self._right.setCurrentWidget(self._one)

    def show_several(self) -> None:
        """Show what can be done with several questions."""
        self._right.setCurrentWidget(self.several)

    def show_none(self) -> None:
        """Say that no question fits the filters."""
        self._right.setCurrentWidget(self._none)
