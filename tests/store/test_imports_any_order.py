"""Whatever was done since, taking an import back spares all of it, and undo brings back exactly what was there."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, imports, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.taking_back import CannotTakeBack
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, entry, imported, snapshot


def change(review: Review, number: int, **changes) -> None:
    ids = entries.ordered_ids(review)
    if ids:
        with review.journal.step("Edit entry"):
            entries.change(review, replace(entries.get(review, ids[number % len(ids)]), **changes))


def with_submission(review: Review, deed: str, number: int) -> None:
    listed = submissions.listing(review)
    if not listed:
        return
    one = listed[number % len(listed)]
    with review.journal.step(deed):
        if deed == "make":
            row = submissions.rows(review, one.id)[0].id
            new = entry(one.agency_id, text="made", submission_id=one.id, source_row_id=row)
            entries.add_many(review, [new])
        else:
            home = agencies.find(review, f"Agency {number}") or agencies.add(review, f"Agency {number}")
            submissions.describe(review, replace(one, agency_id=home.id, note=f"note {number}"))


def remove(review: Review, number: int) -> None:
    ids = entries.ordered_ids(review)
    if ids:
        with review.journal.step("Remove entry"):
            entries.remove(review, ids[number % len(ids)])


def add_own(review: Review, number: int) -> None:
    with review.journal.step("Add entry"):
        home = agencies.find(review, "Own") or agencies.add(review, "Own")
        entries.add_many(review, [entry(home.id, text=f"own {number}")])


def move(review: Review, number: int) -> None:
    every = agencies.listing(review)
    if every:
        change(review, number, agency_id=every[0].id)


DEEDS = {
    "reword": lambda review, number: change(review, number, text=f"reworded {number}"),
    "comment": lambda review, number: change(review, number, comment=f"comment {number}"),
    "put back": lambda review, number: change(review, number, text="one", comment=""),
    "move": move,
    "remove": remove,
    "add own": add_own,
    "make": lambda review, number: with_submission(review, "make", number),
    "describe": lambda review, number: with_submission(review, "describe", number),
    "undo": lambda review, _: review.journal.undo(),
    "redo": lambda review, _: review.journal.redo(),
    "other agency": lambda review, number: imported(review, ["four"], f"Agency {number}", f"{number}".encode()),
    "same agency": lambda review, number: imported(review, ["four", "five"], "First", f"{number}".encode()),
}


def told(review: Review) -> dict[int, object]:
    return {each.id: each for each in entries.iterate(review)}


@given(
    before=st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 7)), max_size=12),
    ticks=st.integers(0, 255),
)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_taking_back_spares_what_was_worked_on_and_can_be_undone(before, ticks):
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "library", PASSPHRASE, CHEAP)
        review = copied.review(library, ReviewFacts("Adult A"))
        imported(review, ["one", "two", "three"], "First", b"first")
        for deed, number in before:
            DEEDS[deed](review, number)
        for submission in submissions.listing(review):
            check(review, submission.id, ticks)
        library.close()


def check(review: Review, submission: int, ticks: int) -> None:
    there, entries_before = snapshot(review), told(review)
    left = imports.left(review, submission)
    remove = {each.entry_id for place, each in enumerate(left.touched) if ticks >> place & 1}
    going = left.untouched | remove
    try:
        imports.take_back(review, submission, remove)
    except CannotTakeBack:
        assert not going
        assert snapshot(review) == there
        return
    after = told(review)

    assert after == {key: each for key, each in entries_before.items() if key not in going}
    staying = [each for each in left.touched if each.entry_id not in remove]
    assert (submission in [each.id for each in submissions.listing(review)]) == bool(staying)
    assert review.read.rows("PRAGMA foreign_key_check") == []
    assert review.journal.first_broken_step() is None
    if staying:
        assert imports.left(review, submission).untouched == frozenset()
    review.journal.undo()
    assert snapshot(review) == there
