"""Reads for a section off the screen's thread; an answer that came too late is dropped."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext

T = TypeVar("T")


class Latest(Generic[T]):
    """Asks for one thing again and again, such as what a section shows, and tells the answer to the last asking."""

    def __init__(self, context: ReviewContext, owner: QWidget, doing: str, told: Callable[[T], None]) -> None:
        self._context, self._owner, self._doing, self._told = context, owner, doing, told
        self._asked = 0

    def ask(self, read: Callable[[Review], T]) -> None:
        """Read, and tell what was found."""
        self._asked += 1
        asked, review = self._asked, self._context.review

        def work(progress: Progress) -> tuple[int, T]:
            del progress
            return asked, read(review)

        self._context.jobs.read(work, self._doing, self._found, owner=self._owner)

    def _found(self, answer: tuple[int, T]) -> None:
        asked, found = answer
        if asked == self._asked:
            self._told(found)
