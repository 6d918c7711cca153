"""Every test runs off the screen, in a home of its own, without a network and without a warning in the log."""

import gc
import itertools
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.waiting import PromptBot

# No deadline: how fast a shared machine is today is no fact about the program. `dev.py faults` looks for longer.
settings.register_profile("quick", deadline=None)
settings.register_profile("long", deadline=None, max_examples=2_000)
settings.load_profile("quick")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

_HOME_VARIABLES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".run",
}
_LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
_TALKS = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
_LONGEST_FIRST = (
    "house/test_checks.py",
    "tests/journeys/",
    "tests/faults/",
    "_machine.py",
    "tests/ui/shell/",
    "house/test_access",
    "tests/golden/",
    "tests/ui/",
)
_IN_MEMORY = Path("/dev/shm")
_ROOM = 2**30
_SESSION_HOME = pytest.StashKey[Path]()
_attempts: list[str] = []
_numbers = itertools.count(1)


class NetworkUsed(AssertionError):
    """Something tried to reach a network."""


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_refuse_networks)
    _keep_files_in_memory()
    config.stash[_SESSION_HOME] = home = Path(tempfile.mkdtemp(prefix="home-"))
    os.environ.update(_places_in(home))


def _keep_files_in_memory() -> None:
    """Have the tests' files where syncing costs nothing, if the machine has such a place and nobody chose another.

    The store syncs each step, and thousands of tests make a store: a disk takes longer over that than all else does.
    """
    roomy = os.access(_IN_MEMORY, os.W_OK | os.X_OK) and shutil.disk_usage(_IN_MEMORY).free >= _ROOM
    if roomy and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = tempfile.tempdir = str(_IN_MEMORY)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process is left alone with one of them at the end."""
    items.sort(key=_place_in_line)


def _place_in_line(item: pytest.Item) -> int:
    last = len(_LONGEST_FIRST)  # asked of a list while it is sorted, it would be nothing
    return next((place for place, long in enumerate(_LONGEST_FIRST) if long in item.nodeid), last)


def pytest_collection() -> None:
    gc.disable()  # nothing that is collected is let go, and to look for it costs more than to read the tests


def pytest_collection_finish() -> None:
    gc.enable()
    gc.freeze()  # thousands of tests that live to the end need no looking through while they run


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_SESSION_HOME], ignore_errors=True)


def _refuse_networks(event: str, arguments: tuple[object, ...]) -> None:
    # An address that is a path is a socket of this machine, such as D-Bus; a tuple is a network's.
    if event in _LOOK_UPS or (event in _TALKS and isinstance(arguments[-1], tuple)):
        _attempts.append(event)
        raise NetworkUsed(event)


def _places_in(home: Path) -> dict[str, str]:
    for place in _HOME_VARIABLES.values():
        (home / place).mkdir(parents=True, exist_ok=True, mode=0o700)
    return {name: str(home / place) for name, place in _HOME_VARIABLES.items()}


@pytest.fixture(autouse=True)
def home(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder that the program sees: empty, and this test's own.

    It is counted here: pytest's own numbering reads the folder of all before it for each new one, in the end for
    longer than most tests take.
    """
    folder = pytestconfig.stash[_SESSION_HOME] / f"test-{next(_numbers)}"
    for name, place in _places_in(folder).items():
        monkeypatch.setenv(name, place)
    return folder


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PromptBot:
    """The bot of pytest-qt, which waits no longer than it must."""
    del qapp
    return PromptBot(request)


@pytest.fixture(autouse=True)
def network_attempts() -> Iterator[list[str]]:
    """What tried to reach a network; a test that leaves anything here fails, even if the refusal was swallowed."""
    _attempts.clear()
    yield _attempts
    assert not _attempts, "the program tried to reach a network"


@pytest.fixture(autouse=True)
def _quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    loud = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and record.name.startswith("dhr_desktop")
    ]
    assert not loud, loud
