"""One file with the records of several agencies: each entry goes to the agency that its row or its sheet names."""

from collections import Counter
from dataclasses import replace

import pytest

from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.entry_agencies import EntryAgencies
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.inspect import inspect
from dhr_desktop.importing.reading import Reading, read_bytes
from dhr_desktop.importing.record import describe, make_entry
from dhr_desktop.importing.revising import plan, revise
from dhr_desktop.importing.submit import submit
from dhr_desktop.importing.undoing import preview, take_back
from dhr_desktop.store import agencies, entries, submissions
from dhr_desktop.store.filters import EntryFilter
from tests.sheets.made import csv_text, word, workbook

HOMES, COUNCIL = "Saltmarsh Homes", "Thornwick Borough Council"
HEAD = ("Date", "Agency", "Details")
ROWS = [
    ("01/03/2015", HOMES, "Tenancy audit, mother seen alone."),
    ("06/03/2015", COUNCIL, "Diary sheets returned by number nine."),
    ("11/03/2015", "saltmarsh  homes", "Rent arrears visit, nobody in."),
    ("16/03/2015", "ditto", "Repair reported to the bathroom lock."),
    ("21/03/2015", COUNCIL, "Warning letter about the noise."),
    ("26/03/2015", "", "Case review of both services."),
    ("31/03/2015", HOMES, "Door entry fob replaced."),
]


def combined(rows=ROWS, name: str = "combined chronology.csv") -> Reading:
    return read_bytes(name, csv_text([HEAD, *rows]))


def shared(review) -> Counter[str]:
    names = {agency.id: agency.name for agency in agencies.listing(review)}
    return Counter(names[entry.agency_id] for entry in entries.iterate(review))


def test_each_entry_goes_to_the_agency_that_its_row_names(review):
    submit(review, combined(), "Community Safety Partnership")
    assert shared(review) == {HOMES: 4, COUNCIL: 2, "Community Safety Partnership": 1}
    (submission,) = submissions.listing(review)
    assert agencies.get(review, submission.agency_id).name == "Community Safety Partnership"


def test_an_agency_whose_records_came_in_another_s_file_has_contributed(review):
    submit(review, combined(), COUNCIL)
    assert submissions.agencies_in(review) == {agency.id for agency in agencies.listing(review)}


def test_an_agency_that_is_there_is_known_whatever_its_capitals(review):
    with review.journal.step("Add an agency"):
        known = agencies.add(review, HOMES.upper())
    submit(review, combined(), COUNCIL)
    assert shared(review) == {HOMES.upper(): 4, COUNCIL: 3}
    theirs = entries.ordered_ids(review, EntryFilter(agency_ids=frozenset({known.id})))
    assert len(theirs) == 4


def test_a_sheet_for_each_agency_states_whose_it_is(review):
    sheets = [
        (name, [(f"Agency: {agency}",), ("Date", "Details"), ("01/03/2015", "Seen."), ("02/03/2015", "Rang.")])
        for name, agency in (("College", "Thornwick College"), ("Refuge", "Tamarisk House Refuge"))
    ]
    reading = read_bytes("returns.xlsx", workbook(*sheets))
    submit(review, reading, reading.agency_guess)
    assert shared(review) == {"Thornwick College": 2, "Tamarisk House Refuge": 2}


def test_taking_the_import_back_takes_the_agencies_that_it_added(review):
    told = submit(review, combined(), COUNCIL)
    assert take_back(review, told.submission_id).whole
    assert agencies.listing(review) == []


def test_an_agency_that_another_import_uses_stays(review):
    told = submit(review, combined(), COUNCIL)
    submit(review, read_bytes("homes.csv", csv_text([("Date", "Details"), ("01/03/2014", "Seen.")])), HOMES)
    take_back(review, told.submission_id)
    assert [agency.name for agency in agencies.listing(review)] == [HOMES]


def test_undoing_and_doing_again_is_one_step(review):
    submit(review, combined(), COUNCIL)
    review.journal.undo()
    assert agencies.listing(review) == []
    review.journal.redo()
    assert shared(review) == {HOMES: 4, COUNCIL: 3}


def test_a_submission_goes_to_another_agency_with_the_entries_of_its_own(review):
    told = submit(review, combined(), COUNCIL)
    describe(review, submissions.get(review, told.submission_id), "Thornwick Council")
    assert shared(review) == {HOMES: 4, "Thornwick Council": 3}
    assert preview(review, told.submission_id).worked_on == ()


def test_to_give_an_entry_to_the_submission_s_agency_is_work_on_it(review):
    told = submit(review, combined(), COUNCIL)
    home = agencies.find(review, COUNCIL)
    first = entries.get(review, entries.ordered_ids(review)[0])
    with review.journal.step("Give to another agency"):
        entries.change(review, replace(first, agency_id=home.id))
    assert [each.done for each in preview(review, told.submission_id).worked_on] == [("given to another agency",)]


