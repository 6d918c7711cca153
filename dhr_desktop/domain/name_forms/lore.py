"""What is known of names beforehand: titles, pet names, words for relations, words that are no name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Lore:
    """Lists of words in small letters. `titles` says of a title whether its bearer is a woman (f), a man (m) or ''.

    `surnames_too` are titles that follow a first name as a surname does ('Nazia Begum'). `ranks` stand before a name
    without being part of it. `sexes` says of words for relations whether they mean a woman (f) or a man (m). `measures`
    are abbreviations that may be initials where a column lists people. `families` holds, for a first name, every other
    that the same person may be called by. `dropped` are beginnings of long first names that those who know the bearer
    leave away ('Olu' of 'Olufunke'). `ordinary` are words of the language that are no names, so far as is known.
    `office_before` and `office_after` find what says of a number beside it that it is the agency's own, `belongs_to`
    what stands between a number and the name of whose it is.
    """

    titles: Mapping[str, str]
    surnames_too: frozenset[str]
    ranks: frozenset[str]
    kin: frozenset[str]
    sexes: Mapping[str, str]
    verbs: frozenset[str]
    before: frozenset[str]
    places_before: frozenset[str]
    no_names: frozenset[str]
    places: frozenset[str]
    places_first: frozenset[str]
    places_too: frozenset[str]
    abbreviations: frozenset[str]
    doubtful_initials: frozenset[str]
    measures: frozenset[str]
    families: Mapping[str, frozenset[str]]
    dropped: tuple[str, ...]
    ordinary: frozenset[str]
    office_before: re.Pattern[str]
    office_after: re.Pattern[str]
    belongs_to: re.Pattern[str]

    @property
    def officials(self) -> frozenset[str]:
        """Ranks, jobs and the titles of doctors and nurses: who bears one is met at work."""
        return self.ranks | {title for title, sex in self.titles.items() if not sex and title != "mx"}

    def leads(self, word: str) -> bool:
        """Whether this is a title, a rank or a job that a name may follow."""
        return word in self.titles or word in self.ranks


def lore_of(signs: Mapping[str, Any], names: Mapping[str, Any], ordinary: frozenset[str]) -> Lore:
    """The lore that the two files of `resources/people` and a list of ordinary words tell."""
    titles = {**dict.fromkeys(signs["titles"]["either"], "")}
    titles |= dict.fromkeys(signs["titles"]["female"], "f") | dict.fromkeys(signs["titles"]["male"], "m")
    known: dict[str, set[str]] = {}
    families: Sequence[Sequence[str]] = names["families"]
    for family in families:
        for name in family:
            known.setdefault(name, set()).update(family)
    return Lore(
        titles=titles,
        surnames_too=frozenset(signs["titles"]["surnames_too"]),
        ranks=frozenset(signs["titles"]["ranks"]),
        kin=frozenset(signs["kin"]["words"]),
        sexes=dict.fromkeys(signs["kin"]["female"], "f") | dict.fromkeys(signs["kin"]["male"], "m"),
        verbs=frozenset(signs["people_do"]["verbs"]),
        before=frozenset(signs["people_do"]["before"]),
        places_before=frozenset(signs["people_do"]["places_before"]),
        no_names=frozenset(signs["no_names"]["words"]),
        places=frozenset(signs["places"]["words"]) | frozenset(signs["places"]["ways"]),
        places_too=frozenset(signs["places"]["surnames_too"]),
        places_first=frozenset(signs["places"]["first"]),
        abbreviations=frozenset(signs["abbreviations"]["words"]),
        doubtful_initials=frozenset(signs["abbreviations"]["doubtful"]),
        measures=frozenset(signs["abbreviations"]["measures"]),
        dropped=tuple(names["dropped"]),
        families={name: frozenset(others) for name, others in known.items()},
        ordinary=ordinary - known.keys(),
        office_before=_one_of(r"\b{}\b[^.;\n]{{0,20}}$", signs["numbers"]["office_before"]),
        office_after=_one_of(r"[\s,(]{{0,3}}(?:(?:is|being) )?{}\b", signs["numbers"]["office_after"]),
        belongs_to=_one_of(r"[\s,(]{{1,3}}(?:(?:is|was|which is|now) )?{}\s", signs["numbers"]["belongs_to"]),
    )


def _one_of(around: str, phrases: Sequence[str]) -> re.Pattern[str]:
    """Finds one of the phrases where `around` has its braces, the longest first."""
    longest_first = sorted(map(re.escape, phrases), key=len, reverse=True)
    return re.compile(around.format(f"(?:{'|'.join(longest_first)})"), re.IGNORECASE)
