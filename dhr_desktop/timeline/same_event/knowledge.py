"""What the program knows of the field before it reads a record: kinds of agencies and happenings, ways of telling."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from dhr_desktop.base import resources
from dhr_desktop.timeline.same_event.words import Vocabulary, stem, words_of

KIND, SAME = "kind:", "same:"
"""What stands before the name of a happening, and of a person or thing with several words, among tokens."""
AGENCY, TELLING, PART = "agency:", "telling:", "part:"
"""What stands before the name of a kind of agency, of a way of telling, of a part of the day, among signs."""
_LONG_ENOUGH = 4


@dataclass(frozen=True)
class Knowledge:
    """The vocabularies, read once."""

    tokens: Vocabulary
    """Happenings, and whatever else has several words for one thing."""
    signs: Vocabulary
    """Agencies that are told of, ways of telling, parts of the day."""
    called: Vocabulary
    """Kinds of agencies by their names."""
    hours: dict[str, tuple[float, float]]
    left_out: frozenset[str]
    joins: frozenset[str]
    """Words that only join others."""
    meetings: frozenset[str]
    once: frozenset[str]
    """Kinds of happenings of which a life has one."""
    absent: frozenset[str]
    of_agencies: frozenset[str]
    """Words that are no agency's own."""
    kind_headings: tuple[str, ...]
    added_headings: tuple[str, ...]


@cache
def knowledge() -> Knowledge:
    """What stands in the resources of the timeline."""
    words, happenings = resources.toml("timeline/words.toml"), resources.toml("timeline/happenings.toml")
    agencies = resources.toml("timeline/agencies.toml")
    one = {KIND + name: forms for name, forms in happenings["kinds"].items()}
    one |= {SAME + name: forms for name, forms in words["same"].items()}
    signs = {AGENCY + name: kind["told_of"] for name, kind in agencies.items()}
    signs |= {TELLING + name: forms for name, forms in words["ways_of_telling"].items()}
    signs |= {PART + name: [name] for name in words["parts_of_day"]}
    of_agencies = {
        stem(word) for kind in agencies.values() for form in kind["called"] + kind["told_of"] for word in words_of(form)
    }
    return Knowledge(
        tokens=Vocabulary(one),
        signs=Vocabulary(signs),
        called=Vocabulary({name: kind["called"] for name, kind in agencies.items()}),
        hours={PART + name: (first, last) for name, (first, last) in words["parts_of_day"].items()},
        left_out=frozenset(map(stem, words["left_out"]["words"])),
        joins=frozenset(map(stem, words["joins"]["words"])),
        meetings=frozenset(KIND + name for name in happenings["meetings"]),
        once=frozenset(KIND + name for name in happenings["once_in_a_life"]),
        absent=frozenset(KIND + name for name in happenings["absent"]),
        of_agencies=frozenset(of_agencies),
        kind_headings=tuple(words["headings"]["kind"]),
        added_headings=tuple(words["headings"]["added"]),
    )


class Agencies:
    """The agencies of a review, each with a bit of its own, and the words by which records name them."""

    def __init__(self, names: Mapping[int, str]) -> None:
        self._known = knowledge()
        self.bit = {agency: 1 << place for place, agency in enumerate(sorted(names))}
        self.meets: dict[int, frozenset[str]] = {}
        """Of an agency that is a meeting, such as a MARAC, the kind of meeting."""
        self._of_kind: dict[str, int] = defaultdict(int)
        self._kinds: dict[int, frozenset[str]] = {}
        stems = {agency: [stem(word) for word in words_of(name)] for agency, name in names.items()}
        for agency, words in stems.items():
            kinds = self._known.called.names(words, set(words))
            self.meets[agency] = frozenset(KIND + kind for kind in kinds) & self._known.meetings
            self._kinds[agency] = frozenset(AGENCY + kind for kind in kinds)
            for kind in kinds:
                self._of_kind[AGENCY + kind] |= self.bit[agency]
        self._of_word = self._own_words(stems)
        self.words = frozenset(self._of_word)
        """The words that are of the name of one agency alone."""

    def _own_words(self, stems: Mapping[int, list[str]]) -> dict[str, int]:
        """The words of names that no other agency's name has: Tideway, Marshland."""
        counts = Counter(word for words in stems.values() for word in set(words))
        return {
            word: self.bit[agency]
            for agency, words in stems.items()
            for word in words
            if counts[word] == 1 and len(word) >= _LONG_ENOUGH and word not in self._known.of_agencies
        }

    def own(self, word: str) -> bool:
        """Whether a stem is of the name of one agency alone."""
        return word in self.words

    def named(self, signs: AbstractSet[str], words: AbstractSet[str]) -> int:
        """The bits of the agencies that a text names, or may name by their kind."""
        found = 0
        for sign in signs:
            found |= self._of_kind[sign]
        for word in words & self.words:
            found |= self._of_word[word]
        return found

    def others_named(self, agency: int, signs: AbstractSet[str], words: AbstractSet[str]) -> bool:
        """Whether a text of one agency names another, or any kind of agency but its own, in the review or not."""
        own, bit = self._kinds[agency], self.bit[agency]
        if any(sign.startswith(AGENCY) and sign not in own for sign in signs):
            return True
        return any(self._of_word[word] != bit for word in words & self.words)
