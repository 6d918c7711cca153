"""Letters: filled in for one reader, the templates the chair's to rewrite, and never a thing sent."""

from dataclasses import replace
from datetime import date

import pytest

from dhr_desktop.domain.contacts import Means
from dhr_desktop.domain.letters import FIELDS, FIELDS_OF_PIECES, LetterTemplate, filled, left_open
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Advocacy, Group, Stakeholder
from dhr_desktop.family import letters, register, stakeholders
from dhr_desktop.store import facts, involvement, letter_templates
from dhr_desktop.store.review import Review

DAY = date(2019, 3, 6)
TYPED = {"contact": "01632 960100", "meeting": "Tuesday", "publication": "June", "news": "Nothing.", "next": "A panel."}


@pytest.fixture
def mother(review: Review) -> Stakeholder:
    with review.journal.step("Facts"):
        facts.put(review, replace(facts.get(review), chair="Dr A Chair", partnership="Anytown Partnership"))
    register.add_person(review, Person(0, "Kayleigh Drewitt", Role.VICTIM))
    who = Stakeholder(0, 0, Group.FAMILY, preferred_name="Lorraine")
    return stakeholders.involve(review, Person(0, "Lorraine Marchbank", Role.FAMILY), who)


def text(review: Review, who: Stakeholder, key: str = "first-family") -> str:
    known = letters.addressed(review, who.person_id, DAY, TYPED)
    return filled(letter_templates.template(review, key).body, known.facts)


@pytest.mark.parametrize("occasion", letter_templates.occasions(), ids=lambda each: each.key)
def test_every_template_can_be_filled_and_names_no_field_that_nobody_knows(
    review: Review, mother: Stakeholder, occasion
):
    assert left_open(text(review, mother, occasion.key)) == ()
    assert {field.strip("{}") for field in left_open(occasion.body)} <= set(FIELDS)


@pytest.mark.parametrize("group", Group)
def test_there_is_a_first_letter_for_everybody(group: Group):
    assert any(each.key.startswith("first-") for each in letter_templates.for_group(group))


def test_the_reader_is_called_as_they_like_to_be(review: Review, mother: Stakeholder):
    said = text(review, mother)
    assert said.startswith("Dear Lorraine,")
    assert "about Kayleigh." in said
    assert "You can reach me at 01632 960100." in said


def test_who_has_an_advocate_is_not_told_to_find_one(review: Review, mother: Stakeholder):
    assert "AAFDA" in text(review, mother)
    assert "Victim Support Homicide Service" in text(review, mother)
    with review.journal.step("Advocate"):
        involvement.ADVOCACY.add(review, Advocacy(0, mother.id, "Lanternway", "Imelda Foyle-Grant", began_on=DAY))
    said = text(review, mother)
    assert "Your advocate, Imelda Foyle-Grant of Lanternway, can be with you whenever you wish." in said
    assert "AAFDA" not in said


@pytest.mark.parametrize(
    ("name", "service", "said"),
    [("", "Lanternway", "Your advocate from Lanternway can be"), ("Imelda", "", "Your advocate, Imelda, can be")],
)
def test_an_advocate_is_named_by_what_is_known_of_them(
    review: Review, mother: Stakeholder, name: str, service: str, said: str
):
    with review.journal.step("Advocate"):
        involvement.ADVOCACY.add(review, Advocacy(0, mother.id, service, name, began_on=DAY))
    assert said in text(review, mother)


@pytest.mark.parametrize("group", Group)
@pytest.mark.parametrize("has_advocate", [True, False])
def test_there_is_a_piece_on_help_for_everybody_which_names_no_field_that_nobody_knows(
    group: Group, has_advocate: bool
):
    (piece,) = (each for each in letter_templates.pieces_for(group) if each.has_advocate == has_advocate)
    assert {field.strip("{}") for field in left_open(piece.body)} <= {*FIELDS, *FIELDS_OF_PIECES}


def test_the_perpetrator_s_family_is_not_sent_to_those_who_help_the_bereaved(review: Review, mother: Stakeholder):
    del mother
    who = stakeholders.involve(
        review, Person(0, "Maureen Drewitt", Role.FAMILY), Stakeholder(0, 0, Group.PERPETRATORS_FAMILY)
    )
    said = text(review, who, "first-perpetrators-family")
    assert "AAFDA" not in said
    assert "independent of this review" in said


def test_who_is_no_stakeholder_has_no_letter(review: Review):
    stranger = register.add_person(review, Person(0, "Donna Speakman", Role.FRIEND))
    for person_id in (stranger.id, 9999):
        with pytest.raises(LookupError):
            letters.addressed(review, person_id, DAY, {})


@pytest.mark.parametrize(
    ("means", "avoid", "against"),
    [
        ("home visit, or telephone after 7pm; not by post", "", "They asked: not by post."),
        ("telephone", "by post", "They asked not to be reached in this way: by post."),
        ("letter", "", ""),
        ("text first; not before noon", "", ""),
    ],
)
def test_a_wish_against_the_post_is_told(means: str, avoid: str, against: str):
    assert letters.against_post(Stakeholder(0, 1, Group.FAMILY, means=means, avoid_means=avoid)) == against


def test_a_template_is_rewritten_for_this_review_and_put_back(review: Review, mother: Stakeholder):
    own = letter_templates.template(review, "update")
    letters.rewrite(review, own)
    before = len(review.journal.steps())
    letters.rewrite(review, LetterTemplate(0, "update", "", "Dear {name}, all is well."))
    assert text(review, mother, "update") == "Dear Lorraine, all is well."
    letters.rewrite(review, LetterTemplate(0, "update", "", "Dear {name}, it goes on."))
    letters.reset(review, "update")
    assert letter_templates.template(review, "update") == own
    letters.reset(review, "update")
    assert len(review.journal.steps()) == before + 3, "nothing to change is no step"
    review.journal.undo()
    assert text(review, mother, "update") == "Dear Lorraine, it goes on."


def test_a_letter_is_noted_in_the_log_as_one_step(review: Review, mother: Stakeholder):
    before = len(review.journal.steps())
    letters.note_in_log(review, mother.id, "first-family", DAY, Means.LETTER)
    (contact,) = involvement.CONTACTS.listing(review)
    assert (contact.on, contact.purpose, contact.by) == (DAY, "First contact, to family", "chair")
    assert [each.stakeholder_id for each in involvement.CONTACT_WITH.listing(review)] == [mother.id]
    assert len(review.journal.steps()) == before + 1
    review.journal.undo()
    assert involvement.CONTACTS.listing(review) == []
