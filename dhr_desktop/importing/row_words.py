"""The words of one row: those of its fields, and those of its other columns, without what a program left in them."""

import html
import re
from collections.abc import Mapping, Sequence

from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid

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
    Field.AGENCY: "; ",
}


def fields(
    texts: Sequence[str], columns: Mapping[Field, Sequence[int]], fixed: Mapping[Field, str]
) -> dict[Field, str]:
    """The words of each field, from those of a row's cells; a `fixed` value stands where a row has none."""
    found = {}
    for name, joint in _JOINTS.items():
        at = columns[name]
        if len(at) == 1:
            words = cleaned(texts[at[0]])
        else:
            words = joint.join(dict.fromkeys(words for column in at if (words := cleaned(texts[column]))))
        found[name] = words or fixed.get(name, "")
    return found


def other(
    grid: Grid, number: int, texts: Sequence[str], columns: Sequence[int], headings: Sequence[str]
) -> dict[str, str]:
    """What the row has under columns without a field, by heading, with its footnotes and comments."""
    found = {
        headings[column] or f"Column {column + 1}": words for column in columns if (words := cleaned(texts[column]))
    }
    for mark, words in grid.notes.items():
        if mark.startswith("[") and any(mark in text for text in texts):
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
    if "\u00a0" in text:
        text = text.replace("\u00a0", " ")
    if "\n" in text:
        text = _BLANK_LINES.sub("\n", text.replace("\r\n", "\n"))
    return text.strip()
