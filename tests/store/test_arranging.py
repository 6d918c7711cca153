"""The timeline sorted otherwise, by event, and what other tables say beside it."""

import pytest

from dhr_desktop.domain.events import Event, Question
from dhr_desktop.domain.meaning import Significance, Theme
from dhr_desktop.store import beside, entries, events, grouping, questions, sorting, themes
from dhr_desktop.store.sorting import SortBy, Sorting
from tests.store.made import add, agency, entry


@pytest.fixture
def ids(review):
    """Five entries of two agencies, in the order of the timeline."""
    surgery, housing = agency(review, "Surgery"), agency(review, "housing")
    made = add(
        review,
        entry(surgery, "2014", "Moved.", people="Anna"),
        entry(housing, "2014-02-01", "rent", significance=Significance.KEY),
        entry(surgery, "2014-03-01", "Visit.", people="anna"),
        entry(housing, "2014-04-01", "Noise.", significance=Significance.RELEVANT),
        entry(surgery, "2014-05-01", "Call."),
    )
    assert entries.ordered_ids(review) == made
    return made


def places(ids, found):
    return [ids.index(each) for each in found]


@pytest.mark.parametrize(
    ("by", "descending", "order"),
    [
        (SortBy.DATE, False, [0, 1, 2, 3, 4]),
        (SortBy.DATE, True, [4, 3, 2, 1, 0]),
        (SortBy.AGENCY, False, [1, 3, 0, 2, 4]),
        (SortBy.AGENCY, True, [0, 2, 4, 1, 3]),
        (SortBy.TEXT, False, [4, 0, 3, 1, 2]),
        (SortBy.SIGNIFICANCE, True, [1, 3, 0, 2, 4]),
        (SortBy.SIGNIFICANCE, False, [3, 1, 0, 2, 4]),
        (SortBy.PEOPLE, False, [0, 2, 1, 3, 4]),
    ],
)
def test_what_is_alike_keeps_the_order_of_the_timeline_and_what_says_nothing_stands_last(
    review, ids, by, descending, order
):
    assert places(ids, sorting.ordered(review, ids, Sorting(by, descending))) == order


@pytest.mark.parametrize("by", [SortBy.TEXT, SortBy.PEOPLE, SortBy.EVENT])
@pytest.mark.parametrize("descending", [False, True])
def test_many_are_sorted_as_few_are(review, ids, monkeypatch, by, descending):
    few = sorting.ordered(review, ids[1:], Sorting(by, descending))
    monkeypatch.setattr(sorting, "_FEW", 0)

    assert sorting.ordered(review, ids[1:], Sorting(by, descending)) == few


@pytest.mark.parametrize("by", list(SortBy))
def test_everything_can_be_sorted_by_and_loses_no_entry(review, ids, by):
    assert set(sorting.ordered(review, ids, Sorting(by, descending=True))) == set(ids)
    assert sorting.ordered(review, [], Sorting(by)) == []


def event(review, *entry_ids, **said) -> int:
    with review.journal.step("Group"):
        made = events.add(review, Event(0, **said)).id
        events.join(review, made, entry_ids)
    return -made


def test_the_entries_of_an_event_stand_together_where_the_first_of_them_stands(review, ids):
    head = event(review, ids[1], ids[4])
    found = grouping.by_event(review, ids)

    assert found.rows == [ids[0], head, ids[1], ids[4], ids[2], ids[3]]
    assert found.groups[head].entry_ids == (ids[1], ids[4])
    assert len(found.groups[head].agency_ids) == 2


def test_an_event_with_a_date_of_its_own_stands_there(review, ids):
    early = event(review, ids[1], ids[4], date_edtf="2013")
    late = event(review, ids[0], ids[2], date_edtf="2015-01-01")

    assert grouping.by_event(review, ids).rows == [early, ids[1], ids[4], ids[3], late, ids[0], ids[2]]


def test_where_something_else_orders_the_entries_an_event_stands_with_its_first(review, ids):
    head = event(review, ids[0], ids[1], date_edtf="2013")

    assert grouping.by_event(review, ids[::-1], in_time=False).rows == [*ids[:1:-1], head, ids[1], ids[0]]


def test_an_event_none_of_whose_entries_is_wanted_has_no_head(review, ids):
    event(review, ids[0], ids[1])

    assert grouping.by_event(review, ids[2:]).rows == ids[2:]


def test_themes_open_questions_and_events_are_told_of_the_entries_asked_for(review, ids):
    head = event(review, ids[0], ids[1], headline="The move")
    with review.journal.step("Set up"):
        theme = themes.add(review, Theme(0, "Housing"))
        themes.give(review, [ids[1]], theme.id)
        questions.add(review, Question(0, 1, "Why?", event_id=-head))
        questions.add(review, Question(0, 1, "When?", entry_id=ids[4]))
        questions.add(review, Question(0, 1, "Who?", entry_id=ids[3], closed_on="2026-01-01"))

    found = beside.of_entries(review, ids[1:])
    assert found.themes == {ids[1]: frozenset({theme.id})}
    assert found.asked == {ids[1], ids[4]}
    assert [each.headline for each in found.events.values()] == ["The move"]
