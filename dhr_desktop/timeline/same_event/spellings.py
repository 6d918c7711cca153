"""Names that records spell in several ways: Dastgir and Dastigir count as one."""

from collections import Counter, defaultdict
from collections.abc import Collection

_SHORTEST = 5
_CHANGES = 4
"""How many spellings may lie between a name and the one it is taken for."""


def one_spelling(capitals: Counter[str], small: Collection[str]) -> dict[str, str]:
    """For each rarer spelling of a name the one met most. A name is a word that never stands in small letters.

    Two are one name when a letter more, a letter less, another letter or two letters turned round make them so.
    """
    names = [word for word in capitals if len(word) >= _SHORTEST and word not in small and word.isalpha()]
    alike: dict[str, set[str]] = defaultdict(set)
    for word in names:
        alike[word].add(word)
        for at in range(1, len(word)):
            alike[word[:at] + word[at + 1 :]].add(word)
    taken: dict[str, str] = {}
    for key in sorted(alike):
        words = alike[key]
        if len(words) > 1:
            most = max(words, key=lambda word: (capitals[word], word))
            for word in words - {most}:
                if word not in taken or (capitals[taken[word]], taken[word]) < (capitals[most], most):
                    taken[word] = most
    return {word: _last(word, taken) for word in taken}


def _last(word: str, taken: dict[str, str]) -> str:
    for _ in range(_CHANGES):
        if word not in taken:
            break
        word = taken[word]
    return word
