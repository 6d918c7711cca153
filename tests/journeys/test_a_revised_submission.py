"""An agency sends its record again after weeks of work on the first: all that the chair has done is there after it."""

from dataclasses import replace

import pytest

from dhr_desktop.base import resources
from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing import particulars, revising, undoing
from dhr_desktop.importing.comparing import Kind, counts
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.revising import Decisions
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import agencies, entries, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import edit
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

FOLDER = "sample/aldermarsh/submissions"
FIRST, SECOND = "08_Tideway_IDVA_case_notes.xlsx", "08_Tideway_IDVA_case_notes_v2.xlsx"
REWORDED, REDATED = "GP referral received", "Locks fitted, says it was today"
GONE_NOTED, GONE, SAME = "Third attempt would breach", "No reply x2", "First attempt, no answer"


def reading_of(name: str):
    return read_file(resources.path(f"{FOLDER}/{name}"))


@pytest.fixture
def review(tmp_path):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield library.open_review(copied.review(library, ReviewFacts("Adult A")).id)
    library.close()


def entry_of(review, words: str):
    (found,) = [each for each in entries.iterate(review) if words in each.text]
    return found


def change(review, words: str, **values) -> int:
    found = entry_of(review, words)
    edit.change_entry(review, replace(found, **values))
    return found.id


def stored(review):
    return list(entries.iterate(review))


def test_what_the_chair_has_done_on_the_first_version_is_there_after_the_second(review):
    first = submit(review, reading_of(FIRST), "Tideway IDVA").submission_id
    noted = change(review, SAME, comment="Seventeen days: ask the service manager.")
    reworded = change(review, REWORDED, text="Referred by the surgery after a fall.")
    redated = change(review, REDATED, date_edtf="2016-04-07")
    worked_on = change(review, GONE_NOTED, comment="Why two weeks?")
    gone = entry_of(review, GONE).id
    doubted = next(each for each in entries.iterate(review) if each.doubts and each.id not in (redated, reworded))
    edit.accept_as_read(review, doubted.id)
    mine = edit.add_entry(review, "Chair", replace(doubted, id=0, text="Seen by the chair.", source_row_id=None))
    before = stored(review)

    revision = revising.plan(review, first, reading_of(SECOND))

    assert counts(revision.comparison) == {
        Kind.UNCHANGED: 29,
        Kind.CHANGED: 12,
        Kind.REDATED: 2,
        Kind.ADDED: 5,
        Kind.REMOVED: 3,
    }
    asked = {(each.entry_id, each.field): each for each in revision.conflicts}
    assert asked.keys() == {(reworded, "text"), (redated, "date_edtf")}
    date = asked[redated, "date_edtf"]
    assert (date.was, date.theirs, date.mine) == ("2016-04-06", "2016-04-05", "2016-04-07")
    assert revision.stays == {worked_on}
    assert gone in revision.goes

    said = Decisions({(redated, "date_edtf"): date.theirs})
    second = revising.revise(review, revision, said).submission_id

    after = {each.id: each for each in stored(review)}
    assert after[noted].comment == "Seventeen days: ask the service manager."
    assert "standard is 2 working days" in after[noted].text
    assert after[reworded].text == "Referred by the surgery after a fall."
    assert after[redated].when == parse("2016-04-05")
    assert after[worked_on].comment == "Why two weeks?"
    assert [each.code for each in after[worked_on].doubts][-1:] == ["row-gone"]
    assert after[doubted.id].doubts == ()
    assert after[mine] == next(each for each in before if each.id == mine)
    assert gone not in after
    assert len(after) == len(before) + 5 - 2
    assert {each.submission_id for each in after.values()} == {second, first, None}
    assert [each.id for each in after.values() if each.submission_id == first] == [worked_on]
    assert len({each.agency_id for each in after.values()}) == len(agencies.listing(review)) == 2
    assert particulars.of(review, first).replaced_by == (SECOND,)
    assert submissions.original(review, first) == reading_of(FIRST).data

    review.journal.undo()
    assert stored(review) == before
    review.journal.redo()
    assert {each.id: each for each in stored(review)} == after
    assert undoing.take_back(review, second).whole
    assert stored(review) == before
    assert review.journal.first_broken_step() is None
