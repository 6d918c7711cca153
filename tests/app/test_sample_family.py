"""The demonstration has a family, so that somebody new sees what the page is for; it comes and goes as one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dhr_desktop.app import sample, sample_family
from dhr_desktop.app.work import register_people
from dhr_desktop.domain.contradictions import lives, within
from dhr_desktop.domain.editions import PANEL
from dhr_desktop.domain.pregnancies import Outcome
from dhr_desktop.domain.stakeholders import Group, Involvement
from dhr_desktop.family import avoiding, known_lives
from dhr_desktop.report import overview
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.store import involvement, kinship, naming, people
from dhr_desktop.store.library import Library
from dhr_desktop.store.records import Records
from dhr_desktop.store.review import Review
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = library.create_review(sample.facts())
    register_people(made, sample.register())
    yield made
    made.close()
    library.close()


def test_everybody_of_the_sample_is_involved_with_contacts_readings_and_steps_towards_names(review: Review):
    sample_family.enter(review)
    register = {each.id: each.real_name for each in people.listing(review)}
    who = {register[each.person_id]: each for each in involvement.STAKEHOLDERS.listing(review)}
    assert set(who) == {
        "Lorraine Marchbank",
        "Jade Ollerton",
        "Donna Speakman",
        "Ryan Coldwell",
        "Maureen Drewitt",
        "Dean Robert Drewitt",
    }
    assert who["Dean Robert Drewitt"].group is Group.PERPETRATOR
    assert who["Ryan Coldwell"].involvement is Involvement.NO_REPLY
    assert len(involvement.CONTACTS.listing(review)) == len(involvement.CONTACT_WITH.listing(review)) == 16
    assert len(involvement.READINGS.listing(review)) == 3
    assert len(involvement.COMMENTS.listing(review)) == 8
    assert naming.STEPS.listing(review)
    assert kinship.IDENTIFIERS.listing(review)


def test_no_day_to_avoid_stands_there_without_what_it_is(review: Review):
    sample_family.enter(review)
    assert [each.day for each in involvement.DATES_TO_AVOID.listing(review) if not each.why] == []


def test_the_picture_of_the_family_has_something_to_show_and_birthdays_are_proposed(review: Review):
    sample_family.enter(review)
    register = {each.id: each for each in people.listing(review)}
    ties = {(register[each.person_id].real_name, each.kind.value) for each in kinship.RELATIONS.listing(review)}
    assert ("Kayleigh Anne Drewitt", "married to") in ties
    assert ("Ryan Coldwell", "parent of") in ties
    assert {"--12-06", "--05-23"} <= {each.day for each in avoiding.proposals(review)}


def test_it_is_one_step_and_is_taken_out_whole(review: Review):
    before = len(review.journal.steps())
    sample_family.enter(review)
    assert len(review.journal.steps()) == before + 1
    review.journal.undo()
    assert involvement.STAKEHOLDERS.listing(review) == []
    assert involvement.CONTACTS.listing(review) == []


def test_the_report_of_the_demonstration_tells_of_them_by_pseudonym(review: Review):
    sample_family.enter(review)
    said = words_of_docx(to_docx(overview.build(review, PANEL)))
    assert "Helen read the draft (version 0.6) on 16 January 2020" in said
    assert "Lorraine" not in said


def test_who_is_not_in_the_register_is_left_out(tmp_path: Path):
    library = Library.create(tmp_path / "other", PASSPHRASE, CHEAP)
    made = library.create_review(sample.facts())
    sample_family.enter(made)
    assert involvement.STAKEHOLDERS.listing(made) == []
    library.close()


def test_no_date_of_the_sample_contradicts_another(review: Review):
    sample_family.enter(review)
    known = known_lives.read(review)
    tables = [each for module in (kinship, involvement) for each in vars(module).values() if isinstance(each, Records)]
    for table in (*tables, naming.STEPS):
        for record in table.listing(review):
            assert within.contradictions(record, date(2026, 11, 26)) == []
            whose = known.of_stakeholders([getattr(record, "stakeholder_id", None)])
            assert lives.outside(record, whose, known.death) == []
    for person in known.people.values():
        assert known_lives.about(review, person) == []
    assert [each.outcome for each in kinship.PREGNANCIES.listing(review)] == [Outcome.BORN]
