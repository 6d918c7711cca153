"""What the chair has said to be nobody's name stands in the panel's edition, and lets no name pass elsewhere."""

import pytest

from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.people import FormKind, FormPlace, NameForm, Person, Role
from dhr_desktop.report import left_standing
from dhr_desktop.report.chronology import build
from dhr_desktop.report.drafts import draft
from dhr_desktop.report.leak_check import LeakFound, check
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.store import agencies, covered, entries, naming, people

TEXTS = ("AM visit by the health visitor.", "Kayleigh rang in the (AM), and AM cried.")


@pytest.fixture
def said(review):
    with review.journal.step("A child and a time of day of the same letters"):
        initials = (NameForm("AM", FormKind.INITIALS),)
        people.add(review, Person(0, "Amelia Marsh", Role.CHILD, "Isla", forms=initials))
        police = agencies.listing(review)[0]
        entries.add_many(review, [Entry(0, police.id, "2016-03-14", text) for text in TEXTS])
        for entry in entries.iterate(review):
            if entry.text in TEXTS:
                naming.FORM_PLACES.add(review, FormPlace(0, entry.id, "text", "AM", 0))
    return review


@pytest.mark.parametrize(("form", "read"), [("docx", words_of_docx), ("pdf", words_of_pdf)])
def test_a_form_that_is_nobody_s_at_its_place_does_not_stop_the_panel_s_edition(said, form, read):
    words = " ".join(read(draft(said, "chronology", PANEL, form).data).split())
    assert "AM visit by the health visitor." in words
    assert "Claire rang in the (AM), and Isla cried." in words


def test_the_same_form_at_any_other_place_is_still_found(said):
    with said.journal.step("Another"):
        other = Entry(0, agencies.listing(said)[0].id, "2016-03-15", "Seen with AM visit notes.")
        entries.add_many(said, [other])
    real = to_docx(build(said, PANEL))
    left = left_standing.patterns(said)
    assert "AM visit by" in words_of_docx(real)
    check("x", "docx", real, PANEL, covered.listing(said), left)
    uncovered = to_docx(build(said, CONFIDENTIAL))
    with pytest.raises(LeakFound) as refused:
        check("x", "docx", uncovered, PANEL, covered.listing(said), left)
    # The child twice, and the morning beside a name that is not covered; the other morning alone is let pass.
    assert ("AM", 3) in [(each.surface, each.times) for each in refused.value.findings]
