"""A letter to a person: the letter and nothing else, and no name outside it."""

import pytest

from dhr_desktop.report.person_letter import PersonLetter, build, draft
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf

LETTER = PersonLetter(
    "Update",
    "Dear Lorraine,\n\nNothing has happened.\n\nYours sincerely,\n\nDr A Chair\nIndependent chair",
    "Lorraine Marchbank",
    "1 Sea Lane, Anytown",
    "6 March 2019",
    "CSP/DHR/1",
)


@pytest.mark.parametrize(("form", "read"), [("docx", words_of_docx), ("pdf", words_of_pdf)])
def test_it_begins_with_the_address_and_ends_with_the_chair(review, form, read):
    checked = draft(review, LETTER, form)
    said = " ".join(read(checked.data).split())
    assert "Lorraine Marchbank 1 Sea Lane Anytown 6 March 2019 Our reference: CSP/DHR/1 Dear Lorraine," in said
    assert "Dr A Chair Independent chair" in said
    assert "OFFICIAL" not in said
    assert "Page 1" not in said


def test_no_name_is_outside_the_letter(review):
    document = build(LETTER)
    assert "Lorraine" not in " ".join((document.title, document.subtitle, *document.lines))
    assert "Lorraine" not in draft(review, LETTER, "docx").name


def test_without_an_address_it_begins_with_the_day():
    (section,) = build(PersonLetter("Update", "Dear Lorraine,", "Lorraine Marchbank", dated="6 March 2019")).sections
    assert section.blocks[0].text[0].text.startswith("6 March 2019")
