"""A third version finds what the chair did on the first, though the second came in between."""

from dataclasses import replace

import pytest

from dhr_desktop.importing import revising
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.revising import Decisions
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import entries
from dhr_desktop.timeline import edit


def chronology(*events: str) -> bytes:
    return ("Date,Event\n" + "".join(f"{13 + place}/05/2014,{text}\n" for place, text in enumerate(events))).encode()


SISTER, SLEEP, NURSE = "Attended with her sister.", "Telephoned about sleep.", "Seen by the practice nurse."


def bring(review, older: int, name: str, *events: str, decisions: Decisions | None = None) -> int:
    revision = revising.plan(review, older, read_bytes(name, chronology(*events)))
    return revising.revise(review, revision, decisions).submission_id


@pytest.fixture
def first(review) -> int:
    return submit(review, read_bytes("v1.csv", chronology(SISTER, SLEEP, NURSE)), "Surgery").submission_id


def texts(review) -> list[str]:
    return [each.text for each in entries.iterate(review)]


def reword(review, before: str, **changes) -> int:
    (found,) = [each for each in entries.iterate(review) if each.text == before]
    edit.change_entry(review, replace(found, **changes))
    return found.id


def test_words_set_on_the_first_version_stand_through_the_third(review, first):
    reword(review, SISTER, text="Attended with her elder sister.")
    second = bring(review, first, "v2.csv", SISTER, "Telephoned about sleep and worry.", NURSE)
    bring(review, second, "v3.csv", SISTER, "Telephoned about worry and sleep.", NURSE)

    assert texts(review)[0] == "Attended with her elder sister."


def test_an_entry_worked_on_under_the_first_version_does_not_go_unasked_with_its_row_in_the_third(review, first):
    noted = reword(review, SISTER, comment="ask her")
    second = bring(review, first, "v2.csv", SISTER, "Telephoned about sleep and worry.", NURSE)
    without = chronology(SISTER, "Telephoned about worry and sleep.", NURSE).replace(
        f"13/05/2014,{SISTER}\n".encode(), b""
    )
    revision = revising.plan(review, second, read_bytes("v3.csv", without))

    assert noted in revision.stays
    assert noted not in revision.goes


def test_words_that_the_chair_chose_in_a_conflict_are_the_chairs_own_next_time(review, first):
    entry_id = reword(review, SLEEP, text="Telephoned, not sleeping.")
    chosen = Decisions({(entry_id, "text"): "Telephoned, not sleeping, worried."})
    second = bring(review, first, "v2.csv", SISTER, "Telephoned about sleep and worry.", NURSE, decisions=chosen)
    assert "Telephoned, not sleeping, worried." in texts(review)
    bring(review, second, "v3.csv", SISTER, "Telephoned about sleep and worry.", NURSE + " Referred.")

    assert "Telephoned, not sleeping, worried." in texts(review)


def test_a_row_that_was_gone_and_is_back_finds_the_entry_that_stayed_without_it(review, first):
    noted = reword(review, SLEEP, comment="ask her")
    second = bring(review, first, "v2.csv", SISTER)
    assert [each.code for each in entries.get(review, noted).doubts] == ["row-gone"]
    third = bring(review, second, "v3.csv", SISTER, SLEEP)

    assert texts(review) == [SISTER, SLEEP]
    kept = entries.get(review, noted)
    assert (kept.comment, kept.doubts, kept.submission_id) == ("ask her", (), third)
