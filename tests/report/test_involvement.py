"""What a report tells of the involvement of family and others, and what the record of contacts holds."""

from dataclasses import replace
from datetime import date

import pytest

from dhr_desktop.domain.contact_rules import Logged, how
from dhr_desktop.domain.contacts import Contact, Means, Reached
from dhr_desktop.domain.documents import Document, Heading, Note, Paragraph, Quote, Table, spoken
from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Consent, Group, Involvement, Stakeholder
from dhr_desktop.family import readings
from dhr_desktop.report import contact_record, drafts, involvement_words, overview
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.store import contact_log, involvement, kinship
from dhr_desktop.store import people as people_store
from tests.report.involved import involved


def _paragraphs(document: Document) -> str:
    blocks = [block for part in document.sections for block in part.blocks]
    return "\n".join(spoken(block.text) for block in blocks if isinstance(block, (Paragraph, Quote, Note)))


def test_the_report_names_advocate_offers_readings_and_comments_by_pseudonym(review):
    told = _paragraphs(overview.build(involved(review), PANEL))

    assert "The review approached two members of the family." in told
    by_hand = "by a letter brought by hand (delivered by family liaison officer)"
    assert f"Helen was first approached on 6 March 2019 {by_hand}." in told
    assert "The log gives the purpose of this contact as “introduction”." in told
    offered = "An advocate of Lanternway was offered to Helen on 6 March 2019."
    assert f"{offered} The offer was accepted, and the support began on 29 March 2019." in told
    assert "Helen read the draft (version 0.6) on 16 January 2020, at home, supported by her advocate" in told
    assert "made two comments: one changed the text and one is recorded as a differing view." in told
    assert "It could have been prevented." in told
    assert not [name for name in ("Lorraine", "Kayleigh", "Marchbank", "Coldwell") if name in told]


def test_attempts_without_an_answer_are_counted_in_the_report(review):
    told = _paragraphs(overview.build(involved(review), PANEL))

    assert "Two attempts to reach Peter since 14 May 2019 were not answered." in told
    assert "No offer of an advocate to Peter is recorded." in told


def test_the_report_says_through_whom_the_perpetrator_was_approached_and_what_came_of_it(review):
    told = _paragraphs(overview.build(involved(review), PANEL))

    approached = "Martin was approached through the prison offender manager on 10 September 2019"
    assert f"{approached}. Martin declined on 26 September 2019." in told


def test_what_is_said_of_all_stands_under_no_one_s_name(review):
    headings = [
        block.text
        for part in overview.build(involved(review), PANEL).sections
        for block in part.blocks
        if isinstance(block, Heading) and block.level == 2
    ]

    assert headings[:4] == ["Helen", "Peter", "Others who were approached", "Comments on the draft"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a diary of 2018", "Of Helen's contribution the record says: “a diary of 2018”."),
        ("declined by letter 2019-09-26", "the record says: “declined by letter 26 September 2019”."),
        ("She gave us her diary of 2018.", "contribute to the review. She gave us her diary of 2018."),
    ],
)
def test_a_note_in_a_few_words_is_told_as_what_the_record_says_and_a_sentence_stands_as_it_is(review, words, said):
    involved(review)
    mother = involvement.STAKEHOLDERS.listing(review)[0]
    with review.journal.step("Words"):
        involvement.STAKEHOLDERS.change(review, replace(mother, contribute_words=words))

    assert said in _paragraphs(overview.build(review, PANEL))


@pytest.mark.parametrize(
    ("means", "more", "said"),
    [
        (Means.HOME, "home visit (joint with her mother)", "in a visit at home (joint with her mother)."),
        (Means.HOME, "home visit", "in a visit at home."),
        (Means.THROUGH, "letter through the prison", "by letter through the prison."),
        (Means.LETTER, "", "by letter."),
        (Means.LETTER, "Letter, sent twice", "by letter (sent twice)."),
        (Means.LETTER, "letters to both addresses", "by letter (letters to both addresses)."),
    ],
)
def test_how_somebody_was_first_approached_is_said_once(means, more, said):
    first = Logged(Contact(1, date(2019, 5, 2), means, means_words=more), (1,))

    assert list(involvement_words.contact("Helen", first, [first])) == [
        f"Helen was first approached on 2 May 2019 {said}"
    ]


def test_an_answer_in_a_few_words_says_whose_it_is():
    answered = Stakeholder(1, 1, Group.FAMILY, contribute=Consent.NO_REPLY, contribute_words="no reply to two letters")

    assert list(involvement_words.wished("Peter", answered)) == [
        "Of Peter's answer the record says: “no reply to two letters”."
    ]


def test_a_first_approach_that_was_not_answered_is_not_counted_again():
    first = Logged(Contact(1, date(2019, 5, 2), Means.LETTER, reached=Reached.NO), (1,))

    assert list(involvement_words.contact("Peter", first, [first])) == [
        "Peter was first approached on 2 May 2019 by letter.",
        "There was no answer.",
    ]


def test_who_neither_wished_to_be_involved_nor_to_contribute_is_told_so_once():
    refused = Stakeholder(1, 1, Group.FAMILY, involvement=Involvement.NOT, contribute=Consent.DECLINED)

    assert list(involvement_words.wished("Helen", refused)) == [
        "Helen did not wish to be involved or to contribute, and this was respected."
    ]


