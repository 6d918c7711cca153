"""Whether a text says again, in other words, what another says: as an agency does in the next version of its file."""

import re
from collections import Counter
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAST = 4
"""So many words of some length in common are hardly chance in one story told at the same length."""
_SHARE = 0.6
"""Of the words of the shorter text, so many stand in the other."""


class Retold:
    """Finds the texts that say the same. `known` has each text with the ids of what says so."""

    def __init__(self, known: Mapping[str, frozenset[int]]) -> None:
        self._known = [(_telling(text), ids) for text, ids in known.items()]
        self._holding: dict[str, list[int]] = {}
        for place, (words, _) in enumerate(self._known):
            for word in words:
                self._holding.setdefault(word, []).append(place)
        self._found: dict[str, frozenset[int]] = {}

    def said_by(self, text: str) -> frozenset[int]:
        """The ids of what is told again by a text, though not word for word."""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self._search(_telling(text))
        return found

    def _search(self, words: frozenset[str]) -> frozenset[int]:
        if len(words) < _LEAST:
            return frozenset()
        shared = Counter(place for word in words for place in self._holding.get(word, ()))
        found: frozenset[int] = frozenset()
        for place, number in shared.items():
            known, ids = self._known[place]
            if number >= _LEAST and number >= _SHARE * min(len(known), len(words)):
                found |= ids
        return found


def _telling(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
