"""PDF pages with ruled tables: what stands outside them, and borders that a table leaves out."""

import io

import pytest

from dhr_desktop.importing.reading import read_bytes

LINES = [
    "03/04/2017 Officer attended the home address after a call.",
    "05/04/2017 Telephone call to the family, no answer, message left.",
    "11/04/2017 Referral made to the children's team by the duty worker.",
]
ROWS = [
    ("Date", "Agency", "Event"),
    ("03/04/2017", "Police", "Officer attended the home address."),
    ("05/04/2017", "Housing", "Telephone call, no answer."),
    ("11/04/2017", "School", "Letter sent home by the head."),
]
AT = (40, 120, 200)
DATES = ["2017-04-03", "2017-04-05", "2017-04-11"]


def drawn(draw, **how) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, **how)
    draw(canvas)
    canvas.save()
    return made.getvalue()


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def box(canvas, top, cells):
    for number, row in enumerate(cells):
        for column, words in enumerate(row):
            canvas.rect(40 + 120 * column, top - 20 * number - 20, 120, 20)
            canvas.drawString(46 + 120 * column, top - 20 * number - 14, words)


def cells_of(canvas):
    for number, row in enumerate(ROWS):
        for start, words in zip(AT, row, strict=True):
            canvas.drawString(start + 5, 785 - 20 * number, words)


def level(canvas, lines=range(5)):
    for number in lines:
        canvas.line(40, 800 - 20 * number, 500, 800 - 20 * number)


def test_lines_below_a_box_are_entries_and_those_of_the_box_are_said_once():
    def draw(canvas):
        box(canvas, 800, [("Agency", "Aldermarsh Housing"), ("Author", "J. Smith")])
        for number, line in enumerate(LINES):
            canvas.drawString(40, 700 - 20 * number, line)

    reading = read_bytes("log.pdf", drawn(draw))
    assert [entry.date_edtf for entry in entries(reading)] == DATES
    said = " ".join(cell for table in reading.tables for row in table.rows for cell in row.cells)
    assert said.count("Aldermarsh Housing") == 1


def test_lines_above_a_table_are_read_before_it():
    def draw(canvas):
        for number, line in enumerate(LINES):
            canvas.drawString(40, 800 - 20 * number, line)
        canvas.showPage()
        box(canvas, 700, [("Date", "Event"), ("01/05/2017", "Home visit."), ("02/05/2017", "Letter sent.")])

    found = entries(read_bytes("log.pdf", drawn(draw)))
    assert [entry.date_edtf for entry in found] == [*DATES, "2017-05-01", "2017-05-02"]


def test_titles_and_feet_around_a_table_are_no_table_of_their_own():
    def draw(canvas):
        canvas.drawString(40, 790, "Aldermarsh School, record of concerns")
        box(canvas, 700, [("Date", "Event"), ("01/05/2017", "Home visit."), ("02/05/2017", "Letter sent.")])
        canvas.drawString(40, 40, "Printed 03/06/2018 Page 1 of 1")

    reading = read_bytes("log.pdf", drawn(draw))
    assert [table.name for table in reading.tables] == ["1"]


def test_prose_around_a_small_table_of_something_else_is_shown_as_rows_without_an_entry():
    def draw(canvas):
        box(canvas, 800, [("Version", "Author"), ("One", "J. Smith")])
        for number in range(6):
            canvas.drawString(40, 700 - 20 * number, "The family was known to the service for some years before.")

    reading = read_bytes("letter.pdf", drawn(draw))
    assert [table.counts.skipped for table in reading.tables] == [2, 6]


@pytest.mark.parametrize("uprights", [(120, 200, 500), (40, 120, 200), (120, 200), ()])
def test_a_table_without_some_of_its_upright_borders_keeps_all_its_columns(uprights):
    def draw(canvas):
        cells_of(canvas)
        level(canvas)
        for at in uprights:
            canvas.line(at, 800, at, 720)

    found = entries(read_bytes("log.pdf", drawn(draw)))
    assert [(entry.date_edtf, entry.text) for entry in found] == [
        (date, row[2]) for date, row in zip(DATES, ROWS[1:], strict=True)
    ]


def test_a_table_without_outer_borders_keeps_its_first_and_last_row():
    def draw(canvas):
        cells_of(canvas)
        level(canvas, range(1, 4))
        for at in AT[1:]:
            canvas.line(at, 800, at, 720)

    assert [entry.date_edtf for entry in entries(read_bytes("log.pdf", drawn(draw)))] == DATES


def test_dates_outside_the_rules_of_their_rows_are_a_column():
    def draw(canvas):
        cells_of(canvas)
        for number in range(5):
            canvas.line(120, 800 - 20 * number, 500, 800 - 20 * number)
        for at in (120, 200, 500):
            canvas.line(at, 800, at, 720)

    found = entries(read_bytes("log.pdf", drawn(draw)))
    assert [(entry.date_edtf, entry.text) for entry in found] == [
        (date, row[2]) for date, row in zip(DATES, ROWS[1:], strict=True)
    ]


def test_rows_of_several_lines_between_level_rules_alone_are_one_row_each():
    def draw(canvas):
        cells_of(canvas)
        level(canvas, (0, 1, 4))
        canvas.drawString(205, 705, "She spoke with both parents.")
        canvas.line(40, 690, 500, 690)

    reading = read_bytes("log.pdf", drawn(draw))
    said = " ".join(cell for table in reading.tables for row in table.rows for cell in row.cells)
    assert said.count("She spoke with both parents.") == 1
    assert "11/04/2017" in said


def test_a_rule_under_a_title_and_another_above_the_foot_make_no_table():
    def draw(canvas):
        canvas.drawString(40, 790, "Aldermarsh Surgery")
        for at in (780, 690, 50):
            canvas.line(40, at, 500, at)
        for number, line in enumerate(LINES):
            canvas.drawString(40, 740 - 15 * number, line)

    reading = read_bytes("log.pdf", drawn(draw))
    assert [entry.date_edtf for entry in entries(reading)] == DATES
    assert len(reading.tables) == 1
