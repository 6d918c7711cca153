"""Takes the fictional people and family of Aldermarsh into a review through the program's own commands.

Then it looks for each value of both files in the records of whom or what it was said of, leaving out every field that
is called a note.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from dhr_desktop.app import sample_family
from dhr_desktop.domain.contacts import ContactWith
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.offers import Offer
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import (
    DateToAvoid,
    Wish,
)
from dhr_desktop.family import changing, offers, readings, register, stakeholders
from dhr_desktop.family.changing import Step
from dhr_desktop.store import involvement, kinship, naming, people
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review

HERE = Path(__file__).parent / "aldermarsh"
PEOPLE, FAMILY = HERE / "people.json", HERE / "family.json"

KINDS = {
    "full_name": FormKind.FULL,
    "maiden_name": FormKind.MAIDEN,
    "first_name": FormKind.FIRST,
    "surname": FormKind.SURNAME,
    "nickname": FormKind.NICKNAME,
    "misspelling": FormKind.MISSPELLING,
    "title_surname": FormKind.TITLED,
    "initials": FormKind.INITIALS,
    "relation": FormKind.RELATION,
    "role_label": FormKind.LABEL,
}
ROLES = {
    "victim": Role.VICTIM,
    "perpetrator": Role.PERPETRATOR,
    "child": Role.CHILD,
    "family": Role.FAMILY,
    "friend": Role.FRIEND,
    "neighbour": Role.NEIGHBOUR,
    "third_party": Role.OTHER,
}
IDENTIFIERS = {
    "phone": IdentifierKind.PHONE,
    "email": IdentifierKind.EMAIL,
    "nhs_number": IdentifierKind.NHS_NUMBER,
    "vehicle": IdentifierKind.REGISTRATION,
    "collar_number": IdentifierKind.OTHER,
}


def load(review: Review, people_file: Path = PEOPLE, family_file: Path = FAMILY) -> None:
    """Enter both files, each thing by the command that the window calls."""
    known = _people(review, json.loads(people_file.read_text(encoding="utf-8"))["people"])
    family = json.loads(family_file.read_text(encoding="utf-8"))
    by_file: dict[str, int] = {}
    for one in family["stakeholders"]:
        by_file[one["id"]] = _stakeholder(review, one, known)
    for one in family["contacts"]:
        _contact(review, one, by_file)
    _readings(review, family, by_file)
    _dates(review, family["key_dates_to_avoid"], by_file)


def _people(review: Review, rows: list[dict[str, Any]]) -> dict[str, int]:
    known = {}
    for row in rows:
        forms = tuple(NameForm(one["form"], KINDS[one["kind"]]) for one in row["aliases"])
        made = register.add_person(
            review,
            Person(
                0,
                row["real_name"],
                Role.PROFESSIONAL if row["is_professional"] else ROLES[row["role"]],
                row["suggested_pseudonym"] or "",
                row["relationship"] or (row["role"] if row["is_professional"] else ""),
                forms,
                born=row["dob"] or "",
                died=row.get("died") or "",
                works_for=row["agency"] or "",
            ),
        )
        known[row["id"]] = made.id
        for key, kind in IDENTIFIERS.items():
            for value in row.get(key, ()):
                found = Identifier(0, made.id, kind, value)
                changing.add(review, kinship.IDENTIFIERS, found, Step("Enter an identifier"))
    return known


def _stakeholder(review: Review, one: dict[str, Any], known: dict[str, int]) -> int:
    person = next(each for each in people.listing(review) if each.id == known[one["person"]])
    made = stakeholders.involve(review, person, sample_family.stakeholder(one, person.id))
    if one.get("telephone") and not _has(review, person.id, one["telephone"]):
        phone = Identifier(0, person.id, IdentifierKind.PHONE, one["telephone"])
        changing.add(review, kinship.IDENTIFIERS, phone, Step("Enter an identifier"))
    _advocacy(review, made.id, one["advocacy"])
    victim = next(each for each in people.listing(review) if each.role is Role.VICTIM)
    _naming(review, one, made.id, person, victim)
    for words in one.get("wishes", ()):
        changing.add(review, involvement.WISHES, Wish(0, made.id, words), Step("Note a wish"))
    for each in one["dates_to_avoid"]:
        _avoid(review, made.id, each["date"], each["why"])
    return made.id


def _has(review: Review, person_id: int, value: str) -> bool:
    return any(each.value == value for each in kinship.IDENTIFIERS.listing(review, person_id=person_id))


def _advocacy(review: Review, stakeholder_id: int, said: dict[str, Any] | None) -> None:
    if said is None:
        return
    made = sample_family.advocacy(said, stakeholder_id)
    changing.add(review, involvement.ADVOCACY, made, Step("Note advocacy"))


def _naming(review: Review, one: dict[str, Any], stakeholder_id: int, person: Person, victim: Person) -> None:
    """The steps towards the victim's name, and towards their own."""
    said, own = one["pseudonym"], one.get("own_pseudonym")
    about = victim if said.get("for") else person
    if not said["offered_on"] and not said["chosen"]:  # there was no way to ask, which is no answer of theirs
        offers.put(review, Offer(0, stakeholder_id, "own_name", reason=said["status"]))
        return
    steps = sample_family.naming_steps(said, person, about)
    if own:
        if own["offered"]:
            steps.append(NamingStep(0, Subject.PERSON, person.id, NamingAct.OFFERED, to_id=person.id))
        chosen = NamingStep(0, Subject.PERSON, person.id, NamingAct.CHOSEN, by_id=person.id)
        steps.append(_with(chosen, (own["chosen"],), own["status"]))
    for step in steps:
        changing.add(review, naming.STEPS, step, Step("Note a step towards a name"))


