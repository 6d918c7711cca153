import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from dhr_desktop.base.errors import UserError
from dhr_desktop.ui.common.jobs import JobRunner


class Refused(UserError):
    code = "Z001"


def until_idle(qtbot, jobs):
    qtbot.waitUntil(lambda: not jobs.busy)


def test_work_is_done_in_another_thread_and_its_result_comes_back_to_the_window(qtbot, jobs):
    seen = []
    jobs.run(lambda _: threading.get_ident(), "Working", lambda there: seen.append((there, threading.get_ident())))

    until_idle(qtbot, jobs)

    [(there, here)] = seen
    assert here == threading.get_ident() != there


def test_writing_work_is_done_in_the_order_it_was_given(qtbot, jobs):
    seen = []
    for number in range(20):
        jobs.run(lambda _, number=number: number, "Working", seen.append)

    until_idle(qtbot, jobs)

    assert seen == list(range(20))


def test_reading_does_not_wait_for_writing(qtbot, jobs):
    gate = threading.Event()
    read = []
    jobs.run(lambda _: gate.wait(10), "Writing")
    jobs.read(lambda _: "found", "Reading", read.append)

    qtbot.waitUntil(lambda: read == ["found"])
    assert jobs.busy
    gate.set()
    until_idle(qtbot, jobs)


def test_a_dropped_reference_loses_no_result(qtbot, jobs):
    seen = []
    jobs.run(lambda _: "kept", "Working", seen.append)
    gc.collect()

    until_idle(qtbot, jobs)

    assert seen == ["kept"]


def test_a_result_for_a_page_that_is_gone_goes_nowhere(qtbot, jobs):
    gate = threading.Event()
    seen = []
    page = QLabel()
    jobs.run(lambda _: gate.wait(10), "Working", seen.append, owner=page)
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    gate.set()
    until_idle(qtbot, jobs)

    assert seen == []


def test_cancelled_work_stops_at_its_next_step_and_says_nothing(qtbot, jobs):
    begun, told = threading.Event(), []

    def work(progress):
        begun.set()
        while True:
            progress.step(1, 2, "Working")

    job = jobs.run(work, "Working", told.append, told.append)
    assert begun.wait(10)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    until_idle(qtbot, jobs)

    assert told == []


def test_work_cancelled_before_its_turn_is_never_begun(qtbot, jobs):
    gate = threading.Event()
    begun = []
    jobs.run(lambda _: gate.wait(10), "Working")
    jobs.run(begun.append, "Working").cancel()
    gate.set()
    until_idle(qtbot, jobs)

    assert begun == []


def refuse(_):
    raise Refused("The file is locked.", "Close it in the other program.")


def test_what_the_chair_can_put_right_goes_to_the_page_that_asked(qtbot, jobs):
    seen = []
    jobs.run(refuse, "Working", failed=seen.append)
    until_idle(qtbot, jobs)

    assert [error.code for error in seen] == ["Z001"]


def test_what_no_page_takes_goes_to_the_window(qtbot, jobs):
    with qtbot.waitSignal(jobs.refused) as told:
        jobs.run(refuse, "Working")

    assert told.args[0].code == "Z001"
    until_idle(qtbot, jobs)


def test_a_fault_of_ours_is_raised_in_the_window_and_later_work_still_runs(qtbot, jobs):
    seen = []
    with qtbot.captureExceptions() as raised:
        jobs.run(lambda _: 1 // 0, "Working", seen.append)
        jobs.run(lambda _: "after", "Working", seen.append)
        until_idle(qtbot, jobs)

    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert seen == ["after"]


def test_work_that_takes_long_is_shown_and_quick_work_is_not(qtbot, monkeypatch):
    monkeypatch.setattr(JobRunner, "patience", 0)
    jobs = JobRunner()
    gate = threading.Event()
    with qtbot.waitSignal(jobs.slow) as told:
        long = jobs.run(lambda _: gate.wait(10), "Importing")
    assert told.args == [long]
    gate.set()
    until_idle(qtbot, jobs)
    with qtbot.assertNotEmitted(jobs.slow, wait=20):
        monkeypatch.setattr(JobRunner, "patience", 60_000)
        jobs.run(lambda _: None, "Looking")
        until_idle(qtbot, jobs)
    jobs.shut_down()


def test_shutting_down_stops_the_work_and_calls_nobody(qtbot):
    jobs, begun, told = JobRunner(), threading.Event(), []

    def work(progress):
        begun.set()
        while True:
            progress.step(0, 0, "Working")

    jobs.run(work, "Working", told.append)
    assert begun.wait(10)
    jobs.shut_down()
    qtbot.wait(1)

    assert not jobs.busy
    assert told == []


@pytest.mark.parametrize("kind", ["run", "read"])
def test_a_callback_bound_to_a_page_needs_no_owner(qtbot, jobs, kind):
    page = QLabel()
    qtbot.addWidget(page)
    getattr(jobs, kind)(lambda _: "412 entries", "Counting", page.setText)
    until_idle(qtbot, jobs)

    assert page.text() == "412 entries"


def test_nothing_that_work_knew_of_outlives_it(qtbot, jobs):
    class Known:
        """Stands for the page and the review that work is given."""

    def read() -> weakref.ref:
        known = Known()
        jobs.read(lambda _: known, "Reading")
        return weakref.ref(known)

    left = [read() for _ in range(400)]

    until_idle(qtbot, jobs)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert [each for each in left if each() is not None] == []
