"""Where on a page somebody was, so that they are there again once the lock has been opened."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class HasPlace(Protocol):
    """A page on which one can be at a place. A place is ids and keys alone: no word of the review waits unlocked."""

    def place(self) -> tuple[int, str]:
        """Where one is."""
        ...

    def go_back_to(self, place: tuple[int, str]) -> None:
        """Be there again, if it is there still."""
