"""Every table of people and involvement holds its record whole, and undo brings it back."""

from dataclasses import MISSING, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.store import involvement, kinship, naming, people
from dhr_desktop.store.records import Records
from dhr_desktop.store.review import Review

OWN_KEYS = {"person_id", "other_id", "stakeholder_id", "household_id", "contact_id", "child_id", "reading_id"}
TABLES: list[Records[Any]] = [
    value
    for module in (involvement, kinship, naming)
    for value in vars(module).values()
    if isinstance(value, Records) and value is not naming.FORM_PLACES
]


@pytest.fixture
def somebody(review: Review) -> dict[str, int]:
    """Rows for the others to point at, under the names of the fields that point."""
    with review.journal.step("People"):
        one = people.add(review, Person(0, "Ada Example", Role.FAMILY))
        two = people.add(review, Person(0, "Bea Example", Role.CHILD))
        first = involvement.STAKEHOLDERS.add(review, Stakeholder(0, one.id, Group.FAMILY))
    return {"person_id": two.id, "other_id": one.id, "stakeholder_id": first.id}


def _filled(record: type[Any], known: dict[str, int]) -> Any:
    """A record with something in every field, so that no column can be left out or mixed up unseen."""
    hints = get_type_hints(record)
    values: dict[str, Any] = {"id": 0}
    for number, field in enumerate(fields(record)):
        if field.name == "id":
            continue
        values[field.name] = known.get(field.name) or _value(hints[field.name], field.name, number)
    return record(**values)


def _value(hint: Any, name: str, number: int) -> Any:
    kinds = get_args(hint) or (hint,)
    if name.endswith("_id"):
        return None if len(kinds) > 1 else 7
    if date in kinds:
        return date(2024, 1, 1 + number)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return list(hint)[-1]
    if hint is bool:
        return True
    if hint is int:
        return 100 + number
    return (f"{name} 1", f"{name} 2") if "tuple" in str(hint) else f"{name} {number}"


def _known(table: Records[Any], somebody: dict[str, int], review: Review) -> dict[str, int]:
    known = dict(somebody)
    needed = {
        "household_id": (kinship.HOUSEHOLDS, "household_member"),
        "contact_id": (involvement.CONTACTS, "contact_with"),
        "child_id": (involvement.CHILDREN, "responsibility"),
        "reading_id": (involvement.READINGS, "reading_comment"),
    }
    for key, (parent, child) in needed.items():
        if table.table == child:
            with review.journal.step("A parent"):
                known[key] = parent.add(review, _filled(parent.record, somebody)).id
    return known


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_a_record_comes_back_as_it_was_kept(table: Records[Any], review: Review, somebody: dict[str, int]) -> None:
    record = _filled(table.record, _known(table, somebody, review))
    if table is involvement.STAKEHOLDERS:
        record = replace(record, person_id=somebody["person_id"])
    with review.journal.step("Add"):
        kept = table.add(review, record)
    assert kept == replace(record, id=kept.id)
    assert table.get(review, kept.id) == kept
    with review.journal.step("Remove"):
        table.remove(review, kept.id)
    assert kept not in table.listing(review)
    review.journal.undo()
    assert table.get(review, kept.id) == kept
    review.journal.undo()
    with pytest.raises(LookupError):
        table.get(review, kept.id)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.table)
def test_a_changed_record_comes_back_changed(table: Records[Any], review: Review, somebody: dict[str, int]) -> None:
    record = _filled(table.record, _known(table, somebody, review))
    text = next(
        (f.name for f in fields(record) if isinstance(getattr(record, f.name), str) and f.default is not MISSING), ""
    )
    with review.journal.step("Add"):
        kept = table.add(review, record)
    if not text or isinstance(getattr(record, text), StrEnum):
        return
    changed = replace(kept, **{text: "otherwise"})
    with review.journal.step("Change"):
        table.change(review, changed)
    assert table.get(review, kept.id) == changed
    review.journal.undo()
    assert table.get(review, kept.id) == kept


def test_records_are_found_by_their_fields(review: Review, somebody: dict[str, int]) -> None:
    found = involvement.STAKEHOLDERS.listing(review, person_id=somebody["other_id"], group=Group.FAMILY)
    assert [one.id for one in found] == [somebody["stakeholder_id"]]
    assert involvement.STAKEHOLDERS.listing(review, group=Group.FRIEND) == []
    with pytest.raises(LookupError):
        involvement.STAKEHOLDERS.listing(review, nonsense=1)


def test_who_leaves_the_register_takes_their_involvement_along_and_undo_brings_both_back(
    review: Review, somebody: dict[str, int]
) -> None:
    before = involvement.STAKEHOLDERS.listing(review)
    with review.journal.step("Remove a person"):
        people.remove(review, somebody["other_id"])
    assert involvement.STAKEHOLDERS.listing(review) == []
    review.journal.undo()
    assert involvement.STAKEHOLDERS.listing(review) == before
