"""Guesses which agency sent a file, from its title rows and its name; the chair has the last word."""

import re
from pathlib import Path

from dhr_desktop.base import resources
from dhr_desktop.importing.grid import Grid, as_text

_ROWS = 6
_NOISE = re.compile(
    r"\b(?:dhr|dardr|scr|sar|chronolog(?:y|ies)|imr|v\d+|final|draft|copy|extracts?|export|record|print|case notes?|"
    r"minutes|crm|cad|"
    r"submission|merged|version \d+|report|template|completed|document|data)\b|\(\d+\)|^\d+[\s_.-]+|"
    r"\b(?:19|20)\d{6}\b|\b\d{1,2}[.-]\d{1,2}[.-]\d{2,4}\b",
    re.IGNORECASE,
)

_RECORDED = re.compile(r"\d[/.:]\d|\d{4}")
"""A date or a time: the words beside it are a record and no name."""


def guess(file_name: str, grids: list[Grid]) -> str:
    """The agency's name, or what is left of the file's name when nothing better stands in the file."""
    kinds = resources.toml("importing/agencies.toml")["words"]
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(kind) for kind in kinds)})\b", re.IGNORECASE)
    named = _from_file_name(file_name)
    if pattern.search(named):
        return named
    for title in _titles(grids):
        head = re.split(r"\s+[-–—:|]\s+|[:;,.(\n]", title)[0].strip()
        if pattern.search(head) and len(head) < 60 and not _RECORDED.search(head):  # noqa: PLR2004 - a name
            return head
    return named


def _from_file_name(file_name: str) -> str:
    stem = re.sub(r"[_\s]+", " ", Path(file_name).stem)
    return re.sub(r"\s+", " ", _NOISE.sub(" ", stem)).strip(" -_.") or stem


def _titles(grids: list[Grid]) -> list[str]:
    found: list[str] = []
    for grid in grids:
        found.extend(grid.context)
        found.extend(
            text for row in grid.rows[:_ROWS] if (text := next((as_text(v) for v in row if isinstance(v, str)), ""))
        )
    return found
