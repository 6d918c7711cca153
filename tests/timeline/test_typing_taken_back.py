"""What was typed into an entry and taken back to the same words is nothing to undo, and no line of the history."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entries
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit, history
from tests.store import copied, made


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", made.PASSPHRASE, made.CHEAP)
    yield copied.review(library, ReviewFacts("Review of the death of Adult A"))
    library.close()


def type_into(review: Review, entry_id: int, text: str, sitting: object) -> None:
    edit.change_entry(review, replace(entries.get(review, entry_id), text=text), sitting=sitting)


def test_it_leaves_no_step_that_undo_or_the_history_would_name(review: Review) -> None:
    (entry_id,) = made.add(review, made.entry(made.agency(review), "2016-05-04", "Attended."))
    before, told = review.journal.status(), history.read(review).lines
    typing = object()
    type_into(review, entry_id, "Attended the", typing)
    assert len(history.read(review).lines) == len(told) + 1
    type_into(review, entry_id, "Attended.", typing)
    assert review.journal.status() == before
    assert history.read(review).lines == told


def test_what_is_typed_after_it_has_a_line_of_its_own(review: Review) -> None:
    (entry_id,) = made.add(review, made.entry(made.agency(review), "2016-05-04", "Attended."))
    told, typing = history.read(review).lines, object()
    for text in ("Attended the", "Attended.", "Attended at once."):
        type_into(review, entry_id, text, typing)
    newest = history.read(review).lines[0]
    assert len(history.read(review).lines) == len(told) + 1
    assert len(newest.steps) == 1
    assert newest.newest.stands
