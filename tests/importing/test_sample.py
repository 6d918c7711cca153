"""The nine files of the fictional Aldermarsh review, against what is known to stand in them."""

import json
from pathlib import Path

import pytest

from dhr_desktop.app import sample
from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.inspect import inspect

TRUTH = Path(__file__).with_name("aldermarsh_truth.json")


@pytest.fixture(scope="module")
def found():
    return inspect(sample.submissions())


@pytest.fixture(scope="module")
def truth():
    return json.loads(TRUTH.read_text(encoding="utf-8"))


def _place(row):
    return row["file"], str(row["table"] or ""), row["row"]


def _agrees(wanted, read):
    """An exact day is that day; what is vaguer overlaps by half, or both are approximate and near."""
    want, got = parse(wanted), parse(read)
    if want.is_unknown or got.is_unknown:
        return want.is_unknown and got.is_unknown
    if want.is_exact:
        return got.is_exact and got.earliest == want.earliest
    if got.earliest is None or got.latest is None:
        return False
    overlap = (min(want.latest, got.latest) - max(want.earliest, got.earliest)).days + 1
    union = (max(want.latest, got.latest) - min(want.earliest, got.earliest)).days + 1
    return overlap * 2 >= union or (want.approximate and abs((want.earliest - got.earliest).days) <= 31)


def test_every_row_is_found_at_its_place_and_no_other_becomes_an_entry(found, truth):
    assert {_place(entry) for entry in found["entries"]} == {_place(row) for row in truth}


def test_at_least_95_in_100_dates_are_right_and_no_other_is_without_a_doubt(found, truth):
    read = {_place(entry): entry for entry in found["entries"]}
    wrong = [row for row in truth if not _agrees(row["date"], read[_place(row)]["date"])]
    assert len(wrong) <= 0.05 * len(truth)
    assert all(read[_place(row)]["doubts"] for row in wrong)


def test_doubts_stay_rare_enough_to_be_read(found, truth):
    assert sum(bool(entry["doubts"]) for entry in found["entries"]) <= 0.06 * len(truth)


def test_times_are_the_times_on_british_clocks(found, truth):
    read = {_place(entry): entry for entry in found["entries"]}
    timed = [row for row in truth if row["time"]]
    right = [row for row in timed if read[_place(row)]["time"] == row["time"]]
    assert len(right) >= 0.95 * len(timed)


def test_the_counts_of_every_table_add_up(found):
    for file in found["files"]:
        for table in file["tables"]:
            counts = table["counts"]
            assert counts["read"] == counts["imported"] + counts["skipped"] + counts["error"]
