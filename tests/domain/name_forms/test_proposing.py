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
