"""How words are written throughout the records: what also stands in small letters is a word, not a name."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dhr_desktop.domain.name_forms.lore import Lore
from dhr_desktop.domain.name_forms.mentions import within_sentence
from dhr_desktop.domain.name_words import WORDS_TOO

_SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S+@\S+")
_POSSESSIVE = re.compile(r"['’]s$")
_MOST_SMALL = 3
_SHORTEST_STEM = 3
_ENDINGS = ("s", "es", "ies", "d", "ed", "er", "ers", "ing", "ly")


class Vocabulary:
    """Counts words of all passages. `agencies` are names of agencies, whose words name nobody."""

    def __init__(self, agencies: Iterable[str], lore: Lore) -> None:
        self._lore = lore
        self.small: Counter[str] = Counter()
        self.of_agencies = {
            word.casefold() for name in agencies for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", name)
        }
        self.of_places: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        """Words, small, with the number of times they had a capital in mid-sentence."""

    def count(self, texts: Iterable[str]) -> None:
        """Count the words that stand in small letters."""
        for text in texts:
            self.small.update(_SMALL.findall(_ADDRESS.sub(" ", text) if "@" in text else text))

    def learn(self, text: str, runs: Sequence[tuple[int, str]]) -> None:
        """Count the words that have a capital in mid-sentence, and those of which places' names are made."""
        for start, run in runs:
            words = run.split()
            if len(words) > 1:
                self._learn_places(words)
                self.capital.update(word.strip(".,").casefold() for word in words[1:])
            if within_sentence(text, start):
                self.capital[words[0].strip(".,").casefold()] += 1

    def _learn_places(self, words: Sequence[str]) -> None:
        for number, word in enumerate(words):
            low = word.rstrip(".,").casefold()
            if number and low in self._lore.places:
                self.of_places.update(_POSSESSIVE.sub("", each) for each in words[:number])
            elif (low == "st" or (low in self._lore.places_first and not number)) and number + 1 < len(words):
                self.of_places[_POSSESSIVE.sub("", words[number + 1])] += 1

    def is_word(self, word: str) -> bool:
        """Whether this is a word of the language although it may have a capital in mid-sentence."""
        low = word.casefold()
        capital = self.capital[low]
        if low in self._lore.no_names or low in self._lore.kin or low in self.of_agencies:
            return True
        small = self.small[low]
        if small:
            # 'Jade' is a name where it has its capital in mid-sentence, whatever else a jade is.
            return small > capital if low in WORDS_TOO else small * _MOST_SMALL >= capital
        return low in self._lore.ordinary and capital <= 1

    def may_open(self, word: str) -> bool:
        """Whether a word that stands only where sentences open is one of the language: 'Denies', 'Shared'."""
        low = word.casefold()
        stems = {low, *(low.removesuffix(ending) for ending in _ENDINGS)}
        stems |= {f"{stem}{more}" for stem in stems for more in ("e", "y", "s", "d", "ed", "ing")}
        return any(
            len(stem) >= _SHORTEST_STEM
            and (self.small[stem] or stem in self._lore.ordinary or stem in self._lore.verbs)
            for stem in stems
        )
