"""A birth or a death that is typed in the register is held against all that is noted of somebody elsewhere."""

from dataclasses import replace

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.ties import Tie, TieKind
from dhr_desktop.family import kinship, register
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.register_view import RegisterView
from tests.ui.at_rest import settled


def test_what_a_death_that_is_typed_contradicts_elsewhere_is_told_beside_it(
    window: QMainWindow, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    register.add_people(review, [Person(0, "Lorraine Marchbank", Role.FAMILY), Person(0, "Beryl Ashcombe", Role.OTHER)])
    mother, neighbour = people.listing(review)
    page = RegisterView(context)
    window.setCentralWidget(page)
    window.show()
    qtbot.waitActive(window)
    register.change_person(review, replace(neighbour, born="2019-05-01"))
    kinship.relate(review, Tie(0, neighbour.id, TieKind.CHILD, mother.id))
    kinship.add_identifier(review, Identifier(0, mother.id, IdentifierKind.PHONE, "07700 900123", since="2020"))
    settled(context, qtbot)
    page.table.selectRow(0)
    page.form.died.setText("9 November 2018")
    page.form.commit()
    settled(context, qtbot)
    told = page.form.warning.text()
    assert people.listing(review)[0].died == "2018-11-09"
    assert "This began after Lorraine Marchbank had died, 9 November 2018." in told
    assert "Beryl Ashcombe was born after Lorraine Marchbank had died." not in told, "a father may have died before"
    page.form.died.setText("2 January 2018")
    page.form.commit()
    settled(context, qtbot)
    assert "Beryl Ashcombe was born after Lorraine Marchbank had died." in page.form.warning.text()
