"""The records as they are read once: their words, and the written names found in them with what stands around."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from dhr_desktop.domain.name_forms.course import FINDING, LEARNING, Course
from dhr_desktop.domain.name_forms.lore import Lore
from dhr_desktop.domain.name_forms.mentions import Mention, dotted, mentions, runs
from dhr_desktop.domain.name_forms.passages import PEOPLE, Passage
from dhr_desktop.domain.name_forms.short import LISTED, in_short, measures_listed
from dhr_desktop.domain.name_forms.signs import Signs, gathered
from dhr_desktop.domain.name_forms.vocabulary import Vocabulary
from dhr_desktop.domain.name_words import WORDS_TOO

Found = Sequence[tuple[int, Mention]]
"""Mentions of one written form, each with the number of its passage."""
SAMPLE = 40
"""So many mentions of a form are looked at to tell what it is."""
_EVERY = 500


class Records:
    """All passages. `registered` are the names that the register has, which are no words whatever else they mean."""

    def __init__(
        self,
        passages: Sequence[Passage],
        registered: Collection[str],
        lore: Lore,
        agencies: Iterable[str],
        abbreviations: Iterable[str],
    ) -> None:
        self.passages = passages
        self.lore = lore
        self.abbreviations = lore.abbreviations | {each.casefold() for each in abbreviations}
        self.measures: set[str] = set()
        self.vocabulary = Vocabulary(agencies, lore)
        self.found: dict[tuple[str, str], list[tuple[int, Mention]]] = defaultdict(list)
        self._registered = {word.casefold() for word in registered}
        self._ordinary: dict[tuple[str, bool], bool] = {}

    def is_word(self, word: str, opens: bool = False) -> bool:
        """Whether a word is one of the language, although it has a capital; `opens` where it begins a sentence."""
        known = self._ordinary.get((word, opens))
        if known is None:
            low = word.casefold()
            known = (
                low not in self._registered
                and not self._is_short_for_a_name(low)
                and (
                    self.vocabulary.is_word(word)
                    or low in self.lore.verbs
                    or (word.isupper() and low in self.abbreviations)
                    or (opens and self._may_open(word))
                )
            )
            self._ordinary[word, opens] = known
        return known

    def _is_short_for_a_name(self, low: str) -> bool:
        """Whether a word that is a name too is the short form of a name of these records: 'Will', beside a William."""
        if low not in WORDS_TOO or not self.vocabulary.capital[low]:
            return False
        return any(
            (self.vocabulary.capital[full] and not self.vocabulary.small[full]) or full in self._registered
            for full in self.lore.families.get(low, ())
            if full not in WORDS_TOO
        )

    def _may_open(self, word: str) -> bool:
        """Whether a sentence may open with this word, which is no name for all that is known."""
        low = word.casefold()
        if low in self.lore.families or low in WORDS_TOO or self.vocabulary.capital[low] > self.vocabulary.small[low]:
            return False
        return self.vocabulary.may_open(word)

    def read(self, course: Course) -> None:
        """Find every written name in every passage."""
        course.part(LEARNING, 0, 2)
        self.vocabulary.count(passage.text for passage in course.over(self.passages, _EVERY))
        course.part(LEARNING, 1, 2)
        found: dict[str, list[tuple[int, str]]] = {}
        for passage in course.over(self.passages, _EVERY):
            known = found.get(passage.text)
            if known is None:
                known = found[passage.text] = runs(passage.text)
            self.vocabulary.learn(passage.text, known)
            if passage.field == PEOPLE:
                self.measures.update(measures_listed(passage.text, self.lore))
        self.abbreviations -= self.measures
        said: dict[str, list[tuple[tuple[str, str], Mention]]] = {}
        course.part(FINDING)
        for number, passage in enumerate(course.over(self.passages, _EVERY)):
            if passage.field == PEOPLE:
                self._read_short(number, passage)
            kept = said.get(passage.text)
            if kept is None:
                kept = said[passage.text] = self._mentions(passage.text, found[passage.text])
            for key, mention in kept:
                self.found[key].append((number, mention))

    def _mentions(self, text: str, found: Sequence[tuple[int, str]]) -> list[tuple[tuple[str, str], Mention]]:
        said = list(mentions(text, found, self.lore, self.is_word))
        if "." in text:
            said += dotted(text)
        return [(key_of(mention), mention) for mention in said]

    def _read_short(self, number: int, passage: Passage) -> None:
        for mention in in_short(passage.text, self.abbreviations):
            self.found[key_of(mention)].append((number, mention))

    def signs(self, found: Found) -> Signs:
        """What stands around the mentions of a form, so far as a sample of them shows."""
        some = found[:SAMPLE]
        return gathered(
            ((self.passages[number].field, self.passages[number].text, mention) for number, mention in some), self.lore
        )

    def agency_of(self, found: Found) -> int:
        """In whose records a form stands most often."""
        return Counter(self.passages[number].agency_id for number, _one in found).most_common(1)[0][0]

    def is_place(self, mention: Mention, found: Found) -> bool:
        """Whether a word belongs to the name of a place rather than to a person."""
        if len(found) >= 3 * self.vocabulary.of_places[mention.alone]:
            return False
        return self.signs(found).weight <= 0

    def may_be_a_word(self, form: str) -> bool:
        """Whether a form is a word of these records as well, where a sentence may open with it: 'Will call'."""
        low = form.casefold()
        return low in WORDS_TOO and bool(self.vocabulary.small[low] or low in self.lore.no_names)


def key_of(mention: Mention) -> tuple[str, str]:
    """The shape of a mention and how it is written: all mentions with one key are one form."""
    shape = (
        "full"
        if mention.given
        else LISTED
        if mention.kin == LISTED
        else "short"
        if mention.initials and not mention.surname
        else "name"
    )
    if mention.lead and not mention.titled:
        shape = "led"
    return shape, " ".join(mention.surface.split())