def _with(step: NamingStep, names: tuple[str, ...], reason: str = "") -> NamingStep:
    values = {field.name: getattr(step, field.name) for field in fields(step)}
    return NamingStep(**{**values, "names": names, "reason": reason})


def _contact(review: Review, one: dict[str, Any], by_file: dict[str, int]) -> None:
    with review.journal.step("Note a contact"):
        made = involvement.CONTACTS.add(review, sample_family.contact(one))
        involvement.CONTACT_WITH.add(review, ContactWith(0, made.id, by_file[one["stakeholder"]]))


def _readings(review: Review, family: dict[str, Any], by_file: dict[str, int]) -> None:
    """Feedback of one day and stakeholder belongs to the session of that day."""
    for one in family["draft_reading_meetings"]:
        made = readings.begin(review, sample_family.reading(one, by_file[one["stakeholder"]]))
        for said in family["feedback"]:
            if (said["date"], said["stakeholder"]) == (one["date"], one["stakeholder"]):
                readings.comment(review, sample_family.comment(said, made.id))


def _dates(review: Review, rows: list[dict[str, Any]], by_file: dict[str, int]) -> None:
    for one in rows:
        owner = None if one["who"] == "all" else by_file[one["who"]]
        day = sample_family.stored_day(one["date"])
        if not involvement.DATES_TO_AVOID.listing(review, stakeholder_id=owner, day=day):
            _avoid(review, owner, one["date"], "")


def _avoid(review: Review, owner: int | None, day: str, why: str) -> None:
    made = DateToAvoid(0, owner, sample_family.stored_day(day), why)
    changing.add(review, involvement.DATES_TO_AVOID, made, Step("Note a date to avoid"))


# What is kept.

LINKS = {"id", "person", "stakeholder", "who"}
"""Keys by which the files refer to each other; in the review these are references, which the loading above resolves."""
AS_WORDS = {"forms_found", "ambiguous", "is_professional"}
"""What the files say beside their data: which forms stand in the agencies' texts, and what follows from others."""
SAID_OTHERWISE = {
    ("kind",): {key: value.value for key, value in KINDS.items()},
    ("role",): {key: value.value for key, value in ROLES.items()},
    ("accepted",): {"True": "accepted", "False": "declined"},
    ("changed",): {"True": "changed", "in part": "changed in part"},
    ("consent_to_contribute",): {"yes": "given", "no": "declined"},
    ("next_of_kin",): {"True": "True", "False": "False"},
    ("offered",): {"True": "offered"},
}
"""Values for which a record has a word of its own."""


def leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every value of a file that says something about the case, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            head = not path and key in {"note", "case"}
            if key not in LINKS | AS_WORDS and not head:
                yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    elif value is not None and value != "":
        yield path, str(value)


