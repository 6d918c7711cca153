"""The Overview page: the review's facts, where its work stands, and what was done last."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.base.clock import to_local
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, facts, people, submissions
from dhr_desktop.store.entries import EntryFilter
from dhr_desktop.store.journal import Change, StepRecord
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import Card, PageHeader, label, link_button, scrolled, separator
from dhr_desktop.ui.overview.facts_form import FactsForm

_LATELY = 8


class OverviewPage(QWidget):
    """Where a review is opened to: calm, short, and true."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review: Review = context.review
        self.form = FactsForm()
        self.stand = Card()
        self.agencies = Card()
        self.lately = Card()
        self.header = PageHeader(self.tr("Overview"))
        self._build()
        self.form.committed.connect(self._save)
        context.notices.changed.connect(self._on_change)
        self.refresh()

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(LARGE)
        for card in (self.stand, self.agencies, self.lately):
            right.addWidget(card)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addStretch(1)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        row.setSpacing(LARGE)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(separator())
        outer.addWidget(scrolled(inner), 1)

    def refresh(self) -> None:
        """Read again what this page shows."""
        found = facts.get(self._review)
        self.header.title.setText(found.name or self.tr("Overview"))
        self.header.say(" · ".join(words for words in (found.label.value, found.reference, found.partnership) if words))
        self.form.show_facts(found)
        self._show_stand()
        self._show_agencies()
        self._show_lately()

    def _on_change(self, change: Change) -> None:
        if change.tables:
            self.refresh()

    def _save(self, typed: ReviewFacts) -> None:
        self._context.jobs.run(partial(_put, self._review, typed), self.tr("Saving"), owner=self)

    # The cards at the right.

    def _show_stand(self) -> None:
        """How far the work is, and the next thing to do."""
        total = entries.count(self._review)
        doubtful = len(entries.ordered_ids(self._review, EntryFilter(doubtful_only=True)))
        registered = len(people.listing(self._review))
        _emptied(self.stand)
        self.stand.column.addWidget(label(self.tr("Where it stands"), "heading"))
        if not total:
            self._line(self.tr("No submissions yet."), self.tr("Bring in what agencies sent"), "go.submissions")
            return
        self._line(
            self.tr("{number} entries in one timeline.").format(number=f"{total:,}"), self.tr("Read it"), "go.timeline"
        )
        if doubtful:
            words = self.tr("{number} entries need a look: their dates or times are doubtful.")
            self._line(words.format(number=f"{doubtful:,}"), self.tr("Look at them"), "go.timeline")
        if not registered:
            words = self.tr("No one is in the register of people; an anonymised edition needs it.")
            self._line(words, self.tr("Enter people"), "go.people")
        self._line(self.tr("Drafts can be made at any time."), self.tr("Make a draft"), "go.report")

    def _line(self, words: str, doing: str, action_id: str) -> None:
        row = QVBoxLayout()
        row.setSpacing(HAIR)
        row.addWidget(label(words, wrap=True))
        row.addWidget(link_button(doing, self._context.actions[action_id].trigger), 0, Qt.AlignmentFlag.AlignLeft)
        self.stand.column.addLayout(row)

    def _show_agencies(self) -> None:
        """Each agency with the number of its entries."""
        _emptied(self.agencies)
        self.agencies.column.addWidget(label(self.tr("Agencies"), "heading"))
        brought: dict[int, int] = {}
        for submission in submissions.listing(self._review):
            brought[submission.agency_id] = brought.get(submission.agency_id, 0) + submission.imported
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setColumnStretch(0, 1)
        listed = agencies.listing(self._review)
        for line, agency in enumerate(listed):
            grid.addWidget(label(agency.name, wrap=True), line, 0)
            number = label(self.tr("{number} entries").format(number=f"{brought.get(agency.id, 0):,}"), "hint")
            grid.addWidget(number, line, 1, Qt.AlignmentFlag.AlignRight)
        self.agencies.column.addLayout(grid)
        self.agencies.setVisible(bool(listed))

    def _show_lately(self) -> None:
        """The last steps of the journal."""
        _emptied(self.lately)
        self.lately.column.addWidget(label(self.tr("Done lately"), "heading"))
        for step in self._review.journal.steps(_LATELY):
            self.lately.column.addWidget(label(self._told(step), "hint", wrap=True))
        self.lately.column.addWidget(
            link_button(self.tr("The whole history"), self._context.actions["review.history"].trigger),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )

    def _told(self, step: StepRecord) -> str:
        moment = to_local(step.at)
        kinds = {"undo": self.tr("Undone: {what}"), "redo": self.tr("Redone: {what}")}
        what = kinds.get(step.kind, "{what}").format(what=step.label)
        return f"{in_british_words(of_day(moment.date()))}, {moment:%H:%M} · {what}"


def _put(review: Review, typed: ReviewFacts, progress: Progress) -> None:
    del progress
    with review.journal.step("Change the review's details"):
        facts.put(review, typed)


def _emptied(card: Card) -> None:
    _clear(card.column)


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.setParent(None)
            widget.deleteLater()
        elif inner := item.layout():
            _clear(inner)  # type: ignore[arg-type]  # every layout can be emptied alike
            inner.deleteLater()
