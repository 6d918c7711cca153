"""A disk that is full, or may only be read, is told in words and costs nothing that was confirmed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
import os, sys
from pathlib import Path
from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import passages
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library
disk, cheap = Path(sys.argv[1]), Cost(64, 1, 1)
ballast = disk / "ballast"

def fill(leaving):
    ballast.unlink(missing_ok=True)
    ballast.write_bytes(bytes(os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - leaving))

def files():
    return sorted(str(path.relative_to(disk)) for path in disk.rglob("*") if path != ballast)
"""
_EDITS_UNTIL_FULL = (
    _PROGRAM
    + """
library = Library.create(disk / "library", "p", cheap)
review = library.create_review(ReviewFacts("Adult A"))
fill(leaving=200_000)
confirmed = 0
try:
    while True:
        with review.journal.step("Write"):
            passages.put(review, "overview", "1", f"{confirmed + 1} " + "words " * 3_000)
        confirmed += 1
except UserError as problem:
    print(problem.code, problem)
print(passages.get(review, "overview", "1").startswith(f"{confirmed} "), confirmed > 0)
library.close()
library = Library.open(disk / "library", "p", cheap)
review = library.open_review(1)
print(passages.get(review, "overview", "1").startswith(f"{confirmed} "), review.journal.first_broken_step())
ballast.unlink()
with review.journal.step("Write"):
    passages.put(review, "overview", "1", "there is space again")
print(passages.get(review, "overview", "1"), review.journal.first_broken_step())
library.close()
"""
)
_CREATES_WHEN_FULL = (
    _PROGRAM
    + """
for leaving in (0, 4_096, 12_288, 28_672):
    fill(leaving)
    try:
        Library.create(disk / "library", "p", cheap)
    except UserError as problem:
        print(problem)
    print(files())
ballast.unlink()
library = Library.create(disk / "library", "p", cheap)
for leaving in (0, 8_192, 65_536):
    fill(leaving)
    before = files()
    try:
        library.create_review(ReviewFacts("Adult A"))
    except UserError as problem:
        print(problem)
    print([name for name in files() if name not in before], library.reviews())
    ballast.unlink()
"""
)
_READ_ONLY = (
    _PROGRAM
    + """
import subprocess
library = Library.create(disk / "library", "p", cheap)
library.create_review(ReviewFacts("Adult A"))
library.close()
subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
before = files()
for work in (lambda: Library.open(disk / "library", "p", cheap), lambda: Library.create(disk / "other", "p", cheap)):
    try:
        work()
    except UserError as problem:
        print(problem)
print(files() == before)
"""
)


def on_a_small_disk(script: str, folder: Path) -> list[str]:
    """What a program says that has a disk of 2 MB to itself."""
    if not shutil.which("unshare"):
        pytest.skip("a small disk can be made only with unshare(1)")
    own_mounts = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if subprocess.run([*own_mounts, *mount], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    command = 'mount -t tmpfs -o size=2m none "$1" && "$2" -c "$3" "$1"'
    said = subprocess.run(
        [*own_mounts, "sh", "-ec", command, "sh", str(folder), sys.executable, script],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    return said.stdout.splitlines()


def test_a_step_that_does_not_fit_is_told_in_words_and_the_others_stay(tmp_path):
    refused, *then = on_a_small_disk(_EDITS_UNTIL_FULL, tmp_path)

    assert refused.startswith("S001 The disk is full, so the last change to “")
    assert refused.endswith("Free some space, then try again.")
    assert then == ["True True", "True None", "there is space again None"]


def test_a_library_or_review_that_does_not_fit_leaves_nothing(tmp_path):
    said = on_a_small_disk(_CREATES_WHEN_FULL, tmp_path)

    assert all(words.startswith("The disk is full, so ") for words in said[0::2]), said
    assert said[1::2] == ["[]"] * 4 + ["[] []"] * 3


def test_a_disk_that_may_only_be_read_is_told_in_words_and_left_alone(tmp_path):
    opening, making, untouched = on_a_small_disk(_READ_ONLY, tmp_path)

    for words in (opening, making):
        assert words.endswith("then try again.")
        assert "Traceback" not in words
    assert untouched == "True"
