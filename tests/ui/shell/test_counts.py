"""The rail says how much is left on a page, and counting for it comes after all other work."""

import re

import pytest
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.entries import Doubt
from dhr_desktop.domain.events import Question
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import events, questions
from dhr_desktop.timeline.same_event.suggesting import suggest
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.shell import counts
from dhr_desktop.ui.shell.counts import Counts
from dhr_desktop.ui.shell.room import ReviewRoom
from tests.store import made

DOUBT = Doubt("approximate", "date", "Only about when.")
LONG = 30_000


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(Counts, "quiet", 0)


@pytest.fixture
def review(room: ReviewRoom) -> Review:
    return room.review


def said(room: ReviewRoom, page: str) -> str:
    return room.rail.buttons[page].accessibleName()


def bring_in(review: Review) -> None:
    """The files of two agencies."""
    for name in ("01_Ravenshire_Constabulary_DHR_chronology.xlsx", "07_Ambulance_CAD_extract.csv"):
        path = resources.path("sample/aldermarsh/submissions") / name
        submit(review, read_file(path), path.stem)


def first_number(words: str) -> int:
    found = re.search(r"\d+", words)
    return int(found[0]) if found else 0


def test_doubts_and_open_questions_are_counted_as_they_come_and_go(room: ReviewRoom, review: Review, qtbot: QtBot):
    police = made.agency(review, "Ravenshire Constabulary")
    made.add(review, made.entry(police, doubts=(DOUBT,)))
    asked = questions.raise_question(review, Question(0, police, "Who attended?"))
    qtbot.waitUntil(lambda: said(room, "questions") == "Questions, 1 open")
    qtbot.waitUntil(lambda: said(room, "doubts") == "Doubts, 1 left")
    questions.remove(review, asked.id)
    qtbot.waitUntil(lambda: said(room, "questions") == "Questions")


def test_suggestions_are_counted_until_they_are_answered(room: ReviewRoom, review: Review, qtbot: QtBot):
    bring_in(review)
    qtbot.waitUntil(lambda: said(room, "events").endswith(" suggested"), timeout=LONG)
    before = first_number(said(room, "events"))
    names = {agency.id: agency.name for agency in agencies.listing(review)}
    surest = suggest(list(entries.iterate(review)), names)[0]
    events.group(review, surest.entry_ids)
    qtbot.waitUntil(lambda: first_number(said(room, "events")) == before - 1, timeout=LONG)


def test_a_disagreement_is_counted_when_accounts_are_grouped(room: ReviewRoom, review: Review, qtbot: QtBot):
    police, surgery = made.agency(review, "Ravenshire Constabulary"), made.agency(review, "Millpond Surgery")
    ids = made.add(
        review,
        made.entry(police, "2016-04-05", "Call to the address.", time="21:30"),
        made.entry(surgery, "2016-04-08", "Call to the address.", time="09:15"),
    )
    events.group(review, ids)
    qtbot.waitUntil(lambda: said(room, "disagreements").endswith(" open"))


def test_in_a_large_review_only_the_page_itself_counts(room: ReviewRoom, review: Review, qtbot: QtBot, monkeypatch):
    monkeypatch.setattr(counts, "_SMALL", 1)
    bring_in(review)
    qtbot.waitUntil(lambda: not room.counts._stale and not room.jobs.busy, timeout=LONG)
    assert said(room, "events") == "Events"
    room.ways.left_to_do.emit("events", 7)
    assert said(room, "events") == "Events, 7 suggested"


def test_counting_that_fails_is_left_until_something_changes_and_tells_nobody(
    room: ReviewRoom, review: Review, qtbot: QtBot, monkeypatch
):
    tried: list[frozenset[str]] = []

    def numbers(_self, wanted: frozenset[str], _progress: Progress) -> dict[str, int]:
        tried.append(wanted)
        raise StoreProblem("The disk failed.", "Check the disk.")

    monkeypatch.setattr(counts._WorkedOut, "numbers", numbers)
    refused: list[object] = []
    room.jobs.refused.connect(refused.append)
    police = made.agency(review, "Ravenshire Constabulary")
    qtbot.waitUntil(lambda: bool(tried))
    qtbot.wait(100)
    assert (len(tried), refused) == (1, [])
    made.add(review, made.entry(police))
    qtbot.waitUntil(lambda: len(tried) == 2)


def test_what_changes_while_it_is_counted_is_counted_once_more(
    room: ReviewRoom, review: Review, qtbot: QtBot, monkeypatch
):
    tried: list[frozenset[str]] = []

    def numbers(_self, wanted: frozenset[str], _progress: Progress) -> dict[str, int]:
        tried.append(wanted)
        if len(tried) == 1:  # a step that is told of before the count has come back, and that no other reading follows
            first, second = (entry.id for entry in entries.iterate(review))
            events.reject(review, [first, second])
        return {"events": len(tried)}

    police, surgery = made.agency(review, "Ravenshire Constabulary"), made.agency(review, "Millpond Surgery")
    made.add(review, made.entry(police), made.entry(surgery))
    qtbot.waitUntil(lambda: not room.counts._stale and not room.jobs.busy, timeout=LONG)
    monkeypatch.setattr(counts._WorkedOut, "numbers", numbers)
    room.counts._count({"events"})
    qtbot.waitUntil(lambda: said(room, "events") == "Events, 2 suggested")


def test_counting_gives_way_to_other_work_and_is_done_afterwards(
    room: ReviewRoom, review: Review, qtbot: QtBot, monkeypatch
):
    begun: list[Progress] = []

    def numbers(_self, _wanted: frozenset[str], progress: Progress) -> dict[str, int]:
        begun.append(progress)
        while len(begun) == 1:
            progress.step(0, 0, "")  # for ever, unless it is stopped
        return {"events": 3}

    monkeypatch.setattr(counts._WorkedOut, "numbers", numbers)
    monkeypatch.setattr(JobRunner, "patience", 0)
    slow: list[str] = []
    room.jobs.slow.connect(lambda job: slow.append(job.doing))
    made.agency(review, "Ravenshire Constabulary")
    qtbot.waitUntil(lambda: len(begun) == 1)
    qtbot.wait(50)
    assert "Counting what is left to do" not in slow, "nobody waits for it"
    read: list[int] = []
    room.jobs.read(lambda _progress: 7, "Reading", read.append)
    qtbot.waitUntil(lambda: read == [7])
    qtbot.waitUntil(lambda: said(room, "events") == "Events, 3 suggested")
