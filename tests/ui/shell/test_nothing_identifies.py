"""While panel view is on, nothing that points at somebody is in anything that can be seen or heard on any page.

Neither a name of the register, nor an agency or a place that has a name for the report, a telephone, an address, a
number, the day on which somebody was born or died.
"""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QTabBar, QTabWidget, QWidget

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.common.record_list import RecordList
from dhr_desktop.ui.family.about_fields import cards
from dhr_desktop.ui.people.views import VIEWS
from dhr_desktop.ui.shell.history_fields import PRIVATE
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE
from tests.ui.shell.identifying import everything_identifying, given_away
from tests.ui.shell.sweeping import settle, words_drawn, words_in

SHOWN = ("timeline", "events", "disagreements", "questions", "gaps", "people", "family")
"""The pages that are shown in panel view."""


_TABLES = {"advocacy": "advocacy", "datetoavoid": "date_to_avoid"}


@pytest.fixture
def window(qtbot, qapp, tmp_path) -> Iterator[MainWindow]:
    font, palette = qapp.font(), qapp.palette()
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    facts = ReviewFacts(
        "The death of Kayleigh Drewitt",
        chair="Imogen Vale",
        scope_from="2010-01-01",
        scope_to="2018-11-09",
        died_on="2018-11-09",
    )
    review = copied.review(library, facts, filled=everything_identifying)
    made = MainWindow(tmp_path / "library", tmp_path / "window.toml", CHEAP)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.enter(library)
    made.show_review(review)
    yield made
    made.close()
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def seen(window, qtbot, monkeypatch):
    """What is given away where the window stands now, each with the words that do it."""

    def told() -> list[str]:
        settle(qtbot, window)
        for menu in window.findChildren(QMenu):
            menu.aboutToShow.emit()
        words = {*words_in(window), *words_drawn(window, monkeypatch)}
        return sorted(f"{', '.join(found)}: {each[:160]!r}" for each in words if (found := given_away(each)))

    return told


def go(window, qtbot, page: str) -> QWidget:
    window.room.show_page(page)
    settle(qtbot, window)
    return window.room.page(page)


def views_of(page: QWidget) -> Iterator[tuple[str, partial[None]]]:
    """Every view of a page that has tabs, by its tab's words, and the way to it."""
    bars = [bar for bar in page.findChildren(QTabBar) if bar.isVisible() and not isinstance(bar.parent(), QTabWidget)]
    for bar in bars[:1]:
        for tab in range(bar.count()):
            yield bar.tabText(tab), partial(bar.setCurrentIndex, tab)


def each_view(window, qtbot, name: str) -> Iterator[str]:
    page = go(window, qtbot, name)
    if name == "family":
        yield from each_of_the_family(window, qtbot, page)
        return
    if name == "people":
        yield from each_of_the_people(window, qtbot, page)
        return
    yield ""
    for words, show in list(views_of(page)):
        show()
        settle(qtbot, window)
        yield words


def each_of_the_family(window, qtbot, page) -> Iterator[str]:
    """Every section of everybody, with what can be opened in it opened."""
    for row in range(page.model.rowCount()):
        if page.model.whom(row) is None:
            continue
        page.list.setCurrentIndex(page.model.index(row))
        settle(qtbot, window)
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
            settle(qtbot, window)
            yield f"{row} {page.tabs.tabText(tab)}"
            for listed in lists_on(page):
                listed.edit()
                settle(qtbot, window)
                yield f"{row} {page.tabs.tabText(tab)}, opened"


def each_of_the_people(window, qtbot, page) -> Iterator[str]:
    """Every view, and in the family picture everybody with what ties them to the others."""
    for spec in VIEWS:
        page.show_view(spec.key)
        settle(qtbot, window)
        yield spec.key
        if spec.key == "picture":
            view = page.view("picture")
            for each in view.family.people:
                view.canvas.choose(each.id)
                yield f"picture, {each.id}"
                for listed in lists_on(page):
                    listed.edit()
                    yield f"picture, {each.id}, opened"


def lists_on(page: QWidget) -> list[RecordList]:
    return [each for each in page.findChildren(RecordList) if each.isVisible() and each.model.rowCount()]


