"""Words of a row that speak of its date: a late entry, a day with which it begins, a count at the end of the table."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def codes(entry):
    return [one.code for one in entry.doubts]


def test_a_row_that_says_it_tells_late_of_another_day_is_marked_with_that_day_as_its_fix():
    rows = [["Date of entry", "Notes"], ["13/03/2016", "Late entry for 10/03/2016: seen at reception."]]
    (entry,) = entries(read_bytes("log.csv", csv_text(rows)))
    assert (entry.date_edtf, codes(entry)) == ("2016-03-13", ["told-late"])
    assert entry.doubts[0].fix == "2016-03-10"


def test_a_row_that_nothing_else_dates_has_the_whole_date_that_its_words_begin_with_marked():
    rows = [["Agency", "Information shared"], ["Police", "18/05/2016 no further calls."], ["School", "Nothing to add."]]
    first, second = entries(read_bytes("updates.docx", word("Updates", rows)))
    assert (first.date_edtf, codes(first)) == ("2016-05-18", ["among-words"])
    assert second.date_edtf == "XXXX"


@pytest.mark.parametrize("words", ["30 contacts. End of report.", "12 records printed", "End of extract."])
def test_a_line_that_counts_the_rows_above_it_is_no_entry(words):
    rows = [["Date", "Notes"], ["13/03/2016", "Seen at home."], ["14/03/2016", "Rang the office."], ["", words]]
    assert len(entries(read_bytes("log.csv", csv_text(rows)))) == 2


def test_a_cover_that_lists_who_sent_which_sheet_is_no_chronology():
    cover = [
        ["Sheet", "Contact", "Received"],
        ["Refuge", "P. Osei", "04/12/2017"],
        ["College", "J. Thwaite", "11/12/2017"],
    ]
    log = [["Date", "Details"], ["13/03/2016", "Seen at home."], ["14/03/2016", "Rang the office."]]
    assert len(entries(read_bytes("return.xlsx", workbook(("Cover", cover), ("Refuge", log))))) == 2


def test_numbers_among_hours_are_hours_and_among_clock_times_they_are_minutes():
    def times(*numbers):
        rows = [["Date", "Time", "Event"], *(["13/03/2016", number, "Seen at home."] for number in numbers)]
        return [entry.time for entry in entries(read_bytes("log.xlsx", workbook(("Log", rows))))]

    assert times(9, 14, 17) == ["09:00", "14:00", "17:00"]
    assert times(930, 45, 2130) == ["09:30", "00:45", "21:30"]


@pytest.mark.parametrize(
    ("bands", "dates"),
    [
        ([("2015", ["4 June"]), ("2016 continued", ["4 Nov"])], ["2015-06-04", "2016-11-04"]),
        ([("2015", ["4 June"]), ("2016/17", ["4 Nov", "5 March"])], ["2015-06-04", "2016-11-04", "2017-03-05"]),
        ([("2014 – continued", ["4 June"]), ("YEAR: 2015", ["3/7"])], ["2014-06-04", "2015-07-03"]),
        ([("Sept 2017 – Aug 2018", ["4 Oct", "5 March"])], ["2017-10-04", "2018-03-05"]),
        ([("2015", ["4 June"]), ("January 2016", ["4th", "Mon 11th"])], ["2015-06-04", "2016-01-04", "2016-01-11"]),
    ],
)
def test_a_band_that_covers_more_than_a_year_gives_each_day_the_year_it_falls_in(bands, dates):
    rows = [["Date", "Event", "Source"]]
    for band, days in bands:
        rows.append([band, "", ""])
        rows += [[day, "Seen at home by the worker.", "File"] for day in days]
    found = entries(read_bytes("log.csv", csv_text(rows)))
    assert [(entry.date_edtf, codes(entry)) for entry in found] == [(day, []) for day in dates]


def test_two_dotted_days_are_no_clock_time_and_a_day():
    rows = [["Date", "Event"], ["20.12.15 - 4.1.16", "Away over the holidays."], ["5.1.16", "Back at school."]]
    first, _ = entries(read_bytes("log.csv", csv_text(rows)))
    assert (first.date_edtf, first.time) == ("2015-12-20/2016-01-04", "")


def test_the_meeting_s_date_reaches_its_minutes_across_the_list_of_those_present():
    present = [["Name", "Role"], ["A. Vane", "Chair"], ["P. Osei", "Minutes"]]
    minutes = [["Agency", "Information shared"], ["Police", "No further calls."], ["School", "Attends well."]]
    reading = read_bytes("minutes.docx", word("Meeting held on Thursday 28th April 2016", "Present:", present, minutes))
    assert {entry.date_edtf for entry in entries(reading)} == {"2016-04-28"}


def test_a_box_with_the_date_of_the_meeting_dates_the_minutes_below_it():
    box = [["Date of meeting", "1 November 2016"], ["Chair", "A. Vane"]]
    minutes = [["Agency", "Information shared"], ["Police", "No further calls."], ["School", "Attends well."]]
    reading = read_bytes("minutes.docx", word("Panel", box, minutes))
    assert {entry.date_edtf for entry in entries(reading)} == {"2016-11-01"}


def test_the_number_of_a_meeting_is_no_day():
    minutes = [["Agency", "Information shared"], ["Police", "No further calls."], ["School", "Attends well."]]
    reading = read_bytes("minutes.docx", word("Meeting 2 – 6.9.16 at 14.00", minutes))
    assert {entry.date_edtf for entry in entries(reading)} == {"2016-09-06"}


def test_a_client_s_number_carries_no_date_to_a_contact_of_its_own():
    rows = [["Case no", "Recorded", "Contact date", "Notes"]]
    rows += [["SW-2291", f"{day}/05/2013", f"{day}/05/2013", "Seen at the drop-in."] for day in range(13, 22)]
    rows += [["SW-2291", "03/10/2014", "", "Referred again."]]
    last = entries(read_bytes("export.csv", csv_text(rows)))[-1]
    assert (last.date_edtf, codes(last)) == ("2014-10-03", ["reported-only"])
