"""The files that have been handed over and read, before they are imported."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.importing import likely
from dhr_desktop.importing.intake import Arrival
from dhr_desktop.importing.problems import PasswordNeeded
from dhr_desktop.importing.reading import Reading, TableReading
from dhr_desktop.ui.importing.kept_file import KeptFile


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in words, and the tables as they were on its other side."""

    words: str
    tables: list[TableReading] = field(repr=False)


@dataclass(slots=True, eq=False)
class FileItem:
    """One file: how it was read, or the sentence why it was not; and the agency it is to come in under."""

    arrival: Arrival
    reading: Reading | None = None
    error: UserError | None = None
    agency: str = ""
    suggested: str = ""
    """What it may be called, where nothing in the file names an agency and the chair is asked whose it is."""
    sender: str = ""
    received: str = ""
    already: bool = False
    same_as: str = ""
    """The name of the file of the batch that it is a copy of, byte for byte."""
    revises: list[Submission] = field(default_factory=list)
    """The submissions that it may be a revised version of, the likest first."""
    told: frozenset[int] = field(default=frozenset(), repr=False)
    """What its rows are known by."""
    follows: str = ""
    """The name of the file of the batch that it may be a later version of, and which has to come in before it."""
    as_new: bool = False
    """Whether it is to come in as a submission of its own though it looks like a revision."""
    remembered: bool = False
    """Whether it is read as the chair had this agency's layout read before."""
    opened_with: str = field(default="", repr=False)
    """What opened the .zip that it came in."""
    kept: KeptFile | None = field(default=None, repr=False)
    """What it was, and what was decided about it, before the lock."""
    past: list[Decided] = field(default_factory=list)
    """The chair's decisions, the latest last, each with the tables as they were read before it."""
    undone: list[Decided] = field(default_factory=list)
    """The decisions that were taken back, each with the tables as they were read after it."""

    @property
    def path(self) -> Path:
        """Where it came from; of a file in a .zip or from the clipboard, its name alone."""
        return self.arrival.path or Path(self.arrival.came_in, self.arrival.name)

    @property
    def name(self) -> str:
        """Its name, which holds no folder."""
        return self.arrival.name

    @property
    def tables(self) -> list[TableReading]:
        """The tables that hold a chronology."""
        return [table for table in self.reading.tables if table.mapping] if self.reading else []

    @property
    def doubtful(self) -> int:
        """How many entries need a look."""
        return sum(len(table.doubtful) for table in self.tables)

    @property
    def questions(self) -> int:
        """How many answers it waits for that only the chair can give."""
        return sum(len(table.questions) for table in self.tables)

    @property
    def needs_password(self) -> bool:
        """Whether it waits for its password."""
        return isinstance(self.error, PasswordNeeded)

    @property
    def is_revision(self) -> bool:
        """Whether it is to be compared with an earlier version and not imported beside it."""
        return bool(self.revises or self.follows) and not self.as_new

    @property
    def can_be_imported(self) -> bool:
        """Whether it would bring anything new by itself, with all that has to be known."""
        brings = self.reading is not None and self.error is None and self.reading.counts.imported > 0
        asked = self.questions or self.is_revision
        known = self.already or bool(self.same_as)
        return brings and not known and not asked and bool(self.agency.strip())

    def decide(self, place: int, read: TableReading, words: str = "") -> None:
        """Put `read`, a table as it is read now, in its place among all; `take_back` returns to what was."""
        if self.reading is None:
            return
        self.past.append(Decided(words, list(self.reading.tables)))
        self.undone.clear()
        tables = list(self.reading.tables)
        tables[place] = read
        self.reading = replace(self.reading, tables=tables)

    def take_back(self) -> None:
        """Return to how the tables were read before the last decision."""
        self._turn(self.past, self.undone)

    def do_again(self) -> None:
        """Return to the decision that was taken back last."""
        self._turn(self.undone, self.past)

    def _turn(self, given: list[Decided], taken: list[Decided]) -> None:
        if given and self.reading:
            decided = given.pop()
            taken.append(Decided(decided.words, list(self.reading.tables)))
            self.reading = replace(self.reading, tables=decided.tables)


@dataclass(slots=True)
class Batch:
    """All files handed over at once."""

    items: list[FileItem] = field(default_factory=list)

    @property
    def importable(self) -> list[FileItem]:
        """The files that would bring entries."""
        return [item for item in self.items if item.can_be_imported]

    def tell_copies(self) -> None:
        """Mark each file that is the same, byte for byte, as one before it, or that may be a later version of one."""
        first: dict[str, FileItem] = {}
        for item in self.items:
            known = first.setdefault(item.reading.sha256, item) if item.reading else item
            item.same_as = known.name if known is not item else ""
        self._tell_versions()

    def _tell_versions(self) -> None:
        alone = [item for item in self.items if item.told and not (item.already or item.same_as or item.revises)]
        found = likely.follows([likely.Told(item.name, item.agency.strip(), item.told) for item in alone])
        for item in self.items:
            item.follows = ""
        for item, place in zip(alone, found, strict=True):
            item.follows = alone[place].name if place is not None else ""

    def add(self, others: "Batch") -> None:
        """Take in files that were handed over later; what was chosen for those that could be read stays."""
        again = {item.path for item in others.items}
        self.items = [item for item in self.items if item.error is None or item.path not in again]
        known = {(item.path, item.reading.sha256 if item.reading else "") for item in self.items}
        self.items += [
            item for item in others.items if (item.path, item.reading.sha256 if item.reading else "") not in known
        ]
