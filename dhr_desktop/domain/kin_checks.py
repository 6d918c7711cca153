"""What cannot be, or is unlikely, in what the register says of people and their relations, in clear sentences."""

from collections.abc import Callable, Iterable, Sequence

from dhr_desktop.domain.dates import EdtfDate, NotEdtf, parse
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.relations import Relation, RelationKind

LONGEST_NAME = 120
_YOUNGEST_PARENT = 11
_OLDEST = 115
Called = Callable[[Person], str]


def of_person(person: Person) -> list[str]:
    """What is wrong with somebody's name and dates; nothing of it is refused, for the records may say so."""
    found = []
    if len(person.real_name) > LONGEST_NAME:
        found.append("This name is very long. Look whether something else stands in it.")
    born, died = _date(person.born), _date(person.died)
    if born and died and _surely_before(died, born):
        found.append("The death is before the birth. One of the two dates is wrong.")
    elif born and died and born.earliest and died.latest and died.latest.year - born.earliest.year > _OLDEST:
        found.append(f"By these dates they were more than {_OLDEST} years old.")
    return found


def of_relation(relation: Relation, people: Iterable[Person], called: Called) -> list[str]:
    """What is unlikely about a relation, from the dates of both and its own."""
    known = {person.id: person for person in people}
    one, other = known.get(relation.person_id), known.get(relation.other_id)
    found = []
    began, ended = _date(relation.began), _date(relation.ended)
    if began and ended and _surely_before(ended, began):
        found.append("It ended before it began. One of the two dates is wrong.")
    if one is None or other is None:
        return found
    born, child_born = _date(one.born), _date(other.born)
    if relation.kind is RelationKind.PARENT and born and child_born:
        if _surely_before(child_born, born):
            found.append(f"{called(one)} is younger than their child {called(other)}.")
        elif born.earliest and child_born.latest and child_born.latest.year - born.earliest.year < _YOUNGEST_PARENT:
            found.append(f"{called(one)} was a child when {called(other)} was born.")
    return found


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


def _date(edtf: str) -> EdtfDate | None:
    try:
        return parse(edtf) if edtf else None
    except NotEdtf:
        return None


def _surely_before(one: EdtfDate, other: EdtfDate) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
