"""What stands around a word that begins with a capital and says whether it is somebody's name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dhr_desktop.domain.name_forms.lore import Lore
from dhr_desktop.domain.name_forms.mentions import Mention
from dhr_desktop.domain.name_forms.passages import PEOPLE

_ROOM = 24
_WORD_AFTER = re.compile(r"\s+(?:also |then |again |now |still )?([a-z]+)\b")
_WORD_BEFORE = re.compile(r"([\w'’&-]+)[\s(\"“'‘]+$")
_AGE_AFTER = re.compile(
    r"\s?(?:\((?:aged )?\d{1,2}(?:[)/]| years)|,? (?:then )?aged? \d|,\s?\d{1,2}\b|\s(?:b\.|born|DOB)\s)"
)
_POSSESSIVE_AFTER = re.compile(r"['’]s?\b")
_NUMBER_BEFORE = re.compile(r"(?:^|[\s(])\d{1,4}[a-z]?,?[ \u00a0]$")
_GOING_BEFORE = re.compile(
    r"\b(?:mov\w+|went|go\w*|travel\w*|return\w*|back|drove|way|train|bus|flew) (?:back )?to\s$", re.IGNORECASE
)
_RELATION_BEFORE = re.compile(r"([a-z-]+)['’]?s?,?\s[\"“(]*$")
_RELATION_AFTER = re.compile(r"\s?[,(]\s?(?:(?:his|her|their|the|a) )?(?:[a-z]+ )?([a-z-]+)\b")
_SENTENCE_BEFORE = re.compile(r"[.!?]\s$")
_END_AFTER = re.compile(r"\s?\.?\s*$")
_LISTED_ALONE = re.compile(r"\s*(?:$|[;,/&(\n])")


@dataclass(slots=True)
class Signs:
    """What was seen of one word, counted."""

    seen: int = 0
    within: int = 0
    """In mid-sentence, where only a name has a capital."""
    weight: float = 0.0
    relations: int = 0
    verbs: int = 0
    listed: int = 0
    """In a column of people."""

    @property
    def each(self) -> float:
        """How strongly the word is a name, for each time it was seen."""
        return self.weight / self.seen if self.seen else 0.0


def gathered(found: Iterable[tuple[str, str, Mention]], lore: Lore) -> Signs:
    """The signs around these mentions, each with its field and the whole text of it."""
    signs = Signs()
    for field, text, mention in found:
        signs.seen += 1
        signs.within += not mention.opens
        signs.listed += field == PEOPLE
        weight = 2.0 if field == PEOPLE and _LISTED_ALONE.match(text, mention.end) else 0.0
        before, after = text[max(0, mention.start - _ROOM) : mention.start], text[mention.end : mention.end + _ROOM]
        kin = mention.kin or _relation(before, lore) or _relation_after(text, mention.end, lore)
        if kin:
            signs.relations += 1
            weight += 3.0
        verb = _WORD_AFTER.match(after)
        if verb and verb[1] in lore.verbs:
            signs.verbs += 1
            weight += 0.5 if mention.opens else 2.0
        if _POSSESSIVE_AFTER.match(after) or _AGE_AFTER.match(after):
            weight += 1.0
        weight += _weight_before(before, lore)
        weight += bool(mention.initials and _SENTENCE_BEFORE.search(before) and _END_AFTER.match(text, mention.end))
        signs.weight += weight
    return signs


def _relation(before: str, lore: Lore) -> str:
    match = _RELATION_BEFORE.search(before)
    return match[1] if match and (match[1] in lore.kin or match[1] in lore.ranks) else ""


def _relation_after(text: str, end: int, lore: Lore) -> str:
    match = _RELATION_AFTER.match(text, end)
    return match[1] if match and match[1] in lore.kin else ""


def _weight_before(before: str, lore: Lore) -> float:
    if _NUMBER_BEFORE.search(before) or _GOING_BEFORE.search(before):
        return -2.0
    match = _WORD_BEFORE.search(before)
    if not match:
        return 0.0
    word = match[1].casefold()
    if word in lore.places_before or word in lore.places_first or word == "st":
        return -2.0
    if word in ("the", "a", "this", "each", "every"):
        return -1.5
    return 1.0 if word in lore.before else 0.0
