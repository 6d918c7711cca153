"""The files that wait, as they are kept over the lock, and read again as the chair had decided."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from dhr_desktop.base.progress import Progress
from dhr_desktop.importing import intake, problems
from dhr_desktop.importing.intake import Arrival
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.importing.batch import Batch, FileItem
from dhr_desktop.ui.importing.handing_over import Within, read_item
from dhr_desktop.ui.importing.kept_file import KeptFile

_MOST_PASTED = 4 * 1024 * 1024


@dataclass(slots=True)
class TakenUp:
    """Files that waited, read again; the names of those that have changed meanwhile, and of those that are gone."""

    batch: Batch = field(default_factory=Batch)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def kept_of(item: FileItem) -> KeptFile | None:
    """A file as it is kept; None for a pasted table that is too large to be."""
    arrival, reading = item.arrival, item.reading
    if reading is None and item.kept is not None:
        return replace(item.kept, agency=item.agency, sender=item.sender, received=item.received)
    pasted = arrival.source is None
    if pasted and len(arrival.data) > _MOST_PASTED:
        return None
    return KeptFile(
        arrival.name,
        "" if pasted else str(arrival.source),
        arrival.path is None and not pasted,
        arrival.came_in,
        reading.sha256 if reading else "",
        arrival.data.decode("utf-8", "replace") if pasted else "",
        reading.password if reading else "",
        item.opened_with,
        item.agency,
        item.sender,
        item.received,
        item.as_new,
        item.remembered,
        tuple(table.choices for table in reading.tables) if reading else (),
    )


def take_up(review: Review, library: Library, kept: Sequence[KeptFile], progress: Progress) -> TakenUp:
    """Read the files again, each as the chair had decided about it, in the order in which they stood.

    A file that has changed meanwhile is read anew: its agency, sender and day stay, and no more. One that is gone
    stays in the list with the sentence that says so, and what was decided about it.
    """
    found = TakenUp()
    done = 0
    for (source, password), files in groupby(kept, key=lambda each: (each.source, each.opened_with)):
        group = list(files)
        arrivals = intake.gather([Path(source)], progress, password) if source else []
        for each in group:
            progress.step(done, len(kept), f"Reading {each.name}")
            arrival = _arrival(each, arrivals)
            item = read_item(review, library, arrival, Within(progress, done, len(kept)), each.password)
            item.opened_with = each.opened_with
            if item.reading is None and each.sha256:
                found.gone.append(each.name)
            elif not give_back(item, each) and each.sha256:
                found.changed.append(each.name)
            found.batch.items.append(item)
            done += 1
    return found


def give_back(item: FileItem, kept: KeptFile) -> bool:
    """Have what was decided about a file hold again; whether it is the same file still, so that all of it does."""
    item.agency, item.as_new = kept.agency or item.agency, kept.as_new
    item.sender, item.received = kept.sender, kept.received or item.received
    item.kept = kept
    if item.reading is None or item.reading.sha256 != kept.sha256:
        return False
    reading = item.reading
    for place, choices in enumerate(kept.choices[: len(reading.tables)]):
        if choices != reading.tables[place].choices:
            reading = reading.choose(place, choices)
    item.reading, item.remembered = reading, kept.remembered
    return True


def _arrival(kept: KeptFile, arrivals: list[Arrival]) -> Arrival:
    """The file among what its source gave: the same bytes, or else the same name; none is taken twice."""
    if not kept.source:
        return Arrival(kept.name, kept.pasted.encode())
    named = [each for each in arrivals if each.name == kept.name]
    same = [each for each in named if hashlib.sha256(each.data).hexdigest() == kept.sha256]
    for arrival in (*same, *named):
        arrivals.remove(arrival)
        return replace(arrival, came_in=kept.came_in)
    source = Path(kept.source)
    error = next((each.error for each in arrivals if each.error and each.path == source), None)
    path = None if kept.in_zip else source
    return Arrival(kept.name, b"", error or problems.not_in_zip(kept.name, source.name), kept.came_in, path, source)
