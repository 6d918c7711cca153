"""Reads what a record says to be so and what it says not to be so, and of whom, with the place of the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_desktop.timeline.accounts_differ.knowledge import Knowledge, Sign, knowledge
from dhr_desktop.timeline.accounts_differ.people import Mention, People, is_child, together

_SENTENCE = re.compile(r"[^.;!?\n]+(?:[.](?=\d)[^.;!?\n]+)*")
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_BREAK = re.compile(r"[,:()]|\b(?:but|although|though|however|then|because|as)\b", re.IGNORECASE)
_NEAR = 4
_NEXT = 3
_SHORTLY = 32
"""Letters between somebody and what is said of them that are quoted with both."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said: `negated` where it is said not to be so. `whole` has the words with what negates them."""

    group: str
    value: str
    negated: bool
    start: int
    end: int
    whose: tuple[str, ...]
    """Of whom it is said; empty where the sentence names nobody."""
    opening: int
    """Where the words begin with those for whom it is said of, if they stand shortly before: 'Dean not present'."""
    sentence: tuple[int, int]


class Reader:
    """Reads texts for one register of people."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._known = knowledge()

    def read(self, text: str) -> list[Saying]:
        """Everything a text says that the program has signs for."""
        words = list(_WORD.finditer(text))
        if not any(self._known.signs.opening(_first(word)) for word in words):
            return []
        mentions = self._people.mentioned(text, words)
        found: list[Saying] = []
        at = 0
        for sentence in _SENTENCE.finditer(text):
            of_it = []
            while at < len(words) and words[at].start() < sentence.end():
                of_it.append(words[at])
                at += 1
            found.extend(_Sentence(self._known, text, sentence.span(), of_it, mentions).sayings())
        return found


def _first(word: re.Match[str]) -> str:
    return word[0].lower().partition("-")[0].partition(".")[0]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of a text."""

    known: Knowledge
    text: str
    span: tuple[int, int]
    words: Sequence[re.Match[str]]
    mentions: Sequence[Mention]

    def sayings(self) -> Iterator[Saying]:
        """What it says, each group read from left to right without overlaps."""
        taken: dict[str, int] = {}
        for place, word in enumerate(self.words):
            for sign in self.known.signs.opening(_first(word)):
                if taken.get(sign.group, -1) > word.start():
                    continue
                match = sign.pattern.match(self.text, word.start(), self.span[1])
                if match is None:
                    continue
                taken[sign.group] = match.end()
                said = self._said(sign, place, match)
                if said is not None:
                    yield said

    def _said(self, sign: Sign, place: int, match: re.Match[str]) -> Saying | None:
        negator = self._negator(place)
        if self._supposes(place, negator) or self._looks_back(place) or self._only_thought_of(match.end()):
            return None
        start, end = match.span()
        if negator is not None:
            if any(self._lower(each) in self.known.only_some for each in self.words[negator + 1 : place]):
                return None
            start = self.words[negator].start()
        undone = self.known.undone.match(self.text, end, self.span[1])
        if undone:
            end = undone.end()
        negated = negator is not None or undone is not None or (sign.gap and self._denies_within(match))
        whose, opening = self._whose(sign, start, end)
        return Saying(sign.group, sign.value, negated, start, end, whose, opening, self.span)

    def _lower(self, word: re.Match[str]) -> str:
        return word[0].lower().replace("’", "'")

    def _before(self, place: int, room: int) -> Iterator[tuple[int, str]]:
        """The words shortly before one, the nearest first, as far as the same clause goes."""
        for each in range(place - 1, max(-1, place - 1 - room), -1):
            if _BREAK.search(self.text, self.words[each].end(), self.words[each + 1].start()):
                return
            lowered = self._lower(self.words[each])
            if _BREAK.fullmatch(lowered):
                return
            yield each, lowered

    def _negator(self, place: int) -> int | None:
        return next((each for each, word in self._before(place, _NEAR) if word in self.known.negators), None)

    def _denies_within(self, match: re.Match[str]) -> bool:
        """Whether a phrase with a gap has a denial in it: 'notification not sent'."""
        inside = [self._lower(word) for word in self.words if match.start() <= word.start() < match.end()]
        return any(word in self.known.negators for word in inside[1:-1])

    def _supposes(self, place: int, negator: int | None) -> bool:
        """Whether it is only thought of. 'Declined to make a statement' is no plan to make one."""
        near = list(self._before(place, _NEAR))
        if any(word in self.known.supposing for _, word in near):
            return True
        return negator is None and bool(near) and near[0][1] in self.known.just_before

    def _looks_back(self, place: int) -> bool:
        return any(self._lower(word) in self.known.looking_back for word in self.words[:place])

    def _only_thought_of(self, end: int) -> bool:
        following = next((word for word in self.words if word.start() >= end), None)
        return following is not None and self._lower(following) in self.known.only_thought_of

    def _whose(self, sign: Sign, start: int, end: int) -> tuple[tuple[str, ...], int]:
        here = [one for one in self.mentions if self.span[0] <= one.start < self.span[1]]
        before = [place for place, one in enumerate(here) if one.start < end and one.end <= max(start, end)]
        if before:
            whose = together(self.text, here, before[-1])
            near = start - whose[-1].end <= _SHORTLY
            return tuple(one.who for one in whose), min(start, whose[0].start) if near else start
        after = [one for one in here if one.start >= end]
        if not after or sign.group == "place":
            return (), start
        close = len(self.text[end : after[0].start].split()) <= _NEXT
        fits = close and (is_child(after[0].who) or sign.group == "injury")
        return ((after[0].who,) if fits else ()), start
