"""Where the words being searched for stand in a text, by the same rules as the search itself."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from dhr_desktop.base.remembered import remembered

_PIECES = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LEAD = 24
"""So many letters are shown before a hit, so that it is seen in its sentence."""


@remembered(64)
def pattern(typed: str) -> re.Pattern[str] | None:
    """What to look for in `folded` text; None when nothing searchable was typed.

    Words between quotation marks stand together; the last word may be unfinished unless a space or a mark ends it.
    """
    pieces = [_WORD.findall(folded(quoted or word)) for quoted, word in _PIECES.findall(typed)]
    pieces = [words for words in pieces if words]
    if not pieces:
        return None
    unfinished = not typed[-1].isspace() and not typed.endswith('"')
    whole = [r"[\W_]+".join(map(re.escape, words)) for words in pieces]
    ends = [r"(?![^\W_])"] * (len(whole) - 1) + [r"[^\W_]*" if unfinished else r"(?![^\W_])"]
    # The longest first, so that of "up" and "upper" the longer is marked.
    choices = sorted((piece + end for piece, end in zip(whole, ends, strict=True)), key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(choices)})")


def hits(text: str, typed: str) -> list[tuple[int, int]]:
    """Start and length of each hit in `text`."""
    wanted = pattern(typed)
    if wanted is None:
        return []
    return [(match.start(), match.end() - match.start()) for match in wanted.finditer(folded(text)) if match[0]]


def found_elsewhere(parts: Iterable[tuple[str, str]], typed: str) -> tuple[str, str]:
    """The first of the parts (name and words) that holds a hit; two empty texts where none does."""
    return next(((name, words) for name, words in parts if words and hits(words, typed)), ("", ""))


def folded(text: str) -> str:
    """The text without capitals and accents, letter for letter, so that places in it are places in the text."""
    if text.isascii():
        return text.lower()
    return "".join(_plain(letter) for letter in text)


def from_first_hit(text: str, typed: str, room: int) -> str:
    """The text from shortly before its first hit when that lies beyond the first `room` letters; else as it is."""
    found = hits(text, typed)
    if not found or found[0][0] + found[0][1] <= room:
        return text
    start = text.rfind(" ", 0, max(found[0][0] - _LEAD, 1)) + 1
    return f"… {text[start:]}"


@lru_cache(maxsize=2_000)
def _plain(letter: str) -> str:
    lowered = unicodedata.normalize("NFD", letter)[0].lower()
    return lowered if len(lowered) == 1 else letter
