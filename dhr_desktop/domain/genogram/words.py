"""A family picture in words, for a reader who cannot see it and for a screen reader."""

from collections.abc import Iterator

from dhr_desktop.domain.counting import counted
from dhr_desktop.domain.dates import NotEdtf, in_british_words, parse
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.labels import Naming, lifetime
from dhr_desktop.domain.people import Role, Sex
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.domain.relations import COUPLES, Ending, Relation
from dhr_desktop.domain.ties import seen_from

_MARKS = {Role.VICTIM: "the victim", Role.PERPETRATOR: "the perpetrator"}


def of_family(family: Family, naming: Naming) -> str:
    """Everyone in it with their relations, each relation told once."""
    if not family.by_id:
        return "Nobody is in the family picture yet."
    told: set[int] = set()
    there = [key for key in family.by_id if key not in family.unborn]
    sentences = [f"A family picture with {counted(len(there), 'person', 'people')}."]
    for key in there:
        own = [each for each in family.relations if key in (each.person_id, each.other_id) and each.id not in told]
        told.update(each.id for each in own)
        sentences.append(
            f"{_who(family, key, naming)}{''.join(f'; {one}' for one in _ties(family, key, own, naming))}."
        )
    return " ".join(sentences)


def of_person(family: Family, person_id: int, naming: Naming) -> str:
    """One person with all their relations; or one pregnancy."""
    if person_id in family.unborn:
        one = family.unborn[person_id]
        who = next(each for each in family.people if each.id == one.person_id)
        words = of_pregnancy(family, one, naming)
        return f"{words[:1].upper()}{words[1:]}; of {naming.name(who)}."
    own = [each for each in family.relations if person_id in (each.person_id, each.other_id)]
    return f"{_who(family, person_id, naming)}{''.join(f'; {one}' for one in _ties(family, person_id, own, naming))}."


def when_words(relation: Relation) -> str:
    """', from 2012, separated October 2016'; '' where nothing is known."""
    parts = []
    if relation.began:
        parts.append(f"from {_date(relation.began)}")
    if relation.ending is not Ending.NONE or relation.ended:
        parts.append(" ".join(part for part in (relation.ending.value or "until", _date(relation.ended)) if part))
    return "".join(f", {part}" for part in parts)


def _who(family: Family, person_id: int, naming: Naming) -> str:
    person = next(each for each in family.people if each.id == person_id)
    sex = person.sex.value if person.sex is not Sex.ANOTHER else "another sex"
    mark = _MARKS.get(person.role, "")
    if mark and person.alleged:
        mark = "the alleged perpetrator"
    dead = "has died" if person.died and (not naming.years or not lifetime(person, naming)) else ""
    about = [part for part in (mark, sex, lifetime(person, naming), dead) if part]
    said = ", ".join(about)
    return f"{naming.name(person)} ({said})" if said else naming.name(person)


def _ties(family: Family, person_id: int, relations: list[Relation], naming: Naming) -> Iterator[str]:
    known = {each.id: each for each in family.people}
    for each in relations:
        tie = seen_from(each, person_id)
        if tie.other_id in known:
            when = when_words(each) if each.kind in COUPLES and naming.years else ""
            yield f"{tie.kind.value} {naming.name(known[tie.other_id])}{when}"
    for one in family.pregnancies:
        if one.person_id == person_id:
            yield of_pregnancy(family, one, naming)


def of_pregnancy(family: Family, one: Pregnancy, naming: Naming) -> str:
    """'pregnancy with Dean Drewitt, miscarriage, June 2014'; without its dates where years may not be told."""
    other = next((each for each in family.people if each.id == one.other_id), None)
    whose = f"pregnancy with {naming.name(other)}" if other else "pregnancy"
    when = ""
    if naming.years:
        awaited = "" if one.outcome is Outcome.EXPECTED else "expected "
        told = (("from ", one.began), (awaited, one.expected), ("ended ", one.ended))
        when = ", ".join(f"{word}{_date(day)}" for word, day in told if day)
    return ", ".join(part for part in (whose, one.outcome.value, when) if part)


def _date(edtf: str) -> str:
    try:
        return in_british_words(parse(edtf)) if edtf else ""
    except NotEdtf:
        return edtf
