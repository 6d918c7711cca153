"""What stands at the head and the foot of the pages of spreadsheets and OpenDocument texts, once they are printed.

Nobody reads it on the screen, but it says whose records these are: names are found in it.
"""

import re
from collections.abc import Iterable

_SECTION = re.compile(r"&[LCR]")
_CODE = re.compile(r'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|[A-Za-z])')
_AMPERSAND = "\x00"
_NO_WORDS = re.compile(r"(?:page|of|sheet|printed|[\W\d_])*", re.IGNORECASE)


def named(head: Iterable[str], foot: Iterable[str]) -> dict[str, str]:
    """The lines under 'page header 1' and 'page footer 2', each once; one that counts pages alone says nothing."""
    found: dict[str, str] = {}
    for kind, lines in (("header", head), ("footer", foot)):
        for words in lines:
            if words not in found.values() and not _NO_WORDS.fullmatch(words):
                found[f"page {kind} {len(found) + 1}"] = words
    return found


def of_codes(written: str) -> list[str]:
    """The words of a sheet's header or footer without its codes (ECMA-376 part 1, 18.3.1.39 evenFooter).

    '&L', '&C' and '&R' begin its parts, '&"Arial,Bold"', '&12' and '&KFF0000' say how they look, '&P' and others stand
    for a page's number, a day or a name of the file; '&&' is the sign itself.
    """
    parts = _SECTION.split(written.replace("&&", _AMPERSAND))
    words = (_CODE.sub("", part).replace(_AMPERSAND, "&") for part in parts)
    return [said for part in words if (said := "\n".join(filter(None, map(str.strip, part.splitlines()))))]
