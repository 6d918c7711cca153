"""What points at somebody, written beside them: a number that is mistyped is noticed, and kept as it is written."""

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import register
from dhr_desktop.store import kinship, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.two_lines import RowRole
from dhr_desktop.ui.people.identifiers_list import IdentifiersList
from tests.ui.at_rest import settled


@pytest.fixture
def numbers(context: ReviewContext, window: QMainWindow, review: Review, qtbot: QtBot) -> IdentifiersList:
    register.add_people(review, [Person(0, "Lorraine Marchbank", Role.FAMILY)])
    (person,) = people.listing(review)
    made = IdentifiersList(context)

    def show(*_: object) -> None:
        made.show_of(person, kinship.IDENTIFIERS.listing(review))

    context.notices.changed.connect(show)
    window.setCentralWidget(made)
    window.show()
    qtbot.waitExposed(window)
    show()
    return made


def test_a_wrong_digit_of_an_nhs_number_is_said_beside_it_and_refused_by_nothing(
    numbers: IdentifiersList, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    numbers.begin()
    value, kind = numbers.form.editor("value"), numbers.form.choices["kind"]
    value.setText("943 476 5918")
    assert numbers.unlikely.isHidden(), "a telephone has no check digit"
    kind.setCurrentIndex(list(IdentifierKind).index(IdentifierKind.NHS_NUMBER))
    assert numbers.unlikely.isVisible()
    assert numbers.unlikely.text().startswith("This does not look like an NHS number: ")
    value.setText("943 476 5919")
    assert numbers.unlikely.isHidden()
    value.setText("943 476 5918")
    numbers.submit()
    settled(context, qtbot)
    (kept,) = kinship.IDENTIFIERS.listing(review)
    assert (kept.kind, kept.value) == (IdentifierKind.NHS_NUMBER, "943 476 5918")
    assert "its last digit does not fit" in numbers.model.data(numbers.model.index(0), RowRole.UNDER)


def test_a_number_that_fits_is_listed_without_a_word_of_doubt(numbers: IdentifiersList) -> None:
    numbers.model.put_rows([Identifier(1, 1, IdentifierKind.NHS_NUMBER, "943 476 5919", "from the GP")])
    assert numbers.model.data(numbers.model.index(0), RowRole.UNDER) == "NHS number · from the GP"
