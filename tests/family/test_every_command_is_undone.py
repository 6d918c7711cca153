"""Every command over people and family is one step, and undo and redo bring back every row as it was."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.family.every_command import COMMANDS, READ, filled, found
from tests.store.made import CHEAP, PASSPHRASE, snapshot

FACTS = ReviewFacts("Review of the death of Adult A")
_LEAVE_TWO = frozenset({"contacts.reopen_promise"})
"""Cases that need a step of another command before their own."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield made
    made.close()


def reopened(library: Library, review: Review) -> Review:
    review.close()
    return library.open_review(review.id)


def test_every_command_of_the_family_is_tried_here() -> None:
    assert set(found()) == COMMANDS.keys() | READ


def test_what_only_reads_makes_no_step() -> None:
    """So that no command hides among what is held for reading."""
    for name in READ - {"changing.add", "changing.change", "changing.remove"}:
        module, function = name.split(".")
        source = inspect.getsource(getattr(import_module(f"dhr_desktop.family.{module}"), function))
        assert "journal" not in source, name
        assert "changing." not in source, name


def test_the_review_of_these_tests_has_something_of_every_kind(library: Library) -> None:
    review, _ = filled(library, FACTS)
    rows = snapshot(review)
    empty = {table for table, found in rows.items() if not found}
    assert not empty & {
        *("person", "name_form", "identifier", "relation", "household", "household_member", "form_place"),
        *("pregnancy", "form_line"),
        *("naming_step", "place_name", "stakeholder", "advocacy", "wish", "not_to_be_told", "date_to_avoid", "contact"),
        *("contact_with", "promise", "offer", "child_record", "responsibility", "reading", "reading_comment"),
        *("approach", "letter_template"),
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_it_is_one_step_that_is_undone_and_done_again_row_for_row_also_after_reopening(
    library: Library, name: str
) -> None:
    review, everyone = filled(library, FACTS)
    steps = len(review.journal.steps(1_000))
    before = snapshot(review)

    COMMANDS[name](review, everyone)

    made = len(review.journal.steps(1_000)) - steps
    assert made == (2 if name in _LEAVE_TWO else 1)
    after = snapshot(review)
    if made == 1:
        assert after != before
    for reopen in (False, True):
        for _ in range(made):
            review.journal.undo()
        assert snapshot(review) == before
        if reopen:
            review = reopened(library, review)
            assert snapshot(review) == before
        for _ in range(made):
            review.journal.redo()
        assert snapshot(review) == after
        if reopen:
            review = reopened(library, review)
            assert snapshot(review) == after
            review.journal.undo()
            assert (snapshot(review) == before) == (made == 1)
    assert review.read.rows("PRAGMA foreign_key_check") == []
    assert review.journal.first_broken_step() is None
