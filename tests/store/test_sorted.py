"""What was sorted, or set beneath events, is held; after any change it is what a plain sorting of the rows gives."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event, Question
from dhr_desktop.domain.meaning import Mark, Significance, Theme
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, events, grouping, ordering, questions, sorting, themes
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.sorting import SortBy, Sorting
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, add, entry

WORDS = ("", "alder", "Birch", "birch", "Cedar")
DAYS = ("2015", "2015-03", "2015-03-01", "2015-03-02", "XXXX")
THEMES, EVENTS = ("Isolation", "control"), ("The move", "a visit")
CHANGES: dict[str, Callable[[int], dict[str, Any]]] = {
    "redate": lambda number: {"date_edtf": DAYS[number]},
    "reword": lambda number: {"text": WORDS[number] or "x"},
    "people": lambda number: {"people": WORDS[number]},
    "time": lambda number: {"time": ("", "09:30", "14:00", "14:00", "23:59")[number]},
    "report": lambda number: {"reported_edtf": DAYS[number], "reported_time": ""},
    "note": lambda number: {"private_note": WORDS[number]},
    "agency": lambda number: {"agency_id": number % 2 + 1},
    "judge": lambda number: {"significance": Significance(number % 4)},
    "mark": lambda number: {tuple(Mark)[number % 4].value: number > 1},
    "group": lambda number: {"event_id": (None, 1, 2)[number % 3]},
}
OTHERS = ("theme", "ask", "retitle", "rename", "remove", "add", "undo", "redo")
deeds = st.lists(
    st.tuples(st.sampled_from([*CHANGES, *OTHERS]), st.integers(0, 4), st.integers(0, 9)), min_size=1, max_size=6
)


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Iterator[Library]:
    made = Library.create(tmp_path_factory.mktemp("sorted") / "library", PASSPHRASE, CHEAP)
    yield made
    made.close()


def begun(library: Library) -> Review:
    review = copied.review(library, ReviewFacts("Adult A"))
    with review.journal.step("Set up"):
        for name in ("surgery", "Police"):
            agencies.add(review, name)
        for name in THEMES:
            themes.add(review, Theme(0, name))
        for headline in EVENTS:
            events.add(review, Event(0, headline))
    add(review, *(entry(1 + n % 2, DAYS[n % 4], WORDS[n % 4 + 1], people=WORDS[n % 5]) for n in range(6)))
    return review


def do(review: Review, deed: str, number: int, which: int) -> None:
    ids = entries.ordered_ids(review)
    if deed in ("undo", "redo"):
        if deed == "redo" or review.journal.status().undo not in ("Set up", "Add entries"):
            getattr(review.journal, deed)()
        return
    with review.journal.step(deed):
        if deed == "add":
            entries.add_many(review, [entry(1, DAYS[number], WORDS[number] or "x")])
        elif deed == "retitle":
            events.change(review, replace(events.get(review, 1), headline=WORDS[number]))
        elif deed == "rename":
            agencies.change(review, replace(agencies.get(review, 1), name=("surgery", "Zeal", "Old")[number % 3]))
        elif ids:
            _to_one(review, deed, number, ids[which % len(ids)])


def _to_one(review: Review, deed: str, number: int, entry_id: int) -> None:
    if deed == "theme":
        themes.give(review, [entry_id], number % 2 + 1)
    elif deed == "ask":
        questions.add(review, Question(0, 1, "Why?", entry_id=entry_id, closed_on="2020-01-01" if number > 3 else ""))
    elif deed == "remove":
        entries.remove(review, entry_id)
    else:
        entries.change(review, replace(entries.get(review, entry_id), **CHANGES[deed](number)))


def plainly(review: Review, sorting: Sorting) -> list[int]:
    """Sorted by the words themselves, without capitals; what has none stands last, what is alike in order of time."""
    there = entries.page(review, entries.ordered_ids(review))
    keys = {one.id: key_of(review, one, sorting.by) for one in there}
    having = sorted((one.id for one in there if keys[one.id]), key=keys.__getitem__, reverse=sorting.descending)
    return [*having, *(one.id for one in there if not keys[one.id])]


def key_of(review: Review, one: Entry, by: SortBy) -> Any:
    if by is SortBy.THEMES:
        names = {theme.id: theme.name for theme in themes.listing(review)}
        return min((names[each] for each in themes.of_entries(review, [one.id]).get(one.id, ())), default="").lower()
    if by is SortBy.EVENT:
        return f"{events.get(review, one.event_id).headline} {one.event_id}".lower() if one.event_id else ""
    if by is SortBy.QUESTION:
        return sum(each.entry_id == one.id and not each.closed_on for each in questions.listing(review))
    return {
        SortBy.TIME: one.time,
        SortBy.AGENCY: agencies.get(review, one.agency_id).name.lower(),
        SortBy.TEXT: one.text.lower(),
        SortBy.PEOPLE: one.people.lower(),
        SortBy.REPORTED: one.reported_edtf.lower(),
        SortBy.SIGNIFICANCE: int(one.significance),
        SortBy.MARKS: one.voice_of_victim + one.good_practice + one.missed_opportunity,
        SortBy.NOTE: one.private_note.lower(),
    }[by]


TRIED = (
    *(SortBy.TIME, SortBy.AGENCY, SortBy.TEXT, SortBy.PEOPLE, SortBy.REPORTED, SortBy.SIGNIFICANCE, SortBy.MARKS),
    *(SortBy.NOTE, SortBy.THEMES, SortBy.EVENT, SortBy.QUESTION),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=deeds, by=st.lists(st.sampled_from(TRIED), min_size=3, max_size=5, unique=True), descending=st.booleans())
def test_what_is_sorted_stays_sorted_whatever_changes(library, monkeypatch, done, by, descending):
    monkeypatch.setattr(sorting, "_FEW", 0)
    review = begun(library)
    for deed in (None, *done):
        if deed:
            do(review, *deed)
        ids = entries.ordered_ids(review)
        for each in by:
            wish = Sorting(each, descending)
            whole = plainly(review, wish)
            assert sorting.ordered(review, ids, wish) == whole, (deed, wish)
            assert sorting.ordered(review, ids[::2], wish) == [one for one in whole if one in ids[::2]]
    review.close()


def test_what_is_sorted_is_held_while_nothing_of_it_changes(library, monkeypatch):
    monkeypatch.setattr(sorting, "_FEW", 0)
    review = begun(library)
    by_text = Sorting(SortBy.TEXT)
    held = sorting._all_sorted(review, by_text)
    do(review, "judge", 3, 0)
    do(review, "people", 3, 0)
    assert sorting._all_sorted(review, by_text).ids is held.ids
    do(review, "reword", 4, 0)
    assert sorting._all_sorted(review, by_text).ids is not held.ids
    review.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=st.lists(st.sampled_from(DAYS), min_size=1, max_size=8),
    of=st.lists(st.sampled_from([None, 1, 2]), min_size=8, max_size=8),
    dates=st.tuples(st.sampled_from(("", *DAYS)), st.sampled_from(("", *DAYS))),
    left_out=st.sets(st.integers(0, 7)),
)
def test_an_event_stands_before_the_first_wanted_entry_that_is_not_earlier(library, days, of, dates, left_out):
    review = begun(library)
    made = add(review, *(entry(1, day, event_id=event_id) for day, event_id in zip(days, of, strict=False)))
    with review.journal.step("Date"):
        for event_id, day in enumerate(dates, start=1):
            events.change(review, replace(events.get(review, event_id), date_edtf=day))
    gone = {made[place] for place in left_out if place < len(made)}
    wanted = [each for each in entries.ordered_ids(review) if each not in gone]

    assert grouping.by_event(review, wanted).rows == plainly_grouped(review, wanted)
    review.close()


def plainly_grouped(review: Review, wanted: list[int]) -> list[int]:
    """Each event put before the first entry of its rank or a later one, or at its own first entry."""
    there = {one.id: one for one in entries.page(review, wanted)}
    ranks = [ordering.rank(there[each].when, there[each].time) for each in wanted]
    before: dict[int, list[tuple[int, int]]] = {}
    for event in events.listing(review):
        places = [place for place, each in enumerate(wanted) if there[each].event_id == event.id]
        if places and event.date_edtf:
            rank = ordering.rank(event.when, event.time)
            place = next((place for place, each in enumerate(ranks) if each >= rank), len(wanted))
            before.setdefault(place, []).append((rank, event.id))
        elif places:
            before.setdefault(places[0], []).append((1 << 60, event.id))
    rows: list[int] = []
    for place in range(len(wanted) + 1):
        for _, event_id in sorted(before.get(place, [])):
            rows += (-event_id, *(each for each in wanted if there[each].event_id == event_id))
        if place < len(wanted) and there[wanted[place]].event_id is None:
            rows.append(wanted[place])
    return rows
