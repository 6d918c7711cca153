"""The sections of an overview report and of an executive summary, as data of the guidance's edition."""

from dataclasses import dataclass

from dhr_desktop.base import resources

_OUTLINES = {"overview": "outline-2016", "summary": "summary-2016"}
OUTLINED = frozenset(_OUTLINES)
"""The documents that have an outline, by their keys: those in which the chair writes sections."""


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """One section: `fill` names what the program can fill in, or is ''; `to_write` is what the chair must.

    `as_in` is the section of the overview report whose text stands here until there is one of its own; '' for none.
    """

    key: str
    heading: str
    fill: str
    to_write: str
    as_in: str = ""


def sections(document: str) -> tuple[OutlineSection, ...]:
    """The sections of a document in the order of its model layout."""
    return tuple(
        OutlineSection(one["key"], one["heading"], one.get("fill", ""), one["to_write"], one.get("as_in", ""))
        for one in resources.toml(f"report/{_OUTLINES[document]}.toml")["section"]
    )
