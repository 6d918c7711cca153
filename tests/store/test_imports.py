"""An import is taken back whole: what the chair worked on stays unless told otherwise, and the record stays with it."""

import shutil
from dataclasses import replace

import pytest

from dhr_desktop.domain.entries import Doubt
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, glossary, imports, migrate, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.submissions import NewSubmission
from dhr_desktop.store.taking_back import CannotTakeBack
from tests.store.made import CHEAP, PASSPHRASE, entry, imported, snapshot, texts


def reword(review, entry_id: int, **changes) -> None:
    with review.journal.step("Edit entry"):
        entries.change(review, replace(entries.get(review, entry_id), **changes))


def brought(review, *texts_: str, name: str = "Housing", data: bytes = b"bytes") -> int:
    """The submission that an import of these texts made."""
    step = imported(review, list(texts_), name, data)
    return next(each.id for each in submissions.listing(review) if each.step_id == step.id)


def test_an_import_nobody_touched_goes_with_its_submission_and_undo_brings_it_back(review):
    before = snapshot(review)
    submission = brought(review, "one", "two")
    there = snapshot(review)
    left = imports.left(review, submission)

    assert (len(left.untouched), left.touched, left.gone) == (2, (), frozenset())
    imports.take_back(review, submission)
    assert snapshot(review) == before
    review.journal.undo()
    assert snapshot(review) == there
    assert submissions.original(review, submission) == b"bytes"
    review.journal.redo()
    assert snapshot(review) == before


def test_entries_that_were_worked_on_stay_with_the_whole_record_of_their_file(review):
    submission = brought(review, "one", "two", "three")
    rows = submissions.rows(review, submission)
    reword(review, entries.ordered_ids(review)[1], text="two, corrected")
    imports.take_back(review, submission)

    assert texts(review) == ["two, corrected"]
    assert submissions.rows(review, submission) == rows
    assert submissions.get(review, submission).taken_back_at


def test_an_entry_that_was_worked_on_goes_when_the_chair_says_so(review):
    submission = brought(review, "one", "two")
    chosen, other = entries.ordered_ids(review)
    reword(review, chosen, text="changed")
    reword(review, other, comment="ask Housing")
    before = snapshot(review)
    imports.take_back(review, submission, remove=[chosen])

    assert texts(review) == ["two"]
    review.journal.undo()
    assert snapshot(review) == before
    imports.take_back(review, submission, remove=[chosen, other])
    assert (texts(review), submissions.listing(review), agencies.listing(review)) == ([], [], [])


def test_what_was_done_to_an_entry_is_told_by_its_columns(review):
    submission = brought(review, "one")
    (only,) = entries.ordered_ids(review)
    reword(review, only, text="one, corrected", doubts=(Doubt("year", "date", "look"),))
    (touched,) = imports.left(review, submission).touched

    assert (touched.entry_id, touched.how) == (only, "brought")
    assert touched.differs["text"] == ("one", "one, corrected")
    assert set(touched.differs) == {"text", "doubts"}


def test_an_edit_that_was_undone_or_typed_back_is_no_work(review):
    submission = brought(review, "one", "two")
    first, second = entries.ordered_ids(review)
    reword(review, first, text="changed")
    review.journal.undo()
    reword(review, second, text="changed")
    reword(review, second, text="two")

    assert imports.left(review, submission).touched == ()


def test_a_submission_given_to_another_agency_is_still_untouched(review):
    submission = brought(review, "one", "two")
    with review.journal.step("Change the submission"):
        police = agencies.add(review, "Police")
        submissions.describe(review, replace(submissions.get(review, submission), agency_id=police.id, note="late"))
    assert {each.agency_id for each in entries.iterate(review)} == {police.id}
    assert imports.left(review, submission).touched == ()

    imports.take_back(review, submission)
    assert (texts(review), submissions.listing(review)) == ([], [])
    review.journal.undo()
    assert submissions.get(review, submission).note == "late"


