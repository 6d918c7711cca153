"""The words of the records in which names are looked for, and the places where a form stands in them."""

from dataclasses import dataclass

HEADING = "heading"
"""The field of words that stand in an agency's file outside its entries: titles, keys, notes."""
PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Passage:
    """A field of an entry with its words; `entry_id` is 0 for what stands in the file outside the entries."""

    entry_id: int
    field: str
    text: str
    agency_id: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form stands: the `nth` time (from 0) in a field, from `start` to `end` of its words."""

    entry_id: int
    field: str
    nth: int
    start: int
    end: int
    agency_id: int
    passage: int
    """The passage's number among those that were read."""
