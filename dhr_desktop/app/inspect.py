"""`dhr-desktop inspect`: how agencies' files are read, without a store and without leaving anything behind.

Beside the entries stand the suggestions which of them tell of one happening, as the timeline would make them.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dhr_desktop.app.spoken_progress import SpokenProgress
from dhr_desktop.base.files import read_bytes
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.name_forms.passages import HEADING, Passage
from dhr_desktop.domain.name_forms.proposals import why
from dhr_desktop.domain.people import Person
from dhr_desktop.family.forms_found import passages_of, propose
from dhr_desktop.family.register_file import read_register
from dhr_desktop.importing.inspect import inspect
from dhr_desktop.timeline.same_event.suggesting import suggest


def print_inspection(files: Sequence[Path], *, as_json: bool, people: Path | None = None) -> int:
    """Print what was read. The exit code is 1 when a file could not be read at all.

    With a register of `people`, forms of names are proposed for them. Raises `UserError` when it cannot be read.
    """
    progress = SpokenProgress()
    register = read_register(read_bytes(people)) if people else []
    found = inspect(files, progress)
    found["suggestions"] = suggestions(found["entries"], progress)
    found["names"] = names(found, register, progress)
    progress.finish()
    if as_json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print("\n".join(_in_words(found)))
    return int(len(found["files"]) < len(files))


def suggestions(found: Sequence[dict[str, Any]], progress: Progress = UNWATCHED) -> list[dict[str, Any]]:
    """Which of the entries that `inspect` found tell of one happening."""
    entries, agencies = as_entries(found)
    return [
        {
            "entries": [{key: found[number - 1][key] for key in ("file", "table", "row")} for number in one.entry_ids],
            "score": one.score,
            "reasons": list(one.reasons),
        }
        for one in suggest(entries, agencies, progress=progress)
    ]


def names(
    found: dict[str, Any], register: Sequence[Person] = (), progress: Progress = UNWATCHED
) -> list[dict[str, Any]]:
    """Whose forms of names, and what else that points at a person, stand in what `inspect` found.

    `whom` is a name of the register, or for somebody whom it does not have, what the records call them.
    """
    entries, agencies = as_entries(found["entries"])
    numbers = {name: number for number, name in agencies.items()}
    senders = {file["file"]: numbers.get(file["agency"] or file["file"], 0) for file in found["files"]}
    passages = [passage for entry in entries for passage in passages_of(entry)]
    passages += [Passage(0, HEADING, each["text"], senders[each["file"]]) for each in found["around"]]
    people = [replace(person, id=number) for number, person in enumerate(register, start=1)]
    short = [term for file in found["files"] for term in file["abbreviations"]]
    return [
        {
            "form": each.form,
            "whom": each.whom,
            "registered": bool(each.person_id),
            "figure": each.figure,
            "kind": (each.identifier or each.kind).value,
            "sure": each.sure,
            "ambiguous": each.ambiguous,
            "follows": each.follows,
            "times": each.times,
            "agencies": each.agencies,
            "why": why(each),
        }
        for each in propose(passages, people, agencies.values(), short, progress)
    ]


def as_entries(found: Sequence[dict[str, Any]]) -> tuple[list[Entry], dict[int, str]]:
    """What `inspect` found as entries, numbered from 1, and their agencies; a file that names none is one itself."""
    files = {name: number for number, name in enumerate(dict.fromkeys(entry["file"] for entry in found), start=1)}
    names = dict.fromkeys(entry["agency"] or entry["file"] for entry in found)
    numbers = {name: number for number, name in enumerate(names, start=1)}
    entries = [
        _entry(number, entry, files[entry["file"]], numbers[entry["agency"] or entry["file"]])
        for number, entry in enumerate(found, start=1)
    ]
    return entries, {number: name for name, number in numbers.items()}


def _entry(number: int, found: dict[str, Any], file: int, agency: int) -> Entry:
    return Entry(
        id=number,
        agency_id=agency,
        date_edtf=found["date"],
        text=found["text"],
        submission_id=file,
        time=found["time"] or "",
        reported_edtf=found["reported_date"] or "",
        reported_time=found["reported_time"] or "",
        action=found["action"] or "",
        source=found["source"] or "",
        reference=found["reference"] or "",
        people=found["people"] or "",
        comment=found["comment"] or "",
        other=found["other"],
        source_order=number,
    )


def _in_words(found: dict[str, Any]) -> list[str]:
    lines = []
    for file in found["files"]:
        lines.append(f"{Path(file['file']).name}: {file['agency'] or 'agency not named'}")
        lines.extend(f"  {_table_in_words(table)}" for table in file["tables"])
    doubtful = sum(bool(entry["doubts"]) for entry in found["entries"])
    lines.append(f"{len(found['entries'])} entries in all; {doubtful} need a look.")
    happenings = len(found["suggestions"])
    lines.append(f"{happenings} happenings seem to be told of by more than one agency.")
    lines.append(f"{len(found['names'])} forms of names, and what else points at people, are proposed.")
    lines.extend(f"! {problem}" for problem in found["problems"])
    return lines


def _table_in_words(table: dict[str, Any]) -> str:
    counts = table["counts"]
    name = f"table {table['name']}" if table.get("name") else "table"
    return (
        f"{name}: {counts['read']} rows = {counts['imported']} entries"
        f" + {counts['skipped']} skipped + {counts['error']} in error"
    )
