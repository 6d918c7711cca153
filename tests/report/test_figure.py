"""The picture as a reader of a document has it: in Word and PDF, told in words, and with every name covered."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from PIL import Image

from dhr_desktop.base import remembered
from dhr_desktop.domain.documents import Document, Figure, Section
from dhr_desktop.domain.editions import CONFIDENTIAL, EDITIONS, PANEL, Naming
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.key_dates import KeyDate, KeyKind
from dhr_desktop.domain.meaning import Inclusion, Origin
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.picture.shapes import Hatched
from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.domain.told_days import ToldDays
from dhr_desktop.report import drafts, figure, leak_check, overview
from dhr_desktop.report.picture_file import PictureOrder, name_of, picture_file
from dhr_desktop.report.picture_svg import to_svg
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf, words_of_png, words_of_svg
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import agencies, entries, people
from dhr_desktop.timeline.key_dates import set_key_date
from dhr_desktop.timeline.meaning import include
from tests.report.grouped import grouped

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
    assert "Police: 1 entry on 12 March 2016; " in told
    assert "General Hospital: 2 entries, 1 of them of uncertain date; the others on 12 March 2016; " in told
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


def _lanes(picture) -> dict[str, int]:
    return {row.lane.name: len(row.places) + sum(len(each.places) for each in row.soft) for row in picture.rows.rows}


def test_what_a_mother_told_is_not_drawn_as_an_agency_s_contact(review):
    picture = figure.read(grouped(review))
    assert _lanes(picture) == {"Police": 1, "General Hospital": 2, "Family, interviews and the chair": 1}


def test_what_the_chair_writes_under_an_agency_s_name_is_not_drawn_as_its_contact(review):
    police = agencies.find(review, "Police")
    with review.journal.step("Add"):
        entries.add_many(review, [Entry(0, police.id, "2017-01-01", "A thought.", origin=Origin.CHAIR)])
    assert _lanes(figure.read(review))["Police"] == 1


def test_the_figure_of_the_report_leaves_out_what_is_left_out_of_the_chronology(review):
    out = next(entry.id for entry in entries.iterate(review) if entry.text == "KD seen.")
    include(review, [out], Inclusion.CHRONOLOGY, on=False)
    assert _lanes(figure.read(review, into=Inclusion.CHRONOLOGY)) == {"Police": 1, "General Hospital": 1}
    assert _lanes(figure.read(review))["General Hospital"] == 2
    told = next(
        each.alternative
        for section in overview.build(review, PANEL).sections
        for each in section.blocks
        if isinstance(each, Figure)
    )
    assert "General Hospital: 1 entry, all of them of uncertain date" in told


def test_the_figure_shades_gaps_and_tells_the_longest_in_words(review):
    picture = figure.read(review)
    police = agencies.find(review, "Police").id
    ours = [each for each in picture.silences if each.lane == police]
    assert [(each.first, each.last) for each in ours] == [
        (date(2016, 3, 13).toordinal(), date(2018, 11, 9).toordinal()),
        (date(2014, 1, 1).toordinal(), date(2016, 3, 11).toordinal()),
    ]
    made = figure.drawn(picture)
    assert [shape for shape in made.shapes if isinstance(shape, Hatched) and shape.boxes]
    silent = "the longest time without a record is 972 days, 13 March 2016 to 9 November 2018."
    assert f"Police: 1 entry on 12 March 2016; {silent}" in made.description
    assert "All agencies together: the longest time without a record is 972 days" in made.description


def test_a_record_left_out_of_the_chronology_still_ends_a_gap(review):
    before = figure.read(review, into=Inclusion.CHRONOLOGY).silences
    include(review, entries.ordered_ids(review), Inclusion.CHRONOLOGY, on=False)
    assert figure.read(review, into=Inclusion.CHRONOLOGY).silences == before


def test_a_person_who_told_the_review_something_is_covered_wherever_agencies_are_named(review):
    with review.journal.step("Add"):
        mother = agencies.add(review, "Mrs Drewitt")
        entries.add_many(review, [Entry(0, mother.id, "2017-01-01", "She was afraid.", origin=Origin.FAMILY)])
    include(review, entries.ordered_ids(review), Inclusion.SUMMARY, on=True)
    for document in drafts.DRAFTS:
        assert drafts.draft(review, document, PANEL, "docx").data


def test_a_file_has_room_for_the_words_of_every_key_date(review):
    wanted = [f"Key date number {month} of one year" for month in range(1, 9)]
    for month, words in enumerate(wanted, 1):
        set_key_date(review, KeyDate(0, f"2016-0{month}-15", words, KeyKind.OTHER))
    assert {*wanted, "Review from", "Review to", "Death"} <= set(figure.drawn(figure.read(review)).words)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "972 days, 13 March 2016 to 9 November 2018; the others",
            "13 March 2016 to November 2018; the others",
        ),
        ("up to 1,204 days, 9 November 2018 to 25 February 2022.", "November 2018 to 25 February 2022."),
        ("143 days, 13 March 2016 to 2 August 2016.", "143 days, 13 March 2016 to 2 August 2016."),
        ("1 entry on 9 November 2018", "1 entry in November 2018"),
    ],
)
def test_a_length_from_which_the_day_of_the_death_could_be_reckoned_goes_with_it(said, told):
    made = figure.DrawnPicture((), (1.0, 1.0), "Title", f"The longest time without a record is {said}")
    days = ToldDays(deaths=["2018-11-09"])
    assert figure.without_days(made, days).description == f"The longest time without a record is {told}"


def test_nothing_of_the_last_figure_waits_behind_the_lock(named):
    figure_of(named)
    assert figure._LAST
    remembered.forget()
    assert not figure._LAST
