"""What the report says of its names, and the record of every decision."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.documents import Bullets, Note, Paragraph, spoken
from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.family import register
from dhr_desktop.report import leak_check, naming_paragraph, naming_record, overview
from dhr_desktop.report.material import gather
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.store import agencies, covered, people
from tests.report.naming_made import named_by_relatives

CHOSEN = "“Claire” (the woman who died) was chosen by Helen (her mother) in July 2019, from several that were offered."
OBJECTED = "Rachel (her sister) would have preferred another name, and this was talked over."


@pytest.fixture
def named(review):
    return named_by_relatives(review)


def _told(review, edition):
    blocks = list(naming_paragraph.paragraph(gather(review, edition)))
    return [spoken(item) for block in blocks if isinstance(block, Bullets) for item in block.items], blocks


def test_the_paragraph_says_who_chose_and_what_was_answered(named) -> None:
    told, blocks = _told(named, PANEL)
    assert told == [
        f"{CHOSEN} {OBJECTED} The name was then agreed.",
        "Her friend was offered a name and did not wish for one, and is called “a friend”.",
        "“Martin” (her husband) is a name given by the panel in July 2019. He did not reply.",
    ]
    assert "asked, where they could be reached" in str(blocks[0])


def test_who_is_told_by_whose_relation_they_are_has_no_article(named) -> None:
    friend = next(each for each in people.listing(named) if each.relationship == "her friend")
    register.change_person(named, replace(friend, relationship="Winifred Quennell's friend"))

    told, _ = _told(named, PANEL)

    assert told[1] == "Helen's friend was offered a name and did not wish for one, and is called “a friend”."


def test_names_of_which_nothing_is_recorded_are_for_the_chair_to_write(named) -> None:
    _, blocks = _told(named, PANEL)
    (note,) = [spoken(block.text) for block in blocks if isinstance(block, Note)]
    assert "Helen, Rachel" in note


def test_the_panel_edition_of_the_report_has_the_paragraph_and_no_real_name(named) -> None:
    data = to_docx(overview.build(named, PANEL))
    assert "did not wish for one" in words_of_docx(data)
    leak_check.check("x", "docx", data, PANEL, covered.listing(named))


def test_without_a_step_nothing_is_said(review) -> None:
    assert list(naming_paragraph.paragraph(gather(review, PANEL))) == []


def test_the_record_holds_every_step_with_real_names(named) -> None:
    checked = naming_record.record_file(named)
    words = words_of_docx(checked.data)
    assert checked.edition is CONFIDENTIAL
    for told in (
        "Rosalba Quennell",
        "A cousin has it.",
        "They talked it over.",
        "20 July 2019",
        "To Winifred Quennell.",
    ):
        assert told in words
    assert "Winifred" not in checked.name


def test_an_empty_record_says_so(review) -> None:
    (block,) = naming_record.build(review).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert "No step" in spoken(block.text)


def test_an_agency_with_a_pseudonym_is_in_no_word_of_the_panel_edition(named) -> None:
    with named.journal.step("Name"):
        police = agencies.find(named, "Police")
        agencies.change(named, replace(police, name="Ravenmere Police", pseudonym="Force A"))
    data = to_docx(overview.build(named, PANEL))
    leak_check.check("x", "docx", data, PANEL, covered.listing(named))
    assert "Force A" in words_of_docx(data)
    with pytest.raises(leak_check.LeakFound):
        leak_check.check("x", "docx", to_docx(overview.build(named, CONFIDENTIAL)), PANEL, covered.listing(named))
