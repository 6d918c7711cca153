"""What is spoilt and read: one target for each reader."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz import seeds, spoiling
from tests.fuzz.held import date_holds, file_holds, folder_holds, pasted_holds, time_holds
from tests.fuzz.spoiling import Spoil

BUILD = Path(__file__).resolve().parents[2] / "build" / "fuzz"
"""What is only being tried lies here, out of the tree."""


@dataclass(frozen=True, slots=True)
class Target:
    """A reader: whole files of its kind, the way of spoiling them, and what must hold of whatever comes of it."""

    suffix: str
    whole: Callable[[], Sequence[bytes]]
    spoil: Spoil
    holds: Callable[[bytes], object]


def _file(suffix: str, *whole: Callable[[], bytes], spoil: Spoil, password: str = "") -> Target:
    return Target(
        suffix, lambda: [make() for make in whole], spoil, lambda data: file_holds(f"spoilt{suffix}", data, password)
    )


def _words(examples: Sequence[str], holds: Callable[[str], None]) -> Target:
    return Target(
        "",
        lambda: [example.encode() for example in examples],
        spoiling.words_of_it,
        lambda data: holds(data.decode("utf-8", "replace")),
    )


def _place() -> Path:
    BUILD.mkdir(parents=True, exist_ok=True)
    return BUILD / f"spoilt-{os.getpid()}.zip"


TARGETS: dict[str, Target] = {
    "xlsx": _file(".xlsx", seeds.xlsx, spoil=spoiling.parts_of_it),
    "xlsb": _file(".xlsb", seeds.xlsb, spoil=spoiling.parts_of_it),
    "xls": _file(".xls", seeds.xls, spoil=spoiling.bytes_of_it),
    "ods": _file(".ods", seeds.ods, spoil=spoiling.parts_of_it),
    "docx": _file(".docx", seeds.docx, spoil=spoiling.parts_of_it),
    "odt": _file(".odt", seeds.odt, spoil=spoiling.parts_of_it),
    "csv": _file(".csv", seeds.csv, seeds.tsv, spoil=spoiling.text_of_it),
    "html": _file(".html", seeds.html, spoil=spoiling.one_of(spoiling.markup_of_it, spoiling.text_of_it)),
    "clipboard": Target(".pasted", lambda: [seeds.html()], spoiling.markup_of_it, pasted_holds),
    "zip": Target(".zip", lambda: [seeds.packed()], spoiling.parts_of_it, lambda data: folder_holds(data, _place())),
    "pdf": _file(".pdf", seeds.pdf, spoil=spoiling.one_of(spoiling.bytes_of_it, spoiling.text_of_it)),
    "password": _file(".xlsx", seeds.locked_xlsx, spoil=spoiling.bytes_of_it, password=seeds.PASSWORD),
    "dates": _words(seeds.DATES, date_holds),
    "times": _words(seeds.TIMES, time_holds),
}
