"""Who is told of a step once it is on disk, and what becomes of a fault in one of them."""

from collections.abc import Callable, Iterable
from typing import ClassVar, Generic, TypeVar

from dhr_desktop.base.errors import Cancelled, UserError

T = TypeVar("T")


class ListenerRefused(RuntimeError):
    """A fault of ours: who was told of a step wanted it stopped, as if that could be. The step is on disk."""


class StepStands(UserError):
    """What comes after a step was refused, as by a full disk. The step is on disk; nobody has to do it again."""

    code: ClassVar[str] = "S012"

    def __init__(self) -> None:
        super().__init__(
            "Your last change is saved, but the review’s file could not be put in order after it.",
            "Check that the disk has free space; it is tried again after the next change.",
        )


class Listeners(Generic[T]):
    """Everyone who has subscribed, in the order in which they did."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def subscribe(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Have `listener` told from now on; returns the way out."""
        self._listeners.append(listener)

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def tell(self, changes: Iterable[T], afterwards: Callable[[], None]) -> UserError | None:
        """Tell all of them of all that was done, and then do what comes `afterwards`, also when one of them fails.

        The first fault is raised at the end. What has been done cannot be refused any more, so a refusal is given
        back and not raised, and a wish to stop is raised as `ListenerRefused`: whoever gave the command must not take
        it for one that was not done.
        """
        failures: list[BaseException] = []
        for change in changes:
            for listener in tuple(self._listeners):
                try:
                    listener(change)
                except (Exception, Cancelled) as failure:  # noqa: BLE001 - raised below, after the others are told
                    failures.append(failure)
        try:
            afterwards()
        except Exception as failure:  # noqa: BLE001 - raised below, behind what a listener raised
            failures.append(failure)
        for fault in failures:
            if isinstance(fault, Cancelled):
                raise ListenerRefused from fault
            if not isinstance(fault, UserError):
                raise fault
        return next((refusal for refusal in failures if isinstance(refusal, UserError)), None)