def test_an_entry_that_the_chair_gave_to_another_agency_stays_there(review):
    submission = brought(review, "one", "two")
    with review.journal.step("Move entry"):
        police = agencies.add(review, "Police")
        moved = entries.ordered_ids(review)[0]
        entries.change(review, replace(entries.get(review, moved), agency_id=police.id))
    imports.take_back(review, submission)

    assert [each.agency_id for each in entries.iterate(review)] == [police.id]


def test_an_entry_made_of_one_of_its_rows_counts_as_the_chairs_work(review):
    submission = brought(review, "one", "two")
    row = submissions.rows(review, submission)[0]
    home = submissions.get(review, submission).agency_id
    with review.journal.step("Make an entry"):
        (made,) = entries.add_many(
            review, [entry(home, text="of a row", submission_id=submission, source_row_id=row.id)]
        )
    (touched,) = imports.left(review, submission).touched

    assert (touched.entry_id, touched.how) == (made, "made")
    imports.take_back(review, submission)
    assert texts(review) == ["of a row"]
    imports.take_back(review, submission, remove=[made])
    assert (texts(review), submissions.listing(review)) == ([], [])


def test_the_rest_can_be_taken_back_later(review):
    submission = brought(review, "one", "two")
    stays = entries.ordered_ids(review)[0]
    reword(review, stays, comment="noted")
    imports.take_back(review, submission)
    left = imports.left(review, submission)

    assert (left.untouched, [each.entry_id for each in left.touched]) == (frozenset(), [stays])
    imports.take_back(review, submission, remove=[stays])
    assert submissions.listing(review) == []
    review.journal.undo()
    review.journal.undo()
    assert texts(review) == ["one", "two"]
    assert submissions.get(review, submission).taken_back_at == ""


def test_an_import_all_of_which_was_worked_on_is_left_alone_until_entries_are_chosen(review):
    submission = brought(review, "one")
    reword(review, entries.ordered_ids(review)[0], comment="noted")
    before = snapshot(review)
    with pytest.raises(CannotTakeBack, match="worked on since"):
        imports.take_back(review, submission)

    assert snapshot(review) == before
    assert review.journal.status().undo == "Edit entry"


def test_entries_that_the_chair_removed_are_told_apart(review):
    submission = brought(review, "one", "two")
    with review.journal.step("Remove entry"):
        entries.remove(review, entries.ordered_ids(review)[0])
    left = imports.left(review, submission)

    assert (len(left.untouched), len(left.gone)) == (1, 1)


def revised(review, older: int, keep: int, name: str = "Housing") -> int:
    """A second file that replaces the first: it rewords the entry `keep`, removes the next and adds one."""
    with review.journal.step(f"Import {name} (revised)"):
        home = agencies.find(review, name)
        data = NewSubmission(home.id, "second.csv", b"second", "", "2026-12-01", replaces_id=older)
        newer = submissions.add(review, data)
        entries.change(review, replace(entries.get(review, keep), text="reworded by the agency"))
        entries.remove(review, keep + 1)
        entries.add_many(review, [entry(home.id, text="added", submission_id=newer)])
        glossary.add(review, newer, [("TA", "tenancy agreement")])
    return newer


def test_taking_back_a_revision_brings_the_first_version_back(review):
    older = brought(review, "one", "two", "three")
    before = snapshot(review)
    newer = revised(review, older, entries.ordered_ids(review)[0])
    left = imports.left(review, newer)

    assert (len(left.untouched), len(left.set_back), len(left.come_back), left.touched) == (1, 1, 1, ())
    imports.take_back(review, newer)
    assert snapshot(review) == before


def test_a_revision_keeps_what_the_chair_has_done_on_it(review):
    older = brought(review, "one", "two", "three")
    first = entries.ordered_ids(review)[0]
    newer = revised(review, older, first)
    reword(review, first, text="reworded by the chair")
    (touched,) = imports.left(review, newer).touched

    assert (touched.how, touched.differs["text"]) == ("altered", ("reworded by the agency", "reworded by the chair"))
    imports.take_back(review, newer)
    assert texts(review) == ["reworded by the chair", "two", "three"]
    review.journal.undo()
    imports.take_back(review, newer, remove=[first])
    assert texts(review) == ["one", "two", "three"]


