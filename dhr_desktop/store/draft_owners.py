"""On what record a draft hangs, by the name of its place; and which of those records are gone for good."""

import re
from dataclasses import dataclass

from dhr_desktop.store.connection import quoted
from dhr_desktop.store.review import Review

_TABLES = {
    "entry": "entry",
    "cell": "entry",
    "doubt": "entry",
    "event": "event",
    "question": "question",
    "answer": "question",
    "disagreement": "event",
    "person": "person",
    "letter": "person",
    "tie": "relation",
    "stay": "household_member",
    "pregnancy": "pregnancy",
    "identifier": "identifier",
    "namingstep": "naming_step",
    "stakeholder": "stakeholder",
    "offer": "stakeholder",
    "advocacy": "advocacy",
    "wish": "wish",
    "nottobetold": "not_to_be_told",
    "datetoavoid": "date_to_avoid",
    "jotted": "contact",
    "contact": "contact",
    "promise": "promise",
    "childrecord": "child_record",
    "responsibility": "responsibility",
    "reading": "reading",
    "readingcomment": "reading_comment",
    "approach": "approach",
    "submission": "submission",
    "takeback": "submission",
    "revision": "submission",
    "theme": "theme",
    "place": "place_name",
    "agency": "agency",
}
"""The table of what a place of a kind is about: 'wish/12' is of the wish 12."""
_BEGUN_OF = {
    **dict.fromkeys(("tie", "stay", "pregnancy", "identifier", "approach", "childrecord"), "person"),
    **dict.fromkeys(("responsibility", "contact"), "person"),
    **dict.fromkeys(("advocacy", "wish", "nottobetold", "datetoavoid", "promise", "reading"), "stakeholder"),
    "comment": "reading",
}
"""The table of that for which something new is begun: 'wish/new/3' is for the stakeholder 3."""
_NAMED = {"person": "person", "agency": "agency", "place": "place_name"}
"""The table of what a name is found for: 'naming/person/3/chosen'."""
_OF = re.compile(r"(?P<kind>[a-z]+)/(?P<id>\d+)(?:/.+)?")
_BEGUN = re.compile(r"(?P<kind>[a-z]+)/new/(?P<id>\d+)")
_ASKED = re.compile(r"question/new/(?P<kind>entry|event)/(?P<id>\d+)")
_NAMING = re.compile(r"naming/(?P<kind>[a-z]+)/(?P<id>\d+)/.+")
_WAYS = ((_NAMING, _NAMED), (_ASKED, _TABLES), (_BEGUN, _BEGUN_OF), (_OF, _TABLES))


@dataclass(frozen=True, slots=True)
class Owner:
    """The record that a draft hangs on."""

    table: str
    row_id: int


def owner_of(place: str) -> Owner | None:
    """The record that the draft of a place hangs on; None where it hangs on none, or on what is not known here."""
    for pattern, tables in _WAYS:
        found = pattern.fullmatch(place)
        if found and found["kind"] in tables and int(found["id"]):
            return Owner(tables[found["kind"]], int(found["id"]))
    return None


def is_lost(review: Review, owner: Owner, before: str) -> bool:
    """Whether a record is gone and nothing the chair would do brings it back.

    That is so where its making was undone and cannot be done again, and where it was removed before a moment: until
    then an undo brings it back, and with it the words that were typed into it.
    """
    if review.read.value(f"SELECT 1 FROM {quoted(owner.table)} WHERE id = ?", (owner.row_id,)):
        return False
    last = review.read.row(
        "SELECT kind, at FROM change JOIN step ON step.id = step_id WHERE table_name = ? AND row_id = ?"
        " ORDER BY change.id DESC LIMIT 1",
        (owner.table, owner.row_id),
    )
    if last is None:
        return False
    kind, at = last
    unmade = kind == "undo" and review.read.value("SELECT ahead FROM step ORDER BY id DESC LIMIT 1") is None
    return bool(unmade or at < before)
