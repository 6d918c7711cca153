"""What is known of names beforehand: titles, pet names, words for relations, words that are no name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Lore:
    """Lists of words in small letters. `titles` says of a title whether its bearer is a woman (f), a man (m) or ''.

    `ranks` stand before a name without being part of it. `families` holds, for a first name, every other that the same
    person may be called by. `ordinary` are words of the language that are no names, so far as is known.
    """

    titles: Mapping[str, str]
    ranks: frozenset[str]
    kin: frozenset[str]
    verbs: frozenset[str]
    before: frozenset[str]
    places_before: frozenset[str]
    no_names: frozenset[str]
    places: frozenset[str]
    abbreviations: frozenset[str]
    doubtful_initials: frozenset[str]
    families: Mapping[str, frozenset[str]]
    ordinary: frozenset[str]

    def leads(self, word: str) -> bool:
        """Whether this is a title, a rank or a job that a name may follow."""
        return word in self.titles or word in self.ranks


def lore_of(signs: Mapping[str, Any], families: Sequence[Sequence[str]], ordinary: frozenset[str]) -> Lore:
    """The lore that the two files of `resources/people` and a list of ordinary words tell."""
    titles = {**dict.fromkeys(signs["titles"]["either"], "")}
    titles |= dict.fromkeys(signs["titles"]["female"], "f") | dict.fromkeys(signs["titles"]["male"], "m")
    known: dict[str, set[str]] = {}
    for family in families:
        for name in family:
            known.setdefault(name, set()).update(family)
    return Lore(
        titles=titles,
        ranks=frozenset(signs["titles"]["ranks"]),
        kin=frozenset(signs["kin"]["words"]),
        verbs=frozenset(signs["people_do"]["verbs"]),
        before=frozenset(signs["people_do"]["before"]),
        places_before=frozenset(signs["people_do"]["places_before"]),
        no_names=frozenset(signs["no_names"]["words"]),
        places=frozenset(signs["places"]["words"]),
        abbreviations=frozenset(signs["abbreviations"]["words"]),
        doubtful_initials=frozenset(signs["abbreviations"]["doubtful"]),
        families={name: frozenset(others) for name, others in known.items()},
        ordinary=ordinary - known.keys(),
    )
