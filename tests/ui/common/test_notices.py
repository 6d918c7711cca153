"""The window hears of every step, in its own thread, whoever wrote it."""

import threading

from dhr_desktop.store import agencies
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.ui.common.notices import Notices


def add(review, name, initiator=None):
    with review.journal.step(f"Add {name}", initiator):
        agencies.add(review, name)


def test_a_step_of_the_window_is_heard_at_once(review, window):
    heard = []
    notices = Notices(review.journal, window)
    notices.changed.connect(heard.append)

    add(review, "Housing")

    assert [change.label for change in heard] == ["Add Housing"]


def test_a_step_of_another_thread_is_heard_in_the_windows_thread(qtbot, context, review):
    heard = []
    context.notices.changed.connect(lambda change: heard.append((change.label, threading.current_thread())))

    context.jobs.run(lambda _: add(review, "Housing"), "Adding")
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == [("Add Housing", threading.main_thread())]


def test_the_page_that_wrote_a_step_can_tell_its_own_echo(review, window):
    heard = []
    notices = Notices(review.journal, window)
    notices.changed.connect(lambda change: heard.append(change.initiator is window))

    add(review, "Housing", initiator=window)
    review.journal.undo()

    assert heard == [True, False]


def test_notices_that_have_stopped_hear_nothing(review, window):
    heard = []
    notices = Notices(review.journal, window)
    notices.changed.connect(heard.append)
    notices.stop()

    add(review, "Housing")

    assert heard == []


def test_what_is_refused_after_a_step_of_another_thread_is_heard_in_the_windows_thread(qtbot, context, review):
    heard = []
    context.notices.refused.connect(lambda problem: heard.append((problem.code, threading.current_thread())))

    def refuse(_):
        raise StoreProblem("The disk is full.", "Free some space.")

    review.journal.subscribe(refuse)
    context.jobs.run(lambda _: add(review, "Housing"), "Adding")
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == [("S012", threading.main_thread())]
    assert [agency.name for agency in agencies.listing(review)] == ["Housing"]
