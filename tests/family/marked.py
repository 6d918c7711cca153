"""A review written for trying the finding of names: what its agencies wrote, with each form marked as somebody's.

The marks are the truth, so a form that is added to a record is asked for from then on, and none is by mistake.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

_MARK = re.compile(r"\[([^\[\]|]+)(?:\|(~?)(\w+))?\]")


def written(source: Path, folder: Path) -> tuple[list[Path], list[dict[str, Any]]]:
    """The files of the agencies, written into `folder`, and the people with their forms as the figure takes them."""
    people: dict[str, dict[str, Any]] = {}
    files: dict[str, list[str]] = defaultdict(list)
    name = ""
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("@person "):
            _word, who, role, full = line.split(" ", 3)
            people[who] = {"name": full, "role": role, "forms": set(), "found": set()}
        elif line.startswith("@file "):
            name = line.removeprefix("@file ")
        elif line and not line.startswith(";"):
            for form, optional, who in _MARK.findall(line):
                if who:
                    people[who]["forms"].add(form)
                    people[who]["found"] |= set() if optional else {form}
            files[name].append(_MARK.sub(r"\1", line.removeprefix("@above ")))
    for each, lines in files.items():
        (folder / each).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [folder / each for each in files], [
        {**one, "forms": sorted(one["forms"]), "found": sorted(one["found"])} for one in people.values()
    ]
