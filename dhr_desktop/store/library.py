"""The library: a folder with the encrypted list of reviews, the slots that open it, and a file for each review."""

import contextlib
import json
import secrets
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from dhr_desktop.base import files
from dhr_desktop.base.clock import now
from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import elsewhere, keyslots, migrate, themes, triggers
from dhr_desktop.store import facts as facts_table
from dhr_desktop.store.connection import KEY_BYTES, Connection, FileDamaged, open_file
from dhr_desktop.store.journal import Change
from dhr_desktop.store.lock import FolderLock
from dhr_desktop.store.making import new_file, nothing_left_on_failure
from dhr_desktop.store.review import Review

LIBRARY_FILE = "library.dhr"
KEYS_FILE = "keys.json"
LOCK_FILE = "library.lock"
UNFINISHED_FILE = "library.dhr.part"
REVIEWS_FOLDER = "reviews"


class LibraryExists(UserError):
    """A library would be made where there is one, or part of one."""

    code: ClassVar[str] = "S008"


class NoLibrary(UserError):
    """There is no library to open in the folder."""

    code: ClassVar[str] = "S009"


class NoReview(UserError):
    """The review asked for is not in the library."""

    code: ClassVar[str] = "S010"


@dataclass(frozen=True, slots=True)
class ReviewListing:
    """One line of the library. The moments are made by `base.clock.now`."""

    id: int
    name: str
    reference: str
    created_at: str
    opened_at: str


class Library:
    """An open library. Use `create` or `open`; `close` closes its reviews too."""

    def __init__(self, folder: Path, connection: Connection, lock: FolderLock) -> None:
        self.folder = folder
        self._connection = connection
        self._folder_lock = lock
        self._lock = threading.RLock()
        self._open: dict[int, Review] = {}
        self._closed = False

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether `folder` holds a library."""
        return (folder / LIBRARY_FILE).is_file()

    @staticmethod
    def create(folder: Path, passphrase: str, cost: keyslots.Cost = keyslots.STANDARD) -> "Library":
        """Make a library in `folder` and open it.

        Raises `LibraryExists`, `AlreadyOpen`, `FileProblem` or `StoreProblem`; nothing made on the way stays behind.
        """
        _require_free(folder)
        key = secrets.token_bytes(KEY_BYTES)
        slots = keyslots.to_json([keyslots.wrap(key, passphrase, cost)])
        with nothing_left_on_failure(folder) as made:
            files.make_private_folder(folder)
            lock = FolderLock(folder / LOCK_FILE)
            try:
                _require_free(folder)
                unfinished = folder / UNFINISHED_FILE
                made += [folder / LOCK_FILE, folder / KEYS_FILE, folder / LIBRARY_FILE, unfinished]
                # A crash before the last line leaves a part file, by which the next attempt knows what to clear.
                new_file(unfinished, key, "library")
                files.write_whole(folder / KEYS_FILE, slots)
                files.move_whole(unfinished, folder / LIBRARY_FILE)
                connection = _existing_file(folder / LIBRARY_FILE, key)
            except BaseException:
                lock.release()
                raise
        return Library(folder, connection, lock)

    @staticmethod
    def open(folder: Path, passphrase: str, cost: keyslots.Cost = keyslots.STANDARD) -> "Library":
        """Open the library in `folder`; a slot cheaper than `cost` is wrapped anew at that cost once it is open.

        Raises `NoLibrary`, `WrongPassphrase` (with nothing touched), `AlreadyOpen`, `FileDamaged`, `NewerFile`,
        `StoreProblem`, `FileProblem` or `NotEnoughMemory`.
        """
        slots = _read_slots(folder)
        key, slot = keyslots.unwrap(slots, passphrase)
        lock = FolderLock(folder / LOCK_FILE)
        try:
            connection = _existing_file(folder / LIBRARY_FILE, key)
            if not slot.cost.covers(cost):
                others = [other for other in slots if other is not slot]
                raised = keyslots.to_json([keyslots.wrap(key, passphrase, cost), *others])
                files.write_whole(folder / KEYS_FILE, raised)
        except BaseException:
            lock.release()
            raise
        return Library(folder, connection, lock)

    def reviews(self) -> list[ReviewListing]:
        """The reviews, the one opened last first."""
        with self._lock:
            found = self._connection.rows(
                "SELECT id, name, reference, created_at, opened_at FROM review ORDER BY opened_at DESC, id DESC"
            )
        return [ReviewListing(*row) for row in found]

    def create_review(self, facts: ReviewFacts, first_themes: Sequence[Theme] = ()) -> Review:
        """Make a review, which has these themes from the start, and open it.

        Raises `FileProblem` or `StoreProblem`; nothing is left behind.
        """
        folder = self.folder / REVIEWS_FOLDER
        path = folder / f"{secrets.token_hex(16)}.dhr"
        key, at = secrets.token_bytes(KEY_BYTES), now()
        with self._lock, nothing_left_on_failure(folder) as made:
            files.make_private_folder(folder)
            made.append(path)
            new_file(path, key, "review", lambda connection: _begin(connection, facts, first_themes))
            review_id = self._connection.insert(
                "INSERT INTO review (file, key, name, reference, created_at, opened_at) VALUES (?, ?, ?, ?, ?, ?)",
                (path.name, key, facts.name, facts.reference, at, at),
            )
        return self.open_review(review_id)

    def open_review(self, review_id: int) -> Review:
        """Open a review; one that is open already is given again, for it may have one writer only.

        Raises `NoReview`, `FileDamaged`, `NewerFile` or `StoreProblem`.
        """
        with self._lock:
            if review_id in self._open and not self._open[review_id].closed:
                return self._open[review_id]
            found = self._connection.row("SELECT file, key FROM review WHERE id = ?", (review_id,))
            if found is None:
                raise NoReview("This review is no longer in the library.", "Choose another from the list.")
            review = Review(review_id, self.folder / REVIEWS_FOLDER / found[0], found[1], self._forget)
            self._connection.execute("UPDATE review SET opened_at = ? WHERE id = ?", (now(), review_id))
            self._list_as_it_is(review)
            self._open[review_id] = review
            review.journal.subscribe(lambda change: self._keep_listing(review, change))
            return review

    def remember_layout(self, agency: str, signature: str, choices: dict[str, Any]) -> None:
        """Keep how a layout of an agency's was read, in place of what was kept before."""
        with self._lock:
            self._connection.execute(
                "INSERT INTO layout (agency, signature, choices, used_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (agency, signature) DO UPDATE SET choices = excluded.choices, used_at = excluded.used_at",
                (agency, signature, json.dumps(choices), now()),
            )

    def recall_layout(self, agency: str, signature: str) -> dict[str, Any] | None:
        """How a layout of an agency's was read last; None when it never was."""
        with self._lock:
            found = self._connection.value(
                "SELECT choices FROM layout WHERE agency = ? AND signature = ?", (agency, signature)
            )
        return dict(json.loads(found)) if found else None

    def begun(self, place: str) -> dict[str, str]:
        """What was typed into a form that belongs to no review yet, by field; nothing where nothing is kept."""
        with self._lock:
            return dict(
                self._connection.rows("SELECT field, words FROM begun WHERE place = ? ORDER BY field", (place,))
            )

    def keep_begun(self, place: str, words: Mapping[str, str]) -> None:
        """Keep these words in the stead of what was kept there; none at all forgets the place.

        Raises `StoreProblem`.
        """
        with self._lock, self._connection.transaction():
            self._connection.execute("DELETE FROM begun WHERE place = ?", (place,))
            self._connection.many(
                "INSERT INTO begun (place, field, words) VALUES (?, ?, ?)",
                [(place, field, text) for field, text in words.items()],
            )

    def names_elsewhere(self, review_id: int) -> elsewhere.Used:
        """The pseudonyms in use in every review but this one; safe in any thread."""
        with self._lock:
            found = self._connection.rows("SELECT name, file, key FROM review WHERE id <> ?", (review_id,))
        folder = self.folder / REVIEWS_FOLDER
        return elsewhere.used_names([(name, folder / file, key) for name, file, key in found])

    def close(self) -> None:
        """Close the reviews and the library; closing again does nothing."""
        with self._lock:
            if self._closed:
                return
            for review in list(self._open.values()):
                review.close()
            self._closed = True
            self._connection.close()
            self._folder_lock.release()

    def _forget(self, review: Review) -> None:
        """Neither a review that was closed nor its key waits in memory; the same may have been opened anew by now."""
        if self._open.get(review.id) is review:
            del self._open[review.id]

    def _keep_listing(self, review: Review, change: Change) -> None:
        if "review" in change.tables:
            # The step is on disk already: a library that cannot be written now is put right at the next opening.
            with contextlib.suppress(UserError):
                self._list_as_it_is(review)

    def _list_as_it_is(self, review: Review) -> None:
        """The list shows name and reference without opening each file, so it follows the review's own row."""
        with self._lock:
            if self._closed or review.closed:
                return
            facts = facts_table.get(review)
            self._connection.execute(
                "UPDATE review SET name = ?, reference = ? WHERE id = ?", (facts.name, facts.reference, review.id)
            )