@pytest.mark.parametrize("name", SHOWN)
def test_all_of_it_is_on_the_page_before_panel_view(name, window, seen, qtbot):
    go(window, qtbot, name)
    assert seen()


@pytest.mark.parametrize("name", SHOWN)
def test_none_of_it_is_on_the_page_in_panel_view(name, window, seen, qtbot):
    go(window, qtbot, name)
    window.orders["review.panel_view"].trigger()
    found = {view: told for view in each_view(window, qtbot, name) if (told := seen())}
    assert found == {}


@pytest.mark.parametrize("name", SHOWN)
def test_none_of_it_is_on_a_page_that_is_first_shown_in_panel_view(name, window, seen, qtbot):
    window.orders["review.panel_view"].trigger()
    found = {view: told for view in each_view(window, qtbot, name) if (told := seen())}
    assert found == {}


@pytest.mark.parametrize("name", [page for page in PAGES if page not in SHOWN])
def test_a_page_that_shows_records_as_they_came_stands_behind_its_shield(name, window, seen, qtbot):
    go(window, qtbot, name)
    window.orders["review.panel_view"].trigger()
    assert seen() == []


def test_the_menus_beside_a_row_of_the_timeline_name_agencies_as_the_report_does(window, seen, qtbot):
    window.orders["review.panel_view"].trigger()
    page = go(window, qtbot, "timeline")
    page.table.choose_row(0)
    page.work._show_menu(QPoint(0, 0))
    assert seen() == []
    assert "Police force A" in {action.text() for menu in page.findChildren(QMenu) for action in menu.actions()}


@pytest.mark.parametrize("condition", ["agency_ids", "person_ids", "event_ids"])
def test_the_filters_of_the_timeline_give_none_of_it_away(condition, window, seen, qtbot):
    window.orders["review.panel_view"].trigger()
    page = go(window, qtbot, "timeline")
    offered = page.filters.conditions.offers(condition)
    assert condition == "event_ids" or offered
    page.filters._open(condition, page.filters.filter)
    assert seen() == []
    page.filters.choices.hide()
    page.filters._narrow(page.filters.wanted.__class__(**{condition: frozenset(each.value for each in offered[:1])}))
    assert seen() == []


def test_the_lanes_of_the_picture_give_none_of_it_away(window, seen, qtbot):
    page = go(window, qtbot, "timeline")
    for lane in range(page.picture.by.count()):
        page.picture.by.setCurrentIndex(lane)
        settle(qtbot, window)
        window.orders["review.panel_view"].trigger()
        assert seen() == []
        window.orders["review.panel_view"].trigger()


def test_the_history_gives_none_of_it_away(window, seen, qtbot):
    window.orders["review.panel_view"].trigger()
    window.orders["review.history"].trigger()
    settle(qtbot, window)
    (dialog,) = [each for each in window.findChildren(QWidget) if type(each).__name__ == "HistoryDialog"]
    for row in range(dialog.model.rowCount()):
        dialog.table.selectRow(row)
        assert seen() == []


def test_what_a_form_keeps_from_a_shared_screen_the_history_keeps_from_it_too(window, qtbot):
    page = go(window, qtbot, "family")
    page.show_person(next(row.person.id for row in page.model._rows if getattr(row, "stakeholder", None)))
    settle(qtbot, window)
    kept = {("stakeholder", spec.name) for card in cards() for spec in card.fields if spec.private}
    page.tabs.setCurrentIndex(0)
    settle(qtbot, window)
    for listed in page.findChildren(RecordList):
        table = listed.form.place_of(listed.form.record).split("/")[0]
        kept |= {(_TABLES[table], spec.name) for spec in listed.form.specs if spec.private and table in _TABLES}
    assert ("advocacy", "contact") in kept
    assert kept <= PRIVATE


def test_what_is_said_of_undo_gives_none_of_it_away(window, seen, qtbot):
    window.orders["review.panel_view"].trigger()
    go(window, qtbot, "timeline")
    for _ in range(12):
        window.orders["review.undo"].trigger()
        assert seen() == []
        assert not given_away(window.orders["review.undo"].text() + window.orders["review.undo"].toolTip())
