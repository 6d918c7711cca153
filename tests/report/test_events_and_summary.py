"""Events under the chair's headline, where entries come from, and what goes into the executive summary."""

import pytest

from dhr_desktop.domain.documents import Bullets, Heading, Note, Paragraph, Table, spoken
from dhr_desktop.domain.editions import CONFIDENTIAL, EDITIONS, PANEL
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.report import chronology, drafts, overview, summary
from dhr_desktop.report.outline import sections
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.report.writing import write_passage
from dhr_desktop.store import entries
from dhr_desktop.timeline import meaning
from tests.report.grouped import TOLD, grouped

WORDS_OF = {"docx": words_of_docx, "pdf": words_of_pdf}
COLUMNS = ("No.", "Date", "Time", "Agency", "What happened", "Response", "Source")


@pytest.fixture
def events(review):
    return grouped(review)


def blocks(document, kind):
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def tables(document):
    return [table for table in blocks(document, Table) if tuple(each.heading for each in table.columns) == COLUMNS]


def narrative(document) -> str:
    paragraphs = [spoken(block.text) for block in blocks(document, Paragraph)]
    bullets = [spoken(item) for block in blocks(document, Bullets) for item in block.items]
    return "\n".join(paragraphs + bullets)


def without(review, into: Inclusion, text: str):
    found = next(entry.id for entry in entries.iterate(review) if entry.text == text)
    meaning.include(review, [found], into, on=False)


def test_the_accounts_of_an_event_stand_together_under_the_chair_s_headline(events):
    (table,) = [each for each in tables(chronology.build(events, PANEL)) if each.bands]
    assert {row: (band.text, band.rows) for row, band in table.bands.items()} == {
        0: ("Event, 12 March 2016, 22:30: Martin is arrested (2 accounts)", 2)
    }
    assert [row[4] for row in table.rows] == ["Call to Claire & <others>.", "Claire seen.", TOLD]
    assert table.under_bands == {0, 1}


def test_every_entry_keeps_its_number_whether_in_an_event_or_not(events):
    numbers = [row[0] for table in tables(chronology.build(events, PANEL)) for row in table.rows]
    assert numbers == ["1", "2", "3", "4", "5"]


def test_an_account_left_out_is_not_told_under_its_event_either(events):
    without(events, Inclusion.CHRONOLOGY, "KD seen.")
    (table,) = [each for each in tables(chronology.build(events, PANEL)) if each.bands]
    assert table.bands[0].text.endswith("(one account)")
    assert "Claire seen." not in [row[4] for row in table.rows]


def test_an_event_of_which_every_account_is_left_out_is_not_there(events):
    for text in ("KD seen.", "Call to Kayleigh Drewitt & <others>."):
        without(events, Inclusion.CHRONOLOGY, text)
    assert not [table for table in tables(chronology.build(events, CONFIDENTIAL)) if table.bands]


def test_the_source_says_which_row_of_which_file_or_who_told_it(events):
    rows = [row for table in tables(chronology.build(events, PANEL)) for row in table.rows]
    assert next(row[6] for row in rows if "Call to" in row[4]) == "file 1, row 12"
    assert next(row[6] for row in rows if row[4] == TOLD) == "told by family or friends"


def test_the_name_of_a_file_stands_only_where_names_may(events):
    def files(edition):
        (table,) = [each for each in blocks(chronology.build(events, edition), Table) if each.caption]
        return [heading.heading for heading in table.columns], table.rows[0][0], " ".join(table.rows[0])

    assert "Kayleigh_Drewitt.csv" in files(CONFIDENTIAL)[2]
    assert "Kayleigh" not in files(PANEL)[2]
    assert files(PANEL)[1] == files(CONFIDENTIAL)[1] == "1"


def test_what_the_family_told_is_counted_apart_from_what_agencies_recorded(events):
    said = spoken(blocks(chronology.build(events, PANEL), Paragraph)[0].text)
    assert "5 entries from 2 agencies and others (1 told by family or in interviews" in said


