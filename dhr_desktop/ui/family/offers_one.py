"""Offers to one person: the list by stages, what is chosen explained, and a small form for days, means and reason."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.clock import today
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.family import offers
from dhr_desktop.store.offered import OffersOf
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, button, dress_table, label, scrolled
from dhr_desktop.ui.family.lives_check import LivesCheck, of_its_stakeholder
from dhr_desktop.ui.family.offer_form import OfferForm
from dhr_desktop.ui.family.offer_keys import OffersView
from dhr_desktop.ui.family.offers_model import missing_words
from dhr_desktop.ui.family.offers_table import NAME, SIGN, STAGE, STATE, OffersTable

_FORM, _ROOM_FOR_STAGES = 280, 420
_WANT_REASON = frozenset({OfferAnswer.DECLINED, OfferAnswer.LATER, OfferAnswer.NOT_APPLICABLE})


class _Airy(QStyledItemDelegate):
    """Leaves some air between rows of several lines."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """What the words need, and the air."""
        return super().sizeHint(option, index) + QSize(0, 2 * SMALL)


class OffersOfOne(QWidget):
    """Each answer is one key in the list; F2 or Return goes into the form."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._context = context
        self._of: OffersOf | None = None
        self._key = ""
        self.model = OffersTable(context, self)
        self.table = OffersView()
        self.head = label("", "hint", wrap=True)
        self.keys = label(
            self.tr(
                "O offered today, A accepted, L considered later, D declined, X done, N does not apply, Delete takes it"
                " back, T takes over what is recorded elsewhere. Return goes to the form."
            ),
            "hint",
            wrap=True,
        )
        self.name = label("", "heading", wrap=True)
        self.why = label("", wrap=True)
        self.source = label("", "hint", wrap=True)
        self.found = label("", wrap=True)
        self.take = button(self.tr("Take it over (T)"), "", self.take_over)
        self.take_all = button(self.tr("Take over all recorded elsewhere"), "", self.take_all_over)
        self.form: SpecForm[Offer] = OfferForm(_specs(self))
        self._lives = LivesCheck(context, self)
        self._lives.watch(self.form, of_its_stakeholder)
        self.empty = EmptyState(
            context.theme,
            "family",
            self.tr("Not involved yet"),
            self.tr("What the guidance gives somebody stands here once they are among those whom the review involves."),
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Offers"))
        self.table.setWordWrap(True)
        self.table.setItemDelegate(_Airy(self.table))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.resizeSection(STAGE, self._context.theme.scaled(106))
        header.resizeSection(SIGN, self._context.theme.scaled(28))
        header.resizeSection(NAME, self._context.theme.scaled(156))
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        upright = self.table.verticalHeader()
        header.geometriesChanged.connect(self._fit_columns)
        header.sectionResized.connect(lambda *_: upright.resizeSections(QHeaderView.ResizeMode.ResizeToContents))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(WIDE, SMALL, SMALL, MEDIUM)
        column.setSpacing(SMALL)
        above = QHBoxLayout()
        above.addWidget(self.head, 1)
        above.addWidget(self.take_all)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.keys)
        inner = QWidget()
        beside = QVBoxLayout(inner)
        beside.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        beside.setSpacing(SMALL)
        for each in (self.name, self.why, self.source, self.found):
            beside.addWidget(each)
        beside.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addWidget(self.form)
        beside.addStretch(1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(left)
        across.addWidget(scrolled(inner))
        across.setStretchFactor(0, 1)
        across.setSizes([self._context.theme.scaled(660), self._context.theme.scaled(_FORM)])
        self.stack = QStackedWidget()
        self.stack.addWidget(across)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _fit_columns(self) -> None:
        """Where there is little room, as with large letters, the stages make room for how it stands."""
        scaled = self._context.theme.scaled
        narrow = self.table.viewport().width() < scaled(_ROOM_FOR_STAGES)
        self.table.setColumnHidden(STAGE, narrow)
        self.table.horizontalHeader().resizeSection(NAME, scaled(116 if narrow else 156))

    def _connect(self) -> None:
        self.form.keeps_in(self._context.drafts)
        self.form.covered_by(self._context.panel)
        self.form.committed.connect(self._change)
        self.form.finished.connect(self._back)
        self.form.left.connect(self._back)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.table.decided.connect(self.decide)
        self.table.opened.connect(self._go_to_form)
        self.table.taken_over.connect(self.take_over)
        self._context.panel.changed.connect(self._cover)

    def put(self, of: OffersOf | None, wanted: str = "") -> None:
        """Show somebody's offers; None where they are no stakeholder. The chosen opportunity stays chosen."""
        self._of = of
        self.stack.setCurrentIndex(0 if of else 1)
        if of is None:
            self.form.commit()
            return
        key = wanted or self._key
        self.model.put(of.standings)
        self._offer_to_take()
        words = missing_words(of.missing)
        self.head.setText(f"{words[:1].upper()}{words[1:]}.")
        self.table.verticalHeader().resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        row = max(self.model.row_of(key), 0)
        self.table.setCurrentIndex(self.model.index(row, NAME))
        self._choose()

    @property
    def at_hand(self) -> str:
        """The key of the opportunity at hand; '' for none."""
        return self._key

    def decide(self, answer: OfferAnswer) -> None:
        """Note what became of the chosen opportunity, today."""
        standing = self.model.standing(self.table.currentIndex().row())
        if standing is None or self._of is None:
            return
        self.form.commit()
        review, who = self._context.review, self._of.stakeholder.id
        self._run(partial(offers.mark, review, who, standing.opportunity.key, answer, today()))

    def take_over(self) -> None:
        """Note what another record says of the chosen opportunity."""
        standing = self.model.standing(self.table.currentIndex().row())
        if standing and standing.elsewhere:
            self._run(partial(offers.take_over, self._context.review, [standing.elsewhere.offer]))

    def take_all_over(self) -> None:
        """Note all that other records say, as one step."""
        found = [each.elsewhere.offer for each in self.model.rows if each.elsewhere]
        self._run(partial(offers.take_over, self._context.review, found))

    def _choose(self) -> None:
        standing = self.model.standing(self.table.currentIndex().row())
        if standing is None:
            return
        self._key = standing.opportunity.key
        told = standing.opportunity
        self.name.setText(told.name)
        self.why.setText(told.why)
        self.source.setText(f"{told.source}. {told.basis.value[:1].upper()}{told.basis.value[1:]}.")
        found = standing.elsewhere
        words = self.tr("Recorded elsewhere: {words}.").format(words=found.words) if found else ""
        self.found.setText(self._context.panel.shown(words))
        self.found.setVisible(found is not None)
        self.take.setVisible(found is not None and not self._context.panel.on)
        self.form.show_record(standing.offer)

    def _go_to_form(self) -> None:
        """To why, where something was declined, put off or does not apply and nobody has said why; else to the top."""
        typed = self.form.as_typed()
        wants_reason = typed.answer in _WANT_REASON and not typed.reason.strip()
        field = self.form.field("reason") if wants_reason else self.form.stops()[0]
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_to_take(self) -> None:
        standings = self._of.standings if self._of else ()
        elsewhere = sum(each.elsewhere is not None for each in standings)
        self.take_all.setVisible(elsewhere > 1 and not self._context.panel.on)

    def _cover(self) -> None:
        self.model.cover()
        self._offer_to_take()
        if self._of is not None:
            self._choose()

    def _change(self, after: Offer, before: Offer) -> None:
        def refused(error: Exception) -> None:
            self.form.unsave(before)
            self.form.keep_refused(after, before)
            if isinstance(error, UserError):
                self._context.messages.show_error(error)

        command = partial(offers.put, self._context.review, after, None, self.form.sitting)

        def work(progress: Progress) -> None:
            del progress
            command()

        self._context.jobs.run(work, self.tr("Saving"), failed=refused, owner=self)

    def _back(self) -> None:
        self.form.commit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self, command: partial[None]) -> None:
        def work(progress: Progress) -> None:
            del progress
            command()

        self._context.jobs.run(work, self.tr("Saving"), owner=self)


def _specs(page: QWidget) -> tuple[FieldSpec, ...]:
    answers = tuple((answer, answer.value[:1].upper() + answer.value[1:]) for answer in OfferAnswer)
    return (
        FieldSpec("answer", page.tr("How it stands"), Kind.CHOICE, options=answers),
        FieldSpec("offered_on", page.tr("Offered on"), Kind.DAY),
        FieldSpec("answered_on", page.tr("Answered on"), Kind.DAY, beside=True),
        FieldSpec("means", page.tr("By what means")),
        FieldSpec("done_on", page.tr("Done on"), Kind.DAY, beside=True),
        FieldSpec("reason", page.tr("Reason"), Kind.WORDS, page.tr("why declined, not offered, or does not apply")),
        FieldSpec("note", page.tr("Note"), Kind.WORDS),
    )
