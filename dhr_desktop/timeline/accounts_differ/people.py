"""Who is spoken of in a text: people of the register by any form of their name, and words such as 'husband'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.names import WITHHELD, NameCover
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.timeline.accounts_differ.knowledge import knowledge

PERPETRATOR, VICTIM, CHILD, CHILDREN = "perpetrator", "victim", "child", "children"
_NAMED_CHILD = "child "
_JOINED = re.compile(r"\s*(?:and|&|,|with|,\s*and)\s+(?:both\s+|the\s+|her\s+|his\s+)*", re.IGNORECASE)
_HE, _SHE = "he", "she"


@dataclass(frozen=True, slots=True)
class Mention:
    """Where somebody is spoken of, and who: 'victim', 'child 4', 'person 7', 'children'."""

    start: int
    end: int
    who: str


class People:
    """The register as it is looked for in records. Making one costs more than using it."""

    def __init__(self, register: Sequence[Person]) -> None:
        # The cover of a name is what stands for the person here, so that one reading of names serves both.
        self._cover = NameCover([replace(one, pseudonym=_who(one)) for one in register], Naming.PSEUDONYMS)
        self._words = knowledge().people

    def mentioned(self, text: str, words: Sequence[re.Match[str]]) -> list[Mention]:
        """Everybody spoken of, from left to right; a name that several share is nobody's."""
        named = [Mention(found.start, found.end, found.cover) for found in self._cover.find(text)]
        by_word = [
            Mention(word.start(), word.end(), self._words[word[0].lower()])
            for word in words
            if word[0].lower() in self._words
        ]
        return _pronouns_as_people(_merged([one for one in named if one.who != WITHHELD], by_word))


def is_child(who: str) -> bool:
    """Whether it is a child or children."""
    return who in (CHILD, CHILDREN) or who.startswith(_NAMED_CHILD)


def is_named_child(who: str) -> bool:
    """Whether it is a child of the register."""
    return who.startswith(_NAMED_CHILD)


def together(text: str, mentions: Sequence[Mention], last: int) -> list[Mention]:
    """The mention at the place `last` and those joined to it: 'Alfie and Poppy'."""
    found = [mentions[last]]
    for before in range(last - 1, -1, -1):
        between = text[mentions[before].end : found[0].start]
        if not _JOINED.fullmatch(between):
            break
        found.insert(0, mentions[before])
    return found


def _who(person: Person) -> str:
    if person.role is Role.VICTIM:
        return VICTIM
    if person.role is Role.PERPETRATOR:
        return PERPETRATOR
    return f"{_NAMED_CHILD if person.role is Role.CHILD else 'person '}{person.id}"


def _merged(named: list[Mention], by_word: list[Mention]) -> list[Mention]:
    taken = [(one.start, one.end) for one in named]
    free = [one for one in by_word if not any(start < one.end and one.start < end for start, end in taken)]
    return sorted([*named, *free], key=lambda one: one.start)


def _pronouns_as_people(mentions: list[Mention]) -> list[Mention]:
    """'He' is whoever was last spoken of and is not the victim, 'she' the victim where nobody else comes between."""
    found: list[Mention] = []
    last = ""
    for one in mentions:
        if one.who == _HE:
            who = last if last and last not in (VICTIM, CHILDREN) else ""
        elif one.who == _SHE:
            who = VICTIM if last in ("", VICTIM, PERPETRATOR) else ""
        else:
            who = last = one.who
        if who:
            found.append(replace(one, who=who))
    return found
