"""One target under atheris, which keeps what reaches a new path through the readers: `-m tests.fuzz --guided`."""

import argparse
import os
import random
import sys
from pathlib import Path


def main(words: list[str]) -> None:
    import atheris  # noqa: PLC0415 - not everywhere to be had

    parser = argparse.ArgumentParser(prog="guided")
    parser.add_argument("target")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(words)
    with atheris.instrument_imports(include=["dhr_desktop.importing", "dhr_desktop.domain"]):
        from tests.fuzz.__main__ import BUILD, FOUND, broken_in, guard, keep  # noqa: PLC0415
        from tests.fuzz.targets import TARGETS  # noqa: PLC0415
    target = TARGETS[asked.target]
    grown = BUILD / f"grown-{asked.target}"
    grown.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(target.whole()):
        (grown / f"whole-{number}").write_bytes(data)

    def read(data: bytes) -> None:
        broken = broken_in(target, data, asked.target)
        if broken:
            print(f"{asked.target}: {broken}\n    kept as {keep(asked.target, data)}", flush=True)
            os._exit(FOUND)  # libFuzzer would take an exception for a crash of its own and write the input again

    def spoil(data: bytes, longest: int, seed: int) -> bytes:
        return target.spoil(random.Random(seed), data)[:longest]

    guard()
    options = [f"-max_total_time={round(asked.seconds)}", "-max_len=200000", f"-seed={asked.seed % (1 << 31) or 1}"]
    atheris.Setup(
        [sys.argv[0], *options, f"-artifact_prefix={BUILD}/", "-rss_limit_mb=0", "-timeout=60", str(Path(grown))],
        read,
        custom_mutator=spoil,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
