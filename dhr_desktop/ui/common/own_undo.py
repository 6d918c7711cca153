"""Pages whose decisions are not in the review yet: there Undo takes back the last of these, and nothing else."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance


@dataclass(frozen=True, slots=True)
class OwnUndo:
    """The decision that Undo would take back, and the one that Redo would do again, in words; None for none."""

    undo: str | None = None
    redo: str | None = None


@runtime_checkable
class UndoesItself(Protocol):
    """A page that may have decisions of its own."""

    undo_changed: SignalInstance
    """What Undo or Redo would do is another thing now."""

    def own_undo(self) -> OwnUndo | None:
        """What Undo and Redo do as the page stands; None where they are the review's."""

    def take_back(self) -> None:
        """Take back the last decision."""

    def do_again(self) -> None:
        """Do again what was taken back last."""
