"""What cannot be, or is unlikely, between somebody's birth and death and what else is noted of them.

It is never refused, for nobody can tell which of two records is wrong; it is said where either is typed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dhr_desktop.domain.approaches import Approach
from dhr_desktop.domain.children import ChildRecord, Responsibility
from dhr_desktop.domain.contacts import Contact
from dhr_desktop.domain.contradictions.sure import least_years, most_years, surely_before, surely_more_than
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.dates import NotEdtf, in_british_words, parse
from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.offers import Offer
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.pregnancies import Pregnancy
from dhr_desktop.domain.readings import Reading
from dhr_desktop.domain.relations import COUPLES, Ending, HouseholdMember, Relation, RelationKind
from dhr_desktop.domain.stakeholders import Advocacy, Stakeholder, Wish
from dhr_desktop.domain.ties import Stay

Called = Callable[[Person], str]
YOUNGEST_PARENT = 12
OLDEST = 115
_LONGEST_PREGNANCY = 310
"""Days after a father's death on which a child of his may still be born."""
_TWINS_APART = 100
"""Days between the births of twins, at the most; the longest that are known were fewer."""
_BORN_TOGETHER = frozenset({RelationKind.TWIN, RelationKind.IDENTICAL_TWIN})

OF_A_LIFE: Mapping[type, Mapping[str, str]] = {
    Identifier: {"since": "This began"},
    Stay: {"since": "The time in this household began"},
    HouseholdMember: {"since": "The time in this household began"},
    Pregnancy: {"began": "The pregnancy began", "ended": "The pregnancy ended"},
    Stakeholder: {
        "asked_on": "They were asked",
        "ask_again_on": "They are to be asked again",
    },
    Advocacy: {
        "signposted_on": "They were told of it",
        "offered_on": "An advocate was offered",
        "answered_on": "They answered",
        "began_on": "The advocate began",
    },
    Wish: {"said_on": "The wish was said"},
    Contact: {"on": "The contact was", "next_on": "The next contact is planned"},
    Offer: {"offered_on": "It was offered", "answered_on": "They answered"},
    ChildRecord: {"help_offered_on": "Help was offered", "asked_on": "They were asked"},
    Responsibility: {"since": "Parental responsibility began"},
    Reading: {"on": "The reading was"},
    Approach: {"on": "They were approached", "answered_on": "They answered"},
}
"""What happens in somebody's life, by the days that tell of it; none of it comes before a birth or after a death."""

OF_THE_REVIEW = frozenset({Stakeholder, Advocacy, Contact, Offer, Reading, Approach})
"""Records of what the review does, which begins with the death that it is about."""

WHERE_TO_LOOK = "Look at both dates; one of them is wrong."


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody's birth and death, as EDTF text or '', and what they are called on the screen."""

    called: str
    born: str = ""
    died: str = ""


def life_of(person: Person, called: Called) -> Life:
    """The life of somebody of the register."""
    return Life(called(person), person.born, person.died)


def of_person(person: Person) -> list[Contradiction]:
    """What is wrong with the dates of somebody's own life."""
    if surely_before(person.died, person.born):
        return [
            Contradiction("The death is before the birth. Look at both dates; one of them is wrong.", ("born", "died"))
        ]
    if person.born and person.died and least_years(person.born, person.died) > OLDEST:
        words = f"By these dates they were more than {OLDEST} years old. {WHERE_TO_LOOK}"
        return [Contradiction(words, ("born", "died"))]
    return []


def of_the_death(person: Person, death: str, called: Called) -> list[Contradiction]:
    """What the death of the victim says against that which the review itself says it is about (`death`)."""
    apart = surely_before(person.died, death) or surely_before(death, person.died)
    if person.role is not Role.VICTIM or not apart:
        return []
    words = f"The review is about a death on another date than that of {called(person)}, {_words(death)}."
    return [Contradiction(f"{words} {WHERE_TO_LOOK}", ("died",))]


