"""A revised submission comes in beside the chair's own work, and neither is lost."""

from dataclasses import replace

import pytest

from dhr_desktop.importing import undoing
from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.likely import revised_by
from dhr_desktop.importing.problems import AlreadyImported, NoTable
from dhr_desktop.importing.reading import Reading, read_bytes
from dhr_desktop.importing.revising import Decisions, plan, revise
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, submissions
from dhr_desktop.timeline import edit
from tests.sheets.made import csv_text

_HEAD = ("Date", "Type", "Notes", "Action")
_VISIT = ("14/03/2016", "Visit", "Seen at home with both children, the window was broken.", "Repair asked for")
_CALL = ("15/03/2016", "Call", "Rang to say that she had gone to her mother for the week.", "")
_LETTER = ("18/03/2016", "Letter", "Letter sent about the appointment at the surgery.", "None")
_MISSED = ("21/03/2016", "Call", "No answer, no message left.", "")
_CARD = ("29/03/2016", "Visit", "Nobody in, card left with the neighbour.", "Try again")
_CALL_2 = ("15/03/2016", "Call", "Rang to say that she had gone to her mother for a fortnight.", "")
_CARD_2 = ("30/03/2016", *_CARD[1:])
_NEW = ("02/04/2016", "Visit", "Seen at the office, all well.", "")


def _read(name: str, *rows: tuple[str, ...]) -> Reading:
    return read_bytes(name, csv_text([_HEAD, *rows]))


_FIRST = _read("first.csv", _VISIT, _CALL, _LETTER, _MISSED, _CARD)
_SECOND = _read("second.csv", _VISIT, _CALL_2, _LETTER, _CARD_2, _NEW)


@pytest.fixture
def first(review):
    return submit(review, _FIRST, "Homes").submission_id


def _entry(review, words):
    found = [entry for entry in entries.iterate(review) if words in entry.text]
    assert len(found) == 1, words
    return found[0]


def _timeline(review):
    return [(entry.date_edtf, entry.text.split(chr(10))[-1]) for entry in entries.iterate(review)]


def test_a_file_most_of_whose_rows_are_known_is_taken_for_a_revision(review, first):
    assert [submission.id for submission in revised_by(review, _SECOND)] == [first]
    assert revised_by(review, _FIRST) == []
    assert revised_by(review, _read("other.csv", _NEW)) == []


def test_a_revision_is_known_under_another_order_of_columns_and_another_form_of_dates(review, first):
    months = {"03": "March"}
    turned = [(row[2], row[1], f"{row[0][:2]} {months[row[0][3:5]]} 2016") for row in (_VISIT, _CALL_2, _LETTER, _CARD)]
    reading = read_bytes("other.csv", csv_text([("Notes", "Type", "Date"), *turned]))
    assert [submission.id for submission in revised_by(review, reading)] == [first]


def test_a_file_of_the_same_name_but_for_its_version_needs_one_row_in_common(review, first):
    rows = (_VISIT, _CALL_2, *[("02/04/2016", "Visit", f"Seen at the office, all well, {n} times.", "") for n in "abc"])
    assert [submission.id for submission in revised_by(review, _read("First_v2 (1).csv", *rows))] == [first]
    assert revised_by(review, _read("second.csv", *rows)) == []


def test_without_work_of_the_chair_s_the_timeline_says_what_the_revision_says(review, first):
    before = {entry.text: entry.id for entry in entries.iterate(review)}
    revise(review, plan(review, first, _SECOND))
    assert [day for day, _ in _timeline(review)] == [
        "2016-03-14",
        "2016-03-15",
        "2016-03-18",
        "2016-03-30",
        "2016-04-02",
    ]
    for words in ("Seen at home", "Letter sent", "Nobody in"):
        entry = _entry(review, words)
        assert entry.id == before[entry.text]
        assert submissions.row(review, entry.source_row_id).submission_id == entry.submission_id
    assert "fortnight" in _entry(review, "Rang to say").text


def test_the_earlier_submission_stays_in_the_record_with_its_rows(review, first):
    second = revise(review, plan(review, first, _SECOND)).submission_id
    assert submissions.get(review, second).replaces_id == first
    assert len(submissions.rows(review, first)) == 6
    assert submissions.original(review, first) == _FIRST.data


def test_what_the_chair_has_written_stays_where_the_agency_has_changed_nothing_there(review, first):
    letter = _entry(review, "Letter sent")
    edit.change_entry(review, replace(letter, comment="Never arrived.", text="Appointment letter."))
    revision = plan(review, first, _SECOND)
    assert revision.conflicts == ()
    revise(review, revision)
    after = entries.get(review, letter.id)
    assert (after.text, after.comment) == ("Appointment letter.", "Never arrived.")


