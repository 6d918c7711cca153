"""Word and PDF say the same words, are marked on every page, and hold nothing of the machine they were made on."""

import html
import io
import re
import shutil
import subprocess
import zipfile

import pikepdf
import pytest
from docx import Document as WordDocument

from dhr_desktop.domain.documents import (
    Band,
    Bullets,
    Column,
    Document,
    Heading,
    Note,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    plain,
)
from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.report import chronology, overview, summary
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from tests.report.grouped import grouped

BANDED = ("Event: a headline", "Another headline")
LONG = " ".join(f"word{number}" for number in range(900))
EVERYTHING = Document(
    title="A title",
    subtitle="A subtitle",
    lines=("First line", "Second line"),
    edition=PANEL,
    sections=(
        Section(
            (
                Heading(1, "Opening", "1"),
                Paragraph((Run("Plain "), Run("bold", bold=True), Run(" and "), Run("italic", italic=True)), "1.1"),
                Quote(plain("Words of a mother"), "Interview"),
                Bullets((plain("one thing"), plain("another"))),
                Note(plain("To be written: the rest.")),
                Heading(2, "Welsh and Polish: Llŷn, Wieliczka, Łódź"),
                Paragraph(plain("Signs & <brackets> “quotes” £ – é\nsecond line")),
            )
        ),
        Section(
            (
                Heading(1, "A table", "2"),
                Table((Column("No.", 1), Column("Text", 6)), [("1", "Short"), ("2", LONG), ("3", "End")], "A caption"),
            ),
            landscape=True,
        ),
    ),
    contents=True,
)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _wanted() -> set[str]:
    said = {"word0", "word899", "Short", "End", "mother", "Interview", "Llŷn", "Wieliczka", "Łódź", "brackets", "bold"}
    return said | {"subtitle", "Second", "thing", "caption", "written", "OFFICIAL", "Panel"}


@pytest.mark.parametrize(("render", "read"), [(to_docx, words_of_docx), (to_pdf, words_of_pdf)])
def test_every_kind_of_block_is_there_to_be_read(render, read):
    words = set(_words(read(render(EVERYTHING))))
    assert _wanted() <= words
    assert {f"word{number}" for number in range(900)} <= words


@pytest.mark.parametrize("events", [False, True])
@pytest.mark.parametrize("build", [chronology.build, overview.build, summary.build])
def test_word_and_pdf_say_the_same(review, build, events):
    document = build(grouped(review) if events else review, PANEL)
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as parts:
        body = re.sub(r"</w:p>|<w:br/>|<w:tab/>", " ", parts.read("word/document.xml").decode())
    told = " ".join(re.findall(r'descr="([^"]*)"', body))  # what a picture shows is said to who cannot see it
    shown = re.sub(r"<[^>]+>", "", re.sub(r"<w:instrText.*?</w:instrText>", "", body))
    word = _words(html.unescape(f"{shown} {told}"))
    pdf = _words(words_of_pdf(to_pdf(document)))
    furniture = set(_words(f"{document.title} {PANEL.name} {PANEL.marking} Page of DHR Desktop D False"))
    assert set(word) - set(pdf) == set()
    assert {one for one in set(pdf) - set(word) - furniture if not one.isdigit()} == set()


def test_a_row_longer_than_a_page_is_parted_and_the_head_is_repeated():
    with pikepdf.open(io.BytesIO(to_pdf(EVERYTHING))) as pdf:
        landscape = [page for page in pdf.pages if page.MediaBox[2] > page.MediaBox[3]]
        assert len(landscape) >= 2
        heads = [words_of_pdf(_single(page)).count("No.") for page in landscape]
    assert all(heads)


@pytest.mark.parametrize("words", [3, 40, 900])
@pytest.mark.parametrize("before", range(0, 48, 3))
def test_a_band_is_never_left_alone_at_the_foot_of_a_page(before, words):
    rows = [("1", "Short")] * before + [("2", " ".join(f"word{number}" for number in range(words)))]
    table = Table((Column("No.", 1), Column("Text", 6)), rows, bands={before: Band("Bandheadline", 1)})
    document = Document("T", "S", (), PANEL, (Section((Heading(1, "H"), table)),))
    with pikepdf.open(io.BytesIO(to_pdf(document))) as pdf:
        (shown,) = [said for page in pdf.pages if "Bandheadline" in (said := words_of_pdf(_single(page)))]
    assert "word0" in shown


def test_word_and_pdf_have_a_band_across_the_table_before_its_rows():
    table = Table(
        (Column("No.", 1), Column("Text", 6)),
        [("1", "One"), ("2", "Two"), ("3", "Three")],
        bands={0: Band(BANDED[0], 2), 2: Band(BANDED[1], 1)},
    )
    document = Document("T", "S", (), PANEL, (Section((table,)),))
    wanted = [BANDED[0], "One", "Two", BANDED[1], "Three"]
    for words in (words_of_docx(to_docx(document)), words_of_pdf(to_pdf(document))):
        places = [words.index(each) for each in wanted]
        assert places == sorted(places)
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as parts:
        assert parts.read("word/document.xml").count(b'<w:gridSpan w:val="2"/>') == len(BANDED)


