"""The foot of the window tells slow work, lets it be stopped, and says truly whether everything is saved."""

import threading

import pytest

from dhr_desktop.ui.common.jobs import JobRunner


@pytest.fixture
def gate():
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch):
    monkeypatch.setattr(JobRunner, "patience", 0)


def test_slow_work_is_told_with_a_way_to_stop(inside, room, gate, qtbot):
    status = inside.status
    room.jobs.run(lambda _: gate.wait(10), "Importing")
    qtbot.waitUntil(status.bar.isVisible)

    assert status.doing.text() == "Importing"
    assert status.cancel.isVisible()

    gate.set()
    qtbot.waitUntil(lambda: not status.bar.isVisible())


def test_while_the_chair_is_asked_for_a_place_that_is_said_and_not_the_work_before_it(inside, room, gate, qtbot):
    status, seen = inside.status, []

    def made(_document):
        with room.jobs.asking("Choose where it is saved"):
            seen.append((status.doing.isVisible(), status.doing.text(), status.bar.isVisible()))
        seen.append((status.doing.isVisible(), status.doing.text(), status.bar.isVisible()))

    room.jobs.read(lambda _: gate.wait(10), "Making the document", made)
    qtbot.waitUntil(status.bar.isVisible)
    gate.set()
    qtbot.waitUntil(lambda: len(seen) > 1)

    assert seen == [(True, "Choose where it is saved", False), (False, "", False)]


def test_other_work_that_goes_on_while_the_chair_is_asked_can_still_be_stopped(inside, room, gate, qtbot):
    status = inside.status
    room.jobs.run(lambda _: gate.wait(10), "Importing")
    qtbot.waitUntil(status.bar.isVisible)
    with room.jobs.asking("Choose where it is saved"):
        pass

    assert (status.doing.text(), status.bar.isVisible(), status.cancel.isEnabled()) == ("Importing", True, True)


def test_the_bar_follows_the_work(inside, room, gate, qtbot):
    def work(progress):
        progress.step(30, 120, "Reading rows")
        gate.wait(10)

    room.jobs.run(work, "Importing")
    qtbot.waitUntil(lambda: inside.status.bar.isVisible() and inside.status.bar.value() == 30)

    assert inside.status.bar.maximum() == 120
    assert inside.status.doing.text() == "Reading rows"
    gate.set()


def test_stopping_is_said_at_once(inside, room, qtbot):
    def work(progress):
        while True:
            progress.step(0, 0, "Importing")

    job = room.jobs.run(work, "Importing")
    qtbot.waitUntil(inside.status.cancel.isVisible)
    with qtbot.waitSignal(job.cancelled):
        inside.status.cancel.click()
        assert inside.status.doing.text() == "Stopping…"
    qtbot.waitUntil(lambda: not inside.status.bar.isVisible())


def test_saved_is_said_in_a_review_only(inside, room):
    assert inside.status.saved.isVisible()
    assert inside.status.saved.text() == "All changes saved"
    assert room.shown == "overview"

    inside.orders["program.library"].trigger()

    assert not inside.status.saved.isVisible()


def test_saved_is_not_said_while_something_is_being_written(inside, room, gate, qtbot):
    room.jobs.run(lambda _: gate.wait(10), "Saving")
    qtbot.waitUntil(lambda: inside.status.saved.text() != "All changes saved", timeout=1000)

    gate.set()
    qtbot.waitUntil(lambda: inside.status.saved.text() == "All changes saved")
