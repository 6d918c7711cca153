"""Who is told of a step once it is on disk, and what becomes of a fault in one of them."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from dhr_desktop.base.errors import Cancelled, UserError

T = TypeVar("T")


class ListenerRefused(RuntimeError):
    """A fault of ours: who was told of a step refused it, as if that could be. The step is on disk."""


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

    def tell(self, changes: Iterable[T], afterwards: Callable[[], None]) -> None:
        """Tell all of them of all that was done, and then do what comes `afterwards`, also when one of them fails.

        The first failure is raised at the end. What has been done cannot be refused any more, so a refusal or a wish
        to stop is raised as `ListenerRefused`: whoever gave the command must not take it for one that was not done.
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
        for first in failures:
            if isinstance(first, UserError | Cancelled):
                raise ListenerRefused from first
            raise first