def _single(page) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.pages.append(page)
        pdf.save(made)
    return made.getvalue()


def test_every_page_of_a_pdf_is_marked_and_numbered():
    with pikepdf.open(io.BytesIO(to_pdf(EVERYTHING))) as pdf:
        total = len(pdf.pages)
        for number, page in enumerate(pdf.pages, 1):
            words = words_of_pdf(_single(page))
            assert words.count("DRAFT - OFFICIAL-SENSITIVE") == 2
            assert f"Page {number} of {total}" in words


def test_word_has_real_headings_a_repeated_table_head_and_page_fields():
    made = to_docx(EVERYTHING)
    word = WordDocument(io.BytesIO(made))
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 1"] == ["1\tOpening", "2\tA table"]
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        body = parts.read("word/document.xml").decode()
        furniture = "".join(
            parts.read(name).decode() for name in parts.namelist() if "footer" in name or "header" in name
        )
    assert "<w:tblHeader/>" in body
    assert 'w:orient="landscape"' in body
    assert "NUMPAGES" in furniture
    assert furniture.count("DRAFT - OFFICIAL-SENSITIVE") >= 2


def test_the_contents_of_a_word_file_lead_to_its_headings():
    with zipfile.ZipFile(io.BytesIO(to_docx(EVERYTHING))) as parts:
        body = parts.read("word/document.xml").decode()
    anchors = re.findall(r'<w:hyperlink w:anchor="([^"]+)"', body)
    assert anchors == re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', body)
    assert len(anchors) == 2


def test_bookmarks_and_contents_of_a_pdf_lead_to_the_page_of_their_heading():
    with pikepdf.open(io.BytesIO(to_pdf(EVERYTHING))) as pdf:
        first, second = pdf.open_outline().root
        pages = [page.objgen for page in pdf.pages]
        assert pages.index(_page_of(pdf, first.destination)) == 0
        assert pages.index(_page_of(pdf, second.destination)) == 1
        links = [link for link in pdf.pages[0].Annots if link.Subtype == "/Link"]
        assert [pages.index(_page_of(pdf, link.Dest)) for link in links] == [0, 1]
        assert re.search(r"A table\s+Opening|A table\s+1\s", words_of_pdf(_single(pdf.pages[0])))


def _page_of(pdf, destination):
    place = destination if isinstance(destination, pikepdf.Array) else pdf.Root.Dests[str(destination)]
    return place[0].objgen


def test_a_word_file_says_nothing_of_the_machine_its_template_was_made_on():
    with zipfile.ZipFile(io.BytesIO(to_docx(EVERYTHING))) as parts:
        assert not [name for name in parts.namelist() if "thumbnail" in name or name.endswith("app.xml")]
        assert b'compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in parts.read(
            "word/settings.xml"
        )


def test_properties_name_nobody_and_say_british_english():
    word = WordDocument(io.BytesIO(to_docx(EVERYTHING)))
    assert word.core_properties.author == word.core_properties.last_modified_by == "DHR Desktop"
    assert word.core_properties.language == "en-GB"
    with pikepdf.open(io.BytesIO(to_pdf(EVERYTHING))) as pdf:
        assert str(pdf.docinfo["/Author"]) == "DHR Desktop"
        assert str(pdf.Root.Lang) == "en-GB"
        assert len(pdf.open_outline().root) == 2


def test_letters_that_xml_cannot_hold_are_left_out_and_the_rest_stays():
    document = Document("T", "S", (), CONFIDENTIAL, (Section((Paragraph(plain("a\x00b\x0bc\ufffed")),)),))
    assert "abcd" in words_of_docx(to_docx(document))
    assert "abcd" in words_of_pdf(to_pdf(document))


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice and poppler are not both here"
)
@pytest.mark.slow
def test_libreoffice_opens_the_word_file(tmp_path):
    (tmp_path / "draft.docx").write_bytes(to_docx(EVERYTHING))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "draft.docx")], check=True, capture_output=True)
    shown = subprocess.run(["pdftotext", str(tmp_path / "draft.pdf"), "-"], check=True, capture_output=True, text=True)
    assert _wanted() <= set(_words(shown.stdout))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not on this computer")
def test_poppler_reads_the_same_words(tmp_path):
    (tmp_path / "draft.pdf").write_bytes(to_pdf(EVERYTHING))
    shown = subprocess.run(["pdftotext", str(tmp_path / "draft.pdf"), "-"], check=True, capture_output=True, text=True)
    assert _wanted() <= set(_words(shown.stdout))
