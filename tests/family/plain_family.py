"""A plain model of a family and of those involved, in memory, to which what the program does is held."""

from dataclasses import dataclass, field, replace
from datetime import date

from dhr_desktop.domain.contacts import Contact, Promise
from dhr_desktop.domain.identifiers import Identifier
from dhr_desktop.domain.naming import NamingAct, NamingStep
from dhr_desktop.domain.offers import OfferAnswer
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.readings import Reading, ReadingComment
from dhr_desktop.domain.relations import PARENTHOODS, Relation
from dhr_desktop.domain.stakeholders import Stakeholder, Wish

DECIDE = frozenset({NamingAct.CHOSEN, NamingAct.ASSIGNED, NamingAct.DECLINED, NamingAct.AGREED})


@dataclass
class Family:
    """Everything that the model knows, by id; offers by whom and what, who had part in a contact by its id."""

    people: dict[int, Person] = field(default_factory=dict)
    identifiers: dict[int, Identifier] = field(default_factory=dict)
    relations: dict[int, Relation] = field(default_factory=dict)
    stays: dict[int, tuple[int, str]] = field(default_factory=dict)
    households: set[str] = field(default_factory=set)
    naming: dict[int, NamingStep] = field(default_factory=dict)
    stakeholders: dict[int, Stakeholder] = field(default_factory=dict)
    wishes: dict[int, Wish] = field(default_factory=dict)
    contacts: dict[int, Contact] = field(default_factory=dict)
    whom: dict[int, frozenset[int]] = field(default_factory=dict)
    promises: list[Promise] = field(default_factory=list)
    """Without their ids, in any order: some come of themselves."""
    offers: dict[tuple[int, str], OfferAnswer] = field(default_factory=dict)
    readings: dict[int, Reading] = field(default_factory=dict)
    comments: dict[int, ReadingComment] = field(default_factory=dict)

    def remove_person(self, one: int) -> None:
        """With all that hangs on them; contacts stay, and what they did to others' names."""
        homes = {home for who, home in self.stays.values() if who == one}
        self.people.pop(one)
        self.identifiers = {k: v for k, v in self.identifiers.items() if v.person_id != one}
        self.relations = {k: v for k, v in self.relations.items() if one not in (v.person_id, v.other_id)}
        self.stays = {k: v for k, v in self.stays.items() if v[0] != one}
        self.leave_no_empty(homes)
        for each in [k for k, v in self.naming.items() if v.subject_id == one]:
            self.take_out(each)
        self.naming = {k: replace(v, by_id=None) if v.by_id == one else v for k, v in self.naming.items()}
        for each in [k for k, v in self.stakeholders.items() if v.person_id == one]:
            self.leave_out(each)

    def take_out(self, one: int) -> None:
        """A step of the log; what answered it answers nothing any more."""
        self.naming.pop(one)

    def leave_out(self, one: int) -> None:
        """Somebody who is involved no longer; what was promised to them was promised."""
        self.stakeholders.pop(one)
        self.wishes = {k: v for k, v in self.wishes.items() if v.stakeholder_id != one}
        self.whom = {k: v - {one} for k, v in self.whom.items()}
        self.offers = {k: v for k, v in self.offers.items() if k[0] != one}
        for each in [k for k, v in self.readings.items() if v.stakeholder_id == one]:
            self.remove_reading(each)
        self.promises = [replace(v, stakeholder_id=None) if v.stakeholder_id == one else v for v in self.promises]

    def remove_reading(self, one: int) -> None:
        """A session with what was said in it."""
        self.readings.pop(one)
        self.comments = {k: v for k, v in self.comments.items() if v.reading_id != one}

    def remove_contact(self, one: int) -> None:
        """A contact; what was promised in it to several is owed to each of them now."""
        self.contacts.pop(one)
        whom = sorted(self.whom.pop(one))
        kept = []
        for each in self.promises:
            if each.contact_id != one:
                kept.append(each)
            elif each.stakeholder_id is None and whom:
                kept += [replace(each, contact_id=None, stakeholder_id=who) for who in whom]
            else:
                kept.append(replace(each, contact_id=None))
        self.promises = kept

    def leave_no_empty(self, homes: set[str]) -> None:
        """A household without anybody goes."""
        self.households -= homes - {home for _, home in self.stays.values()}

    def above(self, one: int) -> set[int]:
        """Everyone who stands above somebody, by any way of being a parent."""
        found: set[int] = set()
        ways = [one]
        while ways:
            below = ways.pop()
            for each in self.relations.values():
                if each.kind in PARENTHOODS and each.other_id == below and each.person_id not in found:
                    found.add(each.person_id)
                    ways.append(each.person_id)
        return found

    def decided(self, person: int) -> str:
        """The name that the log decides on for somebody; a step without a day stays behind the one before it."""
        keyed: list[tuple[date, int, NamingStep]] = []
        last = date.min
        for number, step in sorted(self.naming.items()):
            if step.subject_id == person:
                last = step.on or last
                keyed.append((last, number, step))
        names = [step.names[0] for _, _, step in sorted(keyed, key=lambda each: each[:2]) if step.act in DECIDE]
        return names[-1] if names else ""

    def name(self, person: int, before: str) -> None:
        """Have what the log decides stand, where it decides otherwise than before."""
        now = self.decided(person)
        if now and now != before:
            self.people[person] = replace(self.people[person], pseudonym=now)
