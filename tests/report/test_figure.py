"""The picture as a reader of a document has it: in Word and PDF, told in words, and with every name covered."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from PIL import Image

from dhr_desktop.domain.documents import Document, Figure, Section
from dhr_desktop.domain.editions import CONFIDENTIAL, EDITIONS, PANEL, Naming
from dhr_desktop.domain.key_dates import KeyDate, KeyKind
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.report import drafts, figure, leak_check, overview
from dhr_desktop.report.picture_file import PictureOrder, name_of, picture_file
from dhr_desktop.report.picture_svg import to_svg
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf, words_of_png, words_of_svg
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import people
from dhr_desktop.timeline.key_dates import set_key_date

READERS = {"png": words_of_png, "svg": words_of_svg}


@pytest.fixture
def named(review):
    """The small review with a key date that names somebody."""
    set_key_date(review, KeyDate(0, "2015-08", "Kayleigh Drewitt moves <out> & away", KeyKind.MOVE))
    return review


def cover_of(review, edition):
    return NameCover(people.listing(review), edition.naming)


def figure_of(review, edition=PANEL) -> Figure:
    made = figure.figure(figure.read(review), cover_of(review, edition))
    assert made is not None
    return made


@pytest.mark.parametrize(("render", "read"), [(to_docx, words_of_docx), (to_pdf, words_of_pdf)])
def test_word_and_pdf_hold_the_figure_with_its_caption_and_its_words_for_who_cannot_see_it(named, render, read):
    shown = figure_of(named)
    document = Document("Title", "subtitle", (), PANEL, (Section((shown,)),))
    words = " ".join(read(render(document)).split())

    assert " ".join(shown.alternative.split()) in words
    assert shown.caption in words


def test_word_and_pdf_hold_the_picture_itself(named):
    report = overview.build(named, PANEL)
    with zipfile.ZipFile(io.BytesIO(to_docx(report))) as parts:
        pictures = [name for name in parts.namelist() if name.startswith("word/media/")]
    with pikepdf.open(io.BytesIO(to_pdf(report))) as pdf:
        drawn = [image for page in pdf.pages for image in page.get_images()]

    assert len(pictures) == len(drawn) == 1


def test_the_figure_is_told_in_words(named):
    told = figure_of(named).alternative

    assert "A timeline with 2 lanes" in told
    assert "Police: 1 entry on 12 March 2016." in told
    assert "General Hospital: 2 entries, 1 of them of uncertain date; the others on 12 March 2016." in told
    assert "Key dates: Review from, 1 January 2014; Claire moves <out> & away, August 2015;" in told
    assert "1 entry of unknown date is not shown." in told


@pytest.mark.parametrize("by", list(LaneBy))
def test_every_word_of_the_panel_s_picture_is_covered(named, by):
    covered = figure.covered(figure.read(named, by), cover_of(named, PANEL))
    made = figure.drawn(covered)

    assert leak_check.find_names("\n".join(made.words), people.listing(named)) == []
    assert "Drewitt" in "\n".join(figure.drawn(figure.read(named, by)).words)


def test_lanes_of_people_bear_their_pseudonyms(named):
    words = figure.drawn(figure.covered(figure.read(named, LaneBy.PERSON), cover_of(named, PANEL))).words

    assert "Claire" in words
    assert "Kayleigh Drewitt" not in words


@pytest.mark.parametrize("form", ["svg", "png"])
@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_a_picture_is_saved_for_its_edition_and_says_so(named, edition, form):
    made = picture_file(named, PictureOrder(edition, form, LaneBy.PERSON))
    words = READERS[form](made.data)

    assert edition.name in words
    assert ("Kayleigh" in words) is (edition.naming is Naming.REAL)
    assert ("Claire" in words) is (edition.naming is Naming.PSEUDONYMS)
    assert made.document == "picture"


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_name_left_in_a_picture_is_found_in_its_bytes(named, form, monkeypatch):
    monkeypatch.setattr("dhr_desktop.report.picture_file.covered", lambda picture, _cover: picture)

    with pytest.raises(leak_check.LeakFound):
        picture_file(named, PictureOrder(PANEL, form))


def test_a_name_left_in_a_figure_of_a_word_file_is_found_in_its_bytes(named, monkeypatch):
    monkeypatch.setattr(figure, "covered", lambda picture, _cover: picture)
    shown = replace(figure_of(named), alternative="A timeline.", caption="Contact.")
    data = to_docx(Document("Title", "subtitle", (), PANEL, (Section((shown,)),)))

    with pytest.raises(leak_check.LeakFound):
        leak_check.check("x", "docx", data, PANEL, people.listing(named))


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_report_with_its_figure_passes_the_leak_check(named, form):
    assert drafts.draft(named, overview.KEY, PANEL, form).data


def test_the_name_of_the_file_says_nothing_of_the_case_but_its_reference(named):
    name = name_of(named, PictureOrder(PANEL, "svg"))

    assert name.startswith("CSP-DHR-1 Picture of the timeline - Panel edition - ")
    assert name.endswith(".svg")


def test_an_svg_is_well_formed_whatever_is_written_in_it(named):
    made = figure.drawn(figure.read(named), under="a < b & \"c\" 'd' \x07")
    root = ET.fromstring(to_svg(made.shapes, made.size, made.title, made.description))
    words = [element.text for element in root.iter() if element.tag.endswith("}text")]

    assert "a < b & \"c\" 'd' " in words
    assert "Kayleigh Drewitt moves <out> & away" in words
    assert root[0].text == made.title
    assert root[1].text == made.description


def test_a_png_is_as_fine_as_print_and_holds_more_than_its_ground(named):
    with Image.open(io.BytesIO(picture_file(named, PictureOrder(CONFIDENTIAL, "png")).data)) as picture:
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=1)
        assert picture.width > 2500
        assert len(picture.convert("RGB").getcolors(1 << 20)) > 20


def test_the_same_picture_is_the_same_bytes(named):
    made = [picture_file(named, PictureOrder(PANEL, form)).sha256 for form in ("svg", "png") for _ in range(2)]

    assert made[0] == made[1]
    assert made[2] == made[3]


def test_a_review_without_dates_has_no_figure(review):
    empty = figure.read(review)
    nothing = replace(empty, rows=replace(empty.rows, rows=[]))

    assert figure.figure(nothing, cover_of(review, PANEL)) is None
