"""The files that have been handed over and read, before they are imported."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.files import in_words
from dhr_desktop.base.progress import Progress
from dhr_desktop.importing.opening import READ_KINDS
from dhr_desktop.importing.reading import Reading, TableReading, read_file
from dhr_desktop.store import submissions
from dhr_desktop.store.review import Review


@dataclass(slots=True)
class FileItem:
    """One file: how it was read, or the sentence why it was not; and the agency it is to come in under."""

    path: Path
    reading: Reading | None = None
    error: UserError | None = None
    agency: str = ""
    already: bool = False

    @property
    def tables(self) -> list[TableReading]:
        """The tables that hold a chronology."""
        return [table for table in self.reading.tables if table.mapping] if self.reading else []

    @property
    def doubtful(self) -> int:
        """How many entries need a look."""
        return sum(len(table.doubtful) for table in self.tables)

    @property
    def can_be_imported(self) -> bool:
        """Whether it would bring anything new, and under which agency."""
        brings = self.reading is not None and self.error is None and self.reading.counts.imported > 0
        return brings and not self.already and bool(self.agency.strip())

    def replace_table(self, old: TableReading, new: TableReading) -> None:
        """Put a table that was read anew in the place of the old one."""
        if self.reading:
            self.reading.tables[self.reading.tables.index(old)] = new


@dataclass(slots=True)
class Batch:
    """All files handed over at once."""

    items: list[FileItem] = field(default_factory=list)

    @property
    def importable(self) -> list[FileItem]:
        """The files that would bring entries."""
        return [item for item in self.items if item.can_be_imported]

    def add(self, others: "Batch") -> None:
        """Take in files that were handed over later; what was chosen for those that could be read stays."""
        again = {item.path for item in others.items}
        self.items = [item for item in self.items if item.error is None or item.path not in again]
        known = {item.path for item in self.items}
        self.items += [item for item in others.items if item.path not in known]


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files among `paths` and in the folders among them, by name; of a folder's files those that can be read."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            with in_words(path, "read"):
                found += sorted(one for one in path.iterdir() if one.is_file() and one.suffix.lower() in READ_KINDS)
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def read_batch(review: Review, paths: list[Path], progress: Progress) -> Batch:
    """Read every file; one that cannot be read keeps its sentence and stops no other.

    A file that the review holds byte for byte is marked as such. Raises `FileProblem` for a folder it may not open.
    """
    batch = Batch()
    found = files_in(paths)
    for done, path in enumerate(found):
        progress.step(done, len(found), f"Reading {path.name}")
        item = FileItem(path)
        try:
            item.reading = read_file(path, _Within(progress, done, len(found)))
            item.agency = item.reading.agency_guess
            item.already = submissions.with_sha256(review, item.reading.sha256) is not None
        except UserError as error:
            item.error = error
        batch.items.append(item)
    return batch


class _Within:
    """The progress of one file within that of all: it can be stopped, and counts as one of them."""

    def __init__(self, outer: Progress, done: int, total: int) -> None:
        self._outer, self._done, self._total = outer, done, total

    def step(self, done: int, total: int, doing: str) -> None:
        """Pass on what is being done."""
        del done, total
        self._outer.step(self._done, self._total, doing)
