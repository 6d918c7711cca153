"""What is settled says by whom, and what shows of it in panel view and behind the veil."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from dhr_desktop.domain.events import Event
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.store import decisions, entries, facts, people
from dhr_desktop.timeline import disagreements, edit, events
from dhr_desktop.timeline.accounts_differ.found import Said
from dhr_desktop.ui.disagreements.accounts import AccountCard
from dhr_desktop.ui.disagreements.seeing import Seeing
from tests.ui.disagreements.acting import CONTROL, INJURY, POLICE, lines, press, settle


@pytest.fixture
def named(review, told):
    """A register, and an account that names somebody in what it says."""
    with review.journal.step("Add people"):
        people.add(review, Person(0, "Rowan Hale", Role.PERPETRATOR, "Peter"))
    edit.change_entry(
        review, replace(entries.get(review, told[1][2]), text="Police say that Rowan Hale was arrested <at once>.")
    )


def everything_said(page):
    return " ".join(
        part
        for shown in page.findChildren(QLabel) + page.findChildren(QPushButton)
        if shown.isVisibleTo(page)
        for part in (shown.text(), shown.accessibleName())
    )


def test_in_panel_view_no_name_shows_and_nothing_is_decided(named, page, context, qtbot, at_rest, review):
    assert named is None
    page.next_one()
    page.detail.form.choices[1].click()
    qtbot.keyClicks(QApplication.focusWidget(), "Rowan was seen in custody.")
    assert "Rowan" in everything_said(page)

    context.panel.turn(on=True)
    assert "Rowan" not in everything_said(page)
    assert "Peter was arrested</span></b></u>" in page.detail.accounts.cards[1].words.text()
    assert page.detail.form.finding.text() == "Peter was arrested"
    assert page.detail.form.reason.toPlainText() == "Peter was seen in custody."
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    at_rest()
    assert decisions.listing(review) == []
    assert page.detail.form.covered.isVisible()

    context.panel.turn(on=False)
    assert page.detail.form.written() == ("Rowan Hale was arrested", "Rowan was seen in custody.")


def test_what_is_distressing_is_in_no_card_list_or_choice_until_it_is_asked_for(page, review, told, at_rest):
    for entry_id in told[1]:
        edit.change_entry(review, replace(entries.get(review, entry_id), distressing=True))
    events.change_event(review, Event(told[0]))
    at_rest()
    assert "njuries" not in everything_said(page)
    assert "injuries" not in page.list.item(0).text()
    assert page.detail.form.choices == []

    page.detail.accounts.cards[0].uncover.click()
    assert ">No visible injuries</span></b></u>" in page.detail.accounts.cards[0].words.text()
    assert "Bruise" not in everything_said(page)
    assert [choice.text() for choice in page.detail.form.choices] == [f"No visible injuries – {POLICE}"]
    page.next_one()
    page.previous_one()
    assert "njuries" not in everything_said(page)


def test_what_was_settled_says_by_whom_and_so_do_its_earlier_versions(page, review, at_rest):
    for chair, reason in (("Imogen Vale", "She was examined."), ("Hugh Ansell", "The nurse was asked.")):
        with review.journal.step("Change the review's details"):
            facts.put(review, replace(facts.get(review), chair=chair))
        disagreements.settle(review, page.current.event.id, INJURY, "bruise to left arm", reason)
    at_rest()
    page.filters.states.setCurrentIndex(2)
    at_rest()
    assert "Hugh Ansell" in page.detail.standing.text()
    first, second = page.detail.history.text().split("\n")[1:]
    assert (", Hugh Ansell: settled" in first, ", Imogen Vale: settled" in second) == (True, True)


def test_what_was_settled_is_veiled_with_the_account_it_tells_of(page, review, told, qtbot, at_rest):
    settle(page, qtbot, "The bruise was seen there.")
    at_rest()
    edit.change_entry(review, replace(entries.get(review, told[1][1]), distressing=True))
    page.filters.states.setCurrentIndex(2)
    at_rest()
    said = everything_said(page) + page.detail.form.finding.text() + page.detail.form.reason.toPlainText()
    assert "ruise" not in said
    assert "marked as distressing" in page.detail.standing.text()
    assert not page.detail.form.settle.isEnabled()

    press(qtbot, Qt.Key.Key_F5)
    assert "The bruise was seen there." in page.detail.standing.text()
    assert page.detail.form.reason.toPlainText() == "The bruise was seen there."


def test_what_was_settled_about_a_dissolved_event_stands_among_what_is_settled(page, review, told, qtbot, at_rest):
    settle(page, qtbot)
    at_rest()
    events.dissolve(review, told[0])
    page.filters.states.setCurrentIndex(2)
    at_rest()
    assert lines(page) == [["Assault in the kitchen", "Injury · settled, event dissolved · 14 March 2017"]]
    assert "comes back when they are grouped again" in page.detail.standing.text()
    assert page.detail.show_event.isHidden()
    assert page.detail.form.isHidden()
    events.group(review, told[1])
    at_rest()
    assert "dissolved" not in everything_said(page)
    assert page.detail.form.isVisible()


def test_the_heading_of_an_agency_s_own_column_is_covered_in_panel_view(review, told, context, qtbot):
    with review.journal.step("Add person"):
        people.add(review, Person(0, "Rowan Hale", Role.PERPETRATOR))
    entry = entries.get(review, told[1][0])
    said = Said(entry.id, entry.agency_id, "other:Seen with Rowan Hale?", 0, 0, "Yes", "seen")

    def words():
        card = AccountCard(context.theme, Seeing(context), POLICE, entry, [said])
        qtbot.addWidget(card)
        return " ".join(each.text() for each in card.findChildren(QLabel))

    assert "Seen with Rowan Hale?" in words()
    context.panel.turn(on=True)
    assert "Seen with" in words()
    assert "Rowan" not in words()
