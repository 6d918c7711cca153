"""The Overview page: the review's facts, where its work stands, and what was done last."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dhr_desktop.base.clock import to_local
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.reviews import Agency, ReviewFacts
from dhr_desktop.store import facts
from dhr_desktop.store.journal import Change, StepRecord
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import HAIR, LARGE, SMALL, WIDE
from dhr_desktop.ui.common.widgets import Card, PageHeader, label, let_go, link_button, scrolled, separator
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.overview.facts_form import FactsForm
from dhr_desktop.ui.overview.owed import owed
from dhr_desktop.ui.overview.standing import Standing, read_standing

_UNREAD = "facts/dates"
"""Where a date that cannot be read is kept among the drafts."""


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
        self.standing = Standing()
        self._asked = 0
        self.is_stale = False
        self._build()
        self.form.committed.connect(self._save)
        context.notices.changed.connect(self._on_change)
        context.theme.changed.connect(self._show_agencies)
        context.veil.changed.connect(self._show_lately)
        context.drafts.flushing.connect(self._keep_unread)
        self.refresh()
        self.form.give_back(context.drafts.of(_UNREAD))

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
        self._area = area = scrolled(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # for large text on a small screen
        outer.addWidget(area, 1)

    def _keep_unread(self) -> None:
        """A date that cannot be read is no step; it is there again when the chair is."""
        self._context.drafts.keep(_UNREAD, self.form.unread_dates())

    def take_keyboard(self) -> None:
        """Have the keyboard on the next thing to do; until that has been read, where the page is moved up and down."""
        first = next(iter(self.stand.findChildren(QAbstractButton)), None)
        (first or self._area).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read again what this page shows."""
        self.is_stale = False
        found = facts.get(self._review)
        self.header.title.setText(found.name or self.tr("Overview"))
        self.header.say(" · ".join(words for words in (found.label.value, found.reference, found.partnership) if words))
        self.form.show_facts(found)
        self._asked += 1
        self._context.jobs.read(partial(_read, self._review, self._asked), self.tr("Counting"), self._shown, owner=self)

    def _shown(self, read: tuple[int, Standing]) -> None:
        asked, standing = read
        if asked != self._asked:
            return
        self.standing = standing
        focused = self.window().focusWidget()
        waits = focused is not None and (focused is self._area or self.stand.isAncestorOf(focused))
        place = self._area.verticalScrollBar().value()
        if waits:
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)  # what has it goes, and would hand it on down the page
        self._show_all()
        if waits and self.isVisible():
            self.take_keyboard()
        self._area.verticalScrollBar().setValue(place)

    def _show_all(self) -> None:
        self._show_stand()
        self._show_agencies()
        self._show_lately()

    def _on_change(self, change: Change) -> None:
        """Read again, at once or when the page is next looked at: the timeline's own reading comes first."""
        if not change.tables:
            return
        if self.isVisible():
            self.refresh()
        else:
            self.is_stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """Qt says that the page is shown."""
        super().showEvent(event)
        if self.is_stale:
            self.refresh()

    def _save(self, typed: ReviewFacts) -> None:
        self._keep_unread()  # what was kept of a date that can be read now is not to come back
        self._context.jobs.run(partial(_put, self._review, typed), self.tr("Saving"), owner=self)

    # The cards at the right.

    def _show_stand(self) -> None:
        """How far the work is, and the next thing to do."""
        total, doubtful = self.standing.entries, self.standing.doubtful
        _emptied(self.stand)
        self.stand.column.addWidget(label(self.tr("Where it stands"), "heading"))
        if not total:
            self._line(self.tr("No submissions yet."), self.tr("Bring in what agencies sent"), "go.submissions")
            self._show_owed()
            return
        self._line(
            self.tr("{number} entries in one timeline.").format(number=f"{total:,}"), self.tr("Read it"), "go.timeline"
        )
        if doubtful:
            words = self.tr("{number} entries need a look: their dates or times are doubtful.")
            self._line(words.format(number=f"{doubtful:,}"), self.tr("Look at them"), "go.doubts")
        if self.standing.asked:
            self._line(_questions_in_words(self), self.tr("See them"), "go.questions")
        self._show_owed()
        if not self.standing.registered:
            words = self.tr("No one is in the register of people; an anonymised edition needs it.")
            self._line(words, self.tr("Enter people"), "go.people")
        self._line(self.tr("Drafts can be made at any time."), self.tr("Make a draft"), "go.report")

    def _show_owed(self) -> None:
        """What is owed to family and others, with the way to where it is done."""
        for line in owed(self.standing.due, self.standing.persons):
            self._lead(line.words, line.doing, partial(self._context.ways.involved_wanted.emit, line.person_id, "due"))

    def _line(self, words: str, doing: str, action_id: str) -> None:
        self._lead(words, doing, self._context.actions[action_id].trigger)

    def _lead(self, words: str, doing: str, go: Callable[[], object]) -> None:
        row = QVBoxLayout()
        row.setSpacing(HAIR)
        row.addWidget(label(words, wrap=True))
        row.addWidget(link_button(doing, go), 0, Qt.AlignmentFlag.AlignLeft)
        self.stand.column.addLayout(row)

    def _show_agencies(self) -> None:
        """Each agency with its colour, the number of its entries, and the time they cover."""
        _emptied(self.agencies)
        self.agencies.column.addWidget(label(self.tr("Agencies"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        for line, brought in enumerate(self.standing.contributions):
            number = label(self.tr("{number} entries").format(number=f"{brought.entries:,}"))
            grid.addWidget(self._swatch(brought.agency), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_pair(label(brought.agency.name, wrap=True), brought.period), line, 1)
            grid.addWidget(number, line, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.agencies.column.addLayout(grid)
        self.agencies.setVisible(bool(self.standing.contributions))

    def _swatch(self, agency: Agency) -> QLabel:
        made = QLabel()
        size = made.fontMetrics().ascent()
        picture = QPixmap(size, size)
        picture.fill(self._context.theme.agency(agency.colour))
        made.setPixmap(picture)
        made.setContentsMargins(0, HAIR, 0, 0)
        return made

    def _show_lately(self) -> None:
        """The last steps of the journal."""
        _emptied(self.lately)
        self.lately.column.addWidget(label(self.tr("Done lately"), "heading"))
        for step in self.standing.lately:
            self.lately.column.addWidget(label(self._told(step), "hint", wrap=True))
        self.lately.column.addWidget(
            link_button(self.tr("The whole history"), self._context.actions["review.history"].trigger),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )

    def _told(self, step: StepRecord) -> str:
        moment = to_local(step.at)
        kinds = {"undo": self.tr("Undone: {what}"), "redo": self.tr("Redone: {what}")}
        what = kinds.get(step.kind, "{what}").format(what=self._context.veil.said(step.label, beside=True))
        return f"{in_british_words(of_day(moment.date()))}, {moment:%H:%M} · {what}"


def _questions_in_words(page: OverviewPage) -> str:
    asked, late = page.standing.asked, page.standing.overdue
    words = counted(asked, page.tr("{n} question to agencies is open"), page.tr("{n} questions to agencies are open"))
    if not late:
        return f"{words}."
    due = counted(late, page.tr("a reply to {n} of them is overdue"), page.tr("replies to {n} of them are overdue"))
    return f"{words}; {due}."


def _put(review: Review, typed: ReviewFacts, progress: Progress) -> None:
    del progress
    with review.journal.step("Change the review's details"):
        facts.put(review, typed)


def _read(review: Review, asked: int, progress: Progress) -> tuple[int, Standing]:
    del progress
    return asked, read_standing(review)


def _pair(above: QLabel, below: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(above)
    if below:
        column.addWidget(label(below, "hint", wrap=True))
    return column


def _emptied(card: Card) -> None:
    _clear(card.column)


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            let_go(widget)
        elif inner := item.layout():
            _clear(inner)  # type: ignore[arg-type]  # every layout can be emptied alike
            inner.deleteLater()
