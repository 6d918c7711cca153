"""Filters as chips: added from one menu, removed and changed by keyboard, said in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance, Theme
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.store import agencies, enquiry, entries, events, people, themes
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.chips import Chip
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.using import Settle, chosen, narrowed, texts

KEY = EntryFilter(significances=frozenset({Significance.KEY}))


def words(page: TimelinePage) -> list[str]:
    return [chip.said.short for chip in page.filters.chips.chips]


def chip(page: TimelinePage, condition: str) -> Chip:
    found = page.filters.chips.chip(condition)
    assert found
    return found


def test_each_condition_has_a_chip_that_says_it(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    review = context.review
    with review.journal.step("Set up"):
        top = themes.add(review, Theme(0, "Control"))
        person = people.add(review, Person(0, "Ruth Ashby", Role.FRIEND, forms=(NameForm("Ruth", FormKind.FIRST),)))
        enquiry.put(review, ["Was risk understood?"])
        event = events.add(review, Event(0, "The night of the call"))
    (line,) = enquiry.listing(review)
    page.filters.set_wanted(
        EntryFilter(
            agency_ids=frozenset({1, 2}),
            text="not a chip",
            earliest="2016-04-01",
            latest="2016-04-30",
            doubtful_only=True,
            in_scope=True,
            question_open=True,
            grouped=False,
            person_ids=frozenset({person.id}),
            theme_ids=frozenset({top.id}),
            line_ids=frozenset({line.id}),
            event_ids=frozenset({event.id}),
            significances=frozenset({Significance.UNREAD}),
            marks=frozenset({Mark.MISSED, Mark.VOICE}),
            included=frozenset({Inclusion.REPORT}),
            origins=frozenset({Origin.FAMILY}),
        )
    )
    settle()
    assert words(page) == [
        *("Ravenshire Constabulary or 1 more", "Ruth Ashby", "Theme: Control"),
        *("Line of enquiry: Was risk understood?", "Event: The night of the call", "Not yet read"),
        *("Voice of the victim or 1 more", "Included in: Report", "From: Family or friends", "April 2016"),
        *("Question open", "In doubt", "Within the scope", "In no event"),
    ]
    spoken = chip(page, "agency_ids").words.accessibleName()
    assert spoken == "Filter: Agency: Ravenshire Constabulary or Millpond Surgery"


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2016-04-05", "", "From 5 April 2016"),
        ("", "2016-04-05", "Until 5 April 2016"),
        ("2016-04-05", "2016-04-05", "5 April 2016"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2016-04-05", "2016-05-04", "5 April 2016 to 4 May 2016"),
    ],
)
def test_a_stretch_of_days_is_said_as_shortly_as_it_can_be(
    page: TimelinePage, earliest: str, latest: str, said: str
) -> None:
    page.filters.set_wanted(EntryFilter(earliest=earliest, latest=latest))
    assert words(page) == [said]


def test_in_panel_view_people_are_named_by_what_stands_for_them(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    with context.review.journal.step("Register"):
        ruth = people.add(context.review, Person(0, "Ruth Ashby", Role.FRIEND, "Rose"))
        night = events.add(context.review, Event(0, "What Ruth Ashby saw"))
    page.filters.set_wanted(EntryFilter(person_ids=frozenset({ruth.id}), event_ids=frozenset({night.id})))
    settle()
    assert words(page) == ["Ruth Ashby", "Event: What Ruth Ashby saw"]
    context.panel.turn(on=True)
    assert words(page) == ["Rose", "Event: What Rose saw"]
    assert "Ruth" not in chip(page, "person_ids").words.accessibleName()
    context.panel.turn(on=False)
    assert words(page) == ["Ruth Ashby", "Event: What Ruth Ashby saw"]


def test_the_menu_switches_conditions_and_shows_which_are_on(page: TimelinePage, settle: Settle) -> None:
    menu = page.filters.filter
    menu.action("doubtful_only").trigger()
    settle()
    assert texts(page) == [TEXTS_IN_ORDER[0], TEXTS_IN_ORDER[4]]
    menu.menu_of_conditions.aboutToShow.emit()
    assert menu.action("doubtful_only").isChecked()
    menu.action("ungrouped").trigger()
    assert words(page) == ["In doubt", "In no event"]
    menu.action("grouped").trigger()
    assert words(page) == ["In doubt", "In an event"]
    menu.action("doubtful_only").trigger()
    assert words(page) == ["In an event"]


def test_a_condition_with_nothing_to_choose_from_is_dimmed(page: TimelinePage) -> None:
    menu = page.filters.filter
    menu.menu_of_conditions.aboutToShow.emit()
    assert menu.action("agency_ids").isEnabled()
    assert not menu.action("person_ids").isEnabled()


def test_agencies_are_ticked_by_keyboard_and_narrow_at_once(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    page.filters.filter.action("agency_ids").trigger()
    choices = page.filters.choices
    assert choices.isVisible()
    qtbot.keyClick(choices.list, Qt.Key.Key_Space)
    settle()
    assert len(texts(page)) == 3
    qtbot.keyClick(choices.list, Qt.Key.Key_Down)
    qtbot.keyClick(choices.list, Qt.Key.Key_Down)
    qtbot.keyClick(choices.list, Qt.Key.Key_Space)
    settle()
    assert len(texts(page)) == 4
    assert words(page) == ["Ravenshire Constabulary or 1 more"]
    qtbot.keyClick(choices.list, Qt.Key.Key_Return)
    assert not choices.isVisible()
    assert page.filters.count.text() == "4 of 6 entries"


def test_a_click_on_the_words_of_a_line_ticks_it(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    page.filters.filter.action("agency_ids").trigger()
    ticks = page.filters.choices.list
    place = ticks.visualItemRect(ticks.item(2)).center()
    qtbot.mouseClick(ticks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert texts(page) == [TEXTS_IN_ORDER[4]]
    page.filters.choices.close()


def test_many_values_are_found_by_typing_and_taken_with_return(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    with context.review.journal.step("Themes"):
        top = themes.add(context.review, Theme(0, "Control"))
        for number in range(12):
            themes.add(context.review, Theme(0, f"Theme {number}", top.id))
    settle()
    page.filters.filter.action("theme_ids").trigger()
    choices = page.filters.choices
    assert choices.search.isVisible()
    qtbot.keyClicks(choices.search, "11")
    shown = [row for row in range(choices.list.count()) if not choices.list.isRowHidden(row)]
    assert [choices.list.item(row).text().strip() for row in shown] == ["Theme 11"]
    qtbot.keyClick(choices.search, Qt.Key.Key_Return)
    assert choices.isVisible()
    assert words(page) == ["Theme: Theme 11"]
    assert choices.search.text() == ""
    qtbot.keyClick(choices.search, Qt.Key.Key_Return)
    assert not choices.isVisible()


def test_return_leaves_what_space_has_ticked_among_what_was_found(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    with context.review.journal.step("Themes"):
        for number in range(12):
            themes.add(context.review, Theme(0, f"Theme {number}"))
    settle()
    page.filters.filter.action("theme_ids").trigger()
    choices = page.filters.choices
    qtbot.keyClicks(choices.search, "11")
    qtbot.keyClick(choices.search, Qt.Key.Key_Down)
    qtbot.keyClick(choices.list, Qt.Key.Key_Space)
    qtbot.keyClick(choices.list, Qt.Key.Key_Return)

    assert words(page) == ["Theme: Theme 11"]
    assert not choices.isVisible()


def test_delete_removes_a_chip_and_the_keyboard_goes_to_its_neighbour(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    page.filters.set_wanted(EntryFilter(doubtful_only=True, in_scope=True, question_open=True))
    chip(page, "doubtful_only").words.setFocus()
    qtbot.keyClick(chip(page, "doubtful_only").words, Qt.Key.Key_Delete)
    assert words(page) == ["Question open", "Within the scope"]
    assert chip(page, "in_scope").words.hasFocus()
    qtbot.keyClick(chip(page, "in_scope").words, Qt.Key.Key_Backspace)
    assert chip(page, "question_open").words.hasFocus()
    qtbot.keyClick(chip(page, "question_open").words, Qt.Key.Key_Delete)
    settle()
    assert page.filters.wanted == ALL
    assert page.filters.filter.hasFocus()
    assert texts(page) == TEXTS_IN_ORDER


def test_the_cross_removes_a_chip(page: TimelinePage) -> None:
    page.filters.set_wanted(EntryFilter(doubtful_only=True, in_scope=True))
    chip(page, "in_scope").cross.click()
    assert page.filters.wanted == EntryFilter(doubtful_only=True)


def test_the_arrows_go_from_chip_to_chip_and_return_changes_one(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    page.filters.set_wanted(EntryFilter(agency_ids=frozenset({1}), significances=frozenset({Significance.KEY})))
    settle()
    chip(page, "agency_ids").words.setFocus()
    qtbot.keyClick(chip(page, "agency_ids").words, Qt.Key.Key_Right)
    assert chip(page, "significances").words.hasFocus()
    qtbot.keyClick(chip(page, "significances").words, Qt.Key.Key_Return)
    assert page.filters.choices.ticked == {Significance.KEY}
    page.filters.choices.tick(Significance.RELEVANT)
    qtbot.keyClick(page.filters.choices.list, Qt.Key.Key_Escape)
    assert words(page) == ["Ravenshire Constabulary", "Relevant or Key"]
    assert chip(page, "significances").words.hasFocus()


def test_tab_goes_from_the_filter_button_over_the_chips_to_clear(page: TimelinePage, qtbot: QtBot) -> None:
    page.filters.set_wanted(EntryFilter(doubtful_only=True))
    page.filters.set_wanted(EntryFilter(doubtful_only=True, in_scope=True, question_open=True))
    page.filters.filter.setFocus()
    seen = []
    for _ in range(5):
        widget = QApplication.focusWidget()
        assert isinstance(widget, QPushButton)
        seen.append(widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [
        *("Add a filter", "Filter: Question open", "Filter: In doubt", "Filter: Within the scope"),
        "Clear the filters",
    ]


def test_taking_the_last_tick_away_takes_the_chip_away(page: TimelinePage, settle: Settle) -> None:
    page.filters.set_wanted(KEY)
    chip(page, "significances").words.click()
    page.filters.choices.tick(Significance.KEY)
    page.filters.choices.close()
    settle()
    assert page.filters.wanted == ALL
    assert page.filters.chips.isHidden()


def test_chips_stand_beside_the_search_until_they_need_a_line_of_their_own(page: TimelinePage, settle: Settle) -> None:
    page.filters.set_wanted(EntryFilter(doubtful_only=True, in_scope=True))
    settle()
    in_one_line = page.filters.height()
    assert chip(page, "in_scope").mapTo(page.filters, chip(page, "in_scope").rect().center()).y() < in_one_line
    assert page.filters.chips.y() < page.filters.search.geometry().bottom()
    page.filters.set_wanted(
        EntryFilter(
            agency_ids=frozenset({1}),
            significances=frozenset(Significance),
            marks=frozenset(Mark),
            included=frozenset(Inclusion),
            origins=frozenset(Origin),
            earliest="2016-04-05",
            latest="2017-05-06",
            doubtful_only=True,
            in_scope=True,
        )
    )
    settle()
    QApplication.processEvents()
    assert page.filters.chips.y() > page.filters.search.geometry().bottom()
    last = page.filters.chips.chips[-1].geometry()
    assert page.filters.chips.rect().contains(last)


def test_an_agency_that_has_gone_is_no_longer_filtered_by(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    with context.review.journal.step("Add an agency"):
        new = agencies.add(context.review, "Fen Probation")
    settle()
    page.filters.set_wanted(EntryFilter(agency_ids=frozenset({new.id})))
    settle()
    assert texts(page) == []
    context.review.journal.undo()
    settle()
    assert page.filters.wanted == ALL
    assert texts(page) == TEXTS_IN_ORDER


def test_a_stretch_of_days_of_one_agency_becomes_chips_beside_the_others(page: TimelinePage, settle: Settle) -> None:
    days = EntryFilter(earliest="2016-04-01", latest="2016-04-30", agency_ids=frozenset({2}), in_scope=True)
    page.filters.set_wanted(days)
    settle()
    assert words(page) == ["Millpond Surgery", "April 2016", "Within the scope"]
    assert texts(page) == ["Telephone call. Said she had fallen."]


def test_entries_asked_for_are_shown_and_only_the_filters_that_hide_them_go(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    ids = entries.ordered_ids(context.review)
    page.filters.set_wanted(EntryFilter(text="zebra", earliest="2016-01-01", doubtful_only=True))
    settle()
    page.show_entries([ids[3], ids[1]])
    settle()
    assert page.filters.wanted == EntryFilter(earliest="2016-01-01")
    assert chosen(page) == TEXTS_IN_ORDER[3]
    assert page.panel.entry
    assert page.panel.entry.id == ids[3]


def test_dates_may_be_typed_as_a_year_or_a_day(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    page.filters.filter.action("days").trigger()
    dates = page.filters.dates
    qtbot.keyClicks(dates.earliest, "2016")
    qtbot.keyClicks(dates.latest, "5 April 2016")
    qtbot.keyClick(dates.latest, Qt.Key.Key_Return)
    settle()
    assert not dates.isVisible()
    assert page.filters.wanted == EntryFilter(earliest="2016-01-01", latest="2016-04-05")
    assert len(texts(page)) == 2


def test_a_date_that_is_not_understood_does_not_narrow_and_is_said(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    page.filters.filter.action("days").trigger()
    dates = page.filters.dates
    qtbot.keyClicks(dates.earliest, "soon")
    settle()
    assert dates.earliest.property("wrong")
    assert "Not understood" in dates.reading.text()
    qtbot.keyClick(dates.earliest, Qt.Key.Key_Escape)
    settle()
    assert texts(page) == TEXTS_IN_ORDER


def test_the_cross_of_the_search_goes_when_the_filters_are_cleared(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    narrowed(page, qtbot, settle, "shouting")
    cross = page.filters.search.findChild(QToolButton)
    assert cross is not None
    qtbot.waitUntil(cross.isVisible)
    page.filters.clear_all()
    settle()
    assert page.filters.search.text() == ""
    assert len(texts(page)) == len(TEXTS_IN_ORDER)
    qtbot.waitUntil(lambda: not cross.isVisible())
