"""What points at one person besides their name: telephone numbers, addresses, NHS numbers, registrations."""

from dataclasses import dataclass
from enum import StrEnum


class IdentifierKind(StrEnum):
    """What an identifier is, in the words of the register."""

    ADDRESS = "address"
    PHONE = "telephone"
    EMAIL = "e-mail"
    NHS_NUMBER = "NHS number"
    REGISTRATION = "vehicle registration"
    CASE_NUMBER = "case or reference number"
    ACCOUNT = "online account"
    WORKPLACE = "workplace"
    SCHOOL = "school or nursery"
    BIRTH = "date of birth"
    STAFF_NUMBER = "staff or collar number"
    OTHER = "other identifier"


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier of a person. `since` and `until` are EDTF text or ''. `id` is 0 until the store has given one."""

    id: int
    person_id: int
    kind: IdentifierKind
    value: str
    note: str = ""
    since: str = ""
    until: str = ""
