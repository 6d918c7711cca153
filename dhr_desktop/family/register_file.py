"""Reads a register of people from a CSV file, for work without a window: one person a row.

The columns are found by their headings: Name, Role, Relationship, Pseudonym and Other forms, the last
holding further written forms of the name with semicolons between them, each with what it is in brackets where its
shape does not say so: 'Kaylee (misspelling)'. Born, Died, Sex, Background and Agency are understood too, and one column
for each kind of identifier (Telephone, NHS number, Address and so on), several with semicolons between them.
"""

import csv
import io
import re
from dataclasses import dataclass
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.dates import NotEdtf, parse
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role, Sex

HEADINGS = ("name", "role", "relationship", "pseudonym", "other forms")
_TITLES = re.compile(r"(mr|mrs|ms|miss|dr|pc|ps|sgt|di|dc|nurse|sister|cllr|prof)\.?\s", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){2,4}")
_ROLE_WORDS = {
    Role.VICTIM: ("victim",),
    Role.PERPETRATOR: ("perpetrator",),
    Role.CHILD: ("child",),
    Role.FAMILY: ("family", "mother", "father", "sister", "brother", "relative"),
    Role.FRIEND: ("friend",),
    Role.NEIGHBOUR: ("neighbour",),
    Role.COLLEAGUE: ("colleague",),
    Role.EMPLOYER: ("employer", "manager"),
    Role.PROFESSIONAL: ("professional", "officer", "doctor", "nurse", "worker", "teacher"),
}


_KINDS = {
    IdentifierKind.PHONE: ("telephone", "phone", "mobile"),
    IdentifierKind.NHS_NUMBER: ("nhs number", "nhs no"),
    IdentifierKind.EMAIL: ("e-mail", "email"),
    IdentifierKind.ADDRESS: ("address",),
    IdentifierKind.REGISTRATION: ("vehicle", "vehicle registration", "registration"),
    IdentifierKind.CASE_NUMBER: ("case number", "collar number", "reference"),
    IdentifierKind.ACCOUNT: ("online account", "account"),
    IdentifierKind.WORKPLACE: ("workplace",),
    IdentifierKind.SCHOOL: ("school",),
    IdentifierKind.OTHER: ("other identifier",),
}
_SEXES = {"f": Sex.FEMALE, "female": Sex.FEMALE, "m": Sex.MALE, "male": Sex.MALE}
_FORM_AND_KIND = re.compile(r"(?P<form>.+?)\s*\((?P<kind>[^()]+)\)")
_SLASHED = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class Registered:
    """A person of a file, with what else it says of them. `agency` is its name; identifiers have no person yet."""

    person: Person
    agency: str = ""
    identifiers: tuple[Identifier, ...] = ()


class RegisterUnreadable(UserError):
    """The file holds no register of people."""

    code: ClassVar[str] = "P001"


def form_of(words: str, real_name: str) -> NameForm:
    """A written form; what kind it is stands in brackets after it, or is seen from its shape."""
    told = _FORM_AND_KIND.fullmatch(words)
    said = told["kind"].strip().casefold() if told else ""
    kind = next((each for each in FormKind if each.value == said), None)
    return NameForm(told["form"], kind) if told and kind else NameForm(words, kind_of(words, real_name))


def read_register(data: bytes) -> list[Person]:
    """The people of a UTF-8 CSV file, in its order. Raises `RegisterUnreadable` when it holds none."""
    return [each.person for each in read_all(data)]


def read_all(data: bytes) -> list[Registered]:
    """The people of a UTF-8 CSV file with agencies and identifiers. Raises `RegisterUnreadable` when it holds none."""
    try:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    except (UnicodeDecodeError, csv.Error):
        rows = []
    people = [person for row in rows if (person := _person(row))]
    if not people:
        raise RegisterUnreadable(
            "The file of people could not be read.",
            "Save it as CSV (UTF-8) with the columns Name, Role, Relationship, Pseudonym and Other forms.",
        )
    return people


def kind_of(form: str, real_name: str) -> FormKind:
    """What kind of form of `real_name` this is, judged by its shape; a single unknown word is a nickname."""
    words = real_name.split()
    if _INITIALS.fullmatch(form):
        return FormKind.INITIALS
    if _TITLES.match(form):
        return FormKind.TITLED
    if words and form.casefold() == words[0].casefold():
        return FormKind.FIRST
    if words and form.casefold() == words[-1].casefold():
        return FormKind.SURNAME
    return FormKind.FULL if " " in form or "," in form else FormKind.NICKNAME


def _person(row: dict[str, str | None]) -> Registered | None:
    cells = {(heading or "").strip().casefold(): (cell or "").strip() for heading, cell in row.items() if heading}
    name, role, relationship, pseudonym, others = (cells.get(heading, "") for heading in HEADINGS)
    if not name:
        return None
    forms = dict.fromkeys(form for part in others.split(";") if (form := part.strip()) and form != name)
    person = Person(
        id=0,
        real_name=name,
        role=_role(role),
        pseudonym=pseudonym,
        relationship=relationship,
        forms=tuple(dict.fromkeys(form_of(form, name) for form in forms)),
        born=_edtf(cells.get("born") or cells.get("date of birth") or cells.get("dob") or ""),
        died=_edtf(cells.get("died") or cells.get("date of death") or ""),
        sex=_sex(cells.get("sex") or cells.get("gender") or ""),
        alleged="alleged" in role.casefold(),
        background=cells.get("background", ""),
        works_for=cells.get("works for", ""),
    )
    return Registered(person, cells.get("agency", ""), tuple(_identifiers(cells)))


def _identifiers(cells: dict[str, str]) -> list[Identifier]:
    return [
        Identifier(0, 0, kind, value.strip())
        for kind, headings in _KINDS.items()
        for heading in headings
        for value in cells.get(heading, "").split(";")
        if value.strip()
    ]


def _edtf(words: str) -> str:
    """A day as ISO or as the British write it in figures, or EDTF; '' for what is neither, which is not guessed at."""
    day = _SLASHED.fullmatch(words)
    written = f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}" if day else words
    try:
        return parse(written).edtf if written else ""
    except NotEdtf:
        return ""


def _sex(words: str) -> Sex:
    said = words.casefold()
    return _SEXES.get(said, Sex.ANOTHER if said else Sex.NOT_SAID)


def _role(text: str) -> Role:
    said = text.casefold()
    for role, words in _ROLE_WORDS.items():
        if any(word in said for word in words):
            return role
    return Role.OTHER
