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
def wanted(rows):
    """Pairs of rows of different agencies that tell of one happening."""
    of_event = defaultdict(list)
    for row in rows.values():
        of_event[row["event_id"]].append(row)
    return {
        frozenset(map(place, pair))
        for told in of_event.values()
        for pair in combinations(told, 2)
        if pair[0]["agency"] != pair[1]["agency"]
    }


@pytest.fixture(scope="module")
def found():
    return suggestions(inspect(sample.submissions())["entries"])


@pytest.fixture(scope="module")
def suggested(found, rows):
    """The pairs of rows of different agencies that are suggested, with their score."""
    scores = {}
    for one in found:
        for pair in combinations([place(entry) for entry in one["entries"]], 2):
            if rows[pair[0]]["agency"] != rows[pair[1]]["agency"]:
                scores[frozenset(pair)] = one["score"]
    return scores


def test_nearly_nine_in_ten_suggested_pairs_are_right(suggested, wanted):
    assert len(suggested.keys() & wanted) / len(suggested) > 0.88


def test_more_than_three_quarters_of_what_belongs_together_are_found(suggested, wanted):
    assert len(suggested.keys() & wanted) / len(wanted) > 0.77


def test_what_is_surest_stands_first(suggested, wanted):
    right = area = 0
    for rank, pair in enumerate(sorted(suggested, key=lambda pair: -suggested[pair]), start=1):
        if pair in wanted:
            right += 1
            area += right / rank
    assert area / len(wanted) > 0.72


def test_look_alikes_are_held_apart(suggested, rows):
    of_event = defaultdict(list)
    for row in rows.values():
        of_event[row["event_id"]].append(row)
    alike = {
        frozenset((place(row), place(other)))
        for row in rows.values()
        if row.get("decoy_of")
        for other in of_event[row["decoy_of"]]
        if row["event_id"] != other["event_id"]
    }
    assert len(suggested.keys() & alike) / len(alike) < 0.06


def test_every_suggestion_says_why_the_days_first(found):
    for one in found:
        assert len(one["reasons"]) > 1
        assert any(character.isdigit() for character in one["reasons"][0])
