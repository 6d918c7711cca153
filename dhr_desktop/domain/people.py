"""The register of people: real names, the other forms a name takes, and what stands in its place."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A person's place in the review, in the words an edition prints when there is no pseudonym."""

    VICTIM = "the victim"
    PERPETRATOR = "the perpetrator"
    CHILD = "a child"
    FAMILY = "a family member"
    FRIEND = "a friend"
    NEIGHBOUR = "a neighbour"
    COLLEAGUE = "a colleague"
    EMPLOYER = "an employer"
    PROFESSIONAL = "a professional"
    OTHER = "another person"


class FormKind(StrEnum):
    """How a form of a name is to be looked for; see `domain.names`."""

    FULL = "full name"
    MAIDEN = "former name"
    FIRST = "first name"
    SURNAME = "surname"
    NICKNAME = "nickname"
    TITLED = "title and surname"
    INITIALS = "initials"
    MISSPELLING = "misspelling"
    RELATION = "word for a relation"
    LABEL = "label of the records"


NO_NAMES = frozenset({FormKind.RELATION, FormKind.LABEL})
"""Forms by which somebody is known in the records, and which are no names: 'mother' or 'Subject 2'."""


class Sex(StrEnum):
    """Which symbol a genogram gives a person."""

    NOT_SAID = ""
    FEMALE = "female"
    MALE = "male"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class NameForm:
    """One written form of a person's name."""

    form: str
    kind: FormKind


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the records name. `id` is 0 until the store has given one.

    `born` and `died` are EDTF text or ''. `alleged` is for a perpetrator whom no court has found to be one.
    `background` is culture and heritage in the family's words, for choosing a name that fits. `works_for` is an
    employer or service that is no contributing agency of the review.
    """

    id: int
    real_name: str
    role: Role
    pseudonym: str = ""
    relationship: str = ""
    forms: tuple[NameForm, ...] = ()
    born: str = ""
    died: str = ""
    sex: Sex = Sex.NOT_SAID
    alleged: bool = False
    background: str = ""
    agency_id: int | None = None
    works_for: str = ""

    @property
    def stands_as(self) -> str:
        """What an anonymised edition prints: the pseudonym, or the role when none has been chosen."""
        return self.pseudonym or self.relationship or self.role.value


@dataclass(frozen=True, slots=True)
class RefusedForm:
    """A form that was proposed as a name and is none: of this person, or of nobody where `person_id` is None."""

    id: int
    form: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class FormPlace:
    """What a form means where it stands the `nth` time (from 0) in a field of an entry; None is nobody's name."""

    id: int
    entry_id: int
    field: str
    form: str
    nth: int
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class FormLine:
    """What a form means where it stands the `nth` time (from 0) in a line outside the entries; None is nobody's name.

    Titles, notes and letters are shown in many ways: what holds of a line in all of them is its own words, without the
    room at its ends.
    """

    id: int
    line: str
    form: str
    nth: int
    person_id: int | None = None
