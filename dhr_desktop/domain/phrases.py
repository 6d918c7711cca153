"""How words are put into sentences, the same in every room."""

from collections.abc import Sequence

_SAY_HOW = frozenset({"at", "by", "during", "face", "in", "on", "over", "through", "via", "when", "while", "with"})
"""Words after which the means by which something was done are told without a 'by'; 'face' is of 'face to face'."""


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """The words as a sentence: a capital at their beginning, and a full stop where nothing ends them yet."""
    text = words.strip()
    ends = text.rstrip("\"'”’)")[-1:] in (*".?!…",)
    return capital(text) + ("" if ends or not text else ".")


def by_means(words: str) -> str:
    """'by telephone', also where 'by telephone' was typed; 'in person' and 'at a meeting' need no 'by'."""
    words = words.strip().rstrip(".")
    first = words.split(maxsplit=1)[0].casefold() if words else ""
    return words[0].lower() + words[1:] if first in _SAY_HOW else f"by {words}" if words else ""


def listed(words: Sequence[str]) -> str:
    """'a, b and c'."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
