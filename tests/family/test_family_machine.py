"""Whatever is done to a family in any order, undone, redone and reopened, it holds what a plain model predicts."""

import tempfile
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dhr_desktop.domain.contacts import Contact, Means, Promise
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.offers import OfferAnswer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Reading, ReadingComment
from dhr_desktop.domain.relations import PARENTHOODS
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import Group, Stakeholder, Wish
from dhr_desktop.domain.ties import Stay, Tie, TieKind
from dhr_desktop.family import contacts, kinship, naming, offers, readings, register, stakeholders
from dhr_desktop.store import involvement, people
from dhr_desktop.store.kinship import HOUSEHOLDS, IDENTIFIERS, MEMBERS, RELATIONS
from dhr_desktop.store.library import Library
from dhr_desktop.store.naming import STEPS
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.touched_people import touched_people
from tests.family.plain_family import Family
from tests.store.made import CHEAP, PASSPHRASE

NAMES = ("Ada Example", "Bea Example", "Zoë Ndiaye", "\N{ARABIC LETTER SEEN}\N{ARABIC LETTER ALEF}", "Kay " * 40)
HOMES = ("Mill Lane", "Quay Street")
PSEUDONYMS = ("Claire", "Beth", "Si\N{LATIN SMALL LETTER A WITH CIRCUMFLEX}n")
WORDS = ("", "She asked how long it takes.", "A photograph \N{WHITE HEART SUIT}")
DAYS = (None, date(2019, 6, 3), date(2019, 7, 1))
OPPORTUNITIES = ("letter", "advocacy")

picks = st.integers(min_value=0, max_value=1_000)
names, pseudonyms, homes, words, days = map(st.sampled_from, (NAMES, PSEUDONYMS, HOMES, WORDS, DAYS))
anybody = precondition(lambda self: self.state.people)
anybody_involved = precondition(lambda self: self.state.stakeholders)


def any_of(table: str):
    return precondition(lambda self: getattr(self.state, table))


@dataclass
class Done:
    """A step of the model."""

    before: Family
    after: Family
    sitting: object | None


