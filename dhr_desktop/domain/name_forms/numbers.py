"""What else points at one person: telephones, e-mail, NHS numbers, vehicles, dates of birth, staff numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dhr_desktop.domain.identifiers import IdentifierKind

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0)\d(?:[\s()-]{0,2}\d){8,9}(?![\w/])")
_NHS = re.compile(
    r"(?<![\w/-])\d{3}([ -])\d{3}\1\d{4}(?![\w/-])|(?<=NHS )\d{10}\b|(?<=NHS No )\d{10}\b|(?<=NHS number )\d{10}\b"
)
_VEHICLE = re.compile(
    r"(?<![\w/-])(?:[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z])(?![\w/-])"
)
_NEW_VEHICLE = re.compile(r"[A-Z]{2}\d{2}\s?[A-Z]{3}")
_INSURANCE = re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?!\w)")
_POLICE_COMPUTER = re.compile(r"(?<![\w/])\d{2,4}/\d{1,7}[A-HJ-NP-RT-Z](?![\w/])")
_STAFF = re.compile(r"\b(?:PC|WPC|PCSO|PS|DC|DS|DI|DCI|Sgt|Insp|CI)\s?\d{2,6}(?!\w)")
_CAR_NEAR = re.compile(r"\b(?:car|van|vehicle|reg|registration|vrm|index|driv|drove|astra|motor)", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"(?<![\w/.-])(\d{1,2})(?:st|nd|rd|th)?([/.\- ])(\d{1,2}|(?:"
    + "|".join(_MONTHS)
    + r")[a-z]*)\2(\d{4}|\d{2})(?![\w/-])",
    re.IGNORECASE,
)
_BORN_BEFORE = re.compile(r"(?:\bb\.?|\bborn(?: on)?|\bd\.?o\.?b\.?|date of birth)[:\s]*$", re.IGNORECASE)
_BIRTH_NEAR = re.compile(r"\b(?:birth|born|delivered|delivery)\b", re.IGNORECASE)
# What a text must hold at the least, so that most are passed over quickly.
_MANY_DIGITS = re.compile(r"\d[\s()-]{0,2}\d[\s()-]{0,2}\d[\s()-]{0,2}\d[\s()-]{0,2}\d[\s()-]{0,2}\d[\s()-]{0,2}\d")
_LETTER_AND_DIGIT = re.compile(r"[A-Z]\s?\d|(?:Sgt|Insp)\s?\d|\d[A-Z]")
_DATE_LIKE = re.compile(r"\d[/.\-]\d|\d(?:st|nd|rd|th)?[ -](?:" + "|".join(_MONTHS) + ")", re.IGNORECASE)
_ROOM = 30
_OF_AN_OFFICE = re.compile(r"(?:\+44[\s-]?(?:\(0\))?|0)[\s-]?[389]")
"""Freephone and other numbers that no person has: 0300, 0808, 0845, 0906."""
_DIGITS_OF_A_PHONE = (10, 11, 12)


@dataclass(frozen=True, slots=True)
class Number:
    """Something that points at a person, where it stands; `born` is the day of a date of birth.

    `surely` is False of a date that may be one of birth, and may be any other.
    """

    start: int
    end: int
    surface: str
    kind: IdentifierKind
    born: date | None = None
    surely: bool = True


def numbers(text: str) -> Iterator[Number]:
    """Every such thing in a text, from left to right for each kind."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Number(match.start(), match.end(), match[0].rstrip("."), IdentifierKind.EMAIL)
    if _MANY_DIGITS.search(text):
        yield from _long_numbers(text)
    if _LETTER_AND_DIGIT.search(text):
        yield from _marks(text)
    if _DATE_LIKE.search(text):
        yield from _births(text)


def _long_numbers(text: str) -> Iterator[Number]:
    taken: set[int] = set()
    for match in _NHS.finditer(text):
        taken.update(range(match.start(), match.end()))
        yield Number(match.start(), match.end(), match[0], IdentifierKind.NHS_NUMBER)
    for match in _PHONE.finditer(text):
        digits = sum(letter.isdigit() for letter in match[0])
        if match.start() not in taken and digits in _DIGITS_OF_A_PHONE and not _OF_AN_OFFICE.match(match[0]):
            yield Number(match.start(), match.end(), match[0], IdentifierKind.PHONE)


def _marks(text: str) -> Iterator[Number]:
    for match in _INSURANCE.finditer(text):
        yield Number(match.start(), match.end(), match[0], IdentifierKind.OTHER)
    for match in _POLICE_COMPUTER.finditer(text):
        yield Number(match.start(), match.end(), match[0], IdentifierKind.OTHER)
    for match in _VEHICLE.finditer(text):
        near = text[max(0, match.start() - _ROOM) : match.end() + _ROOM]
        if _NEW_VEHICLE.fullmatch(match[0]) or _CAR_NEAR.search(near):
            yield Number(match.start(), match.end(), match[0], IdentifierKind.REGISTRATION)
    for match in _STAFF.finditer(text):
        yield Number(match.start(), match.end(), match[0], IdentifierKind.STAFF_NUMBER)


def _births(text: str) -> Iterator[Number]:
    for match in _DATE.finditer(text):
        day = _day(match[1], match[3], match[4])
        if day:
            before = text[max(0, match.start() - _ROOM) : match.start()]
            surely = bool(_BORN_BEFORE.search(before))
            yield Number(match.start(), match.end(), match[0], IdentifierKind.BIRTH, day, surely)


def birth_is_near(text: str, number: Number) -> bool:
    """Whether a birth is told of beside a date."""
    return bool(_BIRTH_NEAR.search(text[max(0, number.start - 2 * _ROOM) : number.end + _ROOM]))


def _day(day: str, month: str, year: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    full = int(year) if len(year) > 2 else int(year) + (2000 if int(year) < 30 else 1900)  # noqa: PLR2004 - a century
    try:
        return date(full, number, int(day))
    except ValueError:
        return None
