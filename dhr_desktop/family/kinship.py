"""Commands over identifiers, relations and households, each one step named for the Edit menu."""

from dataclasses import replace
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.genogram.generations import circle
from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.relations import Household, HouseholdMember, Relation
from dhr_desktop.domain.ties import Stay, Tie, seen_from
from dhr_desktop.family import changing
from dhr_desktop.family.changing import Step
from dhr_desktop.store import people
from dhr_desktop.store.kinship import HOUSEHOLDS, IDENTIFIERS, MEMBERS, RELATIONS
from dhr_desktop.store.review import Review


class ImpossibleRelation(UserError):
    """Somebody would be related to themselves, or be their own ancestor."""

    code: ClassVar[str] = "P020"


def relate(review: Review, tie: Tie, initiator: object | None = None) -> Tie:
    """Say what somebody is to another. Raises `ImpossibleRelation`."""
    relation = tie.relation
    _refuse_impossible(review, relation)
    return seen_from(changing.add(review, RELATIONS, relation, Step("Add a relation", initiator)), tie.person_id)


def change_relation(review: Review, after: Tie, before: Tie, sitting: object | None = None) -> None:
    """Change a relation. Raises `ImpossibleRelation`, `changing.RecordGone`."""
    _refuse_impossible(review, after.relation)
    changing.change(review, RELATIONS, after.relation, Step("Change a relation", sitting=sitting), before.relation)


def unrelate(review: Review, relation_id: int, initiator: object | None = None) -> None:
    """Take a relation away; both people stay."""
    changing.remove(review, RELATIONS, relation_id, Step("Remove a relation", initiator))


def move_in(review: Review, stay: Stay, initiator: object | None = None) -> Stay:
    """Say that somebody lived in a household; one of a new name comes to be with it."""
    with review.journal.step("Add to a household", initiator):
        made = MEMBERS.add(review, _member(review, stay))
    return replace(stay, id=made.id)


def change_stay(review: Review, after: Stay, before: Stay, sitting: object | None = None) -> None:
    """Change somebody's time in a household, or which one it was. Raises `changing.RecordGone`."""
    if before.household == after.household:
        member = MEMBERS.get(review, after.id)
        changed = replace(member, since=after.since, until=after.until)
        changing.change(review, MEMBERS, changed, Step("Change a household", sitting=sitting))
        return
    with review.journal.step("Change a household", None, sitting):
        left = MEMBERS.get(review, after.id).household_id
        MEMBERS.change(review, replace(_member(review, after), id=after.id))
        _leave_no_empty(review, left)


def move_out(review: Review, member_id: int, initiator: object | None = None) -> None:
    """Take back that somebody lived in a household; one without anybody goes."""
    with review.journal.step("Remove from a household", initiator):
        left = MEMBERS.get(review, member_id).household_id
        MEMBERS.remove(review, member_id)
        _leave_no_empty(review, left)


def stays(review: Review, person_id: int) -> list[Stay]:
    """The households somebody lived in."""
    names = {each.id: each.name for each in HOUSEHOLDS.listing(review)}
    return [
        Stay(each.id, person_id, names.get(each.household_id, ""), each.since, each.until)
        for each in MEMBERS.listing(review, person_id=person_id)
    ]


def add_identifier(review: Review, identifier: Identifier, initiator: object | None = None) -> Identifier:
    """Note what else points at somebody, such as a telephone number."""
    return changing.add(review, IDENTIFIERS, identifier, Step("Add an identifier", initiator))


def change_identifier(review: Review, after: Identifier, before: Identifier, sitting: object | None = None) -> None:
    """Change an identifier. Raises `changing.RecordGone`."""
    changing.change(review, IDENTIFIERS, after, Step("Change an identifier", sitting=sitting), before)


def remove_identifier(review: Review, identifier_id: int, initiator: object | None = None) -> None:
    """Take an identifier away."""
    changing.remove(review, IDENTIFIERS, identifier_id, Step("Remove an identifier", initiator))


def _member(review: Review, stay: Stay) -> HouseholdMember:
    name = " ".join(stay.household.split())
    known = next((each for each in HOUSEHOLDS.listing(review) if each.name.casefold() == name.casefold()), None)
    household = known or HOUSEHOLDS.add(review, Household(0, name))
    return HouseholdMember(0, household.id, stay.person_id, stay.since, stay.until)


def _leave_no_empty(review: Review, household_id: int) -> None:
    if not MEMBERS.listing(review, household_id=household_id):
        HOUSEHOLDS.remove(review, household_id)


def _refuse_impossible(review: Review, relation: Relation) -> None:
    if relation.person_id == relation.other_id:
        raise ImpossibleRelation("Nobody can be related to themselves.", "Choose the other person.")
    others = [each for each in RELATIONS.listing(review) if each.id != relation.id]
    found = circle([*others, relation])
    if found:
        names = {person.id: person.real_name for person in people.listing(review)}
        way = ", who is above ".join(names.get(each, "?") for each in (*found, found[0]))
        raise ImpossibleRelation(
            f"By this relation somebody would be their own ancestor: {way}.",
            "Look at the relations between them; one goes the wrong way round.",
        )
