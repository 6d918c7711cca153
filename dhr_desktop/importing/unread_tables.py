"""Tables that gave no entry though they show dates, times or the labels of a form: a chair is told of each."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from dhr_desktop.importing.columns import heading_scores
from dhr_desktop.importing.dates import UNKNOWN, read_date
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.form_lines import is_known
from dhr_desktop.importing.rows import RowReading

_LOOK_INTO = 300
_LEAST_ROWS = 3
_LEAST_LABELS = 3
_LEAST_WORDS = 3
_LONGEST_DATE = 40
_FEW_EXAMPLES = 6
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|h(?:ou)?rs?)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF_BIRTH = re.compile(r"\b(?:birth|born|d\.?o\.?b\.?)(?!\w)", re.IGNORECASE)
_OF_THE_PAPER = re.compile(
    r"\b(?:birth|born|d\.?o\.?b|period|scope|report|version|draft|printed|prepared|completed|submitted|signed|term|holidays?)\b",
    re.IGNORECASE,
)


def holds(rows: Sequence[RowReading], *, guidance: bool = False) -> str:
    """What a table without entries holds that a chronology would, as a word for a sentence; '' where nothing does.

    A cover sheet, a key, a list of people or of school terms holds no such thing; a sheet of guidance may hold a few
    rows as examples.
    """
    cells = [row.cells for row in islice(rows, _LOOK_INTO)]
    births = {column for row in cells for column, text in enumerate(row) if text and _OF_BIRTH.search(text)}
    found = [what for row in cells if (what := _tells_when(row, births))]
    if len(found) >= (_FEW_EXAMPLES if guidance else _LEAST_ROWS):
        return "dates" if "dates" in found else "times"
    return "the labels of a form" if not guidance and _are_of_a_form(cells) else ""


def _tells_when(row: Sequence[str], births: set[int]) -> str:
    """Whether a date or a clock time stands beside several words in a row, and which."""
    filled = [(column, text) for column, text in enumerate(row) if text]
    for column, text in filled:
        what = _when(text) if column not in births else ""
        if what and any(_is_said(other) for place, other in filled if place != column):
            return what
    return ""


def _when(text: str) -> str:
    if len(text) > _LONGEST_DATE or not any(sign.isdigit() for sign in text):
        return ""
    if _CLOCK.fullmatch(text):
        return "times"
    reading = read_date(text)
    told = reading.edtf not in ("", UNKNOWN) and not {"among-words", "misspelt"} & set(reading.doubts)
    return "dates" if told else ""


def _is_said(text: str) -> bool:
    """Whether a cell holds words on what happened, and not on the paper itself."""
    return len(_WORD.findall(text)) >= _LEAST_WORDS and not _OF_THE_PAPER.search(text)


def _are_of_a_form(cells: Sequence[Sequence[str]]) -> bool:
    """Whether the rows begin with labels, one beside a date and another for a time or for what happened."""
    lines = [(filled[0].rstrip(": "), filled[1:]) for row in cells if (filled := [text for text in row if text])]
    known = {label: beside for label, beside in lines if is_known(label)}
    fields = {label: _field(label) for label in known}
    dated = any(
        fields[label] is Field.DATE and beside and _when(beside[0]) == "dates" and not _OF_THE_PAPER.search(label)
        for label, beside in known.items()
    )
    return dated and len(known) >= _LEAST_LABELS and bool({Field.TIME, Field.TEXT} & set(fields.values()))


def _field(label: str) -> Field:
    scores = heading_scores(label)
    return max(scores, key=lambda field: scores[field])


def sentences(name: str, tables: Sequence[tuple[str, Sequence[RowReading], bool]]) -> Iterator[str]:
    """One sentence for each such table; `tables` are names with rows, and whether each is guidance.

    A file of one table that gave nothing is told of as a whole, and needs no sentence here.
    """
    read = {table for table, rows, _ in tables if any(row.entry for row in rows)}
    for table, rows, guidance in tables if len(tables) > 1 else ():
        if any(row.entry for row in rows):
            continue
        what = holds(rows, guidance=guidance)
        if what:
            filled = sum(any(row.cells) for row in rows)
            place = f"a part of {_called(table)}" if table in read else _called(table)
            yield (
                f"“{name}”: {place} holds {what}, but no chronology was found in it; its {filled} rows were set aside."
                " Look at them under “Rows without an entry”."
            )


def _called(table: str) -> str:
    """A sheet by its name; a table of a document by its number, which is all the name it has."""
    return f"table {table}" if table.isdigit() and len(table) < len("2016") else f"“{table}”"
