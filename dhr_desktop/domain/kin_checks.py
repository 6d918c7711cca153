"""What is unlikely in what the register says of people, in clear sentences; of dates `contradictions` tells."""

from collections.abc import Callable, Iterable, Sequence

from dhr_desktop.domain.contradictions import lives
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.people import Person

LONGEST_NAME = 120
Called = Callable[[Person], str]


def of_person(person: Person) -> list[str]:
    """What is wrong with somebody's name and dates; nothing of it is refused, for the records may say so."""
    found = []
    if len(person.real_name) > LONGEST_NAME:
        found.append("This name is very long. Look whether something else stands in it.")
    return [*found, *(each.words for each in lives.of_person(person))]


def of_numbers(
    person_id: int, identifiers: Sequence[Identifier], people: Iterable[Person], called: Called
) -> list[str]:
    """Who else has the same NHS number as somebody: one of the two is wrong."""
    names = {person.id: called(person) for person in people}
    mine = {_digits(each) for each in identifiers if each.person_id == person_id and _is_number(each)}
    others = dict.fromkeys(
        each.person_id
        for each in identifiers
        if each.person_id != person_id and _is_number(each) and _digits(each) in mine
    )
    return [f"{names.get(other, 'Somebody else')} has the same NHS number." for other in others]


def _is_number(identifier: Identifier) -> bool:
    return identifier.kind is IdentifierKind.NHS_NUMBER and bool(_digits(identifier))


def _digits(identifier: Identifier) -> str:
    return "".join(letter for letter in identifier.value if letter.isdigit())
