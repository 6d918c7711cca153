"""What was offered to whom, printed: one page across, with what is missing in sight and why it is due."""

from datetime import date

import pytest

from dhr_desktop.domain.documents import Document, Paragraph, Table, spoken
from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import offers, stakeholders
from dhr_desktop.report import offers_record
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.store import guidance, involvement
from dhr_desktop.store.review import Review
from tests.report.involved import involved

READERS = {"docx": words_of_docx, "pdf": words_of_pdf}


def tables(document: Document) -> list[Table]:
    return [block for block in document.sections[0].blocks if isinstance(block, Table)]


def told(document: Document) -> str:
    return " ".join(spoken(block.text) for block in document.sections[0].blocks if isinstance(block, Paragraph))


def cell(document: Document, line: str, name: str) -> tuple[str, bool]:
    """The words of a cell, and whether it stands out."""
    (table,) = tables(document)
    row = next(at for at, cells in enumerate(table.rows) if cells[0] == line)
    column = next(at for at, each in enumerate(table.columns) if each.heading == name)
    return table.rows[row][column], (row, column) in table.strong


def test_every_stakeholder_and_every_opportunity_stand_in_one_table_across_the_page(review: Review):
    document = offers_record.build(involved(review), CONFIDENTIAL)
    (table,) = tables(document)
    assert document.sections[0].landscape
    assert [each.heading for each in table.columns[1:]] == ["Lorraine Marchbank", "Ryan Coldwell", "Donna Speakman"]
    shorts = {each.short for each in guidance.edition().opportunities}
    assert len(table.rows) == 2 + len(shorts)


def test_what_is_missing_stands_out_and_the_days_since_which_it_is_due_stand_above(review: Review):
    document = offers_record.build(involved(review), CONFIDENTIAL)
    assert cell(document, "First contact", "Lorraine Marchbank") == ("6 Mar 2019", False)
    assert cell(document, "First contact", "Donna Speakman") == ("none yet", False)
    assert cell(document, "Read the draft", "Lorraine Marchbank") == ("16 Jan 2020", False)
    assert cell(document, "Read the draft", "Ryan Coldwell") == ("not yet", False)
    assert cell(document, "Meeting the panel", "Ryan Coldwell") == ("not yet offered", True)
    assert cell(document, "Meeting the panel", "Donna Speakman") == ("–", False)
    assert cell(document, "A photograph in the report", "Lorraine Marchbank") == ("declined", False)
    assert cell(document, "A copy of the final report", "Lorraine Marchbank") == ("not due yet", False)
    assert cell(document, "Specialist and expert advocacy", "Lorraine Marchbank") == ("done 29 Mar 2019*", False)


def test_a_reason_for_which_something_was_left_out_is_told_and_is_not_missing(review: Review):
    involved(review)
    mother = involvement.STAKEHOLDERS.listing(review)[0]
    offers.put(review, Offer(0, mother.id, "panel", reason="She asked not to meet the panel"))
    offers.put(review, Offer(0, mother.id, "tribute", OfferAnswer.OFFERED, date(2019, 9, 2)))
    document = offers_record.build(review, CONFIDENTIAL)
    assert cell(document, "Meeting the panel", "Lorraine Marchbank") == ("not offered", False)
    assert cell(document, "Tribute or pen portrait", "Lorraine Marchbank") == ("offered 2 Sep 2019", False)
    assert "Lorraine Marchbank, meeting the panel: She asked not to meet the panel." in told(document)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_under_pseudonyms_nobody_is_named(review: Review, form: str):
    involved(review)
    mother = involvement.STAKEHOLDERS.listing(review)[0]
    offers.put(review, Offer(0, mother.id, "panel", reason="Lorraine asked not to"))
    words = READERS[form](offers_record.draft(review, PANEL, form).data)
    assert "Helen" in words
    assert not [name for name in ("Lorraine", "Marchbank", "Ryan", "Coldwell", "Speakman") if name in words]
    assert "Lorraine" in READERS[form](offers_record.draft(review, CONFIDENTIAL, form).data)


def test_many_people_stand_in_tables_one_below_the_other_and_a_usual_review_is_one_page(review: Review):
    involved(review)
    for name in ("Jade Ollerton", "Craig Vale", "Maureen Vale"):
        stakeholders.involve(review, Person(0, name, Role.FAMILY), Stakeholder(0, 0, Group.FAMILY))
    assert len(tables(offers_record.build(review, CONFIDENTIAL))) == 1
    assert "Page 1 of 1" in words_of_pdf(offers_record.draft(review, CONFIDENTIAL, "pdf").data)
    stakeholders.involve(review, Person(0, "Terence Vale", Role.FAMILY), Stakeholder(0, 0, Group.FAMILY))
    first, second = tables(offers_record.build(review, CONFIDENTIAL))
    assert (len(first.columns), len(second.columns)) == (7, 2)


def test_a_review_that_involves_nobody_yet_says_so(review: Review):
    document = offers_record.build(review, CONFIDENTIAL)
    assert tables(document) == []
    assert "Nobody is involved yet." in words_of_docx(offers_record.draft(review, CONFIDENTIAL, "docx").data)
