"""The page of disagreements as a chair uses it: the accounts side by side, decided by keyboard, and nothing lost."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.domain.events import Decided, Event
from dhr_desktop.store import decisions, entries, questions
from dhr_desktop.timeline import disagreements, edit, events
from dhr_desktop.ui.disagreements.page import DisagreementsPage
from tests.store import made
from tests.ui.disagreements.acting import CONTROL, HOMES, HOSPITAL, INJURY, OUTCOME, POLICE, lines, press, settle


def test_without_events_the_page_says_what_to_do_first(open_page, context, qtbot):
    page = open_page()
    assert page.no_events.isVisible()
    assert "made an event first" in page.no_events.words.text()
    with qtbot.waitSignal(context.actions["go.events"].triggered):
        press(qtbot, Qt.Key.Key_Return)


def test_where_nothing_differs_the_page_says_what_was_compared_and_leads_on(review, open_page, context, qtbot):
    agency, other = made.agency(review, POLICE), made.agency(review, HOMES)
    events.group(review, made.add(review, made.entry(agency, text="Visit."), made.entry(other, text="Visit.")))
    page = open_page()
    assert page.none.isVisible()
    assert page.none.title.text() == "No disagreement was found in 1 event."
    assert "Only entries of one event are compared" in page.none.words.text()
    with qtbot.waitSignal(context.actions["go.events"].triggered):
        press(qtbot, Qt.Key.Key_Return)


def test_each_disagreement_is_listed_under_its_event_with_what_differs_and_when(page):
    assert lines(page) == [
        ["Assault in the kitchen", "Injury · 14 March 2017"],
        ["Assault in the kitchen", "Outcome · 14 March 2017"],
    ]
    assert page.filters.states.currentText() == "Open (2)"
    assert page.header.under.text().startswith("2 to decide.")


def test_the_accounts_stand_side_by_side_with_the_words_marked_and_who_does_not_differ_named(page):
    first, other = page.detail.accounts.cards
    assert (first.agency.text(), other.agency.text()) == (POLICE, HOSPITAL)
    assert ">No visible injuries</span></b></u>" in first.words.text()
    assert "at odds: Bruise to left arm" in other.words.accessibleName()
    words = page.detail.accounts.silent.text()
    assert words == f"Nothing at odds with these was found in what is recorded by {HOMES}."


def test_what_an_agency_wrote_is_never_read_as_markup(page, qtbot):
    press(qtbot, Qt.Key.Key_Down)
    assert any("&lt;at once&gt;" in card.words.text() for card in page.detail.accounts.cards)


def test_up_and_down_go_through_the_list_and_return_goes_to_the_accounts(page, qtbot):
    press(qtbot, Qt.Key.Key_Down)
    assert page.current.kind is OUTCOME
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Return)
    assert page.detail.form.choices[0].hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert page.detail.form.finding.text() == "No visible injuries"
    assert page.detail.form.reason.hasFocus()


def test_own_words_typed_where_the_keyboard_is_go_into_the_finding_and_choose_no_account(page, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    assert page.detail.form.choices[0].hasFocus()
    for letter in "8 July, at her mother's":
        qtbot.keyClick(QApplication.focusWidget(), letter)
    assert page.detail.form.written() == ("8 July, at her mother's", "")
    assert page.detail.form.finding.hasFocus()


def test_tab_goes_from_the_accounts_through_the_form_to_what_settles_it(page, qtbot):
    form = page.detail.form
    press(qtbot, Qt.Key.Key_Return)
    for part in (*form.choices[1:], form.finding, form.reason, form.settle, form.ask):
        press(qtbot, Qt.Key.Key_Tab)
        assert part.hasFocus(), QApplication.focusWidget()


def test_settling_takes_an_account_and_a_reason_and_goes_on_to_the_next(page, qtbot, review, told, at_rest, context):
    settle(page, qtbot)
    at_rest()
    (decision,) = decisions.of_event(review, told[0])
    assert (decision.finding, decision.reason) == ("Bruise to left arm", "She was examined there.")
    assert [second for _, second in lines(page)] == ["Outcome · 14 March 2017"]
    assert page.current.kind is OUTCOME
    assert page.list.hasFocus()
    assert page.detail.form.written() == ("", "")
    assert context.messages.text == "The disagreement is settled."


def test_nothing_is_settled_without_a_reason_and_the_page_says_what_is_missing(page, qtbot, review, at_rest):
    page.detail.form.choices[0].click()
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    at_rest()
    assert page.detail.form.wrong.text() == "Write why the review takes this to be so: others will ask."
    assert page.detail.form.reason.hasFocus()
    assert decisions.listing(review) == []
    qtbot.keyClicks(page.detail.form.reason, "Seen")
    assert page.detail.form.wrong.isHidden()


def test_what_is_written_and_not_settled_is_there_when_the_chair_comes_back(page, qtbot, review, told, at_rest):
    page.detail.form.choices[0].click()
    qtbot.keyClicks(QApplication.focusWidget(), "Half a reason")
    page.next_one()
    assert page.detail.form.written() == ("", "")
    edit.change_entry(review, replace(entries.get(review, told[1][2]), comment="Looked at."))
    at_rest()
    page.previous_one()
    assert page.detail.form.written() == ("No visible injuries", "Half a reason")


def test_typing_goes_on_while_something_else_changes(page, qtbot, review, told, at_rest):
    page.detail.form.choices[0].click()
    qtbot.keyClicks(QApplication.focusWidget(), "Half a ")
    edit.change_entry(review, replace(entries.get(review, told[1][2]), comment="Looked at."))
    at_rest()
    assert page.detail.form.reason.hasFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "reason")
    assert page.detail.form.written() == ("No visible injuries", "Half a reason")


def test_asking_an_agency_makes_a_question_and_leads_to_it(page, qtbot, review, told, at_rest, context):
    actions = page.detail.form.agencies.actions()
    assert [action.text() for action in actions] == [POLICE, HOSPITAL, HOMES]
    with qtbot.waitSignal(context.ways.question_wanted) as led:
        actions[0].trigger()
    at_rest()
    (asked,) = questions.of_event(review, told[0])
    assert led.args == [asked]
    assert page.filters.states.itemText(1) == "Asked (1)"
    page.show_event(told[0])
    page.list.setCurrentRow(0)
    assert page.detail.standing.text() == f"Asked: {asked.words}"


def test_reopening_shows_the_disagreement_again_with_its_history(page, qtbot, review, told, at_rest):
    settle(page, qtbot)
    at_rest()
    page.show_event(told[0])
    page.list.setCurrentRow(0)
    assert page.detail.form.written() == ("Bruise to left arm", "She was examined there.")
    press(qtbot, Qt.Key.Key_R, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    at_rest()
    assert [each.outcome for each in decisions.of_event(review, told[0])] == [Decided.SETTLED, Decided.REOPENED]
    history = page.detail.history.text().split("\n")
    assert history[1].endswith(": reopened.")
    assert "settled as “Bruise to left arm”, because: She was examined there." in history[2]
    assert page.detail.form.reopen.isHidden()


def test_a_settled_one_whose_accounts_change_says_what_was_decided_and_said_before(page, qtbot, review, told, at_rest):
    settle(page, qtbot)
    at_rest()
    edit.change_entry(review, replace(entries.get(review, told[1][1]), text="Bruise to right arm."))
    at_rest()
    assert lines(page)[0][1] == "Injury · accounts changed · 14 March 2017"
    page.list.setCurrentRow(0)
    assert "Settled as “Bruise to left arm”" in page.detail.standing.text()
    assert "Then they said: “No visible injuries”; “Bruise to left arm”." in page.detail.standing.text()


def test_the_list_narrows_by_words_and_by_what_differs_and_says_when_nothing_is_left(page, qtbot):
    press(qtbot, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(page.filters.search, "arrest")
    assert len(lines(page)) == 2  # both are of the event in which somebody speaks of an arrest
    page.filters.kinds.setCurrentIndex(page.filters.kinds.findData(OUTCOME))
    assert [second for _, second in lines(page)] == ["Outcome · 14 March 2017"]
    page.filters.search.setText("stairs")
    assert lines(page) == []
    assert page.nothing.isVisible()


def test_an_event_that_is_asked_for_is_shown_whatever_was_looked_for(page, told):
    page.filters.search.setText("stairs")
    page.show_event(told[0])
    assert page.filters.search.text() == ""
    assert page.current.key == (told[0], INJURY)


def test_an_event_whose_accounts_agree_is_said_to_agree(page, context):
    page.show_event(99)
    assert context.messages.text == "No disagreement was found in this event."


def test_the_ways_lead_to_the_event_and_to_its_entries(page, qtbot, told, context):
    assert page.current
    with qtbot.waitSignal(context.ways.event_wanted) as event:
        press(qtbot, Qt.Key.Key_E, CONTROL)
    with qtbot.waitSignal(context.ways.entries_wanted) as shown:
        press(qtbot, Qt.Key.Key_T, CONTROL)
    assert (event.args, shown.args) == ([told[0]], [told[1]])


def test_undoing_a_decision_brings_the_disagreement_back(page, qtbot, review, at_rest):
    settle(page, qtbot)
    at_rest()
    review.journal.undo()
    at_rest()
    assert page.filters.states.currentText() == "Open (2)"
    assert page.current.kind is INJURY


def test_what_was_written_for_a_settlement_stands_there_again_when_it_is_undone(page, qtbot, review, at_rest):
    key = page.current.key
    settle(page, qtbot)
    at_rest()
    review.journal.undo()
    at_rest()
    assert page.current.key == key
    finding, reason = page.detail.form.written()
    assert finding
    assert reason == "She was examined there."
    press(qtbot, Qt.Key.Key_Down)
    review.journal.redo()
    at_rest()
    assert page._written.about(key) is None
    review.journal.undo()
    at_rest()
    assert page.detail.form.written() == (finding, reason)


def test_what_an_undo_brought_back_and_was_taken_out_stays_out(page, qtbot, review, context, window, at_rest):
    key = page.current.key
    settle(page, qtbot)
    at_rest()
    review.journal.undo()
    at_rest()
    context.drafts.flush()
    again = DisagreementsPage(context, window)
    window.setCentralWidget(again)
    at_rest()
    assert again.current.key == key
    assert again.detail.form.written() == ("Bruise to left arm", "She was examined there.")

    again.detail.form.finding.clear()
    again.detail.form.reason.clear()
    context.drafts.flush()
    last = DisagreementsPage(context, window)
    window.setCentralWidget(last)
    at_rest()
    assert last.current.key == key
    assert last.detail.form.written() == ("", "")


def test_what_was_written_since_is_not_put_aside_for_what_was_undone(page, qtbot, review, at_rest):
    key = page.current.key
    settle(page, qtbot)
    at_rest()
    page._written.keep(key, ("Neither.", "Both were written later."))
    review.journal.undo()
    at_rest()
    assert page.detail.form.written() == ("Neither.", "Both were written later.")


def test_a_decision_on_accounts_that_agree_by_now_is_refused_in_words(page, qtbot, review, told, at_rest, context):
    page.detail.form.choices[1].click()
    qtbot.keyClicks(QApplication.focusWidget(), "Seen.")
    edit.change_entry(review, replace(entries.get(review, told[1][1]), text="Attended."))
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    at_rest()
    assert "no longer differ" in context.messages.text
    assert disagreements.listing(review)[0].kind is OUTCOME


def test_long_words_are_cut_and_never_push_the_page_beyond_its_window(page, review, told, at_rest, window):
    words = f"No visible injuries{', no other marks and nothing to be seen' * 9}."
    edit.change_entry(review, replace(entries.get(review, told[1][0]), text=words))
    events.change_event(review, Event(told[0], "A very long headline " * 9))
    window.resize(900, 700)
    at_rest()
    area = page.detail._area
    assert area.widget().width() <= area.viewport().width()
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_the_disagreement_that_was_at_hand_before_the_lock_is_at_hand_again(page, qtbot, open_page, at_rest):
    press(qtbot, Qt.Key.Key_Down)
    left = page.place()
    assert page.current.kind is OUTCOME

    again = open_page()
    assert again.current.kind is not OUTCOME
    again.go_back_to(left)
    at_rest()
    assert again.current.kind is OUTCOME
    assert again.list.currentRow() == 1
