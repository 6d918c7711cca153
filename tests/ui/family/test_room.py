"""Every section of Family finds room in a window of 1366 by 768 whose letters and all else are a quarter larger."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import today
from dhr_desktop.domain.contacts import Contact, Means
from dhr_desktop.family import contacts
from dhr_desktop.store import involvement, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.family.page import FamilyPage

ROOM = round(1366 / 1.25) - 208
"""What the ways from page to page leave of such a window, with the bar that scrolls them."""


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Lorraine Marchbank", ("about", "contacts", "due", "offers", "readings", "letters", "avoiding", "approach")),
        ("Poppy Drewitt", ("child",)),
        ("", ("contacts", "due", "offers", "readings", "avoiding")),
    ],
)
def test_no_section_makes_the_window_wider_than_the_screen(
    page: FamilyPage, review: Review, settled: Callable[[], None], name: str, keys: tuple[str, ...]
) -> None:
    contacts.log(review, Contact(0, today(), Means.LETTER), [involvement.STAKEHOLDERS.listing(review)[0].id])
    known = {each.real_name: each.id for each in people.listing(review)}
    for key in keys:
        page.show_person(known.get(name, 0), key)
        settled()
        assert page.section_key == key
        assert page.minimumSizeHint().width() <= ROOM, key


def test_cards_stand_beside_each_other_where_both_have_room_and_else_below_each_other(
    page: FamilyPage, review: Review, settled: Callable[[], None], qtbot: QtBot
) -> None:
    person = next(each for each in people.listing(review) if each.real_name == "Lorraine Marchbank")
    page.show_person(person.id, "about")
    settled()
    form = page.sections["about"].form  # type: ignore[attr-defined]  # the section has a form of cards
    first, second = form.cards[0], form.cards[2]
    assert first.y() == second.y()
    page.window().resize(ROOM, 600)
    qtbot.waitUntil(lambda: second.y() > first.y())
    assert form.width() <= page.shown.width()
