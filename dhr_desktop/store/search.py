"""Turns what the chair types into a full-text query in which nothing has a hidden meaning."""

import re
import unicodedata

_PIECES = re.compile(r'"([^"]*)"|(\S+)')


def query(typed: str) -> str:
    """The FTS5 query for `typed`; '' when it holds nothing to look for.

    Every word must occur, in any order; the last may be unfinished, unless a space or a quotation mark ends it.
    Words between quotation marks stand together. '24/7', 'AND', '*' and brackets mean only themselves.
    """
    cleaned = typed.replace("\0", " ")
    found = [(quoted or word).replace('"', " ") for quoted, word in _PIECES.findall(cleaned)]
    pieces = [piece for piece in found if any(_is_searched(character) for character in piece)]
    if not pieces:
        return ""
    unfinished = not cleaned[-1].isspace() and not cleaned.endswith('"')
    return " ".join(f'"{piece}"' for piece in pieces) + ("*" if unfinished else "")


def _is_searched(character: str) -> bool:
    """Whether the index's tokenizer, unicode61, takes the character as part of a word."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"
