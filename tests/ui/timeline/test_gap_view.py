"""A gap that is shown on the timeline stands between the records at its edges."""

from datetime import date

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import fill
from tests.ui.timeline.using import Settle, chosen, opened, texts

POLICE = 1
FIRST, LAST = "2016-04-06", "2018-11-08"
EDGES = [
    "Neighbour reports shouting. Officers attended.",
    "Log closed with no further action.",
    "Called to the address by ambulance control.",
]


def seen(page: TimelinePage) -> tuple[date, date]:
    scale = page.picture.view.frame.scale
    return date.fromordinal(int(scale.begin)), date.fromordinal(int(scale.end))


def test_the_records_at_the_edges_of_a_gap_are_listed_and_the_one_before_it_is_read(
    page: TimelinePage, settle: Settle
) -> None:
    page.filters.set_wanted(EntryFilter(text="bruise"))
    settle()
    page.show_gap(FIRST, LAST, POLICE)
    settle()
    assert texts(page) == EDGES
    assert chosen(page) == EDGES[1]
    assert page.panel.entry
    assert page.panel.entry.text == EDGES[1]


def test_where_all_agencies_are_silent_what_may_fall_within_is_listed_too(page: TimelinePage, settle: Settle) -> None:
    page.show_gap("2016-04-08", LAST)
    settle()
    assert texts(page) == ["Telephone call. Said she had fallen.", "Complaint about noise, not dated.", EDGES[2]]


def test_the_picture_shows_the_days_around_the_gap(page: TimelinePage, settle: Settle) -> None:
    page.show_gap("2016-04-08", "2016-06-30", POLICE)
    settle()
    begin, end = seen(page)
    assert date(2016, 3, 1) < begin < date(2016, 4, 7)
    assert date(2016, 7, 1) < end < date(2016, 8, 1)


def test_a_picture_that_is_still_to_be_read_shows_them_as_soon_as_it_is(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    fill(context.review)
    page = opened(context, window, qtbot, settle=lambda: None)
    page.show_gap("2016-04-08", "2016-06-30", POLICE)
    settle()
    assert seen(page)[0] > date(2016, 3, 1)
