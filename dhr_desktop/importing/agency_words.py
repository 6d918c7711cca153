"""The words that make an agency's name, and those of a document or a system that stand beside one."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from dhr_desktop.base import resources
from dhr_desktop.base.remembered import remembered

_VERSION = (
    r"v(?:ersion)?[ .]?\d+(?:\.\d+)*\b|\(\d+\)|^\d+[\s_.-]+|\b(?:19|20)\d{6}\b|"
    r"\b\d{1,2}[.-]\d{1,2}[.-]\d{2,4}\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
_JOINING = r"(?:and|of|for|from|the|by|on|in|to|with|at|a|an|&)\b|&"
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\s,;:()\[\]/]+")
_SPACES = re.compile(r"\s+")
_LONGEST = 60
_MOST_WORDS = 10


@cache
def listed(name: str) -> tuple[str, ...]:
    """One of the lists of words that the program carries."""
    return tuple(_lists()[name])


@cache
def _lists() -> dict[str, Any]:
    return resources.toml("importing/agencies.toml")


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """What finds a word of the lists of these names, the longest first."""
    return re.compile(_any_of(word for name in names for word in listed(name)), re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    listed_words = "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in longest_first)
    return rf"(?<![\w&])(?:{listed_words})(?![\w&])"


@cache
def _noise() -> re.Pattern[str]:
    """Words of the document and of systems; a system that an agency may be called after only where no name follows."""
    plain = pattern("document", "systems").pattern
    doubtful = pattern("systems_or_names").pattern
    return re.compile(rf"{plain}|{doubtful}(?=[\s\W]*(?:$|{plain}))|{_VERSION}", re.IGNORECASE)


def bare(text: str) -> str:
    """What is left of a title or of a file's name without the words of the document and of systems."""
    left = text
    while (without := _noise().sub(" ", left)) != left:
        left = without
    left = _SPACES.sub(" ", left)
    ends = rf"^(?:\s|[-–—_.,:;|/])+|(?:\s|[-–—_.,:;|/])+$|^(?:{_JOINING})\s+|\s+(?:{_JOINING})$"
    while (without := re.sub(ends, "", left, flags=re.IGNORECASE)) != left:
        left = without
    return left


def has_kind(text: str) -> bool:
    """Whether a text holds a word that shows it to be an agency's name."""
    return bool(pattern("words").search(text))


def own_words(text: str) -> frozenset[str]:
    """The words of a name that tell the agency from others of its kind; none in 'Police' or 'Health visitor'."""
    common = _common()
    return frozenset(
        word for found in _WORD.findall(text) if (word := key(found)) not in common and _LETTERS.search(word)
    )


@cache
def _common() -> frozenset[str]:
    whole = (word for name in ("words", "kinds") for words in listed(name) for word in words.split())
    return frozenset(whole) - frozenset(listed("names"))


def is_name(text: str) -> bool:
    """Whether a text may be an agency's name by its form: short, and no sentence."""
    words = text.split()
    return (
        bool(_LETTERS.search(text))
        and len(text) <= _LONGEST
        and len(words) <= _MOST_WORDS
        and not pattern("sentence").search(text)
    )


def key(name: str) -> str:
    """A name as names are compared: whatever its capitals and spaces."""
    return " ".join(name.split()).casefold()


def holds(name: str, other: str) -> bool:
    """Whether the words of `other` stand in `name` one after another."""
    return f" {key(other)} " in f" {key(name)} "


@remembered(4096)
def says_nothing(text: str) -> bool:
    """Whether what stands where a name should is none: a dash, 'n/a', '[insert agency]'."""
    found = text.strip(" .")
    blank = not _LETTERS.search(found) or key(found) in listed("unsaid")
    return blank or found[:1] in "[<{" or key(found).startswith(("insert ", "enter ", "please ", "e.g"))
