"""The words of one row: those of its fields, and those of its other columns, without what a program left in them."""

import html
import re
from collections.abc import Mapping, Sequence

from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, Value, as_text

_TAGS = re.compile(r"<br\s*/?>|</p>|</div>|</li>", re.IGNORECASE)
_OTHER_TAGS = re.compile(
    r"</?(?:p|div|span|b|i|u|strong|em|ul|ol|li|font|a|table|tr|td|th|body|html|h\d)\b[^<>]*>", re.IGNORECASE
)
_BLANK_LINES = re.compile(r"\n\s*\n+")
_JOINTS = {
    Field.TEXT: "\n",
    Field.ACTION: "\n",
    Field.COMMENT: "\n",
    Field.SOURCE: "; ",
    Field.REFERENCE: "; ",
    Field.PEOPLE: "; ",
}


def fields(
    row: Sequence[Value], columns: Mapping[Field, Sequence[int]], fixed: Mapping[Field, str]
) -> dict[Field, str]:
    """The words of each field, those of several columns joined; a `fixed` value stands where a row has none."""
    return {
        name: joint.join(dict.fromkeys(words for column in columns[name] if (words := cleaned(as_text(row[column])))))
        or fixed.get(name, "")
        for name, joint in _JOINTS.items()
    }


def other(grid: Grid, number: int, columns: Sequence[int], headings: Sequence[str]) -> dict[str, str]:
    """What the row has under columns without a field, by heading, with its footnotes and comments."""
    row = grid.rows[number]
    found = {
        headings[column] or f"Column {column + 1}": words
        for column in columns
        if (words := cleaned(as_text(row[column])))
    }
    for mark, words in grid.notes.items():
        if mark.startswith("[") and any(mark in value for value in row if isinstance(value, str)):
            found[f"Footnote {mark}"] = words
        elif mark.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(number + 1):
            found[f"Comment on cell {mark}"] = words
    return found


def cleaned(text: str) -> str:
    """Words as they were meant: without the entities and tags that a case-management system leaves in them."""
    if "<" in text:
        text = _OTHER_TAGS.sub("", _TAGS.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    text = text.replace("\u00a0", " ")
    return (_BLANK_LINES.sub("\n", text.replace("\r\n", "\n")) if "\n" in text else text).strip()
