"""The family picture is laid out behind the screen; until it is, the last one stands."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.genogram import layout
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.order import Rows
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.ties import Tie, TieKind
from dhr_desktop.family import kinship, register
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.family_view import FamilyView
from tests.domain.genogram.families import uncrossed
from tests.ui.at_rest import settled, shown

PEOPLE = [
    Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire", sex=Sex.FEMALE),
    Person(0, "Dean Drewitt", Role.PERPETRATOR, "Martin", sex=Sex.MALE),
    Person(0, "Poppy Drewitt", Role.CHILD, "Isla", sex=Sex.FEMALE),
]


class Held:
    """Lays out as ever, but not before it is let go on; notes in which threads, and what was stopped."""

    def __init__(self) -> None:
        self.may, self.threads, self.stopped = threading.Event(), set[int](), 0
        self.may.set()
        self._as_ever = layout.in_order

    def __call__(self, family: Family, progress: Progress = UNWATCHED) -> Rows:
        self.threads.add(threading.get_ident())
        assert self.may.wait(10)
        try:
            return self._as_ever(family, progress)
        except Cancelled:
            self.stopped += 1
            raise


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made = Held()
    monkeypatch.setattr(layout, "in_order", made)
    yield made
    made.may.set()


@pytest.fixture
def view(held: Held, context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot) -> FamilyView:
    register.add_people(review, PEOPLE)
    kayleigh, dean, _poppy = ids(review)
    kinship.relate(review, Tie(0, kayleigh, TieKind.MARRIED, dean))
    made = FamilyView(context)
    shown(made, window, qtbot, (1150, 640))
    settled(context, qtbot)
    assert held.threads
    return made


def ids(review: Review) -> list[int]:
    return [person.id for person in people.listing(review)]


def drawn(view: FamilyView) -> set[int]:
    return set(view.canvas.layout_shown.cells)


def test_who_stands_where_is_never_sought_in_the_thread_of_the_window(view: FamilyView, held: Held) -> None:
    assert len(drawn(view)) == 2
    view.pseudonyms.setChecked(True)
    view.context.panel.turn(on=True)
    font = view.canvas.font()
    font.setPointSize(font.pointSize() + 4)
    view.canvas.setFont(font)
    assert len(drawn(view)) == 2
    assert threading.get_ident() not in held.threads


def test_the_last_picture_stands_until_the_new_one_is_there_and_the_list_beside_it_waits_for_none(
    view: FamilyView, held: Held, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, dean, poppy = ids(review)
    held.may.clear()
    kinship.relate(review, Tie(0, poppy, TieKind.CHILD, kayleigh))
    qtbot.waitUntil(lambda: view.ties.ties.model.rowCount() == 2)
    assert view.canvas.isVisible()
    assert drawn(view) == {kayleigh, dean}
    held.may.set()
    settled(context, qtbot)
    assert drawn(view) == {kayleigh, dean, poppy}


def test_panel_view_covers_the_names_of_a_picture_that_stands_while_another_is_laid_out(
    view: FamilyView, held: Held, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, _dean, poppy = ids(review)
    held.may.clear()
    kinship.relate(review, Tie(0, poppy, TieKind.CHILD, kayleigh))
    qtbot.waitUntil(lambda: view.ties.ties.model.rowCount() == 2)
    context.panel.turn(on=True)
    assert {" ".join(cell.lines) for cell in view.canvas.layout_shown.cells.values()} == {"Claire", "Martin"}
    held.may.set()
    settled(context, qtbot)
    assert "Isla" in {" ".join(cell.lines) for cell in view.canvas.layout_shown.cells.values()}


def test_what_was_laid_out_of_a_family_that_has_changed_since_is_dropped(
    view: FamilyView, held: Held, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, dean, poppy = ids(review)
    pictures = []
    view._laying.made.connect(lambda found: pictures.append(set(found.family.by_id)))
    held.may.clear()
    kinship.relate(review, Tie(0, poppy, TieKind.CHILD, kayleigh))
    qtbot.waitUntil(lambda: view.ties.ties.model.rowCount() == 2)
    review.journal.undo()
    held.may.set()
    settled(context, qtbot)
    assert drawn(view) == {kayleigh, dean}
    assert pictures == [{kayleigh, dean}]


def test_who_leaves_the_view_stops_it_and_it_is_laid_out_when_they_are_back(
    view: FamilyView, held: Held, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, dean, poppy = ids(review)
    held.may.clear()
    kinship.relate(review, Tie(0, poppy, TieKind.CHILD, kayleigh))
    qtbot.waitUntil(lambda: view.ties.ties.model.rowCount() == 2)
    view.hide()
    held.may.set()
    settled(context, qtbot)
    assert held.stopped == 1
    assert drawn(view) == {kayleigh, dean}
    view.show()
    settled(context, qtbot)
    assert drawn(view) == {kayleigh, dean, poppy}


def test_a_family_is_laid_out_the_same_in_an_order_that_was_found_before() -> None:
    family = uncrossed(3)
    naming = layout.Naming(lambda person: person.real_name)
    letters = layout.Type(14, 11, 7)

    def measure(words: str) -> float:
        return 7.0 * len(words)

    rows = layout.in_order(family)
    assert layout.laid_out(family, naming, letters, measure, rows) == layout.laid_out(family, naming, letters, measure)
