"""Which words of a text were changed, for showing them marked."""

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

_PARTS = re.compile(r"\s+|[^\W_]+(?:['’][^\W_]+)*|.", re.DOTALL)
_FEW_BETWEEN = 3


class Fate(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and what became of them. The same and the gone make the older text, the same and the new the newer."""

    fate: Fate
    words: str


def word_changes(old: str, new: str) -> list[Piece]:
    """The two texts as one: what both say, what is gone and what is new, in the order of reading.

    Two changed words with nothing but a space between them are one change, as a person would strike them out.
    """
    one, two = _PARTS.findall(old), _PARTS.findall(new)
    pieces: list[Piece] = []
    for tag, start, end, new_start, new_end in difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Fate.SAME, "".join(one[start:end])))
            continue
        if end > start:
            pieces.append(Piece(Fate.GONE, "".join(one[start:end])))
        if new_end > new_start:
            pieces.append(Piece(Fate.NEW, "".join(two[new_start:new_end])))
    return _joined(pieces)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Changes parted by a mere space or mark made one, what is gone before what is new."""
    found: list[Piece] = []
    gone = new = ""
    for place, piece in enumerate(pieces):
        if piece.fate is Fate.GONE:
            gone += piece.words
        elif piece.fate is Fate.NEW:
            new += piece.words
        elif (gone or new) and place + 1 < len(pieces) and _is_thin(piece.words):
            gone += piece.words
            new += piece.words
        else:
            found += [each for each in (Piece(Fate.GONE, gone), Piece(Fate.NEW, new)) if each.words]
            gone = new = ""
            found.append(piece)
    return found + [each for each in (Piece(Fate.GONE, gone), Piece(Fate.NEW, new)) if each.words]


def _is_thin(words: str) -> bool:
    return len(words) < _FEW_BETWEEN and not any(letter.isalnum() for letter in words)
