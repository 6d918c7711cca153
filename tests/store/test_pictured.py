"""What the picture of the timeline is read from, and when it is read anew."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.meaning import Significance, Theme
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, ordering, people, pictured, themes
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.events import group
from dhr_desktop.timeline.meaning import judge
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, ReviewFacts("Aldermarsh"))
    with made.journal.step("Fill"):
        police, surgery = agencies.add(made, "Police").id, agencies.add(made, "Millpond Surgery").id
        people.add(made, Person(0, "Anna Example", Role.VICTIM))
        entries.add_many(
            made,
            [
                Entry(0, police, "2016-04-05", "Call about Anna Example."),
                Entry(0, surgery, "2014-06", "Attended with a bruise."),
                Entry(0, surgery, "2016-04-07~", "Telephone call."),
                Entry(0, police, "[..2013-12-31]", "Note on an earlier partner."),
                Entry(0, police, "XXXX", "Undated note."),
            ],
        )
    yield made
    library.close()


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def first(review: Review) -> Entry:
    return entries.get(review, 1)


def test_every_entry_is_there_with_its_days_and_whether_they_are_certain(review: Review) -> None:
    found = pictured.of(review)

    assert list(zip(found.ids, found.firsts, found.lasts, map(bool, found.sure), strict=True)) == [
        (4, 0, day("2013-12-31"), False),
        (2, day("2014-06-01"), day("2014-06-30"), False),
        (1, day("2016-04-05"), day("2016-04-05"), True),
        (3, day("2016-04-07"), day("2016-04-07"), False),
        (5, 0, 0, False),
    ]


def test_an_entry_moved_by_hand_stays_as_certain_as_its_date(review: Review) -> None:
    with review.journal.step("Move"):
        about = entries.get(review, 3)
        hand = ordering.within_day(ordering.rank(first(review).when, "10:00"))
        entries.change(review, replace(about, hand=hand))

    found = pictured.of(review)

    assert not found.sure[list(found.ids).index(3)]


def test_words_that_change_leave_the_picture_as_it_was(review: Review) -> None:
    before = pictured.of(review)
    with review.journal.step("Reword"):
        entries.change(review, replace(first(review), text="Call about shouting.", comment="Seen."))

    assert pictured.of(review) is before


@pytest.mark.parametrize(
    "said",
    [{"date_edtf": "2016-04"}, {"agency_id": 2}, {"significance": Significance.KEY}],
    ids=lambda said: next(iter(said)),
)
def test_an_entry_that_moves_is_read_anew_and_so_is_its_undoing(review: Review, said: dict[str, object]) -> None:
    before = pictured.of(review)
    with review.journal.step("Edit"):
        entries.change(review, replace(first(review), **said))  # type: ignore[arg-type]  # fields by their name
    changed = pictured.of(review)
    review.journal.undo()

    assert changed != before
    assert pictured.of(review) == before


def test_events_and_key_entries_are_told(review: Review) -> None:
    event = group(review, [1, 3])
    judge(review, [2], Significance.KEY)
    found = pictured.of(review)

    assert list(found.event_ids) == [0, 0, event, event, 0]
    assert list(found.significances) == [0, 3, 0, 0, 0]


def test_what_an_open_step_writes_is_seen_in_it_and_gone_when_it_fails(review: Review) -> None:
    seen = []

    def fail() -> None:
        with review.journal.step("Fail"):
            entries.remove(review, 1)
            seen.append(1 in pictured.of(review).ids)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert [*seen, 1 in pictured.of(review).ids] == [False, True]


def test_there_is_a_lane_for_each_agency_and_for_each_person_who_is_mentioned(review: Review) -> None:
    (anna,) = pictured.lanes(review, LaneBy.PERSON)

    assert [(lane.name, lane.colour) for lane in pictured.lanes(review, LaneBy.AGENCY)] == [
        ("Police", 0),
        ("Millpond Surgery", 1),
    ]
    assert (anna.name, anna.entry_ids) == ("Anna Example", frozenset({1}))


def test_the_lane_of_a_theme_holds_what_those_beneath_it_hold(review: Review) -> None:
    with review.journal.step("Themes"):
        top = themes.add(review, Theme(0, "Risk"))
        beneath = themes.add(review, Theme(0, "Escalation", top.id))
        themes.add(review, Theme(0, "Children"))
        themes.give(review, [1], top.id)
        themes.give(review, [2], beneath.id)

    (lane,) = pictured.lanes(review, LaneBy.THEME)

    assert (lane.name, lane.entry_ids) == ("Risk", frozenset({1, 2}))
