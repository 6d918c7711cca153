"""Left or right: which side of which part of the body a sentence names."""

import re
from collections.abc import Iterator
from functools import cache

from dhr_desktop.timeline.accounts_differ.knowledge import knowledge


def sided_parts(text: str, first: int, last: int) -> Iterator[tuple[str, str, int, int]]:
    """Each part of the body with its side between two places of a text: its name, the side, where its words stand."""
    pattern, names = _known()
    for match in pattern.finditer(text, first, last):
        word = match["part"] or match["part_before"]
        side = (match["side"] or match["side_after"]).lower()
        yield names[word.lower().removesuffix("s")], side, match.start(), match.end()


def end_of_part(text: str, end: int, last: int) -> int:
    """Where the words for an injury end with those for the part of the body it is on: 'bruise to her left arm'."""
    match = _on_a_part().match(text, end, last)
    return match.end() if match else end


@cache
def _on_a_part() -> re.Pattern[str]:
    parts = "|".join(word for words in knowledge().rest["injury"]["parts"].values() for word in words)
    ways = "to|on|of|over|above|below|across|around|round|in"
    return re.compile(
        rf"(?:\s+(?:{ways}))?(?:\s+(?:the|her|his|both|a))?(?:\s+(?:left|right))?(?:\s+[^\W\d_]+)?\s+(?:{parts})s?\b",
        re.IGNORECASE,
    )


@cache
def _known() -> tuple[re.Pattern[str], dict[str, str]]:
    injury = knowledge().rest["injury"]
    names = {word.removesuffix("s"): part for part, words in injury["parts"].items() for word in words}
    parts = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    room = rf"(?:[\s\-]+[^\W\d_]+){{0,{injury['side_room'] - 1}}}?"
    return (
        re.compile(
            rf"\b(?P<side>left|right){room}[\s\-]+(?P<part>(?:{parts})s?)\b"
            rf"|\b(?P<part_before>(?:{parts})s?)\s+(?:on|of)\s+(?:the|her|his)\s+(?P<side_after>left|right)\b",
            re.IGNORECASE,
        ),
        names,
    )
