"""A fault of ours: the store is closed first, then a report is kept that tells nothing of the case.

The report holds types, versions and our own file lines, never a value or a message: either may carry an agency's
words. What Qt or the interpreter cannot survive is left to `faulthandler`, whose file names functions and lines only.
"""

import contextlib
import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

import dhr_desktop
from dhr_desktop.base import files
from dhr_desktop.base.clock import now
from dhr_desktop.base.errors import Cancelled, UserError

REPORTS = "fault-*.txt"
ABRUPT_FILE = "abrupt.txt"
_KEPT = 10
_PARTS = ("PySide6-Essentials", "sqlcipher3", "cryptography")
_OURS = Path(dhr_desktop.__file__).parent


class Faults(QObject):
    """Takes what nobody else took, from every thread, and deals with it in the window's thread."""

    met = Signal(str)
    """A fault was met: the store is closed, and this is the report, which the chair may copy."""
    refused = Signal(object)
    """A `UserError` that no page showed. It is no fault; it only wants showing."""
    _elsewhere = Signal(object)

    def __init__(self, folder: Path, close_first: Callable[[], object], parent: QObject | None = None) -> None:
        """Keep reports in `folder`; `close_first` locks the library before anything else is done."""
        super().__init__(parent)
        self._folder = folder
        self._close_first = close_first
        self._dealing = False
        self._elsewhere.connect(self._deal, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of Python's own hooks, which would write values to the terminal."""
        sys.excepthook = self._in_this_thread
        threading.excepthook = self._in_a_thread
        sys.unraisablehook = self._in_passing

    def uninstall(self) -> None:
        """Give the places back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def _in_this_thread(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        del kind, trace  # the value carries both
        self._take(value)

    def _in_a_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._take(arguments.exc_value)

    def _in_passing(self, unraisable: "sys.UnraisableHookArgs") -> None:
        if unraisable.exc_value is not None:
            self._keep(report_of(unraisable.exc_value))  # met while something was cleared away: nothing is at stake

    def _take(self, value: BaseException) -> None:
        if isinstance(value, Cancelled):
            return
        if threading.current_thread() is threading.main_thread():
            self._deal(value)
        else:
            self._elsewhere.emit(value)

    def _deal(self, value: BaseException) -> None:
        if isinstance(value, UserError):
            self.refused.emit(value)
            return
        report = report_of(value)
        if self._dealing:  # a fault met while a fault is dealt with: what could be closed is closed
            self._keep(report)
            return
        self._dealing = True
        try:
            self._close_first()
        finally:
            self._keep(report)
            self.met.emit(report)
            self._dealing = False

    def _keep(self, report: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(report)
        with contextlib.suppress(UserError, OSError):  # a report is never worth a second fault
            files.make_private_folder(self._folder)
            files.write_whole(self._folder / f"fault-{now().replace(':', '')}.txt", report.encode())
            for old in sorted(self._folder.glob(REPORTS))[:-_KEPT]:
                files.remove(old)


def report_of(value: BaseException) -> str:
    """What is known of a fault: its types, our lines that led to it, and versions."""
    lines = [f"DHR Desktop {dhr_desktop.__version__}, {now()}"]
    lines += [f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}"]
    lines += [f"{name} {_version(name)}" for name in _PARTS]
    for one in _chain(value):
        lines += ["", f"{type(one).__module__}.{type(one).__qualname__}", *_our_lines(one.__traceback__)]
    return "\n".join(lines) + "\n"


def watch_for_abrupt_ends(folder: Path) -> str:
    """Have the interpreter itself write down an abrupt end; gives what it wrote the last time, '' for nothing.

    Raises `FileProblem` when the folder cannot be written.
    """
    files.make_private_folder(folder)
    path = folder / ABRUPT_FILE
    before = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    files.write_whole(path, b"")  # private from its first byte
    # Open for as long as the process lives: nothing may be opened in the moment of a crash.
    faulthandler.enable(path.open("ab"))
    return before


def _chain(value: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = value
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _our_lines(trace: TracebackType | None) -> list[str]:
    lines, outside = [], False
    for frame, number in traceback.walk_tb(trace):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(_OURS):
            lines.append(f"  {file.relative_to(_OURS.parent).as_posix()}:{number} {frame.f_code.co_name}")
        outside = not file.is_relative_to(_OURS)
    return [*lines, "  and from there in a library"] if outside else lines


def _version(name: str) -> str:
    from importlib import metadata  # noqa: PLC0415 - a fortieth of a second that only a fault need cost

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # a frozen program may not carry it
        return "unknown"
