"""A quotation mark that opens nothing takes no record with it."""

import pytest

from dhr_desktop.importing.reading import read_bytes

HEAD = "Date\tSeen by\tNote"
ROWS = [
    "13/03/2016\tRN\tSeen at home.",
    '"\tRN\tRang the office.',
    "15/03/2016\tHV\tNo answer.",
    "16/03/2016\tHV\tSeen.",
]


def entries(name, text):
    return [row.entry for table in read_bytes(name, text.encode()).tables for row in table.rows if row.entry]


@pytest.mark.parametrize(
    ("name", "mark"), [("print.txt", "\t"), ("print.csv", ","), ("print.txt", "|"), ("log.csv", ";")]
)
def test_a_lone_mark_in_the_place_of_a_date_is_a_ditto(name, mark):
    found = entries(name, "\n".join([HEAD, *ROWS]).replace("\t", mark))
    assert [entry.date_edtf for entry in found] == ["2016-03-13", "2016-03-13", "2016-03-15", "2016-03-16"]
    assert found[1].text == "Rang the office."


def test_a_mark_before_words_that_is_never_closed_is_one_of_the_words():
    rows = [*ROWS[:1], '14/03/2016\tRN\t"Fell on ice', *ROWS[2:]]
    found = entries("print.txt", "\n".join([HEAD, *rows]))
    assert [entry.text for entry in found] == ["Seen at home.", '"Fell on ice', "No answer.", "Seen."]


def test_a_cell_in_quotes_keeps_its_line_breaks_and_delimiters_also_where_its_last_line_is_empty():
    rows = [
        '13/03/2016,RN,"Seen at home,\nand again at noon.\n"',
        "15/03/2016,HV,No answer.",
        '"16/03/2016",HV,"She said ""no""."',
    ]
    found = entries("log.csv", "\n".join([HEAD.replace("\t", ","), *rows]))
    assert [entry.text for entry in found] == ["Seen at home,\nand again at noon.", "No answer.", 'She said "no".']
