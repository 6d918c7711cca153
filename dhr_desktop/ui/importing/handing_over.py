"""Reads what the chair has handed over, as its agency's files were read before where they were."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dhr_desktop.base.clock import today
from dhr_desktop.base.errors import Cancelled, UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing import agency_names, intake, layout, likely
from dhr_desktop.importing.choices import NO_CHOICES, NO_HEADINGS, Choices
from dhr_desktop.importing.columns import normalised
from dhr_desktop.importing.intake import Arrival
from dhr_desktop.importing.problems import AlreadyImported, PasswordNeeded, changed_since
from dhr_desktop.importing.reading import Reading, TableReading, read_bytes
from dhr_desktop.importing.sequence import Scope
from dhr_desktop.importing.submit import Imported, submit
from dhr_desktop.store import agencies, facts, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.importing.batch import Batch, FileItem

_LOOK_INTO = 30
"""Rows among which headings that were named by hand are looked for."""


def read_batch(
    review: Review, library: Library, paths: Sequence[Path], progress: Progress, password: str = ""
) -> Batch:
    """Read every file; one that cannot be read keeps its sentence and stops no other.

    `password` opens the .zip files that need one, and the protected files in them that have the same. A file that
    the review holds byte for byte is marked as such. Raises `FileProblem` for a folder it may not open.
    """
    arrivals = intake.gather(paths, progress, password)
    batch = Batch()
    for done, arrival in enumerate(arrivals):
        progress.step(done, len(arrivals), f"Reading {arrival.name}")
        item = read_item(review, library, arrival, Within(progress, done, len(arrivals)), password)
        item.opened_with = password
        batch.items.append(item)
    return batch


def read_item(review: Review, library: Library, arrival: Arrival, progress: Progress, password: str = "") -> FileItem:
    """Read one file, with its password where it needs one."""
    item = FileItem(arrival, error=arrival.error, received=today().isoformat())
    if arrival.error is not None:
        return item
    try:
        reading = _read(arrival, _scope(facts.get(review)), progress, password)
    except UserError as error:
        item.error = error
        return item
    if _is_known(review, reading, arrival):
        item.agency = reading.agency_guess
    else:
        item.suggested = "" if reading.agency_guess == intake.PASTED else reading.agency_guess
    item.already = submissions.with_sha256(review, reading.sha256) is not None
    item.revises = [] if item.already else likely.revised_by(review, reading)
    if item.revises:
        item.agency = item.agency or _agency_of(review, item)
    item.reading, item.remembered = _as_before(library, reading, item.agency)
    item.told = likely.told_of(item.reading)
    return item


def _is_known(review: Review, reading: Reading, arrival: Arrival) -> bool:
    """Whether the guess says whose a file is; of what was pasted the chair is always asked."""
    if arrival.source is None and not arrival.came_in:
        return False
    guess = reading.agency_guess
    return agency_names.is_sure(guess, reading.file_name) or agencies.find(review, guess) is not None


def _read(arrival: Arrival, scope: Scope | None, progress: Progress, password: str) -> Reading:
    """The file read, with the password only where it asks for one: what opened a .zip is none of its files' own."""
    try:
        return read_bytes(arrival.name, arrival.data, progress, scope=scope)
    except PasswordNeeded:
        return read_bytes(arrival.name, arrival.data, progress, password, scope=scope)


def _agency_of(review: Review, item: FileItem) -> str:
    wanted = item.revises[0].agency_id
    return next((agency.name for agency in agencies.listing(review) if agency.id == wanted), "")


def _scope(told: ReviewFacts) -> Scope | None:
    """The first and last day that the review looks at, where both are known to the day."""
    scope = told.scope
    return (scope.first, scope.last) if scope.first and scope.last else None


def _as_before(library: Library, reading: Reading, agency: str) -> tuple[Reading, bool]:
    """The file read as the chair had tables of these headings read for this agency; and whether there were any."""
    remembered = False
    for place, table in enumerate(reading.tables):
        choices = _kept(library, agency.strip(), table) if agency.strip() else NO_CHOICES
        width = table.sheet.width if table.sheet else len(table.headings)
        if choices != NO_CHOICES and max(choices.mapping, default=0) < width:
            reading = reading.choose(place, choices)
            remembered = True
    return reading, remembered


