"""A file is written entirely or not at all, is private, and every refusal of the machine becomes a sentence."""

import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dhr_desktop.base import files
from dhr_desktop.base.files import FileProblem

OLD = b"as it was"
posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions in another way")
ordinary_user = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="the administrator of a machine is refused nothing"
)

_WRITE = """
import sys
from pathlib import Path
from dhr_desktop.base import files
try:
    files.write_whole(Path(sys.argv[1]), bytes(1_000_000))
except files.FileProblem as problem:
    print(problem)
"""
_WRITE_WITH_A_LIMIT = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))" + _WRITE
_WRITE_FOR_EVER = """
import itertools, sys
from pathlib import Path
from dhr_desktop.base import files
for letter in itertools.cycle(b"ab"):
    files.write_whole(Path(sys.argv[1]), bytes([letter]) * 300_000)
    print(flush=True)
"""
_ON_A_SMALL_DISK = (
    'mount -t tmpfs -o size=256k none "$1" && printf "as it was" > "$1/a" && "$2" -c "$3" "$1/a" && cat "$1/a"'
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "chronology.docx"
    path.write_bytes(OLD)
    return path


def test_what_was_written_is_read_back(place):
    files.write_whole(place, b"new")

    assert files.read_bytes(place) == b"new"
    assert list(place.parent.iterdir()) == [place]


def test_a_name_of_any_alphabet_may_be_written(tmp_path):
    uncommon = tmp_path / "Zoë \N{RIGHT-TO-LEFT OVERRIDE}\u05ea\u05d9\u05e7 \N{CARD INDEX DIVIDERS}"
    files.write_whole(uncommon, b"new")

    assert files.read_bytes(uncommon) == b"new"


@posix
def test_a_new_file_and_a_new_folder_are_open_to_this_user_alone(tmp_path):
    folder = tmp_path / "library" / "reviews"
    files.make_private_folder(folder)
    files.write_whole(folder / "keys", b"new")

    assert stat.S_IMODE((folder / "keys").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_is_there_may_be_made_again(tmp_path):
    files.make_private_folder(tmp_path)

    assert tmp_path.is_dir()


def test_removing_what_is_not_there_is_no_fault(place):
    files.remove(place)
    files.remove(place)

    assert not place.exists()


def test_a_missing_file_is_named_without_its_folder(tmp_path):
    with pytest.raises(FileProblem) as caught:
        files.read_bytes(tmp_path / "gone.xlsx")

    assert caught.value.what == "“gone.xlsx” could not be found."
    assert str(tmp_path) not in str(caught.value)


@posix
def test_a_folder_in_place_of_a_file_is_called_a_folder(tmp_path):
    with pytest.raises(FileProblem, match="is a folder, not a file"):
        files.read_bytes(tmp_path)


@ordinary_user
def test_a_folder_without_write_permission_is_said_to_be_so_and_the_old_file_stays(place):
    place.parent.chmod(0o500)
    try:
        with pytest.raises(FileProblem, match="does not allow “chronology"):
            files.write_whole(place, b"new")
        assert place.read_bytes() == OLD
    finally:
        place.parent.chmod(0o700)


def test_a_file_where_the_folder_should_be_is_explained(place):
    with pytest.raises(FileProblem):
        files.make_private_folder(place / "reviews")

    assert place.read_bytes() == OLD


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "The disk is full"),
        (errno.EBUSY, "Another program is using"),
        (errno.EACCES, "does not allow"),
        (errno.EPERM, "does not allow"),
        (errno.EIO, "could not be written"),
        (errno.EROFS, "could not be written"),
    ],
)
def test_each_refusal_of_the_machine_has_its_sentence_and_a_next_step(number, words):
    problem = files.explained(OSError(number, "as the machine says it"), Path("secret folder") / "a.docx", "written")

    assert words in problem.what
    assert "“a.docx”" in problem.what
    assert problem.next_step.endswith(".")
    assert "secret folder" not in str(problem)
    assert "as the machine says it" not in str(problem)


def test_a_file_that_another_program_holds_on_windows_is_said_to_be_in_use():
    problem = OSError("sharing violation")
    problem.winerror = 32

    assert "Another program is using" in files.explained(problem, Path("a.xlsx"), "read").what


@posix
def test_a_file_system_that_cannot_sync_folders_is_no_fault():
    if not Path("/proc/self").is_dir():
        pytest.skip("no file system here refuses to sync a folder")
    files.sync_folder(Path("/proc/self"))


@posix
def test_a_write_that_the_machine_cuts_short_leaves_the_old_file(place):
    said = subprocess.run(
        [sys.executable, "-c", _WRITE_WITH_A_LIMIT, str(place)], capture_output=True, text=True, check=True
    )

    assert "“chronology.docx” could not be written." in said.stdout
    assert place.read_bytes() == OLD
    assert list(place.parent.iterdir()) == [place]


@pytest.mark.skipif(not shutil.which("unshare"), reason="a small disk can be made only with unshare(1)")
def test_a_full_disk_leaves_the_old_file_and_no_part_of_the_new(tmp_path):
    own_mounts = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run(
        [*own_mounts, "mount", "-t", "tmpfs", "none", tmp_path], capture_output=True, check=False
    ).returncode:
        pytest.skip("this machine lets nobody mount a small disk")

    said = subprocess.run(
        [*own_mounts, "sh", "-ec", _ON_A_SMALL_DISK, "sh", str(tmp_path), sys.executable, _WRITE],
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout == (
        "The disk is full, so “a” could not be written. Free some space, then try again.\n" + OLD.decode()
    )


@pytest.mark.parametrize("writes_before", [1, 2, 3, 5, 8])
def test_a_kill_in_the_middle_leaves_one_whole_file(place, writes_before):
    with subprocess.Popen([sys.executable, "-c", _WRITE_FOR_EVER, str(place)], stdout=subprocess.PIPE) as writing:
        for _ in range(writes_before):
            writing.stdout.readline()
        writing.kill()

    assert place.read_bytes() in (b"a" * 300_000, b"b" * 300_000)