def test_the_contact_of_agencies_does_not_count_what_a_mother_told(events):
    (table,) = [
        t for t in blocks(overview.build(events, CONFIDENTIAL), Table) if t.columns[-1].heading == "Last contact"
    ]
    assert [row[0] for row in table.rows] == ["General Hospital", "Police"]


def test_the_summary_has_the_headings_of_its_model_layout_in_order(events):
    headings = [block.text.upper() for block in blocks(summary.build(events, PANEL), Heading) if block.level == 1]
    assert headings == [
        "THE REVIEW PROCESS",
        "CONTRIBUTORS TO THE REVIEW",
        "THE REVIEW PANEL MEMBERS",
        "AUTHOR OF THE OVERVIEW REPORT",
        "TERMS OF REFERENCE FOR THE REVIEW",
        "SUMMARY CHRONOLOGY",
        "KEY ISSUES ARISING FROM THE REVIEW",
        "CONCLUSIONS",
        "LESSONS TO BE LEARNED",
        "RECOMMENDATIONS FROM THE REVIEW",
    ]


def test_the_summary_tells_what_was_put_into_it_and_nothing_else(events):
    told = narrative(summary.build(events, PANEL))
    assert "12 March 2016, 22:30: Martin is arrested." in told
    assert "Police: Call to Claire & <others>. Arrest." in told
    assert TOLD in told
    assert "Claire seen" not in told  # an account of the same event that is in the report alone
    assert "Booked" not in told


def test_a_summary_into_which_nothing_was_put_tells_no_entry_and_says_so(review):
    document = summary.build(review, PANEL)
    assert "Booked" not in narrative(document)
    assert any("None has been put into the summary yet" in spoken(note.text) for note in blocks(document, Note))


def test_the_report_tells_an_event_once_with_each_account_under_it(events):
    told = narrative(overview.build(events, PANEL))
    assert told.count("Martin is arrested") == 1
    assert "General Hospital: Claire seen." in told


def test_the_summary_says_what_the_report_says_until_the_chair_writes_another_text(events):
    assert "Claire was not asked alone." in narrative(summary.build(events, PANEL))
    write_passage(events, summary.KEY, "conclusions", "Nobody asked Kayleigh.")
    told = narrative(summary.build(events, PANEL))
    assert "Nobody asked Claire." in told
    assert "was not asked alone" not in told
    assert "was not asked alone" in narrative(overview.build(events, PANEL)).replace("Claire ", "")


def test_every_text_that_the_summary_lends_is_a_section_of_the_report():
    lent = {section.as_in for section in sections(summary.KEY)} - {""}
    assert lent <= {section.key for section in sections(overview.KEY)}


@pytest.mark.parametrize("form", WORDS_OF)
@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_an_entry_left_out_of_all_three_is_in_no_document(events, edition, form):
    every = entries.ordered_ids(events)
    out = next(entry.id for entry in entries.iterate(events) if entry.text == TOLD)
    for into in Inclusion:
        meaning.include(events, every, into, on=True)
        meaning.include(events, [out], into, on=False)
    for document in drafts.DRAFTS:
        words = " ".join(WORDS_OF[form](drafts.draft(events, document, edition, form).data).split())
        assert "Booked" in words
        assert "told her mother" not in words


@pytest.mark.parametrize("form", WORDS_OF)
@pytest.mark.parametrize("document", drafts.DRAFTS)
def test_an_event_s_headline_is_covered_in_the_panel_s_edition(events, document, form):
    words = WORDS_OF[form](drafts.draft(events, document, PANEL, form).data)
    assert "Martin is arrested" in " ".join(words.split())
    assert "Drewitt" not in words


def test_a_mother_is_no_agency_that_contributed(events):
    every = blocks(summary.build(events, CONFIDENTIAL), Table)
    (table,) = [table for table in every if table.columns[-1].heading == "Contribution"]
    assert [row[0] for row in table.rows] == ["General Hospital", "Police"]
