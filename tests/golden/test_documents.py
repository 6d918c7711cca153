"""Drafts of a small review are, word for word and mark for mark, what they were when somebody last looked at them."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.domain.letters import filled
from dhr_desktop.domain.people import Role
from dhr_desktop.family import letters
from dhr_desktop.report import (
    chronology,
    contact_record,
    offers_record,
    overview,
    person_letter,
    question_letter,
    reading_record,
    summary,
)
from dhr_desktop.report.read_back import words_of_pdf
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import agencies, letter_templates, people
from tests.report.asked import asked_of_police
from tests.report.grouped import grouped
from tests.report.involved import involved
from tests.report.naming_made import named_by_relatives
from tests.report.read_by import read_by_the_mother

_HERE = Path(__file__).parent


def _letter(review, _edition):
    asked = asked_of_police(review)
    police = agencies.find(review, "Police")
    letter = question_letter.Letter(police.id, asked, "Inspector Vale", "reviews@example.org", "2026-12-14")
    return question_letter.build(review, letter)


def _readings(review, edition):
    read_by_the_mother(review)
    return reading_record.build(review, edition)


def _to_family(review, _edition):
    read_by_the_mother(review)
    mother = next(each for each in people.listing(review) if each.role is Role.FAMILY)
    typed = {"contact": "01632 960100", "meeting": "Tuesday 4 February 2020 at 2 pm, at your home"}
    known = letters.addressed(review, mother.id, date(2020, 1, 20), typed)
    body = filled(letter_templates.template(review, "first-family").body, known.facts)
    return person_letter.build(
        person_letter.PersonLetter("First contact", body, mother.real_name, "1 Sea Lane, Anytown", "20 January 2020")
    )


def _grouped(build):
    return lambda review, edition: build(grouped(review), edition)


def _involved(build):
    return lambda review, edition: build(involved(review), edition)


def _record(review, _edition):
    return contact_record.build(involved(review))


_CASES = [
    ("chronology", chronology.build, PANEL),
    ("chronology", chronology.build, CONFIDENTIAL),
    ("overview", overview.build, PANEL),
    ("chronology-of-events", _grouped(chronology.build), PANEL),
    ("overview-chosen", _grouped(overview.build), PANEL),
    ("summary", _grouped(summary.build), PANEL),
    ("summary", _grouped(summary.build), CONFIDENTIAL),
    ("overview-involved", _involved(overview.build), PANEL),
    ("contacts", _record, contact_record.EDITION),
    ("overview-named", lambda review, edition: overview.build(named_by_relatives(review), edition), PANEL),
    ("question", _letter, question_letter.EDITION),
    ("offers", _involved(offers_record.build), PANEL),
    ("offers", _involved(offers_record.build), CONFIDENTIAL),
    ("readings", _readings, PANEL),
    ("readings", _readings, CONFIDENTIAL),
    ("to-family", _to_family, person_letter.EDITION),
]


def _word_body(document) -> str:
    """The body of a Word file, an element a line; numbers of revisions and identities have no place in it."""
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    for element in body.iter():
        for name in [name for name in element.attrib if "rsid" in name or name.endswith("paraId")]:
            del element.attrib[name]
    etree.indent(body)
    return etree.tostring(body, encoding="unicode", pretty_print=True)


def _pdf_words(document) -> str:
    """The words of a PDF line by line, without the moments it was made at."""
    lines = [line.rstrip() for line in words_of_pdf(to_pdf(document)).splitlines()]
    return "\n".join(line for line in lines if line and not re.match(r"D:\d{14}", line)) + "\n"


@pytest.mark.parametrize(("name", "build", "edition"), _CASES)
@pytest.mark.parametrize(("ending", "rendered"), [("document.xml", _word_body), ("pdf.txt", _pdf_words)])
def test_a_draft_is_what_it_was(review, regenerate, name, build, edition, ending, rendered):  # noqa: PLR0917 - a case and its fixtures
    golden = _HERE / f"{name}-{edition.key}.{ending}"
    made = rendered(build(review, edition))
    if regenerate:
        golden.write_text(made, encoding="utf-8", newline="\n")
        pytest.skip("written anew")
    assert made.splitlines() == golden.read_text(encoding="utf-8").splitlines()