def _require_free(folder: Path) -> None:
    """Raise `LibraryExists` unless a library can be made here without overwriting what may be someone's only key."""
    if Library.exists(folder):
        raise LibraryExists("This folder already holds a library.", "Open it, or choose an empty folder.")
    if (folder / KEYS_FILE).exists() and not (folder / UNFINISHED_FILE).exists():
        raise LibraryExists(
            f"This folder holds the keys of a library, “{KEYS_FILE}”, whose own file is missing.",
            f"Put “{LIBRARY_FILE}” back from your last backup, or choose an empty folder.",
        )


def _read_slots(folder: Path) -> list[keyslots.Slot]:
    if not (folder / LIBRARY_FILE).is_file():
        raise NoLibrary("There is no library in this folder.", "Choose the folder that holds “library.dhr”.")
    if not (folder / KEYS_FILE).is_file():
        raise FileDamaged(f"“{KEYS_FILE}” is missing beside the library.", "Put back a copy from your last backup.")
    return keyslots.from_json(files.read_bytes(folder / KEYS_FILE), KEYS_FILE)


def _begin(connection: Connection, facts: ReviewFacts, first_themes: Sequence[Theme]) -> None:
    """Give a new review its one row and its first themes, then its journal: all history starts from them."""
    facts_table.put_first(connection, facts)
    themes.put_first(connection, first_themes)
    triggers.refresh(connection)


def _existing_file(path: Path, key: bytes) -> Connection:
    steps = migrate.scripts("library")
    connection = open_file(path, key)
    try:
        found = migrate.check(connection, len(steps))
        if found < len(steps):
            with connection.transaction():
                migrate.apply(connection, steps, found)
    except BaseException:
        connection.close()
        raise
    return connection
