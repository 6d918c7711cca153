"""To whom a sentence gives a telephone or a number: by possession, by a pronoun, by who stands nearest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dhr_desktop.domain.name_forms.figures import Figure
from dhr_desktop.domain.name_forms.lore import Lore

_NEAR_BEFORE, _NEAR_AFTER = 70, 14
_KIN_BEFORE = 45
_OWN, _PRONOUN, _NEAREST, _BEFORE_THAT, _OFFICIAL = 3.0, 2.0, 1.0, 0.4, 0.3
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOP = re.compile(r"(?<!\btel)(?<!\bno)(?<!\bmob)(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bms)[.!?](?=\s)|\n", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(
    r"\b(her|his|she|he)\b(?: own)?(?:[ ,](?!her\b|his\b|she\b|he\b)[\w-]+){0,8}[ ,:(]*$", re.IGNORECASE
)
_SEXES = {"her": "f", "she": "f", "his": "m", "he": "m"}
_ROOM = 60
_APPOSED = r"\s?[,(]\s?(?:(?:his|her|their|the|a)\s)?(?:[a-z]+\s)?%s\b"
Named = Sequence[tuple[int, int, Figure]]
"""Who is named where in a text, from left to right."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose something seems to be, and how strongly that is said."""

    figure: Figure
    weight: float


def is_of_the_agency(text: str, start: int, end: int, lore: Lore) -> bool:
    """Whether a number is said to be one of the agency's own lines."""
    before = text[max(0, start - _ROOM) : start]
    return bool(lore.office_before.search(before) or lore.office_after.match(text, end))


def owner(text: str, start: int, end: int, named: Named, lore: Lore) -> Owner | None:
    """Whose what stands from `start` to `end` is, so far as its own passage says so."""
    begins = max((match.end() for match in _STOP.finditer(text, 0, start)), default=0)
    after = _after(text, end, named, lore)
    if after and (lore.belongs_to.match(text, end) or text[named_end(after, named) :].startswith(("'s", "’s"))):
        return Owner(after[1], _OWN)
    before = [each for each in named if each[1] <= start and not each[2].professional]
    pronoun = _PRONOUN_BEFORE.search(text[max(begins, start - _ROOM) : start])
    if pronoun:
        sex = _SEXES[pronoun[1].casefold()]
        if _is_about_a_relation(text, begins, start, sex, before, lore):
            return None
        whom = _meant(sex, before, begins)
        if whom:
            return Owner(whom, _PRONOUN)
    official = [each for each in named if each[1] <= start and begins <= each[1] and start - each[1] <= _NEAR_BEFORE]
    near = [each for each in before if start - each[1] <= _NEAR_BEFORE]
    if near:
        _begin, ending, figure = max(near, key=lambda each: each[1])
        kin = _kin_between(text, ending, start, lore)
        if kin and begins <= ending:
            return None
        if begins <= ending:
            return Owner(figure, _NEAREST)
        if not official:
            return Owner(figure, _BEFORE_THAT)
    if after and not _kin(text[max(0, start - _KIN_BEFORE) : start], lore):
        return Owner(after[1], _NEAREST)
    return Owner(max(official, key=lambda each: each[1])[2], _OFFICIAL) if official else None


def _is_about_a_relation(text: str, begins: int, start: int, sex: str, before: Named, lore: Lore) -> bool:
    """Whether a sentence that names nobody is about somebody's unnamed relation: 'Dad gave his number as'."""
    if any(each[0] >= begins for each in before):
        return False
    return any(lore.sexes.get(word.casefold()) == sex for word in _WORDS.findall(text[begins:start]))


def named_end(after: tuple[int, Figure], named: Named) -> int:
    """Where the name ends that stands after a number."""
    return next(end for start, end, figure in named if start == after[0] and figure is after[1])


def _after(text: str, end: int, named: Named, lore: Lore) -> tuple[int, Figure] | None:
    """The name just after, when nothing but a comma, a bracket or a few words of no sentence stand between."""
    told = lore.belongs_to.match(text, end)
    reach = len(told[0]) if told else _NEAR_AFTER
    follow = [(start, figure) for start, _end, figure in named if 0 <= start - end <= reach]
    if not follow:
        return None
    first = min(follow, key=lambda each: each[0])
    return None if _STOP.search(text, end, first[0]) else first


def _meant(sex: str, before: Named, begins: int) -> Figure | None:
    """Whom a pronoun means: whom its sentence is about, or the one before; somebody of the other sex never."""
    fitting = [each for each in before if each[2].sex in ("", sex)]
    same = [each for each in fitting if each[0] >= begins]
    for some in (same, fitting):
        known = [each for each in some if each[2].sex == sex]
        if some:
            return (known or some)[0][2]
    return None


def _kin(words: str, lore: Lore) -> bool:
    return any(word.casefold() in lore.kin for word in _WORDS.findall(words))


def _kin_between(text: str, ending: int, start: int, lore: Lore) -> bool:
    """Whether somebody's unnamed relation stands between a name and what follows; '(sister)' names the same person."""
    between = text[ending:start]
    for word in _WORDS.findall(between):
        if word.casefold() in lore.kin:
            return not re.match(_APPOSED % re.escape(word), between)
    return False
