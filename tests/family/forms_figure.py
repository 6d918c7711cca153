"""How many written forms of names are proposed from the agencies' text alone, and how many of them are right.

Run it from the repository: `PYTHONPATH=. python tests/family/forms_figure.py [people.json | review.txt]`. It reads the
fictional review's files as they were first sent, or those of a review that is written with its marks (`marked`), for
three registers: of every real name, of the victim, the perpetrator and the children, and of nobody. Registers hold real
names and roles alone: no other form, date or number. A person whom the register does not have counts as whoever most of
the forms that are proposed together belong to.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dhr_desktop.app import sample
from dhr_desktop.app.inspect import names
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.importing.inspect import inspect
from tests.family.marked import written

TRUTH = Path(__file__).with_name("aldermarsh_forms.json")
CORE = {"victim": Role.VICTIM, "perpetrator": Role.PERPETRATOR, "child": Role.CHILD}
OTHERS = {"family": Role.FAMILY, "friend": Role.FRIEND, "neighbour": Role.NEIGHBOUR, "third_party": Role.OTHER}
REGISTERS = ("everyone", "victim, perpetrator and children", "nobody")


@dataclass(frozen=True, slots=True)
class Figure:
    """Of the forms found in the text, how many are proposed; of the proposals, how many are right.

    `recall` and `precision` ask whether the form is anybody's; `recall_of_person` and `precision_of_person` whether it
    is proposed for the very person whose it is.
    """

    proposals: int
    recall: float
    precision: float
    recall_of_person: float
    precision_of_person: float
    missed: tuple[str, ...]
    false: tuple[str, ...]


def truth_of(path: Path = TRUTH) -> list[dict[str, Any]]:
    """The people with the forms that are theirs, and those of them that stand in the text."""
    read = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(read, list):
        return read
    return [
        {
            "name": one["real_name"],
            "role": one["role"],
            "forms": [alias["form"] for alias in one["aliases"]],
            "found": one["forms_found"],
        }
        for one in read["people"]
    ]


def register_of(truth: Sequence[Mapping[str, Any]], whom: str) -> list[Person]:
    """One of the three `REGISTERS`."""
    roles = {"everyone": CORE | OTHERS, "nobody": {}}.get(whom, CORE)
    return [
        Person(0, one["name"], roles.get(one["role"], Role.PROFESSIONAL))
        for one in truth
        if one["role"] in roles or whom == "everyone"
    ]


def figure(read: dict[str, Any], truth: Sequence[Mapping[str, Any]], whom: str) -> Figure:
    """The figure for a register."""
    proposed = names(read, register_of(truth, whom))
    forms = [{*one["forms"], *one["found"], one["name"]} for one in truth]
    numbers = {one["name"]: number for number, one in enumerate(truth)}
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for each in proposed:
        votes[each["figure"]].update(number for number, theirs in enumerate(forms) if each["form"] in theirs)

    def person(each: Mapping[str, Any]) -> int:
        if each["registered"]:
            return numbers[each["whom"]]
        counted = votes[each["figure"]]
        return counted.most_common(1)[0][0] if counted and each["figure"] >= 0 else -1

    found = [(number, form) for number, one in enumerate(truth) for form in one["found"]]
    surfaces = {each["form"] for each in proposed}
    pairs = {(person(each), each["form"]) for each in proposed}
    anybodys = set().union(*forms)
    true = [each for each in proposed if person(each) >= 0 and each["form"] in forms[person(each)]]
    return Figure(
        len(proposed),
        sum(form in surfaces for _number, form in found) / len(found),
        sum(each["form"] in anybodys for each in proposed) / len(proposed),
        sum(each in pairs for each in found) / len(found),
        len(true) / len(proposed),
        tuple(form for _number, form in found if form not in surfaces),
        tuple(each["form"] for each in proposed if each["form"] not in anybodys),
    )


def main() -> None:
    """Print the figure for each register."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else TRUTH
    if source.suffix == ".txt":
        with TemporaryDirectory() as folder:
            files, truth = written(source, Path(folder))
            read = inspect(files)
    else:
        truth, read = truth_of(source), inspect(sample.submissions())
    for whom in REGISTERS:
        found = figure(read, truth, whom)
        sys.stdout.write(
            f"Register of {whom}: {found.proposals} proposals\n"
            f"  forms proposed {found.recall:.1%}, for the right person {found.recall_of_person:.1%}\n"
            f"  proposals true {found.precision:.1%}, for the right person {found.precision_of_person:.1%}\n"
            f"  missed: {'; '.join(found.missed)}\n  false: {'; '.join(found.false)}\n"
        )


if __name__ == "__main__":
    main()
