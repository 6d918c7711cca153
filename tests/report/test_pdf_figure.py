"""A figure stands in a PDF dot for dot as it was drawn, and its words are told beside it."""

import io

import pikepdf
import pytest
from PIL import Image

from dhr_desktop.domain.documents import Document, Figure, Section
from dhr_desktop.domain.editions import PANEL
from dhr_desktop.report.pdf_figure import dots_of
from dhr_desktop.report.read_back import words_of_pdf
from dhr_desktop.report.to_pdf import to_pdf

SIZE = (60, 40)


def _png(mode: str, **how) -> bytes:
    picture = Image.linear_gradient("L").resize(SIZE).rotate(30).convert(mode)
    if mode == "RGBA":
        picture.putalpha(128)
    made = io.BytesIO()
    picture.save(made, "PNG", **how)
    return made.getvalue()


def _pdf(*pictures: bytes) -> bytes:
    figures = tuple(Figure(png, "What it shows", "What it is", 100) for png in pictures)
    return to_pdf(Document("T", "S", (), PANEL, (Section(figures),)))


def _pictures(data: bytes) -> list[Image.Image]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        objects = [one for page in pdf.pages for one in page.Resources.get("/XObject", {}).values()]
        return [pikepdf.PdfImage(one).as_pil_image().copy() for one in objects]


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("how", [{}, {"compress_level": 1}, {"optimize": True}])
def test_a_figure_has_the_dots_it_was_drawn_with(mode, how):
    png = _png(mode, **how)
    assert dots_of(png)
    (shown,) = _pictures(_pdf(png))
    assert shown.convert("RGB").tobytes() == Image.open(io.BytesIO(png)).convert("RGB").tobytes()


@pytest.mark.parametrize("png", [_png("RGBA"), _png("P"), _png("1"), _png("I;16"), b"no picture", _png("RGB")[:8]])
def test_a_picture_of_another_kind_is_left_to_reportlab(png):
    assert dots_of(png) is None


def test_one_that_was_cut_off_is_left_to_reportlab_wherever_it_ends():
    png = _png("RGB")
    assert dots_of(png)
    assert not [end for end in range(len(png)) if dots_of(png[:end])]


@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_a_picture_of_another_kind_is_shown_too(mode):
    assert _pictures(_pdf(_png(mode)))


def test_two_figures_alike_are_kept_once_and_both_are_told():
    png = _png("RGB")
    data = _pdf(png, png)
    assert words_of_pdf(data).count("What it shows") == 2
    assert data.count(b"/Subtype /Image") == 1
