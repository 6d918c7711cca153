"""The abbreviations that an agency explains in its file, kept as the submission's glossary."""

import re
from collections.abc import Iterable, Sequence

from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.grid import Grid, as_text

_NAMED = re.compile(r"\bkey\b|abbrev|glossar|legend|acronym|\bcodes?\b|\bterms used\b", re.IGNORECASE)
_HEADS = re.compile(
    r"(?:abbreviations?|acronyms?|terms?|codes?|initials?|short form|meanings?|stands for|full (?:name|term)"
    r"|description|definition|explanation|in full)s?",
    re.IGNORECASE,
)
_IN_ONE = re.compile(r"(?P<term>[\w/&.'’ -]{1,20}?)\s*(?:=|:|\u2013|\u2014|\s-\s)\s*(?P<meaning>\S.*)")
_LONGEST_TERM = 20
_LONGEST_MEANING = 200
_MOSTLY = 0.6
_LEAST = 2


def terms_in(grids: Iterable[Grid]) -> tuple[tuple[str, str], ...]:
    """Each abbreviation with its meaning, from the sheets and tables that hold nothing else, in their order.

    A sheet that is called a key may hold a few; one that is not must be abbreviations nearly throughout.
    """
    found: dict[str, str] = {}
    for grid in grids:
        rows = [[text for value in row if (text := as_text(value))] for row in grid.rows]
        filled = [row for row in rows if row]
        pairs = [pair for row in filled if (pair := _pair(row))]
        named = bool(_NAMED.search(grid.name) or any(_NAMED.search(words) for words in grid.context[-1:]))
        least = _MOSTLY / 2 if named else _MOSTLY
        short = sum(_is_short(term) for term, _ in pairs)
        if len(pairs) >= _LEAST and len(pairs) >= least * len(filled) and (named or short >= _MOSTLY * len(pairs)):
            for term, meaning in pairs:
                found.setdefault(term, meaning)
    return tuple(found.items())


def _pair(row: Sequence[str]) -> tuple[str, str] | None:
    """An abbreviation and its meaning, from two cells or from one that says 'ED = Emergency department'."""
    if len(row) == 1:
        match = _IN_ONE.fullmatch(row[0])
        term, meaning = (match["term"].strip(), match["meaning"].strip()) if match else ("", "")
    elif len(row) == 2:  # noqa: PLR2004 - a term and its meaning
        term, meaning = row
    else:
        return None
    if not term or len(term) > _LONGEST_TERM or not 1 < len(meaning) <= _LONGEST_MEANING:
        return None
    if _HEADS.fullmatch(term) or read_date(term).edtf or not any(letter.isalpha() for letter in term + meaning):
        return None
    return term.rstrip(":"), meaning


def _is_short(term: str) -> bool:
    """Whether a term looks like an abbreviation and not like a label of a form."""
    letters = [letter for letter in term if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) >= len(letters) / 2
