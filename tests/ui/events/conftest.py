"""The Events page over a small review in which several agencies tell of the same evenings."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.events.page import EventsPage

POLICE, HOSPITAL, HOMES = "Ravenshire Constabulary", "Aldermarsh Infirmary", "Marshland Homes"
TOLD = (
    (
        *(POLICE, "2016-04-05", "21:30"),
        "Neighbour Dastgir reports shouting at 14 Quay Lane. Wardrobe door broken, cut to the left eyebrow.",
    ),
    (
        *(HOSPITAL, "2016-04-05", "21:50"),
        "Cut to the left eyebrow closed with strips. Says a wardrobe door fell. Police at 14 Quay Lane.",
    ),
    (
        *(HOMES, "2016-04-06", ""),
        "Neighbour Dastgir telephoned about last night, shouting at 14 Quay Lane, wardrobe door broken.",
    ),
    (
        *(POLICE, "2017-09-19", "14:15"),
        "Manager of Marsh View reports a van, RE01 HJT, in the car park asking for her shifts.",
    ),
    (
        *(HOSPITAL, "2017-09-19", "14:40"),
        "Manager of Marsh View telephoned: a van, RE01 HJT, was in the car park asking for her shifts. Police told.",
    ),
)
ROUTINE = (
    "Attended for review, feeling well. Blood pressure taken.",
    "Telephone call about rent. Payment plan agreed.",
    "Letter sent with the date of the next appointment.",
    "Enquiry about lost property handed in at the front counter.",
    "Repair to guttering ordered with the contractor.",
)
Settle = Callable[[], None]


def fill(review: Review) -> list[int]:
    """What the three agencies tell of two evenings, and a year of routine; the ids of what they tell."""
    with review.journal.step("Import the agencies’ files"):
        ids = {name: agencies.add(review, name).id for name in (POLICE, HOSPITAL, HOMES)}
        told = [Entry(0, ids[name], day, text, time=time, source_order=1) for name, day, time, text in TOLD]
        routine = [
            Entry(
                0, ids[name], f"2013-{month:02}-{place * 7:02}", f"{ROUTINE[(month + place) % 5]} Note {month}{place}x."
            )
            for month in range(1, 13)
            for place, name in enumerate((POLICE, HOSPITAL, HOMES), 1)
        ]
        return entries.add_many(review, [*told, *routine])[: len(told)]


@pytest.fixture
def settle(qtbot: QtBot, context: ReviewContext) -> Settle:
    """Wait until nothing is being read or written."""

    def until_idle() -> None:
        for _ in range(4):  # what is written is read anew, and then looked at
            qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)
            QApplication.processEvents()

    return until_idle


@pytest.fixture
def told(review: Review) -> list[int]:
    """The entries that tell of two evenings: three of the first, two of the second."""
    return fill(review)


@pytest.fixture
def opened(context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle) -> Callable[[], EventsPage]:
    """Opens the page in a window of the smallest screen a chair has."""

    def with_page() -> EventsPage:
        page = EventsPage(context, window)
        window.setCentralWidget(page)
        window.resize(1366, 768)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        page.take_keyboard()
        return page

    return with_page
