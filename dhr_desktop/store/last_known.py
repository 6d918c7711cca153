"""Records as they stand, and those that are gone as the journal last had them; above all who people are, and were."""

import json
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role, Sex
from dhr_desktop.store import people
from dhr_desktop.store.connection import quoted
from dhr_desktop.store.review import Review


def rows(review: Review, table: str, row_ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """The rows of a table by their id, each with all its columns: as they stand, or as they were when they went."""
    asked = json.dumps(sorted(row_ids))
    columns = [name for (name,) in review.read.rows("SELECT name FROM pragma_table_info(?)", (table,))]
    chosen = ", ".join(quoted(name) for name in columns)
    sql = f"SELECT {chosen} FROM {quoted(table)} WHERE id IN (SELECT value FROM json_each(?))"
    found = {row[columns.index("id")]: dict(zip(columns, row, strict=True)) for row in review.read.rows(sql, (asked,))}
    gone = review.read.rows(
        "SELECT row_id, old FROM change WHERE id IN (SELECT max(id) FROM change WHERE table_name = ?"
        " AND row_id IN (SELECT value FROM json_each(?)) AND op = 'delete' GROUP BY row_id)",
        (table, asked),
    )
    return {**{row_id: json.loads(old) for row_id, old in gone}, **found}


def column(review: Review, table: str, name: str) -> dict[int, Any]:
    """What a column says of every row of a table, and last said of every row that is gone, by the row's id."""
    there: dict[int, Any] = dict(review.read.rows(f"SELECT id, {quoted(name)} FROM {quoted(table)}"))
    gone = review.read.rows(
        "SELECT row_id, json_extract(old, '$.' || ?2) FROM change WHERE table_name = ?1 AND op = 'delete' ORDER BY id",
        (table, name),
    )
    return {**dict(gone), **there}


def everybody(review: Review) -> dict[int, Person]:
    """Everyone of the register, and everyone who was ever taken out of it as they were then, by their id."""
    there = {person.id: person for person in people.listing(review)}
    gone = review.read.rows("SELECT DISTINCT row_id FROM change WHERE table_name = 'person' AND op = 'delete'")
    missing = [row_id for (row_id,) in gone if row_id not in there]
    forms = _forms_gone(review) if missing else {}
    known = rows(review, "person", missing) if missing else {}
    return {**{one: _person(one, columns, forms.get(one, ())) for one, columns in known.items()}, **there}


def of_other_names(review: Review) -> list[Person]:
    """Those who are out of the register, and everybody under each real name that they had there before.

    A cover of the register knows none of these names, and what was said while they stood may hold them.
    """
    there = {person.id: person for person in people.listing(review)}
    everyone = everybody(review)
    renamed = review.read.rows(
        "SELECT DISTINCT row_id, json_extract(old, '$.real_name') FROM change"
        " WHERE table_name = 'person' AND op = 'update' AND json_extract(old, '$.real_name') IS NOT NULL"
    )
    before = [
        replace(everyone[one], real_name=name, forms=())
        for one, name in renamed
        if one in everyone and name and name != everyone[one].real_name
    ]
    forms = _forms_gone(review)
    lost = [
        replace(there[one], real_name=form.form, forms=())
        for one, found in forms.items()
        if one in there
        for form in found
        if form not in there[one].forms and form.form != there[one].real_name
    ]
    return [person for one, person in everyone.items() if one not in there] + before + lost


def _forms_gone(review: Review) -> dict[int, tuple[NameForm, ...]]:
    """The forms of names that were taken away, by the person they were of."""
    found: dict[int, dict[NameForm, None]] = {}
    for (old,) in review.read.rows(
        "SELECT old FROM change WHERE table_name = 'name_form' AND op = 'delete' ORDER BY id"
    ):
        columns = json.loads(old)
        form = NameForm(columns["form"], FormKind(columns["kind"]))
        found.setdefault(columns["person_id"], {})[form] = None
    return {person_id: tuple(forms) for person_id, forms in found.items()}


def _person(person_id: int, columns: dict[str, Any], forms: tuple[NameForm, ...]) -> Person:
    """Somebody from the record of their whole row, which has no column that was made after it was written."""
    return Person(
        person_id,
        columns["real_name"],
        Role(columns["role"]),
        columns.get("pseudonym", ""),
        columns.get("relationship", ""),
        forms,
        sex=Sex(columns.get("sex", "")),
    )
