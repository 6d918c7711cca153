"""Bringing a reading into a review: all of it, as one step, and nothing when it cannot be."""

import pytest

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.importing.problems import AlreadyImported, NoTable
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import agencies, entries, submissions
from tests.sheets.made import csv_text, workbook

ROWS = [
    ["Housing log"],
    ["Date", "Event", "Case"],
    ["13/02/2016", "Tenancy signed &amp; keys given.", "MH1"],
    ["14/09/2105", "Visit.", "MH2"],
    ["", "", ""],
]


def _reading():
    return read_bytes("housing.csv", csv_text(ROWS))


def test_the_bytes_and_every_row_are_kept_as_they_were_sent(review):
    reading = _reading()
    imported = submit(review, reading, " Marshland   Homes ")
    assert submissions.original(review, imported.submission_id) == reading.data
    rows = submissions.rows(review, imported.submission_id)
    assert [row.cells for row in rows] == [row.cells for row in reading.tables[0].rows]
    assert [row.row for row in rows] == [1, 2, 3, 4, 5]
    assert (imported.rows, imported.imported, imported.skipped, imported.errors) == (5, 2, 3, 0)
    assert agencies.listing(review)[0].name == "Marshland Homes"


def test_each_entry_leads_back_to_its_row_and_keeps_its_doubts(review):
    submit(review, _reading(), "Homes")
    first, second = entries.page(review, entries.ordered_ids(review))
    assert first.date_edtf == "2015-09-14"
    assert [doubt.code for doubt in first.doubts] == ["year-slip"]
    assert second.text == "Tenancy signed & keys given."
    assert submissions.row(review, second.source_row_id).cells[1] == "Tenancy signed &amp; keys given."


def test_it_is_one_step_that_can_be_undone_and_done_again(review):
    submit(review, _reading(), "Homes")
    assert review.journal.status().undo == "Import Homes"
    review.journal.undo()
    assert entries.count(review) == 0
    assert submissions.listing(review) == []
    review.journal.redo()
    assert entries.count(review) == 2
    assert submissions.original(review, submissions.listing(review)[0].id) == _reading().data


def test_the_same_file_is_refused_the_second_time_unless_it_is_meant(review):
    submit(review, _reading(), "Homes")
    with pytest.raises(AlreadyImported, match="already"):
        submit(review, _reading(), "Homes")
    assert entries.count(review) == 2
    submit(review, _reading(), "Homes", again=True)
    assert entries.count(review) == 4


def test_a_file_that_brings_nothing_is_not_imported(review):
    with pytest.raises(NoTable):
        submit(review, read_bytes("none.xlsx", workbook(("A", [["Date", "Event"]]))), "Homes")
    assert submissions.listing(review) == []
    assert review.journal.status().undo is None


def test_stopping_half_way_leaves_the_review_as_it_was(review):
    class Stop:
        def step(self, *_):
            raise Cancelled

    with pytest.raises(Cancelled):
        submit(review, _reading(), "Homes", progress=Stop())
    assert submissions.listing(review) == []
    assert agencies.listing(review) == []
    assert review.journal.status().undo is None
