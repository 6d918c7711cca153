"""Whose a form is, and why: with names of many kinds, none of which the program has been told."""

import pytest

from dhr_desktop.domain.identifiers import IdentifierKind
from dhr_desktop.domain.name_forms.passages import PEOPLE, Passage
from dhr_desktop.domain.name_forms.proposals import Proposal, why
from dhr_desktop.domain.people import FormKind, Person, Role
from dhr_desktop.family.forms_found import propose

VICTIM = Person(1, "Agnieszka Wiśniewska", Role.VICTIM)
PERPETRATOR = Person(2, "Harjinder Singh Sandhu", Role.PERPETRATOR)
CHILD = Person(3, "Seren Llewelyn-Rees", Role.CHILD)
GRANDMOTHER = Person(4, "Myfanwy Pritchard", Role.FAMILY)
REGISTER = (VICTIM, PERPETRATOR, CHILD, GRANDMOTHER)


def found(*texts: str, register: tuple[Person, ...] = REGISTER, people: str = "") -> dict[str, Proposal]:
    passages = [Passage(number, "text", text, 1) for number, text in enumerate(texts, start=1)]
    passages += [Passage(1, PEOPLE, people, 1)] if people else []
    return {each.form: each for each in propose(passages, register, ["Ravenshire Constabulary"])}


@pytest.mark.parametrize(
    ("text", "form", "person", "kind"),
    [
        ("Call from Agnieszka Wisniewska at home.", "Agnieszka Wisniewska", 1, FormKind.MISSPELLING),
        ("Letter sent to Ms Wiśniewska today.", "Ms Wiśniewska", 1, FormKind.TITLED),
        ("She spoke to Agnieska about it.", "Agnieska", 1, FormKind.MISSPELLING),
        ("Text from Aga to her friend.", "Aga", 1, FormKind.NICKNAME),
        ("Statement of WIŚNIEWSKA, Agnieszka taken.", "WIŚNIEWSKA, Agnieszka", 1, FormKind.FULL),
        ("Nominals: V WIŚNIEWSKA, Agnieszka and others.", "WIŚNIEWSKA, Agnieszka", 1, FormKind.FULL),
        ("The man gave the name Mr Sandu to staff.", "Mr Sandu", 2, FormKind.MISSPELLING),
        ("Seen with Harjindar in the car park.", "Harjindar", 2, FormKind.MISSPELLING),
        ("H. Sandhu rang the office.", "H. Sandhu", 2, FormKind.TITLED),
        ("Her mother said Seren Llewelyn is well.", "Seren Llewelyn", 3, FormKind.MISSPELLING),
        ("Visit by her mother Myf last week.", "Myf", 4, FormKind.NICKNAME),
        ("The form says Seren Pritchard.", "Seren Pritchard", 3, FormKind.MAIDEN),
        ("Told the nurse that M.P. would collect.", "M.P.", 4, FormKind.INITIALS),
    ],
)
def test_a_form_is_proposed_for_the_person_whose_it_is(text: str, form: str, person: int, kind: FormKind) -> None:
    proposal = found(text)[form]
    assert (proposal.person_id, proposal.kind) == (person, kind)
    assert proposal.reasons


def test_the_reason_says_what_it_is_like_how_often_it_stands_and_where() -> None:
    passages = [Passage(number, "text", "We spoke to Agnieska today.", number % 2) for number in range(4)]
    (proposal,) = propose(passages, REGISTER)
    assert why(proposal) == "one letter differs from Agnieszka; 4 times, in the records of 2 agencies"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Disclosure made to Dr Okonkwo-Bright in clinic.", "Dr Okonkwo-Bright"),
        ("Her neighbour Sukhwinder called the police.", "Sukhwinder"),
        ("Statement from OYELARAN, Folasade Ruth at the scene.", "OYELARAN, Folasade Ruth"),
        ("Her friend Siobhán O'Driscoll has moved away.", "Siobhán O'Driscoll"),
        ("Her partner Rhodri ap Gwyn was there.", "Rhodri ap Gwyn"),
        ("Seen by PC 8123 Maguire on arrival.", "Maguire"),
        ("The manager, Mr van der Velde, was told.", "Mr van der Velde"),
        ("Told S/N Adeyemi about it.", "S/N Adeyemi"),
    ],
)
def test_somebody_who_is_not_in_the_register_is_proposed_too(text: str, form: str) -> None:
    assert found(text, register=())[form].person_id == 0


