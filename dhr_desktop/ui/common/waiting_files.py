"""Files that were handed over and are not in the review yet: kept as drafts when the review is left by the lock."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

IMPORTING = "import/"
"""How the places of drafts begin that hold what waits on the page of submissions."""
WAITING = f"{IMPORTING}waiting"
"""The files that were handed over."""
COMPARED = f"{IMPORTING}compared"
"""The file that is compared with a submission of the list."""


@dataclass(frozen=True, slots=True)
class WaitingFiles:
    """How many files wait to be imported."""

    number: int = 0


@runtime_checkable
class HoldsFiles(Protocol):
    """A page on which files may be waiting."""

    def waiting_files(self) -> WaitingFiles:
        """The files that are not in the review yet."""

    def put_files_away(self) -> None:
        """Let go of them, for the chair leaves the review without importing them."""

    def take_up_files(self) -> None:
        """Have again those that were kept, and be where one was with them."""
