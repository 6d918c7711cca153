"""Finds the table within a grid: its headings among the title rows, and what each row is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from dhr_desktop.importing import date_parts, headings_in_two_lines
from dhr_desktop.importing.columns import heading_scores, normalised
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, Value, as_text, column_letters, is_empty
from dhr_desktop.importing.times import read_time
from dhr_desktop.importing.typed import is_day

_LOOK_INTO = 60
_LONGEST_HEADING = 70
_LONGEST_CELL = 140
_LAST_ROWS = 5
"""Rows at the end of a table among which a line of words alone may be the form's own; further up it is a record."""
_LEAST_SCORE = 1.5
_LEAST_ALONE = 0.5
_MOST_HEADINGS = 200
_BORNE_OUT = 0.6
_WIDE = 0.6
_END = re.compile(
    r"(?:\d+ (?:contacts|entries|records|rows|events|notes)\b[^.]{0,40}\.?\s*)?"
    r"(?:end of (?:chronology|document|report|records?|table|print|extract|export)\.?|"
    r"-+\s*end\s*-+|ends?|n/?b\b.*|notes?:.*)|"
    r"\d+ (?:contacts|entries|records|rows) (?:found|printed|listed|shown|returned|in all|in total)\.?",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r"(?:\S+\s+){5}\S.*[.!]|(?:\S+\s+){18}\S.*", re.DOTALL)
