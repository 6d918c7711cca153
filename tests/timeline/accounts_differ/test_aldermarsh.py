"""The accounts of the fictional Aldermarsh review, grouped as its truth groups them.

Its truth says nothing of contradictions. All 65 events of several agencies were read by hand: in three the agencies
give different days (locks fitted, leaving for her mother's, moving to the flat), in one two agencies referred on two
days, and in nothing else do they contradict one another.
"""

import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.app import sample
from dhr_desktop.app.inspect import as_entries
from dhr_desktop.importing.inspect import inspect
from dhr_desktop.timeline.accounts_differ.comparing import Comparer

TRUTH = Path(__file__).parents[1] / "same_event" / "aldermarsh_events.json"


def place(row):
    return row["file"], str(row["table"] or ""), row["row"]


@pytest.fixture(scope="module")
def found():
    """What differs, by the event."""
    rows = {place(row): row["event_id"] for row in json.loads(TRUTH.read_text(encoding="utf-8"))}
    read = inspect(sample.submissions())["entries"]
    entries, names = as_entries(read)
    told = defaultdict(list)
    for row, entry in zip(read, entries, strict=True):
        told[rows.get(place(row))].append(entry)
    comparer = Comparer([replace(person, id=number) for number, person in enumerate(sample.register(), 1)], names)
    return {
        event: differing
        for event, ones in told.items()
        if event
        for differing in [comparer.compare(1, sorted(ones, key=lambda one: (one.date_edtf, one.time or "~")))]
        if differing
    }


def test_only_the_events_whose_agencies_give_different_days_are_found(found):
    assert {event: [one.kind.value for one in differing] for event, differing in found.items()} == {
        "A-E022": ["date"],
        "A-E030": ["date"],
        "A-E040": ["date"],
        "A-E050": ["date"],
    }


def test_a_day_that_a_record_names_is_quoted_in_its_own_words(found):
    (moved,) = found["A-E040"]
    assert {(said.words, said.value) for said in moved.said} >= {
        ("yesterday", "2 October 2017"),
        ("4/10", "4 October 2017"),
    }