@pytest.mark.parametrize(
    "text",
    [
        "Seen at 14 Quarry Close with bruising. Advice given. Discharged home.",
        "Letter from Elm Road Surgery. Declined to attend. Denies drinking on Monday.",
        "Referral to MARAC in March. No further action by Ravenshire Constabulary.",
        "Moved to Leeds. Works in Bradford. Went to St Oswald's Church on Easter Sunday.",
        "Blue Corsa seen. Message sent on WhatsApp. Advised to ring Samaritans.",
    ],
)
def test_places_agencies_months_and_the_first_words_of_sentences_are_no_names(text: str) -> None:
    assert not found(text)


def test_a_word_that_stands_in_small_letters_elsewhere_is_no_name() -> None:
    assert not found("Bruising seen on the arm. There was bruising on the leg.", "Officers noted Bruising again.")


def test_two_letters_in_a_column_of_people_are_somebodys_initials_and_asked_where_they_may_be_a_word() -> None:
    either = (Person(1, "Adaeze Mbanefo", Role.CHILD), Person(2, "Gwen Tudor", Role.FAMILY))
    proposals = found("Nothing of note.", register=either, people="AM; GT")
    assert (proposals["AM"].person_id, proposals["AM"].ambiguous) == (1, True)
    assert (proposals["GT"].person_id, proposals["GT"].ambiguous) == (2, False)


def test_a_first_name_that_two_people_bear_is_asked_at_each_place() -> None:
    twice = (Person(1, "Ewa Nowak", Role.VICTIM), Person(2, "Ewa Zielińska", Role.FRIEND))
    proposal = found("We spoke to Ewa again.", register=twice)["Ewa"]
    assert proposal.ambiguous
    assert {proposal.person_id, *proposal.also} == {1, 2}


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("Myfanwy Pritchard on 07700 900111 is worried.", "07700 900111", IdentifierKind.PHONE),
        ("Mrs Pritchard (+44 7700 900111) rang.", "+44 7700 900111", IdentifierKind.PHONE),
        ("PRITCHARD, Myfanwy DOB 03/05/1950", "03/05/1950", IdentifierKind.BIRTH),
        ("PRITCHARD, Myfanwy NHS 485 777 3456", "485 777 3456", IdentifierKind.NHS_NUMBER),
        ("E-mail myfanwy.pritchard@example.org for news.", "myfanwy.pritchard@example.org", IdentifierKind.EMAIL),
        ("Mrs Pritchard drives XY12 ABC to school.", "XY12 ABC", IdentifierKind.REGISTRATION),
    ],
)
def test_a_number_beside_a_name_is_proposed_as_that_persons(text: str, form: str, kind: IdentifierKind) -> None:
    proposal = found(text)[form]
    assert (proposal.person_id, proposal.identifier) == (4, kind)


def test_a_number_beside_a_word_for_a_relation_is_nobodys_until_the_chair_says_whose() -> None:
    assert found("Agnieszka asks us to ring her sister's number 07700 900222.")["07700 900222"].person_id == 0


def test_a_place_says_in_which_field_and_for_the_how_manieth_time_a_form_stands() -> None:
    proposal = found("Agnieska cried. We heard Agnieska say so.")["Agnieska"]
    assert [(place.entry_id, place.field, place.nth) for place in proposal.places] == [(1, "text", 0), (1, "text", 1)]
    assert [(place.start, place.end) for place in proposal.places] == [(0, 8), (25, 33)]


@pytest.mark.parametrize("name", ["", "😀", "فاطمة", "x" * 5_000, ",", "Mr", "van der"])
def test_a_name_of_any_kind_in_the_register_is_borne(name: str) -> None:
    assert "Myf" in found("Her mother Myf came.", register=(Person(9, name, Role.OTHER), GRANDMOTHER))