def test_a_revision_finds_the_entries_of_all_agencies_and_moves_what_it_corrects(review):
    told = submit(review, combined(), COUNCIL)
    before = {entry.text: entry.id for entry in entries.iterate(review)}
    rows = [
        ROWS[0],
        (ROWS[1][0], HOMES, ROWS[1][2]),
        *ROWS[2:],
        ("02/04/2015", "Tamarisk House Refuge", "Arrived with two children."),
    ]
    revise(review, plan(review, told.submission_id, combined(rows)))
    after = {entry.text: entry.id for entry in entries.iterate(review)}
    assert before.items() <= after.items()
    assert shared(review) == {HOMES: 5, COUNCIL: 2, "Tamarisk House Refuge": 1}


def test_a_row_that_was_left_out_becomes_an_entry_of_its_own_agency(review):
    reading = combined()
    reading = reading.choose(0, Choices(skipped=frozenset({8})))
    told = submit(review, reading, COUNCIL)
    (row,) = [each for each in submissions.set_aside(review, told.submission_id) if each.reason != "headings"]
    made = entries.get(review, make_entry(review, row.id))
    assert agencies.get(review, made.agency_id).name == HOMES


def test_a_value_set_by_the_chair_says_whose_the_rows_of_a_table_are(review):
    reading = read_bytes("log.csv", csv_text([("Date", "Details"), ("01/03/2014", "Seen."), ("02/03/2014", "Rang.")]))
    submit(review, reading.choose(0, Choices(fixed={Field.AGENCY: HOMES})), COUNCIL)
    assert shared(review) == {HOMES: 2}


def test_a_file_whose_rows_name_one_agency_alone_is_that_agency_s(review):
    reading = combined([(day, HOMES, words) for day, _, words in ROWS], "export.csv")
    assert reading.agency_guess == HOMES
    submit(review, reading, "Saltmarsh Housing Trust")  # as the chair calls it
    assert shared(review) == {"Saltmarsh Housing Trust": 7}


def test_the_inspection_gives_each_entry_its_agency(tmp_path):
    path = tmp_path / "combined chronology.csv"
    path.write_bytes(csv_text([HEAD, *ROWS]))
    told = inspect([path])
    assert [entry["agency"] for entry in told["entries"]][:2] == [HOMES, COUNCIL]


@pytest.mark.parametrize(
    ("name", "heading", "values"),
    [
        ("school log.csv", "Agency", ["Police", "Mother", "Health visitor"]),
        ("Thornwick Children's Social Care.csv", "Agency", ["Police", "School", "Police"]),
        ("school log.csv", "Agency", ["Police, GP", "GP, School", "Police, GP"]),
        ("school log.csv", "Agencies involved", ["Police", "School", "Police"]),
        ("school log.csv", "Source", [HOMES, COUNCIL, HOMES]),
        ("MARAC minutes.csv", "Agency", ["Police", "School", "Police"]),
    ],
)
def test_a_column_that_says_of_whom_an_agency_heard_is_none_of_agencies(name, heading, values):
    rows = [(f"{day:02}/03/2015", values[day % 3], "Telephone call about the children.") for day in range(1, 13)]
    reading = read_bytes(name, csv_text([("Date", heading, "Details"), *rows]))
    assert Field.AGENCY not in reading.tables[0].mapping.values()


def test_the_agencies_in_minutes_are_those_who_spoke():
    table = [("Item", "Agency", "Discussion", "Action")]
    table += [(str(item), ("Police", "Housing")[item % 2], "Two calls since May.", "Marker") for item in range(8)]
    reading = read_bytes("notes.docx", word("Meeting of Wednesday 23rd March 2016, 10am", table))
    assert reading.tables[0].mapping[1] is Field.SOURCE


def test_a_cell_merged_downwards_names_the_agency_of_all_its_rows():
    table = [HEAD, *((f"{day} May 2016", (HOMES, "", COUNCIL, COUNCIL)[day - 1], "Visit.") for day in range(1, 5))]
    reading = read_bytes("joint chronology.docx", word(table, merge=[(1, 1, 2, 1)]))
    assert [row.entry.agency for row in reading.tables[0].rows if row.entry] == [HOMES, HOMES, COUNCIL, COUNCIL]


def test_very_many_names_are_each_known_again():
    """Each name was once compared with all before it: minutes where a column of remarks is taken for agencies."""
    reading = combined()
    table = reading.tables[0]
    row = next(row for row in table.rows if row.entry)
    names = [*(f"Ward {number:04} Team" for number in range(4000)), "WARD  0007 team"]
    rows = tuple(replace(row, entry=replace(row.entry, agency=name)) for name in names)
    reading = replace(reading, tables=(replace(table, rows=rows),))
    counts = EntryAgencies(reading, HOMES).counts()
    assert counts["Ward 0007 Team"] == 2
    assert len(counts) == 4000
