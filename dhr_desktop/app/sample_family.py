"""The family and others of the fictional Aldermarsh review: who they are, what was said to them, and what they said.

It is entered as one step, so that the demonstration begins at once and Undo takes it out whole.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from dhr_desktop.base import resources
from dhr_desktop.domain.avoiding import YEARLY
from dhr_desktop.domain.contacts import Contact, ContactWith, Means, Reached
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.offers import Offer
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.relations import Ending, Relation, RelationKind
from dhr_desktop.domain.stakeholders import (
    Advocacy,
    AdvocacyAnswer,
    Consent,
    DateToAvoid,
    Group,
    Involvement,
    Stakeholder,
    Wish,
)
from dhr_desktop.store import involvement, kinship, naming, people
from dhr_desktop.store.review import Review

Told = dict[str, Any]
CHANGED = {True: Changed.YES, False: Changed.NO, "in part": Changed.IN_PART}
INVOLVED = {
    Consent.GIVEN: Involvement.INVOLVED,
    Consent.DECLINED: Involvement.NOT,
    Consent.NO_REPLY: Involvement.NO_REPLY,
}
_ADVOCACY = {True: AdvocacyAnswer.ACCEPTED, False: AdvocacyAnswer.DECLINED, None: AdvocacyAnswer.NO_REPLY}
_MEANS = {"home": Means.HOME, "e-mail": Means.EMAIL, "video": Means.VIDEO, "telephone": Means.TELEPHONE}


def enter(review: Review) -> None:
    """Enter all of it, for people who are in the register already. Who is not there is left out."""
    family = resources.from_json("sample/aldermarsh/family.json")
    register = {_plain(person.real_name): person for person in people.listing(review)}
    victim = next((person for person in register.values() if person.role is Role.VICTIM), None)
    with review.journal.step("Enter the family of the sample"):
        by_file: dict[str, int] = {}
        for told in family["stakeholders"]:
            person = register.get(_plain(told["name"]))
            if person is not None:
                by_file[told["id"]] = _stakeholder(review, told, person, victim or person)
        for told in family["contacts"]:
            if told["stakeholder"] in by_file:
                made = involvement.CONTACTS.add(review, contact(told))
                involvement.CONTACT_WITH.add(review, ContactWith(0, made.id, by_file[told["stakeholder"]]))
        for told in family["draft_reading_meetings"]:
            if told["stakeholder"] in by_file:
                _reading(review, told, by_file[told["stakeholder"]], family["feedback"])
        _for_everyone(review, family["key_dates_to_avoid"])
        _kin(review, resources.from_json("sample/aldermarsh/kin.json"), register)


def _kin(review: Review, told: Told, register: Mapping[str, Person]) -> None:
    """When they were born and died, and how they belong together."""
    for name, (born, died, sex) in told["lives"].items():
        person = register.get(_plain(name))
        if person is not None:
            people.change(review, replace(person, born=born, died=died, sex=Sex(sex)))
    for one, kind, other, began, ended, ending in told["relations"]:
        first, second = register.get(_plain(one)), register.get(_plain(other))
        if first is not None and second is not None:
            relation = Relation(0, first.id, RelationKind(kind), second.id, began, ended, Ending(ending))
            kinship.RELATIONS.add(review, relation)
    for mother, father, outcome, began, expected, ended in told["pregnancies"]:
        who, other = register.get(_plain(mother)), register.get(_plain(father))
        if who is not None:
            with_whom = other.id if other is not None else None
            made = Pregnancy(0, who.id, with_whom, Outcome(outcome), began, expected, ended)
            kinship.PREGNANCIES.add(review, made)


def _plain(name: str) -> str:
    """First and last name: the register may have the names between."""
    parts = name.split()
    return f"{parts[0]} {parts[-1]}" if parts else ""


def _stakeholder(review: Review, told: Told, person: Person, victim: Person) -> int:
    made = involvement.STAKEHOLDERS.add(review, stakeholder(told, person.id))
    if told.get("telephone"):
        kinship.IDENTIFIERS.add(review, Identifier(0, person.id, IdentifierKind.PHONE, told["telephone"]))
    if told["advocacy"]:
        involvement.ADVOCACY.add(review, advocacy(told["advocacy"], made.id))
    for words in told.get("wishes", ()):
        involvement.WISHES.add(review, Wish(0, made.id, words))
    for each in told["dates_to_avoid"]:
        involvement.DATES_TO_AVOID.add(review, DateToAvoid(0, made.id, stored_day(each["date"]), each["why"]))
    said = told["pseudonym"]
    if not said["offered_on"] and not said["chosen"]:  # there was no way to ask, which is no answer of theirs
        involvement.OFFERS.add(review, Offer(0, made.id, "own_name", reason=said["status"]))
    else:
        for step in naming_steps(said, person, victim if said.get("for") else person):
            naming.STEPS.add(review, step)
    if told.get("own_pseudonym"):
        chosen = told["own_pseudonym"]["chosen"]
        own = NamingStep(0, Subject.PERSON, person.id, NamingAct.CHOSEN, by_id=person.id, names=(chosen,))
        naming.STEPS.add(review, own)
    return made.id


@cache
def _groups() -> Mapping[str, str]:
    """As whom each person of the file is approached, which it does not say."""
    found: Mapping[str, str] = resources.from_json("sample/aldermarsh/kin.json")["groups"]
    return found


def stakeholder(told: Told, person_id: int) -> Stakeholder:
    """Somebody as the file tells of them."""
    given, words = consent(told["consent_to_contribute"])
    photograph = told.get("consent_to_photograph")
    return Stakeholder(
        0,
        person_id,
        Group(_groups()[told["person"]]),
        told["relationship"],
        next_of_kin=told["next_of_kin"],
        means=told["preferred_contact"],
        avoid_means="by post" if "not by post" in told["preferred_contact"] else "",
        involvement=INVOLVED[given],
        contribute=given,
        contribute_words=words,
        photograph=Consent(photograph) if photograph else Consent.NOT_ASKED,
    )


def advocacy(told: Told, stakeholder_id: int) -> Advocacy:
    """The offer of an advocate."""
    return Advocacy(
        0,
        stakeholder_id,
        told["service"],
        told.get("advocate", ""),
        offered_on=day(told["offered_on"]),
        answer=_ADVOCACY[told["accepted"]],
        answer_words=told.get("note", ""),
        began_on=day(told.get("began")),
    )


def naming_steps(told: Told, person: Person, about: Person) -> list[NamingStep]:
    """The steps towards a name, in which somebody had part: theirs, or that of the person who died."""
    steps = []
    if told["offered_on"]:
        shown = tuple(told.get("options_shown", ()))
        offered = day(told["offered_on"])
        steps.append(NamingStep(0, Subject.PERSON, about.id, NamingAct.OFFERED, offered, to_id=person.id, names=shown))
    by_panel = told["status"] == "set by the panel"
    act = NamingAct.ASSIGNED if by_panel else NamingAct.CHOSEN if told["chosen"] else NamingAct.DECLINED
    steps.append(
        NamingStep(
            0,
            Subject.PERSON,
            about.id,
            act,
            day(told.get("chosen_on")),
            None if by_panel else person.id,
            "the panel" if by_panel else "",
            names=(told["chosen"],) if told["chosen"] else (),
            reason=told["status"],
        )
    )
    return steps


def contact(told: Told) -> Contact:
    """One contact of the log."""
    return Contact(
        0,
        date.fromisoformat(told["date"]),
        means(told["means"]),
        means_words=told["means"],
        reached=Reached.NO if told["outcome"].startswith("no reply") else Reached.YES,
        by=told["by"],
        purpose=told["purpose"],
        outcome=told["outcome"],
    )


def _reading(review: Review, told: Told, stakeholder_id: int, feedback: list[Told]) -> None:
    """A session, with what was said on its day by its reader."""
    made = involvement.READINGS.add(review, reading(told, stakeholder_id))
    for said in feedback:
        if (said["date"], said["stakeholder"]) == (told["date"], told["stakeholder"]):
            involvement.COMMENTS.add(review, comment(said, made.id))


def reading(told: Told, stakeholder_id: int) -> Reading:
    """A session in which somebody read a draft."""
    return Reading(
        0,
        stakeholder_id,
        date.fromisoformat(told["date"]),
        "overview report",
        told["draft"],
        told["place"],
        copies=told["copies"],
        supported_by=told["supported_by"] or "",
    )


def comment(told: Told, reading_id: int) -> ReadingComment:
    """What was said of a passage, and what was answered."""
    answer, changed = told["response"], CHANGED[told["changed"]]
    return ReadingComment(0, reading_id, told["section"], "", told["comment"], answer, changed=changed)


def _for_everyone(review: Review, dates: list[Told]) -> None:
    known: Mapping[str, str] = {each.day: each.why for each in involvement.DATES_TO_AVOID.listing(review)}
    for told in dates:
        if told["who"] == "all":
            kept = stored_day(told["date"])
            why = known.get(kept, "") or ("Christmas Day" if kept == f"{YEARLY}12-25" else "")
            involvement.DATES_TO_AVOID.add(review, DateToAvoid(0, None, kept, why))


def consent(said: str) -> tuple[Consent, str]:
    """Whether somebody agreed to contribute, and the words beside it."""
    if said in {"yes", "no"}:
        return (Consent.GIVEN if said == "yes" else Consent.DECLINED), ""
    return (Consent.DECLINED if said.startswith("declined") else Consent.NO_REPLY), said


def means(words: str) -> Means:
    """By what means a contact was made."""
    if words.startswith("letter"):
        return Means.BY_HAND if "delivered" in words else Means.THROUGH if "through" in words else Means.LETTER
    return next((found for start, found in _MEANS.items() if words.startswith(start)), Means.MEETING)


def day(text: str | None) -> date | None:
    """A day of the file; None for none."""
    return date.fromisoformat(text) if text else None


def stored_day(text: str) -> str:
    """A day to avoid as it is kept: one of every year where the file has none."""
    return f"{YEARLY}{text}" if len(text) == len("08-14") else text
