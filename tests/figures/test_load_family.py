"""Everything in Aldermarsh's people and family has a place of its own in a review, and can be printed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dhr_desktop.domain.editions import CONFIDENTIAL
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.report import reading_record
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.figures.load_family import FAMILY, load, lost
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, ReviewFacts("Aldermarsh", reference="ACSP/DHR/07"))
    load(made)
    yield made
    made.close()
    library.close()


def test_every_value_is_in_a_record_of_whom_it_was_said_of_and_none_is_in_a_note(review: Review):
    missing, total = lost(review)
    assert missing == []
    assert total > 1000


def test_a_value_that_is_lost_is_told(review: Review):
    with review.journal.step("Lose one"):
        review.write.execute("DELETE FROM wish WHERE id = 1")
    missing, _ = lost(review)
    assert [path for path, _ in missing] == ["wishes"]


def test_all_that_was_said_of_the_draft_is_printed(review: Review):
    checked = reading_record.draft(review, CONFIDENTIAL, "docx")
    printed = " ".join(words_of_docx(checked.data).split())
    family = json.loads(FAMILY.read_text(encoding="utf-8"))
    for one in family["feedback"]:
        for key in ("section", "comment", "response"):
            assert one[key] in printed
    for one in family["draft_reading_meetings"]:
        for key in ("draft", "place", "copies"):
            assert one[key] in printed
