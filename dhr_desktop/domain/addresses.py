"""How an address is written: a house with its street, and what may follow it."""

import re
from functools import cache

from dhr_desktop.base import resources

POSTCODE = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}(?!\w)")


@cache
def address() -> re.Pattern[str]:
    """Finds '14 Sandpiper Rise, AL4 9XX'; the words for streets are those by which names are told from places."""
    ways = "|".join(word.capitalize() for word in resources.toml("people/signs.toml")["places"]["ways"])
    house = rf"(?<!\w)(?:(?:Flat|Apartment|Unit)\s\w+,?\s)?\d+[A-Za-z]?,?\s(?:[A-Z][\w’'-]+\s){{1,3}}(?:{ways})(?!\w)"
    return re.compile(rf"{house}(?:,?\s{POSTCODE.pattern})?")


def is_address(words: str) -> bool:
    """Whether words are, or hold, where somebody lives."""
    return bool(address().search(words) or POSTCODE.search(words))