def _words_of(*records: Any) -> set[str]:
    """Every value of these records, but for those in fields that are called a note."""
    return {value for record in records for value in _values(record)}


def _of_people(review: Review) -> list[set[str]]:
    """What is kept of each person of the register, in its order."""
    return [
        _words_of(person, *kinship.IDENTIFIERS.listing(review, person_id=person.id))
        for person in people.listing(review)
    ]


def _of_stakeholders(review: Review) -> list[set[str]]:
    """What is kept of each stakeholder: their own records and the steps towards names that they had part in."""
    found = []
    register = {person.id: person for person in people.listing(review)}
    for who in involvement.STAKEHOLDERS.listing(review):
        mine: list[Any] = [who, register[who.person_id]]
        for table in (involvement.ADVOCACY, involvement.WISHES, involvement.DATES_TO_AVOID, involvement.OFFERS):
            mine += table.listing(review, stakeholder_id=who.id)  # type: ignore[attr-defined]  # tables of several kinds
        mine += kinship.IDENTIFIERS.listing(review, person_id=who.person_id)
        for step in naming.STEPS.listing(review):
            if who.person_id in (step.by_id, step.to_id, step.subject_id):
                mine += [step, register[step.subject_id]]
        found.append(_words_of(*mine))
    return found


def _of_comments(review: Review) -> list[set[str]]:
    sessions = {each.id: each for each in involvement.READINGS.listing(review)}
    return [_words_of(each, sessions[each.reading_id]) for each in involvement.COMMENTS.listing(review)]


def _matched(rows: list[dict[str, Any]], kept: list[set[str]], *, in_order: bool) -> Iterator[tuple[str, str, bool]]:
    """Each value of each row, and whether it is in the record of that row: the nth, or the one that holds the most."""
    for at, row in enumerate(rows):
        said = [(".".join(path), said_in_records(path, value)) for path, value in leaves(row)]
        values = {value for _, value in said}
        mine = kept[at] if in_order else max(kept, key=lambda each: len(values & each))
        yield from ((path, value, value in mine) for path, value in said)


def _values(record: Any) -> Iterator[str]:
    for field in fields(record):
        value = getattr(record, field.name)
        if "note" in field.name or value is None:
            continue
        for each in value if isinstance(value, tuple) else (value,):
            if is_dataclass(each):
                yield from _values(each)
            else:
                yield each.value if isinstance(each, StrEnum) else str(each)


def said_in_records(path: tuple[str, ...], value: str) -> str:
    """The value as a record says it."""
    name = path[-1]
    if name == "date" and len(value) == len("08-14"):
        return f"--{value}"
    return SAID_OTHERWISE.get((name,), {}).get(value, value)


def lost(review: Review) -> tuple[list[tuple[str, str]], int]:
    """The values that are not in the records of what they were said of, each with its keys; and how many there are."""
    rows = json.loads(PEOPLE.read_text(encoding="utf-8"))["people"]
    family = json.loads(FAMILY.read_text(encoding="utf-8"))
    alone = {
        "contacts": [_words_of(each) for each in involvement.CONTACTS.listing(review)],
        "draft_reading_meetings": [_words_of(each) for each in involvement.READINGS.listing(review)],
        "feedback": _of_comments(review),
        "key_dates_to_avoid": [_words_of(each) for each in involvement.DATES_TO_AVOID.listing(review)],
    }
    every = list(_matched(rows, _of_people(review), in_order=True))
    every += _matched(family["stakeholders"], _of_stakeholders(review), in_order=True)
    for key, kept in alone.items():
        every += _matched(family[key], kept, in_order=False)
    return [(path, value) for path, value, found in every if not found], len(every)


def main() -> int:
    """Load, count and say."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "library", "a long passphrase", Cost(64, 1, 1))
        review = library.create_review(ReviewFacts("Aldermarsh", reference="ACSP/DHR/07"))
        load(review)
        missing, total = lost(review)
        library.close()
    said = [f"{total - len(missing)} of {total} values kept in fields of their own, none in a note"]
    said += [f"  lost: {path} = {value}" for path, value in missing]
    sys.stdout.write("\n".join([*said, ""]))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
