"""The words of a record as they are compared: endings left off, and several words for one thing made one."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import chain

_WORD = re.compile(r"[^\W_]+(?:['’&.\-/][^\W_]+)*")
_SHORTEST = 3
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", ""))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, in order; what an apostrophe or a hyphen joins is one."""
    return _WORD.findall(text)


def stem(word: str) -> str:
    """The word in small letters without its ending: 'messages', 'messaged' and 'messaging' are one."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    for ending, instead in _ENDINGS:
        bare = word.removesuffix(ending)
        if bare == word or len(bare) < _SHORTEST or (ending == "s" and bare[-1] in "su"):
            continue
        word = bare + instead
        if ending in ("ing", "ed") and word[-1] == word[-2] and word[-1] not in "sl":
            word = word[:-1]
        break
    return word.removesuffix("e") if len(word) > _SHORTEST + 1 else word


class Stems(dict[str, str]):
    """The stem of each word, found once. Kept for one run alone, so that no words of a case outlive it."""

    def __missing__(self, word: str) -> str:
        """Find the stem of a word that is met for the first time."""
        found = self[word] = stem(word)
        return found


class StemsOfTexts:
    """The stems of whole texts, for one run alone: what stands between two spaces is taken to pieces once.

    No word goes over a space, so that these are the words of the text; and a review's records say the same again and
    again, so that most of them are known already.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self.of_word = Stems()
        self._between_spaces = _BetweenSpaces(self.of_word)

    def of(self, text: str) -> list[str]:
        """The stems of the words of a text, in order."""
        return list(chain.from_iterable(map(self._between_spaces.__getitem__, text.split())))

    def as_written(self, text: str, stems: AbstractSet[str]) -> dict[str, str]:
        """How a text writes these stems first, those that it has."""
        found: dict[str, str] = {}
        for piece in text.split():
            if not stems.isdisjoint(self._between_spaces[piece]):
                for word in words_of(piece):
                    if self.of_word[word] in stems:
                        found.setdefault(self.of_word[word], word)
        return found


class _BetweenSpaces(dict[str, tuple[str, ...]]):
    """The stems of what stands between two spaces."""

    def __init__(self, of_word: Stems) -> None:
        super().__init__()
        self._of_word = of_word

    def __missing__(self, piece: str) -> tuple[str, ...]:
        """Take to pieces what is met for the first time."""
        found = self[piece] = tuple([self._of_word[word] for word in words_of(piece)])
        return found


class Vocabulary:
    """Names of things and the words for them: single words, and several words that stand together in a text."""

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        together: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, words in forms.items():
            for word in words:
                stems = tuple(stem(part) for part in words_of(word))
                together[stems] = (*together.get(stems, ()), name)
        self._of_word = {stems[0]: names for stems, names in together.items() if len(stems) == 1}
        self._opening: dict[str, list[tuple[list[str], tuple[str, ...]]]] = {}
        self._going_on: dict[str, set[str]] = {}
        for stems, names in sorted(together.items(), key=lambda one: -len(one[0])):
            if len(stems) > 1:
                self._opening.setdefault(stems[0], []).append((list(stems), names))
                self._going_on.setdefault(stems[0], set()).add(stems[1])
        self._words = frozenset(self._of_word)
        self._openings = frozenset(self._opening)
        self.words = frozenset(chain(self._words, *together))
        """The stems of all words by which a thing is told: a text says nothing here but by these."""

    def knows(self, word: str) -> bool:
        """Whether a stem alone is a word for something."""
        return word in self._words

    def names(self, stems: list[str], words: AbstractSet[str]) -> set[str]:
        """The names of what a text tells of, from its stems in order and as a set; those in `words` are enough."""
        return self.read(stems, words)[0]

    def read(self, stems: list[str], words: AbstractSet[str]) -> tuple[set[str], set[str]]:
        """The names of what a text tells of, and the words that stand for one."""
        found: set[str] = set()
        used: set[str] = set()
        for opening in words & self._openings:
            if not self._going_on[opening].isdisjoint(words):
                self._stand_together(stems, opening, found, used)
        single = (words & self._words) - used
        for word in single:
            found.update(self._of_word[word])
        return found, used | single

    def _stand_together(self, stems: list[str], opening: str, found: set[str], used: set[str]) -> None:
        forms = self._opening[opening]
        at = -1
        for _ in range(stems.count(opening)):
            at = stems.index(opening, at + 1)
            for form, names in forms:
                if stems[at : at + len(form)] == form:
                    found.update(names)
                    used.update(form)
                    break
