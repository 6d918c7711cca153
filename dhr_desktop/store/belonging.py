"""Whose the records of people and involvement are, those that are gone among them."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dhr_desktop.store import last_known
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class _Link:
    """A column by which the rows of a table belong to those of another, where the row is `only` of this kind."""

    table: str
    column: str
    to: str = "person"
    only: str = ""


_LINKS = (
    *(_Link(table, "person_id") for table in ("name_form", "identifier", "refused_form", "form_place", "form_line")),
    *(_Link("relation", column) for column in ("person_id", "other_id")),
    *(_Link("pregnancy", column) for column in ("person_id", "other_id")),
    *(_Link(table, "person_id") for table in ("household_member", "stakeholder", "approach", "child_record")),
    _Link("naming_step", "subject_id", only="person"),
    *(
        _Link(table, "stakeholder_id", "stakeholder")
        for table in ("advocacy", "wish", "not_to_be_told", "date_to_avoid", "contact_with", "promise", "offer")
    ),
    _Link("reading", "stakeholder_id", "stakeholder"),
    _Link("reading_comment", "reading_id", "reading"),
    _Link("responsibility", "child_id", "child_record"),
)
"""Those that others belong to stand before them."""
_PARTS = "SELECT DISTINCT row_id, json_extract(ifnull(new, old), '$.{column}') FROM change WHERE table_name = ?"


def whose(review: Review, table: str, row_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
    """The ids of the people that each of these rows is about, in the order of the record; of nobody's rows none."""
    if table == "person":
        return {one: (one,) for one in row_ids}
    if table == "contact":
        return _of_contacts(review, row_ids)
    found: dict[int, tuple[int, ...]] = {}
    rows = last_known.rows(review, table, row_ids)
    for link in (each for each in _LINKS if each.table == table):
        ties = {one: row[link.column] for one, row in rows.items() if row.get(link.column) and _counts(link, row)}
        above = whose(review, link.to, set(ties.values()))
        for one, owner in ties.items():
            found[one] = (*found.get(one, ()), *above.get(owner, ()))
    if table == "promise":  # one to several is theirs through the contact in which it was made
        made_in = {one: row["contact_id"] for one, row in rows.items() if one not in found and row["contact_id"]}
        having = _of_contacts(review, set(made_in.values()))
        found |= {one: having.get(contact, ()) for one, contact in made_in.items()}
    return found


def rows_of(review: Review, person_id: int) -> dict[str, set[int]]:
    """Everything that is or ever was about somebody of the register, by table."""
    mine: dict[str, set[int]] = {"person": {person_id}}
    for link in _LINKS:
        owners = mine.get(link.to, set())
        if owners:
            mine.setdefault(link.table, set()).update(_belonging(review, link, owners))
    parts = _parts(review, "contact_with", "contact_id")
    mine["contact"] = {parts[one] for one in mine.get("contact_with", ()) if one in parts}
    mine.setdefault("promise", set()).update(_promised_to_several(review, mine["contact"]))
    return {table: found for table, found in mine.items() if found}


def _belonging(review: Review, link: _Link, owners: Collection[int]) -> list[int]:
    """The rows that ever belonged to these; a change tells a column where it was changed, and a new row all of them."""
    kind = " AND json_extract(ifnull(new, old), '$.subject') = 'person'" if link.only else ""
    sides = " OR ".join(
        f"json_extract({side}, '$.{link.column}') IN (SELECT value FROM json_each(?2))" for side in ("new", "old")
    )
    sql = f"SELECT DISTINCT row_id FROM change WHERE table_name = ?1 AND ({sides}){kind}"
    return [one for (one,) in review.read.rows(sql, (link.table, json.dumps(sorted(owners))))]


def _promised_to_several(review: Review, contacts: Collection[int]) -> list[int]:
    rows = review.read.rows(
        "SELECT DISTINCT row_id FROM change WHERE table_name = 'promise' AND op = 'insert'"
        " AND json_extract(new, '$.stakeholder_id') IS NULL"
        " AND json_extract(new, '$.contact_id') IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(contacts)),),
    )
    return [one for (one,) in rows]


def _of_contacts(review: Review, contact_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Who had part in contacts; in those that are gone, who had it last or at any time."""
    having: dict[int, list[int]] = {}
    there = review.read.rows(
        "SELECT id, contact_id FROM contact_with WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(sorted(contact_ids)),),
    )
    for part, contact in there:
        having.setdefault(contact, []).append(part)
    gone = set(contact_ids) - having.keys()
    if gone:
        for part, contact in _parts(review, "contact_with", "contact_id").items():
            if contact in gone:
                having.setdefault(contact, []).append(part)
    people = whose(review, "contact_with", [part for parts in having.values() for part in parts])
    return {
        contact: tuple(dict.fromkeys(one for part in parts for one in people.get(part, ())))
        for contact, parts in having.items()
    }


def _parts(review: Review, table: str, column: str) -> Mapping[int, int]:
    rows = review.read.rows(_PARTS.format(column=column), (table,))
    return {one: owner for one, owner in rows if owner}


def _counts(link: _Link, row: Mapping[str, object]) -> bool:
    return not link.only or row.get("subject") == link.only