"""Words that tell rather than name: what stands in a cell, and no heading."""
_EXAMPLES = ("e.g.", "eg ", "example:")
_TOTAL = re.compile(r"(?:grand |sub-? ?)?totals?\s*:?|totals? [a-z ]{0,20}:?\s*\d+\.?", re.IGNORECASE)
_FOOTER = re.compile(
    r"(?:grand )?totals?\b|number of (?:entries|records)|end of|prepared by|completed by|compiled by|printed (?:on|by)|"
    r"page \d+|report (?:run|generated)|signed\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings are, counted from 0; None for a table without any. `headings` holds one text a column."""

    header: int | None
    headings: tuple[str, ...]


def find(grid: Grid) -> Layout | None:
    """The layout of the chronology in the grid; None when nothing in it looks like one."""
    best, best_score = None, 0.0
    for number, row in enumerate(grid.rows[:_LOOK_INTO]):
        score = _header_score(row)
        if score > best_score:
            best, best_score = number, score
    if best is not None and best_score >= _LEAST_SCORE:
        lower = headings_in_two_lines.lower_line(grid, best)
        return Layout(lower, headings_in_two_lines.read(grid, lower))
    known = _headings_borne_out(grid)
    if known is not None:
        return Layout(known, headings_in_two_lines.read(grid, known))
    dated = _dated_column(grid)
    if dated is not None:
        above = _headings_by_contrast(grid, dated)
        if above is not None:
            return Layout(above, headings_in_two_lines.read(grid, above))
        return headed(grid, None)
    return None


def headed(grid: Grid, header: int | None) -> Layout:
    """The layout of a grid whose headings stand in this row, whatever they say; None for a table without any."""
    if header is None:
        return Layout(None, tuple(f"Column {column_letters(column)}" for column in range(grid.width)))
    return Layout(header, headings_in_two_lines.read(grid, header))


def looks_like_headings(row: Sequence[Value]) -> bool:
    """Whether a row by itself looks like the headings of a chronology, and holds no date."""
    return _header_score(row) >= _LEAST_SCORE and not any(
        _is_date(as_text(value)) for value in row if not is_empty(value)
    )


def _headings_borne_out(grid: Grid) -> int | None:
    """A row with a heading for dates and other words unknown here, above a column that does hold dates."""
    from dhr_desktop.importing.columns import propose  # noqa: PLC0415 - columns asks nothing of layout; see find

    for number, row in enumerate(grid.rows[:_LOOK_INTO]):
        texts = [as_text(value) for value in row if not is_empty(value)]
        if _header_score(row) < _LEAST_ALONE or any(is_sentence(text) or _is_date(text) for text in texts):
            continue
        found = propose([as_text(value) for value in row], grid.rows[number + 1 : number + 1 + _LOOK_INTO])
        sure = {proposal.field for proposal in found.values() if proposal.confidence > _BORNE_OUT}
        if sure & {Field.DATE, Field.REPORTED_DATE} and Field.TEXT in {one.field for one in found.values()}:
            return number
    return None


def _is_date(text: str) -> bool:
    """Whether a cell holds a date and so heads nothing: 'Date | 3 April 2017' is a form, not a table of rows."""
    reading = read_date(text)
    return bool(reading.edtf)


def _header_score(row: Sequence[Value]) -> float:
    """How much a row looks like headings: several short texts, each a word for another field."""
    filled = list(islice((value for value in row if not is_empty(value)), _MOST_HEADINGS))
    texts = [as_text(value) for value in filled if isinstance(value, str)]
    others = len(filled) - len(texts)
    if len(texts) < 2 or others > len(texts) / 4 or any(len(text) > _LONGEST_CELL for text in texts):  # noqa: PLR2004
        return 0.0
    best: dict[Field, float] = {}
    extra = 0.0
    for text in texts:
        if is_sentence(text):
            continue
        scores = heading_scores(text)
        if scores:
            field = max(scores, key=lambda one: scores[one])
            extra += 0.1 if field in best else 0.0
            best[field] = max(best.get(field, 0.0), scores[field])
    if date_parts.parts([as_text(value) for value in filled]):
        best[Field.DATE] = 1.0
    if not best.keys() & {Field.DATE, Field.TEXT, Field.REPORTED_DATE}:
        return 0.0
    return sum(best.values()) + extra - 0.02 * (len(texts) - len(best))


def is_sentence(text: str) -> bool:
    """Whether words tell something, as a cell does, rather than name a column, however long a form asks."""
    return bool(_SENTENCE.fullmatch(text)) if len(text) > _LONGEST_HEADING // 2 else False


def _dated_column(grid: Grid) -> int | None:
    """The column of dates of a grid without known headings, where there is one beside words; None where not."""
    from dhr_desktop.importing.columns import propose  # noqa: PLC0415 - columns asks nothing of layout; see find

    if len(grid.rows) < 2:  # noqa: PLR2004 - one row alone shows nothing
        return None
    fields = {proposal.field: column for column, proposal in propose([""] * grid.width, grid.rows).items()}
    return fields.get(Field.DATE) if Field.TEXT in fields else None


def _headings_by_contrast(grid: Grid, dated: int) -> int | None:
    """The row of short words above the first date of a column: headings, whatever they say; None without such a row."""
    first = next(
        (number for number, row in enumerate(grid.rows) if not is_empty(row[dated]) and _is_day(row[dated])), 0
    )
    for number in range(first - 1, -1, -1):
        filled = [value for value in grid.rows[number] if not is_empty(value)]
        if not filled:
            continue
        words = [as_text(value) for value in filled]
        below = sum(not is_empty(value) for value in grid.rows[first])
        names = all(isinstance(value, str) and _may_head(value) for value in filled)
        enough = len(words) > 1 and len(words) >= below * _WIDE and len(set(words)) >= len(words) * _WIDE
        return number if names and enough and not is_empty(grid.rows[number][dated]) else None
    return None


def _may_head(text: str) -> bool:
    """Whether a text may be a heading, whatever it says: neither a sentence nor a figure, a date or a time."""
    return (
        (any(sign.isalpha() for sign in text) or not any(sign.isdigit() for sign in text))
        and not is_sentence(text)
        and not (text.rstrip().endswith(".") and len(text) > _LONGEST_HEADING // 2)
        and not _is_date(text)
        and not read_time(text).time
    )


def _is_day(value: Value) -> bool:
    return _is_date(value) if isinstance(value, str) else is_day(value)


def skipping_reason(
    grid: Grid, layout: Layout, number: int, texts: Sequence[str], text_columns: Sequence[int], lines: "HeadingLines"
) -> str:
    """Why a row, given as the words of its cells, is no entry, in words; '' when it may be one."""
    filled = [column for column, text in enumerate(texts) if text]
    if not filled:
        return "blank row" if not _covered(grid, number) else "continues the row above"
    if layout.header is not None and number <= layout.header:
        return "headings" if number == layout.header else "title above the table"
    if lines.come_again_in(texts, len(filled)):
        return "headings repeated"
    words = texts[filled[0]]
    if words.lower().startswith(_EXAMPLES):
        return "an example"
    if len(filled) == 1 and (filled[0] not in text_columns or _spans_widely(grid, number, filled[0])):
        return "heading among the rows"
    told = filled[0] in text_columns and number < len(grid.rows) - _LAST_ROWS
    if not told and ((len(filled) == 1 and _ends(words)) or _is_footer(words, filled, text_columns)):
        return "note at the end"
    if all(texts[column] == words for column in filled) and len(filled) > max(2, grid.width * _WIDE):
        return "heading among the rows"
    return ""


def _ends(words: str) -> bool:
    return bool(_END.fullmatch(words) or _TOTAL.fullmatch(words))


def _is_footer(words: str, filled: Sequence[int], text_columns: Sequence[int]) -> bool:
    """'Total | 12' or 'Prepared by: | a name': a line of the form, with nothing under what happened."""
    if _TOTAL.fullmatch(words):
        return True
    return bool(_FOOTER.match(words)) and not set(filled[1:]) & set(text_columns)


def _covered(grid: Grid, number: int) -> bool:
    if not grid.spans:
        return False
    origins = (grid.spans.get((number, column)) for column in range(grid.width))
    return any(origin is not None and origin[0] < number for origin in origins)


class HeadingLines:
    """The headings of a table, and the other line of those that are said in two, as in two tongues.

    Made once for a table and asked for each of its rows.
    """

    def __init__(self, grid: Grid, layout: Layout) -> None:
        header = layout.header
        places = () if header is None else (header - 1, header + 1)
        lines = [grid.rows[place] for place in places if 0 <= place < len(grid.rows)]
        self._lines = [self._prepared(layout.headings)]
        self._lines += [
            self._prepared([as_text(value) for value in line]) for line in lines if looks_like_headings(line)
        ]

    @staticmethod
    def _prepared(headings: Sequence[str]) -> list[tuple[str, str]]:
        """Each heading as it is compared, with the letters that it may begin with."""
        return [
            (heading[:1].lower() + heading[:1].upper(), normalised(heading)) if heading else ("", "")
            for heading in headings
        ]

    def come_again_in(self, texts: Sequence[str], filled: int) -> bool:
        """Whether a row with so many filled cells repeats one of the lines."""
        for line in self._lines:
            same = 0
            for text, (initials, heading) in zip(texts, line, strict=True):
                # Most cells are told apart from their heading by the first letter alone.
                if text and text[0] in initials and normalised(text) == heading:
                    same += 1
            # One word may chance to be the same; two of a row's cells do not.
            if same >= 2 and same >= filled * _WIDE:  # noqa: PLR2004
                return True
        return False


def _spans_widely(grid: Grid, number: int, column: int) -> bool:
    width = sum(grid.spans.get((number, other)) == (number, column) for other in range(grid.width))
    return width >= max(2, grid.width * _WIDE)
