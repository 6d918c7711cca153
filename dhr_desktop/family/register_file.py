"""Reads a register of people from a CSV file, for work without a window: one person a row.

The columns are found by their headings: Name, Role, Relationship, Pseudonym and Other forms, the last
holding further written forms of the name with semicolons between them.
"""

import csv
import io
import re
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role

HEADINGS = ("name", "role", "relationship", "pseudonym", "other forms")
_TITLES = re.compile(r"(mr|mrs|ms|miss|dr|pc|ps|sgt|di|dc|nurse|sister|cllr|prof)\.?\s", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){2,4}")
_ROLE_WORDS = {
    Role.VICTIM: ("victim",),
    Role.PERPETRATOR: ("perpetrator",),
    Role.CHILD: ("child",),
    Role.FAMILY: ("family", "mother", "father", "sister", "brother", "relative"),
    Role.FRIEND: ("friend",),
    Role.PROFESSIONAL: ("professional", "officer", "doctor", "nurse", "worker", "teacher"),
}


class RegisterUnreadable(UserError):
    """The file holds no register of people."""

    code: ClassVar[str] = "P001"


def read_register(data: bytes) -> list[Person]:
    """The people of a UTF-8 CSV file, in its order. Raises `RegisterUnreadable` when it holds none."""
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


def _person(row: dict[str, str | None]) -> Person | None:
    cells = {(heading or "").strip().casefold(): (cell or "").strip() for heading, cell in row.items() if heading}
    name, role, relationship, pseudonym, others = (cells.get(heading, "") for heading in HEADINGS)
    if not name:
        return None
    forms = dict.fromkeys(form for part in others.split(";") if (form := part.strip()) and form != name)
    return Person(
        id=0,
        real_name=name,
        role=_role(role),
        pseudonym=pseudonym,
        relationship=relationship,
        forms=tuple(NameForm(form, kind_of(form, name)) for form in forms),
    )


def _role(text: str) -> Role:
    said = text.casefold()
    for role, words in _ROLE_WORDS.items():
        if any(word in said for word in words):
            return role
    return Role.OTHER
