"""A day that thousands of records share is looked at without trying every pair of them."""

import pytest

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.same_event import nearby
from dhr_desktop.timeline.same_event.accounts import accounts_of
from dhr_desktop.timeline.same_event.evidence import Evidence
from dhr_desktop.timeline.same_event.facts import FactReader
from dhr_desktop.timeline.same_event.suggesting import suggest
from tests.timeline.same_event.conftest import AGENCIES, HOSPITAL, POLICE, ROUTINE

CROWD = 1_500
_RARE = "Wardrobe door broken, cut to the left eyebrow, neighbour Dastgir telephoned."


def crowded(*told: str) -> list[Entry]:
    """A file whose dates were all read as one, and in it what several agencies tell of one happening."""
    texts = [f"{ROUTINE[number % len(ROUTINE)]} Note {number}x." for number in range(CROWD)]
    made = [
        Entry(number, 1 + number % 4, "2013-05-06", text, submission_id=1 + number % 4, source_order=number)
        for number, text in enumerate(texts, 1)
    ]
    for number, text in enumerate(told, CROWD + 1):
        agency = (POLICE, HOSPITAL)[number % 2]
        made.append(Entry(number, agency, "2013-05-06", text, submission_id=agency, time="21:30", source_order=number))
    return made


class Watching:
    """Counts the steps, and stops at one of them."""

    def __init__(self, last: int = 1_000_000) -> None:
        self.steps, self._last = 0, last

    def step(self, done: int, total: int, doing: str) -> None:
        assert (done <= total, bool(doing)) == (True, True)
        self.steps += 1
        if self.steps >= self._last:
            raise Cancelled


def weighed(entries: list[Entry]) -> list[set[int]]:
    reader = FactReader(entries, AGENCIES)
    accounts = accounts_of(list(reader.facts()), reader.agencies.bit, ())
    return [set(others) for others in nearby.later_neighbours(accounts, Evidence(accounts))]


def test_an_account_of_a_crowd_is_held_against_few_others() -> None:
    found = weighed(crowded(_RARE, _RARE))
    assert sum(map(len, found)) < 40 * CROWD


def test_what_shares_rare_words_is_found_in_a_crowd() -> None:
    wanted = frozenset((CROWD + 1, CROWD + 2))
    assert any(wanted <= set(one.entry_ids) for one in suggest(crowded(_RARE, _RARE), AGENCIES))


def test_a_few_records_of_one_day_are_all_tried() -> None:
    days = {"date_edtf": "2013-05-06", "time": "21:30", "text": _RARE}
    assert weighed([Entry(number, number, submission_id=number, **days) for number in (1, 2, 3)]) == [
        {1, 2},
        {2},
        set(),
    ]


def test_looking_for_pairs_can_be_stopped() -> None:
    entries = crowded(_RARE, _RARE)
    whole = Watching()
    suggest(entries, AGENCIES, progress=whole)
    for last in range(1, whole.steps + 1):
        with pytest.raises(Cancelled):
            suggest(entries, AGENCIES, progress=Watching(last))