def test_where_both_have_changed_a_field_the_chair_decides(review, first):
    call = _entry(review, "Rang to say")
    edit.change_entry(review, replace(call, text="Went to her mother."))
    revision = plan(review, first, _SECOND)
    (conflict,) = revision.conflicts
    assert (conflict.entry_id, conflict.field, conflict.mine) == (call.id, "text", "Went to her mother.")
    assert "week" in conflict.was
    assert "fortnight" in conflict.theirs
    revise(review, revision)
    assert entries.get(review, call.id).text == "Went to her mother."
    review.journal.undo()
    revise(review, revision, Decisions({(call.id, "text"): conflict.theirs}))
    assert entries.get(review, call.id).text == conflict.theirs


def test_a_row_that_is_gone_takes_its_entry_with_it_unless_the_chair_has_worked_on_it(review, first):
    missed = _entry(review, "No answer")
    assert plan(review, first, _SECOND).goes == {missed.id}
    edit.change_entry(review, replace(missed, comment="Ask why."))
    revision = plan(review, first, _SECOND)
    assert (revision.goes, revision.stays) == (frozenset(), {missed.id})
    revise(review, revision)
    assert entries.get(review, missed.id).comment == "Ask why."
    review.journal.undo()
    revise(review, revision, Decisions(remove=frozenset({missed.id})))
    with pytest.raises(LookupError):
        entries.get(review, missed.id)


def test_an_entry_that_the_chair_has_removed_stays_removed(review, first):
    edit.remove_entry(review, _entry(review, "Letter sent").id)
    revise(review, plan(review, first, _SECOND))
    assert all("Letter" not in text for _, text in _timeline(review))


def test_a_doubt_that_the_chair_has_settled_does_not_come_back(review):
    rows = (_VISIT, ("", *_CALL[1:]), _LETTER, _MISSED, _CARD)
    first = submit(review, _read("first.csv", *rows), "Homes").submission_id
    carried = _entry(review, "Rang to say")
    assert carried.doubts
    edit.accept_as_read(review, carried.id)
    revise(review, plan(review, first, _read("second.csv", *rows, _NEW)))
    assert entries.get(review, carried.id).doubts == ()


def test_a_date_taken_from_the_agency_comes_with_its_doubts_and_the_chair_s_own_without(review, first):
    card = _entry(review, "Nobody in")
    edit.change_entry(review, replace(card, date_edtf="2016-03-28"))
    revision = plan(review, first, _read("second.csv", _VISIT, _CALL, _LETTER, _MISSED, ("", *_CARD[1:])))
    (conflict,) = revision.conflicts
    revise(review, revision)
    assert (entries.get(review, card.id).date_edtf, entries.get(review, card.id).doubts) == ("2016-03-28", ())
    review.journal.undo()
    revise(review, revision, Decisions({(card.id, "date_edtf"): conflict.theirs}))
    assert entries.get(review, card.id).date_edtf == "2016-03-21"
    assert [one.code for one in entries.get(review, card.id).doubts] == ["carried-blank"]


def _with_blank_date(review, call=("", *_CALL[1:])):
    """The first version with a blank date, for which the chair has found a day of her own; its submission and entry."""
    first = submit(review, _read("first.csv", _VISIT, call, _LETTER, _MISSED, _CARD), "Homes").submission_id
    carried = _entry(review, "Rang to say")
    edit.change_entry(review, replace(carried, date_edtf="2016-03-17"))
    return first, carried.id


def test_a_date_that_was_blank_and_is_written_out_stands_beside_the_one_that_the_chair_has_set(review):
    first, carried = _with_blank_date(review)
    out = ("14/03/2016", *_CALL[1:])
    revision = plan(review, first, _read("second.csv", _VISIT, out, _LETTER, _MISSED, _CARD))
    (conflict,) = revision.conflicts
    assert (conflict.entry_id, conflict.field) == (carried, "date_edtf")
    assert (conflict.mine, conflict.theirs) == ("2016-03-17", "2016-03-14")
    revise(review, revision)
    assert entries.get(review, carried).date_edtf == "2016-03-17"
    review.journal.undo()
    revise(review, revision, Decisions({(carried, "date_edtf"): conflict.theirs}))
    assert (entries.get(review, carried).date_edtf, entries.get(review, carried).doubts) == ("2016-03-14", ())


