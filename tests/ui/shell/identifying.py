"""A review in which everything that can point at somebody is written wherever the program has a place for it."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from dhr_desktop.base.progress import UNWATCHED
from dhr_desktop.domain.approaches import Approach, Through
from dhr_desktop.domain.children import ChildRecord, Responsibility
from dhr_desktop.domain.contacts import Contact, Means, Promise
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.naming import NamingAct, NamingStep, PlaceName, Subject
from dhr_desktop.domain.offers import Offer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Reading, ReadingComment
from dhr_desktop.domain.relations import RelationKind
from dhr_desktop.domain.stakeholders import Advocacy, DateToAvoid, Group, NotToBeTold, Stakeholder, Wish
from dhr_desktop.domain.ties import Stay, Tie, TieKind
from dhr_desktop.family import (
    approaches,
    avoiding,
    children,
    contacts,
    kinship,
    naming,
    offers,
    readings,
    register,
    stakeholders,
)
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import agencies, entries, people
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import events, questions
from tests.store import made

POLICE, HOSPITAL, SURGERY = "Fenshire Constabulary", "Marlbeck General Hospital", "Ashdown Surgery"
"""Three agencies, each of which has a name for the report."""
CALLED = {POLICE: "Police force A", HOSPITAL: "Hospital B", SURGERY: "Practice C"}
PLACE, ADDRESS, OF_NO_RECORD = "Quillfeather Mews", "14 Sandpiper Rise, Aldermarsh", "9 Kestrel Parade"
PHONE, UNRECORDED = "01632 960144", "07700 900417"
EMAIL, NHS, CAR = "l.marchbank@example.org", "943 476 5919", "FX14 KLM"
VICTIM = Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire", born="1987-07-23", died="2018-11-09")
CHILD = Person(0, "Poppy Drewitt", Role.CHILD, "Child 1", "daughter", born="2014-05-19")
MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")
SISTER = Person(0, "Jade Ollerton", Role.FAMILY, "Rachel", "younger sister")
MAN = Person(0, "Dean Drewitt", Role.PERPETRATOR, "Martin", "husband")
SECRETS = (
    *(POLICE, HOSPITAL, SURGERY, "Fenshire", "Marlbeck", "Ashdown", PLACE, "Sandpiper", "Kestrel Parade"),
    *(PHONE, UNRECORDED, "07700", "960144", EMAIL, NHS, CAR),
    *("19 May", "23 July", "19/05/2014", "2014-05-19", "05-19", "23/07/1987"),
    *("9 November", "9 Nov 2018", "9 Nov 18", "09/11/2018", "2018-11-09"),
    *("Kayleigh", "Drewitt", "Poppy", "Lorraine", "Marchbank", "Jade", "Ollerton", "Dean Drewitt"),
    *("Amina", "Rahman", "Imelda", "Foyle", "Lolly"),
)
"""What is in nothing that can be seen or heard in panel view."""
ALL = f"{PHONE}, {UNRECORDED}, {EMAIL}, {NHS}, {CAR}, {PLACE}, 19/05/2014, 9 November 2018, Kayleigh Drewitt, {POLICE}"


def given_away(words: str) -> list[str]:
    """What of it stands in words."""
    plain = re.sub(r"<[^>]*>", "", words).replace("&&", "&").casefold()
    return [secret for secret in SECRETS if secret.casefold() in plain]


def everything_identifying(review: Review) -> None:
    """Enter it through the program's own commands."""
    _sent(review)
    ids = _records(review)
    _names(review)
    person = _register(review)
    _involved(review, person)
    event = events.group(review, ids[:2])
    events.change_event(review, replace(events.found(review, event), headline=f"{POLICE} at {PLACE}", note=ALL))
    asked = ({"event_id": event}, {"entry_id": ids[0]}, {"gap_from": "2015-01-01", "gap_to": "2016-01-01"})
    for about in asked:
        agency_id = entries.get(review, ids[0]).agency_id
        raised = questions.raise_question(
            review, Question(0, agency_id, f"What did {HOSPITAL} know of {ALL}?", **about)
        )
        questions.record_answer(review, raised.id, f"{SURGERY} knew {ALL}.", "2020-01-02", f"A clerk of {POLICE}")


def _sent(review: Review) -> None:
    """A file whose name and headings tell whose it is."""
    with TemporaryDirectory() as place:
        file = Path(place, "01_Fenshire_Constabulary_log.csv")
        file.write_text(f"Date,Time,What happened,{POLICE} unit\n02/03/2013,10:00,Rang {UNRECORDED}.,{PLACE}\n")
        submit(review, read_file(file, UNWATCHED), POLICE)


def _records(review: Review) -> list[int]:
    police, hospital, surgery = (made.agency(review, name) for name in (POLICE, HOSPITAL, SURGERY))
    about = {"source": f"{POLICE} log", "reference": CAR, "people": "Kayleigh Drewitt", "comment": ALL}
    return made.add(
        review,
        made.entry(police, "2018-11-09", f"No visible injuries. {ALL}", action=f"Told {HOSPITAL}.", **about),
        made.entry(hospital, "2018-11-09", f"Bruise to left arm; {SURGERY} told. {ALL}", **about),
        made.entry(surgery, "2016-03-04", f"Seen with Poppy. {ALL}", other={"Where": ADDRESS}),
        made.entry(police, "2018-11-02", f"Call from {ADDRESS}."),
        made.entry(police, "2018-11-09", "Called to the home."),
    )


