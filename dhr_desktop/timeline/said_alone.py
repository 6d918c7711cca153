"""Which words of an account stand in no other account of the same happening, so that they can be marked."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from dhr_desktop.timeline.same_event.knowledge import knowledge
from dhr_desktop.timeline.same_event.words import stem

_WORD = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d{2}(?!\d)(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|[0-2]\d[0-5]\d\s?h(?:ou)?rs\b)"
    r"|(?P<word>[^\W_]+(?:['’&.\-/][^\W_]+)*)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?P<hour>\d\d??)[:.]?(?P<minute>\d\d)?(?:\s?(?P<half>[ap])\.?m\.?|\s?h(?:ou)?rs)?", re.IGNORECASE)
_LIKE, _SHORTEST = 0.86, 5
"""How alike two words of at least so many letters must be to count as one, spelt in two ways."""
_NOON, _DAY = 12, 24
Span = tuple[int, int]
"""Where marked words begin in a text, and how many letters they are."""


def said_alone(texts: Sequence[str]) -> list[list[Span]]:
    """For each of several accounts the places of what only this one says; neighbours are one place.

    Words are compared without their endings and their capitals, names that are nearly spelt alike are one, and hours
    are compared as hours: '9.30pm' is '21:30'. Words that join others say nothing and are never marked. Where there
    is one account alone, nothing differs.
    """
    if len(texts) < len(("one", "other")):
        return [[] for _ in texts]
    told = [_told(text) for text in texts]
    said = [frozenset[str]().union(*(keys for _, _, keys in words)) for words in told]
    found = []
    for place, (text, words) in enumerate(zip(texts, told, strict=True)):
        elsewhere = frozenset[str]().union(*said[:place], *said[place + 1 :])
        alone = [(start, end) for start, end, keys in words if keys and not _stands(keys, elsewhere)]
        found.append(_joined(text, alone))
    return found


def _told(text: str) -> list[tuple[int, int, frozenset[str]]]:
    """The words of a text: from where to where, and what each is compared by; nothing for words that say nothing."""
    found = []
    for match in _WORD.finditer(text):
        if match["clock"]:
            keys = _hours(match["clock"]) or frozenset((match["clock"],))
        else:
            bare = stem(match["word"])
            keys = frozenset() if bare in knowledge().joins else frozenset((bare,))
        found.append((match.start(), match.end(), keys))
    return found


def _hours(clock: str) -> frozenset[str]:
    """The hours that a clock time may mean: without 'am' or 'pm', a time before one may be either."""
    match = _CLOCK.fullmatch(clock.strip())
    if match is None or int(match["hour"]) >= _DAY:
        return frozenset()
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hours = {hour % _NOON + (_NOON if half == "p" else 0)}
    else:
        hours = {hour, hour + _NOON} if 0 < hour < _NOON and not match["hour"].startswith("0") else {hour}
    return frozenset(f"{each:02}:{match['minute'] or '00'}" for each in hours)


def _stands(keys: frozenset[str], elsewhere: frozenset[str]) -> bool:
    if not keys.isdisjoint(elsewhere):
        return True
    return any(_alike(key, other) for key in keys if len(key) >= _SHORTEST and key.isalpha() for other in elsewhere)


def _alike(one: str, other: str) -> bool:
    if len(other) < _SHORTEST or abs(len(one) - len(other)) > 1 or one[0] != other[0] or not other.isalpha():
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE


def _joined(text: str, places: Sequence[tuple[int, int]]) -> list[Span]:
    """Places with nothing but spaces between them as one."""
    found: list[Span] = []
    for start, end in places:
        if found and not text[found[-1][0] + found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end - found[-1][0])
        else:
            found.append((start, end - start))
    return found
