"""What was read of all entries, held in memory for as long as it stands."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from dhr_desktop.store.connection import Connection
from dhr_desktop.store.review import Review

T = TypeVar("T")


class Held(Generic[T]):
    """Reads once for each review, and `mended` brings it up to date once more has been changed since a change's id."""

    def __init__(self, read: Callable[[Connection], T], mended: Callable[[Connection, T, int], T]) -> None:
        self._read = read
        self._mended = mended
        self._held: WeakKeyDictionary[Review, tuple[int, T]] = WeakKeyDictionary()

    def of(self, review: Review) -> T:
        """What there is at present."""
        connection = review.read
        if review.journal.open_here:
            return self._read(connection)  # it may yet be rolled back, so it is not held
        with connection.snapshot():  # what a step writes meanwhile is mended the next time, and all of it then
            last = connection.value("SELECT max(id) FROM change") or 0
            kept = self._held.get(review)
            if kept is not None and kept[0] >= last:  # another thread may have seen a later step
                return kept[1]
            found = self._read(connection) if kept is None else self._mended(connection, kept[1], kept[0])
        self._held[review] = last, found
        return found


def leaves_alone(columns: Iterable[str]) -> str:
    """The condition on a change that it is an update of none of these columns."""
    unsaid = " AND ".join(f"json_type(new, '$.{name}') IS NULL" for name in columns)
    return f"(op = 'update' AND {unsaid})"
