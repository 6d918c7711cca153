"""The lore of names that the program carries, read once."""

from functools import cache

from dhr_desktop.base import resources
from dhr_desktop.domain.name_forms.lore import Lore, lore_of


@cache
def lore() -> Lore:
    """What `resources/people` says of names; the words of the language are those that passphrases are made of."""
    signs = resources.toml("people/signs.toml")
    names = resources.toml("people/nicknames.toml")
    words = frozenset(resources.text("words/six-words.txt").split())
    return lore_of(signs, names, words)
