"""A paragraph of a PDF keeps to its room, parts between its lines, and begins after its number."""

import io

import pikepdf
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from dhr_desktop.domain.documents import Document, Heading, Paragraph, Section, plain
from dhr_desktop.domain.editions import PANEL
from dhr_desktop.report.pdf_styles import REGULAR, register_fonts, styles
from dhr_desktop.report.pdf_text import LinedText
from dhr_desktop.report.read_back import words_of_pdf
from dhr_desktop.report.to_pdf import to_pdf

WIDTH = 400


@pytest.fixture(autouse=True)
def fonts():
    register_fonts()


def _lines(number: int) -> LinedText:
    return LinedText([(REGULAR, "\n".join(f"Line {place}" for place in range(number)))], styles()["numbered"], "4.1")


def _heights(number: int, room: float) -> list[int]:
    """How many lines each part of a paragraph of `number` lines has, where `room` lines are left on the page."""
    leading = styles()["numbered"].leading
    parts = _lines(number).split(WIDTH, room * leading)
    return [round(part.wrap(WIDTH, 1_000)[1] / leading) for part in parts]


@pytest.mark.parametrize(
    ("lines", "room", "parts"),
    [(10, 4, [4, 6]), (10, 9, [8, 2]), (5, 4.9, [3, 2]), (4, 2, [2, 2]), (10, 12, [10])],
)
def test_a_paragraph_parts_so_that_no_line_is_alone(lines, room, parts):
    assert _heights(lines, room) == parts


@pytest.mark.parametrize(("lines", "room"), [(10, 1), (3, 2), (2, 1), (10, 0.5)])
def test_a_paragraph_that_cannot_part_so_goes_to_the_next_page(lines, room):
    assert _heights(lines, room) == []


def test_a_number_stands_once_and_no_line_is_lost_over_the_pages():
    words = " ".join(f"word{number}" for number in range(2_000))
    document = Document("T", "S", (), PANEL, (Section((Heading(1, "H"), Paragraph(plain(words), "4.1"))),))
    data = to_pdf(document)
    said = words_of_pdf(data).split()
    assert [word for word in said if word.startswith("word")] == words.split()
    assert said.count("4.1") == 1
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) > 2


@pytest.mark.parametrize(("number", "lines"), [("4.1", 1), ("100.100.100", 2)])
def test_a_number_longer_than_its_indent_takes_room_from_the_first_line(number, lines):
    style = styles()["numbered"]
    words = "i" * 30
    text = LinedText([(REGULAR, f"{words} {words}")], style, number)
    room = stringWidth(f"{words} {words}", REGULAR, style.fontSize) + 1
    assert text.wrap(style.leftIndent + room, 100)[1] == pytest.approx(lines * style.leading)
