"""Commands over the register of people, each one step named for the Edit menu."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dhr_desktop.domain.people import Person, Sex
from dhr_desktop.family.register_file import Registered
from dhr_desktop.store import agencies, people
from dhr_desktop.store.kinship import HOUSEHOLDS, IDENTIFIERS, MEMBERS
from dhr_desktop.store.review import Review


def add_person(review: Review, person: Person, initiator: object | None = None) -> Person:
    """Enter a person in the register; returns them with their id."""
    with review.journal.step("Add a person", initiator):
        return people.add(review, person)


def add_people(review: Review, register: Sequence[Person], initiator: object | None = None) -> int:
    """Enter those of `register` whose real names are not there yet, as one step; returns how many they were."""
    known = {person.real_name.casefold() for person in people.listing(review)}
    new = [person for person in register if person.real_name.casefold() not in known]
    if new:
        with review.journal.step("Enter a register of people", initiator):
            for person in new:
                people.add(review, person)
    return len(new)


def add_registered(review: Review, register: Sequence[Registered], initiator: object | None = None) -> int:
    """Enter those of a file who are not there yet, with their identifiers and agencies, as one step; how many."""
    known = {person.real_name.casefold() for person in people.listing(review)}
    new = [each for each in register if each.person.real_name.casefold() not in known]
    if new:
        with review.journal.step("Enter a register of people", initiator):
            for each in new:
                agency = agencies.find(review, each.agency) if each.agency else None
                works_for = each.person.works_for or ("" if agency else each.agency)
                person = replace(each.person, agency_id=agency.id if agency else None, works_for=works_for)
                added = people.add(review, person)
                for one in each.identifiers:
                    IDENTIFIERS.add(review, replace(one, person_id=added.id))
    return len(new)


def change_person(review: Review, person: Person, initiator: object | None = None) -> None:
    """Change what the register says of a person."""
    with review.journal.step("Change a person", initiator):
        people.change(review, person)


def remove_person(review: Review, person_id: int, initiator: object | None = None) -> None:
    """Take a person out of the register; a household without anybody goes with them.

    Agencies' words about them stay as they are.
    """
    left = {each.household_id for each in MEMBERS.listing(review, person_id=person_id)}
    with review.journal.step("Remove a person", initiator):
        people.remove(review, person_id)
        for household_id in sorted(left):
            if not MEMBERS.listing(review, household_id=household_id):
                HOUSEHOLDS.remove(review, household_id)


def take_sexes(review: Review, sexes: Mapping[int, Sex], initiator: object | None = None) -> int:
    """Note the sex of several people as one step; returns of how many it was changed. None changed leaves no step."""
    known = people.listing(review)
    changed = [replace(each, sex=sexes[each.id]) for each in known if sexes.get(each.id, each.sex) is not each.sex]
    if changed:
        with review.journal.step("Note the sex of several people", initiator):
            for person in changed:
                people.change(review, person)
    return len(changed)


def clashes(person: Person, register: Sequence[Person]) -> list[str]:
    """What is wrong with a person's pseudonym among the others', as sentences; nothing when it can stand.

    A pseudonym that is somebody's real name points at them, and two people under one cannot be told apart.
    """
    chosen = person.pseudonym.strip().casefold()
    if not chosen:
        return []
    others = [other for other in register if other.id != person.id]
    found = []
    if any(other.pseudonym.strip().casefold() == chosen for other in others):
        found.append("Another person in the register has the same pseudonym.")
    real = {form.casefold() for other in register for form in (other.real_name, *(one.form for one in other.forms))}
    first_names = {other.real_name.split()[0].casefold() for other in register if other.real_name.split()}
    if chosen in real | first_names:
        found.append("This pseudonym is the real name of somebody in the register.")
    return found
