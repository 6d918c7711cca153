"""Offers to everyone at a glance: what is missing, and why."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.family import offers
from dhr_desktop.store.offered import OffersOf
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, button, dress_table, label
from dhr_desktop.ui.family.offer_keys import OffersView
from dhr_desktop.ui.family.offers_model import OffersMatrix
from dhr_desktop.ui.family.offers_saving import OffersSaver
from dhr_desktop.ui.family.upright_header import UprightHeader

_NAMES, _SIGNS = 190, 36


class OffersOfEveryone(QWidget):
    """The matrix, and below it the sentence of the chosen cell with what the signs and keys mean."""

    wanted = Signal(int, str)
    """A person's id and an opportunity to go to."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._context = context
        self._at = (0, 1)
        self._left_at: tuple[int, int] | None = None
        self.model = OffersMatrix(context, self)
        self.table = OffersView()
        self.head = label("", "hint", wrap=True)
        self.take_all = button(self.tr("Take over all recorded elsewhere"), "", self.take_all_over)
        self.saver = OffersSaver(context, self)
        self.said = label("", wrap=True)
        self.legend = label(
            self.tr(
                "○ not yet offered   ◐ recorded elsewhere   · not due yet   → offered   + accepted   … considered later"
                "   × declined   ✓ done   – does not apply"
            ),
            "hint",
            wrap=True,
        )
        self.keys = label(
            self.tr(
                "O offered today, A accepted, L considered later, D declined, X done, N does not apply, Delete takes it"
                " back, T takes over what is recorded elsewhere. Return goes to it."
            ),
            "hint",
            wrap=True,
        )
        self.empty = EmptyState(
            context.theme,
            "family",
            self.tr("Nothing is offered to anybody yet"),
            self.tr("Whoever is involved stands here with all that the guidance gives them, and what is missing."),
        )
        self._build()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.setHorizontalHeader(UprightHeader(self.table))
        dress_table(self.table, self.tr("Offers to everyone"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(self._context.theme.scaled(24))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, self._context.theme.scaled(_NAMES))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.said.setMinimumHeight(self._context.theme.scaled(44))
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(WIDE, SMALL, WIDE, MEDIUM)
        column.setSpacing(SMALL)
        above = QHBoxLayout()
        above.addWidget(self.head, 1)
        above.addWidget(self.take_all)
        above.addWidget(self.saver.button)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        for each in (self.said, self.legend, self.keys):
            column.addWidget(each)
        self.stack = QStackedWidget()
        self.stack.addWidget(body)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.table.selectionModel().currentChanged.connect(self._say)
        self.table.decided.connect(self._decide)
        self.table.taken_over.connect(self._take_over)
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(lambda _: self._open())
        self._context.panel.changed.connect(self._cover)

    def put(self, rows: Sequence[OffersOf]) -> None:
        """Show these people, and stay at the cell that was chosen."""
        at, self._left_at = self._left_at or self._at, None
        self.model.put(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        missing = sum(each.missing for each in rows)
        words = self.tr("Nothing that is due has been left out.")
        if missing:
            words = self.tr("{n} things that are due have not been offered yet.").format(n=missing)
            if missing == 1:
                words = self.tr("1 thing that is due has not been offered yet.")
        found = len(self._elsewhere())
        if found:
            words += self.tr(" Other records tell of {n} that are not noted here.").format(n=found)
        self.head.setText(words)
        self.take_all.setVisible(found > 0 and not self._context.panel.on)
        if rows:
            row = min(at[0], len(rows) - 1)
            self.table.setCurrentIndex(self.model.index(row, at[1]))
        self._say(self.table.currentIndex())

    def place(self) -> tuple[int, int]:
        """The row and the column at hand."""
        return self._left_at or self._at

    def go_back_to(self, row: int, column: int) -> None:
        """Have that cell at hand, when people are shown next."""
        self._left_at = row, column

    def _say(self, index: QModelIndex) -> None:
        if index.isValid():
            self._at = (index.row(), index.column())
        self.said.setText(self.model.sentence(index.row(), index.column()) if index.isValid() else "")

    def _cover(self) -> None:
        self.model.cover()
        self.take_all.setVisible(bool(self._elsewhere()) and not self._context.panel.on)
        self._say(self.table.currentIndex())

    def _open(self) -> None:
        row, column = self._at
        if 0 <= row < len(self.model.rows):
            standing = self.model.standing(row, column)
            self.wanted.emit(self.model.rows[row].person.id, standing.opportunity.key if standing else "")

    def _decide(self, answer: OfferAnswer) -> None:
        standing = self.model.standing(*self._at)
        if standing is None:
            return
        who = self.model.rows[self._at[0]].stakeholder.id
        self._run(partial(offers.mark, self._context.review, who, standing.opportunity.key, answer, today()))

    def _take_over(self) -> None:
        standing = self.model.standing(*self._at)
        if standing and standing.elsewhere:
            self._run(partial(offers.take_over, self._context.review, [standing.elsewhere.offer]))

    def take_all_over(self) -> None:
        """Note all that other records say, as one step."""
        self._run(partial(offers.take_over, self._context.review, self._elsewhere()))

    def _elsewhere(self) -> list[Offer]:
        return [each.elsewhere.offer for row in self.model.rows for each in row.standings if each.elsewhere]

    def _run(self, command: partial[None]) -> None:
        def work(progress: Progress) -> None:
            del progress
            command()

        self._context.jobs.run(work, self.tr("Saving"), owner=self)
