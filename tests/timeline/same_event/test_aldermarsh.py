"""The suggestions for the fictional Aldermarsh review, against what is known to belong together in it."""

import json
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from dhr_desktop.app import sample
from dhr_desktop.app.inspect import suggestions
from dhr_desktop.importing.inspect import inspect

TRUTH = Path(__file__).with_name("aldermarsh_events.json")


def place(row):
    return row["file"], str(row["table"] or ""), row["row"]


@pytest.fixture(scope="module")
def rows():
    """The rows of the truth by their place."""
    return {place(row): row for row in json.loads(TRUTH.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def of_event(rows):
    """The rows that tell of each happening."""
    found = defaultdict(list)
    for row in rows.values():
        found[row["event_id"]].append(row)
    return found


@pytest.fixture(scope="module")
def wanted(of_event):
    """Pairs of rows of different agencies that tell of one happening."""
    return {
        frozenset(map(place, pair))
        for told in of_event.values()
        for pair in combinations(told, 2)
        if pair[0]["agency"] != pair[1]["agency"]
    }


@pytest.fixture(scope="module")
def alike(rows, of_event):
    """Pairs of rows that look like one happening and are two."""
    return {
        frozenset((place(row), place(other)))
        for row in rows.values()
        if row.get("decoy_of")
        for other in of_event[row["decoy_of"]]
        if row["event_id"] != other["event_id"]
    }


@pytest.fixture(scope="module")
def entries():
    return inspect(sample.submissions())["entries"]


@pytest.fixture(scope="module")
def found(entries):
    return suggestions(entries)


@pytest.fixture(scope="module")
def suggested(found, rows):
    return pairs_of(found, rows)


def pairs_of(found, rows):
    """The pairs of rows of different agencies that are suggested, with their score."""
    scores = {}
    for one in found:
        for pair in combinations([place(entry) for entry in one["entries"]], 2):
            if rows[pair[0]]["agency"] != rows[pair[1]]["agency"]:
                scores[frozenset(pair)] = one["score"]
    return scores


def average_precision(suggested, wanted):
    right = area = 0
    for rank, pair in enumerate(sorted(suggested, key=lambda pair: -suggested[pair]), start=1):
        if pair in wanted:
            right += 1
            area += right / rank
    return area / len(wanted)


def test_nineteen_in_twenty_suggested_pairs_are_right(suggested, wanted):
    assert len(suggested.keys() & wanted) / len(suggested) > 0.93


def test_four_fifths_of_what_belongs_together_are_found(suggested, wanted):
    assert len(suggested.keys() & wanted) / len(wanted) > 0.8


def test_what_is_surest_stands_first(suggested, wanted):
    assert average_precision(suggested, wanted) > 0.77


def test_look_alikes_are_held_apart(suggested, alike):
    assert len(suggested.keys() & alike) / len(alike) < 0.01


AGENCIES = sorted({row["agency"] for row in json.loads(TRUTH.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("missing", AGENCIES)
def test_a_review_to_which_one_agency_sent_nothing_fares_nearly_as_well(entries, rows, wanted, alike, missing):
    without = [entry for entry in entries if rows[place(entry)]["agency"] != missing]
    there = {place(entry) for entry in without}
    suggested = pairs_of(suggestions(without), rows)
    still_wanted = {pair for pair in wanted if pair <= there}
    right = len(suggested.keys() & still_wanted)

    assert right / len(suggested) > 0.88
    assert right / len(still_wanted) > 0.69
    assert average_precision(suggested, still_wanted) > 0.66
    assert len(suggested.keys() & alike) / len(alike) < 0.03


def test_every_suggestion_says_why_the_days_first(found):
    for one in found:
        assert len(one["reasons"]) > 1
        assert any(character.isdigit() for character in one["reasons"][0])