def _kept(library: Library, agency: str, table: TableReading) -> Choices:
    """What the chair decided about a table of these headings; those she named by hand may stand in any row."""
    if table.mapping and (kept := library.recall_layout(agency, _signature(table.headings))):
        return Choices.from_json(kept)
    sheet = table.sheet
    if sheet is None:
        return NO_CHOICES
    rows = [number for number in table.own_rows[:_LOOK_INTO] if number < len(sheet.rows)]
    for number in (*rows, None):
        kept = library.recall_layout(agency, _signature(layout.headed(sheet, number).headings))
        choices = Choices.from_json(kept) if kept else NO_CHOICES
        if choices.header_row is not None and (number is None) == (choices.header_row == NO_HEADINGS):
            return replace(choices, header_row=NO_HEADINGS if number is None else number + 1)
    return NO_CHOICES


def recall(library: Library, item: FileItem) -> bool:
    """Read a file as the chair had its agency's layout read before, once the agency is named; False when never."""
    if item.reading is None or item.past or any(table.choices != NO_CHOICES for table in item.tables):
        return False
    reading, remembered = _as_before(library, item.reading, item.agency)
    if remembered:
        item.reading, item.remembered = reading, True
    return remembered


def remember(library: Library, item: FileItem) -> None:
    """Keep what the chair has decided about the layout of an agency's tables, for its next file in any review."""
    for table in item.tables:
        said = table.choices.layout_only()
        if said != NO_CHOICES:
            library.remember_layout(item.agency.strip(), _signature(table.headings), said.to_json())


def _signature(headings: Sequence[str]) -> str:
    """What is the same in two files of one layout: their headings. A digest, for headings may hold a name."""
    names = json.dumps([normalised(heading) for heading in headings])
    return hashlib.sha256(names.encode()).hexdigest()


Result = tuple[FileItem, Imported | UserError]


def import_files(review: Review, items: Sequence[FileItem], progress: Progress) -> list[Result]:
    """Import each file as a step of its own: what it brought, or the sentence why it was not imported.

    A file that has been written since it was looked at is not imported. When it is asked to stop, what has come in
    by then is told.
    """
    results: list[Result] = []
    for item in items:
        if item.reading is None:
            continue
        try:
            if not intake.is_as_read(item.arrival):
                raise changed_since(item.name)
            done = submit(review, item.reading, item.agency, item.sender, received=item.received, progress=progress)
            results.append((item, done))
        except UserError as error:
            results.append((item, error))
        except Cancelled:
            break
    return results


def left_after(review: Review, items: Sequence[FileItem], results: Sequence[Result]) -> list[FileItem]:
    """The files of a batch that did not come in, each with what it is now."""
    for item, result in results:
        if isinstance(result, AlreadyImported):
            item.already = True
        elif isinstance(result, UserError):
            item.error = result
    came = {id(item) for item, result in results if isinstance(result, Imported)}
    left = [item for item in items if id(item) not in came]
    for item, result in results:
        if isinstance(result, Imported):
            now_revise(review, left, item, result)
    for item in left:
        if item.reading:
            item.already = submissions.with_sha256(review, item.reading.sha256) is not None
    return left


def now_revise(review: Review, left: Sequence[FileItem], came: FileItem, imported: Imported) -> None:
    """A file has come in: those that may be later versions of it can be compared with what it brought."""
    for item in left:
        if item.follows == came.name:
            item.revises, item.follows = [submissions.get(review, imported.submission_id)], ""
            item.agency = item.agency or imported.agency


def look_again(review: Review, items: Sequence[FileItem]) -> bool:
    """See what of the review the files were held for or against is still there; whether anything is otherwise now."""
    there = {each.id for each in submissions.listing(review) if not each.taken_back_at}
    otherwise = False
    for item in items:
        revises = [each for each in item.revises if each.id in there]
        already = item.reading is not None and submissions.with_sha256(review, item.reading.sha256) is not None
        otherwise |= (revises, already) != (item.revises, item.already)
        item.revises, item.already = revises, already
    return otherwise


class Within:
    """The progress of one file within that of all: it can be stopped, and counts as one of them."""

    def __init__(self, outer: Progress, done: int, total: int) -> None:
        self._outer, self._done, self._total = outer, done, total

    def step(self, done: int, total: int, doing: str) -> None:
        """Pass on what is being done."""
        del done, total
        self._outer.step(self._done, self._total, doing)
