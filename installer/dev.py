"""Sets everything up and goes: the two commands of the README, and the checks that a change must pass.

    python3 installer/dev.py demo [--headless OUT]    the main job on the fictional Aldermarsh review
    python3 installer/dev.py test [pytest's options]  every quick test and check

Only the standard library is needed. What the program stands on is installed into `.venv` beside this folder,
exactly as locked in `requirements*.txt`, and nothing else on the computer is changed without saying so first.
"""

from __future__ import annotations  # an older Python must get far enough to be told which one to fetch

import argparse
import os
import subprocess
import sys
from pathlib import Path

import environment
import system
from environment import ROOT

CHECKS = {
    "ruff": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "types of the installer": ["mypy", "installer"],
    "house": ["lint-imports"],
}
_WORDS = {
    "demo": "the main job on the fictional Aldermarsh review; without a window where there is no display",
    "run": "open the program",
    "test": "the quick tests and checks; further words are pytest's",
    "check": "ruff, mypy and the layers of the house, without the tests",
    "faults": "the slow tests: kills, full disks, long fuzzing",
    "fuzz": "a minute of spoiling files and reading them; further words are [--seconds N] [--seed N] [TARGET...]",
    "bench": "the benchmarks, with the peers they are measured against",
    "lock": "renew the locked dependencies from pyproject.toml (needs uv)",
}
_COMPILED_ONCE = {"PYTHONDONTWRITEBYTECODE": ""}
"""The tests start dozens of processes, each of which would else compile the whole program for itself."""
_UNFILTERED = ["-o", "addopts=--import-mode=importlib --strict-markers --strict-config"]


def main(words: list[str]) -> int:
    """Do what `words` ask and return the exit code of the doing."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Set DHR Desktop up, and run, test or check it.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command, meaning in _WORDS.items():
        added = commands.add_parser(command, help=meaning, add_help=command in ("demo", "check", "lock"))
        if command == "demo":
            added.add_argument("--headless", type=Path, metavar="OUT", help="do it without a window, into OUT")
    asked, further = parser.parse_known_args(words)
    if further and asked.command in ("demo", "check", "lock"):
        parser.error(f"not understood: {' '.join(further)}")
    if sys.version_info < environment.OLDEST or sys.version_info >= environment.TOO_NEW:
        return environment.with_another_python(words)
    return _do(asked, further)


def _do(asked: argparse.Namespace, further: list[str]) -> int:
    if asked.command == "lock":
        return environment.lock()
    if asked.command in ("demo", "run"):
        python = environment.ready("run")
        shown = system.has_display() and not getattr(asked, "headless", None)
        system.see_to_qt(python, shown=shown)
        arguments = _demo_arguments(asked.headless, shown=shown) if asked.command == "demo" else further
        return _start([python, "-m", "dhr_desktop", *arguments])
    python = environment.ready("dev")
    if asked.command == "check":
        return max(_start([environment.tool(python, words[0]), *words[1:]], ROOT) for words in CHECKS.values())
    system.see_to_qt(python, shown=False)
    if asked.command == "bench":
        return max(_measure(python, script) for script in sorted((ROOT / "tests" / "benchmarks").glob("*.py")))
    if asked.command == "fuzz":
        return _start([python, "-m", "tests.fuzz", *further], ROOT, **_COMPILED_ONCE)
    system.see_to_readers()
    command = [python, "-m", "pytest", *_chosen_tests(asked.command), *further]
    return _start(command, ROOT, QT_QPA_PLATFORM="offscreen", **_COMPILED_ONCE)


def _demo_arguments(out: Path | None, *, shown: bool) -> list[str]:
    if shown:
        return ["demo"]
    if out is None:
        out = _unused(ROOT / "build" / "aldermarsh-demo")
        print(f"There is no display here, so the same job is done without a window, into {out}", flush=True)
    return ["demo", "--headless", str(out)]


def _unused(folder: Path) -> Path:
    numbered = (folder.with_name(f"{folder.name}-{number}") for number in range(2, 10_000))
    return folder if not folder.exists() else next(other for other in numbered if not other.exists())


def _chosen_tests(command: str) -> list[str]:
    return {
        "test": ["--numprocesses", "auto", "--dist", "loadfile", "--no-loadscope-reorder"],  # see tests/conftest.py
        "faults": [*_UNFILTERED, "--benchmark-skip", "--hypothesis-profile", "long", "-m", "slow"],
    }[command]


def _measure(python: str, script: Path) -> int:
    print(f"\n{script.name}", flush=True)
    return _start([python, str(script)], ROOT, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT))


def _start(command: list[str], folder: Path | None = None, **variables: str) -> int:
    return subprocess.call(command, cwd=folder, env={**environment.variables(), **variables})


if __name__ == "__main__":
    os.environ.setdefault("PYTHONIOENCODING", "utf-8")
    try:
        sys.exit(main(sys.argv[1:]))
    except (environment.NotReady, system.Missing) as problem:
        sys.exit(f"\n{problem}")
    except KeyboardInterrupt:
        sys.exit(130)
