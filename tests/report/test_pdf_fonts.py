"""A word that was measured once is as wide again, at every size, and its letters have the codes ReportLab gives."""

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from dhr_desktop.base import resources
from dhr_desktop.report.pdf_fonts import MeasuredFont

FILE = str(resources.path("fonts/LiberationSans-Regular.ttf"))


@pytest.mark.parametrize("text", ["", "Llanelwedd", "Wieliczka, Łódź", b"Na\xc3\xafve", "نور", "😀"])
@pytest.mark.parametrize("size", [9, 10.5, 24])
def test_a_text_is_as_wide_as_reportlab_says_however_often_it_is_asked_for(text: str | bytes, size: float) -> None:
    expected = TTFont("plain", FILE).stringWidth(text, size)
    font = MeasuredFont("measured", FILE)
    assert [font.stringWidth(text, size) for _time in range(2)] == [pytest.approx(expected)] * 2


class AFile:
    """What ReportLab tells files apart by."""


@pytest.mark.parametrize("again", ["Llanelwedd", "well\N{NO-BREAK SPACE}said", "Wieliczka, Łódź", "نور 😀", ""])
def test_the_codes_of_a_text_are_reportlabs_whether_its_letters_are_in_use_or_not(again: str) -> None:
    many = "".join(map(chr, range(0x100, 0x24F)))  # more letters than one part of a font holds
    file = AFile()
    plain, font = TTFont("plain", FILE), MeasuredFont("measured", FILE)
    for text in ("Llanelwedd", again, many, again, "Łódź"):
        assert font.splitString(text, file) == plain.splitString(text, file)
