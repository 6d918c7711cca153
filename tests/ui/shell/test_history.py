"""The history can be read by day, searched and narrowed to an entry; imports and entries are brought back out of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Mark
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family import register
from dhr_desktop.store import agencies, entries, facts, people, submissions
from dhr_desktop.store.submissions import NewSubmission
from dhr_desktop.timeline import edit, events, meaning, restoring, versions
from dhr_desktop.ui.shell.history import HistoryDialog
from dhr_desktop.ui.shell.history_model import WHAT
from tests.store.made import entry


def bring(review, name):
    with review.journal.step(f"Import {name}") as step:
        agency = agencies.add(review, name)
        submissions.add(review, NewSubmission(agency.id, f"{name}.csv", name.encode(), "", ""))
        (new,) = entries.add_many(review, [entry(agency.id, "2014-06-03", f"{name} attended.")])
    return step, new


def reword(review, entry_id, text, **how):
    edit.change_entry(review, replace(entries.get(review, entry_id), text=text), **how)


@pytest.fixture
def settle(qtbot, context):
    return lambda: qtbot.waitUntil(lambda: not context.jobs.busy)


@pytest.fixture
def visit(review):
    _, new = bring(review, "Police")
    return new


@pytest.fixture
def history(context, review, window, qtbot, visit, settle):
    assert visit
    bring(review, "Housing")
    made = HistoryDialog(context, window)
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def told(history):
    """What the lines say, days left out."""
    model = history.model
    return [str(model.index(row, WHAT).data()) for row in range(model.rowCount()) if model.line(row)]


def choose(history, words, settle):
    row = next(row for row in range(history.model.rowCount()) if history.model.index(row, WHAT).data() == words)
    history.table.selectRow(row)
    settle()


def test_the_newest_step_comes_first_under_the_day_on_which_it_was_done(history):
    assert told(history) == ["Import Housing", "Import Police"]
    assert history.model.days() == [0]
    assert history.model.index(0, 0).data().startswith("Today, ")
    assert not history.model.flags(history.model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_it_says_who_did_it_by_the_chair_s_name_where_it_is_known(history, review, settle):
    assert history.model.index(1, 2).data() == "you"

    with review.journal.step("Name the chair"):
        facts.put(review, ReviewFacts("Adult A", chair="Dr E. Marlow"))
    settle()

    assert history.model.index(1, 2).data() == "Dr E. Marlow"


def test_what_was_typed_in_one_go_is_one_line_with_its_number(history, review, visit, settle):
    for text in ("P", "Police came", "Police came at nine."):
        reword(review, visit, text, sitting="one")
    settle()

    choose(history, "Edit entry of 3 June 2014, saved 3 times", settle)
    assert "attended" in history.detail.words.text()
    assert "nine" in history.detail.words.text()


def test_an_undone_step_says_so(history, review, visit, settle):
    reword(review, visit, "Reworded.")
    review.journal.undo()
    settle()

    assert told(history)[:2] == ["Undone: Edit entry of 3 June 2014", "Edit entry of 3 June 2014 – undone since"]


def test_words_narrow_the_history(history, settle, qtbot):
    history.search.setText("police")
    qtbot.waitUntil(lambda: history.wanted.words == "police")
    settle()
    assert told(history) == ["Import Police"]

    history.search.setText("nowhere")
    qtbot.waitUntil(lambda: history.wanted.words == "nowhere")
    settle()
    assert history.detail.title.text() == "Nothing in the history holds these words."


def test_the_history_of_one_entry_tells_each_field_as_it_was_and_became_with_the_differing_words_marked(
    history, review, visit, settle
):
    reword(review, visit, "Police attended twice.")
    history.show_entry(visit)
    settle()

    assert told(history) == ["Edit entry of 3 June 2014", "Import Police"]
    assert history.called.text() == "3 June 2014, Police"
    html = history.detail.words.text()
    assert "What happened" in html
    assert 'text-decoration:underline"> twice</span>' in html

    history.show_everything()
    settle()
    assert len(told(history)) == 3


def test_what_an_agency_wrote_is_never_read_as_markup(history, review, visit, settle):
    reword(review, visit, "<b>bold</b>")
    history.show_entry(visit)
    settle()

    assert "<b>bold" not in history.detail.words.text()


def test_an_entry_is_restored_to_a_version_of_it_and_that_can_be_undone(history, review, visit, settle):
    reword(review, visit, "Reworded.")
    history.show_entry(visit)
    settle()
    assert not history.detail.restore.isVisible()
    assert history.detail.why_not.text() == "This is how the entry stands now."

    choose(history, "Import Police", settle)
    history.detail.restore.click()
    settle()

    assert entries.get(review, visit).text == "Police attended."
    assert told(history)[0].startswith("Restore entry of 3 June 2014 as it stood on ")
    assert history.messages.text == "The entry stands again as it did then."
    review.journal.undo()
    assert entries.get(review, visit).text == "Reworded."


def test_what_was_restored_is_told_also_where_the_list_was_read_before_it_was_known(history, review, visit, settle):
    reword(review, visit, "Reworded.")
    history.show_entry(visit)
    settle()
    choose(history, "Import Police", settle)
    first = versions.of_entry(review, visit)[-1].step_id
    restored = restoring.restore(review, visit, first)
    settle()
    history._say_restored(restored)
    settle()
    assert history.detail.title.text().startswith("Restore entry of 3 June 2014")
    assert "What happened" in history.detail.words.text()
    assert history.detail.why_not.text() == "This is how the entry stands now."


def test_a_removed_entry_is_found_in_the_history_and_brought_back(history, review, visit, settle):
    edit.remove_entry(review, visit)
    history.show_entry(visit)
    settle()
    assert history.called.text() == "An entry that is not on the timeline"
    assert "taken off the timeline" in history.detail.words.text()

    choose(history, "Import Police", settle)
    history.detail.restore.click()
    settle()

    assert entries.get(review, visit).text == "Police attended."


def test_it_keeps_its_place_while_the_work_goes_on(history, review, visit, settle):
    choose(history, "Import Police", settle)

    reword(review, visit, "Reworded.")
    settle()

    assert history.model.index(history.table.currentIndex().row(), WHAT).data() == "Import Police"


def test_it_leads_to_the_entry_on_the_timeline(history, context, visit, settle, qtbot):
    choose(history, "Import Police", settle)

    with qtbot.waitSignal(context.ways.entries_wanted) as wanted:
        history.detail.go.click()

    assert wanted.args == [[visit]]


def test_an_old_import_is_taken_back_and_the_trail_says_so(history, review, settle):
    choose(history, "Import Police", settle)
    assert history.detail.take_back.isVisible()

    history.detail.take_back.click()
    settle()

    assert [agency.name for agency in agencies.listing(review)] == ["Housing"]
    assert told(history) == ["Take back import Police", "Import Housing", "Import Police – taken back since"]
    assert history.messages.text == "Take back import Police is done."


def test_what_has_been_taken_back_is_not_offered_again(history, settle):
    choose(history, "Import Police", settle)
    history.detail.take_back.click()
    settle()

    choose(history, "Import Police – taken back since", settle)

    assert not history.detail.take_back.isVisible()


def test_only_an_import_can_be_taken_back(history, review, settle):
    with review.journal.step("Rename an agency"):
        agencies.add(review, "Probation")
    settle()

    choose(history, "Rename an agency", settle)

    assert not history.detail.take_back.isVisible()


def test_older_steps_are_read_as_they_are_scrolled_to(context, review, window, qtbot, settle):
    for number in range(230):
        with review.journal.step(f"Step {number}"):
            facts.put(review, ReviewFacts(f"Review {number}"))
    made = HistoryDialog(context, window)
    qtbot.addWidget(made)
    made.show()
    settle()
    assert len(told(made)) == 200

    made.table.scrollToBottom()
    qtbot.waitUntil(lambda: len(told(made)) == 230)


def test_names_are_covered_in_panel_view(history, review, visit, settle, context):
    with review.journal.step("Add person"):
        people.add(review, Person(0, "Helen Drewitt", Role.VICTIM, "Anna"))
    reword(review, visit, "Helen Drewitt came.")
    context.panel.turn(on=True)
    history.show_entry(visit)
    settle()

    assert "Drewitt" not in history.detail.words.text()
    assert "Anna" in history.detail.words.text()


def test_a_private_note_is_not_told_in_panel_view(history, review, visit, settle, context):
    meaning.write_note(review, visit, "Ask her sister.")
    history.show_entry(visit)
    settle()
    assert "Ask her sister." in history.detail.words.text()

    context.panel.turn(on=True)
    at_once = history.detail.words.text()
    settle()

    assert at_once == ""
    assert "sister" not in history.detail.words.text()
    assert "not shown in panel view" in history.detail.words.text()


def test_what_is_marked_as_distressing_is_told_only_when_it_is_asked_for(history, review, visit, settle):
    meaning.mark(review, [visit], Mark.DISTRESSING, on=True)
    history.show_entry(visit)
    settle()
    choose(history, "Import Police", settle)
    assert "attended" not in history.detail.words.text()

    history.detail.unveil.click()
    settle()

    assert "attended" in history.detail.words.text()
    assert not history.detail.unveil.isVisible()


def test_the_history_of_one_person_has_what_is_theirs_alone_and_is_covered_in_panel_view(
    history, review, settle, context
):
    person = register.add_person(review, Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen"))
    register.add_person(review, Person(0, "Jade Ollerton", Role.FAMILY, "Rachel"))
    register.change_person(review, replace(person, works_for="Marshland Homes"))
    settle()
    choose(history, "Change a person", settle)
    assert "Lorraine Marchbank in the register: works for" in history.detail.words.text()
    assert not history.detail.alone.isVisible()

    history.detail.person.click()
    settle()
    assert told(history) == ["Change a person", "Add a person"]
    assert history.called.text() == "Lorraine Marchbank"
    assert not history.detail.person.isVisible()

    context.panel.turn(on=True)
    settle()
    assert history.called.text() == "Helen"
    assert "Lorraine" not in history.detail.words.text()

    history.show_everything()
    settle()
    assert told(history)[:3] == ["Change a person", "Add a person", "Add a person"]
    assert not history.called.isVisible()


def test_a_step_about_several_people_offers_the_history_of_none(history, review, settle):
    register.add_people(review, [Person(0, name, Role.FAMILY) for name in ("Lorraine Marchbank", "Jade Ollerton")])
    settle()
    choose(history, "Enter a register of people", settle)
    assert "Jade Ollerton in the register: added" in history.detail.words.text()
    assert not history.detail.person.isVisible()


def test_an_import_tells_nothing_of_people(history, settle):
    choose(history, "Import Police", settle)
    assert not history.detail.person.isVisible()


def test_the_keys_of_the_review_are_at_hand_in_the_history_too(history, context):
    for action in ("review.panel_view", "review.undo", "review.redo"):
        assert context.actions[action] in history.actions()


def test_the_table_is_sound(history, qtmodeltester):
    qtmodeltester.check(history.model)


def test_what_was_done_to_an_event_is_told_with_its_entries(history, review, visit, settle):
    _, other = bring(review, "Surgery")
    event = events.group(review, [visit, other])
    events.change_event(review, Event(event, "An argument at home"))
    settle()
    choose(history, "Group 2 entries as one event", settle)
    assert "3 June 2014, Police: Police attended." in history.detail.words.text()
    assert "3 June 2014, Surgery: Surgery attended." in history.detail.words.text()
    history.table.selectRow(1)
    settle()
    assert "Event: headline" in history.detail.words.text()
    assert "argument" in history.detail.words.text()


def test_of_a_distressing_entry_the_history_tells_no_words_unasked(history, review, visit, settle):
    _, other = bring(review, "Surgery")
    meaning.mark(review, [visit], Mark.DISTRESSING, on=True)
    events.group(review, [visit, other])
    settle()
    choose(history, "Group 2 entries as one event", settle)
    assert "Police attended" not in history.detail.words.text()
    assert "Surgery attended" in history.detail.words.text()


def test_a_day_is_passed_over_by_mouse_and_by_key(history, qtbot):
    table = history.table
    history.table.selectRow(1)
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(history.model.index(0, 0)).center()
    )
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
    for key, row in ((Qt.Key.Key_End, 2), (Qt.Key.Key_Home, 1), (Qt.Key.Key_Up, 1)):
        qtbot.keyClick(table, key)
        assert [index.row() for index in table.selectionModel().selectedRows()] == [row]
