"""A fault of ours closes the store, and the report of it tells nothing of the case."""

import subprocess
import sys
import threading

import pytest

from dhr_desktop.app import crash
from dhr_desktop.base.errors import Cancelled, UserError
from dhr_desktop.domain import dates

SECRET = "Kerry Aldermarsh"


class Refused(UserError):
    code = "Z001"


@pytest.fixture
def closed():
    return []


@pytest.fixture
def faults(qapp, tmp_path, closed):
    del qapp
    made = crash.Faults(tmp_path / "faults", lambda: closed.append("closed"))
    made.install()
    yield made
    made.uninstall()


def meet(value):
    sys.excepthook(type(value), value, value.__traceback__)


def kept(tmp_path):
    return sorted((tmp_path / "faults").glob(crash.REPORTS))


def test_the_store_is_closed_before_the_window_is_told(faults, closed):
    faults.met.connect(lambda _: closed.append("told"))

    meet(ValueError(SECRET))

    assert closed == ["closed", "told"]


@pytest.mark.usefixtures("faults")
def test_the_report_names_types_and_our_lines_and_no_value(tmp_path):
    with pytest.raises(dates.NotEdtf) as first:
        dates.parse(SECRET)
    problem = KeyError(SECRET)
    problem.__cause__ = first.value

    meet(problem)

    [report] = kept(tmp_path)
    words = report.read_text()
    assert "builtins.KeyError" in words
    assert "dhr_desktop/domain/dates.py:" in words
    assert SECRET not in words


@pytest.mark.usefixtures("faults")
def test_the_report_is_private_and_only_the_last_ten_are_kept(tmp_path):
    for _ in range(12):
        meet(ValueError(SECRET))

    assert 1 <= len(kept(tmp_path)) <= 10
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o777 for path in kept(tmp_path)} == {0o600}


def test_a_sentence_for_the_chair_is_no_fault(faults, closed, tmp_path):
    shown = []
    faults.refused.connect(shown.append)

    meet(Refused("The file is locked.", "Close it, then try again."))

    assert [error.code for error in shown] == ["Z001"]
    assert (closed, kept(tmp_path)) == ([], [])


@pytest.mark.usefixtures("faults")
def test_work_that_was_stopped_is_no_fault(closed, tmp_path):
    meet(Cancelled())

    assert (closed, kept(tmp_path)) == ([], [])


def test_a_fault_in_another_thread_is_dealt_with_in_the_window(qtbot, faults):
    told = []
    faults.met.connect(lambda _: told.append(threading.current_thread()))

    stray = threading.Thread(target=lambda: 1 // 0)
    stray.start()
    stray.join()
    qtbot.waitUntil(lambda: bool(told))

    assert told == [threading.main_thread()]


@pytest.mark.usefixtures("qapp")
def test_a_fault_while_a_fault_is_dealt_with_does_not_begin_again(tmp_path):
    closings = []

    def close():
        closings.append(1)
        meet(ValueError(SECRET))

    made = crash.Faults(tmp_path / "faults", close)
    made.install()
    meet(ValueError(SECRET))
    made.uninstall()

    assert closings == [1]


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_cannot_be_written_is_no_second_fault(tmp_path, closed):
    (tmp_path / "file").write_bytes(b"")
    made = crash.Faults(tmp_path / "file" / "faults", lambda: closed.append("closed"))
    made.install()
    meet(ValueError(SECRET))
    made.uninstall()

    assert closed == ["closed"]


ABRUPT = """
import ctypes, sys
from pathlib import Path
from dhr_desktop.app.crash import watch_for_abrupt_ends
name = sys.argv[2]
watch_for_abrupt_ends(Path(sys.argv[1]))
ctypes.string_at(0)
"""


def test_an_abrupt_end_is_told_at_the_next_start_and_only_then(tmp_path):
    ended = subprocess.run([sys.executable, "-c", ABRUPT, str(tmp_path), SECRET], capture_output=True, check=False)
    asking = "import sys, pathlib; from dhr_desktop.app.crash import watch_for_abrupt_ends as watch; "
    asking += "print(watch(pathlib.Path(sys.argv[1])))"
    told = [
        subprocess.run([sys.executable, "-c", asking, str(tmp_path)], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]

    assert ended.returncode != 0
    assert "Current thread" in told[0]
    assert SECRET not in told[0]
    assert told[1].strip() == ""
