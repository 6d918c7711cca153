"""What steps did to people, names and involvement: of whom, and how it was and became, for the history to tell."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.people import Person
from dhr_desktop.store import belonging, guidance, last_known, people, trail
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.touched_things import MOST, Thing, together

PEOPLE = (
    *("person", "name_form", "identifier", "relation", "household", "household_member", "pregnancy"),
    *("refused_form", "form_place", "form_line"),
    *("naming_step", "place_name", "agency", "panel_member"),
    *("stakeholder", "advocacy", "wish", "not_to_be_told", "date_to_avoid", "contact", "contact_with", "promise"),
    *("offer", "child_record", "responsibility", "reading", "reading_comment", "approach", "letter_template"),
)
"""The tables that are told of here, in the order in which they are told."""
FORMS, JOINED, LEFT = "forms", "joined", "left"
"""Beside what an agency is called for short: the forms of a person's name, and who came into a contact or out of it,
which are columns of no table."""
_LOOKED_AT = 2_000
_PARTS = {"name_form": ("person", "person_id"), "contact_with": ("contact", "contact_id")}
"""What is told with the record that it is a part of: that one's table, and the column that points at it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A record that was changed, with what it is known by: all its columns as they last stood, and whose it is."""

    thing: Thing
    known: Mapping[str, Any]
    whose: tuple[int, ...] = ()

    @property
    def added(self) -> bool:
        """Whether it was not there before."""
        return self.thing.old is None

    @property
    def removed(self) -> bool:
        """Whether it is there no more."""
        return self.thing.new is None


@dataclass(frozen=True, slots=True)
class Known:
    """What the ids in records stand for, those that have gone since among them."""

    people: Mapping[int, Person] = field(default_factory=dict)
    there: frozenset[int] = frozenset()
    """Who of them is in the register."""
    stakeholders: Mapping[int, int] = field(default_factory=dict)
    """The person that each stakeholder is."""
    households: Mapping[int, str] = field(default_factory=dict)
    agencies: Mapping[int, str] = field(default_factory=dict)
    places: Mapping[int, str] = field(default_factory=dict)
    opportunities: Mapping[str, str] = field(default_factory=dict)
    other_names: NameCover = field(default_factory=lambda: NameCover((), Naming.PSEUDONYMS))
    """Covers names that the register had before and has no more."""


@dataclass(frozen=True, slots=True)
class TouchedPeople:
    """All that steps did to people, names and involvement."""

    told: tuple[Told, ...] = ()
    beyond: Mapping[str, int] = field(default_factory=dict)
    """How many more records of each table there are than can be told one by one."""
    known: Known = field(default_factory=Known)

    @property
    def whom(self) -> tuple[Person, ...]:
        """Everyone whom it is about."""
        ids = dict.fromkeys(one for each in self.told for one in each.whose)
        return tuple(self.known.people[one] for one in ids if one in self.known.people)


def touched_people(review: Review, steps: Sequence[int]) -> TouchedPeople:
    """What these steps did together. Of many records the first are told and the others counted; of very many, all."""
    found = trail.rows_of(review, steps, PEOPLE, _LOOKED_AT)
    things = sorted(_folded(together(found)), key=lambda each: PEOPLE.index(each.table))
    if not things:
        return TouchedPeople(beyond=_very_many(review, steps) if not found else {})
    near, beyond = things[:MOST], things[MOST:]
    counted = Counter(each.table for each in beyond)
    return TouchedPeople(tuple(_told(review, near)), counted, known(review))


def _very_many(review: Review, steps: Sequence[int]) -> dict[str, int]:
    """How many records of each table there are where their changes are more than are looked at; none of none."""
    counts = trail.count_rows(review, steps, PEOPLE, _PARTS)
    return {table: counts[table] for table in PEOPLE if table in counts}


def _told(review: Review, things: Sequence[Thing]) -> Iterable[Told]:
    ids: dict[str, list[int]] = {}
    for each in things:
        ids.setdefault(each.table, []).append(each.row_id)
    last = {table: last_known.rows(review, table, found) for table, found in ids.items()}
    whose = {table: belonging.whose(review, table, found) for table, found in ids.items()}
    for each in things:
        yield Told(each, last[each.table].get(each.row_id, {}), whose[each.table].get(each.row_id, ()))


def _folded(things: Sequence[Thing]) -> list[Thing]:
    """Forms of names told with their person, and who had part in a contact with the contact."""
    made = {(each.table, each.row_id): each for each in things if each.table not in ("name_form", "contact_with")}
    for table, owner, names in (("name_form", "person", (FORMS, FORMS)), ("contact_with", "contact", (LEFT, JOINED))):
        parts = [each for each in things if each.table == table]
        for row_id in dict.fromkeys(_owner(each, f"{owner}_id") for each in parts):
            mine = [each for each in parts if _owner(each, f"{owner}_id") == row_id]
            old = [each.old for each in mine if each.old is not None]
            new = [each.new for each in mine if each.new is not None]
            whole = made.get((owner, row_id), Thing(owner, row_id, {}, {}))
            made[(owner, row_id)] = _with_parts(whole, names, (_part_words(old), _part_words(new)))
    return [each for each in made.values() if each.old != each.new and (each.table != "agency" or _called(each))]


def _called(agency: Thing) -> bool:
    """Whether it was changed by what short names an agency is called; that one came in or went is told elsewhere."""
    return bool(agency.old and agency.new and agency.old.get(FORMS) != agency.new.get(FORMS))


def _with_parts(whole: Thing, names: tuple[str, str], parts: tuple[list[Any], list[Any]]) -> Thing:
    """A record with what hangs on it; of one that comes or goes whole, who had part in it is known by whose it is."""
    if names[0] != FORMS and (whole.old is None or whole.new is None):
        return whole
    old = None if whole.old is None else {**whole.old, names[0]: parts[0]}
    new = None if whole.new is None else {**whole.new, names[1]: parts[1]}
    return replace(whole, old=old, new=new)


def _part_words(rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    if rows and "form" in rows[0]:
        return [f"{row['form']} ({row['kind']})" for row in sorted(rows, key=lambda row: int(row["place"]))]
    return [row["stakeholder_id"] for row in rows]


def _owner(part: Thing, column: str) -> int:
    columns = {**(part.old or {}), **(part.new or {})}
    return int(columns.get(column) or 0)


def known(review: Review) -> Known:
    """Everything that ids in records of people stand for; safe in any thread."""
    there = frozenset(person.id for person in people.listing(review))
    return Known(
        last_known.everybody(review),
        there,
        last_known.column(review, "stakeholder", "person_id"),
        last_known.column(review, "household", "name"),
        last_known.column(review, "agency", "name"),
        last_known.column(review, "place_name", "real_name"),
        {each.key: each.short or each.name for each in guidance.edition().opportunities},
        NameCover(last_known.of_other_names(review), Naming.PSEUDONYMS),
    )
