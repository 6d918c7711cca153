"""Where the records of a diary begin: under a year or a month, with inexact dates, and not in mid-sentence."""

from dhr_desktop.importing.reading import read_bytes


def _read(*lines: str):
    reading = read_bytes("diary.txt", "\n".join(lines).encode())
    return [(row.entry.date_edtf, row.entry.time, row.entry.text) for row in reading.tables[0].rows if row.entry]


def test_days_under_a_year_are_records_of_that_year():
    assert _read(
        "House diary",
        "2015",
        "4 June - Arrived by taxi with the children.",
        "12 June 3pm - Support plan made.",
        "mid July: Seen at the carnival.",
        "1 May - Written in afterwards.",
        "*** 2016 ***",
        "3/1 Went home with her sister.",
    ) == [
        ("2015-06-04", "", "Arrived by taxi with the children."),
        ("2015-06-12", "15:00", "Support plan made."),
        ("2015-07~", "", "Seen at the carnival."),
        ("2015-05-01", "", "Written in afterwards."),
        ("2016-01-03", "", "Went home with her sister."),
    ]


def test_days_under_a_month_are_records_of_that_month():
    assert _read(
        "June 2015",
        "Mon 1st - Arrived by taxi with the children.",
        "4th - Support plan made.",
        "Sat 6th: Went out to the shops.",
        "July 2015 (continued)",
        "3rd Went home with her sister.",
    ) == [
        ("2015-06-01", "", "Arrived by taxi with the children."),
        ("2015-06-04", "", "Support plan made."),
        ("2015-06-06", "", "Went out to the shops."),
        ("2015-07-03", "", "Went home with her sister."),
    ]


def test_what_is_said_under_a_year_before_its_first_day_is_a_record_of_the_year():
    found = _read("2015", "A quiet start in the house.", "4 June - Arrived by taxi with the children.")
    assert found == [
        ("2015", "", "A quiet start in the house."),
        ("2015-06-04", "", "Arrived by taxi with the children."),
    ]


def test_a_day_without_a_year_between_whole_dates_is_a_record_where_it_lies_between_them():
    assert [
        date for date, *_ in _read("4.6.15 Arrived by taxi.", "6/6 Went out.", "Sunday 7th Stayed in.", "28.6.15 Home.")
    ] == [
        "2015-06-04",
        "2015-06-06",
        "2015-06-07",
        "2015-06-28",
    ]
    assert len(_read("4 March 2016 The hearing is listed", "14 May Mr Bell said.", "10 March 2016 Visit made.")) == 2


def test_records_may_begin_with_dates_that_are_not_exact():
    assert [
        date
        for date, *_ in _read(
            "20 Jun 2013 Review of tablets.",
            "c. Jul 2013 Admin Slip found in the notes.",
            "do. Nurse Cole Dressing to elbow.",
            "Oct/Nov 2014 Admin Two appointments missed.",
            "Winter 2014/15 Admin Recall letters sent.",
        )
    ] == ["2013-06-20", "2013-07~", "2013-07~", "2014-10/2014-11", "2014-24"]


def test_a_date_in_the_middle_of_a_sentence_opens_no_record():
    assert _read(
        "4.6.15 Slept badly. Appointment on",
        "12.6.15 at the surgery was made. Copy sent",
        "02/06/2015.",
        "24/7 support.",
        "28.6.15 Went home.",
    ) == [
        (
            "2015-06-04",
            "",
            "Slept badly. Appointment on\n12.6.15 at the surgery was made. Copy sent\n02/06/2015.\n24/7 support.",
        ),
        ("2015-06-28", "", "Went home."),
    ]


def test_a_diary_in_small_letters_keeps_each_of_its_days():
    found = _read("4.6.15 went out and carried on", "5.6.15 stayed in", "28.6.15 was looked after")
    assert [text for *_, text in found] == ["went out and carried on", "stayed in", "was looked after"]
