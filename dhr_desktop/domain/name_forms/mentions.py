"""Takes a passage's runs of capitals apart: title, first names, initials, surname, as British records write them."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from dhr_desktop.domain.name_forms.lore import Lore

_UPPER = "".join(chr(code) for code in range(0x590) if chr(code).isupper())
_LETTER = r"[^\W\d_]"
_NAME = rf"(?:S/N|[{_UPPER}](?:{_LETTER}|['’‘\-\u2010\u2011](?={_LETTER}))*)(?![\d_])"
_PARTICLE = (
    *("de", "da", "dos", "del", "della", "van", "von", "der", "den", "ten", "la", "le", "al", "el"),
    *("bin", "bint", "binti", "ibn", "ap", "ab", "ferch", "ul", "ur", "ó", "ní", "mac", "nic"),
)
_PARTICLES = rf"(?:(?:{'|'.join(_PARTICLE)}) ){{0,2}}"
_TOKEN = re.compile(rf"(?<![^\W_]){_NAME}")
_RUN = re.compile(rf"(?<![^\W_]){_NAME}(?:(?:\.?[ \u00a0]{_PARTICLES}|, |\.| \d{{2,6}} ){_NAME})*")
_DOTTED = re.compile(rf"(?<![\w.])(?:[{_UPPER}]\.[ ]?){{1,3}}[{_UPPER}]\.(?!{_LETTER})")
_JOINT = re.compile(rf"\.?[ \u00a0]{_PARTICLES}|, ")
_OPENING = re.compile(r"(?:^|[.!?:;\n•|]|\s[-–]|\t)[\s\"“”‘’'(\[*]*$")
_OPENING_ROOM = 12
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)
_COLLAR = re.compile(r" \d{2,6} ")
_VERBS_END = ("s", "ed", "ing")
_SHORT_CAPITALS = 3
_MOST_NAMES = 4
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev", "revd"})


IsWord = Callable[[str, bool], bool]
"""Whether a word, given as it is written, is one of the language; True beside it where it opens a sentence."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One written name. `given` and `surname` are '' where it does not show them; `alone` is a single word.

    `surface` is what stands there from `start` to `end`. `opens` says that it begins a sentence, where any word has a
    capital. `lead` is the title, rank or word for a relation before it, in small letters.
    """

    start: int
    end: int
    surface: str
    given: str = ""
    surname: str = ""
    alone: str = ""
    initials: str = ""
    lead: str = ""
    titled: bool = False
    turned: bool = False
    opens: bool = False
    kin: str = ""


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    word: str
    joint: str  # what stands between it and the token before; "" begins a run

    @property
    def low(self) -> str:
        return self.word.casefold()

    @property
    def initial(self) -> bool:
        return len(self.word) == 1

    @property
    def capitals(self) -> bool:
        return len(self.word) > 1 and self.word.isupper()


def opens_sentence(text: str, start: int) -> bool:
    """Whether what stands at `start` has a capital because a sentence begins there."""
    if within_sentence(text, start):
        return False
    return bool(_OPENING.search(text[max(0, start - _OPENING_ROOM) : start]) or not text[:start].strip())


def within_sentence(text: str, start: int) -> bool:
    """Whether a word or a comma stands just before, which is the plainest case."""
    return start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] in ",)")


def runs(text: str) -> list[tuple[int, str]]:
    """Where words with capitals stand one after another, and the words: what every name is part of."""
    return [(match.start(), match[0]) for match in _RUN.finditer(text)]


def mentions(text: str, found: Sequence[tuple[int, str]], lore: Lore, is_word: IsWord) -> Iterator[Mention]:
    """Every written name that the text may hold among its `runs`, from left to right; sifting comes later."""
    for start, words in found:
        if " " in words or "." in words or "," in words or "\u00a0" in words:
            yield from _of_words(text, start, words, lore, is_word)
            continue
        word = _POSSESSIVE.sub("", words) if "'" in words or "’" in words else words
        if len(word) < 2 or is_word(word, False) or lore.leads(word.casefold()):  # noqa: PLR2004 - one letter is no name
            continue
        opens = opens_sentence(text, start)
        if not (opens and is_word(word, True)):
            initials = word if word.isupper() and len(word) <= _MOST_NAMES else ""
            yield Mention(start, start + len(word), word, alone=word, initials=initials, opens=opens)


def _of_words(text: str, start: int, words: str, lore: Lore, is_word: IsWord) -> Iterator[Mention]:
    run: list[_Token] = []
    for match in _TOKEN.finditer(text, start, start + len(words)):
        word = match[0]
        if "'" in word or "’" in word:
            word = _POSSESSIVE.sub("", word)
        token = _Token(match.start(), match.start() + len(word), word, "")
        if run and _joined(run[-1], text[run[-1].end : token.start], token, lore):
            token.joint = text[run[-1].end : token.start]
            run.append(token)
        else:
            yield from _of_run(text, run, lore, is_word)
            run = [token]
    yield from _of_run(text, run, lore, is_word)


def dotted(text: str) -> Iterator[Mention]:
    """Initials with points: 'J.S.'."""
    for match in _DOTTED.finditer(text):
        letters = re.sub(r"[^\w]", "", match[0])
        yield Mention(match.start(), match.end(), match[0], initials=letters)


def _joined(before: _Token, gap: str, token: _Token, lore: Lore) -> bool:
    if gap == " ":
        return True
    if before.low in lore.ranks and _COLLAR.fullmatch(gap):
        return True
    match = _JOINT.fullmatch(gap)
    if not match:
        # 'J.Smith' has no room between.
        return gap == "." and before.initial and len(token.word) > 1
    if gap == ", ":
        return before.capitals and len(before.word) > 2 and not token.capitals  # noqa: PLR2004 - 'SMITH, Jo'
    if gap.startswith("."):
        return before.initial or before.low in lore.titles
    return True


def _of_run(text: str, run: list[_Token], lore: Lore, is_word: IsWord) -> Iterator[Mention]:
    """Cut a run at words that are no names; titles and words for relations lead what follows them."""
    piece: list[_Token] = []
    lead, kin = "", ""
    last = len(run) - 1
    for number, token in enumerate(run):
        low = token.low
        opens = not number and opens_sentence(text, token.start)
        if low in lore.kin and not (low in lore.titles and number < last and not piece):
            yield from _made(text, piece, lead, kin, lore)
            piece, lead, kin = [], "", low
        elif low in lore.surnames_too and piece:
            piece.append(token)
        elif opens and number < last and _opens_as_verb(token, run[1], lore):
            continue
        elif lore.leads(low) and not token.initial and _may_lead(token, piece, lead, lore):
            yield from _made(text, piece, lead, kin, lore)
            piece, lead, kin = [token] if low in lore.titles else [], low, ""
        elif _cuts(token, piece, lead, is_word, lore.places, opens=opens):
            yield from _made(text, piece, lead, kin, lore)
            piece, lead, kin = [], "", ""
        else:
            piece.append(token)
    yield from _made(text, piece, lead, kin, lore)


def _opens_as_verb(token: _Token, after: _Token, lore: Lore) -> bool:
    """Whether a sentence begins with what somebody does, and a first name follows: 'Blames Lucy'."""
    return (
        token.low.endswith(_VERBS_END)
        and not token.capitals
        and not lore.leads(token.low)
        and token.low not in lore.families
        and after.low in lore.families
    )


def _may_lead(token: _Token, piece: list[_Token], lead: str, lore: Lore) -> bool:
    """Whether a title or a rank begins something new; after another title it may be the surname ('Mr Head')."""
    return not (piece and lead) or token.capitals or token.low in lore.titles


def _cuts(
    token: _Token, piece: list[_Token], lead: str, is_word: IsWord, never: Collection[str], *, opens: bool
) -> bool:
    """Whether a word of the language ends the name; after a title or an initial any word is a surname ('Ms Young')."""
    if token.initial:
        return False
    if lead and len(piece) <= 1 and not token.capitals:
        return False
    if piece and piece[-1].initial:
        return token.low in never
    return is_word(token.word, opens)


def _made(text: str, piece: list[_Token], lead: str, kin: str, lore: Lore) -> Iterator[Mention]:
    titled = bool(piece) and bool(lead) and piece[0].low == lead
    names = piece[1:] if titled else piece
    if len(names) == 1 and names[0].initial and titled and lead in _HONORIFICS:
        start, end = piece[0].start, names[0].end
        yield Mention(start, end, text[start:end], initials=names[0].word, lead=lead, titled=True, kin=kin)
        return
    while names and names[-1].initial and not _is_letter_of_surname(names, lead):
        names = names[:-1]
    if len(names) > 2 and names[0].initial and names[1].capitals and names[2].joint == ", ":  # noqa: PLR2004 - 'V SMITH, Jo'
        names = names[1:]
    if not names or len(names) > _MOST_NAMES:
        return
    titled = titled and (len(names) == 1 or names[0].initial or lead in _HONORIFICS)
    start, end = (piece[0] if titled else names[0]).start, names[-1].end
    shape = _alone(names[0], lead) if len(names) == 1 else _shape(names, text[:end], lore)
    if shape:
        opens = opens_sentence(text, start)
        yield Mention(start, end, text[start:end], lead=lead, titled=titled, opens=opens, kin=kin, **shape)  # type: ignore[arg-type]  # fields of Mention by their names


def _is_letter_of_surname(names: list[_Token], lead: str) -> bool:
    """Whether a first name and the letter of a surname stand there: 'Jo B', as schools write."""
    return len(names) == 2 and not lead and not names[0].initial and names[1].word != "I"  # noqa: PLR2004 - a pair


def _alone(name: _Token, lead: str) -> dict[str, object]:
    if lead:
        return {"surname": name.word}
    short = name.capitals and len(name.word) <= _MOST_NAMES
    return {"alone": name.word, "initials": name.word if short else ""}


def _shape(names: list[_Token], text: str, lore: Lore) -> dict[str, object] | None:
    """Which of several words is what: 'SMITH, Jo Ann', 'J B Smith', 'Jo Ann Smith', 'Jo van der Smith'."""
    first, *others = names
    if _is_turned(names, lore):
        return {"given": " ".join(each.word for each in others), "surname": first.word, "turned": True}
    if first.initial:
        initials = [each for each in names[:-1] if each.initial]
        if len(initials) < len(others):
            return None
        return {"initials": "".join(each.word for each in initials), "surname": text[names[-1].start :]}
    particle = names[-1].joint.strip(". \u00a0")
    surname = f"{particle} {names[-1].word}" if particle else names[-1].word
    return {"given": " ".join(each.word for each in names[:-1]), "surname": surname}


def _is_turned(names: list[_Token], lore: Lore) -> bool:
    first = names[0]
    if not first.capitals or names[-1].capitals:
        return False
    return names[1].joint == ", " or len(first.word) > _SHORT_CAPITALS or first.low not in lore.abbreviations