def test_a_comment_on_an_entry_that_a_revision_changed_survives_its_taking_back(review):
    older = brought(review, "one", "two", "three")
    first = entries.ordered_ids(review)[0]
    newer = revised(review, older, first)
    reword(review, first, comment="noted")
    imports.take_back(review, newer)

    found = entries.get(review, first)
    assert (found.text, found.comment) == ("one", "noted")


def test_a_first_version_is_not_taken_back_from_under_its_revision(review):
    older = brought(review, "one", "two", "three")
    newer = revised(review, older, entries.ordered_ids(review)[0])
    with pytest.raises(CannotTakeBack, match="as a revision"):
        imports.take_back(review, older)

    imports.take_back(review, newer)
    imports.take_back(review, older)
    assert texts(review) == []


def test_it_works_as_well_after_the_program_was_closed(folder):
    library = Library.create(folder, PASSPHRASE, CHEAP)
    review = library.create_review(ReviewFacts("Adult A"))
    submission = brought(review, "one", "two")
    reword(review, entries.ordered_ids(review)[0], comment="noted")
    number = review.id
    library.close()
    library = Library.open(folder, PASSPHRASE, CHEAP)
    review = library.open_review(number)
    imports.take_back(review, submission)

    assert texts(review) == ["one"]
    library.close()


@pytest.fixture
def after(review, tmp_path, monkeypatch):
    """Open the review again in a later version of the program, whose migration is this script."""
    opened = []

    def with_script(script: str) -> Review:
        review.close()
        folder = tmp_path / "migrations"
        shutil.copytree(migrate.FOLDER, folder)
        (folder / f"review_{len(migrate.scripts('review')) + 1:04}.sql").write_text(script)
        steps = migrate.scripts("review", folder)
        monkeypatch.setattr(migrate, "scripts", lambda _: steps)
        opened.append(Review(review.id, review.path, review._key))
        return opened[0]

    yield with_script
    for each in opened:
        each.close()


def test_what_a_migration_rewrites_is_no_work_of_the_chair(review, after):
    submission = brought(review, "one", "two")
    reword(review, entries.ordered_ids(review)[0], comment="noted")
    later = after("ALTER TABLE entry ADD COLUMN weight INTEGER;\nUPDATE entry SET source = 'rewritten', weight = 1;\n")
    left = imports.left(later, submission)

    assert (len(left.untouched), len(left.touched)) == (1, 1)
    imports.take_back(later, submission)
    assert texts(later) == ["one"]
    later.journal.undo()
    assert texts(later) == ["one", "two"]


def test_what_refers_to_an_entry_keeps_it_until_the_chair_lets_both_go(review, after):
    submission = brought(review, "one", "two")
    later = after(
        "CREATE TABLE theme_mark (id INTEGER PRIMARY KEY AUTOINCREMENT, theme TEXT NOT NULL,"
        " entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE);\n"
    )
    marked = entries.ordered_ids(later)[0]
    with later.journal.step("Mark"):
        later.write.insert("INSERT INTO theme_mark (theme, entry_id) VALUES ('housing', ?)", (marked,))
    (touched,) = imports.left(later, submission).touched

    assert (touched.entry_id, touched.differs, touched.used_by) == (marked, {}, frozenset({"theme_mark"}))
    imports.take_back(later, submission)
    assert texts(later) == ["one"]
    imports.take_back(later, submission, remove=[marked])
    assert (texts(later), submissions.listing(later)) == ([], [])
    later.journal.undo()
    assert later.read.value("SELECT entry_id FROM theme_mark") == marked


def test_what_may_not_be_left_pointing_at_nothing_keeps_its_entry(review, after):
    submission = brought(review, "one", "two")
    later = after(
        "CREATE TABLE citation (id INTEGER PRIMARY KEY AUTOINCREMENT,"
        " entry_id INTEGER NOT NULL REFERENCES entry (id));\n"
    )
    cited = entries.ordered_ids(later)[0]
    with later.journal.step("Cite"):
        later.write.insert("INSERT INTO citation (entry_id) VALUES (?)", (cited,))
    imports.take_back(later, submission, remove=[cited])

    assert texts(later) == ["one"]
    assert submissions.get(later, submission).taken_back_at
