"""Of several columns of dates the one of the event is taken, in whatever order and under whatever headings."""

import pytest

from dhr_desktop.importing.columns import date_named_by, heading_scores, propose
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word

WORDS = [
    "Seen at reception, upset.",
    "Rang to ask for advice.",
    "Letter to the surgery.",
    "Visit to the flat.",
    "No answer at the door.",
    "Case talked over with a manager.",
]
EVENT = [f"{day}/03/2015" for day in range(13, 19)]
OTHER = [f"{day}/03/2015" for day in range(16, 22)]
BIRTHS = ["14/02/1987", "02/11/1989", "14/02/1987", "02/11/1989", "14/02/1987", "21/05/2011"]


def dates(reading):
    return [row.entry.date_edtf for table in reading.tables for row in table.rows if row.entry]


@pytest.mark.parametrize(
    ("event", "other"),
    [
        ("When it happened", "Date added"),
        ("Seen on", "Referral date"),
        ("Effective date", "Entered date"),
        ("Consultation date", "Recall date"),
        ("Hearing date", "Date listed"),
        ("Interview date", "Claim date"),
        ("Arrival", "Discharge"),
        ("Happened on", "Uploaded on"),
        ("Actual Start", "Scheduled Start"),
        ("Date", "Chase date"),
        ("Seen", "D.O.B."),
        ("Call Received (UTC)", "On Scene (UTC)"),
        ("Date of incident", "Date of next review"),
    ],
)
@pytest.mark.parametrize("first", ["the event's", "the other"])
def test_the_date_of_the_event_is_known_by_its_heading(event, other, first):
    others = BIRTHS if other == "D.O.B." else OTHER
    rows = [(one, two) if first == "the event's" else (two, one) for one, two in zip(EVENT, others, strict=True)]
    headings = (event, other) if first == "the event's" else (other, event)
    cells = [[*headings, "Details"], *([*row, text] for row, text in zip(rows, WORDS, strict=True))]
    found = dates(read_bytes("log.csv", csv_text(cells)))
    assert [day[:10] for day in found] == [f"2015-03-{day}" for day in range(13, 19)]


@pytest.mark.parametrize("heading", ["Target date / done", "Timescale", "Deadline", "Action by (date)", "By when"])
def test_a_day_by_which_something_is_to_be_done_is_never_that_of_the_event(heading):
    table = [
        ["Agency", "Information shared", heading],
        *(["Police", text, day] for text, day in zip(WORDS, OTHER, strict=True)),
    ]
    reading = read_bytes("minutes.docx", word("MARAC held on 18 June 2014", table))
    assert set(dates(reading)) == {"2014-06-18"}


def test_a_date_of_a_review_is_that_of_the_event_where_a_table_has_no_other():
    rows = [["Review date", "Discussion"], *([day, text] for day, text in zip(EVENT, WORDS, strict=True))]
    assert dates(read_bytes("reviews.csv", csv_text(rows)))[0] == "2015-03-13"


def test_births_alone_date_nothing():
    rows = [["D.O.B.", "Details"], *([day, text] for day, text in zip(BIRTHS, WORDS, strict=True))]
    assert set(dates(read_bytes("list.csv", csv_text(rows)))) <= {"XXXX"}


def test_a_year_beside_the_date_is_no_clock_time():
    rows = [["Date", "Year", "Event"], *([day, "2015", text] for day, text in zip(EVENT, WORDS, strict=True))]
    found = [
        row.entry.time for table in read_bytes("log.csv", csv_text(rows)).tables for row in table.rows if row.entry
    ]
    assert set(found) == {""}


def test_numbers_under_a_heading_that_names_no_date_are_no_days_of_a_spreadsheet():
    rows = [["ID", "Notes"], *([str(43_599 + place), text] for place, text in enumerate(WORDS))]
    assert set(dates(read_bytes("list.csv", csv_text(rows)))) == {"XXXX"}
    assert Field.DATE in {one.field for one in propose(["Date", "Notes"], rows[1:]).values()}


def test_what_stands_in_brackets_does_not_say_which_date_a_column_holds():
    assert date_named_by("Date of the event (or, if not known, the date it was recorded)") is Field.DATE
    assert max(heading_scores("Date added"), key=heading_scores("Date added").get) is Field.REPORTED_DATE
