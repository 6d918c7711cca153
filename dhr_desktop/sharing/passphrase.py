"""Makes the passphrase of a sealed copy: six words at random, easy to say over the telephone."""

import secrets

from dhr_desktop.base import resources

WORDS = 6
"""Six of 7,776 words carry 77.5 bits: at the 15 ms that one try at a sealed Word file costs, no guessing gets there."""


def six_words() -> str:
    """A new passphrase. It is stored nowhere: who makes it must show it once."""
    words = resources.text("words/six-words.txt").split()
    return " ".join(secrets.choice(words) for _ in range(WORDS))
