"""What else points at somebody and is covered as names are: addresses, numbers, those who stand by a family."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dhr_desktop.domain.approaches import Approach, Through
from dhr_desktop.domain.covered import CoveredName
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.name_digits import digits_of
from dhr_desktop.domain.name_words import TITLES
from dhr_desktop.domain.names import derived_forms
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Advocacy, Stakeholder

_STANDS_AS = {
    IdentifierKind.ADDRESS: "an address",
    IdentifierKind.PHONE: "a telephone number",
    IdentifierKind.EMAIL: "an e-mail address",
    IdentifierKind.NHS_NUMBER: "an NHS number",
    IdentifierKind.REGISTRATION: "a vehicle registration",
    IdentifierKind.ACCOUNT: "an online account",
}
_SHORTEST = 5
_FIRST_LINE = re.compile(r"\d+\w?\s+[A-Z].*")
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.’'-]*)(?:\s+[^\W\d_a-z][\w.’'-]*){1,4}")
"""Two to five words, each with a capital letter: 'not yet known' is nobody's name."""


def of_identifiers(identifiers: Iterable[Identifier]) -> Iterator[CoveredName]:
    """Those that point at one person wherever they stand; of an address its line with the number as well."""
    for each in identifiers:
        stands_as, value = _STANDS_AS.get(each.kind), " ".join(each.value.split())
        if stands_as and _can_be_looked_for(value):
            lines = [part.strip() for part in value.split(",")] if each.kind is IdentifierKind.ADDRESS else []
            yield CoveredName(value, "", tuple(line for line in lines if _FIRST_LINE.fullmatch(line)), stands_as)


def of_helpers(
    stakeholders: Iterable[Stakeholder],
    advocacy: Iterable[Advocacy],
    approaches: Iterable[Approach],
    people: Sequence[Person],
) -> Iterator[CoveredName]:
    """Advocates, liaison officers and those through whom somebody was approached; the register goes before them."""
    named = [
        *((each.liaison_officer, "a family liaison officer") for each in stakeholders),
        *((each.advocate, "an advocate") for each in advocacy),
        *((each.through_who, _through(each)) for each in approaches),
    ]
    wanted = {name: stands_as for words, stands_as in named if (name := _name_in(words))}
    if not wanted:
        return
    known = {form.form.casefold() for person in people for form in (*person.forms, *derived_forms(person))}
    for name, stands_as in wanted.items():
        forms = [form for form in _forms(name) if form.casefold() not in known]
        if forms:
            yield CoveredName(forms[0], "", tuple(forms[1:]), stands_as)


def _can_be_looked_for(value: str) -> bool:
    if not any(letter.isalpha() for letter in value):
        return bool(digits_of(value))
    return len(value) >= _SHORTEST and (any(letter.isdigit() for letter in value) or "@" in value or " " in value)


def _through(approach: Approach) -> str:
    direct = approach.through in (Through.DIRECT, Through.OTHER)
    return "somebody who knows them" if direct else f"the {approach.through.value}"


def _name_in(words: str) -> str:
    """The name at the beginning of what was typed: 'DC Amina Rahman, Fenshire Police'; '' where none is."""
    first = re.split(r"[,;:(/]", " ".join(words.split()), maxsplit=1)[0].strip()
    return first if _NAME.fullmatch(first) else ""


def _forms(name: str) -> list[str]:
    """In full, turned round, and with a title; a surname alone, which may be a word, is not looked for."""
    words = name.split()
    title = words[0] if words[0].rstrip(".").lower() in TITLES else ""
    found = [form.form for form in derived_forms(Person(0, name, Role.OTHER)) if " " in form.form]
    return list(dict.fromkeys([name, *found, *([f"{title} {words[-1]}"] if title else [])]))
