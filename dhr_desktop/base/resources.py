"""Finds what the program carries with it: in the source tree, in the installed wheel and in a frozen program."""

import json
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def root() -> Path:
    """The folder of resources. The wheel holds it inside the package; the source tree beside it."""
    package = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[2])) / "dhr_desktop"
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def path(name: str) -> Path:
    """The file of the resource `name`, given with forward slashes, e.g. 'icons/undo.svg'."""
    return root().joinpath(*name.split("/"))


def text(name: str) -> str:
    """The text of a UTF-8 resource."""
    return path(name).read_text(encoding="utf-8")


def toml(name: str) -> dict[str, Any]:
    """A TOML resource, parsed."""
    return tomllib.loads(text(name))


def from_json(name: str) -> Any:  # noqa: ANN401 - JSON has any shape
    """A JSON resource, parsed."""
    return json.loads(text(name))
