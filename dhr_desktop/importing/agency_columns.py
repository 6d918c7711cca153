"""Columns that say which agency each row is of, in a file that gives the records of several."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dhr_desktop.importing import agency_words
from dhr_desktop.importing.agency_names import is_agency
from dhr_desktop.importing.agency_words import key, own_words
from dhr_desktop.importing.columns import Proposal, normalised
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, as_text

_MOST_NAMES = 15
_TIMES_EACH = 2
_LISTS = 0.2
_LONGEST_NAME = 60
_MOST_WORDS = 9
_IN_A_LIST = re.compile(r"[,;\n]")
DITTO = re.compile(r"[\"”“'`〃]+|-?\s*(?:ditto|do\.?|as above|same(?: as above)?)\s*-?", re.IGNORECASE)
_OF_AGENCIES = re.compile(r"agenc|provider|asiantaeth")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file before its columns are settled: the agency guessed, the names of it and of its sheets."""

    agency: str
    names: tuple[str, ...]
    titles: tuple[str, ...] = ()


def settled(
    proposals: dict[int, Proposal], headings: Sequence[str], cells: dict[int, list[str]], known: Known
) -> dict[int, Proposal]:
    """The proposals, a column of agencies staying one only where it says whose each row is.

    `cells` are the words in each such column. Elsewhere it is a source, or kept under its own heading, as 'Agencies
    involved' is and the column of minutes that says who spoke.
    """
    found = dict(proposals)
    dated = {proposal.field for proposal in proposals.values()} & {Field.DATE, Field.REPORTED_DATE}
    for column, words in cells.items():
        if not (dated and _tell_whose(words, headings, known)):
            heading = normalised(headings[column])
            field = Field.SOURCE if _OF_AGENCIES.search(heading) else Field.OTHER
            found[column] = Proposal(field, proposals[column].confidence)
    return found


def words_of(grid: Grid, column: int, first: int) -> list[str]:
    """The words of a column from its first row, counted from 0; a ditto and a merged cell say what stands above."""
    words: list[str] = []
    for number, row in enumerate(grid.rows[first:], first):
        word = as_text(row[column])
        origin = grid.spans.get((number, column)) if grid.spans else None
        if words and (DITTO.fullmatch(word) or (origin is not None and first <= origin[0] < number)):
            word = words[-1]
        words.append(word)
    return words


def _tell_whose(words: Sequence[str], headings: Sequence[str], known: Known) -> bool:
    """Whether a column holds a handful of names of agencies, each again and again."""
    spelt = {key(text): text for text in words if text}
    counted = Counter(key(text) for text in words if text)
    names = [name for name in counted if not agency_words.says_nothing(name)]
    if not names or any(len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS for name in names):
        return False
    if len(names) > 1 and (len(names) > _MOST_NAMES or counted.total() < _TIMES_EACH * len(names)):
        return False
    if sum(bool(_IN_A_LIST.search(spelt[name])) for name in names) > _LISTS * len(names):
        return False
    if set(names) & set(agency_words.listed("informants")):
        return False
    if any(agency_words.pattern("meeting_headings").search(text) for text in headings):
        return False
    if any(agency_words.pattern("meetings").search(text) for text in known.names):
        return False
    return _may_be_whose(names, known)


def _may_be_whose(names: Sequence[str], known: Known) -> bool:
    """Whether the file may be of the agencies in its column.

    In the file of one agency a column in which it does not itself appear says of whom it heard.
    """
    told = (*known.names, *known.titles)
    if not is_agency(known.agency) or any(agency_words.pattern("combined").search(text) for text in told):
        return True
    own = own_words(known.agency)
    return any(own & own_words(name) or key(known.agency) == name for name in names)
