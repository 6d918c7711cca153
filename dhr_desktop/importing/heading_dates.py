"""Dates in running words: a meeting's date in the heading above its minutes, a day that a row begins with."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.dates import UNKNOWN, read_date
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.grid import Grid
from dhr_desktop.importing.heading_lines import HeadingLine, lines_above
from dhr_desktop.importing.heading_words import Claim, Claimed, claims
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.row_dates import NOTHING, Moment

_FAR = timedelta(days=90)
_WHOLE = re.compile(
    r"^[*=~_#•\s-]*(?:(?:meeting|contacts?|entries|records?|events?|visits?|sessions?|month|period)\s*(?:of|on|held|for)?[:\s-]+)?"
    r"(?P<date>.{4,60}?)(?:[\s-]*(?:\(.*\)|cont(?:inued|'d|d)?\.?))?[*=~_#•\s-]*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(meeting|marac|mappa|panel|conference|session|item|visit|contact|number|no\.?)\s*#?\d{1,3}\s*[-–—:]\s+(?=\d)",
    re.IGNORECASE,
)
"""'Meeting 2 – 6.9.16': the number is that of the meeting, and no day."""
_LETTER = re.compile(r"\W*(?:dear|hi|hello|good (?:morning|afternoon)|to:|cc:|subject:|re:)\b", re.IGNORECASE)
_LONGEST_SHOWN = 90


def date_above(grid: Grid, layout: Layout) -> Moment:
    """The date that the lines above a table give its rows; `NOTHING` where none of theirs is of the rows."""
    return _chosen(_candidates(lines_above(grid, layout)))


def is_dated_above(grid: Grid, layout: Layout) -> bool:
    """Whether a table without a column of dates tells what happened on a day that stands above it.

    A paragraph before the table may leave it unsaid whose date it is; a title in a sheet must say so, for the lists
    that stand beside a chronology have such titles too.
    """
    return any(found.claim > Claim.UNSAID or not line.within for line, found in _candidates(lines_above(grid, layout)))


def _candidates(lines: Sequence[HeadingLine]) -> list[tuple[HeadingLine, Claimed]]:
    """The dates above a table that may be its rows', the nearest line's first."""
    found: list[tuple[HeadingLine, Claimed]] = []
    in_letter = any(_LETTER.match(line.text) for line in lines)
    for distance, line in enumerate(reversed(lines)):
        for one in _claims(line, nearest=distance == 0 and not in_letter):
            claim = min(one.claim, Claim.UNSAID) if in_letter and one.claim is Claim.TITLED else one.claim
            if claim > (Claim.UNSAID if line.labelled else Claim.ELSEWHERE):
                found.append((line, replace(one, claim=claim)))
    return found


def _claims(line: HeadingLine, *, nearest: bool) -> list[Claimed]:
    """The claims of a line; one that is nothing but a date claims most where it stands right above the table."""
    among = list(claims(line.text))
    whole = None if line.labelled else whole_heading(line.text)
    if whole is None:
        return among
    if line.within or _is_long(whole.edtf):
        return [Claimed(whole.edtf, line.text, Claim.UNSAID)]
    most = max((one.claim for one in among), default=Claim.TITLED)
    return [Claimed(whole.edtf, line.text, Claim.SAID if nearest else max(most, Claim.TITLED))]


def _is_long(edtf: str) -> bool:
    """Whether a heading is of a period of months, which is that of the paper rather than of one row."""
    when = parse(edtf) if "/" in edtf else None
    return when is not None and (when.earliest is None or when.latest is None or when.latest - when.earliest > _FAR)


def _chosen(found: Sequence[tuple[HeadingLine, Claimed]]) -> Moment:
    """The date with the best claim, the nearest first; with a doubt where it is unsaid, or others claim as much."""
    if not found:
        return NOTHING
    best = max(one.claim for _, one in found)
    alike = [(line, one) for line, one in found if one.claim is best]
    line, one = alike[0]
    whole = None if line.labelled else whole_heading(line.text)
    moment = whole or Moment(edtf=one.edtf, written=one.written)
    if best > Claim.UNSAID and len({other.edtf for _, other in alike}) == 1:
        return moment
    shown = line.text if len(line.text) <= _LONGEST_SHOWN else f"{line.text[:_LONGEST_SHOWN]}…"
    return replace(moment, doubts=(*moment.doubts, doubt("from-heading", "date", shown, one.edtf)))


def whole_heading(text: str) -> Moment | None:
    """A heading that is nothing but a date: a week, a range or 'undated' is read as in a cell."""
    match = _WHOLE.match(_NUMBERED.sub(r"\1 ", text.strip()))
    reading = read_date(match["date"]) if match else None
    if reading is None or not match or not reading.edtf or "among-words" in reading.doubts:
        return None
    doubts = tuple(doubt(code, "date", match["date"], reading.edtf) for code in reading.doubts)
    if reading.edtf == UNKNOWN:
        doubts = (doubt("no-date", "date", ""),)
    return Moment(edtf=reading.edtf, written=text.strip(), doubts=doubts)
