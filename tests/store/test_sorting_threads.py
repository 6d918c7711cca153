"""Sorting is asked for by several threads at a time: the table, a document, a picture."""

from concurrent.futures import ThreadPoolExecutor
from weakref import WeakKeyDictionary

import pytest

from dhr_desktop.store import entries, sorting
from dhr_desktop.store.review import Review
from dhr_desktop.store.sorting import SortBy, Sorting
from tests.store import made

WAYS = (SortBy.TEXT, SortBy.SOURCE, SortBy.ACTION, SortBy.PEOPLE)
WISHES = [Sorting(by, down) for by in WAYS for down in (False, True)]
THREADS, TURNS = 4, 20


class OneAtATime(WeakKeyDictionary):
    """What was sorted, which refuses whoever comes to it beside another."""

    def get(self, *key: object) -> object:
        assert sorting._guard.locked()
        return super().get(*key)

    def setdefault(self, *key: object) -> object:
        assert sorting._guard.locked()
        return super().setdefault(*key)


def test_threads_that_sort_in_more_ways_than_are_kept_come_to_what_is_kept_one_at_a_time(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "_FEW", 0)
    monkeypatch.setattr(sorting, "_sorted", OneAtATime())
    agency = made.agency(review)
    made.add(review, *(made.entry(agency, "2016-04-05", f"Seen {n * 7 % 10}", source=f"Note {n}") for n in range(10)))
    ids = entries.ordered_ids(review)
    right = {wish: sorting.ordered(review, ids, wish) for wish in WISHES}

    def ask(thread: int) -> bool:
        wishes = (WISHES[(thread + turn) % len(WISHES)] for turn in range(TURNS))
        return all(sorting.ordered(review, ids, wish) == right[wish] for wish in wishes)

    with ThreadPoolExecutor(THREADS) as threads:
        assert all(threads.map(ask, range(THREADS)))
    assert len(sorting._sorted[review]) == sorting._KEPT
