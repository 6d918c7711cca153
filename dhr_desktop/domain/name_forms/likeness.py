"""Whether two names are the same one written differently: by the eye, by the ear, or as a pet name."""

import re
import unicodedata

from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.name_forms.lore import Lore

_SHORTEST = 4
_LONG = 8
_MOST_APART = 3
_OTHER_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_SOUNDS = (
    (re.compile(r"^(?:kn|gn|pn)"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"^rh"), "r"),
    (re.compile(r"^mac(?=[a-z]{3})"), "mc"),
    (re.compile(r"tch|sch|ch|cz|sh|sz|ś|ć"), "x"),
    (re.compile(r"ph|v"), "f"),
    (re.compile(r"gh(?=[aeiouy])"), "g"),
    (re.compile(r"(?<=[aeiouy])gh"), ""),
    (re.compile(r"ck|q|x(?=s)"), "k"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"dge?|g(?=[eiy])"), "j"),
    (re.compile(r"th"), "t"),
    (re.compile(r"wh"), "w"),
    (re.compile(r"mb$"), "m"),
    (re.compile(r"ou?gh$"), "o"),
)
_VOWELS = re.compile(r"[aeiouywh]+")
_DOUBLED = re.compile(r"(.)\1+")
_PET_ENDINGS = ("s", "z", "o", "y", "ie", "ey", "ster", "sie", "sy", "zy", "za", "zza", "kins", "i", "a")
_SHORTEST_STEM = 2


@remembered(20_000)
def plain(name: str) -> str:
    """The name's letters alone, small and without accents."""
    small = name.casefold().translate(_OTHER_LETTERS)
    spread = unicodedata.normalize("NFKD", small)
    return "".join(letter for letter in spread if letter.isalpha())


@remembered(20_000)
def sound(name: str) -> str:
    """How a name sounds to a British ear, roughly: its consonants, alike where they are spoken alike."""
    said = plain(name)
    for pattern, by in _SOUNDS:
        said = pattern.sub(by, said)
    if not said:
        return ""
    first = "a" if said[0] in "aeiouy" else said[0]
    return _DOUBLED.sub(r"\1", first + _VOWELS.sub("", said[1:]))


@remembered(50_000)
def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or swapped with their neighbour (Damerau and Levenshtein)."""
    if one == other:
        return 0
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, beside in enumerate(other, start=1):
            best = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != beside))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == beside
            line.append(min(best, before[column - 2] + 1) if swapped else best)
        before, last = last, line
    return last[-1]


def written_alike(one: str, other: str) -> str:
    """Why two surnames or first names seem to be one: 'one letter differs', 'sounds alike'; '' when they do not.

    Short names must be nearer than long ones, and both begin alike, by letter or by sound: 'Mary' is no 'Gary'.
    """
    first, second = plain(one), plain(other)
    if not first or not second:
        return ""
    if first == second:
        return "the same letters"
    if abs(len(first) - len(second)) > _MOST_APART:
        return ""
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < _SHORTEST or sound(one)[:1] != sound(other)[:1] or _too_far(longer, shorter):
        return ""
    apart = distance(first, second)
    if apart == 1:
        return "one letter differs"
    alike = sound(one) == sound(other)
    if alike and apart <= (2 if len(longer) < _SHORTEST + 2 else _MOST_APART):
        return "sounds alike"
    if apart == 2 and len(shorter) >= _LONG - 1:  # noqa: PLR2004 - two letters, as the words say
        return "two letters differ"
    if apart == 2 and len(shorter) > _SHORTEST and first[:3] == second[:3] and _one_sound_off(one, other):  # noqa: PLR2004
        return "two letters differ"
    return ""


def _too_far(longer: str, shorter: str) -> bool:
    """Whether so many letters of one are none of the other's that they need not be laid beside each other."""
    return sum(max(0, longer.count(letter) - shorter.count(letter)) for letter in set(longer)) > _MOST_APART


def _one_sound_off(one: str, other: str) -> bool:
    return distance(sound(one), sound(other)) <= 1


def part_of(one: str, other: str) -> str:
    """Why one surname seems to be part of the other: 'Hill' of 'Hill-Jones', or the two run together."""
    if "-" not in other and " " not in other:
        return ""
    halves = [plain(part) for part in re.split(r"[-\s]", other) if len(part) > 2]  # noqa: PLR2004 - no 'de', no 'al'
    if len(halves) > 1:
        for half in halves:
            if half == plain(one) or (len(half) > _SHORTEST and distance(half, plain(one)) == 1):
                return "part of the surname"
    return ""


def is_double(surname: str) -> bool:
    """Whether a surname is of two with capitals: 'Hill-Jones'; what is joined of other words has small letters."""
    halves = surname.split("-")
    return len(halves) > 1 and all(half[:1].isupper() and len(half) > 2 and not half.isupper() for half in halves)  # noqa: PLR2004 - no 'de', no 'al'


def pet_form(name: str, first_name: str, lore: Lore) -> str:
    """Why `name` may be what somebody with this first name is called; '' when nothing says so."""
    called, full = plain(name), plain(first_name)
    if not called or not full or called == full:
        return ""
    if called in lore.families.get(full, ()):
        return "a usual short form"
    if (
        len(called) >= _SHORTEST
        and full.endswith(called)
        and any(full == beginning + called for beginning in lore.dropped)
    ):
        return "a usual short form"
    if called[: _SHORTEST_STEM + 1] != full[: _SHORTEST_STEM + 1]:
        return ""  # every form below begins as the name does
    if len(full) > len(called) >= _SHORTEST_STEM + 1 and full.startswith(called):
        return "a short form"
    for ending in _PET_ENDINGS:
        stem = called.removesuffix(ending)
        if stem == called or len(stem) <= _SHORTEST_STEM:
            continue
        if full.startswith(stem) or (len(stem) > _SHORTEST_STEM + 1 and full == stem[:-1] + full[-1:]):
            return "a pet form"
    return ""
