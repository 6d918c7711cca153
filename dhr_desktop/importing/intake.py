"""Takes in what a chair hands over: files, whole folders, .zip files of submissions, a table from the clipboard."""

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.files import in_words
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import containers, limits, problems
from dhr_desktop.importing.opening import READ_KINDS

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = (".xlsx", ".xlsm", ".xlsb", ".docx", ".docm", ".ods", ".odt")
_OF_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_LOCK_FILES = ("~$", ".~lock.", "._")
_ENCRYPTED = 0x1
PASTED = "Pasted table"
"""What a table from the clipboard is called until the chair names its agency."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that was handed over: its name and bytes, or the sentence why it could not be had.

    `came_in` is the .zip or the folder that it came in, '' for a file handed over by itself.
    """

    name: str
    data: bytes = field(default=b"", repr=False)
    error: UserError | None = None
    came_in: str = ""
    path: Path | None = None
    source: Path | None = None
    """What to read to have it again: the file itself or the .zip that it came in; None for what was pasted."""


def gather(paths: Iterable[Path], progress: Progress = UNWATCHED, password: str = "") -> list[Arrival]:
    """Every file among `paths`, in the folders among them and in the .zip files among those.

    Of a folder's files those of kinds that are never read are left out, and so is what systems and Office leave
    beside a file; a file handed over by itself is always among the arrivals, with its sentence if need be.
    `password` opens the .zip files that need one.
    """
    found: list[Arrival] = []
    listed = list(_files(paths))
    for done, (path, came_in) in enumerate(listed):
        progress.step(done, len(listed), f"Opening {path.name}")
        if len(found) >= limits.MOST_FILES:
            found.append(Arrival(path.name, error=problems.too_many(limits.MOST_FILES)))
            break
        found.extend(_arrivals(path, came_in, password))
    return found


def is_as_read(arrival: Arrival) -> bool:
    """Whether the file still holds what was read; one that is gone, or that may not be read any more, is as it was."""
    if arrival.path is None or not arrival.data:
        return True
    try:
        return read_steadily(arrival.path) == arrival.data
    except problems.Changing:
        return False
    except UserError:
        return True


def again(arrival: Arrival) -> Arrival:
    """A file as it stands on the disk now; what came in a .zip or was pasted stays as it was."""
    if arrival.path is None:
        return arrival
    try:
        return replace(arrival, data=read_steadily(arrival.path), error=None)
    except UserError as error:
        return replace(arrival, data=b"", error=error)


def from_clipboard(html: str, text: str) -> Arrival:
    """A table that was copied from a spreadsheet, a web page or an e-mail. Raises `NoTable` where none was."""
    if "<table" in html.lower():
        return Arrival(f"{PASTED}.html", html.encode("utf-8"))
    if "\t" in text or "\n" in text.strip():
        return Arrival(f"{PASTED}.txt", text.encode("utf-8"))
    raise problems.nothing_pasted()


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    seen: set[Path] = set()
    for path in paths:
        folder = path.is_dir()
        for one in _in_folder(path, limits.DEEPEST) if folder else [path]:
            came_in = path.name if folder else ""
            if one not in seen:
                seen.add(one)
                yield one, came_in


def _in_folder(folder: Path, depth: int) -> Iterator[Path]:
    with in_words(folder, "read"):
        inside = sorted(folder.iterdir(), key=lambda one: one.name.lower())
    for one in inside:
        if _is_litter(one.name) or one.is_symlink():
            continue
        if one.is_dir():
            if depth:
                yield from _in_folder(one, depth - 1)
        elif one.suffix.lower() in (*READ_KINDS, ".zip") or one.suffix.lower() in problems.UNREAD_KINDS:
            yield one


def _is_litter(name: str) -> bool:
    """Whether a system or Office has left the file beside another, for its own use."""
    return name in _OF_SYSTEMS or name.startswith(_LOCK_FILES)


def _arrivals(path: Path, came_in: str, password: str) -> Iterator[Arrival]:
    try:
        data = read_steadily(path)
    except UserError as error:
        yield Arrival(path.name, error=error, came_in=came_in, path=path, source=path)
        return
    if data.startswith(_ZIP) and path.suffix.lower() not in _OFFICE and _is_folder_of_files(path.name, data):
        yield from _unpacked(path, data, password)
    else:
        yield Arrival(path.name, data, came_in=came_in, path=path, source=path)


def read_steadily(path: Path) -> bytes:
    """The bytes of a file that nobody was writing meanwhile.

    Raises `FileProblem`, or `Changing` when its size or time is another after reading than before; and refuses what
    is no plain file, such as a device, which may never end.
    """
    with in_words(path, "read"):
        before = path.stat()
        if stat.S_ISDIR(before.st_mode):
            raise IsADirectoryError
        if not stat.S_ISREG(before.st_mode):
            raise problems.no_plain_file(path.name)
        if before.st_size > limits.MOST_BYTES:
            raise problems.too_large(path.name)
        data = path.read_bytes()
        after = path.stat()
    if len(data) != after.st_size or _state(before) != _state(after):
        raise problems.changing(path.name)
    return data


def _state(told: os.stat_result) -> tuple[int, int]:
    return told.st_size, told.st_mtime_ns


def _is_folder_of_files(name: str, data: bytes) -> bool:
    try:
        return containers.kind_of(name, Path(name).suffix.lower(), data) == ".zip"
    except UserError:
        return True  # it is told when it is unpacked


def _unpacked(path: Path, data: bytes, password: str) -> Iterator[Arrival]:
    name = path.name
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            listed = [part for part in parts.infolist() if not part.is_dir() and not _is_hidden(part.filename)]
            containers.check_unfolding(name, listed)
            if len(listed) > limits.MOST_FILES:
                raise problems.too_many(limits.MOST_FILES)
            if not listed:
                raise problems.empty(name)
            if any(part.flag_bits & _ENCRYPTED for part in listed) and not password:
                raise problems.password_needed(name)
            for part in listed:
                yield replace(_part(parts, part, name, password), source=path)
    except UserError as error:
        yield Arrival(name, error=error, path=path, source=path)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError):
        yield Arrival(name, error=problems.not_this_kind(name, "a .zip folder"), source=path)


def _part(parts: zipfile.ZipFile, part: zipfile.ZipInfo, came_in: str, password: str) -> Arrival:
    """One file of a .zip, by its last name alone: nothing is ever written, so where it says to go does not matter."""
    name = PurePosixPath(part.filename.replace("\\", "/")).name or came_in
    try:
        with parts.open(part, pwd=password.encode() or None) as file:
            data = file.read(limits.MOST_BYTES + 1)
    except RuntimeError:
        return Arrival(name, error=problems.password_needed(came_in, wrong=True), came_in=came_in)
    except NotImplementedError:
        return Arrival(name, error=problems.unopenable(name), came_in=came_in)
    if len(data) > limits.MOST_BYTES:
        return Arrival(name, error=problems.too_large(name), came_in=came_in)
    return Arrival(name, data, came_in=came_in)


def _is_hidden(name: str) -> bool:
    places = PurePosixPath(name.replace("\\", "/")).parts
    return not places or any(place in _OF_SYSTEMS for place in places) or _is_litter(places[-1])
