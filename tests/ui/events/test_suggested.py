"""Suggestions are decided one after the other by keyboard, and nothing is grouped that the chair has not seen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Significance
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.store import agencies, entries, events, people
from dhr_desktop.timeline import edit, meaning
from dhr_desktop.timeline import events as timeline
from dhr_desktop.ui.common.veil import veiled_words
from dhr_desktop.ui.events import page as page_module
from dhr_desktop.ui.events.accept_all import AcceptAllDialog
from dhr_desktop.ui.events.card import marked
from dhr_desktop.ui.events.page import GROUPED, SUGGESTED


def press(qtbot, widget, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(widget, key, modifier)


def keys(page):
    lines = page.suggested.list.lines
    return [set(lines.key(row)) for row in range(lines.rowCount())]


@pytest.fixture
def page(told, opened):
    del told
    return opened()


@pytest.fixture
def first(page, told):
    """The page with the three accounts of the first evening at hand."""
    assert page.suggested.show_entry(told[0])
    return page


def test_what_agencies_tell_of_one_evening_is_suggested_side_by_side(first, told):
    assert sorted(map(sorted, keys(first))) == [told[:3], told[3:]]
    cards = first.suggested.view.accounts.cards
    assert [card.agency.text() for card in cards] == [
        "Ravenshire Constabulary",
        "Aldermarsh Infirmary",
        "Marshland Homes",
    ]
    assert cards[0].when.text() == "5 April 2016, 21:30"
    assert "3 accounts of one happening?" in first.suggested.view.title.text()
    assert "“Dastgir”" in first.suggested.view.reasons.text()


def test_agencies_are_called_by_their_short_names_where_room_is_scarce(first, told, context, settle):
    homes = next(each for each in agencies.listing(context.review) if each.name == "Marshland Homes")
    with context.review.journal.step("Rename an agency"):
        agencies.change(context.review, replace(homes, name="Aldermarsh Borough Council – Housing"))
    settle()
    first.suggested.show_entry(told[0])
    line = first.suggested.list.line
    assert line.short["Aldermarsh Borough Council – Housing"] == "Housing"
    assert "Aldermarsh Borough Council – Housing" in line.spoken
    assert "  Housing names 5 April 2016 on 6 April 2016." in first.suggested.view.reasons.text()


def test_what_only_one_account_says_is_underlined_and_the_rest_is_plain(first):
    police, hospital, _ = first.suggested.view.accounts.cards
    assert "underline" in hospital.text.text()
    assert "strips</span>" in hospital.text.text()
    assert "wardrobe</span>" not in hospital.text.text()
    assert "strips" in hospital.text.accessibleDescription()
    assert "strips" not in police.text.accessibleDescription()
    first.suggested.view.marking.click()
    assert "underline" not in hospital.text.text()


def test_what_an_agency_wrote_is_never_read_as_markup(first):
    ink = first._context.theme.colour("text")
    assert marked("<b>& bold", [(0, 3)], ink, ink).count("&lt;b&gt;") == 1
    assert "<b>" not in marked("<b>& bold", [(0, 3)], ink, ink)


def test_return_makes_an_event_and_the_next_is_at_hand_at_once(qtbot, first, told, context, settle):
    press(qtbot, first.suggested.list, Qt.Key.Key_Return)
    assert set(first.suggested.list.key) == set(told[3:])
    settle()
    assert list(events.members(context.review).values()) == [told[:3]]
    assert keys(first) == [set(told[3:])]
    assert first.tabs.tabText(GROUPED) == "Grouped (1)"


def test_a_held_return_decides_once(qtbot, first, context, settle):
    press(qtbot, first.suggested.list, Qt.Key.Key_Return)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True, 1)
    QApplication.sendEvent(first.suggested.list, held)
    settle()
    assert len(events.listing(context.review)) == 1


def test_delete_keeps_apart_and_it_is_never_asked_again(qtbot, first, told, context, settle):
    press(qtbot, first.suggested.list, Qt.Key.Key_Delete)
    settle()
    assert frozenset(told[:2]) in events.kept_apart(context.review)
    assert keys(first) == [set(told[3:])]
    context.review.journal.undo()
    settle()
    assert set(first.suggested.list.key) == set(told[:3])


def test_what_is_rejected_is_not_asked_by_another_page_of_the_same_review(qtbot, first, told, opened, settle):
    press(qtbot, first.suggested.list, Qt.Key.Key_Delete)
    settle()
    assert keys(opened()) == [set(told[3:])]


def test_what_was_rejected_can_be_looked_at_and_asked_again(qtbot, first, told, context, settle):
    press(qtbot, first.suggested.list, Qt.Key.Key_Delete)
    settle()
    first.suggested.which.setCurrentIndex(1)
    assert keys(first) == [set(told[:3])]
    assert first.suggested.list.line.title.startswith("Kept apart on ")
    assert not first.suggested.view.accept.isVisible()
    first.suggested.view.again.click()
    settle()
    assert events.kept_apart(context.review) == set()
    first.suggested.which.setCurrentIndex(0)
    assert set(told[:3]) in keys(first)


def test_an_account_without_its_tick_is_left_out_and_kept_apart(qtbot, first, told, context, settle):
    press(qtbot, first.suggested.list, Qt.Key.Key_3)
    assert "left out" in first.suggested.view._ticks.text()
    press(qtbot, first.suggested.list, Qt.Key.Key_Return)
    settle()
    assert list(events.members(context.review).values()) == [told[:2]]
    assert events.kept_apart(context.review) == {frozenset((one, told[2])) for one in told[:2]}
    assert keys(first) == [set(told[3:])]


def test_one_account_alone_cannot_be_accepted(qtbot, first, context, settle):
    press(qtbot, first.suggested.list, Qt.Key.Key_2, Qt.Key.Key_3)
    assert not first.suggested.view.accept.isEnabled()
    press(qtbot, first.suggested.list, Qt.Key.Key_Return)
    settle()
    assert events.listing(context.review) == []
    press(qtbot, first.suggested.list, Qt.Key.Key_3)
    assert first.suggested.view.accept.isEnabled()


def test_later_goes_on_and_decides_nothing(qtbot, page, context):
    page.suggested.list.step(-5)
    before, stood = page.suggested.list.key, context.review.journal.status()
    page.suggested.view.later.click()
    assert page.suggested.list.key != before
    press(qtbot, page.suggested.list, Qt.Key.Key_Up)
    assert page.suggested.list.key == before
    assert context.review.journal.status() == stood


def test_undo_brings_a_suggestion_back_and_to_hand(qtbot, first, told, context, settle):
    press(qtbot, first.suggested.list, Qt.Key.Key_Return)
    settle()
    context.review.journal.undo()
    settle()
    assert set(first.suggested.list.key) == set(told[:3])
    context.review.journal.redo()
    settle()
    assert keys(first) == [set(told[3:])]


def test_all_above_a_score_are_one_step_counted_beforehand(qtbot, page, context, settle):
    page.suggested.all_above.click()
    (dialog,) = page.window().findChildren(AcceptAllDialog)
    dialog.score.setValue(1.0)
    assert not dialog.accept_button.isEnabled()
    assert dialog.count.text() == "No suggestion scores so high."
    dialog.score.setValue(0.3)
    dialog.score.selectAll()
    press(qtbot, dialog.score, Qt.Key.Key_Delete)
    assert not dialog.accept_button.isEnabled(), "no score stands in the field"
    assert dialog.count.text() == "Type a score from 0 to 1."
    assert dialog.wanted == []
    press(qtbot, dialog.score, Qt.Key.Key_Return)
    settle()
    assert dialog.isVisible()
    assert events.listing(context.review) == []
    qtbot.keyClicks(dialog.score, "0.3")  # lower than any score there is: all of them
    assert dialog.count.text() == "2 suggestions would be accepted, with 5 entries."
    with qtbot.waitSignal(context.notices.changed):
        dialog.accept_button.click()
    settle()
    assert (len(events.listing(context.review)), keys(page)) == (2, [])
    assert context.review.journal.status().undo == "Group 5 entries as 2 suggested events"
    assert page.suggested.empty.title.text() == "Nothing is left to decide"
    assert context.messages.text == "2 events were made in one step."
    context.review.journal.undo()
    settle()
    assert (events.listing(context.review), len(keys(page))) == ([], 2)


def test_a_suggestion_that_adds_to_an_event_says_so_and_does(qtbot, first, told, context, settle):
    event_id = timeline.group(context.review, told[:2])
    settle()
    assert set(first.suggested.list.key) == set(told[:3])
    assert first.suggested.list.line.aside == "adds to an event"
    assert first.suggested.view.aside.text().startswith("This would add to the event “Neighbour Dastgir")
    assert [card.said.text() for card in first.suggested.view.accounts.cards] == [
        "In the event already",
        "In the event already",
        "",
    ]
    press(qtbot, first.suggested.list, Qt.Key.Key_Return)
    settle()
    assert events.members(context.review) == {event_id: told[:3]}


def test_rejecting_what_would_add_to_an_event_leaves_the_event(qtbot, first, told, context, settle):
    event_id = timeline.group(context.review, told[:2])
    settle()
    press(qtbot, first.suggested.list, Qt.Key.Key_Delete)
    settle()
    assert events.members(context.review) == {event_id: told[:2]}
    assert keys(first) == [set(told[3:])]


def test_two_events_are_not_made_one_with_all_the_others(page, told, context, settle, qtbot):
    extra = entries.page(context.review, entries.ordered_ids(context.review))[:2]
    timeline.group(context.review, [told[0], extra[0].id])
    timeline.group(context.review, [told[1], extra[1].id])
    settle()
    page.suggested.show_entry(told[0])
    assert page.suggested.list.line.aside == "joins events"
    page.suggested.all_above.click()
    (dialog,) = page.window().findChildren(AcceptAllDialog)
    dialog.score.setValue(0.5)
    assert "1 is left to be asked" in dialog.count.text()
    with qtbot.waitSignal(context.notices.changed):
        dialog.accept_button.click()
    settle()
    assert len(events.listing(context.review)) == 3


def test_nothing_is_compared_again_for_what_the_chair_makes_of_entries(page, told, context, settle):
    before = page._looked
    timeline.group(context.review, told[:3])
    meaning.judge(context.review, told, Significance.KEY)
    settle()
    assert page._looked is before
    edit.remove_entry(context.review, told[4])
    settle()
    assert page._looked is not before
    assert keys(page) == []


def test_a_change_elsewhere_is_read_when_the_page_is_seen_again(page, told, context, settle):
    page.hide()
    edit.remove_entry(context.review, told[4])
    settle()
    assert set(told[3:]) in keys(page)
    page.show()
    settle()
    assert keys(page) == [set(told[:3])]


def test_the_search_looks_in_the_accounts_and_keeps_the_place(qtbot, page, told):
    qtbot.keyClicks(page.search, "hjt van")
    assert keys(page) == [set(told[3:])]
    qtbot.keyClicks(page.search, "zzz")
    assert (keys(page), page.suggested.empty.title.text()) == ([], "None of them holds these words")
    page.search.clear()
    assert len(keys(page)) == 2


def test_one_is_led_to_what_is_suggested_about_an_entry(page, told, context, settle):
    page.tabs.setCurrentIndex(GROUPED)
    page.search.setText("hjt")
    page.show_suggestions(told[1])
    settle()
    assert page.tabs.currentIndex() == SUGGESTED
    assert set(page.suggested.list.key) == set(told[:3])
    routine = entries.ordered_ids(context.review)[0]
    page.show_suggestions(routine)
    settle()
    assert context.messages.text == "Nothing is suggested about this entry."


def test_an_account_leads_to_the_timeline(qtbot, first, told, context):
    with qtbot.waitSignal(context.ways.entries_wanted) as led:
        first.suggested.view.accounts.cards[1].show_it.click()
    assert led.args == [[told[1]]]


def test_what_is_marked_as_distressing_is_covered_until_asked_for(first, told, context, settle):
    meaning.mark(context.review, [told[0]], meaning.Mark.DISTRESSING, on=True)
    settle()
    first.suggested.show_entry(told[0])
    card = first.suggested.view.accounts.cards[0]
    assert (card.text.isVisible(), card.uncover.isVisible()) == (False, True)
    assert first.suggested.list.line.words == veiled_words()
    assert "reports shouting" not in first.suggested.searched(first.suggested.list.key)
    assert "“" not in first.suggested.view.reasons.text()
    card.uncover.click()
    assert (card.text.isVisible(), card.uncover.isVisible()) == (True, False)


def test_before_any_file_the_page_says_what_to_do(opened):
    page = opened()
    assert page.suggested.empty.title.text() == "No entries yet"
    page.tabs.setCurrentIndex(GROUPED)
    assert page.grouped.empty.title.text() == "No entries yet"
    assert not page.suggested.all_above.isEnabled()


def test_where_nothing_is_suggested_the_page_says_what_to_do(opened, context):
    with context.review.journal.step("Import"):
        one = agencies.add(context.review, "Ravenshire Constabulary").id
        entries.add_many(context.review, [entries.Entry(0, one, "2016-04-05", "Officers attended.")])
    page = opened()
    assert page.suggested.empty.title.text() == "Nothing is suggested"
    page.tabs.setCurrentIndex(GROUPED)
    assert page.grouped.empty.title.text() == "No events yet"


def test_looking_that_was_stopped_can_be_begun_again(told, opened, monkeypatch, settle):
    real = page_module.look

    def stopped(*_):
        raise Cancelled

    monkeypatch.setattr(page_module, "look", stopped)
    page = opened()
    assert page.suggested.right.currentWidget() is page.suggested.stopped
    monkeypatch.setattr(page_module, "look", real)
    page.suggested._look.click()
    settle()
    assert len(keys(page)) == 2
    assert told


def test_a_decision_that_comes_too_late_is_said_and_the_list_is_true(first, told, context, settle, qtbot):
    first._context.notices.changed.disconnect(first._on_change)  # as if the notice were still on its way
    edit.remove_entry(context.review, told[4])
    edit.remove_entry(context.review, told[3])
    first.suggested.show_entry(told[3])
    press(qtbot, first.suggested.list, Qt.Key.Key_Return)
    settle()
    assert "One entry alone is not an event." in context.messages.text
    assert events.listing(context.review) == []
    assert keys(first) == [set(told[:3])]


def test_in_panel_view_names_are_covered_and_still_decided_about(qtbot, first, told, context, settle):
    with context.review.journal.step("Add a person"):
        people.add(context.review, Person(0, "Dastgir", Role.OTHER, "Neighbour A"))
    context.panel.turn(on=True)
    first.suggested.show_entry(told[0])
    shown = [first.suggested.list.line.words, first.suggested.view.accounts.cards[0].text.text()]
    shown.append(first.suggested.view.reasons.text())
    assert [words for words in shown if "Dastgir" in words] == []
    assert "Neighbour A" in shown[0]
    press(qtbot, first.suggested.list, Qt.Key.Key_Return)
    settle()
    assert list(events.members(context.review).values()) == [told[:3]]
    first.show_event(1)
    settle()
    fields = first.grouped.view.fields
    headline = fields.editor("headline")
    assert (headline.isReadOnly(), "Dastgir" in headline.placeholderText()) == (True, False)
    context.panel.turn(on=False)
    timeline.change_event(context.review, Event(1, "Dastgir telephones"))
    settle()
    context.panel.turn(on=True)
    assert headline.text() == "Neighbour A telephones"
    context.panel.turn(on=False)
    assert (headline.text(), headline.isReadOnly()) == ("Dastgir telephones", False)
    assert events.get(context.review, 1).headline == "Dastgir telephones"


def test_a_card_says_when_its_account_was_reported_where_that_is_not_when_it_happened(first, told, context, settle):
    evening = entries.get(context.review, told[0])
    edit.change_entry(context.review, replace(evening, reported_edtf=evening.date_edtf, reported_time="22:50"))
    settle()
    first.suggested.show_entry(told[0])
    cards = first.suggested.view.accounts.cards
    assert [card.reported.text() for card in cards if not card.reported.isHidden()] == ["Reported 22:50"]
