"""How a name sounds, roughly, as spoken in Britain: names with one key are taken for each other by the ear."""

import re
import unicodedata

from dhr_desktop.base.remembered import remembered

_SPELT = (
    *((r"^(?:kn|gn|pn)", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"^x", "s"), (r"^wh", "w"), (r"^(?:eu|u(?=n))", "yu")),
    *((r"(?:eigh|aigh|ough|augh)", "a"), (r"gh", ""), (r"mb$", "m"), (r"ph", "f"), (r"sch|sh|ti(?=[ao])", "1")),
    *((r"tch|ch", "2"), (r"th", "t"), (r"dg(?=[eiy])", "j"), (r"g(?=[eiy])", "j"), (r"c(?=[eiy])", "s")),
    *((r"ck|cc|qu?|c", "k"), (r"x", "ks"), (r"z", "s"), (r"v", "f"), (r"d(?=t)|t(?=d)", "")),
    *((r"(?<=[aeiouy])(?:r)(?=[^aeiouy]|$)", ""), (r"(?<=[aeiou])[wh]", ""), (r"(?<=.)h", "")),
)
_VOWELS = "aeiouy"
_FOLDED = str.maketrans({"ø": "o", "œ": "oe", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "þ": "th", "ð": "d"})


@remembered(20_000)
def folded(name: str) -> str:
    """The letters of a name in small, without accents and whatever is no letter."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDED))
    return "".join(each for each in plain if each.isalpha())


@remembered(20_000)
def sound_of(name: str) -> str:
    """A key for the sound of one word of a name; '' for none.

    Vowels count at the beginning and the end alone, where they tell names apart: 'Anna' and 'Ann', 'Ellie' and 'Ella'.
    """
    word = folded(name)
    if not word:
        return ""
    first, last = word[0] in _VOWELS, _ending(word)
    for spelt, spoken in _SPELT:
        word = re.sub(spelt, spoken, word)
    bones = re.sub(r"(.)\1+", r"\1", "".join(each for each in word if each not in _VOWELS))
    return f"{'a' if first else ''}{bones}{last}"


def _ending(word: str) -> str:
    """How the word ends to the ear: with 'ee', with another open vowel, or with a consonant."""
    if re.search(r"(?:[^aeiou]y|ie|ee|ey|i|leigh|lea|ea)$", word):
        return "-i"
    return "-a" if re.search(r"(?:a|ah|er|or|o|oh|ou|ow|u)$", word) else ""
