"""What the chair does to the entries chosen in the table: each act is one step, off the screen's thread."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.meaning import Inclusion, LineOfEnquiry, Mark, Significance, Theme
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import questions
from dhr_desktop.timeline import edit, events, meaning, placing
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.asked_about import asked_about_words

Ids = Sequence[int]


class Acts(QObject):
    """Has an act written and says what was done, with Undo beside it. `page` is the initiator of its steps."""

    grouped = Signal(int)
    """The event that entries were grouped as."""

    def __init__(self, context: ReviewContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._review, self._page = context, context.review, page

    def judge(self, ids: Ids, significance: Significance) -> None:
        """Say how much they matter."""
        review, page = self._review, self._page
        self._do(lambda progress: meaning.judge(review, ids, significance, page, progress))

    def mark(self, ids: Ids, what: Mark, *, on: bool) -> None:
        """Say what they show."""
        review, page = self._review, self._page
        self._do(lambda progress: meaning.mark(review, ids, what, on=on, initiator=page, progress=progress))

    def include(self, ids: Ids, document: Inclusion, *, on: bool) -> None:
        """Say what documents they go into."""
        review, page = self._review, self._page
        self._do(lambda progress: meaning.include(review, ids, document, on=on, initiator=page, progress=progress))

    def move_to_agency(self, ids: Ids, agency: Agency) -> None:
        """Have them stand under another agency."""
        review, page = self._review, self._page
        self._do(lambda progress: meaning.move_to_agency(review, ids, agency.id, page, progress))

    def give_theme(self, ids: Ids, theme: Theme, *, on: bool) -> None:
        """Give them a theme, or take it from them."""
        review, page = self._review, self._page
        self._do(lambda _: meaning.give_theme(review, ids, theme, on=on, initiator=page))

    def bear_on(self, ids: Ids, line: LineOfEnquiry, *, on: bool) -> None:
        """Set them beside a line of enquiry, or take them from it."""
        review, page = self._review, self._page
        self._do(lambda _: meaning.bear_on(review, ids, line, on=on, initiator=page))

    def group(self, ids: Ids) -> None:
        """Make them one event."""
        review, page = self._review, self._page
        self._do(lambda _: events.group(review, ids, page), self.grouped.emit)

    def part(self, ids: Ids) -> None:
        """Take them out of their events."""
        review, page = self._review, self._page
        self._do(lambda _: events.split(review, ids, page), otherwise=self.tr("None of these is in an event."))

    def remove(self, ids: Ids) -> None:
        """Take them off the timeline."""
        review, page = self._review, self._page

        def remove(progress: Progress) -> str:
            asked = questions.about_entries(review, ids)
            edit.remove_entries(review, ids, page, progress)
            return asked_about_words(asked)

        self._do(remove, says_more=True)

    def put(self, entry_id: int, beside_id: int, *, before: bool) -> None:
        """Have an entry stand before or after another of its day. What was done is seen, so only a refusal is said."""
        review, page = self._review, self._page
        move = placing.put_before if before else placing.put_after
        self._do(lambda _: move(review, entry_id, beside_id, page), quiet=True)

    def put_back(self, entry_id: int) -> None:
        """Have an entry stand where its hour puts it."""
        review, page = self._review, self._page
        self._do(lambda _: placing.put_back(review, entry_id, page))

    def _do(
        self,
        act: Callable[[Progress], object],
        done: Callable[..., object] | None = None,
        *,
        otherwise: str = "",
        quiet: bool = False,
        says_more: bool = False,
    ) -> None:
        review = self._review

        def work(progress: Progress) -> tuple[object, str]:
            before = _last(review.journal.steps(1))
            result = act(progress)
            after = review.journal.steps(1)
            return result, after[0].label if _last(after) != before else ""

        def end(found: tuple[object, str]) -> None:
            result, label = found
            if label and done:
                done(result)
            if not quiet:
                self._say(label, otherwise, str(result) if says_more else "")

        self._context.jobs.run(work, self.tr("Changing the timeline"), end, owner=self._page)

    def _say(self, label: str, otherwise: str, more: str) -> None:
        messages = self._context.messages
        if label:
            undo = self._context.actions["review.undo"].trigger
            said = self.tr("Done: {step}.").format(step=_small(label))
            messages.show_done(f"{said} {more}".strip(), self.tr("Undo"), undo)
        else:
            messages.show_note(otherwise or self.tr("They were so already, so nothing was changed."))


def _last(steps: Sequence[object]) -> int:
    return int(getattr(steps[0], "id", 0)) if steps else 0


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
