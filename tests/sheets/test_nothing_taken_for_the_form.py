"""Records whose words or dates look like part of the form are records still, and no year is lent without a doubt."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, workbook


def entries(*rows, head=("Date", "Event", "Source"), title=None):
    cells = [*([[title, "", ""]] if title else []), list(head), *[list(row) for row in rows]]
    reading = read_bytes("log.csv", csv_text(cells))
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def codes(entry):
    return {one.code for one in entry.doubts}


@pytest.mark.parametrize("words", ["2014 report of an assault", "Moved here in 2015", "Seen at home in March 2013"])
def test_words_with_a_year_in_them_are_no_heading_of_that_year(words):
    found = entries(("03/05/2016", "Seen.", "GP"), ("", words, ""), ("7 June", "Rang.", "GP"))
    assert [entry.text for entry in found] == ["Seen.", words, "Rang."]
    assert found[2].date_edtf == "2016-06-07"


def test_a_ditto_leans_on_the_row_above_also_where_that_has_a_date_and_no_words():
    found = entries(("03/05/2016", "Seen.", "GP"), ("05/05/2016", "", ""), ('"', "Report taken.", "Police"))
    assert found[-1].date_edtf == "2016-05-05"


@pytest.mark.parametrize(
    "words", ["NB: he had threatened her", "End of relationship", "Signed the tenancy over to him", "Page 2 of letter torn"]
)
def test_words_in_the_middle_of_a_table_are_no_note_at_its_end(words):
    rows = [("03/05/2016", f"Visit {number}, seen at home.", "GP") for number in range(8)]
    found = entries(*rows[:3], ("", words, ""), *rows[3:])
    assert words in [entry.text for entry in found]


def test_days_without_a_year_that_run_past_december_are_not_all_of_the_title_s_year():
    found = entries(
        ("3 Nov", "Seen.", "GP"), ("12 Dec", "Rang.", "GP"), ("5 Jan", "Seen.", "GP"), title="GP records 2016"
    )
    assert all(entry.date_edtf.startswith("2017") or codes(entry) for entry in found[2:])


def test_whole_dates_outside_the_months_of_a_band_end_it():
    found = entries(
        ("2016/17", "", ""), ("3 May 2016", "Seen.", "GP"), ("4 June 2019", "Rang.", "GP"), ("5 November", "Seen.", "GP")
    )
    assert found[-1].date_edtf == "2019-11-05" or codes(found[-1])


def test_a_month_that_goes_back_under_a_year_may_be_of_the_next_one():
    found = entries(
        ("2015", "", ""), ("June", "", ""), ("17th", "Seen.", "GP"), ("January", "", ""), ("3rd", "Rang.", "GP")
    )
    assert "year-supplied" in codes(found[-1])


def test_a_month_that_goes_back_takes_no_year_from_the_row_above_in_silence():
    head = ("Day", "Month", "Year", "Event")
    found = entries(("3", "May", "2016", "Seen."), ("2", "Jan", "", "Rang."), ("4", "Feb", "2017", "Seen."), head=head)
    assert found[1].date_edtf == "2017-01-02" or codes(found[1])


@pytest.mark.parametrize("words", ["Attended; urine (sample) taken", "E.g. he had locked her in"])
def test_a_dated_row_that_speaks_of_a_sample_is_no_example(words):
    found = entries(("03/05/2016", words, "GP"), ("05/05/2016", "Seen.", "GP"))
    assert [entry.text for entry in found] == [words, "Seen."]


def test_three_midnights_among_many_hours_are_kept_and_marked():
    rows = [(f"{day}/05/2016 1{day % 10}:20", "Seen at home.", "GP") for day in range(1, 28)]
    found = entries(*[(f"{day}/05/2016 00:00", "Called.", "GP") for day in (28, 29, 30)], *rows)
    assert all("midnight" in codes(entry) for entry in found[:3])


@pytest.mark.parametrize("written", ["Boxing day 2106", "Easter Monday 0216"])
def test_a_feast_in_a_year_that_cannot_be_is_a_slip_like_any_other(written):
    (entry, _) = entries((written, "Seen.", "GP"), ("03/05/2016", "Rang.", "GP"))
    assert codes(entry) & {"year-slip", "year"}


def test_an_hour_in_the_place_of_a_day_is_no_day_of_the_month_above_it():
    rows = [["Date", "Event"], ["March 2015"], *([f"{day}th", "Seen."] for day in (17, 18, 19)), ["9 am", "Rang."]]
    reading = read_bytes("log.xlsx", workbook(("Log", rows)))
    last = [row.entry for table in reading.tables for row in table.rows if row.entry][-1]
    assert last.date_edtf != "2015-03-09"


def test_a_band_of_one_month_lends_its_year_to_the_months_below_it():
    found = entries(
        ("2015", "", ""), ("3 Feb", "Seen.", "GP"), ("March 2016 contacts", "", ""), ("7 March", "Rang.", "GP"), ("8 June", "Seen.", "GP")
    )
    assert [entry.date_edtf for entry in found] == ["2015-02-03", "2016-03-07", "2016-06-08"]


def test_a_span_over_new_year_under_the_heading_of_one_year_is_marked():
    found = entries(("2016", "", ""), ("20 Dec", "Seen.", "GP"), ("31/12 - 1/1", "Away.", "GP"))
    assert "year-supplied" in codes(found[-1])
