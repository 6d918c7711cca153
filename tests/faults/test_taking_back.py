"""An import that is being taken back when the machine fails is there whole, or gone as it should be."""

import random
from dataclasses import replace

import pytest

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing import undoing
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import edit
from tests.faults.test_disk import on_a_small_disk
from tests.faults.test_kill import killed
from tests.store.made import CHEAP, PASSPHRASE

ROWS = 2_000
_TAKE_BACK = """
import sys
from pathlib import Path
from dhr_desktop.importing import undoing
from dhr_desktop.store import submissions
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library
review = Library.open(Path(sys.argv[1]), sys.argv[2], Cost(64, 1, 1)).open_review(1)
print("begun", flush=True)
while True:
    undoing.take_back(review, 1)
    review.journal.undo()
"""
_WHEN_FULL = """
import os, sys
from pathlib import Path
from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing import undoing
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library
disk = Path(sys.argv[1])
library = Library.create(disk / "library", "p", Cost(64, 1, 1))
review = library.create_review(ReviewFacts("Adult A"))
rows = "".join(f"{1 + number % 28:02}/05/2014,Visit number {number}.\\n" for number in range(150))
submit(review, read_bytes("housing.csv", ("Date,Event\\n" + rows).encode()), "Housing")
ballast = disk / "ballast"
ballast.write_bytes(bytes(os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize))
try:
    undoing.take_back(review, 1)
except UserError as problem:
    print(problem.code, problem)
print(entries.count(review), len(submissions.listing(review)), review.journal.first_broken_step())
ballast.unlink()
print(undoing.take_back(review, 1).removed, entries.count(review), review.journal.first_broken_step())
library.close()
"""


@pytest.fixture
def folder(tmp_path):
    """A library with an import of which two entries have been worked on."""
    place = tmp_path / "library"
    library = Library.create(place, PASSPHRASE, CHEAP)
    review = library.create_review(ReviewFacts("Adult A"))
    rows = "".join(f"{1 + number % 28:02}/05/2014,Visit number {number}.\n" for number in range(ROWS))
    submit(review, read_bytes("housing.csv", f"Date,Event\n{rows}".encode()), "Housing")
    for each in entries.ordered_ids(review)[:2]:
        edit.change_entry(review, replace(entries.get(review, each), comment="noted"))
    library.close()
    return place


def test_a_taking_back_that_was_killed_is_done_whole_or_not_at_all(folder):
    chance = random.Random()
    for _ in range(6):
        killed(_TAKE_BACK, folder, chance.uniform(0, 0.6))
        library = Library.open(folder, PASSPHRASE, CHEAP)
        review = library.open_review(1)
        (submission,) = submissions.listing(review)

        assert entries.count(review) in (2, ROWS)
        assert bool(submission.taken_back_at) == (entries.count(review) == 2)
        assert len(submissions.rows(review, submission.id)) == ROWS + 1
        assert review.journal.first_broken_step() is None
        if submission.taken_back_at:
            review.journal.undo()
        assert undoing.preview(review, submission.id).going == ROWS - 2
        library.close()


def test_a_taking_back_that_does_not_fit_the_disk_is_told_in_words_and_changes_nothing(tmp_path):
    refused, untouched, done = on_a_small_disk(_WHEN_FULL, tmp_path)

    assert refused.startswith("S001 The disk is full, so the last change to “")
    assert untouched == "150 1 None"
    assert done == "150 0 None"
