"""Which submission, or which file handed over with it, a file may be a revised version of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dhr_desktop.domain.reviews import Submission
from dhr_desktop.importing.reading import Reading
from dhr_desktop.store import revisions, submissions
from dhr_desktop.store.review import Review

_TELLING = 25
"""Words as long as this tell one row from all others."""
_VERSION = re.compile(
    r"([ _.-]*\(\d+\)|[ _.-]+(v(er(sion)?)?[ _.-]*\d+(\.\d+)?|rev(ised)?|final|amended|updated|corrected|copy))+$"
)
_NUMBER = re.compile(r"\d+(\.\d+)?")
_WIDTH = 0.3
"""Part of the older file's rows that must be the same for a file to look like its revision."""


def revised_by(review: Review, reading: Reading) -> list[Submission]:
    """The submissions that a file may be a revision of, the likest first: many of their rows are in it.

    Of one that has its name but for the version, a single row will do. One that was revised already gives way to
    its revision. A file that is in the review byte for byte is none.
    """
    if submissions.with_sha256(review, reading.sha256):
        return []
    rows = {_told_by(row.cells) for table in reading.tables for row in table.rows if row.entry}
    stem = _stem(reading.file_name)
    over = revisions.superseded(review)
    found = []
    for submission in submissions.listing(review):
        if submission.id in over or submission.taken_back_at or not submission.imported:
            continue
        stored = [_told_by(row.cells) for row in submissions.rows(review, submission.id) if row.outcome == "imported"]
        same = sum(told in rows for told in stored) / max(len(stored), 1)
        if same >= _WIDTH or (same and stem == _stem(submission.file_name)):
            found.append((same, submission))
    return [submission for _, submission in sorted(found, key=lambda one: -one[0])]


@dataclass(frozen=True, slots=True)
class Told:
    """What a file that waits is known by: its name, whose it is where that is known, and digests of its rows."""

    file_name: str
    agency: str
    rows: frozenset[int]


def told_of(reading: Reading) -> frozenset[int]:
    """Digests of what each entry's row is known by."""
    return frozenset(hash(_told_by(row.cells)) for table in reading.tables for row in table.rows if row.entry)


def follows(files: Sequence[Told]) -> list[int | None]:
    """For each file the place of the one among the others that it may be a later version of; None where there is none.

    The later of two is the one whose name says so ("v2", "final"), else the one that stands later. Those of two
    agencies are no versions of each other.
    """
    order = sorted(range(len(files)), key=lambda place: (_version(files[place].file_name), place))
    found: list[int | None] = [None] * len(files)
    for at, later in enumerate(order):
        for earlier in reversed(order[:at]):
            if _is_version(files[earlier], files[later]):
                found[later] = earlier
                break
    return found


def _is_version(earlier: Told, later: Told) -> bool:
    if earlier.agency and later.agency and earlier.agency.casefold() != later.agency.casefold():
        return False
    same = len(earlier.rows & later.rows) / max(len(earlier.rows), 1)
    return same >= _WIDTH or (same > 0 and _stem(earlier.file_name) == _stem(later.file_name))


def _version(file_name: str) -> float:
    """Which version a file's name says it is: its number, 1 where words say that it is a later one, else 0."""
    mark = _VERSION.search(PurePath(file_name.lower()).stem)
    number = _NUMBER.search(mark.group()) if mark else None
    return float(number.group()) if number else float(mark is not None)


def _told_by(cells: tuple[str, ...]) -> tuple[str, ...]:
    """What a row is known by, whatever the order of its columns and the form of its dates: its longest words.

    A row of few words is known by all its cells.
    """
    longest = max(cells, key=len, default="")
    return (longest,) if len(longest) >= _TELLING else tuple(sorted(cell for cell in cells if cell))


def _stem(file_name: str) -> str:
    """A file's name without what tells its version."""
    return _VERSION.sub("", PurePath(file_name.lower()).stem).strip(" _-.")
