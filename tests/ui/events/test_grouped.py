"""Events are named, dated, split, merged and dissolved in place, and lead to what belongs to them."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.events import Event, Question
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.store import entries, events, people
from dhr_desktop.timeline import events as timeline
from dhr_desktop.ui.common import dialogs
from dhr_desktop.ui.events.page import GROUPED


@pytest.fixture
def event_id(review, told):
    return timeline.group(review, told[:3])


@pytest.fixture
def page(event_id, opened):
    page = opened()
    page.show_event(event_id)
    page.take_keyboard()
    return page


def typed(qtbot, page, name, words):
    editor = page.grouped.view.fields.editor(name)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    return editor


def titles(page):
    lines = page.grouped.list.lines
    return [lines.line(row).title for row in range(lines.rowCount())]


def choose_all(page):
    model = page.grouped.list.selectionModel()
    for row in range(page.grouped.list.lines.rowCount()):
        model.select(page.grouped.list.lines.index(row), QItemSelectionModel.SelectionFlag.Select)


def test_an_event_is_shown_with_every_account_under_it(page, told, context):
    assert page.tabs.currentIndex() == GROUPED
    line = page.grouped.list.line
    assert line.title.startswith("Neighbour Dastgir reports shouting at 14 Quay Lane.")
    assert (line.when, line.aside) == ("5 April 2016 and 6 April 2016", "3 agencies")
    assert page.grouped.view.told.text() == "3 accounts of 3 agencies"
    texts = [card._account.entry.text for card in page.grouped.view.accounts.cards]
    assert texts == [entry.text for entry in entries.page(context.review, told[:3])]


def test_a_headline_is_written_in_place_and_undone_as_one(qtbot, page, event_id, context, settle):
    qtbot.keyClick(page.grouped.list, Qt.Key.Key_Return)
    headline = page.grouped.view.fields.editor("headline")
    assert headline.hasFocus()
    qtbot.keyClicks(headline, "The night of ")
    page.grouped.view.fields._pauses._tell()
    settle()
    assert events.get(context.review, event_id).headline == "The night of"
    assert (headline.hasFocus(), page.grouped.view.state.text()) == (True, "Saved")
    qtbot.keyClicks(headline, "the wardrobe")
    page.grouped.take_keyboard()
    settle()
    assert events.get(context.review, event_id).headline == "The night of the wardrobe"
    assert titles(page) == ["The night of the wardrobe"]
    context.review.journal.undo()
    settle()
    assert events.get(context.review, event_id).headline == ""
    assert headline.text() == ""


def test_the_date_is_written_as_the_british_write_it(qtbot, page, event_id, context, settle):
    editor = typed(qtbot, page, "date", "about april 2016")
    page.grouped.take_keyboard()
    settle()
    assert page.grouped.list.line.when == "about April 2016"
    typed(qtbot, page, "time", "9.30pm")
    page.grouped.take_keyboard()
    settle()
    found = events.get(context.review, event_id)
    assert (found.time, page.grouped.list.line.when) == ("21:30", "about April 2016, 21:30")
    typed(qtbot, page, "date", "")
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    page.grouped.take_keyboard()
    settle()
    assert events.get(context.review, event_id).date_edtf == ""


def test_what_is_no_date_is_said_and_not_saved(qtbot, page, event_id, context, settle):
    editor = typed(qtbot, page, "date", "whenever")
    assert "Not understood as a date." in page.grouped.view.fields._hint.text()
    page.grouped.take_keyboard()
    settle()
    assert (events.get(context.review, event_id).date_edtf, editor.text()) == ("", "whenever")
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == ""


def test_events_stand_in_the_order_of_the_timeline(page, told, event_id, context, settle):
    later = timeline.group(context.review, told[3:])
    settle()
    assert [page.grouped.list.lines.key(row) for row in (0, 1)] == [(event_id,), (later,)]
    timeline.change_event(context.review, Event(later, "Earlier", "2015"))
    settle()
    assert titles(page)[0] == "Earlier"
    assert page.grouped.event_id == event_id


def test_an_entry_is_taken_out_and_the_event_goes_with_the_last_but_one(page, told, context, settle):
    page.grouped.view.accounts.cards[2].take_out.click()
    settle()
    assert list(events.members(context.review).values()) == [told[:2]]
    page.grouped.view.accounts.cards[1].take_out.click()
    settle()
    assert events.listing(context.review) == []
    assert page.grouped.empty.title.text() == "No events yet"
    context.review.journal.undo()
    settle()
    assert page.grouped.number == 1


def test_an_event_of_four_can_be_parted_into_two(page, told, event_id, context, settle):
    assert not page.grouped.view.split_off.isVisible()
    timeline.group(context.review, [*told[:3], told[3]])
    settle()
    view = page.grouped.view
    assert (view.split_off.isVisible(), view.split_off.isEnabled()) == (True, False)
    view.accounts.toggle(1)
    view.accounts.toggle(2)
    assert view.split_off.isEnabled()
    view.accounts.toggle(3)
    assert not view.split_off.isEnabled()
    view.accounts.toggle(3)
    view.split_off.click()
    settle()
    assert sorted(map(sorted, events.members(context.review).values())) == [told[:2], told[2:4]]
    assert page.grouped.event_id != event_id


def test_several_events_that_are_chosen_are_merged(page, told, event_id, context, settle):
    timeline.group(context.review, told[3:])
    settle()
    choose_all(page)
    assert page.grouped.chosen_words.text() == "2 events are chosen"
    page.grouped.merge.click()
    settle()
    assert events.members(context.review) == {event_id: told}
    assert page.grouped.event_id == event_id
    assert context.messages.text == "2 events are one now."
    assert context.messages.offers == "Undo"


def test_an_event_with_words_of_the_chair_s_is_dissolved_when_she_says_so_twice(page, event_id, context, settle):
    timeline.change_event(context.review, Event(event_id, "The wardrobe"))
    settle()
    dialogs.answer_next(answer=False)
    page.grouped.view.dissolve.click()
    settle()
    assert len(events.listing(context.review)) == 1
    dialogs.answer_next(answer=True)
    page.grouped.view.dissolve.click()
    settle()
    assert events.listing(context.review) == []


def test_an_event_without_words_is_dissolved_at_once_for_undo_brings_it_back(page, context, settle):
    page.grouped.view.dissolve.click()
    settle()
    assert events.listing(context.review) == []


def test_an_event_leads_to_the_timeline_its_disagreements_and_a_question(qtbot, page, told, event_id, context):
    ways = context.ways
    with qtbot.waitSignal(ways.entries_wanted) as led:
        page.grouped.view.show_all.click()
    assert led.args == [told[:3]]
    with qtbot.waitSignal(ways.entries_wanted) as led:
        page.grouped.view.accounts.cards[2].show_it.click()
    assert led.args == [[told[2]]]
    with qtbot.waitSignal(ways.disagreements_wanted) as led:
        page.grouped.view.disagreements.click()
    assert led.args == [event_id]
    second = page.grouped.view.ask.menu().actions()[1]
    with qtbot.waitSignal(ways.question_wanted) as led:
        second.trigger()
    hospital = entries.get(context.review, told[1]).agency_id
    assert (second.text(), led.args) == ("Aldermarsh Infirmary", [Question(0, hospital, "", event_id=event_id)])


def test_an_event_asked_for_before_anything_is_read_is_shown_then(event_id, told, context, opened, settle):
    other = timeline.group(context.review, told[3:])
    page = opened()
    page.search.setText("dastgir")
    page.show_event(other)
    settle()
    assert (page.tabs.currentIndex(), page.grouped.event_id) == (GROUPED, other)
    assert page.search.text() == ""
    assert event_id


def test_what_is_typed_stays_when_the_event_changes_elsewhere(qtbot, page, event_id, context, settle):
    headline = typed(qtbot, page, "headline", "The night")
    timeline.change_event(context.review, Event(event_id, note="Ask for the log."))
    settle()
    assert headline.text() == "The night"
    assert page.grouped.view.fields.editor("note").text() == "Ask for the log."
    page.grouped.take_keyboard()
    settle()
    assert events.get(context.review, event_id) == Event(event_id, "The night", note="Ask for the log.")


def test_words_for_an_event_that_was_dissolved_meanwhile_are_not_lost_unsaid(qtbot, page, event_id, context, settle):
    context.notices.changed.disconnect(page._on_change)
    timeline.dissolve(context.review, event_id)
    typed(qtbot, page, "headline", "The night")
    page.grouped.view.fields.commit()
    settle()
    assert "This event has been dissolved." in context.messages.text


def test_what_could_not_be_written_stays_in_its_field(qtbot, page, event_id, context, settle, monkeypatch):
    def full(*_: object) -> None:
        raise UserError("The disk is full.", "Free some room.")

    monkeypatch.setattr(timeline, "change_event", full)
    headline = typed(qtbot, page, "headline", "The night")
    page.grouped.view.fields.commit()
    settle()

    assert "The disk is full." in context.messages.text
    assert headline.text() == "The night"
    assert page.grouped.view.fields.unsaved() == {"headline"}
    assert events.get(context.review, event_id).headline == ""


def test_a_name_in_the_search_is_put_away_in_panel_view(page, context, settle):
    with context.review.journal.step("Add person"):
        people.add(context.review, Person(0, "Helen Drewitt", Role.VICTIM, "Anna"))
    page.search.setText("Drewitt")
    context.panel.turn(on=True)
    settle()

    assert page.search.text() == ""


def test_the_event_that_was_shown_before_the_lock_is_shown_again(page, review, told, opened, settle):
    other = timeline.group(review, told[3:5])
    settle()
    page.show_event(other)
    left = page.place()
    assert left == (other, "")

    again = opened()
    again.go_back_to(left)
    settle()
    assert again.place() == left
    assert again.grouped.isVisible()


@pytest.mark.usefixtures("told")
def test_the_suggestion_that_was_at_hand_before_the_lock_is_at_hand_again(opened, settle):
    page = opened()
    page.suggested.list.step(1)
    key = page.suggested.list.key
    left = page.place()

    again = opened()
    assert again.suggested.list.key != key
    again.go_back_to(left)
    settle()
    assert again.suggested.list.key == key
    assert again.place() == left
    again.suggested.reject()
    settle()
    again.suggested.which.setCurrentIndex(1)
    apart = again.place()
    third = opened()
    third.go_back_to(apart)
    settle()
    assert third.suggested.which.currentIndex() == 1
    assert third.suggested.list.key == key
