"""Killed at any moment, the store holds every edit that was confirmed, and nothing half done."""

import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entries, passages
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.library import Library
from tests.store.made import CHEAP, PASSPHRASE, agency, every_byte

_PROGRAM = """
import sys
from pathlib import Path
from dhr_desktop.domain.dates import of_day
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, passages
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library
folder, passphrase, cheap = Path(sys.argv[1]), sys.argv[2], Cost(64, 1, 1)
"""
_EDIT = (
    _PROGRAM
    + """
review = Library.open(folder, passphrase, cheap).open_review(1)
surgery = agencies.listing(review)[0].id
number = int(passages.get(review, "overview", "count") or 0)
while True:
    number += 1
    with review.journal.step(f"Edit {number}"):
        passages.put(review, "overview", "count", str(number))
        entries.add_many(review, [Entry(0, surgery, "2016-04-05", f"record {number} " + "words " * 50)])
    if number % 7 == 0:
        review.journal.undo()
        review.journal.redo()
    print(number, flush=True)
"""
)
_IMPORT = (
    _PROGRAM
    + """
review = Library.open(folder, passphrase, cheap).open_review(1)
surgery = agencies.listing(review)[0].id
print("begun", flush=True)
while True:
    with review.journal.step("Import 400"):
        entries.add_many(review, [Entry(0, surgery, "2016-04-05", "record") for _ in range(400)])
"""
)
_CREATE = (
    _PROGRAM
    + """
print("begun", flush=True)
library = Library.create(folder, passphrase, cheap)
while True:
    library.create_review(ReviewFacts("Adult A")).close()
"""
)


def killed(script: str, folder: Path, after: float) -> list[str]:
    """What the program had confirmed when it was killed, `after` seconds from its first word."""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder), PASSPHRASE], stdout=subprocess.PIPE, text=True
    ) as running:
        said = [running.stdout.readline()]
        threading.Timer(after, running.kill).start()
        said += running.stdout
    assert said[0], "the program ended before it began"
    return [line.strip() for line in said if line.endswith("\n")]


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "library"
    library = Library.create(place, PASSPHRASE, CHEAP)
    agency(library.create_review(ReviewFacts("Adult A")))
    library.close()
    return place


def edit_and_kill(folder: Path, rounds: int) -> None:
    chance = random.Random()
    for _ in range(rounds):
        confirmed = int(killed(_EDIT, folder, chance.uniform(0, 0.4))[-1])
        library = Library.open(folder, PASSPHRASE, CHEAP)
        review = library.open_review(1)
        kept = int(passages.get(review, "overview", "count"))

        assert kept in (confirmed, confirmed + 1)
        found = [each.text.split()[1] for each in entries.iterate(review)]
        assert found == [str(number) for number in range(1, kept + 1)]
        assert len(entries.ordered_ids(review, EntryFilter(text="record "))) == kept
        assert review.journal.first_broken_step() is None
        assert review.read.value("SELECT count(*) FROM open_step") == 0
        library.close()


def test_every_confirmed_edit_is_there_after_a_kill(folder):
    edit_and_kill(folder, rounds=5)


@pytest.mark.slow
def test_every_confirmed_edit_is_there_after_fifty_kills(folder):
    edit_and_kill(folder, rounds=50)


def test_an_import_that_was_killed_is_there_whole_or_not_at_all(folder):
    chance = random.Random()
    for _ in range(4):
        killed(_IMPORT, folder, chance.uniform(0, 0.3))
        library = Library.open(folder, PASSPHRASE, CHEAP)
        review = library.open_review(1)

        assert entries.count(review) % 400 == 0
        assert len(entries.ordered_ids(review, EntryFilter(text="record"))) == entries.count(review)
        assert review.journal.first_broken_step() is None
        library.close()


def test_a_library_whose_making_was_killed_can_be_opened_or_made_again(tmp_path):
    chance = random.Random()
    for number in range(6):
        place = tmp_path / str(number)
        killed(_CREATE, place, chance.uniform(0, 0.15))
        make = Library.open if Library.exists(place) else Library.create
        library = make(place, PASSPHRASE, CHEAP)

        for listing in library.reviews():
            library.open_review(listing.id).close()
        library.create_review(ReviewFacts("Adult B")).close()
        library.close()


def test_a_log_that_was_torn_off_anywhere_holds_a_beginning_of_what_was_done(folder, tmp_path):
    library = Library.open(folder, PASSPHRASE, CHEAP)
    review = library.open_review(1)
    for number in range(1, 9):
        with review.journal.step("Edit"):
            passages.put(review, "overview", "count", str(number))
    torn = tmp_path / "torn"
    shutil.copytree(folder, torn)
    library.close()
    log = torn / "reviews" / f"{review.path.name}-wal"
    whole = log.read_bytes()
    before, seen = every_byte(torn), set()
    chance = random.Random(5)

    for length in [*sorted(chance.sample(range(len(whole)), 12)), len(whole)]:
        for name, data in before.items():
            (torn / name).write_bytes(data)
        log.write_bytes(whole[:length])
        (torn / "reviews" / f"{review.path.name}-shm").unlink(missing_ok=True)
        library = Library.open(torn, PASSPHRASE, CHEAP)
        opened = library.open_review(1)
        seen.add(int(passages.get(opened, "overview", "count") or 0))
        assert opened.journal.first_broken_step() is None
        library.close()

    assert max(seen) == 8
    assert len(seen) > 2