@pytest.mark.parametrize(
    ("place", "by", "said"),
    [
        ("at home", "advocate", "on 2 May 2019, at home, supported by an advocate, and made one comment."),
        ("video call", "", "on 2 May 2019 (video call) and made one comment."),
    ],
)
def test_where_a_draft_was_read_is_part_of_a_whole_sentence(place, by, said):
    reading = Reading(1, 1, date(2019, 5, 2), place=place, supported_by=by)
    told = list(involvement_words.read("Helen", [reading], [ReadingComment(1, 1)]))

    assert told == [f"Helen read the draft {said}"]


def test_whom_nobody_has_approached_is_a_matter_for_the_chair_and_no_sentence_of_the_report(review):
    document = overview.build(involved(review), CONFIDENTIAL)
    notes = [spoken(b.text) for part in document.sections for b in part.blocks if isinstance(b, Note)]

    assert "To be settled: no contact is recorded with Donna Speakman." in notes


def test_the_differing_view_of_a_reader_is_told_though_no_contact_with_them_was_logged(review):
    made = involved(review)
    people = {each.id: each.real_name for each in people_store.listing(made)}
    friend = next(each for each in involvement.STAKEHOLDERS.listing(made) if people[each.person_id].startswith("Donna"))
    reading = readings.begin(made, Reading(0, friend.id, date(2020, 2, 3), version="0.7"))
    said = ReadingComment(0, reading.id, said="She never hid from anybody.", changed=Changed.RECORDED)
    readings.comment(made, said)
    document = overview.build(made, PANEL)
    told = _paragraphs(document)

    assert "She never hid from anybody." in told
    assert "To be settled: no contact is recorded with" in told
    tables = [row for s in document.sections for b in s.blocks if isinstance(b, Table) for row in b.rows]
    assert [row[3] for row in tables if "none recorded" in row] == ["none recorded"]


def test_what_was_said_in_confidence_is_in_no_report(review):
    built = overview.build(involved(review), CONFIDENTIAL)
    tables = [cell for s in built.sections for b in s.blocks if isinstance(b, Table) for row in b.rows for cell in row]

    assert "in confidence" not in _paragraphs(built) + " ".join(tables)


def test_a_review_without_stakeholders_says_nothing_of_involvement(review):
    assert "The review approached" not in _paragraphs(overview.build(review, PANEL))


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_panel_edition_with_family_passes_the_leak_check(review, form):
    assert drafts.draft(involved(review), overview.KEY, PANEL, form).data


def test_the_record_holds_every_contact_in_word_and_pdf_alike(review):
    involved(review)
    word = " ".join(words_of_docx(contact_record.draft(review, "docx").data).split())
    pdf = " ".join(words_of_pdf(contact_record.draft(review, "pdf").data).split())

    for each in contact_log.read(review):
        for words in (how(each.contact), each.contact.said, each.contact.outcome):
            assert words in word
            assert words in pdf
    assert "send Lorraine the terms (by 19 June 2019)" in word
    assert "send Lorraine the terms (by 19 June 2019)" in pdf


def test_the_record_of_one_holds_nothing_of_another(review):
    involved(review)
    (father,) = {each.whom[0] for each in contact_log.read(review) if each.contact.reached.value == "not answered"}
    document = contact_record.build(review, father)
    told = _paragraphs(document) + " ".join(document.lines)

    assert "Ryan Coldwell" in told
    assert "Lorraine" not in told


def test_no_name_stands_in_the_name_of_the_record_s_file(review):
    involved(review)

    assert contact_record.draft(review, "docx", 1).name.startswith("CSP-DHR-1 Record of contacts - Confidential record")


def test_whoever_stands_by_a_family_is_named_in_the_confidential_edition_alone(review):
    involved(review)
    (mother, *_) = involvement.STAKEHOLDERS.listing(review)
    with review.journal.step("Who helps, and where they read"):
        advocacy = involvement.ADVOCACY.listing(review)[0]
        involvement.ADVOCACY.change(review, replace(advocacy, advocate="Imelda Foyle-Grant"))
        kinship.IDENTIFIERS.add(review, Identifier(0, mother.person_id, IdentifierKind.ADDRESS, "12 Mill Lane"))
        for reading in involvement.READINGS.listing(review):
            changed = replace(reading, place="at 12 Mill Lane", supported_by="Imelda Foyle-Grant")
            involvement.READINGS.change(review, changed)
    panel, confidential = (
        words_of_docx(drafts.draft(review, "overview", each, "docx").data) for each in (PANEL, CONFIDENTIAL)
    )
    for private, covered in (("12 Mill Lane", "at an address"), ("Foyle-Grant", "supported by an advocate")):
        assert private in confidential
        assert private not in panel
        assert covered in panel


def test_the_name_of_an_officer_through_whom_somebody_was_approached_stands_among_real_names_alone(review):
    involved(review)
    with review.journal.step("Through whom"):
        (approach,) = involvement.APPROACHES.listing(review)
        involvement.APPROACHES.change(review, replace(approach, through_who="offender manager Jan Pike, HMP Fenby"))

    assert "through offender manager Jan Pike, HMP Fenby" in _paragraphs(overview.build(review, CONFIDENTIAL))
    told = _paragraphs(overview.build(review, PANEL))
    assert "was approached through prison on" in told
    assert "Pike" not in told


def test_a_comment_with_an_answer_is_told_as_answered_though_nothing_is_said_of_the_text(review):
    involved(review)
    with review.journal.step("Answer"):
        for each in involvement.COMMENTS.listing(review):
            answered = replace(each, answer="Both accounts stand side by side.", changed=Changed.OPEN)
            involvement.COMMENTS.change(review, answered)

    told = _paragraphs(overview.build(review, PANEL))

    assert "still to be answered" not in told
    assert "were answered" in told or "was answered" in told
