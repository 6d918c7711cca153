"""How the words of a cell are broken into its two lines."""

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.timeline.cell_text import Face, laid_out


def lines(text: str, face: Face, width: int) -> list[str]:
    layout = laid_out(text, face, width, 2)
    found = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [layout.text()[line.textStart() : line.textStart() + line.textLength()].strip() for line in found]


@pytest.fixture
def face(qtbot: QtBot) -> Face:
    del qtbot
    return Face.of(QFont())


def test_words_that_fit_are_broken_at_a_space(face: Face) -> None:
    assert lines("Children's Services", face, round(face.wide("Children's ")) + 1) == ["Children's", "Services"]


@pytest.mark.parametrize("text", ["Children's Services", "Ravenshire Constabulary"])
def test_a_word_wider_than_the_line_is_shortened_and_the_next_begins_below_it(face: Face, text: str) -> None:
    first, second = text.split()
    above, below = lines(text, face, round(face.wide(first)) - 8)
    assert above.endswith("…")
    assert first.startswith(above.removesuffix("…"))
    assert below[0] == second[0]


def test_one_long_word_alone_is_shortened(face: Face) -> None:
    [only] = lines("Constabulary", face, round(face.wide("Constab")))
    assert only.endswith("…")
