"""A file that waits to be imported, as it is kept over the lock: where it is, what it was, and what was decided."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from dhr_desktop.importing.choices import Choices

_AT, _FILE = "at", "file/"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file. What was pasted is in no file, and is kept itself; `sha256` is '' of what could not be read."""

    name: str
    source: str = ""
    """The file, or the .zip that it came in; '' for what was pasted."""
    in_zip: bool = False
    came_in: str = ""
    sha256: str = ""
    pasted: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    opened_with: str = field(default="", repr=False)
    agency: str = ""
    sender: str = ""
    received: str = ""
    as_new: bool = False
    remembered: bool = False
    choices: tuple[Choices, ...] = ()
    """What was decided about each table of the file, in their order."""


@dataclass(frozen=True, slots=True)
class At:
    """Where among the files the chair is: the file, its step and its table, and whether two versions are compared.

    `lost` is the number of pasted tables that were too large to be kept.
    """

    row: int = 0
    step: int = 0
    table: int = 0
    comparing: bool = False
    lost: int = 0


def to_words(files: Sequence[KeptFile], at: At) -> dict[str, str]:
    """The files in a form that a draft can hold, by field; nothing where none waits."""
    if not files and not at.lost:
        return {}
    told = {**{f"{_FILE}{place:04}": _told(each) for place, each in enumerate(files)}, _AT: asdict(at)}
    return {name: json.dumps(each) for name, each in told.items()}


def from_words(kept: Mapping[str, str]) -> tuple[list[KeptFile], At]:
    """What `to_words` gave."""
    files = [_file(json.loads(kept[name])) for name in sorted(kept) if name.startswith(_FILE)]
    return files, At(**json.loads(kept.get(_AT, "{}")))


def _told(one: KeptFile) -> dict[str, Any]:
    bare = asdict(replace(one, choices=()))
    return {**bare, "choices": [each.to_json() for each in one.choices]}


def _file(found: dict[str, Any]) -> KeptFile:
    choices = tuple(Choices.from_json(each) for each in found.pop("choices", ()))
    return KeptFile(**found, choices=choices)
