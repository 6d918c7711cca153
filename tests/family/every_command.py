"""A review in which something is known of everybody, and every command of `family` once, as it changes that review."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pkgutil import iter_modules

import dhr_desktop.family
from dhr_desktop.domain.approaches import Approach, ApproachAnswer
from dhr_desktop.domain.children import ChildContribution, ChildRecord, Responsibility
from dhr_desktop.domain.contacts import Contact, Means, Promise, Reached
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.name_forms.proposals import Proposal
from dhr_desktop.domain.naming import NamingAct, NamingStep, PanelMember, PlaceName, Subject
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.people import FormKind, FormLine, FormPlace, NameForm, Person, Role, Sex
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, DateToAvoid, Group, NotToBeTold, Stakeholder, Wish
from dhr_desktop.domain.ties import Stay, Tie, TieKind
from dhr_desktop.family import (
    approaches,
    avoiding,
    children,
    contacts,
    kinship,
    letters,
    name_forms,
    naming,
    offers,
    pregnancies,
    readings,
    register,
    stakeholders,
)
from dhr_desktop.family.register_file import Registered
from dhr_desktop.store import agencies, entries, involvement
from dhr_desktop.store.library import Library
from dhr_desktop.store.naming import FORM_PLACES, STEPS
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import entry

DAY, LATER = date(2019, 6, 3), date(2019, 9, 1)
Run = Callable[[Review, "Known"], object]


@dataclass
class Known:
    """What the commands act on."""

    victim: Person
    mother: Person
    sister: Person
    child: Person
    police: int
    entry: int
    who: Stakeholder
    other: Stakeholder
    contact: Contact
    promise: Promise
    reading: Reading
    comment: ReadingComment
    approach: Approach
    advocacy: Advocacy
    wish: Wish
    not_told: NotToBeTold
    avoided: DateToAvoid
    care: Responsibility
    tie: Tie
    stay: Stay
    number: Identifier
    pregnancy: Pregnancy
    step: NamingStep
    place: PlaceName
    form: FormPlace
    offer: Offer


def known(review: Review) -> Known:
    """Fill the review: a family, those involved, and one record of every kind for each of them that has some."""
    with review.journal.step("Import"):
        police = agencies.add(review, "Ravenshire Police").id
        (first,) = entries.add_many(review, [entry(police, text="We spoke to Annalize. AM cried in the AM.")])
    forms = (NameForm("Kaylee", FormKind.MISSPELLING), NameForm("Kay", FormKind.NICKNAME))
    victim = register.add_person(review, Person(0, "Kayleigh Drewitt", Role.VICTIM, forms=forms, born="1991-04-02"))
    mother = register.add_person(review, Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim"))
    sister = register.add_person(review, Person(0, "Shauna Marchbank", Role.FAMILY, relationship="sister"))
    child = register.add_person(review, Person(0, "Annalise Meredith", Role.CHILD, "Isla", born="2010-05-03"))
    who = stakeholders.involve(review, mother, Stakeholder(0, mother.id, Group.FAMILY, caution="Heart condition"))
    other = stakeholders.involve(review, sister, Stakeholder(0, sister.id, Group.FAMILY))
    contact = contacts.log(
        review,
        Contact(0, DAY, Means.TELEPHONE, said="She asked how long it takes."),
        [who.id, other.id],
        [Promise(0, "Send the leaflet", due_on=LATER)],
    )
    contacts.log(review, Contact(0, LATER, Means.LETTER, reached=Reached.WAITING), [who.id])
    promise = contacts.promise(review, Promise(0, "Ring on Friday", who.id))
    reading = readings.begin(review, Reading(0, who.id, DAY, "Overview report", "draft 2"))
    comment = readings.comment(review, ReadingComment(0, reading.id, "4", "4.12", "That was not so."))
    offers.mark(review, who.id, "advocacy", OfferAnswer.OFFERED, DAY)
    children.note(review, ChildRecord(0, child.id, living_with="her aunt"))
    naming.record(
        review, NamingStep(0, Subject.PERSON, mother.id, NamingAct.CHOSEN, DAY, by_id=mother.id, names=("Helen",))
    )
    place = naming.add_place(review, PlaceName(0, "Saltgate", stands_as="a small town"))
    letters.rewrite(review, replace(letters.letter_templates.template(review, "update"), body="Dear {name}, ..."))
    name_forms.say_places(
        review, [FormPlace(0, first, "text", "AM", 0, child.id), FormLine(0, "Seen by AM", "AM", 0, child.id)]
    )
    return Known(
        victim,
        mother,
        sister,
        child,
        police,
        first,
        who,
        other,
        contact,
        promise,
        reading,
        comment,
        approaches.add(review, Approach(0, mother.id, DAY)),
        stakeholders.add_advocacy(review, Advocacy(0, who.id, "AAFDA", offered_on=DAY)),
        stakeholders.add_wish(review, Wish(0, who.id, "To see the draft first")),
        stakeholders.add_not_told(review, NotToBeTold(0, who.id, "The 999 call")),
        avoiding.add(review, DateToAvoid(0, who.id, "--11-09", "birthday")),
        children.add_responsibility(review, child.id, Responsibility(0, 0, mother.id, how="Special guardianship")),
        kinship.relate(review, Tie(0, victim.id, TieKind.CHILD, mother.id)),
        kinship.move_in(review, Stay(0, mother.id, "Mill Lane", since="2012")),
        kinship.add_identifier(review, Identifier(0, mother.id, IdentifierKind.PHONE, "07700 900123")),
        pregnancies.add(review, Pregnancy(0, victim.id, began="2014-02", note="Told her midwife")),
        STEPS.listing(review)[0],
        place,
        FORM_PLACES.listing(review)[0],
        involvement.OFFERS.listing(review)[0],
    )


def filled(library: Library, facts: ReviewFacts) -> tuple[Review, Known]:
    """A review as `known` fills it, copied from one that was filled once, with what is known there."""
    return copied.review(library, facts, filled=_fill), _told[0]


_told: list[Known] = []


def _fill(review: Review) -> None:
    _told[:] = [known(review)]  # of whatever review: its rows are numbered alike each time


def _form(known: Known, form: str = "Annalize") -> Proposal:
    return Proposal(form, known.child.id, "", 0, FormKind.MISSPELLING)


NEW = Person(0, "Imogen Teale", Role.FRIEND)
COMMANDS: dict[str, Run] = {
    "approaches.add": lambda r, k: approaches.add(r, Approach(0, k.sister.id, DAY, answer_words="No, thank you.")),
    "approaches.change": lambda r, k: approaches.change(
        r, replace(k.approach, answer=ApproachAnswer.DECLINED), k.approach
    ),
    "approaches.remove": lambda r, k: approaches.remove(r, k.approach.id),
    "avoiding.add": lambda r, _k: avoiding.add(r, DateToAvoid(0, None, "2020-03-02", "trial", "2020-03-20")),
    "avoiding.change": lambda r, k: avoiding.change(r, replace(k.avoided, day="2019-11-10"), k.avoided),
    "avoiding.remove": lambda r, k: avoiding.remove(r, k.avoided.id),
    "children.note": lambda r, k: children.note(
        r, replace(children.record_of(r, k.child.id), contribution=ChildContribution.ASKED, safeguarding="A referral")
    ),
    "children.add_responsibility": lambda r, k: children.add_responsibility(
        r, k.child.id, Responsibility(0, 0, holder="Ravenshire Council")
    ),
    "children.change_responsibility": lambda r, k: children.change_responsibility(
        r, replace(k.care, until="2020"), k.care
    ),
    "children.remove_responsibility": lambda r, k: children.remove_responsibility(r, k.care.id),
    "contacts.log": lambda r, k: contacts.log(
        r, Contact(0, LATER, Means.HOME), [k.who.id, k.other.id], [Promise(0, "Write again")]
    ),
    "contacts.change": lambda r, k: contacts.change(
        r, replace(k.contact, said="She asked about the inquest."), whom=[k.other.id]
    ),
    "contacts.remove": lambda r, k: contacts.remove(r, k.contact.id),
    "contacts.promise": lambda r, k: contacts.promise(r, Promise(0, "Send the terms of reference", k.who.id)),
    "contacts.change_promise": lambda r, k: contacts.change_promise(r, replace(k.promise, due_on=LATER)),
    "contacts.keep_promise": lambda r, k: contacts.keep_promise(r, k.promise.id, DAY),
    "contacts.reopen_promise": lambda r, k: (
        contacts.keep_promise(r, k.promise.id, DAY),
        contacts.reopen_promise(r, k.promise.id),
    ),
    "contacts.remove_promise": lambda r, k: contacts.remove_promise(r, k.promise.id),
    "pregnancies.add": lambda r, k: pregnancies.add(r, Pregnancy(0, k.sister.id, None, Outcome.MISCARRIAGE, "2016")),
    "pregnancies.change": lambda r, k: pregnancies.change(
        r, replace(k.pregnancy, outcome=Outcome.BORN, ended="2014-11-09"), k.pregnancy
    ),
    "pregnancies.remove": lambda r, k: pregnancies.remove(r, k.pregnancy.id),
    "kinship.relate": lambda r, k: kinship.relate(r, Tie(0, k.mother.id, TieKind.SIBLING, k.sister.id)),
    "kinship.change_relation": lambda r, k: kinship.change_relation(r, replace(k.tie, kind=TieKind.ADOPTED), k.tie),
    "kinship.unrelate": lambda r, k: kinship.unrelate(r, k.tie.id),
    "kinship.move_in": lambda r, k: kinship.move_in(r, Stay(0, k.mother.id, "Quay Street")),
    "kinship.change_stay": lambda r, k: kinship.change_stay(r, replace(k.stay, household="Quay Street"), k.stay),
    "kinship.move_out": lambda r, k: kinship.move_out(r, k.stay.id),
    "kinship.add_identifier": lambda r, k: kinship.add_identifier(
        r, Identifier(0, k.child.id, IdentifierKind.SCHOOL, "Saltgate Primary")
    ),
    "kinship.change_identifier": lambda r, k: kinship.change_identifier(
        r, replace(k.number, value="07700 900456"), k.number
    ),
    "kinship.remove_identifier": lambda r, k: kinship.remove_identifier(r, k.number.id),
    "letters.rewrite": lambda r, _k: letters.rewrite(
        r, replace(letters.letter_templates.template(r, "first-family"), body="I am so sorry.")
    ),
    "letters.reset": lambda r, _k: letters.reset(r, "update"),
    "letters.note_in_log": lambda r, k: letters.note_in_log(r, k.who.id, "update", LATER, Means.LETTER),
    "name_forms.confirm": lambda r, k: name_forms.confirm(r, [_form(k), _form(k, "Annie")]),
    "name_forms.confirm_as": lambda r, k: name_forms.confirm_as(r, _form(k), k.sister.id),
    "name_forms.confirm_new": lambda r, k: name_forms.confirm_new(r, _form(k, "Annie"), "Ann Teale"),
    "name_forms.refuse": lambda r, k: name_forms.refuse(r, [_form(k), _form(k, "Poppy")]),
    "name_forms.say_places": lambda r, k: name_forms.say_places(
        r,
        [
            replace(k.form, person_id=None),
            FormPlace(0, k.entry, "text", "AM", 1),
            FormLine(0, "Seen by AM", "AM", 0),
            FormLine(0, "Each AM", "AM", 0),
        ],
    ),
    "naming.record": lambda r, k: naming.record(
        r, NamingStep(0, Subject.PERSON, k.victim.id, NamingAct.CHOSEN, DAY, by_id=k.mother.id, names=("Sian",))
    ),
    "naming.correct": lambda r, k: naming.correct(r, replace(k.step, names=("Beth",), means="letter")),
    "naming.take_out": lambda r, k: naming.take_out(r, k.step.id),
    "naming.add_place": lambda r, _k: naming.add_place(r, PlaceName(0, "Drovers Court", "Mill House")),
    "naming.change_place": lambda r, k: naming.change_place(r, replace(k.place, forms=("Salt Gate",))),
    "naming.remove_place": lambda r, k: naming.remove_place(r, k.place.id),
    "naming.put_short_names": lambda r, _k: naming.put_short_names(r, agencies.listing(r)[0], ["the Force"]),
    "naming.put_panel": lambda r, _k: naming.put_panel(r, [PanelMember(0, "Ada Fenwick", "Head of Safeguarding")]),
    "offers.mark": lambda r, k: offers.mark(r, k.who.id, "advocacy", OfferAnswer.ACCEPTED, LATER),
    "offers.put": lambda r, k: offers.put(r, Offer(0, k.who.id, "letter", OfferAnswer.OFFERED, DAY, means="by hand")),
    "offers.take_over": lambda r, k: offers.take_over(
        r,
        [
            Offer(0, k.who.id, "advocacy", OfferAnswer.ACCEPTED, answered_on=LATER),
            Offer(0, k.other.id, "letter", OfferAnswer.OFFERED, DAY),
        ],
    ),
    "readings.begin": lambda r, k: readings.begin(r, Reading(0, k.other.id, LATER, version="draft 3")),
    "readings.change": lambda r, k: readings.change(
        r, replace(k.reading, version="draft 3", minutes=90, private=False)
    ),
    "readings.remove": lambda r, k: readings.remove(r, k.reading.id),
    "readings.comment": lambda r, k: readings.comment(r, ReadingComment(0, k.reading.id, "5", "5.1", "Thank you.")),
    "readings.change_comment": lambda r, k: readings.change_comment(
        r, replace(k.comment, answer="We have put it right.", changed=Changed.YES)
    ),
    "readings.remove_comment": lambda r, k: readings.remove_comment(r, k.comment.id),
    "register.add_person": lambda r, _k: register.add_person(
        r, replace(NEW, forms=(NameForm("Immy", FormKind.NICKNAME),))
    ),
    "register.add_people": lambda r, k: register.add_people(r, [NEW, replace(NEW, real_name="Owen Teale"), k.mother]),
    "register.add_registered": lambda r, _k: register.add_registered(
        r, [Registered(NEW, "Ravenshire Police", (Identifier(0, 0, IdentifierKind.STAFF_NUMBER, "4417"),))]
    ),
    "register.change_person": lambda r, k: register.change_person(
        r, replace(k.victim, real_name="Kayleigh Drewett", forms=k.victim.forms[1:], pseudonym="Sian")
    ),
    "register.take_sexes": lambda r, k: register.take_sexes(r, {k.sister.id: Sex.FEMALE, k.child.id: Sex.FEMALE}),
    "register.remove_person": lambda r, k: register.remove_person(r, k.mother.id),
    "stakeholders.involve": lambda r, _k: stakeholders.involve(r, NEW, Stakeholder(0, 0, Group.FRIEND)),
    "stakeholders.change": lambda r, k: stakeholders.change(
        r, replace(k.who, preferred_name="Lol", caution="Faints at the sight of needles", next_of_kin=True), k.who
    ),
    "stakeholders.leave_out": lambda r, k: stakeholders.leave_out(r, k.who.id),
    "stakeholders.add_advocacy": lambda r, k: stakeholders.add_advocacy(r, Advocacy(0, k.other.id, "Victim Support")),
    "stakeholders.change_advocacy": lambda r, k: stakeholders.change_advocacy(
        r, replace(k.advocacy, answer=AdvocacyAnswer.ACCEPTED, answered_on=LATER), k.advocacy
    ),
    "stakeholders.remove_advocacy": lambda r, k: stakeholders.remove_advocacy(r, k.advocacy.id),
    "stakeholders.add_wish": lambda r, k: stakeholders.add_wish(r, Wish(0, k.other.id, "No visits on a Sunday")),
    "stakeholders.change_wish": lambda r, k: stakeholders.change_wish(r, replace(k.wish, met_on=LATER), k.wish),
    "stakeholders.remove_wish": lambda r, k: stakeholders.remove_wish(r, k.wish.id),
    "stakeholders.add_not_told": lambda r, k: stakeholders.add_not_told(
        r, NotToBeTold(0, k.other.id, "The injuries", of_id=k.who.id)
    ),
    "stakeholders.change_not_told": lambda r, k: stakeholders.change_not_told(
        r, replace(k.not_told, why="She asked not to know"), k.not_told
    ),
    "stakeholders.remove_not_told": lambda r, k: stakeholders.remove_not_told(r, k.not_told.id),
}
"""Each of them changes the review of `known`."""

READ = frozenset(
    {
        *("avoiding.proposals", "avoiding.warnings", "avoiding.watched"),
        *("children.record_of", "forms_found.forms_left"),
        *("hanging.hangs_on", "kinship.stays", "letters.addressed", "naming.steps_of"),
        *("known_lives.about", "known_lives.read"),
        *("changing.add", "changing.change", "changing.remove"),
    }
)
"""What takes a review and is no command: it reads, or is that by which commands of several kinds are made."""


def found() -> Iterator[str]:
    """Every public function of `family` that is given a review, as 'module.function'."""
    for module in iter_modules(dhr_desktop.family.__path__):
        loaded = import_module(f"dhr_desktop.family.{module.name}")
        for name, function in getmembers(loaded, isfunction):
            mine = function.__module__ == loaded.__name__ and not name.startswith("_")
            if mine and "review" in signature(function).parameters:
                yield f"{module.name}.{name}"
