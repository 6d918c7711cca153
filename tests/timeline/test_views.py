"""What the chair does to saved views: one step each, with names that cannot be confused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import views
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.views import (
    ViewGone,
    ViewNameless,
    ViewNameTaken,
    move_view,
    remove_view,
    rename_view,
    replace_view,
    save_view,
)
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

WHOLE = EntryFilter(
    agency_ids=frozenset({2}),
    text="“bruise” & 24/7",
    earliest="2016-01-01",
    latest="2016-12-31",
    doubtful_only=True,
    in_scope=True,
    question_open=True,
    grouped=False,
    person_ids=frozenset({3, 1}),
    theme_ids=frozenset({4}),
    line_ids=frozenset({5}),
    event_ids=frozenset({6}),
    significances=frozenset({Significance.UNREAD, Significance.KEY}),
    marks=frozenset({Mark.VOICE}),
    included=frozenset({Inclusion.SUMMARY}),
    origins=frozenset({Origin.AGENCY, Origin.FAMILY}),
)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


def names(review: Review) -> list[str]:
    return [view.name for view in views.listing(review)]


def last_step(review: Review) -> str | None:
    return review.journal.status().undo


def test_a_view_keeps_every_condition_and_the_shape_of_the_table(review: Review) -> None:
    saved = save_view(review, "  Police,  2016 ", WHOLE, '{"group": true}')

    assert views.listing(review) == [saved]
    assert (saved.name, saved.wanted, saved.shape) == ("Police, 2016", WHOLE, '{"group": true}')
    assert last_step(review) == "Save view “Police, 2016”"
    review.journal.undo()
    assert views.listing(review) == []


@pytest.mark.parametrize("name", ["Police", "POLICE", " police ", "All entries", "all ENTRIES"])
def test_two_views_never_have_one_name(review: Review, name: str) -> None:
    save_view(review, "Police", ALL)
    other = save_view(review, "Housing", ALL)

    with pytest.raises(ViewNameTaken, match="already a view"):
        save_view(review, name, WHOLE, reserved=["All entries"])
    with pytest.raises(ViewNameTaken, match="already a view"):
        rename_view(review, other.id, name, ["All entries"])
    assert names(review) == ["Police", "Housing"]
    assert last_step(review) == "Save view “Housing”"


def test_a_view_needs_a_name(review: Review) -> None:
    with pytest.raises(ViewNameless):
        save_view(review, "  ", ALL)
    assert last_step(review) is None


def test_a_view_is_renamed_in_one_step_also_to_other_capitals_of_itself(review: Review) -> None:
    saved = save_view(review, "police", ALL)
    rename_view(review, saved.id, "Police")

    assert names(review) == ["Police"]
    assert last_step(review) == "Rename view “police” to “Police”"
    rename_view(review, saved.id, "Police")
    review.journal.undo()
    assert names(review) == ["police"]


def test_a_view_is_made_what_the_filters_say(review: Review) -> None:
    saved = save_view(review, "Police", ALL)
    replace_view(review, saved.id, WHOLE, '{"columns": []}')
    replace_view(review, saved.id, WHOLE, '{"columns": []}')

    assert [(view.wanted, view.shape) for view in views.listing(review)] == [(WHOLE, '{"columns": []}')]
    review.journal.undo()
    assert views.listing(review) == [saved]


def test_views_are_put_in_another_order_in_one_step(review: Review) -> None:
    made = [save_view(review, name, ALL) for name in ("a", "b", "c")]
    move_view(review, made[2].id, 0)
    assert names(review) == ["c", "a", "b"]
    assert last_step(review) == "Move view “c”"
    move_view(review, made[2].id, 99)
    assert names(review) == ["a", "b", "c"]
    move_view(review, made[2].id, 2)
    review.journal.undo()
    assert names(review) == ["c", "a", "b"]
    save_view(review, "d", ALL)
    assert names(review) == ["c", "a", "b", "d"]


def test_a_deleted_view_comes_back_in_its_place(review: Review) -> None:
    made = [save_view(review, name, WHOLE) for name in ("a", "b", "c")]
    remove_view(review, made[1].id)
    assert names(review) == ["a", "c"]
    review.journal.undo()
    assert views.listing(review) == made


def test_what_is_done_to_a_view_that_has_gone_is_refused_in_words(review: Review) -> None:
    gone = save_view(review, "a", ALL)
    remove_view(review, gone.id)
    for command in (
        lambda: rename_view(review, gone.id, "b"),
        lambda: replace_view(review, gone.id, WHOLE),
        lambda: move_view(review, gone.id, 0),
        lambda: remove_view(review, gone.id),
    ):
        with pytest.raises(ViewGone) as refused:
            command()
        assert isinstance(refused.value, UserError)
        assert "Undo" in refused.value.next_step
