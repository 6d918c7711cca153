"""Spoils files of every kind and reads them: `python3 installer/dev.py fuzz [--seconds N] [TARGET…]`.

What breaks a promise is kept in `tests/importing/findings/`, where a test reads it again for ever after.
With atheris at hand (Linux, Python 3.11 to 3.13) `--guided` looks for new paths through the readers as it spoils.
"""

import argparse
import contextlib
import faulthandler
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz.held import LONGEST, BrokenPromise
from tests.fuzz.targets import BUILD, TARGETS, Target

ROOT = Path(__file__).resolve().parents[2]
FINDINGS = ROOT / "tests" / "importing" / "findings"
_MEGABYTES = 3_000
_STUCK = 60
FOUND = 3
"""What a process ends with that has found something and kept it."""


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=float, default=60, help="of one processor, for all targets together")
    parser.add_argument("--seed", type=int, default=None, help="where to begin; another each time if not given")
    parser.add_argument("--guided", action="store_true", help="with atheris")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    if unknown := set(asked.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    names = asked.targets or list(TARGETS)
    seed = random.randrange(1 << 32) if asked.seed is None else asked.seed
    if asked.here:
        guard()
        return max(_run(name, asked.seconds / len(names), seed) for name in names)
    print(f"seed {seed}", flush=True)
    way = "tests.fuzz.guided" if asked.guided else "tests.fuzz"
    at_once = min(os.cpu_count() or 1, len(names))
    with ThreadPoolExecutor(at_once) as pool:  # each only waits for its process
        ended = pool.map(lambda name: _apart(way, name, asked.seconds / len(names), seed), names)
        return max(ended)


def _apart(way: str, name: str, seconds: float, seed: int) -> int:
    """Run a target in a process of its own; if that dies, what it was reading is kept and the next one goes on."""
    BUILD.mkdir(parents=True, exist_ok=True)
    ends, worst = time.monotonic() + seconds, 0
    while (left := ends - time.monotonic()) > 0:
        command = [sys.executable, "-m", way, name, "--here", "--seconds", f"{left:.1f}", "--seed", str(seed)]
        with (BUILD / f"{name}.log").open("ab") as log:  # where libraries print what they panicked of
            code = subprocess.run(command, cwd=ROOT, stderr=log, check=False).returncode
        worst, seed = max(worst, abs(code)), seed + 1
        if code in (0, FOUND):
            break
        last = BUILD / f"last-{name}"
        print(f"{name}: the process died ({code})\n    kept as {keep(name, last.read_bytes())}", flush=True)
    return min(worst, 1)


def keep(name: str, data: bytes) -> Path:
    """Keep what broke a promise where the tests read it again."""
    FINDINGS.mkdir(parents=True, exist_ok=True)
    kept = FINDINGS / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}{TARGETS[name].suffix or '.' + name}"
    kept.write_bytes(data)
    return kept.relative_to(ROOT)


def _run(name: str, seconds: float, seed: int) -> int:
    target = TARGETS[name]
    chance = random.Random(f"{seed} {name}")
    whole = target.whole()
    kinds: set[str] = set()
    begun, tried, found, slowest = time.monotonic(), 0, 0, 0.0
    while time.monotonic() - begun < seconds:
        data = chance.choice(whole) if tried >= len(whole) else whole[tried]
        if tried >= len(whole):
            for _ in range(chance.choice((1, 1, 1, 2, 3))):
                data = target.spoil(chance, data)
        tried += 1
        started = time.monotonic()
        broken = broken_in(target, data, name)
        slowest = max(slowest, time.monotonic() - started)
        if broken and broken not in kinds:
            kinds.add(broken)
            found += 1
            print(f"{name}: {broken}\n    kept as {keep(name, data)}", flush=True)
    print(f"{name:9} {tried:7} read, slowest {slowest:5.2f} s, {found} broken promises", flush=True)
    return FOUND if found else 0


def broken_in(target: Target, data: bytes, name: str) -> str:
    """What was broken and where, '' when every promise was kept."""
    (BUILD / f"last-{name}").write_bytes(data)  # what is left to look at if the process itself dies
    faulthandler.dump_traceback_later(_STUCK, exit=True)
    try:
        with _within(LONGEST):
            target.holds(data)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as broken:  # noqa: BLE001 - anything at all is a finding, a panic of a library too
        frames = traceback.extract_tb(broken.__traceback__)
        own = [frame for frame in frames if "dhr_desktop" in frame.filename] or frames
        return f"{type(broken).__name__}: {str(broken)[:200]} ({Path(own[-1].filename).name}:{own[-1].lineno})"
    finally:
        faulthandler.cancel_dump_traceback_later()
    return ""


@contextlib.contextmanager
def _within(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _too_long(*_: object) -> None:
    raise BrokenPromise("it took too long")


def guard() -> None:
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEGABYTES << 20, _MEGABYTES << 20))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
