"""Kinds of quirk in records of agencies of every sort, each in the smallest table that shows it."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook

_WORDS = ("Home visit, nobody in.", "Telephone call from a neighbour.", "Letter sent about the appointment.")


def _entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def _dates(reading):
    return [entry.date_edtf for entry in _entries(reading)]


def _codes(reading):
    return [doubt.code for entry in _entries(reading) for doubt in entry.doubts]


def test_headings_of_a_database_are_known_and_the_contact_s_own_time_is_the_date():
    head = ("contact_id", "created_at", "contact_at", "type", "worker", "body", "outcome", "updated_at")
    rows = [
        ("1", f"2018-06-0{day + 1}T09:00:00.000Z", f"2018-06-0{day}T15:10:00.000Z", "Call", "A", words, "", "")
        for day, words in enumerate(_WORDS, 5)
    ]
    reading = read_bytes("export.csv", csv_text([head, *rows]))
    assert reading.tables[0].header_row == 1
    assert _dates(reading) == ["2018-06-05", "2018-06-06", "2018-06-07"]
    assert {entry.time for entry in _entries(reading)} == {"16:10"}


@pytest.mark.parametrize(
    ("above", "edtf"),
    [
        ("Week commencing 8 July 2019", "2019-07-08/2019-07-14"),
        ("Between 4 and 7 November 2019", "2019-11-04/2019-11-07"),
        ("Meeting of 12 May 2019", "2019-05-12"),
    ],
)
def test_a_heading_above_a_table_is_read_as_a_cell_would_be(above, edtf):
    rows = [("Who", "What was said", "Action"), ("A", "Nothing new.", "None"), ("B", "Seen at school.", "None")]
    assert _dates(read_bytes("minutes.docx", word(above, rows))) == [edtf, edtf]


def test_a_table_under_undated_belongs_to_the_chronology_and_says_so():
    rows = [("Who", "What was said", "Action"), ("A", "Nothing new.", "None"), ("B", "Seen at school.", "None")]
    reading = read_bytes("minutes.docx", word("12 May 2019", rows, "Undated (found later)", rows[:2]))
    assert _dates(reading) == ["2019-05-12", "2019-05-12", "XXXX"]
    assert _codes(reading) == ["no-date"]


def test_days_without_a_year_take_the_year_that_their_sheet_is_named_by_and_need_no_look():
    def sheet(year: str) -> tuple[str, list[tuple[str, ...]]]:
        days = ("14 Mar", "3rd April", "Tue 9/4" if year == "2019" else "9/4", "April 9", "May")
        return year, [
            (f"Diary {year}",),
            ("Date", "Time", "Details"),
            *((day, "", "Visit to the flat.") for day in days),
        ]

    reading = read_bytes("diary.xlsx", workbook(sheet("2019"), sheet("2020")))
    assert _dates(reading) == [
        f"{year}-{rest}" for year in (2019, 2020) for rest in ("03-14", "04-03", "04-09", "04-09", "05")
    ]
    assert _codes(reading) == []


def test_rows_that_stand_in_order_only_month_first_settle_the_order():
    days = ("1/4/2019", "1/9/2019", "2/8/2019", "3/10/2019", "4/10/2019", "5/7/2019", "6/2/2019", "6/9/2019")
    head = ("#", "Session date", "Length", "Kind", "Counsellor", "Session summary", "Homework / plan")
    rows = [
        (str(place), day, "50", "Phone", "A", "Talked about plans for the week.", "") for place, day in enumerate(days)
    ]
    reading = read_bytes("sessions.xlsx", workbook(("Sessions", [head, *rows])))
    assert reading.tables[0].header_row == 1
    assert _dates(reading)[:3] == ["2019-01-04", "2019-01-09", "2019-02-08"]
    assert _codes(reading) == []
    assert reading.tables[0].orders[0].decided_by == "sequence"


def test_typed_days_that_a_foreign_computer_turned_are_turned_back_where_the_rows_show_it():
    from datetime import date  # noqa: PLC0415 - beside the cells it makes

    days = [date(2018, 3, 3), date(2018, 10, 3), "23/03/2018", "27/03/2018", "30/03/2018", date(2018, 1, 4)]
    days += [date(2018, 4, 5), date(2018, 5, 6), "14/06/2018", date(2018, 2, 7)]
    rows = [("Contact Date", "Notes"), *((day, "Attended the office.") for day in days)]
    reading = read_bytes("contacts.xlsx", workbook(("Contacts", rows)))
    assert _dates(reading) == sorted(_dates(reading))
    assert _dates(reading)[1] == "2018-03-10"
    assert _codes(reading) == []
    assert any("changed back" in problem for problem in reading.problems)


def test_a_control_room_s_date_time_groups_are_date_and_time():
    head = ("LOG", "DTG", "GRADE", "CLASS", "NARRATIVE", "RESULT", "OIC")
    rows = [
        ("1", f"{day:02}1930{gap}MAR19", "2", "DOM", words, "NFA", "PC 1")
        for day, gap, words in zip((4, 5, 16), ("", " ", ""), _WORDS, strict=True)
    ]
    reading = read_bytes("log.txt", csv_text([("Extract of the log",), head, *rows], delimiter="|"))
    assert [(entry.date_edtf, entry.time) for entry in _entries(reading)] == [
        ("2019-03-04", "19:30"),
        ("2019-03-05", "19:30"),
        ("2019-03-16", "19:30"),
    ]


def test_two_lines_of_headings_in_two_tongues_may_come_again_lower_down():
    heads = [("Dyddiad", "Amser", "Digwyddiad", "Camau"), ("Date", "Time", "Event", "Action")]
    rows = [
        ("19 Mehefin 2018 / 19 June 2018", "8:20 yb/am", "Ymweliad / Visit to the home", ""),
        ("25 Medi 2020", "9:35 yp/pm", "Galwad / Call", ""),
        ("fel uchod / as above", "ddim yn hysbys / not known", "Galwad / Call", ""),
    ]
    reading = read_bytes("cronoleg.xlsx", workbook(("Cronoleg", [*heads, *rows, (), *heads, *rows])))
    assert _dates(reading) == ["2018-06-19", "2020-09-25", "2020-09-25"] * 2
    assert [entry.time for entry in _entries(reading)][:3] == ["08:20", "21:35", ""]
    assert _codes(reading) == []


def test_a_row_of_the_next_day_is_counted_from_the_one_above_and_marked():
    rows = [("Date", "Event"), ("31/12/2018", _WORDS[0]), ("next day", _WORDS[1])]
    reading = read_bytes("record.csv", csv_text(rows))
    assert _dates(reading) == ["2018-12-31", "2019-01-01"]
    assert _codes(reading) == ["next-day"]


def test_the_time_of_the_record_is_not_taken_for_that_of_the_event():
    head = ("Incident Number", "Date Created", "Time Created", "Date From", "Date To", "Summary")
    rows = [
        ("1", "15/06/2016", "21:04", "14/06/2016", "15/06/2016", "Shouting heard."),
        ("2", "23/06/2016", "08:00", "", "", "Came in."),
    ]
    first, _ = _entries(read_bytes("export.csv", csv_text([head, *rows])))
    assert (first.date_edtf, first.time) == ("2016-06-14/2016-06-15", "")
    assert (first.reported_edtf, first.reported_time) == ("2016-06-15", "21:04")


def test_a_column_headed_as_notes_is_what_happened_however_short_its_words():
    head = ("Date of contact", "Start", "Finish", "Mode", "Notes of support session")
    rows = [("4 Mar 2019", "10:00", "11:00", "F2F", "Talked."), ("11 Mar 2019", "10.00am", "", "Phone", "DNA")]
    entries = _entries(read_bytes("support.csv", csv_text([head, *rows])))
    assert [(entry.date_edtf, entry.time, entry.text) for entry in entries] == [
        ("2019-03-04", "10:00", "Talked."),
        ("2019-03-11", "10:00", "DNA"),
    ]


def test_a_line_of_a_log_names_no_agency():
    lines = b"05/06/2018 0912 Call from neighbour.\n16/06/2018 1030 Enquiry with school\n"
    assert read_bytes("log.txt", lines).agency_guess == "log"


def test_a_short_table_of_days_and_words_needs_no_headings():
    rows = [("3 March 2014 (Mon)", "Police attend"), ("4 March 2014", "Ambulance"), ("5/6 March 2014", "Hospital")]
    reading = read_bytes("timeline.docx", word("Timeline of events", rows))
    assert _dates(reading) == ["2014-03-03", "2014-03-04", "2014-03-05/2014-03-06"]


def test_the_date_of_the_service_wins_over_the_date_of_the_signature():
    head = ("Client", "Date of Service", "Start", "End", "Progress note", "Date Signed")
    rows = [("B", "28/01/2019", "5:00 PM", "6:00 PM", "Talked about the move and the school.", "29/01/2019")] * 4
    (first, *_) = _entries(read_bytes("therapy.csv", csv_text([head, *rows])))
    assert (first.date_edtf, first.time, first.reported_edtf) == ("2019-01-28", "17:00", "2019-01-29")


def test_a_column_of_dates_under_a_heading_unknown_wins_over_the_date_of_entry():
    head = ("Appt", "Slot", "Seen by", "Synopsis", "Date entered")
    rows = [
        (f"{day}/12/2016", "09:30", "RM", "Text to rearrange, declined to answer.", f"{day + 4}/12/2016")
        for day in range(13, 18)
    ]
    (first, *_) = _entries(read_bytes("keywork.csv", csv_text([head, *rows])))
    assert (first.date_edtf, first.time, first.reported_edtf) == ("2016-12-13", "09:30", "2016-12-17")


def test_a_time_of_call_that_is_a_day_and_an_hour_is_the_date():
    head = ("IncidentNumber", "TimeOfCall (UTC)", "FirstPumpArrived (UTC)", "Narrative")
    rows = [
        ("1", f"2017-06-{day}T23:38:00Z", f"2017-06-{day}T23:46:00Z", "Alarm sounding, nobody in.")
        for day in range(13, 18)
    ]
    (first, *_) = _entries(read_bytes("fire.csv", csv_text([head, *rows])))
    assert (first.date_edtf, first.time) == ("2017-06-14", "00:38")


def test_the_one_time_there_is_goes_with_the_date_whatever_its_heading():
    head = ("When", "Time logged", "Details of call")
    rows = [(f"{day}/12/2016", "09:30", "Noise reported by a neighbour.") for day in range(13, 18)]
    assert {entry.time for entry in _entries(read_bytes("log.csv", csv_text([head, *rows])))} == {"09:30"}


def test_a_record_that_begins_with_a_date_of_any_form_is_not_swallowed_by_the_one_above():
    lines = [
        "March 2021",
        "9th March 2021, 11:50hrs - Seen in the office.",
        "Wednesday the 10th of March 2021, 11:05 - Review of the case.",
        "Early March 2021 - Telephone call, no reply.",
        "3-7 March 2021, 16:15hrs - Did not attend.",
    ]
    reading = read_bytes("timeline.docx", word(*lines))
    assert [(entry.date_edtf, entry.text) for entry in _entries(reading)] == [
        ("2021-03-09", "Seen in the office."),
        ("2021-03-10", "Review of the case."),
        ("2021-03~", "Telephone call, no reply."),
        ("2021-03-03/2021-03-07", "Did not attend."),
    ]


def test_a_row_whose_date_is_said_to_be_unknown_takes_the_day_of_its_report_and_is_marked():
    rows = [
        ("Date of event", "Date recorded", "Note"),
        ("12/03/2019", "13/03/2019", "Seen."),
        ("not known", "29/03/2019", "Told."),
    ]
    entries = _entries(read_bytes("record.csv", csv_text(rows)))
    assert (entries[1].date_edtf, entries[1].date_written) == ("2019-03-29", "not known")
    assert [doubt.code for doubt in entries[1].doubts] == ["reported-only"]


def test_a_band_of_a_year_may_be_dressed_with_stars_or_dashes():
    rows = [
        ("When", "Details of call or visit"),
        ("** 2019 **", ""),
        ("14 Mar", "Visit."),
        ("- 2020 -", ""),
        ("3 April", "Call."),
    ]
    reading = read_bytes("log.csv", csv_text(rows))
    assert _dates(reading) == ["2019-03-14", "2020-04-03"]
    assert _codes(reading) == []
