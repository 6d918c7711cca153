"""How words are put into sentences, the same in every room."""

from collections.abc import Sequence


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """The words as a sentence: a capital at their beginning, and a full stop where nothing ends them yet."""
    text = words.strip()
    ends = text.rstrip("\"'”’)")[-1:] in (*".?!…",)
    return capital(text) + ("" if ends or not text else ".")


def listed(words: Sequence[str]) -> str:
    """'a, b and c'."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