def _names(review: Review) -> None:
    for agency in agencies.listing(review):
        naming.record(
            review,
            NamingStep(0, Subject.AGENCY, agency.id, NamingAct.ASSIGNED, names=(CALLED[agency.name],), reason=ALL),
        )
    naming.add_place(review, PlaceName(0, PLACE, "Street D", "a street"))


def _register(review: Review) -> dict[str, int]:
    register.add_people(review, [VICTIM, CHILD, MOTHER, SISTER, MAN])
    person = {each.real_name: each.id for each in people.listing(review)}
    victim, child, mother = (person[each.real_name] for each in (VICTIM, CHILD, MOTHER))
    for kind, value in (
        (IdentifierKind.ADDRESS, ADDRESS),
        (IdentifierKind.PHONE, PHONE),
        (IdentifierKind.EMAIL, EMAIL),
        (IdentifierKind.NHS_NUMBER, NHS),
        (IdentifierKind.REGISTRATION, CAR),
        (IdentifierKind.BIRTH, "23/07/1987"),
    ):
        kinship.add_identifier(review, Identifier(0, victim, kind, value, ALL))
    kinship.add_identifier(review, Identifier(0, mother, IdentifierKind.PHONE, PHONE))
    kinship.relate(review, Tie(0, victim, TieKind(RelationKind.PARENT.value), child, note=ALL))
    kinship.relate(review, Tie(0, mother, TieKind(RelationKind.PARENT.value), victim))
    for who in (victim, child):
        kinship.move_in(review, Stay(0, who, OF_NO_RECORD, "2014"))
    kinship.move_in(review, Stay(0, mother, ADDRESS, "2010"))
    return person


def _involved(review: Review, person: dict[str, int]) -> None:
    mother = stakeholders.involve(
        review,
        replace(MOTHER, id=person[MOTHER.real_name]),
        Stakeholder(
            0,
            person[MOTHER.real_name],
            Group.FAMILY,
            "mother of Kayleigh",
            preferred_name="Lolly",
            means=f"telephone {UNRECORDED}",
            hours=f"after seven, on {UNRECORDED}",
            avoid_means=f"never {EMAIL}",
            interpreter=f"Ring {UNRECORDED}",
            access_needs=ALL,
            caution=ALL,
            liaison_officer="DC Amina Rahman",
            liaison_force=POLICE,
            liaison_contact=UNRECORDED,
            officer_answer=ALL,
            contribute_words=ALL,
            involvement_words=ALL,
            not_to_hear=ALL,
            ask_again_on=date(2027, 5, 17),
        ),
    )
    sister = stakeholders.involve(
        review, replace(SISTER, id=person[SISTER.real_name]), Stakeholder(0, 0, Group.FAMILY, "sister")
    )
    stakeholders.add_advocacy(
        review,
        Advocacy(0, mother.id, "Lanternway", "Imelda Foyle-Grant", UNRECORDED, answer_words=ALL, note=ALL),
    )
    stakeholders.add_wish(review, Wish(0, mother.id, ALL, answer=ALL))
    stakeholders.add_not_told(review, NotToBeTold(0, mother.id, ALL, ALL, sister.id))
    for owner, day, why in (
        (None, "--05-19", "Poppy's birthday"),
        (mother.id, "--07-23", "Kayleigh's birthday"),
        (mother.id, "2014-05-19", "the birth"),
        (sister.id, "2027-03-02", f"inquest at {PLACE}"),
    ):
        avoiding.add(review, DateToAvoid(0, owner, day, why))
    contacts.log(
        review,
        Contact(
            0,
            date(2026, 11, 2),
            Means.TELEPHONE,
            means_words=UNRECORDED,
            by=f"chair, with {POLICE}",
            purpose=ALL,
            said=ALL,
            outcome=ALL,
            next_on=date(2027, 5, 17),
            next_words=ALL,
        ),
        [mother.id],
        [Promise(0, ALL, mother.id, due_on=date(2027, 5, 17), note=ALL)],
    )
    offers.put(review, Offer(0, mother.id, "advocacy", means=UNRECORDED, reason=ALL, note=ALL))
    child = person[CHILD.real_name]
    children.note(
        review,
        ChildRecord(
            0, child, living_with=ADDRESS, help_by=f"{HOSPITAL}, {UNRECORDED}", help_kind=ALL, asked_by=ALL,
            asked_how=ALL, contributed=ALL, not_asked_because=ALL, safeguarding=ALL, safeguarding_told=ALL,
        ),
    )  # fmt: skip
    children.add_responsibility(review, child, Responsibility(0, 0, holder=POLICE, how=ALL, since="2014-05-19"))
    reading = readings.begin(
        review,
        Reading(0, mother.id, date(2026, 11, 2), "overview report", "2", PLACE, copies=ALL, present=ALL, note=ALL),
    )
    readings.comment(review, ReadingComment(0, reading.id, "3.2", "4", ALL, ALL))
    approaches.add(
        review,
        Approach(0, person[MAN.real_name], through=Through.PRISON, through_who="DC Amina Rahman", means=UNRECORDED,
                 answer_words=ALL, reason=ALL),
    )  # fmt: skip
