"""Two versions of a chronology are compared by what their rows say, wherever the rows stand."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dhr_desktop.app import compare as printed
from dhr_desktop.base import resources
from dhr_desktop.importing.comparing import Kind, compare, counts
from dhr_desktop.importing.reading import Reading, read_bytes
from tests.sheets.made import csv_text

_TRUTH = json.loads(Path(__file__).with_name("aldermarsh_v2_diff.json").read_text(encoding="utf-8"))
_HEAD = ("Date", "Type", "Notes", "Action")
_ROWS = (
    ("14/03/2016", "Visit", "Seen at home with both children, the kitchen window was broken.", "Repair asked for"),
    ("15/03/2016", "Call", "Rang to say that she had gone to her mother for the week.", ""),
    ("18/03/2016", "Letter", "Letter sent about the appointment at the surgery.", "None"),
    ("21/03/2016", "Call", "No answer.", ""),
    ("29/03/2016", "Visit", "Nobody in, card left with the neighbour.", "Try again"),
)


def _read(*rows: tuple[str, ...], heads: tuple[str, ...] = _HEAD) -> Reading:
    return read_bytes("record.csv", csv_text([heads, *rows]))


def _kinds(old: Reading, new: Reading) -> dict[str, int]:
    return {kind.value: number for kind, number in counts(compare(old, new)).items()}


def test_the_revised_case_notes_of_the_sample_change_just_what_they_are_known_to_change(capsys):
    old, new = (resources.path(f"sample/aldermarsh/submissions/{name}") for name in (_TRUTH["of"], _TRUTH["revised"]))
    assert printed.print_comparison(old, new, as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    for part in ("of", "revised", "changed", "added", "date_corrected", "unchanged", "counts"):
        assert found[part] == _TRUTH[part], part
    # The truth numbers the rows of the story behind the file too, which no file says.
    known = [{name: value for name, value in row.items() if name != "v1_row_id"} for row in _TRUTH["removed"]]
    assert found["removed"] == known


def test_the_same_rows_in_another_order_are_unchanged_and_said_to_stand_elsewhere():
    comparison = compare(_read(*_ROWS), _read(_ROWS[4], *_ROWS[:4]))
    assert counts(comparison) == {Kind.UNCHANGED: 5}
    assert [pair.old.row for pair in comparison.moved] == [6]


def test_columns_under_other_headings_are_known_by_their_field_or_by_what_they_hold():
    heads = ("Date of contact", "Sort", "Details of event", "Action")
    turned = [(*row[:3], "") if row is _ROWS[4] else row for row in _ROWS]
    comparison = compare(_read(*_ROWS), _read(*turned, heads=heads))
    assert counts(comparison) == {Kind.UNCHANGED: 4, Kind.CHANGED: 1}
    assert comparison.of(Kind.CHANGED)[0].fields == {"Action": ("Try again", "")}


def test_columns_in_another_order_change_no_row():
    heads = ("Action", "Date", "Notes", "Type")
    turned = [(action, day, notes, kind) for day, kind, notes, action in _ROWS]
    assert _kinds(_read(*_ROWS), _read(*turned, heads=heads)) == {"unchanged": 5}


def test_a_reworded_row_tells_the_words_of_the_cells_that_differ():
    reworded = ("14/03/2016", "Visit", "Seen at home with both children, the kitchen window was mended.", "None")
    comparison = compare(_read(*_ROWS), _read(reworded, *_ROWS[1:]))
    (pair,) = comparison.of(Kind.CHANGED)
    assert pair.fields == {"Notes": (_ROWS[0][2], reworded[2]), "Action": ("Repair asked for", "None")}


def test_a_row_with_another_date_alone_is_a_corrected_date():
    assert _kinds(_read(*_ROWS), _read(*_ROWS[:4], ("30/03/2016", *_ROWS[4][1:]))) == {
        "unchanged": 4,
        "date corrected": 1,
    }


def test_a_date_written_out_that_was_carried_down_before_changes_nothing():
    blank = (_ROWS[0], ("", *_ROWS[1][1:]), *_ROWS[2:])
    dated = (_ROWS[0], ("14/03/2016", *_ROWS[1][1:]), *_ROWS[2:])
    assert _kinds(_read(*blank), _read(*dated)) == {"unchanged": 5}


def test_two_rows_of_the_same_words_are_paired_in_their_order():
    twins = (*_ROWS, ("02/04/2016", "Call", "No answer.", ""))
    fewer = tuple(row for row in twins if row[0] != "21/03/2016")
    comparison = compare(_read(*twins), _read(*fewer))
    assert [pair.old.entry.date_edtf for pair in comparison.of(Kind.REMOVED)] == ["2016-03-21"]


_WORDS = st.sampled_from(
    (
        *("home", "visit", "call", "letter", "school", "neighbour", "mother", "children", "window", "appointment"),
        *("police", "surgery", "rang", "seen", "moved", "tenancy", "asked", "worried", "shouting", "quiet", "agreed"),
        *("refused", "Tuesday", "morning", "rent", "repair", "support", "later", "again", "nobody"),
    )
)
_NOTE = st.lists(_WORDS, min_size=6, max_size=18).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(_NOTE, min_size=4, max_size=25, unique=True), st.data())
def test_edits_within_reason_are_found_again(notes, data):
    rows = [(f"{1 + n % 28:02}/{1 + n // 28:02}/2016", "Call", f"{note} {n}n", "") for n, note in enumerate(notes)]
    gone = data.draw(st.sets(st.integers(0, len(rows) - 1), max_size=2))
    reworded = data.draw(st.sets(st.integers(0, len(rows) - 1), max_size=2)) - gone
    extra = data.draw(st.lists(st.text("xyz", min_size=12, max_size=12), max_size=2, unique=True))
    redated = data.draw(st.sets(st.integers(0, len(rows) - 1), max_size=2)) - gone - reworded
    kept = [
        ("27/11/2015" if n in redated else day, kind, f"{note} as told later" if n in reworded else note, action)
        for n, (day, kind, note, action) in enumerate(rows)
        if n not in gone
    ]
    added = [("28/12/2016", "Other", f"{word} {word[::-1]} {number}q", "") for number, word in enumerate(extra)]
    new = data.draw(st.permutations(kept + added))
    found = compare(_read(*rows), _read(*new))
    expected = {
        Kind.UNCHANGED: len(kept) - len(reworded) - len(redated),
        Kind.CHANGED: len(reworded),
        Kind.REDATED: len(redated),
        Kind.ADDED: len(added),
        Kind.REMOVED: len(gone),
    }
    assert counts(found) == {kind: number for kind, number in expected.items() if number}
    for pair in found.pairs:
        if pair.old and pair.new:
            assert pair.new.entry.text.startswith(pair.old.entry.text), "paired with another row"
    back = counts(compare(_read(*new), _read(*rows)))
    expected[Kind.ADDED], expected[Kind.REMOVED] = expected[Kind.REMOVED], expected[Kind.ADDED]
    assert back == {kind: number for kind, number in expected.items() if number}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_ROWS), max_size=8), st.lists(st.sampled_from(_ROWS), max_size=8))
def test_looked_at_the_other_way_round_what_was_added_was_removed(one, two):
    there, back = compare(_read(*one), _read(*two)), compare(_read(*two), _read(*one))
    assert len(there.of(Kind.ADDED)) == len(back.of(Kind.REMOVED))
    assert len(there.of(Kind.UNCHANGED)) == len(back.of(Kind.UNCHANGED))


@pytest.mark.parametrize("rows", [(), _ROWS])
def test_a_file_is_no_revision_of_itself(rows):
    assert set(_kinds(_read(*rows), _read(*rows))) <= {"unchanged"}


def test_a_reworded_row_of_a_long_record_is_found_where_every_word_is_common():
    said = ("home", "visit", "call", "letter", "school", "mother", "window", "police", "surgery", "seen", "quiet")
    turns = [[n % 11, n // 11 % 11, n // 121, *(n * n // step % 11 for step in (3, 5, 7, 13, 17))] for n in range(900)]
    notes = [" ".join(said[turn] for turn in each) for each in turns]
    rows = [(f"{1 + n % 28:02}/{1 + n // 28 % 12:02}/2016", "Call", note, "") for n, note in enumerate(notes)]
    new = [(*row[:2], f"{row[2]} and left", "") if n % 60 == 0 else row for n, row in enumerate(rows)]
    comparison = compare(_read(*rows), _read(*new))
    assert counts(comparison) == {Kind.UNCHANGED: 885, Kind.CHANGED: 15}
    assert comparison.moved == []