NEIGHBOURS = (
    Person(1, "Bronwen Eleri Parry", Role.VICTIM),
    Person(2, "Olumide Adeyemi", Role.PERPETRATOR),
    Person(3, "William Parry", Role.CHILD),
    Person(4, "Nazia Begum", Role.FAMILY),
    Person(5, "Lesley Ashdown", Role.FRIEND),
)


@pytest.mark.parametrize(
    ("text", "form", "person"),
    [
        ("Bronwen Parry was seen. Told Mrs P that we would ring.", "Mrs P", 1),
        ("The class of William P went out.", "William P", 3),
        ("Seen with Parry Bronwen today.", "Parry Bronwen", 1),
        ("We rang Bronwen Eleri about it.", "Bronwen Eleri", 1),
        ("His uncle was told that Will came home.", "Will", 3),
        ("Left with Mide at the door.", "Mide", 2),
        ("Talked to Mrs Begum at the school.", "Mrs Begum", 4),
        ("Spoke to Nazia Begum at the school.", "Nazia Begum", 4),
        ("Blames Lesley for all of it.", "Lesley", 5),
        ("Re: Mrs Lesley Ashdown", "Mrs Lesley Ashdown", 5),
    ],
)
def test_forms_that_other_agencies_write_are_proposed_too(text: str, form: str, person: int) -> None:
    assert found(text, register=NEIGHBOURS)[form].person_id == person


def test_letters_that_are_a_measure_too_are_initials_where_a_column_of_people_lists_them() -> None:
    text = "BP 120/80 and stable. The nurse asked BP about home. BP told us little."
    proposal = found(text, register=NEIGHBOURS, people="BP")["BP"]
    assert proposal.person_id == 1
    assert [(place.field, place.nth) for place in proposal.places] == [("text", 1), ("text", 2), (PEOPLE, 0)]
    assert "BP" not in found("BP 120/80. BP normal.", register=NEIGHBOURS)


def test_a_word_that_is_a_name_too_is_asked_where_it_may_open_a_sentence() -> None:
    proposal = found("We hope that Will is well and will ask. Will call back.", register=NEIGHBOURS)["Will"]
    assert proposal.ambiguous


def test_a_title_of_grown_ups_is_no_childs() -> None:
    proposals = found("William Parry was there. Mrs Parry left.", register=(NEIGHBOURS[2],))
    assert proposals["Mrs Parry"].person_id == 0


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("DC Threlfall rang Lesley Ashdown on 07700 900333.", 5),
        ("Lesley Ashdown, a friend of Olumide, came in. She gives her number as 07700 900333.", 5),
        ("Lesley Ashdown (friend) 07700 900333 may be rung.", 5),
        ("A call from 07700 900333, Lesley's mobile, after Bronwen rang.", 5),
        ("Call to Bronwen, number 07700 900333 is registered to Lesley Ashdown.", 5),
        ("Bronwen was seen with Olumide. Dad gave his number as 07700 900333.", 0),
    ],
)
def test_whose_a_number_is_goes_by_what_the_sentence_says_before_who_stands_nearest(text: str, person: int) -> None:
    proposals = found(text, "Mrs Ashdown came.", "Mr Adeyemi came.", "Mrs Parry came.", register=NEIGHBOURS)
    assert proposals["07700 900333"].person_id == person


def test_a_line_of_the_agency_is_nobodys_and_not_proposed() -> None:
    assert "01632 960111" not in found("Bronwen was told to ring; 01632 960111 is our line.", register=NEIGHBOURS)


def test_a_number_of_a_record_is_that_of_the_one_whom_the_record_is_about() -> None:
    proposals = found("Brought by her dad Olumide. NHS 485 777 3456.", register=NEIGHBOURS, people="William Parry")
    assert proposals["485 777 3456"].person_id == 3


def test_a_freephone_number_is_nobodys() -> None:
    proposed = found("Agnieszka Wisniewska was given 0808 2000 247 and 0300 123 1112. Her number is 07700 900118.")
    assert "07700 900118" in proposed
    assert not {"0808 2000 247", "0300 123 1112"} & proposed.keys()
