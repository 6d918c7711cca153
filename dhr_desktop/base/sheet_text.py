"""Puts words into a cell of a workbook so that they stay words: nothing in them is ever reckoned or followed."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

_LONGEST = 32_767
"""Characters that a cell of a workbook can hold."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def put(cell: "Cell | MergedCell", words: str) -> None:
    """Make `words` the text of a cell, whatever they begin with.

    A spreadsheet takes what begins with = + - or @ for a formula when it is typed again, and some take it so when it
    is read. The cell is therefore stored as a string, with the mark ("quote prefix") that keeps it one when somebody
    edits it. No apostrophe is put in front, for that would change an agency's words.
    """
    text = _NOT_IN_XML.sub("", words)[:_LONGEST]
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_STARTS_A_FORMULA):
        cell.quotePrefix = True
