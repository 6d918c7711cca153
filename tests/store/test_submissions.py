"""What an agency sent is kept as it came: the file's bytes, and each row as it stood."""

import hashlib

import pytest
from sqlcipher3 import dbapi2

from dhr_desktop.domain.entries import Outcome, SourceRow
from dhr_desktop.store import submissions
from dhr_desktop.store.submissions import NewSubmission
from tests.store.made import agency, imported

DATA = bytes(range(256)) * 100


def sent(review, data: bytes = DATA, **fields) -> int:
    surgery = agency(review)
    with review.journal.step("Import"):
        return submissions.add(review, NewSubmission(surgery, "gp.xlsx", data, "The surgery", "2026-11-23", **fields))


def source(submission: int, table: str = "Sheet1", row: int = 2, **fields) -> SourceRow:
    given = {"headings": ("Date", "Event"), "cells": ("5/4/16", "Seen."), "outcome": Outcome.IMPORTED, "reason": ""}
    return SourceRow(0, submission, table, row, **{**given, **fields})


def test_a_submission_comes_back_with_its_bytes_and_digest(review):
    new = sent(review, layout={"sheet": "Sheet1", "header": 3})
    found = submissions.get(review, new)

    assert found.file_name == "gp.xlsx"
    assert found.size == len(DATA)
    assert found.sha256 == hashlib.sha256(DATA).hexdigest()
    assert submissions.original(review, new) == DATA
    assert submissions.sender(review, new) == "The surgery"
    assert submissions.layout(review, new) == {"sheet": "Sheet1", "header": 3}
    assert submissions.listing(review) == [found]


def test_the_same_bytes_sent_twice_are_known_and_kept_once(review):
    first = sent(review)
    assert submissions.with_sha256(review, hashlib.sha256(b"other").hexdigest()) is None
    second = sent(review)

    assert submissions.with_sha256(review, hashlib.sha256(DATA).hexdigest()).id == first
    assert submissions.original(review, second) == DATA
    assert review.read.value("SELECT count(*) FROM original") == 1


def test_an_empty_file_is_kept_too(review):
    assert submissions.original(review, sent(review, b"")) == b""


def test_the_journal_does_not_copy_the_bytes(review):
    sent(review, DATA * 40)

    assert review.read.value("SELECT sum(length(new)) FROM change") < 2_000


def test_rows_come_back_as_they_stood_in_their_order(review):
    new = sent(review)
    rows = [
        source(new, "Sheet1", 2),
        source(new, "Sheet2", 2, headings=("When", "What", "Who"), cells=("", "Line one\nline two", "É \0")),
        source(new, "Sheet1", 3, outcome=Outcome.SKIPPED, reason="A total."),
        source(new, "Sheet1", 9, outcome=Outcome.ERROR, reason="No date.", cells=()),
    ]
    with review.journal.step("Add rows"):
        ids = submissions.add_rows(review, rows)
        more = submissions.add_rows(review, [source(new, "Sheet1", 10)])
    found = submissions.rows(review, new)

    assert [row.id for row in found] == [*ids, *more]
    assert [(row.table, row.row, row.headings, row.cells, row.outcome, row.reason) for row in found[:4]] == [
        (row.table, row.row, row.headings, row.cells, row.outcome, row.reason) for row in rows
    ]
    assert submissions.row(review, ids[1]) == found[1]
    assert review.read.value("SELECT count(*) FROM source_table") == 2


def test_what_is_not_there_is_said_to_be_missing(review):
    for look_up in (submissions.get, submissions.original, submissions.row, submissions.sender, submissions.layout):
        with pytest.raises(LookupError):
            look_up(review, 99)


def test_counts_that_do_not_add_up_are_refused(review):
    new = sent(review)
    with review.journal.step("Count"):
        submissions.set_counts(review, new, rows=10, imported=7, skipped=2, errors=1)
        with pytest.raises(ValueError, match="imported, skipped or in error"):
            submissions.set_counts(review, new, rows=10, imported=7, skipped=2, errors=0)

    found = submissions.get(review, new)
    assert (found.rows, found.imported, found.skipped, found.errors) == (10, 7, 2, 1)


@pytest.mark.parametrize(
    "write",
    [
        "UPDATE source_row SET cells = '[]'",
        "UPDATE source_table SET headings = '[]'",
        "DELETE FROM source_row",
        "DELETE FROM source_table",
        "INSERT OR REPLACE INTO source_row SELECT * FROM source_row",
        "UPDATE original SET data = x''",
        "DELETE FROM original",
    ],
)
def test_nothing_an_agency_wrote_can_be_changed_even_inside_a_step(review, write):
    imported(review, ["one", "two"])
    before = submissions.rows(review, 1), submissions.original(review, 1)

    with review.journal.step("Meddle"), pytest.raises(dbapi2.IntegrityError, match="never"):
        review.write.execute(write)
    assert (submissions.rows(review, 1), submissions.original(review, 1)) == before


def test_an_agencys_rows_go_and_come_with_their_import(review):
    imported(review, ["one", "two"])
    before = submissions.rows(review, 1)
    review.journal.undo()
    assert review.read.value("SELECT count(*) FROM source_row") == 0

    review.journal.redo()
    assert submissions.rows(review, 1) == before
