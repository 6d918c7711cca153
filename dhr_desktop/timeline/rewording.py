"""Where two texts differ, word by word, so that the differing words can be marked in both."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]|\s+")
_MOST = 4_000
"""Words of both texts together beyond which they are not compared word by word, for it takes the square of them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether the other text has it not."""

    words: str
    differs: bool = False


def pieces(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, those marked that the other lacks. Put together the pieces are the text."""
    one, other = _WORD.findall(before), _WORD.findall(after)
    if len(one) + len(other) > _MOST:
        return _whole(before, differs=before != after), _whole(after, differs=before != after)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, first, last, begin, end in matcher.get_opcodes():
        alike = kind == "equal"
        left += _whole("".join(one[first:last]), differs=not alike)
        right += _whole("".join(other[begin:end]), differs=not alike)
    return left, right


def _whole(words: str, *, differs: bool) -> list[Piece]:
    return [Piece(words, differs)] if words else []