def outside(record: object, lives: Iterable[Life], death: str = "", of: type | None = None) -> list[Contradiction]:
    """What a record puts before a birth, after a death, or before the death that the review is about (`death`)."""
    kind = of or type(record)
    told, everyone = OF_A_LIFE.get(kind, {}), list(lives)
    found = []
    for name, words in told.items():
        when = getattr(record, name)
        if not when:
            continue
        for life in everyone:
            if surely_before(when, life.born):
                found.append(_outside(name, f"{words} before {life.called} was born, {_words(life.born)}."))
            if surely_before(life.died, when):
                found.append(_outside(name, f"{words} after {life.called} had died, {_words(life.died)}."))
        if kind in OF_THE_REVIEW and surely_before(when, death):
            found.append(_outside(name, f"{words} before the death that the review is about, {_words(death)}."))
    return found


def of_relation(relation: Relation, people: Iterable[Person], called: Called) -> list[Contradiction]:
    """What is unlikely about a relation, from its own dates and the lives of both."""
    known = {person.id: person for person in people}
    one, other = known.get(relation.person_id), known.get(relation.other_id)
    found = []
    if surely_before(relation.ended, relation.began):
        found.append(Contradiction(f"It ended before it began. {WHERE_TO_LOOK}", ("began", "ended")))
    if one is None or other is None:
        return found
    if relation.kind is RelationKind.PARENT:
        found += _of_a_birth(one, other, called)
    if relation.kind in _BORN_TOGETHER:
        found += _of_twins(one, other, called)
    if relation.kind in COUPLES:
        found += _of_a_couple(relation, (one, other), called)
    return found


def _of_a_birth(parent: Person, child: Person, called: Called) -> list[Contradiction]:
    if not parent.born or not child.born:
        young = ""
    elif surely_before(child.born, parent.born):
        young = f"{called(parent)} is younger than their child {called(child)}."
    elif most_years(parent.born, child.born) < YOUNGEST_PARENT:
        young = f"{called(parent)} was a child when {called(child)} was born, younger than {YOUNGEST_PARENT}."
    else:
        young = ""
    late = ""
    carried = 0 if parent.sex is Sex.FEMALE else _LONGEST_PREGNANCY
    if parent.died and child.born and surely_more_than(carried, parent.died, child.born):
        late = f"{called(child)} was born after {called(parent)} had died."
    return [Contradiction(f"{words} Look at both dates, and at the relation.") for words in (young, late) if words]


def _of_twins(one: Person, other: Person, called: Called) -> list[Contradiction]:
    """Twins may be born on either side of a midnight, and now and then some days apart; weeks apart is a slip."""
    first, then = (one, other) if surely_before(one.born, other.born) else (other, one)
    if not (one.born and other.born and surely_more_than(_TWINS_APART, first.born, then.born)):
        return []
    words = f"{called(one)} and {called(other)} are twins, but were not born together."
    return [Contradiction(f"{words} Look at both dates, and at the relation.")]


def _of_a_couple(relation: Relation, pair: tuple[Person, Person], called: Called) -> list[Contradiction]:
    found = []
    for each in pair:
        for name, when in (("began", relation.began), ("ended", relation.ended)):
            if when and surely_before(when, each.born):
                found.append(_outside(name, f"It {name} before {called(each)} was born, {_words(each.born)}."))
            if when and surely_before(each.died, when):
                found.append(_outside(name, f"It {name} after {called(each)} had died, {_words(each.died)}."))
    if relation.ending is Ending.DIED and not any(each.died for each in pair):
        words = "It ended by a death, but the register says of neither that they have died. Enter the death there."
        found.append(Contradiction(words, ("ending",)))
    return found


def _outside(name: str, words: str) -> Contradiction:
    return Contradiction(f"{words} {WHERE_TO_LOOK}", (name,))


def _words(edtf: str) -> str:
    try:
        return in_british_words(parse(edtf))
    except NotEdtf:
        return edtf
