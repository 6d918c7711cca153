"""Leads from one page of a review to another: each way shows a page and calls what that page offers for it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.ways import Ways


class Room(Protocol):
    """What has pages and can show one."""

    def page(self, name: str) -> QWidget:
        """The page of this name."""

    def show_page(self, name: str) -> None:
        """Show the page of this name."""


def lead(ways: Ways, room: Room) -> None:
    """Connect every way. A page that does not offer what a way asks for, as in a test, is only shown."""
    for wanted, name, offer in (
        (ways.entries_wanted, "timeline", "show_entries"),
        (ways.days_wanted, "timeline", "show_gap"),
        (ways.event_wanted, "events", "show_event"),
        (ways.suggestions_wanted, "events", "show_suggestions"),
        (ways.disagreements_wanted, "disagreements", "show_event"),
        (ways.question_wanted, "questions", "show_question"),
        (ways.person_wanted, "people", "show_person"),
        (ways.involved_wanted, "family", "show_person"),
    ):
        wanted.connect(_leader(room, name, offer))


def _leader(room: Room, name: str, offer: str) -> Callable[..., None]:
    def go(*what: object) -> None:
        room.show_page(name)
        offered = getattr(room.page(name), offer, None)
        if offered is not None:
            offered(*what)

    return go
