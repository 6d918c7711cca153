"""The log of contacts on the Family page: noted down by keyboard, never lost, and true about what is owed."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import today
from dhr_desktop.domain.contacts import Contact, Direction, Means, Promise, Reached
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import DateToAvoid, Group, Stakeholder
from dhr_desktop.family import contacts, stakeholders
from dhr_desktop.store import contact_log, involvement, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.family.contacts_section import ContactsSection
from dhr_desktop.ui.family.due_section import DueSection
from dhr_desktop.ui.family.page import FamilyPage
from dhr_desktop.ui.overview.owed import owed
from dhr_desktop.ui.overview.standing import read_standing

CONTROL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def two(review: Review) -> tuple[Stakeholder, Stakeholder]:
    """A mother and a sister."""
    mother = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen")
    sister = Person(0, "Jade Ollerton", Role.FAMILY, "Rachel")
    return (
        stakeholders.involve(review, mother, Stakeholder(0, 0, Group.FAMILY, "mother", update_days=28)),
        stakeholders.involve(review, sister, Stakeholder(0, 0, Group.FAMILY, "sister")),
    )


@pytest.fixture
def page(two: tuple[Stakeholder, Stakeholder], context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> FamilyPage:
    """The page with the mother chosen and her contacts shown."""
    made = FamilyPage(context, window)
    window.setCentralWidget(made)
    window.resize(1300, 700)
    window.show()
    qtbot.waitActive(window)
    made.show_person(two[0].person_id, "contacts")
    _rest(qtbot, context)
    return made


def _rest(qtbot: QtBot, context: ReviewContext) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not context.jobs.busy)
        QApplication.processEvents()


def _section(page: FamilyPage) -> ContactsSection:
    section = page.sections["contacts"]
    assert isinstance(section, ContactsSection)
    return section


def _due(page: FamilyPage, qtbot: QtBot, context: ReviewContext) -> DueSection:
    page.show_person(page.whom.key, "due")
    _rest(qtbot, context)
    section = page.sections["due"]
    assert isinstance(section, DueSection)
    return section


class Keys:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.pressed = qtbot, 0

    def __call__(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        self.pressed += 1

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), words)


@pytest.fixture
def keys(qtbot: QtBot) -> Keys:
    return Keys(qtbot)


def test_a_call_with_a_promise_takes_six_keys_beside_its_words(
    page: FamilyPage, context: ReviewContext, review: Review, two, keys: Keys, qtbot: QtBot
) -> None:
    steps = len(review.journal.steps())
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    keys(KEY.Key_T)
    keys(KEY.Key_Tab)
    keys.type("She asked when the terms will be agreed.")
    keys(KEY.Key_Tab)
    keys.type("send the terms")
    keys(KEY.Key_Tab)
    keys.type("1/7/2031")
    keys(KEY.Key_Return, CONTROL)
    _rest(qtbot, context)

    (logged,) = contact_log.read(review)
    assert (logged.contact.on, logged.contact.means, logged.whom) == (today(), Means.TELEPHONE, (two[0].id,))
    assert logged.contact.said == "She asked when the terms will be agreed."
    (promise,) = logged.promises
    assert (promise.words, promise.due_on) == ("send the terms", date(2031, 7, 1))
    assert len(review.journal.steps()) == steps + 1
    assert keys.pressed == 6
    assert _section(page).table.hasFocus()


def test_who_makes_contacts_is_known_from_the_log_and_kept_nowhere_outside_the_review(
    page: FamilyPage, context: ReviewContext, review: Review, keys: Keys, qtbot: QtBot
) -> None:
    advocate = "Imelda Foyle-Grant"
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    noting = _section(page).noting
    assert noting.form.editor("by").text() == "chair"
    noting.form.editor("by").setText(advocate)
    keys(KEY.Key_T)
    keys(KEY.Key_F8)
    _rest(qtbot, context)
    (logged,) = contact_log.read(review)
    assert logged.contact.by == advocate
    assert advocate not in str(vars(context.habits))

    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    assert noting.form.editor("by").text() == advocate


def test_an_attempt_that_nobody_answered_takes_three_keys(
    page: FamilyPage, context: ReviewContext, review: Review, keys: Keys, qtbot: QtBot
) -> None:
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    keys(KEY.Key_T)
    keys(KEY.Key_F8)
    _rest(qtbot, context)

    (logged,) = contact_log.read(review)
    assert (logged.contact.reached, logged.reached) == (Reached.NO, False)
    assert keys.pressed == 3
    assert "1 attempt, not answered since" in _section(page).said.text()


def test_a_contact_is_begun_from_any_section(
    page: FamilyPage, context: ReviewContext, keys: Keys, qtbot: QtBot
) -> None:
    _due(page, qtbot, context)
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    _rest(qtbot, context)

    assert page.section_key == "contacts"
    assert _section(page).is_noting


def test_half_a_contact_is_kept_and_gone_on_with(
    page: FamilyPage, context: ReviewContext, review: Review, keys: Keys, qtbot: QtBot
) -> None:
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    keys(KEY.Key_H)
    keys(KEY.Key_Tab)
    keys.type("She asked that")
    keys(KEY.Key_Escape)
    _rest(qtbot, context)
    assert contact_log.read(review) == []

    keys(KEY.Key_N, CONTROL)
    _rest(qtbot, context)
    form = _section(page).noting.form
    assert form.editor("said").text() == "She asked that"
    assert form.as_typed().means is Means.HOME


def test_the_means_of_last_time_stand_there(
    page: FamilyPage, context: ReviewContext, review: Review, two, keys: Keys, qtbot: QtBot
) -> None:
    contacts.log(review, Contact(0, date(2019, 6, 12), Means.VIDEO), [two[0].id])
    contacts.log(review, Contact(0, date(2019, 6, 13), Means.EMAIL), [two[1].id])
    _rest(qtbot, context)
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)

    assert _section(page).noting.form.as_typed().means is Means.VIDEO


def test_what_is_only_sent_waits_for_an_answer_unless_the_chair_knows_better(page: FamilyPage, keys: Keys) -> None:
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    form = _section(page).noting.form
    keys(KEY.Key_L)
    assert form.as_typed().reached is Reached.WAITING
    form.field("reached").setFocus()
    keys(KEY.Key_R)
    form.field("means").setFocus()
    keys(KEY.Key_X)
    assert (form.as_typed().means, form.as_typed().reached) == (Means.TEXT, Reached.YES)


def test_a_contact_with_nobody_chosen_is_not_saved_and_says_so(
    page: FamilyPage, context: ReviewContext, review: Review, keys: Keys, qtbot: QtBot
) -> None:
    page.show_person(0, "contacts")
    _rest(qtbot, context)
    section = _section(page)
    section.begin()
    _rest(qtbot, context)
    section.noting.submit()
    assert "with whom" in section.noting.missing.text()
    keys(KEY.Key_Space)  # the keyboard is on the first of those who can be chosen
    keys(KEY.Key_Return, CONTROL)
    _rest(qtbot, context)

    assert len(contact_log.read(review)) == 1


def test_a_day_to_avoid_warns_and_forbids_nothing(
    page: FamilyPage, context: ReviewContext, review: Review, keys: Keys, qtbot: QtBot
) -> None:
    with review.journal.step("A date to avoid"):
        involvement.DATES_TO_AVOID.add(review, DateToAvoid(0, None, "--11-09", "anniversary of the death"))
    _rest(qtbot, context)
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    noting = _section(page).noting
    noting.form.editor("next_on").setText("12 May 2031")
    assert noting.avoid.isHidden()
    noting.form.editor("next_on").setText("8 November 2031")
    assert noting.avoid.text() == "On 8 November 2031, 1 day before the anniversary of the death, 9 November."
    noting.submit()
    _rest(qtbot, context)

    assert contact_log.read(review)[0].contact.next_on == date(2031, 11, 8)


def test_the_log_is_searched_in_all_its_words(
    page: FamilyPage, context: ReviewContext, review: Review, two, qtbot: QtBot
) -> None:
    contacts.log(review, Contact(0, date(2019, 6, 12), Means.HOME, said="a term on housing"), [two[0].id])
    contacts.log(
        review, Contact(0, date(2020, 1, 16), Means.LETTER), [two[0].id, two[1].id], [Promise(0, "a printed copy")]
    )
    _rest(qtbot, context)
    section = _section(page)
    assert [row.contact.on.year for row in section.model.rows] == [2020, 2019]
    for words, year in (("HOUSING", 2019), ("printed copy", 2020), ("jade", 2020), ("letter 2020", 2020)):
        section.search.setText(words)
        assert [row.contact.on.year for row in section.model.rows] == [year]


def test_a_contact_is_changed_in_place_and_undone(
    page: FamilyPage, context: ReviewContext, review: Review, two, keys: Keys, qtbot: QtBot
) -> None:
    contacts.log(review, Contact(0, date(2019, 6, 12), Means.HOME), [two[0].id])
    _rest(qtbot, context)
    section = _section(page)
    section.table.setFocus()
    keys(KEY.Key_Return)
    keys.type("The terms of reference were shown.")
    keys(KEY.Key_Return, CONTROL)
    _rest(qtbot, context)
    assert contact_log.read(review)[0].contact.said == "The terms of reference were shown."

    section.detail.whom.boxes[two[1].id].click()
    _rest(qtbot, context)
    assert contact_log.read(review)[0].whom == (two[0].id, two[1].id)
    review.journal.undo()
    review.journal.undo()
    _rest(qtbot, context)
    assert section.detail.form.editor("said").text() == ""
    assert section.detail.whom.chosen == (two[0].id,)


def test_a_promise_is_done_by_one_key_and_opened_again_by_the_same(
    page: FamilyPage, context: ReviewContext, review: Review, two, keys: Keys, qtbot: QtBot
) -> None:
    contacts.promise(review, Promise(0, "send the terms", two[0].id, due_on=today() - timedelta(3)))
    section = _due(page, qtbot, context)
    assert "1 promise is overdue." in section.said.text()
    section.table.setFocus()
    section.table.selectRow(next(at for at, row in enumerate(section.model.rows) if row.promise))
    keys(KEY.Key_F9)
    _rest(qtbot, context)
    assert involvement.PROMISES.listing(review)[0].done_on == today()
    assert "done on" in section.model.cells(section.chosen)[1]
    keys(KEY.Key_F9)
    _rest(qtbot, context)
    assert involvement.PROMISES.listing(review)[0].done_on is None


def test_a_promise_of_its_own_is_noted(
    page: FamilyPage, context: ReviewContext, review: Review, two, keys: Keys, qtbot: QtBot
) -> None:
    section = _due(page, qtbot, context)
    section.begin_promise()
    keys.type("ring after the inquest")
    keys(KEY.Key_Tab)
    keys.type("3/5/2031")
    keys(KEY.Key_Return, CONTROL)
    _rest(qtbot, context)

    (promise,) = involvement.PROMISES.listing(review)
    assert (promise.words, promise.stakeholder_id, promise.due_on) == (
        "ring after the inquest",
        two[0].id,
        date(2031, 5, 3),
    )


def test_the_overview_counts_what_is_owed_and_leads_to_whom(review: Review, two) -> None:
    contacts.log(
        review,
        Contact(0, today() - timedelta(40), Means.HOME, next_on=today() + timedelta(2)),
        [two[0].id],
        [Promise(0, "send the terms", due_on=today() - timedelta(3))],
    )
    standing = read_standing(review)
    lines = owed(standing.due, standing.persons)

    assert [line.words for line in lines] == [
        "1 promise to those involved is overdue.",
        "1 agreed update is overdue.",
        "1 contact is planned this week.",
    ]
    assert {line.person_id for line in lines} == {two[0].person_id}


def test_no_name_is_shown_in_panel_view(
    page: FamilyPage, context: ReviewContext, review: Review, two, keys: Keys, qtbot: QtBot
) -> None:
    said = "Lorraine Marchbank asked for Jade Ollerton to be told."
    contact = Contact(0, date(2019, 6, 12), Means.HOME, said=said, direction=Direction.FROM, by="Lorraine Marchbank")
    contacts.log(review, contact, [two[0].id, two[1].id], [Promise(0, "tell Jade", due_on=date(2019, 7, 1))])
    _rest(qtbot, context)
    context.panel.turn(on=True)
    _rest(qtbot, context)
    section = _section(page)
    shown = [
        *(cell for row in section.model.rows for cell in section.model.cells(row)),
        *(section.detail.form.editor(name).text() for name in ("said", "by", "purpose", "outcome")),
        *(box.text() for box in section.detail.whom.boxes.values()),
        section.detail.whom.said.text(),
        section.detail.promised.text(),
        section.said.text(),
    ]
    due = _due(page, qtbot, context)
    shown += [cell for row in due.model.rows for cell in due.model.cells(row)]

    assert not [words for words in shown for name in ("Lorraine", "Jade", "Marchbank") if name in words]
    assert not [words for words in shown if "to be told" in words]  # what was said was said in confidence
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    assert not _section(page).is_noting
    assert people.listing(review)


def test_a_contact_begun_and_not_saved_is_told_of_until_it_is_gone_on_with(
    page: FamilyPage, context: ReviewContext, keys: Keys, qtbot: QtBot
) -> None:
    page.list.setFocus()
    keys(KEY.Key_N, CONTROL)
    keys(KEY.Key_Tab)
    keys.type("Half a sentence")
    assert "is not saved yet" not in _section(page).said.text()
    keys(KEY.Key_Escape)
    _rest(qtbot, context)
    said = _section(page).said
    assert said.isVisible(), "also where nothing else is logged"
    assert "One was begun here and is not saved yet." in said.text()
    keys(KEY.Key_N, CONTROL)
    _section(page).noting.cancel.click()
    _rest(qtbot, context)
    assert "is not saved yet" not in said.text()
