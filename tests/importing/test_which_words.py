"""What happened is told by the columns that tell it, also where a shorter one beside them has the plainer heading."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, workbook

DAYS = [f"{day}/03/2015" for day in range(13, 21)]
TOLD = [
    "Message from the solicitor, who writes that all of it is denied.",
    "Neighbour heard shouting late in the evening and rang the office.",
    "Came in person with her sister and asked for a change of locks.",
    "Letter from the school about two days of absence this month.",
    "Spoke for some time about money and about the car keys.",
    "Rang to say that the appointment on Tuesday no longer suits her.",
    "Seen at home; children at school; talked about the summer.",
    "Officer called at the flat and left a card at the door.",
]
KINDS = ["Phone call", "Visit", "Letter", "Phone call"] * 2


def texts(reading):
    return [row.entry.text for table in reading.tables for row in table.rows if row.entry]


@pytest.mark.parametrize(
    "heading", ["What was known", "Log", "Episode", "Synopsis", "Jotting", "Associated Text", "What we knew"]
)
@pytest.mark.parametrize("kind", ["Nature of contact", "Type"])
def test_the_column_of_prose_tells_what_happened_under_whatever_heading(kind, heading):
    rows = [["Date", kind, heading, "What was done", "Recorded by"]]
    rows += [[day, one, told, "Noted and filed.", "JT"] for day, one, told in zip(DAYS, KINDS, TOLD, strict=True)]
    found = texts(read_bytes("log.csv", csv_text(rows)))
    assert all(told in text for told, text in zip(TOLD, found, strict=True))


def test_what_was_done_is_the_action_and_what_happened_where_there_is_nothing_else():
    rows = [["Date", "What was done"], *([day, told] for day, told in zip(DAYS, TOLD, strict=True))]
    assert texts(read_bytes("log.csv", csv_text(rows))) == TOLD


def test_prose_under_a_heading_that_elsewhere_is_over_numbers_is_what_happened():
    told = ["Did not attend; mother rang to say so.", "Attended. Spoke of her sister.", "Discharged, letter to the GP."]
    rows = [["Date", "Keyworker", "Client", "Session"]]
    rows += [[day, "K Marl", "Dana B", words] for day, words in zip(DAYS[:3], told, strict=True)]
    assert texts(read_bytes("log.csv", csv_text(rows))) == told


def test_a_clinical_note_in_four_columns_is_read_whole():
    rows = [["Date", "Subjective", "Objective", "Assessment", "Plan"]]
    rows += [
        [day, told, "No injury seen.", "Low mood.", "Review in a week."] for day, told in zip(DAYS, TOLD, strict=True)
    ]
    reading = read_bytes("notes.csv", csv_text(rows))
    (first, *_) = [row.entry for row in reading.tables[0].rows if row.entry]
    assert first.text == f"{TOLD[0]}\nNo injury seen.\nLow mood."
    assert first.action == "Review in a week."


def test_one_column_for_each_service_is_read_in_every_row():
    services = ["Police", "Housing", "School"]
    rows = [["Date", *services]]
    for place, (day, told) in enumerate(zip(DAYS, TOLD, strict=True)):
        rows.append([day, *(told if place % 3 == column else "" for column in range(3))])
    assert texts(read_bytes("grid.csv", csv_text(rows))) == TOLD


def test_a_question_of_many_words_heads_a_column_and_a_sentence_does_not():
    rows = [
        [
            "Date of the event (or, if not known, the date it was recorded)",
            "Please describe what happened including who was present and what was said",
        ]
    ]
    rows += [[day, told] for day, told in zip(DAYS, TOLD, strict=True)]
    reading = read_bytes("log.csv", csv_text(rows))
    assert reading.tables[0].header_row == 1
    assert texts(reading) == TOLD


@pytest.mark.parametrize("first", ["4 April 2015", "Sat 4", "ditto", 4])
def test_a_row_under_a_band_of_a_month_heads_no_table_though_its_words_are_those_of_headings(first):
    rows = [["Date", "Recorded by", "Contact narrative", "Result"]]
    rows += [[day, "D. Pascoe", told, "Closed"] for day, told in zip(DAYS[:4], TOLD, strict=False)]
    rows += [["APRIL 2015"], [first, "System", "Repair reported: bathroom lock broken.", "Referred"]]
    rows += [[f"{day}/04/2015", "D. Pascoe", told, "Closed"] for day, told in zip(range(13, 17), TOLD[4:], strict=True)]
    reading = read_bytes("log.xlsx", workbook(("Log", rows)))
    assert len(reading.tables) == 1
    assert "Repair reported: bathroom lock broken." in texts(reading)
    assert reading.counts.imported == 9


def test_two_diaries_side_by_side_are_headed_by_the_names_of_those_who_kept_them():
    rows = [["Date", "Rosalind", None, "Date", "Gareth"]]
    rows += [
        [one, told, None, two, other] for one, told, two, other in zip(DAYS, TOLD, DAYS[1:], TOLD[1:], strict=False)
    ]
    reading = read_bytes("log.xlsx", workbook(("Log", rows)))
    found = [[(row.entry.date_edtf, row.entry.text) for row in table.rows if row.entry] for table in reading.tables]
    assert [len(each) for each in found] == [7, 7]
    assert found[0][0] == ("2015-03-13", TOLD[0])
    assert found[1][0] == ("2015-03-14", TOLD[1])


@pytest.mark.parametrize(
    "headings", [["Datum1", "Col2", "NUTS3"], ["Sitting", "#", "Jotting no. 1."], ["Sitting", "Jotting", "Jotting"]]
)
def test_headings_with_a_figure_or_said_twice_are_headings_still(headings):
    rows = [
        headings,
        *([day, told, "x"] if headings[1] != "#" else [day, "x", told] for day, told in zip(DAYS, TOLD, strict=True)),
    ]
    reading = read_bytes("log.csv", csv_text(rows))
    assert reading.tables[0].header_row == 1
    assert reading.counts.imported == 8