class FamilyMachine(RuleBasedStateMachine):
    """What a chair can do to people and to those involved."""

    def __init__(self):
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.library = Library.create(Path(self.place.name) / "library", PASSPHRASE, CHEAP)
        self.review: Review = self.library.create_review(ReviewFacts("Adult A"))
        self.state = Family()
        self.done: list[Done] = []
        self.undone: list[Done] = []
        self.sitting = object()

    @initialize(first=names, second=names)
    def begin(self, first, second):
        for name, role in ((first, Role.VICTIM), (second, Role.FAMILY)):
            self.add_person(name, role)

    def teardown(self):
        broken = self.review.journal.first_broken_step()
        self.library.close()
        self.place.cleanup()
        assert broken is None

    def goes_to(self, state: Family, sitting: object | None = None) -> None:
        """One step was made, or none where nothing changes; the history has something to tell of it."""
        if state == self.state:
            assert self.steps() == self.known_steps
            return
        assert self.steps() == self.known_steps + 1
        assert touched_people(self.review, [self.review.journal.steps(1)[0].id]).told
        self.done.append(Done(self.state, deepcopy(state), sitting))
        self.undone.clear()
        self.state = deepcopy(state)
        self.known_steps += 1

    known_steps = 0

    def steps(self) -> int:
        return self.review.journal.steps(1)[0].id if self.review.journal.steps(1) else 0

    def one(self, table: dict, pick: int) -> int:
        return sorted(table)[pick % len(table)]

    # People.

    @rule(name=names, role=st.sampled_from([Role.FAMILY, Role.CHILD, Role.FRIEND]))
    def add_person(self, name, role):
        state = deepcopy(self.state)
        made = register.add_person(self.review, Person(0, name, role))
        state.people[made.id] = made
        self.goes_to(state)

    @anybody
    @rule(pick=picks, name=names, died=st.sampled_from(["", "2019-06-03", "1980"]))
    def change_person(self, pick, name, died):
        state, one = deepcopy(self.state), self.one(self.state.people, pick)
        state.people[one] = replace(state.people[one], real_name=name, died=died)
        register.change_person(self.review, state.people[one])
        self.goes_to(state)

    @anybody
    @rule(pick=picks)
    def remove_person(self, pick):
        state, one = deepcopy(self.state), self.one(self.state.people, pick)
        state.remove_person(one)
        register.remove_person(self.review, one)
        self.goes_to(state)

    @anybody
    @rule(pick=picks, value=st.sampled_from(["07700 900123", "12 Mill Lane"]))
    def add_identifier(self, pick, value):
        state, one = deepcopy(self.state), self.one(self.state.people, pick)
        made = kinship.add_identifier(self.review, Identifier(0, one, IdentifierKind.PHONE, value))
        state.identifiers[made.id] = made
        self.goes_to(state)

    @anybody
    @rule(pick=picks, other=picks, kind=st.sampled_from(TieKind))
    def relate(self, pick, other, kind):
        state = deepcopy(self.state)
        tie = Tie(0, self.one(state.people, pick), kind, self.one(state.people, other))
        relation = tie.relation
        circle = relation.kind in PARENTHOODS and relation.other_id in state.above(relation.person_id)
        if tie.person_id == tie.other_id or circle:
            with pytest.raises(kinship.ImpossibleRelation):
                kinship.relate(self.review, tie)
        else:
            made = kinship.relate(self.review, tie)
            state.relations[made.id] = replace(relation, id=made.id)
        self.goes_to(state)

    @any_of("relations")
    @rule(pick=picks)
    def unrelate(self, pick):
        state, one = deepcopy(self.state), self.one(self.state.relations, pick)
        del state.relations[one]
        kinship.unrelate(self.review, one)
        self.goes_to(state)

    @anybody
    @rule(pick=picks, home=homes)
    def move_in(self, pick, home):
        state, one = deepcopy(self.state), self.one(self.state.people, pick)
        made = kinship.move_in(self.review, Stay(0, one, home))
        state.stays[made.id] = one, home
        state.households.add(home)
        self.goes_to(state)

    @any_of("stays")
    @rule(pick=picks, home=st.sampled_from([*HOMES, ""]))
    def move(self, pick, home):
        state, one = deepcopy(self.state), self.one(self.state.stays, pick)
        who, left = state.stays.pop(one)
        if home:
            state.stays[one] = who, home
            state.households.add(home)
            kinship.change_stay(self.review, Stay(one, who, home), Stay(one, who, left))
        else:
            kinship.move_out(self.review, one)
        state.leave_no_empty({left})
        self.goes_to(state)

    # Names.

    @anybody
    @rule(pick=picks, by=picks, act=st.sampled_from([NamingAct.OFFERED, NamingAct.CHOSEN]), day=days, name=pseudonyms)
    def record(self, pick, by, act, day, name):
        state, one = deepcopy(self.state), self.one(self.state.people, pick)
        step = NamingStep(0, Subject.PERSON, one, act, day, by_id=self.one(state.people, by), names=(name,))
        made = naming.record(self.review, step)
        state.naming[made.id] = made
        if act is NamingAct.CHOSEN:
            state.name(one, "")
        self.goes_to(state)

    @any_of("naming")
    @rule(pick=picks, day=days, name=pseudonyms)
    def correct(self, pick, day, name):
        state, one = deepcopy(self.state), self.one(self.state.naming, pick)
        step = replace(state.naming[one], on=day, names=(name,))
        before = state.decided(step.subject_id)
        state.naming[one] = step
        naming.correct(self.review, step)
        state.name(step.subject_id, before)
        self.goes_to(state)

    @any_of("naming")
    @rule(pick=picks)
    def take_out(self, pick):
        state, one = deepcopy(self.state), self.one(self.state.naming, pick)
        about = state.naming[one].subject_id
        before = state.decided(about)
        state.take_out(one)
        naming.take_out(self.review, one)
        state.name(about, before)
        self.goes_to(state)

    # Involvement.

    @anybody
    @rule(pick=picks, group=st.sampled_from([Group.FAMILY, Group.FRIEND]))
    def involve(self, pick, group):
        state, one = deepcopy(self.state), self.one(self.state.people, pick)
        stakeholder = Stakeholder(0, one, group)
        if any(each.person_id == one for each in state.stakeholders.values()):
            with pytest.raises(stakeholders.InvolvedAlready):
                stakeholders.involve(self.review, state.people[one], stakeholder)
        else:
            made = stakeholders.involve(self.review, state.people[one], stakeholder)
            state.stakeholders[made.id] = made
        self.goes_to(state)

    @anybody_involved
    @rule(pick=picks, caution=words, typing=st.booleans())
    def change_stakeholder(self, pick, caution, typing):
        state, one = deepcopy(self.state), self.one(self.state.stakeholders, pick)
        before = state.stakeholders[one]
        state.stakeholders[one] = replace(before, caution=caution)
        sitting = self.sitting if typing else None
        stakeholders.change(self.review, state.stakeholders[one], before, sitting=sitting)
        self.goes_to(state, sitting)

    @rule()
    def sit_down_anew(self):
        self.sitting = object()

    @anybody_involved
    @rule(pick=picks)
    def leave_out(self, pick):
        state, one = deepcopy(self.state), self.one(self.state.stakeholders, pick)
        state.leave_out(one)
        stakeholders.leave_out(self.review, one)
        self.goes_to(state)

    @anybody_involved
    @rule(pick=picks, text=words)
    def wish(self, pick, text):
        state, one = deepcopy(self.state), self.one(self.state.stakeholders, pick)
        made = stakeholders.add_wish(self.review, Wish(0, one, text))
        state.wishes[made.id] = made
        self.goes_to(state)

    @anybody_involved
    @rule(chosen=st.lists(picks, min_size=1, max_size=3), said=words, promised=st.booleans())
    def log(self, chosen, said, promised):
        state = deepcopy(self.state)
        whom = {self.one(state.stakeholders, pick) for pick in chosen}
        promises = [Promise(0, "Send the leaflet")] if promised else []
        made = contacts.log(self.review, Contact(0, date(2019, 6, 3), Means.HOME, said=said), whom, promises)
        state.contacts[made.id], state.whom[made.id] = made, frozenset(whom)
        one = next(iter(whom)) if len(whom) == 1 else None
        state.promises += [replace(each, contact_id=made.id, stakeholder_id=one) for each in promises]
        self.goes_to(state)

    @any_of("contacts")
    @anybody_involved
    @rule(pick=picks, said=words, chosen=st.lists(picks, min_size=1, max_size=3))
    def change_contact(self, pick, said, chosen):
        state, one = deepcopy(self.state), self.one(self.state.contacts, pick)
        state.contacts[one] = replace(state.contacts[one], said=said)
        state.whom[one] = frozenset(self.one(state.stakeholders, each) for each in chosen)
        contacts.change(self.review, state.contacts[one], whom=state.whom[one])
        self.goes_to(state)

    @any_of("contacts")
    @rule(pick=picks)
    def remove_contact(self, pick):
        state, one = deepcopy(self.state), self.one(self.state.contacts, pick)
        state.remove_contact(one)
        contacts.remove(self.review, one)
        self.goes_to(state)

    @any_of("promises")
    @rule(pick=picks, kept=st.booleans())
    def keep_promise(self, pick, kept):
        state = deepcopy(self.state)
        stored = involvement.PROMISES.listing(self.review)
        one = stored[pick % len(stored)]
        state.promises.remove(replace(one, id=0))
        on = (one.done_on or date(2019, 8, 1)) if kept else None
        state.promises.append(replace(one, id=0, done_on=on))
        if kept:
            contacts.keep_promise(self.review, one.id, date(2019, 8, 1))
        else:
            contacts.reopen_promise(self.review, one.id)
        if Counter(state.promises) == Counter(self.state.promises):
            state.promises = list(self.state.promises)
        self.goes_to(state)

    @anybody_involved
    @rule(pick=picks, what=st.sampled_from(OPPORTUNITIES), answer=st.sampled_from(OfferAnswer))
    def offer(self, pick, what, answer):
        state, one = deepcopy(self.state), self.one(self.state.stakeholders, pick)
        state.offers.pop((one, what), None)
        if answer is not OfferAnswer.NOT_OFFERED:
            state.offers[one, what] = answer
        offers.mark(self.review, one, what, answer, date(2019, 6, 3))
        self.goes_to(state)

    @anybody_involved
    @rule(pick=picks, day=days)
    def begin_reading(self, pick, day):
        state, one = deepcopy(self.state), self.one(self.state.stakeholders, pick)
        made = readings.begin(self.review, Reading(0, one, day))
        state.readings[made.id] = made
        self.goes_to(state)

    @any_of("readings")
    @rule(pick=picks, said=words)
    def comment(self, pick, said):
        state, one = deepcopy(self.state), self.one(self.state.readings, pick)
        made = readings.comment(self.review, ReadingComment(0, one, said=said))
        state.comments[made.id] = made
        self.goes_to(state)

    @any_of("readings")
    @rule(pick=picks)
    def remove_reading(self, pick):
        state, one = deepcopy(self.state), self.one(self.state.readings, pick)
        state.remove_reading(one)
        readings.remove(self.review, one)
        self.goes_to(state)

    # The journal.

    @rule()
    def undo(self):
        turned = self.review.journal.undo()
        assert (turned is None) == (not self.done)
        self.turn(self.done, self.undone)

    @rule()
    def redo(self):
        turned = self.review.journal.redo()
        assert (turned is None) == (not self.undone)
        self.turn(self.undone, self.done, forward=True)

    def turn(self, come_from: list[Done], go_to: list[Done], *, forward: bool = False) -> None:
        if not come_from:
            return
        sitting = come_from[-1].sitting
        while come_from:
            step = come_from.pop()
            go_to.append(step)
            self.state = deepcopy(step.after if forward else step.before)
            self.known_steps += 1
            if sitting is None or not come_from or come_from[-1].sitting is not sitting:
                break

    @rule()
    def reopen(self):
        self.review.close()
        self.review = self.library.open_review(self.review.id)
        for step in (*self.done, *self.undone):
            step.sitting = None
        assert self.review.journal.first_broken_step() is None

    # What must be so.

    @invariant()
    def it_holds_what_the_model_holds(self):
        review, state = self.review, self.state
        assert {each.id: each for each in people.listing(review)} == state.people
        assert {each.id: each for each in IDENTIFIERS.listing(review)} == state.identifiers
        assert {each.id: each for each in RELATIONS.listing(review)} == state.relations
        home = {each.id: each.name for each in HOUSEHOLDS.listing(review)}
        assert {each.id: (each.person_id, home[each.household_id]) for each in MEMBERS.listing(review)} == state.stays
        assert Counter(home.values()) == Counter(state.households)
        assert {each.id: each for each in STEPS.listing(review)} == state.naming

    @invariant()
    def of_those_involved_too(self):
        review, state = self.review, self.state
        assert {each.id: each for each in involvement.STAKEHOLDERS.listing(review)} == state.stakeholders
        assert {each.id: each for each in involvement.WISHES.listing(review)} == state.wishes
        assert {each.id: each for each in involvement.CONTACTS.listing(review)} == state.contacts
        whom: dict[int, frozenset[int]] = dict.fromkeys(state.contacts, frozenset())
        for pair in involvement.CONTACT_WITH.listing(review):
            whom[pair.contact_id] |= {pair.stakeholder_id}
        assert whom == state.whom
        assert Counter(replace(each, id=0) for each in involvement.PROMISES.listing(review)) == Counter(state.promises)
        found = {(each.stakeholder_id, each.opportunity): each.answer for each in involvement.OFFERS.listing(review)}
        assert found == state.offers
        assert {each.id: each for each in involvement.READINGS.listing(review)} == state.readings
        assert {each.id: each for each in involvement.COMMENTS.listing(review)} == state.comments

    @invariant()
    def nothing_points_at_what_is_gone(self):
        assert self.review.read.rows("PRAGMA foreign_key_check") == []


def settings_of(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def test_a_family_agrees_with_a_plain_model():
    run_state_machine_as_test(FamilyMachine, settings=settings_of(15, 25))


@pytest.mark.slow
def test_a_family_agrees_with_a_plain_model_for_long():
    run_state_machine_as_test(FamilyMachine, settings=settings_of(250, 60))
