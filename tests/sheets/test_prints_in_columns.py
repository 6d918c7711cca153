"""Prints without rules: columns known by where their words stand, lines that go on, and what the printer adds."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import printed


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def _line(*cells: str) -> list[tuple[int, str]]:
    return [(start, words) for start, words in zip((40, 120, 170, 300), cells, strict=True) if words]


HEADS = _line("Date", "Time", "Seen by", "Consultation")
LINES = [
    _line("20 Jun 2013", "09:30", "Dr A Bell", "Review of the tablets, to come back."),
    _line("c. Jul 2013", "", "Admin", "Slip found in the paper notes."),
    _line("", "", "Nurse Cole", "Leaflet posted to her home."),
    _line("10 Sep 2013", "16:40", "Dr A Bell", "Ear infection. Copy scanned"),
    _line("", "", "", "02/06/2014."),
]


def test_a_pdf_without_rules_is_read_by_the_columns_under_its_headings():
    found = entries(read_bytes("print.pdf", printed([HEADS, *LINES])))
    assert [(entry.date_edtf, entry.time, entry.people, entry.text) for entry in found] == [
        ("2013-06-20", "09:30", "Dr A Bell", "Review of the tablets, to come back."),
        ("2013-07~", "", "Admin", "Slip found in the paper notes."),
        ("2013-07~", "", "Nurse Cole", "Leaflet posted to her home."),
        ("2013-09-10", "16:40", "Dr A Bell", "Ear infection. Copy scanned 02/06/2014."),
    ]


def test_a_record_goes_on_over_the_page_under_titles_and_headings_that_come_again():
    title = [(40, "Bell Surgery, consultations")]
    below = [HEADS, _line("", "", "", "and sent to the ward."), _line("do.", "", "Admin", "Filed.")]
    reading = read_bytes("print.pdf", printed([title, HEADS, *LINES], [title, *below]))
    assert [entry.text for entry in entries(reading)][-2:] == [
        "Ear infection. Copy scanned 02/06/2014. and sent to the ward.",
        "Filed.",
    ]


def test_words_that_did_not_fit_their_column_are_no_record_of_their_own():
    wrapped = [
        _line("10 Sep 2013", "16:40", "Community nurse of", "She had been told by the school that"),
        _line("", "", "the evening team", "he was not to be collected."),
        _line("11 Sep 2013", "09:00", "Dr A Bell", "Letter."),
    ]
    found = entries(read_bytes("print.pdf", printed([HEADS, *LINES, *wrapped])))
    assert [(entry.people, entry.text) for entry in found][-2:] == [
        (
            "Community nurse of the evening team",
            "She had been told by the school that he was not to be collected.",
        ),
        ("Dr A Bell", "Letter."),
    ]


def test_headings_may_stand_centred_above_their_columns_and_times_end_alike():
    heads = [(60, "Date"), (140, "Time"), (300, "Details"), (480, "Worker")]
    lines = [
        [(40, f"{day}/03/2016"), (130, "10:30") if day % 2 else (136, "9:30"), (180, "Home visit to the family, all well"), (470, "A Bell")]
        for day in range(14, 20)
    ]
    found = entries(read_bytes("print.pdf", printed([heads, *lines])))
    assert [(entry.time, entry.text, entry.people) for entry in found] == [
        ("09:30", "Home visit to the family, all well", "A Bell"),
        ("10:30", "Home visit to the family, all well", "A Bell"),
    ] * 3


def test_running_lines_under_a_line_like_headings_stay_lines():
    lines = [[(40, f"{day} March 2016 Visit to the family at home, all were seen and well")] for day in range(3, 9)]
    found = entries(read_bytes("print.pdf", printed([HEADS, *lines])))
    assert [entry.date_edtf for entry in found] == [f"2016-03-0{day}" for day in range(3, 9)]


@pytest.mark.parametrize("pages", [1, 2])
def test_who_printed_a_page_and_its_number_are_no_record(pages):
    title = [(40, "Bell Surgery, Patient B")]
    made = [
        [
            title,
            *([(40, f"{day} March 201{page} Visit to the family at home.")] for day in (3, 4)),
            [(40, f"09/01/2018 11:32 Printed by AB Page {page} of {pages}")],
        ]
        for page in range(1, pages + 1)
    ]
    found = entries(read_bytes("print.pdf", printed(*made)))
    assert [entry.text for entry in found] == ["Visit to the family at home."] * 2 * pages


@pytest.mark.parametrize("pages", [2, 4])
def test_the_day_of_the_print_at_the_foot_of_its_pages_is_no_record(pages):
    made = [
        [
            *([(40, f"{day} March 201{page} Visit to the family at home.")] for day in (3, 4, 5, 6)),
            [(40, f"09/01/2018 11:32 Bell Surgery record of patient B {page} / {pages}")],
        ]
        for page in range(1, pages + 1)
    ]
    found = entries(read_bytes("print.pdf", printed(*made)))
    assert [entry.text for entry in found] == ["Visit to the family at home."] * 4 * pages


def test_a_record_at_the_foot_that_speaks_of_pages_is_kept():
    lines = [[(40, f"{day} March 2016 Letter received, page 1 of 2 missing")] for day in range(3, 6)]
    assert len(entries(read_bytes("print.pdf", printed(lines)))) == 3


def test_records_alike_at_the_foot_of_many_pages_are_kept():
    made = [
        [[(40, "Bell Surgery")], *([(40, f"{day} March 201{page} Home visit.")] for day in range(3, 8)), [(40, f"Sheet {page}")]]
        for page in range(1, 6)
    ]
    found = entries(read_bytes("print.pdf", printed(*made)))
    assert len(found) == 25
    assert all("Sheet" not in entry.text for entry in found)


def test_what_comes_at_the_end_of_many_records_is_no_footer_where_it_stands_at_other_heights():
    made = [
        [
            [(40, "Bell Surgery")],
            *([(40, f"{day} March 201{page} Seen at home.")] for day in range(3, 6 + page)),
            [(40, "Plan: review")],
        ]
        for page in range(1, 6)
    ]
    found = entries(read_bytes("print.pdf", printed(*made)))
    assert sum("Plan: review" in entry.text for entry in found) == 5


def test_columns_are_kept_where_most_lines_go_on_from_others():
    goes_on = [_line("", "", "", "and the review was put off again.")] * 6
    records = [
        _line(f"{day} Sep 2013", "16:40", "Dr A Bell", "Letter from the ward to say that") for day in range(10, 14)
    ]
    lines = [line for record in records for line in (record, *goes_on)]
    found = entries(read_bytes("print.pdf", printed([HEADS, *lines])))
    assert [(entry.time, entry.people) for entry in found] == [("16:40", "Dr A Bell")] * 4


def _side_by_side():
    lines = [[(40, "Record of contacts with the family, printed for the review of the year")]]
    for row in range(8):
        lines += [
            [(40, f"{row + 1:02}/03/2016 Visit to the family,"), (320, f"{row + 11}/03/2016 Call to the school,")],
            [(40, f"number {row}."), (320, f"call {row}.")],
        ]
    return lines


def test_running_text_in_two_columns_is_read_one_column_after_the_other():
    found = entries(read_bytes("print.pdf", printed(_side_by_side())))
    assert [(entry.date_edtf, " ".join(entry.text.split())) for entry in found] == [
        *((f"2016-03-0{row + 1}", f"Visit to the family, number {row}.") for row in range(8)),
        *((f"2016-03-{row + 11}", f"Call to the school, call {row}.") for row in range(8)),
    ]


def test_records_with_an_outcome_at_the_right_are_no_two_columns():
    lines = [
        [(40, f"{day}/03/2016 Visit to the family at home"), (340, "Referred on to the nurse there")]
        for day in range(10, 18)
    ]
    found = entries(read_bytes("print.pdf", printed(lines)))
    assert [entry.text for entry in found] == ["Visit to the family at home Referred on to the nurse there"] * 8


def test_pages_of_a_line_or_two_keep_what_they_say():
    made = [[[(40, f"{day} March 2016")], [(40, "Nobody was in, card left at the door.")]] for day in range(3, 8)]
    assert len(entries(read_bytes("print.pdf", printed(*made)))) == 5


DIARY = [
    "House diary",
    "",
    f"{'Tues 5 Aug 2014':26}{'4.30pm':9}She arrived by taxi. Wrist",
    " " * 35 + "in plaster.",
    f"{'':26}{'9pm':9}The girl would not sleep.",
    f"{'6 Aug 2014':26}{'am':9}Plan made. Wants a doctor and",
    " " * 35 + "a school.",
    f"{'7 Aug 2014':26}{'eve':9}Very low.",
    "",
    "2015",
    "",
    f"{'11 May':26}{'10.15':9}Benefits office.",
]


def test_a_line_indented_to_where_the_words_stand_goes_on_from_the_record_above():
    reading = read_bytes("diary.txt", "\n".join(DIARY).encode())
    assert [(entry.date_edtf, entry.time, entry.text) for entry in entries(reading)] == [
        ("2014-08-05", "16:30", "She arrived by taxi. Wrist in plaster."),
        ("2014-08-05", "21:00", "The girl would not sleep."),
        ("2014-08-06", "", "Plan made. Wants a doctor and a school."),
        ("2014-08-07", "", "Very low."),
        ("2015-05-11", "10:15", "Benefits office."),
    ]
    assert reading.tables[0].rows[3].reason == "continues the row above"


def _of_officers(*lines: str) -> bytes:
    ordinary = [f"{day:02}/02/2016  10:{day}    PC Ames      Visited the address." for day in range(10, 29)]
    later = [line.replace("/02/", f"/{month}/") for month in ("03", "04") for line in ordinary]
    return "\n".join([*ordinary, *lines, *later]).encode()


@pytest.mark.parametrize("blanks", [1, 3])
def test_a_record_whose_long_name_runs_into_the_next_column_is_a_record_all_the_same(blanks):
    long = f"29/02/2016  21:30    PC Featherstonehaugh{' ' * blanks}Called by neighbours."
    found = entries(read_bytes("print.txt", _of_officers(long, f"{'':34}She was well.")))
    assert len(found) == 58
    assert (found[19].date_edtf, found[19].time) == ("2016-02-29", "21:30")
    assert found[19].text.endswith("Called by neighbours. She was well.")
    assert found[18].text.endswith("Visited the address.")
    assert found[19].other == {"Column C": "PC Featherstonehaugh"}


def test_a_record_of_the_same_day_whose_long_name_runs_on_is_a_record_too():
    long = f"{'':12}21:30    PC Featherstonehaugh Called by neighbours."
    found = entries(read_bytes("print.txt", _of_officers(long)))
    assert (len(found), found[19].date_edtf, found[19].time) == (58, "2016-02-28", "21:30")


def test_no_words_go_on_from_a_record_above_a_line_out_of_the_columns():
    between = ["Further contacts of the same officers, as copied", f"{'':34}She was well."]
    found = entries(read_bytes("print.txt", _of_officers(*between)))
    assert "She was well" not in found[18].text


def test_a_record_of_a_pdf_whose_long_name_runs_into_the_next_column_is_a_record():
    long = [(40, "11 Sep 2013"), (120, "21:30"), (170, "Community nurse Featherstonehaugh"), (340, "Called in.")]
    found = entries(read_bytes("print.pdf", printed([HEADS, *LINES, *LINES, long, _line("", "", "", "She was well.")])))
    assert (found[-1].date_edtf, found[-1].time, found[-1].text) == ("2013-09-11", "21:30", "Called in. She was well.")
