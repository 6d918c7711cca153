"""The register over a real store: typing is never lost, and never makes one person into two."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role, Sex
from dhr_desktop.domain.ties import Tie, TieKind
from dhr_desktop.family import kinship, register
from dhr_desktop.store import agencies, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.people.register_view import RegisterView
from tests.ui.at_rest import settled
from tests.ui.people.registered import MOTHER, NEIGHBOUR


def test_an_empty_register_says_what_it_is_for(page: RegisterView) -> None:
    assert page.empty.isVisible()
    assert "panel edition" in page.empty.words.text()


def test_a_person_typed_in_is_entered_once_however_fast_the_fields_are_left(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.begin_person()
    for field, words in (
        (page.form.name, "Jade Ollerton"),
        (page.form.pseudonym, "Rachel"),
        (page.form.relationship, "younger sister"),
    ):
        field.setFocus()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    settled(context, qtbot)
    (person,) = people.listing(review)
    assert (person.real_name, person.pseudonym, person.relationship) == ("Jade Ollerton", "Rachel", "younger sister")
    assert page.form.person == person
    assert page.model.rowCount() == 1


def test_a_new_person_being_typed_stays_when_something_else_changes(
    page: RegisterView, review: Review, two: list[Person], qtbot: QtBot
) -> None:
    page.begin_person()
    qtbot.keyClicks(page.form.name, "Jade")
    register.remove_person(review, two[1].id)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.form.name.text() == "Jade"
    assert page.form.person.id == 0
    qtbot.keyClick(page.form.name, Qt.Key.Key_Escape)


@pytest.mark.usefixtures("two")
def test_what_is_being_typed_stays_when_an_earlier_field_is_saved(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    page.form.pseudonym.setText("Sylvia")
    page.form.commit()
    page.form.relationship.setFocus()
    page.form.relationship.setText("mother of A")
    settled(context, qtbot)
    assert people.listing(review)[0].pseudonym == "Sylvia"
    assert page.form.relationship.text() == "mother of A"
    page.form.commit()
    settled(context, qtbot)
    assert people.listing(review)[0].relationship == "mother of A"


@pytest.mark.usefixtures("two")
def test_a_change_is_one_step_that_undo_shows_taken_back(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    page.form.pseudonym.setText("Sylvia")
    page.form.commit()
    settled(context, qtbot)
    assert review.journal.status().undo == "Change a person"
    review.journal.undo()
    qtbot.waitUntil(lambda: page.form.pseudonym.text() == "Helen")


@pytest.mark.usefixtures("two")
def test_forms_typed_on_lines_are_kept_with_what_they_are(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    page.form.forms.setPlainText("Mrs Marchbank\n\nLorraine\nLorraine\nLol")
    page.form.commit()
    settled(context, qtbot)
    assert people.listing(review)[0].forms == (
        NameForm("Mrs Marchbank", FormKind.TITLED),
        NameForm("Lorraine", FormKind.FIRST),
        NameForm("Lol", FormKind.NICKNAME),
    )


@pytest.mark.usefixtures("two")
def test_escape_puts_back_what_the_register_says(page: RegisterView, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    page.form.name.setFocus()
    page.form.name.setText("Nobody of that name")
    qtbot.keyClick(page.form.name, Qt.Key.Key_Escape)
    assert page.form.name.text() == MOTHER.real_name


@pytest.mark.usefixtures("two")
def test_a_shared_pseudonym_is_told_in_words(page: RegisterView, context: ReviewContext, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    page.form.pseudonym.setText("neighbour 1")
    page.form.commit()
    settled(context, qtbot)
    assert page.form.warning.isVisible()
    assert "same pseudonym" in page.form.warning.text()


@pytest.mark.usefixtures("two")
def test_a_person_is_found_by_any_form_of_the_name(page: RegisterView, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "mrs ash")
    assert [page.model.person(row).real_name for row in range(page.model.rowCount())] == [NEIGHBOUR.real_name]


@pytest.mark.usefixtures("two")
def test_a_person_that_the_search_leaves_out_stays_in_the_form(
    page: RegisterView, context: ReviewContext, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    page.search.setText("beryl")
    page.form.relationship.setText("mother of A")
    page.form.commit()
    settled(context, qtbot)
    assert page.form.person.real_name == MOTHER.real_name


@pytest.mark.usefixtures("two")
def test_a_person_is_removed_only_when_the_question_is_answered_so(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.table.selectRow(1)
    answer_next(False)
    page.form.remove.click()
    settled(context, qtbot)
    assert len(people.listing(review)) == 2
    answer_next(True)
    page.form.remove.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.form.person.real_name == MOTHER.real_name


def test_when_the_last_person_goes_the_page_is_empty_again(page: RegisterView, review: Review, qtbot: QtBot) -> None:
    person = register.add_person(review, MOTHER)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    register.remove_person(review, person.id)
    qtbot.waitUntil(page.empty.isVisible)


def test_a_register_in_a_file_is_brought_in_as_one_step(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    answer_next([resources.path("sample/aldermarsh/people.csv")])
    page.bring_in.click()
    settled(context, qtbot)
    assert len(people.listing(review)) == page.model.rowCount() > 40
    assert len(review.journal.steps()) == 1
    assert "were entered" in context.messages.text


def test_a_file_that_is_no_register_is_refused_in_words(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Date,What happened\n1/2/2016,Called\n")
    answer_next([other])
    page.bring_in.click()
    settled(context, qtbot)
    assert "could not be read" in context.messages.text
    assert people.listing(review) == []


@pytest.mark.usefixtures("two")
def test_the_register_s_table_keeps_qt_s_rules_and_names_its_cells(page: RegisterView, qtmodeltester) -> None:
    qtmodeltester.check(page.model)
    spoken = page.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Pseudonym: Helen"


def test_people_are_found_by_a_number_and_by_whose_relation_they_are(
    page: RegisterView, review: Review, two: list[Person], qtbot: QtBot
) -> None:
    mother, neighbour = two
    kinship.add_identifier(review, Identifier(0, neighbour.id, IdentifierKind.PHONE, "01632 960327"))
    qtbot.waitUntil(lambda: page.identifiers is not None and bool(page._numbers))
    page.search.setText("01632960327")
    assert [page.model.person(row).id for row in range(page.model.rowCount())] == [neighbour.id]
    kinship.relate(review, Tie(0, mother.id, TieKind.OTHER, neighbour.id))
    page.search.setText("known to beryl")
    qtbot.waitUntil(lambda: [page.model.person(row).id for row in range(page.model.rowCount())] == [mother.id])


@pytest.mark.usefixtures("two")
def test_the_register_is_sorted_by_its_headings(page: RegisterView) -> None:
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert page.model.person(0).real_name == NEIGHBOUR.real_name
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.model.person(0).real_name == MOTHER.real_name


@pytest.mark.usefixtures("two")
def test_in_panel_view_real_names_show_only_when_the_question_is_answered_so_and_not_for_long(
    page: RegisterView, context: ReviewContext
) -> None:
    context.panel.turn(on=True)
    assert page.table.isColumnHidden(0)
    answer_next(False)
    page.reveal.click()
    assert page.table.isColumnHidden(0)
    answer_next(True)
    page.reveal.click()
    assert not page.table.isColumnHidden(0)
    assert page.model.index(0, 0).data() == MOTHER.real_name
    assert not page.form.isVisible()
    page._revealed.timeout.emit()
    assert page.table.isColumnHidden(0)
    assert page.model.index(0, 0).data() != MOTHER.real_name


def test_a_long_name_of_an_agency_does_not_push_the_form_out_of_its_place(
    review: Review, context: ReviewContext, window: QMainWindow, qtbot: QtBot
) -> None:
    with review.journal.step("Add an agency"):
        agencies.add(review, "Aldermarsh Borough Council – Children's Social Care and Early Help Services for Families")
    register.add_people(review, [MOTHER])
    made = RegisterView(context)
    window.setCentralWidget(made)
    window.resize(1000, 700)
    window.show()
    qtbot.waitExposed(window)

    assert made.form.width() <= made._scrolled.viewport().width()


def test_in_panel_view_a_relationship_tells_nobodys_real_name(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    sister = Person(0, "Jade Ollerton", Role.FAMILY, "Rachel", "her sister (née Marchbank), lives near Beryl Ashcombe")
    register.add_people(review, [MOTHER, NEIGHBOUR, sister])
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    context.panel.turn(on=True)

    seen = " ".join(str(page.model.index(2, column).data()) for column in range(page.model.columnCount()))
    assert "her sister" in seen
    assert "Marchbank" not in seen
    assert "Beryl" not in seen


@pytest.mark.parametrize(
    "name", ["x" * 400, "Ñ" * 60 + " " + "W" * 300, "فاطمة الزهراء بنت محمد", "😀😀 Parry", "אברהם"]
)
def test_a_name_of_any_length_or_script_leaves_the_register_its_shape(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot, name: str
) -> None:
    register.add_people(review, [Person(0, name, Role.FAMILY, pseudonym=name[::-1], relationship=name)])
    settled(context, qtbot)
    qtbot.wait(1)
    widths = [page.table.columnWidth(column) for column in range(5)]
    assert sum(widths) <= page.table.viewport().width()
    page.show_person(people.listing(review)[-1].id)
    assert page.form.name.text() == name
    assert page.width() <= 1200


def test_a_sex_that_a_relation_shows_is_proposed_and_taken_only_when_it_is_wanted(
    page: RegisterView, context: ReviewContext, review: Review, two: list[Person], qtbot: QtBot
) -> None:
    page.show_person(two[0].id)
    assert "mother" in page.form.sex_proposed.text()
    settled(context, qtbot)
    assert people.listing(review)[0].sex is Sex.NOT_SAID
    page.form.sex_proposed.click()
    settled(context, qtbot)
    assert people.listing(review)[0].sex is Sex.FEMALE
    assert not page.form.sex_proposed.isVisibleTo(page)
    review.journal.undo()
    settled(context, qtbot)
    assert people.listing(review)[0].sex is Sex.NOT_SAID
    page.show_person(two[1].id)
    assert page.form.sex_proposed.isVisibleTo(page) is True
    assert "Mrs" in page.form.sex_proposed.text()


@pytest.mark.usefixtures("two")
def test_a_pseudonym_that_sounds_like_a_real_name_is_told_where_it_is_typed(
    page: RegisterView, context: ReviewContext, qtbot: QtBot
) -> None:
    page.table.selectRow(1)
    page.form.pseudonym.setText("Loraine")
    page.form.commit()
    settled(context, qtbot)
    assert "sounds or looks like a real name of Lorraine Marchbank" in page.form.warning.text()


@pytest.mark.usefixtures("two")
def test_a_name_that_was_emptied_is_told_to_be_needed(page: RegisterView, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    page.form.name.setFocus()
    page.form.name.clear()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Tab)
    assert "needs a name" in page.form.warning.text()


@pytest.mark.usefixtures("two")
def test_what_is_typed_of_somebody_without_a_name_is_given_back(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.begin_person()
    page.form.relationship.setText("an aunt in Wales")
    page.form.forms.setPlainText("Auntie")
    page.table.selectRow(0)
    settled(context, qtbot)
    assert page.form.name.text() == MOTHER.real_name

    page.begin_person()
    assert page.form.relationship.text() == "an aunt in Wales"
    assert page.form.forms.toPlainText() == "Auntie"
    assert "kept when you left" in page.form.warning.text()

    page.form.name.setText("Gwen Marchbank")
    page.form.commit()
    settled(context, qtbot)
    assert [person.relationship for person in people.listing(review)][-1] == "an aunt in Wales"
    page.begin_person()
    assert page.form.relationship.text() == ""


def test_what_is_typed_of_somebody_without_a_name_survives_the_lock(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.begin_person()
    page.form.relationship.setText("an aunt in Wales")
    context.drafts.flush()
    settled(context, qtbot)
    again = RegisterView(context)
    qtbot.addWidget(again)
    again.begin_person()
    assert again.form.relationship.text() == "an aunt in Wales"
    assert people.listing(review) == []


def test_one_person_is_counted_in_the_singular(page: RegisterView, review: Review, qtbot: QtBot) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    register.add_people(review, [MOTHER])
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1] == "1 person, 1 with a pseudonym."
