"""Files that were handed over and are not in the review yet: what is lost when the review is left."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class WaitingFiles:
    """How many files wait to be imported, and what to read to have them again; what was pasted cannot be read again."""

    number: int = 0
    paths: tuple[Path, ...] = ()


@runtime_checkable
class HoldsFiles(Protocol):
    """A page on which files may be waiting."""

    def waiting_files(self) -> WaitingFiles:
        """The files that are not in the review yet."""
