"""The leak check reads the finished file: its body, its furniture, its properties and its name."""

import io

import docx
import pytest

from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.report import chronology
from dhr_desktop.report.drafts import DRAFTS, FORMATS, draft, save
from dhr_desktop.report.file_names import file_name
from dhr_desktop.report.leak_check import LeakFound, NothingCovered, check, find_names
from dhr_desktop.report.to_pdf import to_pdf

PEOPLE = [Person(1, "Kayleigh Drewitt", Role.VICTIM, "Claire", forms=(NameForm("Kay", FormKind.NICKNAME),))]


def _word(body="", head="", author=""):
    document = docx.Document()
    document.add_paragraph(body)
    document.sections[0].header.paragraphs[0].text = head
    document.core_properties.author = author
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", _word(body="Seen with KAYLEIGH.")),
        ("a.docx", _word(head="Kayleigh Drewitt")),
        ("a.docx", _word(author="Kay")),
        ("Kayleigh.docx", _word(body="Nothing.")),
    ],
)
def test_a_name_anywhere_in_the_file_stops_it(name, data):
    with pytest.raises(LeakFound) as stopped:
        check(name, "docx", data, PANEL, PEOPLE)
    assert stopped.value.findings
    assert "Kay" not in stopped.value.what + stopped.value.next_step


def test_a_name_in_a_pdf_stops_it(review):
    data = to_pdf(chronology.build(review, CONFIDENTIAL))
    with pytest.raises(LeakFound):
        check("a.pdf", "pdf", data, PANEL, PEOPLE)


def test_the_confidential_edition_may_hold_names():
    checked = check("a.docx", "docx", _word(body="Kayleigh"), CONFIDENTIAL, PEOPLE)
    assert checked.edition is CONFIDENTIAL


def test_without_a_register_nothing_can_be_called_covered():
    with pytest.raises(NothingCovered):
        check("a.docx", "docx", _word(body="Anything"), PANEL, [])


@pytest.mark.parametrize("document", list(DRAFTS))
@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("edition", [CONFIDENTIAL, PANEL])
def test_every_draft_passes_in_every_edition_and_format(review, tmp_path, document, form, edition):
    checked = draft(review, document, edition, form)
    path = save(checked, tmp_path)
    assert path.read_bytes() == checked.data
    assert path.suffix == f".{form}"
    assert checked.document == document


def test_a_draft_s_name_says_what_it_is_and_is_safe_everywhere():
    name = file_name('CSP/DHR:"7"?', "Integrated chronology", PANEL, "docx")
    assert name.startswith("CSP-DHR-7 Integrated chronology - Panel edition - ")
    assert not set(name) & set('<>:"/\\|?*')


def test_a_relationship_that_names_another_is_no_reason_to_let_that_name_pass():
    kian = Person(1, "Kian Rook", Role.CHILD, "")
    mother = Person(2, "Tess Rook", Role.FAMILY, "", "mother of Kian")
    assert [found.surface for found in find_names("mother of Kian came.", [kian, mother])] == ["Kian"]
