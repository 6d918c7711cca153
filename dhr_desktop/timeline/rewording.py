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


def shortened(text: list[Piece], around: int = 80, most: int = 400) -> list[Piece]:
    """The pieces of a long text without most of what both have, and without the end of what is very long.

    What differs stays with `around` letters of what stands beside it, so that a reader sees where it is.
    """
    if len(text) == 1 or all(piece.differs for piece in text):
        return [Piece(_cut(piece.words, most, 0), piece.differs) for piece in text]
    last = len(text) - 1
    return [
        Piece(_cut(piece.words, most, 0), differs=True)
        if piece.differs
        else Piece(_cut(piece.words, around if at else 0, around if at < last else 0))
        for at, piece in enumerate(text)
    ]


def _cut(words: str, head: int, tail: int) -> str:
    """The first `head` letters of a stretch and its last `tail`; the whole where hardly more than that is there."""
    if len(words) <= head + tail + 3:
        return words
    return f"{words[:head].rstrip()}…{words[len(words) - tail :].lstrip() if tail else ''}"
