"""The words of `resources/timeline/disagreements.toml`, made ready for reading."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dhr_desktop.base import resources

_BETWEEN = r"[\s\-\u2010\u2013]+"
_GAP = rf"(?:{_BETWEEN}[^\W_][\w'’]*){{0,3}}"
_AFTER = r"(?![^\W_])"


@dataclass(frozen=True, slots=True)
class Sign:
    """A phrase that says something: in which group ('injury'), what ('bruise'), and how it stands in a text."""

    group: str
    value: str
    pattern: re.Pattern[str]
    length: int
    gap: bool
    """Whether other words may stand within it, which may deny it."""


class Signs:
    """All signs by their first word, of those with one the longest first."""

    def __init__(self, groups: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        self._by_first: dict[str, list[Sign]] = {}
        for group, values in groups.items():
            for value, phrases in values.items():
                for phrase in phrases:
                    self._add(group, value, phrase)
        for signs in self._by_first.values():
            signs.sort(key=lambda sign: -sign.length)

    def opening(self, word: str) -> list[Sign]:
        """The signs whose first word this is, in small letters."""
        return self._by_first.get(word, _NONE)

    def _add(self, group: str, value: str, phrase: str) -> None:
        sign = Sign(group, value, pattern(phrase), len(phrase.split()), "…" in phrase)
        for first in phrase.split(maxsplit=1)[0].split("/"):
            self._by_first.setdefault(re.split(r"[\s\-]", first)[0], []).append(sign)


_NONE: list[Sign] = []


def pattern(phrase: str) -> re.Pattern[str]:
    """How a phrase of the resource is looked for: 'a/b' is either, '…' up to three words in between."""
    parts: list[str] = []
    for word in phrase.split():
        if word == "…":
            parts.append(_GAP)
            continue
        choices = "|".join(re.escape(choice).replace("'", "['’]") for choice in word.split("/"))
        parts += [_BETWEEN if parts else "", f"(?:{choices})"]
    return re.compile("".join(parts) + _AFTER, re.IGNORECASE)


@dataclass(frozen=True)
class Knowledge:
    """What the program knows of saying and contradicting before it reads a record."""

    signs: Signs
    negators: frozenset[str]
    only_some: frozenset[str]
    supposing: frozenset[str]
    just_before: frozenset[str]
    looking_back: frozenset[str]
    undone: re.Pattern[str]
    only_thought_of: frozenset[str]
    people: dict[str, str]
    """Whom a word stands for: 'husband' for 'perpetrator'."""
    rest: dict[str, Any]
    """The other tables, as they stand in the resource."""


@cache
def knowledge() -> Knowledge:
    """What stands in the resource, read once."""
    found = resources.toml("timeline/disagreements.toml")
    reading = found["reading"]
    undone = "|".join(pattern(phrase).pattern for phrase in sorted(reading["undone"], key=len, reverse=True))
    return Knowledge(
        signs=Signs(found["signs"]),
        negators=frozenset(reading["negators"]),
        only_some=frozenset(reading["only_some"]),
        supposing=frozenset(reading["supposing"]),
        just_before=frozenset(reading["just_before"]),
        looking_back=frozenset(reading["looking_back"]),
        undone=re.compile(rf"[\s\-]*(?:{undone})", re.IGNORECASE),
        only_thought_of=frozenset(reading["only_thought_of"]),
        people={word: who for who, words in found["people"].items() for word in words},
        rest=found,
    )
