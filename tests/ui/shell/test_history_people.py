"""The history tells what was done to people, names and involvement: of whom, and how each field was and became."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import Stakeholder
from dhr_desktop.family import contacts, register, stakeholders
from dhr_desktop.store import involvement, triggers
from dhr_desktop.store.library import Library
from dhr_desktop.store.records import Records
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.touched_people import PEOPLE, touched_people
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import SpecForm
from dhr_desktop.ui.family.contact_fields import keeping_fields, noting_fields
from dhr_desktop.ui.family.sections import SECTIONS
from dhr_desktop.ui.shell.history_fields import PRIVATE, record_words
from dhr_desktop.ui.shell.history_people import PeopleWords
from dhr_desktop.ui.shell.history_words import VersionWords
from tests.family.every_command import COMMANDS, Known, filled

NAMES = re.compile(r"Kayl|Kay\b|Drew|Lorraine|Lol\b|Marchbank|Shauna|Annali|Meredith|Saltgate|07700|Annie|AM\b")
_OWN_ID = frozenset({"id", "place"})
_BELONGS = frozenset({"person_id", "stakeholder_id", "contact_id", "reading_id", "child_id", "subject", "subject_id"})


@pytest.fixture
def reviewed(library: Library) -> tuple[Review, Known]:
    return filled(library, ReviewFacts("Review of the death of Adult A", reference="DHR 7"))


@pytest.fixture
def review(reviewed: tuple[Review, Known]) -> Review:
    return reviewed[0]


@pytest.fixture
def everyone(reviewed: tuple[Review, Known]) -> Known:
    return reviewed[1]


@pytest.fixture
def words(context: ReviewContext, everyone: Known) -> PeopleWords:
    assert everyone
    return PeopleWords(context, VersionWords(context.theme, context.panel))


def plain(html: str) -> str:
    return " ".join(re.sub(r"</(?:p|td|tr|table)>", " ", html).replace("<br>", " ").split())


def said(html: str) -> str:
    return re.sub(r"<[^>]+>", "", plain(html)).replace("  ", " ")


def last(review: Review, words: PeopleWords) -> str:
    return said(words.html(touched_people(review, [review.journal.steps(1)[0].id])))


def each_command(review: Review, everyone: Known, do: Callable[[str], None]) -> None:
    """Every command, with its step undone again after it has been looked at."""
    for name, run in COMMANDS.items():
        steps = len(review.journal.steps(10_000))
        run(review, everyone)
        made = len(review.journal.steps(10_000)) - steps
        do(name)
        for _ in range(made):
            review.journal.undo()


def test_every_command_is_told_with_what_it_changed(review: Review, everyone: Known, words: PeopleWords) -> None:
    told: dict[str, str] = {}
    each_command(review, everyone, lambda name: told.update({name: last(review, words)}))
    assert [name for name, text in told.items() if not text] == []
    assert "Lorraine Marchbank" in told["approaches.change"]
    assert "answer was waiting for an answer now declined" in told["approaches.change"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("approaches.add", "Approach to Shauna Marchbank: added Approached on 3 June 2019 Through directly"),
        ("avoiding.change", "Date to avoid for Lorraine Marchbank: day was 9 November now 10 November 2019"),
        (
            "avoiding.add",
            "Date to avoid for everyone: added Day 2 March 2020 Last day 20 March 2020 What the day is trial",
        ),
        (
            "contacts.change",
            "Contact with Shauna Marchbank on 3 June 2019: no longer with Lorraine Marchbank What was said was",
        ),
        (
            "contacts.remove",
            "Contact with Lorraine Marchbank and Shauna Marchbank: removed Date 3 June 2019 Means telephone",
        ),
        ("contacts.keep_promise", "Promise to Lorraine Marchbank: done on was nothing now 3 June 2019"),
        (
            "kinship.change_relation",
            "Lorraine Marchbank and Kayleigh Drewitt: is was parent of now adoptive parent of",
        ),
        ("kinship.move_in", "Where Lorraine Marchbank lived: added Household Quay Street"),
        ("letters.rewrite", "Letter: added Which"),
        (
            "naming.correct",
            "name of Lorraine Marchbank: by what means was nothing now letter Names was Helen now Beth",
        ),
        ("naming.correct", "Lorraine Marchbank in the register: pseudonym was Helen now Beth"),
        ("naming.remove_place", "Place whose name is covered: removed Real name Saltgate What it is a small town"),
        ("offers.mark", "Offer to Lorraine Marchbank, Advocacy: how it stands was offered now accepted"),
        (
            "readings.change",
            "Reading of the draft by Lorraine Marchbank: version was draft 2 now draft 3 In private was yes now no",
        ),
        (
            "readings.change_comment",
            "The text was not yet answered now changed",
        ),
        ("register.change_person", "real name was Kayleigh Drewitt now Kayleigh Drewett"),
        (
            "register.change_person",
            "Other forms of the name was Kaylee (misspelling), Kay (nickname) now Kay (nickname)",
        ),
        (
            "register.remove_person",
            "Lorraine Marchbank in the register: removed Real name Lorraine Marchbank Pseudonym Helen",
        ),
        ("register.remove_person", "Wish of Lorraine Marchbank: removed In their words To see the draft first"),
        ("stakeholders.change", "Take care was Heart condition now Faints"),
        ("stakeholders.add_not_told", "Who asked for it Lorraine Marchbank"),
    ],
)
def test_it_is_told_of_whom_and_how_it_was_and_became(
    review: Review, everyone: Known, words: PeopleWords, name: str, text: str
) -> None:
    COMMANDS[name](review, everyone)
    assert text in last(review, words)


def test_in_panel_view_no_real_name_is_told_whatever_was_done(
    review: Review, everyone: Known, words: PeopleWords, context: ReviewContext
) -> None:
    context.panel.turn(on=True)
    found: dict[str, str] = {}

    def look(name: str) -> None:
        for number in (1, 2):
            step = review.journal.steps(number)[-1].id
            text = said(words.html(touched_people(review, [step])))
            if NAMES.search(text):
                found[name] = text

    each_command(review, everyone, look)
    assert found == {}


def test_of_somebody_who_is_gone_panel_view_tells_no_name_either(
    review: Review, everyone: Known, words: PeopleWords, context: ReviewContext
) -> None:
    contacts.promise(review, contacts.Promise(0, "Ring Lorraine about Kayleigh’s room", everyone.other.id))
    step = review.journal.steps(1)[0].id
    register.remove_person(review, everyone.mother.id)
    removal = review.journal.steps(1)[0].id
    register.change_person(review, Person(everyone.victim.id, "Kate Rowan", Role.VICTIM, "Sian"))
    context.panel.turn(on=True)
    text = said(words.html(touched_people(review, [step])))
    assert "Ring Helen about Sian’s room" in text
    assert not NAMES.search(said(words.html(touched_people(review, [removal]))))
    assert "Helen in the register: removed" in said(words.html(touched_people(review, [removal])))


def test_what_is_for_the_chair_alone_is_not_told_in_panel_view(
    review: Review, everyone: Known, words: PeopleWords, context: ReviewContext
) -> None:
    COMMANDS["stakeholders.change"](review, everyone)
    context.panel.turn(on=True)
    text = last(review, words)
    assert "needles" not in text
    assert "Heart" not in text
    assert "Take care was changed. It is not shown in panel view." in text
    review.journal.undo()
    stakeholders.leave_out(review, everyone.who.id)
    assert "Take care not shown in panel view" in last(review, words)
    assert "Heart" not in last(review, words)


def test_what_forms_hold_private_the_history_does_too(context: ReviewContext, qtbot: QtBot) -> None:
    tables = {each.record: each.table for each in vars(involvement).values() if isinstance(each, Records)}
    private = {("contact", spec.name) for spec in (*noting_fields(), *keeping_fields()) if spec.private}
    for section_spec in SECTIONS:
        section = section_spec.make(context)
        qtbot.addWidget(section)
        for form in section.findChildren(SpecForm):
            table = tables.get(type(form.record))
            private |= {(table, spec.name) for spec in form.specs if spec.private and table}
    assert {table for table, _ in private} >= {"contact", "stakeholder", "child_record", "advocacy", "date_to_avoid"}
    assert private <= PRIVATE
    qtbot.waitUntil(lambda: not context.jobs.busy)


def test_every_column_of_every_record_is_told(review: Review) -> None:
    kinds = record_words()
    for shape in triggers.shapes(review.read):
        if shape.name in PEOPLE and shape.name not in ("name_form", "contact_with"):
            untold = set(shape.columns) - kinds[shape.name].columns.keys() - _OWN_ID - _BELONGS
            assert untold <= _NOT_TOLD.get(shape.name, set()), shape.name


_NOT_TOLD = {
    "agency": {"name", "colour", "contribution", "pseudonym"},  # told with the entries, and by the steps of naming
    "naming_step": {"answers_id"},  # the words of an answer say what it answers
    "letter_template": {"key"},  # it goes by its name
    "form_place": {"entry_id", "field", "nth"},
    "form_line": {"nth"},
}


def test_a_long_text_is_told_by_what_of_it_has_changed(review: Review, everyone: Known, words: PeopleWords) -> None:
    long = "She spoke of the garden. " * 60
    stakeholders.change(review, _with_words(everyone, f"{long}It was raining. {long}"))
    stakeholders.change(review, _with_words(everyone, f"{long}It was snowing. {long}"))
    text = last(review, words)
    assert "was …" in text
    assert "raining" in text
    assert "snowing" in text
    assert len(text) < 800


def _with_words(everyone: Known, text: str) -> Stakeholder:
    return replace(everyone.who, involvement_words=text)


def test_a_step_over_very_many_records_tells_the_first_and_counts_the_rest(review: Review, words: PeopleWords) -> None:
    register.add_people(review, [Person(0, f"Witness {number}", Role.OTHER) for number in range(60)])
    text = last(review, words)
    assert "Witness 0 in the register: added" in text
    assert text.rstrip().endswith("And besides: 20 people.")


def test_nothing_is_read_as_markup(review: Review, everyone: Known, words: PeopleWords) -> None:
    stakeholders.change(review, _with_words(everyone, "<b>bold</b>"))
    assert "<b>bold" not in words.html(touched_people(review, [review.journal.steps(1)[0].id]))
    register.add_person(review, Person(0, "<i>Imogen</i>", Role.FRIEND))
    assert "<i>Imogen" not in words.html(touched_people(review, [review.journal.steps(1)[0].id]))


def test_a_step_with_more_changes_than_are_looked_at_tells_how_many_records_it_was_about(
    review: Review, words: PeopleWords
) -> None:
    forms = (NameForm("Wit", FormKind.NICKNAME),)
    register.add_people(review, [Person(0, f"Witness {number}", Role.OTHER, forms=forms) for number in range(1_200)])
    assert last(review, words).strip() == "1,200 people: too many to be told one by one."
    review.journal.undo()
    assert last(review, words).strip() == "1,200 people: too many to be told one by one."
