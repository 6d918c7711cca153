"""What the register shows of somebody's sex: a title or the word for a relation. It is proposed, never assumed."""

import re

from dhr_desktop.domain.people import Person, Sex
from dhr_desktop.family.name_lore import lore

_SEXES = {"f": Sex.FEMALE, "m": Sex.MALE}
_CLAUSES = re.compile(r"[;,/]|\band\b")
_OF_ANOTHER = re.compile(r"\b(?:of|to|with|for|from|who|whose|by)\b")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def sex_shown(person: Person) -> tuple[Sex, str] | None:
    """The sex that the words about somebody show, and the word that does; None where it is said, or words disagree.

    Only what they are themselves counts: a 'friend of her mother' may be anybody.
    """
    if person.sex is not Sex.NOT_SAID:
        return None
    found = [*_by_titles(person), *_by_relations(person.relationship)]
    sexes = {sex for sex, _word in found}
    return found[0] if len(sexes) == 1 else None


def _by_titles(person: Person) -> list[tuple[Sex, str]]:
    names = (person.real_name, *(form.form for form in person.forms))
    firsts = (name.split()[0] for name in names if len(name.split()) > 1)
    told = ((lore().titles.get(first.rstrip(".").casefold(), ""), first) for first in firsts)
    return [(_SEXES[sex], first) for sex, first in told if sex]


def _by_relations(relationship: str) -> list[tuple[Sex, str]]:
    found = []
    for clause in _CLAUSES.split(relationship):
        own = _OF_ANOTHER.split(clause, maxsplit=1)[0]
        words = [word.casefold().removesuffix("-in-law") for word in _WORDS.findall(own)]
        if words and (sex := lore().sexes.get(words[-1])):
            found.append((_SEXES[sex], words[-1]))
    return found