def test_a_ditto_that_is_written_out_is_the_agency_s_own_word_too(review):
    first, _ = _with_blank_date(review, ("do.", *_CALL[1:]))
    out = ("14/03/2016", *_CALL[1:])
    assert len(plan(review, first, _read("second.csv", _VISIT, out, _LETTER, _MISSED, _CARD)).conflicts) == 1


def test_a_blank_date_that_stays_blank_asks_nothing_and_nor_does_one_written_in_another_form(review):
    first, _ = _with_blank_date(review)
    revised = ("", "Call", _CALL_2[2], "")
    assert plan(review, first, _read("second.csv", _VISIT, revised, _LETTER, _MISSED, _CARD)).conflicts == ()
    letter = _entry(review, "Letter sent")
    edit.change_entry(review, replace(letter, date_edtf="2016-03-19"))
    long = ("18 March 2016", *_LETTER[1:])
    assert plan(review, first, _read("third.csv", _VISIT, revised, long, _MISSED, _CARD)).conflicts == ()


def test_a_file_that_hardly_matches_the_earlier_one_is_told_apart_from_a_heavily_revised_one(review, first):
    other = [("02/04/2016", "Visit", f"Inspection of the boiler, part {n} of it.", "") for n in "abcdef"]
    assert plan(review, first, _read("wrong.csv", *other)).hardly_matches
    assert not plan(review, first, _read("second.csv", _VISIT, _CALL_2, *other)).hardly_matches
    assert not plan(review, first, _SECOND).hardly_matches


def test_a_file_of_headings_alone_is_refused_before_anything_is_compared(review, first):
    with pytest.raises(NoTable, match="no entry below"):
        plan(review, first, _read("empty.csv"))


def test_it_is_one_step_undone_and_done_again(review, first):
    edit.change_entry(review, replace(_entry(review, "Rang to say"), text="Went to her mother."))
    before = list(entries.iterate(review))
    revise(review, plan(review, first, _SECOND))
    after = list(entries.iterate(review))
    assert review.journal.status().undo == "Import revised Homes"
    review.journal.undo()
    assert list(entries.iterate(review)) == before
    review.journal.redo()
    assert list(entries.iterate(review)) == after


def test_taking_the_revision_back_brings_the_earlier_state_again(review, first):
    before = list(entries.iterate(review))
    second = revise(review, plan(review, first, _SECOND)).submission_id
    undoing.take_back(review, second)
    assert list(entries.iterate(review)) == before
    assert [submission.id for submission in submissions.listing(review)] == [first]


def test_a_revision_can_be_revised(review, first):
    call = _entry(review, "Rang to say")
    second = revise(review, plan(review, first, _SECOND)).submission_id
    third = _read("third.csv", _VISIT, _CALL, _LETTER, _CARD_2, _NEW)
    assert [submission.id for submission in revised_by(review, third)] == [second]
    revise(review, plan(review, second, third))
    assert entries.get(review, call.id).text == call.text
    assert entries.count(review) == 5


def test_the_same_bytes_are_no_revision(review, first):
    with pytest.raises(AlreadyImported):
        revise(review, plan(review, first, _FIRST))


def test_of_two_tables_side_by_side_each_row_keeps_its_own_entry(review):
    heads = ("Date", "What happened", "", "Date", "What happened")
    said = [
        ("14/03/2016", "Seen at home.", "", "16/03/2016", "Rang the school."),
        ("15/03/2016", "Nobody in.", "", "17/03/2016", "Wrote to her."),
    ]
    later = [*said, ("18/03/2016", "Seen at the office.", "", "19/03/2016", "Rang again.")]
    first = submit(review, read_bytes("a.csv", csv_text([heads, *said])), "Homes").submission_id
    before = {entry.text: entry.id for entry in entries.iterate(review)}
    assert len(before) == 4
    revise(review, plan(review, first, read_bytes("b.csv", csv_text([heads, *later]))))
    after = {entry.text: entry.id for entry in entries.iterate(review)}
    assert len(after) == entries.count(review) == 6
    assert before.items() <= after.items()


def test_what_was_put_right_before_importing_stands_when_a_revised_version_comes(review):
    chosen = _FIRST.choose(0, Choices(cells={(3, 0): "17 March 2016", (6, 2): "Nobody in, card left."}))
    older = submit(review, chosen, "Homes").submission_id
    revise(review, plan(review, older, _SECOND))
    assert _entry(review, "Rang to say").date_edtf == "2016-03-17"
    assert _entry(review, "card left").text == "Nobody in, card left."
