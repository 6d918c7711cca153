"""`dhr-desktop inspect`: how agencies' files are read, without a store and without leaving anything behind."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dhr_desktop.app.spoken_progress import SpokenProgress
from dhr_desktop.importing.inspect import inspect


def print_inspection(files: Sequence[Path], *, as_json: bool) -> int:
    """Print what was read. The exit code is 1 when a file could not be read at all."""
    progress = SpokenProgress()
    found = inspect(files, progress)
    progress.finish()
    if as_json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print("\n".join(_in_words(found)))
    return int(len(found["files"]) < len(files))


def _in_words(found: dict[str, Any]) -> list[str]:
    lines = []
    for file in found["files"]:
        lines.append(f"{Path(file['file']).name}: {file['agency'] or 'agency not named'}")
        lines.extend(f"  {_table_in_words(table)}" for table in file["tables"])
    doubtful = sum(bool(entry["doubts"]) for entry in found["entries"])
    lines.append(f"{len(found['entries'])} entries in all; {doubtful} need a look.")
    lines.extend(f"! {problem}" for problem in found["problems"])
    return lines


def _table_in_words(table: dict[str, Any]) -> str:
    counts = table["counts"]
    name = f"table {table['name']}" if table.get("name") else "table"
    return (
        f"{name}: {counts['read']} rows = {counts['imported']} entries"
        f" + {counts['skipped']} skipped + {counts['error']} in error"
    )
