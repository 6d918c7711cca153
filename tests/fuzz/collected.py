"""Reads every file of other projects' test collections, each in a process of its own, and says what became of them.

    python -m tests.fuzz.collected FOLDER... [--seconds 10] [--megabytes 1500]

Nothing of such a collection is kept in this repository: what a file showed is made again, small, in
`tests/importing/findings/`.
"""

import argparse
import contextlib
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dhr_desktop.base.files import read_bytes
from dhr_desktop.importing.opening import READ_KINDS
from tests.fuzz.held import file_holds

ALSO = (".doc", ".odt", ".rtf", ".zip", ".msg")
"""Kinds that are refused, and must be refused in a sentence."""


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="tests.fuzz.collected", description=__doc__.splitlines()[0])
    parser.add_argument("places", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--megabytes", type=int, default=1500)
    parser.add_argument("--alone", action="store_true", help="one file, in this process")
    asked = parser.parse_args(words)
    if asked.alone:
        _keep_within(asked.megabytes)
        print(_outcome(asked.places[0]))
        return 0
    outcomes: dict[Path, str] = {}
    for path in _files_in(asked.places):
        outcomes[path] = _apart(path, asked.seconds, asked.megabytes)
    return _table(outcomes)


def _files_in(places: Iterable[Path]) -> list[Path]:
    found = [path for place in places for path in (place.rglob("*") if place.is_dir() else [place])]
    return sorted(path for path in found if path.is_file() and path.suffix.lower() in (*READ_KINDS, *ALSO))


def _apart(path: Path, seconds: float, megabytes: int) -> str:
    command = [sys.executable, "-m", "tests.fuzz.collected", "--alone", "--megabytes", str(megabytes), str(path)]
    starting = 5.0
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + starting, check=False)
    except subprocess.TimeoutExpired:
        return f"BROKEN took more than {seconds:.0f} s"
    if done.returncode:
        return f"BROKEN ended with {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"
    return done.stdout.strip()


def _outcome(path: Path) -> str:
    try:
        return file_holds(path.name, read_bytes(path))
    except BaseException as broken:  # noqa: BLE001 - anything at all is a finding
        where = traceback.extract_tb(broken.__traceback__)
        own = [frame for frame in where if "dhr_desktop" in frame.filename] or where
        place = f"{Path(own[-1].filename).name}:{own[-1].lineno}"
        return f"BROKEN {type(broken).__name__}: {str(broken)[:120]!r} at {place}"


def _keep_within(megabytes: int) -> None:
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _table(outcomes: dict[Path, str]) -> int:
    by_kind = Counter((path.suffix.lower(), _kind_of(outcome)) for path, outcome in outcomes.items())
    for (kind, outcome), number in sorted(by_kind.items()):
        print(f"{kind:6} {outcome:16} {number:5}")
    broken = {path: outcome for path, outcome in outcomes.items() if outcome.startswith("BROKEN")}
    for path, outcome in broken.items():
        print(f"{path}: {outcome}")
    print(f"{len(outcomes)} files, {len(broken)} broken promises")
    return 1 if broken else 0


def _kind_of(outcome: str) -> str:
    return outcome if outcome.startswith("refused") else outcome.split(" ", maxsplit=1)[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
