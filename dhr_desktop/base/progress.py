"""How slow work says how far it is, without knowing of threads or windows."""

from typing import Protocol


class Progress(Protocol):
    """Told of progress by slow work; raises `Cancelled` from `step` when the work should stop."""

    def step(self, done: int, total: int, doing: str) -> None:
        """Say that `done` of `total` units are behind us and what is being done, in a few plain words."""


class NoProgress:
    """The progress of work that nobody watches and nobody will stop."""

    def step(self, done: int, total: int, doing: str) -> None:
        """Take no notice."""


UNWATCHED = NoProgress()
