"""A file is imported, revised and worked on over weeks; then it is taken back, and nothing of the chair's is lost."""

import hashlib
from dataclasses import replace

import pytest

from dhr_desktop.base import resources
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.importing import particulars, record, revising, undoing
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import edit
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

FOLDER = "sample/aldermarsh/submissions"
FIRST, SECOND = "08_Tideway_IDVA_case_notes.xlsx", "08_Tideway_IDVA_case_notes_v2.xlsx"
OTHER = "05_Marshland_Homes_CRM_export.csv"


def path_of(name: str):
    return resources.path(f"{FOLDER}/{name}")


def told(review) -> list[tuple[str, str, str]]:
    return sorted((each.date_edtf, each.text, each.comment) for each in entries.iterate(review))


@pytest.fixture
def reopened(tmp_path):
    """Close the library and open its review again, as on another day."""
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    kept = [library]
    number = copied.review(library, ReviewFacts("Adult A")).id

    def again():
        kept[-1].close()
        kept.append(Library.open(tmp_path / "library", PASSPHRASE, CHEAP))
        return kept[-1].open_review(number)

    yield again
    kept[-1].close()


def test_a_month_of_work_and_then_the_import_is_taken_back(reopened, tmp_path):
    review = reopened()
    first = submit(review, read_file(path_of(FIRST)), "Tideway IDVA").submission_id
    other = submit(review, read_file(path_of(OTHER)), "Marshland Homes").submission_id
    review = reopened()
    mine = next(each for each in entries.iterate(review) if each.submission_id == first)
    edit.change_entry(review, replace(mine, comment="ask the IDVA"))
    before = told(review)

    review = reopened()
    second = revising.revise(review, revising.plan(review, first, read_file(path_of(SECOND)))).submission_id
    record.save_original(review, second, tmp_path / "copy.xlsx")
    digest = hashlib.sha256((tmp_path / "copy.xlsx").read_bytes()).hexdigest()
    assert digest == hashlib.sha256(path_of(SECOND).read_bytes()).hexdigest()
    assert particulars.of(review, first).replaced_by == (SECOND,)

    review = reopened()
    assert undoing.preview(review, second).worked_on == ()
    assert undoing.take_back(review, second).whole
    assert told(review) == before

    review = reopened()
    (worked,) = undoing.preview(review, first).worked_on
    assert "comment" in worked.done[0]
    assert len(worked.done) == 1
    taken = undoing.take_back(review, first)
    assert taken.kept == 1
    assert [each.comment for each in entries.iterate(review) if each.submission_id == first] == ["ask the IDVA"]
    assert len(submissions.rows(review, first)) == submissions.get(review, first).rows

    review = reopened()
    review.journal.undo()
    assert told(review) == before
    assert len([each for each in entries.iterate(review) if each.submission_id == other]) > 0
    assert review.journal.first_broken_step() is None
