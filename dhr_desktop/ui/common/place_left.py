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


@runtime_checkable
class CanBeNarrowed(Protocol):
    """A page whose list is narrowed by filters, which are words of the review and wait in its own file."""

    def keep_narrowing(self) -> bool:
        """Keep how it is narrowed; whether it is."""
        ...

    def narrow_again(self) -> None:
        """Be narrowed again by what was kept."""
