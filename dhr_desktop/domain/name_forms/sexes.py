"""Whether the words around a name say that a woman or a man is meant: 'his wife Jo', 'Jo, her brother'."""

import re
from collections import Counter
from collections.abc import Iterable

from dhr_desktop.domain.name_forms.lore import Lore

_BEFORE = re.compile(r"\b(?:(?:his|her|their|my|the|whose)\s+)?([\w-]+)[,:]?\s[\"“'‘(]*$")
_AFTER = re.compile(
    r"\s?[,(]\s?(?:(?:his|her|their|the|a)\s)?(?:(?:maternal|paternal|older|younger|eldest)\s)?([\w-]+)\b"
)
_OF_SOMEBODY = re.compile(r"['’]s?\s$")
_ROOM = 30
_MOST = 3
"""So many more for one sex than for the other are needed for each that says otherwise."""


def sex_around(text: str, start: int, end: int, lore: Lore) -> tuple[str, str]:
    """What a relation beside a name says of its bearer's sex: 'f', 'm' or '', and the word that says it."""
    after = _AFTER.match(text, end)
    if after and after[1].casefold() in lore.sexes:
        return lore.sexes[after[1].casefold()], after[1]
    before = _BEFORE.search(text[max(0, start - _ROOM) : start])
    if before and before[1].casefold() in lore.sexes:
        return lore.sexes[before[1].casefold()], before[1]
    return "", ""


def settled(said: Iterable[str]) -> str:
    """The sex that these agree on, unless too many say the other."""
    counted = Counter(each for each in said if each)
    if not counted:
        return ""
    (sex, times), *others = counted.most_common()
    return sex if not others or times >= _MOST * others[0][1] else ""
