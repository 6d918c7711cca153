"""Files in many layouts: where the headings are, what the columns hold, and what becomes of every row."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import Reading, read_bytes
from tests.sheets.made import csv_text, word, workbook


def _entries(reading: Reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def _dates(reading: Reading):
    return [entry.date_edtf for entry in _entries(reading)]


def _adds_up(reading: Reading):
    counts = reading.counts
    return counts.read == counts.imported + counts.skipped + counts.error


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (("Date", "Time", "Source of information", "Significant event", "Action taken", "Comment"), 0),
        (("Date & Time", "Ref no. (CAD/Niche/OEL)", "Subject", "Event", "Outcome", "Analysis"), 0),
        (("Date of consultation", "Clinician", "Reason", "Findings", "Action or referral", "Comment"), 0),
        (("Date", "Officer", "Contact method", "Detail", "Action", "Follow-up"), 0),
        (("Date", "Agency", "Subject", "Event", "Response", "Panel comment"), 0),
        (("Date", "Provider", "Event", "Who", "Outcome", "Good practice"), 0),
        (("Event number", "Date", "Time", "Description of event", "Who was involved", "Details"), 1),
        (("Serial number", "Date", "Event-detail", "Witness or document reference", "Notes of author", "x"), 1),
    ],
)
def test_header_sets_in_use_are_known(headings, row):
    values = {"Time": "10:00", "Event number": "1", "Serial number": "1"}
    filler = "The family were seen at home and a long note was made of it."
    rows = [
        [f"0{day}/05/2016" if "date" in heading.lower() else values.get(heading, filler) for heading in headings]
        for day in range(1, 8)
    ]
    reading = read_bytes("chronology.csv", csv_text([headings, *rows]))
    table = reading.tables[0]
    assert table.header_row == 1
    assert table.mapping[row] is Field.DATE
    assert Field.TEXT in table.mapping.values()
    assert _dates(reading) == [f"2016-05-0{day}" for day in range(1, 8)]


def test_a_header_is_found_among_title_rows_and_away_from_the_first_column():
    rows = [
        [None, "Anytown Borough Council"],
        [None, "Chronology for the review, prepared 01/02/2019"],
        [None, None],
        [None, "When", None, "What", None],
        [None, "Date", "Time", "Event", "Outcome"],
        [None, "2016", None, None, None],
        [None, "03/04/2016", "0930hrs", "Visit to the home.", "No reply."],
        [None, "ditto", "1400hrs", "Second visit.", "Seen."],
        [None, None, None, None, None],
        [None, "Completed by the review unit", None, None, None],
    ]
    reading = read_bytes("council.xlsx", workbook(("Chronology", rows)))
    table = reading.tables[0]
    assert table.header_row == 5
    assert [(row.row, row.entry.date_edtf, row.entry.time) for row in table.rows if row.entry] == [
        (7, "2016-04-03", "09:30"),
        (8, "2016-04-03", "14:00"),
    ]
    assert {row.row: row.reason for row in table.rows if not row.entry}[6] == "heading among the rows"
    assert reading.counts.read == 10
    assert _adds_up(reading)


def test_only_a_sheet_with_a_chronology_gives_entries_and_the_others_are_kept_and_counted():
    key = [["Abbreviation", "Meaning"], ["DASH", "risk checklist"]]
    rows = [["Date", "Event"], ["1/2/2016", "Seen."]]
    reading = read_bytes("a.xlsx", workbook(("Chronology", rows), ("Key", key)))
    assert len(_entries(reading)) == 1
    assert reading.counts.read == 4
    assert all(row.outcome is Outcome.SKIPPED for row in reading.tables[1].rows)


def test_hidden_rows_columns_and_sheets_are_read_and_said_to_have_been_hidden():
    def hide(book):
        sheet = book["Chronology"]
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    rows = [["Date", "Event", "Officer"], ["1/2/2016", "Seen.", "A"], ["2/2/2016", "Not seen.", "B"]]
    reading = read_bytes("a.xlsx", workbook(("Chronology", rows), hide=hide))
    assert [row.hidden for row in reading.tables[0].rows] == [False, False, True]
    assert [entry.people for entry in _entries(reading)] == ["A", "B"]
    assert any("hidden" in problem and "Officer" in problem for problem in reading.problems)


def test_a_merged_date_holds_for_every_row_it_covers():
    def merge(book):
        book["Log"].merge_cells("A2:A4")

    rows = [["Date", "Event"], ["13/2/2016", "One."], [None, "Two."], [None, "Three."], ["15/2/2016", "Four."]]
    reading = read_bytes("a.xlsx", workbook(("Log", rows), hide=merge))
    assert _dates(reading) == ["2016-02-13"] * 3 + ["2016-02-15"]
    assert not any(entry.doubts for entry in _entries(reading))


def test_a_blank_date_carried_down_is_marked_as_carried():
    rows = [["Date", "Event"], ["13/2/2016", "One."], ["", "Two."]]
    carried = _entries(read_bytes("a.csv", csv_text(rows)))[1]
    assert carried.date_edtf == "2016-02-13"
    assert [doubt.code for doubt in carried.doubts] == ["carried-blank"]


def test_american_dates_are_known_by_the_days_that_cannot_be_months():
    rows = [["Date", "Event"], ["3/4/2017", "One."], ["3/25/2017", "Two."], ["4/2/2017", "Three."]]
    reading = read_bytes("export.csv", csv_text(rows))
    assert _dates(reading) == ["2017-03-04", "2017-03-25", "2017-04-02"]
    assert any("month first" in problem for problem in reading.problems)


def test_an_order_that_nothing_shows_is_taken_as_british_and_marked():
    rows = [["Date", "Event"], ["3/4/2017", "One."], ["1/2/2017", "Two."]]
    entries = _entries(read_bytes("a.csv", csv_text(rows)))
    assert [entry.date_edtf for entry in entries] == ["2017-04-03", "2017-02-01"]
    assert all([doubt.code for doubt in entry.doubts] == ["ambiguous-order"] for entry in entries)


def test_half_dates_half_text_is_seen_as_what_a_foreign_excel_leaves():
    typed = [date(2016, 3, 4), date(2016, 7, 1), date(2016, 9, 10)]
    rows = [["Date", "Event"], *([day, "Typed."] for day in typed), *([f"{n}/05/2016", "Text."] for n in (13, 20, 31))]
    entries = _entries(read_bytes("a.xlsx", workbook(("Log", rows))))
    assert [bool(entry.doubts) for entry in entries] == [True] * 3 + [False] * 3


def test_reported_and_occurred_are_two_dates():
    rows = [["Reported", "Occurred", "Event"], ["16/02/2016 09:00", "13/02/2016 22:30", "Call."]]
    entry = _entries(read_bytes("a.csv", csv_text(rows)))[0]
    assert (entry.date_edtf, entry.time) == ("2016-02-13", "22:30")
    assert (entry.reported_edtf, entry.reported_time) == ("2016-02-16", "09:00")


def test_a_period_in_two_columns_is_one_range():
    rows = [["From", "To", "Event"], ["01/02/2016", "14/02/2016", "Stay at the refuge."], ["20/2/2016", "", "Left."]]
    assert _dates(read_bytes("a.csv", csv_text(rows))) == ["2016-02-01/2016-02-14", "2016-02-20"]


def test_utc_in_summer_is_an_hour_behind_british_clocks_and_may_be_the_day_before():
    rows = [
        ["time_utc", "narrative"],
        ["2016-07-01T23:30:00Z", "Call to the house."],
        ["2016-12-01T23:30:00Z", "Call."],
    ]
    rows[0][0] = "call_connected_utc"
    entries = _entries(read_bytes("cad.csv", csv_text(rows, delimiter=";")))
    assert [(entry.date_edtf, entry.time) for entry in entries] == [("2016-07-02", "00:30"), ("2016-12-01", "23:30")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_encoding_and_delimiter_is_read(encoding, delimiter):
    rows = [["Date", "Event"], ["1/2/2016", "“Rent” of £96.40; paid,\nin café"], ["13/2/2016", "Seen."]]
    entry = _entries(read_bytes("a.csv", csv_text(rows, delimiter, encoding)))[0]
    assert entry.text == "“Rent” of £96.40; paid,\nin café"


def test_what_a_case_management_system_left_in_the_words_is_cleaned_and_the_cell_kept():
    rows = [["Date", "Event"], ["1/2/2016", "Kay &amp; Dean&#39;s rent<br />paid"], ["13/2/2016", "a < b > c"]]
    reading = read_bytes("crm.csv", csv_text(rows))
    assert [entry.text for entry in _entries(reading)] == ["Kay & Dean's rent\npaid", "a < b > c"]
    assert reading.tables[0].rows[1].cells[1] == "Kay &amp; Dean&#39;s rent<br />paid"


def test_word_tables_share_a_heading_s_date_where_they_have_no_column_for_it():
    table = [["Item", "Agency", "Discussion", "Action"], ["1", "Police", "Two calls since May.", "Marker"]]
    reading = read_bytes("minutes.docx", word("Conference", "Meeting of Wednesday 23rd March 2016, 10am", table))
    assert _dates(reading) == ["2016-03-23"]


def test_word_tables_are_numbered_over_the_document_with_headers_repeated_and_cells_merged():
    first = [["Date", "Event"], ["1 May 2016", "One."], ["", "Two."]]
    second = [["Date", "Event"], ["Date", "Event"], ["2017", ""], ["3 June 2017", "Three."]]
    reading = read_bytes("chronology.docx", word("2016", first, "2017", second, merge=[(2, 0, 2, 1)]))
    assert [(table.name, row.row) for table in reading.tables for row in table.rows if row.entry] == [
        ("1", 2),
        ("1", 3),
        ("2", 4),
    ]
    assert [row.reason for row in reading.tables[1].rows] == [
        "headings",
        "headings repeated",
        "heading among the rows",
        "",
    ]


def test_a_mapping_can_be_changed_without_opening_the_file_again():
    rows = [["Date", "Event", "Remarks"], ["1/2/2016", "One.", "Two."], ["13/2/2016", "One.", "Two."]]
    table = read_bytes("a.csv", csv_text(rows)).tables[0]
    changed = table.remap({0: Field.DATE, 1: Field.OTHER, 2: Field.TEXT})
    assert [row.entry.text for row in changed.rows if row.entry] == ["Two.", "Two."]
    assert changed.rows[1].entry.other == {"Event": "One."}
    assert [row.entry.text for row in table.rows if row.entry] == ["One.", "One."]


def test_columns_without_a_field_are_kept_under_their_own_headings():
    rows = [["Date", "Event", "Child seen?"], ["1/2/2016", "Visit to the house.", "Yes"]]
    assert _entries(read_bytes("a.csv", csv_text(rows)))[0].other == {"Child seen?": "Yes"}


def test_a_table_without_headings_is_read_by_what_its_cells_hold():
    rows = [[f"{day}/02/2016", f"The long words of an entry number {day} of this list."] for day in range(10, 20)]
    reading = read_bytes("bare.csv", csv_text(rows))
    assert reading.tables[0].header_row is None
    assert len(_entries(reading)) == 10


_CELLS = st.one_of(
    st.just(""),
    st.sampled_from(["Date", "Event", "ditto", "1/2/2016", "2016", "13/02/2016 10:00", "Seen at home.", "Total"]),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12),
)


@settings(max_examples=60)
@given(st.lists(st.lists(_CELLS, min_size=1, max_size=5), min_size=1, max_size=12))
def test_whatever_the_rows_hold_each_ends_in_one_way_and_the_counts_add_up(rows):
    data = csv_text([["Date", "Event", "Action"], *rows])
    reading = read_bytes("any.csv", data)
    assert _adds_up(reading)
    assert all((row.entry is not None) == (row.outcome is Outcome.IMPORTED) for row in reading.tables[0].rows)
    assert all(row.reason or row.entry for row in reading.tables[0].rows)
