"""What points at one person besides their name: telephone numbers, addresses, NHS numbers, registrations."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_TEN_DIGITS = re.compile(r"\d{10}", re.ASCII)
_BETWEEN = re.compile(r"[\s.\-\u2010-\u2015]+")
_LEAP_YEAR = 2024


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


def check_digit_fits(nhs_number: str) -> bool:
    """Whether an NHS number may be what it says: modulus 11 over its ten digits.

    What is not ten digits, as the numbers of before 1996 are not, and a Scottish one, which begins with a day of birth,
    are other numbers under other rules: nothing is said against them.
    """
    digits = _BETWEEN.sub("", nhs_number)
    if not _TEN_DIGITS.fullmatch(digits) or _begins_with_a_day(digits):
        return True
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == int(digits[-1])


def _begins_with_a_day(digits: str) -> bool:
    try:
        date(_LEAP_YEAR, int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    return True
