"""Pages of a PDF as they are drawn: boxes that begin elsewhere, turned pages, letters drawn twice, hardly any text."""

import io

import pytest

from dhr_desktop.importing import problems
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import pdf
from tests.sheets.test_boxes_and_borders import DATES, LINES, ROWS, cells_of, drawn, entries, level

TABLE = [(date, row[2]) for date, row in zip(DATES, ROWS[1:], strict=True)]


def table(canvas):
    cells_of(canvas)
    level(canvas)
    for at in (40, 120, 200, 500):
        canvas.line(at, 800, at, 720)


def changed(data: bytes, change) -> bytes:
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        for page in document.pages:
            change(page)
        document.save(made)
    return made.getvalue()


def read(data):
    found = entries(read_bytes("print.pdf", data))
    return [(entry.date_edtf, " ".join(entry.text.split())) for entry in found]


@pytest.mark.parametrize("box", [(-200, -300, 600, 900), (30, 100, 700, 900), (0, 0, 300, 760)])
def test_a_page_whose_box_begins_elsewhere_is_read_like_any_other(box):
    def change(page):
        page.mediabox = box

    assert read(changed(drawn(table), change)) == TABLE


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_was_printed(turn):
    assert read(changed(drawn(table), lambda page: page.rotate(turn, relative=False))) == TABLE


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_printed_sideways_is_read_along_its_lines(turn):
    def draw(canvas):
        canvas.translate(400, 500)
        canvas.rotate(turn)
        canvas.translate(-250, -760)
        table(canvas)

    assert read(drawn(draw)) == TABLE


def test_letters_drawn_twice_to_look_bold_are_said_once():
    def draw(canvas):
        for number, line in enumerate(LINES):
            canvas.drawString(40, 740 - 15 * number, line)
            canvas.drawString(40.4, 740 - 15 * number, line)

    assert [text for _, text in read(drawn(draw))] == [line[11:] for line in LINES]


def test_words_in_small_letters_without_blanks_between_them_stay_words():
    def draw(canvas):
        canvas.setFont("Helvetica", 7)
        for number, line in enumerate(LINES):
            at = 40
            for word in line.split():
                canvas.drawString(at, 740 - 15 * number, word)
                at += canvas.stringWidth(word + " ", "Helvetica", 7)

    assert [text for _, text in read(drawn(draw))] == [line[11:] for line in LINES]


def test_words_that_touch_across_a_border_belong_to_the_cells_they_stand_in():
    def draw(canvas):
        for number, row in enumerate(ROWS):
            canvas.drawRightString(200, 785 - 20 * number, row[0])
            canvas.drawString(200, 785 - 20 * number, row[2])
        level(canvas)
        for at in (40, 200, 500):
            canvas.line(at, 800, at, 720)

    assert read(drawn(draw)) == TABLE


def test_a_heading_printed_up_its_column_heads_it_and_a_stamp_across_the_page_is_in_no_cell():
    def draw(canvas):
        for number, row in enumerate(ROWS[1:]):
            for start, words in zip((40, 120, 200), row, strict=True):
                canvas.drawString(start + 5, 725 - 20 * number, words)
        for at in (800, 740, 720, 700, 680):
            canvas.line(40, at, 500, at)
        for at in (40, 120, 200, 500):
            canvas.line(at, 800, at, 680)
        for at, words in zip((60, 140, 220), ROWS[0], strict=True):
            canvas.saveState()
            canvas.translate(at, 745)
            canvas.rotate(90)
            canvas.drawString(0, 0, words)
            canvas.restoreState()
        canvas.translate(200, 690)
        canvas.rotate(20)
        canvas.drawString(0, 0, "CONFIDENTIAL")

    assert read(drawn(draw)) == TABLE


def test_a_word_that_a_soft_hyphen_breaks_is_put_together_in_a_cell_and_in_a_line():
    def draw(canvas):
        canvas.drawString(205, 705, "She was col\u00ad")
        canvas.drawString(205, 692, "lected by her aunt.")
        canvas.drawString(45, 705, "12/04/2017")
        table(canvas)
        for at in (40, 120, 200, 500):
            canvas.line(at, 720, at, 680)
        canvas.line(40, 680, 500, 680)

    def lines(canvas):
        for number, line in enumerate([*LINES, "12/04/2017 She was col\u00ad", "lected by her aunt."]):
            canvas.drawString(40, 740 - 15 * number, line)

    assert [read(drawn(one))[-1] for one in (draw, lines)] == [("2017-04-12", "She was collected by her aunt.")] * 2


def test_a_page_with_hardly_any_text_is_not_said_to_be_a_picture():
    with pytest.raises(problems.NoTable, match="hardly any text"):
        read_bytes("note.pdf", drawn(lambda canvas: canvas.drawString(40, 700, "One. Two.")))
    with pytest.raises(problems.NoTable, match="hardly any text"):
        read_bytes("blank.pdf", pdf([]))


def test_a_page_that_a_picture_fills_is_said_to_be_one():
    from PIL import Image

    with pytest.raises(problems.Scanned, match="pictures"):
        read_bytes("scan.pdf", drawn(lambda canvas: canvas.drawInlineImage(Image.new("L", (8, 8)), 0, 0, 590, 840)))


def test_pages_that_are_pictures_among_others_are_told_of():
    from PIL import Image

    def draw(canvas):
        table(canvas)
        canvas.showPage()
        canvas.drawInlineImage(Image.new("L", (8, 8)), 0, 0, 590, 840)
        canvas.drawString(40, 20, "Page 2 of 2")

    reading = read_bytes("print.pdf", drawn(draw))
    assert [(entry.date_edtf, entry.text) for entry in entries(reading)] == TABLE
    assert any("pictures" in problem and "not read: 2." in problem for problem in reading.problems)


def test_a_drawing_of_many_lines_hides_no_text_and_a_word_far_off_the_page_does_no_harm():
    def draw(canvas):
        for at in range(0, 600, 1):
            canvas.line(5 * at, 0, 5 * at, 900)
            canvas.line(0, 5 * at, 900, 5 * at)
        for number, line in enumerate(LINES * 3):
            canvas.drawString(40, 740 - 15 * number, line)
        canvas.drawString(1e8, 600, "far")

    assert [date for date, _ in read(drawn(draw))] == DATES * 3
