"""A list of small records with its form: by keyboard alone, each act one step, nothing typed lost."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder, Wish
from dhr_desktop.family import changing, stakeholders
from dhr_desktop.family.changing import Step
from dhr_desktop.store.involvement import WISHES
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.widgets import scrolled

SPECS = (
    FieldSpec("words", "Words", needed=True),
    FieldSpec("said_on", "Said on", Kind.DAY),
    FieldSpec("answer", "What became of it", Kind.WORDS),
)
WORDS = ListWords("Wishes", "Add a wish", "No wish is noted.", "The wish was removed.")


def _change(review: Review, after: Wish, before: Wish, sitting: object) -> None:
    changing.change(review, WISHES, after, Step("Change a wish", sitting=sitting), before)


ACTS: ListActs[Wish] = ListActs(
    lambda review, wish: changing.add(review, WISHES, wish, Step("Add a wish")),
    _change,
    lambda review, wish_id: changing.remove(review, WISHES, wish_id, Step("Remove a wish")),
)


@pytest.fixture
def owner(review: Review) -> Stakeholder:
    person = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")
    return stakeholders.involve(review, person, Stakeholder(0, 0, Group.FAMILY))


@pytest.fixture
def wishes(context: ReviewContext, window: QMainWindow, owner: Stakeholder, qtbot: QtBot) -> RecordList[Wish]:
    blank = Wish(0, owner.id, "")
    form = SpecForm(blank, SPECS, place=lambda wish: f"wish/new/{wish.stakeholder_id}")
    made = RecordList(context, WORDS, ACTS, form, lambda wish: (wish.words, wish.answer))

    def read(*_: object) -> None:
        made.show_records(WISHES.listing(context.review, stakeholder_id=owner.id), blank)

    context.notices.changed.connect(read)
    window.setCentralWidget(made)
    window.resize(700, 600)
    window.show()
    qtbot.waitActive(window)
    read()
    return made


def settled(context: ReviewContext, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not context.jobs.busy)
        qtbot.wait(0)


def typed(qtbot: QtBot, wishes: RecordList[Wish], name: str, words: str) -> None:
    field = wishes.form.editor(name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, words)


def test_an_empty_list_says_so_and_has_the_keyboard_where_the_first_is_added(wishes: RecordList[Wish]) -> None:
    wishes.take_keyboard()
    assert wishes.empty.isVisible()
    assert not wishes.list.isVisible()
    assert wishes.add.hasFocus()


def test_what_is_added_is_one_step_however_many_fields_were_filled(
    wishes: RecordList[Wish], context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    steps = len(review.journal.steps())
    qtbot.keyClick(wishes.add, Qt.Key.Key_Return)
    typed(qtbot, wishes, "words", "A printed copy")
    typed(qtbot, wishes, "said_on", "12 June 2019")
    typed(qtbot, wishes, "answer", "Noted")
    settled(context, qtbot)
    assert WISHES.listing(review) == []
    qtbot.keyClick(wishes.form.editor("answer"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(context, qtbot)
    (wish,) = WISHES.listing(review)
    assert (wish.words, str(wish.said_on), wish.answer) == ("A printed copy", "2019-06-12", "Noted")
    assert len(review.journal.steps()) == steps + 1
    assert wishes.record == wish
    assert wishes.list.hasFocus()
    assert not context.drafts.under("wish/")
    review.journal.undo()
    settled(context, qtbot)
    assert wishes.model.rowCount() == 0


def test_what_lacks_is_said_and_nothing_is_added(
    wishes: RecordList[Wish], context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    wishes.begin()
    typed(qtbot, wishes, "answer", "Noted")
    wishes.keep.click()
    settled(context, qtbot)
    assert WISHES.listing(review) == []
    assert wishes.missing.isVisible()
    assert wishes.form.editor("words").hasFocus()


def test_what_was_begun_and_left_by_escape_is_there_again(
    wishes: RecordList[Wish], context: ReviewContext, qtbot: QtBot
) -> None:
    wishes.begin()
    typed(qtbot, wishes, "words", "Half a w")
    qtbot.keyClick(wishes.form.editor("words"), Qt.Key.Key_Escape)
    settled(context, qtbot)
    assert not wishes.is_open
    assert wishes.begun.isVisible()
    assert "“Add a wish” goes on with it." in wishes.begun.text()
    wishes.begin()
    assert not wishes.begun.isVisible()
    assert wishes.form.editor("words").text() == "Half a w"
    wishes.give_up.click()
    assert not wishes.begun.isVisible()
    wishes.begin()
    assert wishes.form.editor("words").text() == ""


def test_what_was_begun_before_the_lock_is_told_of_when_the_list_is_shown_again(
    wishes: RecordList[Wish], context: ReviewContext, owner: Stakeholder, qtbot: QtBot
) -> None:
    wishes.begin()
    typed(qtbot, wishes, "words", "Half a w")
    context.drafts.flush()
    blank = Wish(0, owner.id, "")
    form = SpecForm(blank, SPECS, place=lambda wish: f"wish/new/{wish.stakeholder_id}")
    again = RecordList(context, WORDS, ACTS, form, lambda wish: (wish.words, wish.answer))
    qtbot.addWidget(again)
    again.show_records([], Wish(0, owner.id + 1, ""))
    assert again.begun.isHidden(), "it was begun for somebody else"
    again.show_records([], blank)
    assert not again.begun.isHidden()


@pytest.fixture
def two(context: ReviewContext, wishes: RecordList[Wish], owner: Stakeholder, qtbot: QtBot) -> list[Wish]:
    review = context.review
    assert wishes.model.rowCount() == 0
    found = [ACTS.add(review, Wish(0, owner.id, words)) for words in ("A printed copy", "Nothing by post")]
    settled(context, qtbot)
    return found


def test_return_opens_the_chosen_one_and_what_is_changed_is_undone_together(
    wishes: RecordList[Wish], context: ReviewContext, review: Review, two: list[Wish], qtbot: QtBot
) -> None:
    wishes.take_keyboard()
    qtbot.keyClick(wishes.list, Qt.Key.Key_Down)
    qtbot.keyClick(wishes.list, Qt.Key.Key_Return)
    assert wishes.form.editor("words").text() == "Nothing by post"
    typed(qtbot, wishes, "words", ", ever")
    wishes.form.keep()
    typed(qtbot, wishes, "words", " again")
    qtbot.keyClick(wishes.form.editor("words"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(context, qtbot)
    assert WISHES.get(review, two[1].id).words == "Nothing by post, ever again"
    assert not wishes.is_open
    assert wishes.list.hasFocus()
    review.journal.undo()
    assert WISHES.get(review, two[1].id).words == "Nothing by post"


def test_delete_removes_the_chosen_one_and_undo_is_offered(
    wishes: RecordList[Wish], context: ReviewContext, review: Review, two: list[Wish], qtbot: QtBot
) -> None:
    wishes.take_keyboard()
    qtbot.keyClick(wishes.list, Qt.Key.Key_Delete)
    settled(context, qtbot)
    assert WISHES.listing(review) == [two[1]]
    assert context.messages.text == WORDS.removed
    review.journal.undo()
    settled(context, qtbot)
    assert wishes.model.rowCount() == 2


def test_a_form_being_typed_in_stays_when_another_record_changes(
    wishes: RecordList[Wish], context: ReviewContext, review: Review, two: list[Wish], qtbot: QtBot
) -> None:
    wishes.edit()
    typed(qtbot, wishes, "answer", "Half")
    changing.change(review, WISHES, Wish(two[1].id, two[1].stakeholder_id, "Other words"), Step("Change a wish"))
    qtbot.waitUntil(lambda: wishes.model.index(1).data() == "Other words")
    assert wishes.form.editor("answer").text() == "Half"
    assert wishes.form.editor("answer").hasFocus()
    wishes.form.commit()
    settled(context, qtbot)
    assert WISHES.get(review, two[0].id).answer == "Half"


def test_the_form_of_a_record_that_undo_takes_away_is_closed(
    wishes: RecordList[Wish], context: ReviewContext, review: Review, two: list[Wish], qtbot: QtBot
) -> None:
    wishes.show_records(two, Wish(0, two[0].stakeholder_id, ""))
    wishes.list.setCurrentIndex(wishes.model.index(1))
    wishes.edit()
    review.journal.undo()
    settled(context, qtbot)
    assert not wishes.is_open
    assert WISHES.listing(review) == [two[0]]


def test_a_draft_stays_with_whose_it_is(wishes: RecordList[Wish], two: list[Wish], qtbot: QtBot) -> None:
    wishes.begin()
    typed(qtbot, wishes, "words", "For Lorraine alone")
    wishes.show_records([], Wish(0, two[0].stakeholder_id + 1, ""))
    assert not wishes.is_open
    wishes.begin()
    assert wishes.form.editor("words").text() == ""


def test_a_change_of_what_is_gone_is_refused_in_words_and_kept(
    wishes: RecordList[Wish], context: ReviewContext, review: Review, two: list[Wish], qtbot: QtBot
) -> None:
    with pytest.raises(changing.RecordGone):
        changing.change(review, WISHES, Wish(999, two[0].stakeholder_id, "x"), Step("Change a wish"))
    wishes.edit()
    wishes._change(Wish(999, two[0].stakeholder_id, "x"), Wish(999, two[0].stakeholder_id, "y"))
    settled(context, qtbot)
    assert "removed before" in context.messages.text


def test_panel_view_covers_names_and_lets_nothing_be_done(
    wishes: RecordList[Wish], context: ReviewContext, review: Review, owner: Stakeholder, qtbot: QtBot
) -> None:
    wish = ACTS.add(review, Wish(0, owner.id, "Lorraine Marchbank wants a printed copy"))
    settled(context, qtbot)
    context.panel.turn(on=True)
    assert wishes.model.index(0).data() == "Helen wants a printed copy"
    assert not wishes.add.isVisible()
    wishes.take_keyboard()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert):
        qtbot.keyClick(wishes.list, key)
    settled(context, qtbot)
    assert WISHES.listing(review) == [wish]
    wishes.edit()
    assert wishes.form.editor("words").text() == "Helen wants a printed copy"
    assert not wishes.remove.isVisible()


def test_the_list_keeps_qt_s_rules(wishes: RecordList[Wish], two: list[Wish], qtmodeltester) -> None:
    del two
    qtmodeltester.check(wishes.model)


def test_a_change_that_says_the_same_leaves_no_step(review: Review, two: list[Wish]) -> None:
    steps = len(review.journal.steps())
    partial(_change, review, two[0], two[0])(object())
    changing.remove(review, WISHES, 999, Step("Remove a wish"))
    assert len(review.journal.steps()) == steps


def test_return_in_a_field_of_one_line_adds_what_was_typed(
    wishes: RecordList[Wish], context: ReviewContext, qtbot: QtBot
) -> None:
    wishes.begin()
    words = wishes.form.editor("words")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert wishes.is_open, "nothing is typed"
    typed(qtbot, wishes, "words", "A photograph of Kayleigh on the first page")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(words, held)
    assert wishes.is_open, "the key is held down still from before"
    typed(qtbot, wishes, "answer", "Agreed.")
    qtbot.keyClick(wishes.form.editor("answer"), Qt.Key.Key_Return)
    assert wishes.is_open, "several lines may stand there"
    qtbot.keyClick(words, Qt.Key.Key_Return)
    settled(context, qtbot)
    assert not wishes.is_open
    assert [each.words for each in WISHES.listing(context.review)] == ["A photograph of Kayleigh on the first page"]


def test_a_form_that_is_higher_than_its_room_opens_at_its_top(
    wishes: RecordList[Wish], window: QMainWindow, qtbot: QtBot
) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.addSpacing(900)
    column.addWidget(wishes)
    area = scrolled(inner)
    window.setCentralWidget(area)
    wishes.form.setMinimumHeight(900)
    wishes.form.setContentsMargins(0, 80, 0, 0)  # as high as a label is in large letters
    window.resize(700, 300)
    wishes.begin()
    qtbot.wait(20)
    top = wishes.card.mapTo(area.viewport(), QPoint()).y()
    assert 0 <= top < 40


def test_return_in_a_line_adds_a_record_of_which_only_choices_were_made(
    context: ReviewContext, window: QMainWindow, owner: Stakeholder, review: Review, qtbot: QtBot
) -> None:
    blank = Wish(0, 0, "A printed copy")
    whose = ((0, "choose…"), (owner.id, "Lorraine"))
    specs = (
        FieldSpec("stakeholder_id", "Whose", Kind.CHOICE, options=whose, needed=True),
        FieldSpec("answer", "What became of it"),
    )
    made = RecordList(context, WORDS, ACTS, SpecForm(blank, specs), lambda wish: (wish.words, ""))
    window.setCentralWidget(made)
    window.show()
    qtbot.waitActive(window)
    made.show_records([], blank)
    made.begin()
    line = made.form.editor("answer")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert made.is_open, "nothing was said yet, so that nothing is added"
    made.form.field("stakeholder_id").setFocus()
    qtbot.keyClicks(made.form.field("stakeholder_id"), "L")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled(context, qtbot)
    assert [each.stakeholder_id for each in WISHES.listing(review)] == [owner.id]
