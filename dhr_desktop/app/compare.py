"""`dhr-desktop compare`: what a revised file changes, without a store and without leaving anything behind."""

import json
import sys
from pathlib import Path
from typing import Any

from dhr_desktop.importing.comparing import Comparison, Kind, Pair, Placed, compare, counts
from dhr_desktop.importing.reading import read_file


def print_comparison(old: Path, new: Path, *, as_json: bool) -> int:
    """Print the rows that were added, removed and changed between two files."""
    before, after = read_file(old), read_file(new)
    comparison = compare(before, after)
    if as_json:
        json.dump(_as_json(old.name, new.name, comparison), sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    number = counts(comparison)
    print(", ".join(f"{number[kind]} {kind.value}" for kind in Kind) + f"; {len(comparison.moved)} stand elsewhere.")
    for pair in comparison.pairs:
        if pair.kind is not Kind.UNCHANGED:
            print(_in_words(pair))
    return 0


def _as_json(old: str, new: str, comparison: Comparison) -> dict[str, Any]:
    number = counts(comparison)
    return {
        "of": old,
        "revised": new,
        "changed": [
            {
                **_places(pair),
                "fields": {name: {"from": was, "to": now} for name, (was, now) in pair.fields.items()},
            }
            for pair in comparison.of(Kind.CHANGED)
        ],
        "added": [
            {"v2_row": row.row, "v2_table": row.table, "date": row.entry.date_edtf, "raw": row.shown}
            for row in _sides(comparison, Kind.ADDED)
        ],
        "removed": [
            {"v1_row": row.row, "v1_table": row.table, "raw": row.shown} for row in _sides(comparison, Kind.REMOVED)
        ],
        "date_corrected": [
            {
                **_places(pair),
                "from": pair.old.entry.date_edtf,
                "to": pair.new.entry.date_edtf,
                "raw_from": pair.old.shown,
                "raw_to": pair.new.shown,
            }
            for pair in comparison.of(Kind.REDATED)
            if pair.old and pair.new
        ],
        "moved": [_places(pair) for pair in comparison.moved],
        "unchanged": number[Kind.UNCHANGED],
        "counts": {
            **{kind.value.replace(" ", "_"): number[kind] for kind in Kind},
            "v1_rows": sum(pair.old is not None for pair in comparison.pairs),
            "v2_rows": sum(pair.new is not None for pair in comparison.pairs),
        },
    }


def _sides(comparison: Comparison, kind: Kind) -> list[Placed]:
    return [side for pair in comparison.of(kind) for side in (pair.old, pair.new) if side]


def _places(pair: Pair) -> dict[str, Any]:
    return {
        f"{version}_{part}": getattr(side, part)
        for version, side in (("v1", pair.old), ("v2", pair.new))
        for part in ("row", "table")
    }


def _in_words(pair: Pair) -> str:
    rows = [f"row {side.row}" for side in (pair.old, pair.new) if side]
    lines = [f"{pair.kind.value}: {' is now '.join(rows)}"]
    lines += [f"  {name}: {was or '(empty)'} -> {now or '(empty)'}" for name, (was, now) in pair.fields.items()]
    return "\n".join(lines)
