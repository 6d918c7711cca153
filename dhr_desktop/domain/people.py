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


@dataclass(frozen=True, slots=True)
class NameForm:
    """One written form of a person's name."""

    form: str
    kind: FormKind


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the records name. `id` is 0 until the store has given one."""

    id: int
    real_name: str
    role: Role
    pseudonym: str = ""
    relationship: str = ""
    forms: tuple[NameForm, ...] = ()

    @property
    def stands_as(self) -> str:
        """What an anonymised edition prints: the pseudonym, or the role when none has been chosen."""
        return self.pseudonym or self.relationship or self.role.value
