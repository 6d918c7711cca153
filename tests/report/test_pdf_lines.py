"""Lines of a PDF hold every word, in its font, and no line is wider than its room."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from dhr_desktop.report.pdf_lines import Line, Piece, broken
from dhr_desktop.report.pdf_styles import BOLD, REGULAR, register_fonts

SIZE = 9
LETTERS = st.text("abc de-/ \n\N{NO-BREAK SPACE}ŁŷW.", max_size=60)
RUNS = st.lists(st.tuples(st.sampled_from([REGULAR, BOLD]), LETTERS), max_size=6)


@pytest.fixture(autouse=True)
def fonts():
    register_fonts()


def _words(line: Line) -> str:
    return "".join(words for _, words in line)


def _lines(text: str, room: float) -> list[str]:
    return [_words(line) for line in broken([(REGULAR, text)], SIZE, room)]


def _width(line: Line) -> float:
    return sum(stringWidth(words, font, SIZE) for font, words in line)


def _letters(runs: list[Piece]) -> list[Piece]:
    return [(font, letter) for font, words in runs for letter in re.sub(r"[ \n]", "", words)]


@given(RUNS, st.integers(12, 200), st.integers(0, 60))
def test_every_letter_is_kept_in_its_font_and_no_line_is_too_wide(runs, room, given_way):
    lines = broken(runs, SIZE, room, room - min(given_way, room - 12))
    assert _letters([piece for line in lines for piece in line]) == _letters(runs)
    assert all(_width(line) <= room + 1e-6 for line in lines)
    assert len(lines) == 1 or _width(lines[0]) <= room - min(given_way, room - 12) + 1e-6


@pytest.mark.parametrize("first", [120, 60, 20, 1, -30])
def test_a_long_word_is_never_parted_by_a_space_of_its_own(first):
    name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    lines = broken([(REGULAR, f"of {name}")], SIZE, 120, first)
    assert "".join(map(_words, lines)).removeprefix("of") == name
    assert all(_width(line) <= 120 for line in lines)


@given(RUNS, st.integers(60, 200))
def test_a_line_holds_as_many_words_as_there_is_room_for(runs, room):
    lines = broken([(font, words.replace("\n", " ")) for font, words in runs], SIZE, room)
    for line, after in pairwise(lines):
        first_word = re.split(r"[ ]", _words(after))[0]
        assert _width(line) + stringWidth(f" {first_word}", BOLD, SIZE) > room - 1e-6


@pytest.mark.parametrize("room", [90, 200, 451])
def test_mixed_text_is_broken_as_reportlab_breaks_it(room):
    told = (
        "was seen at Llanelwedd Surgery with her son; she said that it had been a fall, and asked for no one to know. "
    )
    runs = [
        (BOLD, "7 January 2012, 06:05"),
        (REGULAR, f" (Millpond Surgery): {told * 5}"),
        (BOLD, "Key"),
        (REGULAR, "."),
    ]
    style = ParagraphStyle("as ours", fontName=REGULAR, fontSize=SIZE, leading=12, spaceShrinkage=0)
    marked = "".join(f'<font name="{font}">{words}</font>' for font, words in runs)
    peer = Paragraph(marked, style)
    peer.wrap(room, 10_000)
    wanted = [" ".join("".join(piece.text for piece in line.words).split()) for line in peer.blPara.lines]
    assert [_words(line) for line in broken(runs, SIZE, room)] == wanted


def test_a_word_whose_font_changes_within_it_stays_whole():
    runs = [(REGULAR, "said that she was "), (BOLD, "un"), (REGULAR, "well then")]
    for room in range(30, 140, 5):
        assert any("unwell" in _words(line) for line in broken(runs, SIZE, room))


def test_a_new_line_in_the_text_starts_a_line_and_an_empty_one_stays():
    assert _lines("One\n\nTwo", 100) == ["One", "", "Two"]


def test_a_space_that_does_not_break_keeps_its_words_together():
    assert _lines("Ward 7 of 12\N{NO-BREAK SPACE}beds", 55) == ["Ward 7 of", "12\N{NO-BREAK SPACE}beds"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("NR20120930-0188", ["NR20120930-", "0188"]),
        ("name@example.org", ["name@", "example.org"]),
        ("short", ["short"]),
    ],
)
def test_a_word_too_wide_for_its_line_is_broken_where_a_reader_would(word, parts):
    assert _lines(word, 62) == parts


def test_a_word_without_any_such_place_is_broken_by_letters():
    lines = _lines("x" * 60 + "-" + "y" * 60, 62)
    assert "".join(lines) == "x" * 60 + "-" + "y" * 60
    assert all(stringWidth(line, REGULAR, SIZE) <= 62 for line in lines)
