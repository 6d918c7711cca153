"""Has decisions written, each as one step, off the window's thread."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.events import Differs, Question
from dhr_desktop.timeline import disagreements
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once

T = TypeVar("T")
Key = tuple[int, Differs]


def place_of(key: Key) -> str:
    """Where the drafts keep what has been written about a disagreement."""
    return f"disagreement/{key[0]}/{key[1].value}"


class DecisionWriter(QObject):
    """`page` is the initiator of its steps."""

    settled = Signal(object)
    """The key of the disagreement that was settled."""
    asked = Signal(object)
    """The `Question` that was made."""
    refused = Signal(object)
    """The `UserError` for which a decision could not be written."""

    def __init__(self, context: ReviewContext, page: QWidget) -> None:
        super().__init__(page)
        self._review, self._jobs, self._page = context.review, context.jobs, page
        self._drafts = context.drafts

    def settle(self, key: Key, finding: str, reason: str) -> None:
        """Write what the review takes to be so."""

        def command() -> None:
            disagreements.settle(self._review, *key, finding, reason, self._page)

        taken_in = self._drafts.taken_in_by(place_of(key), command)
        self._write(taken_in, lambda _: self.settled.emit(key))

    def ask(self, key: Key, agency_id: int) -> None:
        """Turn it into a question."""

        def command() -> Question:
            return disagreements.ask(self._review, *key, agency_id, initiator=self._page)

        self._write(command, self.asked.emit)

    def reopen(self, key: Key) -> None:
        """Open it again."""

        def command() -> None:
            disagreements.reopen(self._review, *key, initiator=self._page)

        self._write(command, lambda _: None)

    def _write(self, command: Callable[[], T], done: Callable[[T], object]) -> None:
        def end(result: T) -> None:
            done(result)

        self._jobs.run(at_once(command), self.tr("Saving"), end, self._fail, owner=self._page)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(error)
