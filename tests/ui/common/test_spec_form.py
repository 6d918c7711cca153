"""A form made from a list of fields: it keeps what is typed, as days, numbers and choices, and loses nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import register
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm


class Colour(StrEnum):
    """A choice."""

    NONE = "none yet"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Note:
    """A record with a field of each kind."""

    id: int
    words: str = ""
    more: str = ""
    on: date | None = None
    born: str = ""
    at: str = ""
    minutes: int = 0
    colour: Colour = Colour.NONE
    whose: int | None = None
    kept: bool = False


SPECS = (
    FieldSpec("words", "&Words", needed=True),
    FieldSpec("more", "&More", Kind.WORDS),
    FieldSpec("on", "&On", Kind.DAY),
    FieldSpec("born", "&Born", Kind.EDTF, beside=True),
    FieldSpec("at", "&At", Kind.TIME),
    FieldSpec("minutes", "M&inutes", Kind.NUMBER, beside=True),
    FieldSpec("colour", "&Colour", Kind.CHOICE, options=tuple((each, each.value) for each in Colour)),
    FieldSpec("whose", "W&hose", Kind.CHOICE, options=((None, "nobody"), (7, "Ada"), (8, "Bea"))),
    FieldSpec("kept", "&Kept", Kind.TICK),
)
NOTE = Note(3, "A visit", "She was at home.", date(2021, 5, 3), "1987", "14:30", 90, Colour.PLAIN, 7, True)


@pytest.fixture
def form(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> SpecForm[Note]:
    made = SpecForm(Note(0), SPECS)
    made.keeps_in(context.drafts)
    window.setCentralWidget(made)
    window.show()
    qtbot.waitActive(window)
    return made


def told(form: SpecForm[Note]) -> list[Note]:
    found: list[Note] = []
    form.committed.connect(lambda after, _before: found.append(after))
    return found


def test_a_record_is_shown_in_british_words(form: SpecForm[Note]) -> None:
    form.show_record(NOTE)
    shown = {name: form.editor(name).text() for name in ("words", "on", "born", "at", "minutes")}
    assert shown == {"words": "A visit", "on": "3 May 2021", "born": "1987", "at": "14:30", "minutes": "90"}
    assert isinstance(form.choices["whose"], QComboBox)
    assert form.choices["whose"].currentText() == "Ada"
    assert form.as_typed() == NOTE


@pytest.mark.parametrize(
    ("name", "typed", "wanted"),
    [
        ("on", "4/6/2021", date(2021, 6, 4)),
        ("on", "", None),
        ("born", "about 1985", "1985~"),
        ("born", "", ""),
        ("at", "9.15", "09:15"),
        ("minutes", "45", 45),
        ("minutes", "", 0),
        ("more", "Two words", "Two words"),
    ],
)
def test_what_is_typed_is_told_as_the_field_s_kind(form: SpecForm[Note], name: str, typed: str, wanted: object) -> None:
    form.show_record(NOTE)
    found = told(form)
    form.editor(name).setText(typed)
    form.commit()
    assert getattr(found[-1], name) == wanted


@pytest.mark.parametrize(("name", "typed"), [("on", "May 2021"), ("on", "soon"), ("minutes", "long"), ("words", "")])
def test_what_is_not_understood_is_said_and_stays_in_its_field(form: SpecForm[Note], name: str, typed: str) -> None:
    form.show_record(NOTE)
    found = told(form)
    form.editor(name).setText(typed)
    form.commit()
    assert found == []
    assert form.editor(name).text() == typed
    assert form.editor(name).property("wrong") is True


def test_a_choice_and_a_tick_are_told_at_once(form: SpecForm[Note]) -> None:
    form.show_record(NOTE)
    found = told(form)
    box, tick = form.choices["whose"], form.choices["kept"]
    assert isinstance(box, QComboBox)
    assert isinstance(tick, QCheckBox)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert found[-1].whose is None
    tick.click()
    assert found[-1].kept is False
    assert isinstance(found[-1].colour, Colour)


def test_a_new_record_waits_for_what_it_needs_and_is_a_draft_until_then(
    form: SpecForm[Note], context: ReviewContext
) -> None:
    found = told(form)
    form.show_record(Note(0))
    form.editor("more").setText("Half of it")
    form.commit()
    assert found == []
    assert context.drafts.of("note/new")["more"] == "Half of it"
    form.editor("words").setText("A call")
    form.commit()
    assert [(note.words, note.more) for note in found] == [("A call", "Half of it")]


def test_panel_view_covers_names_and_lets_nothing_be_typed(
    form: SpecForm[Note], context: ReviewContext, review: Review
) -> None:
    register.add_people(review, [Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")])
    form.show_record(Note(3, "Rang Lorraine Marchbank"))
    form.covered_by(context.panel)
    found = told(form)
    context.panel.turn(on=True)
    assert form.editor("words").text() == "Rang Helen"
    assert form.editor("words").isReadOnly()
    assert not form.choices["kept"].isEnabled()
    form.commit()
    context.panel.turn(on=False)
    assert form.editor("words").text() == "Rang Lorraine Marchbank"
    assert not form.editor("words").isReadOnly()
    assert found == []


def test_a_day_that_is_planned_far_ahead_is_kept_as_it_was_typed(form: SpecForm[Note]) -> None:
    form.show_record(NOTE)
    form.editor("on").setText("1/7/2031")
    form.commit()
    assert form.record.on == date(2031, 7, 1)
    assert form.editor("on").text() == "1 July 2031"


def test_a_choice_with_keys_is_made_by_one_letter(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> None:
    specs = (
        FieldSpec("colour", "Colour", Kind.CHOICE, options=tuple((each, each.value) for each in Colour), keys="xp"),
    )
    made = SpecForm(Note(0), specs)
    window.setCentralWidget(made)
    qtbot.keyClick(made.field("colour"), "p")
    assert made.as_typed().colour is Colour.PLAIN
    qtbot.keyClick(made.field("colour"), "X")
    assert made.as_typed().colour is Colour.NONE
    qtbot.keyClick(made.field("colour"), "q")
    assert made.as_typed().colour is Colour.NONE
    del context


def test_words_for_the_chair_alone_do_not_stand_in_panel_view_and_stay_kept(
    context: ReviewContext, window: QMainWindow
) -> None:
    specs = (FieldSpec("words", "&Words"), FieldSpec("more", "&More", Kind.WORDS, private=True))
    made = SpecForm(Note(0), specs)
    made.covered_by(context.panel)
    window.setCentralWidget(made)
    told: list[Note] = []
    made.committed.connect(lambda after, _before: told.append(after))
    made.show_record(NOTE)
    context.panel.turn(on=True)
    assert [made.editor(name).text() for name in ("words", "more")] == ["A visit", "Not shown in panel view"]
    made.commit()
    context.panel.turn(on=False)
    made.commit()
    assert made.editor("more").text() == "She was at home."
    assert told == []


def test_a_draft_is_not_given_back_in_panel_view(context: ReviewContext, window: QMainWindow, review: Review) -> None:
    register.add_person(review, Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen"))
    made = SpecForm(Note(0), SPECS, lambda _one: "note/new")
    context.drafts.keep("note/new", {"more": "Lorraine Marchbank rang."})
    made.keeps_in(context.drafts)
    made.covered_by(context.panel)
    window.setCentralWidget(made)
    context.panel.turn(on=True)
    made.show_record(Note(0))
    assert "Lorraine" not in made.editor("more").text()
    context.panel.turn(on=False)
    made.show_record(Note(0))
    assert made.editor("more").text() == "Lorraine Marchbank rang."


def test_what_is_given_up_leaves_no_choice_behind(form: SpecForm[Note]):
    form.saves_on_leaving = False  # as in a form with a button that tells it
    form.field("words").setText("A visit")
    box = form.choices["whose"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(2)
    box.activated.emit(2)

    form.discard()
    form.commit()

    assert (box.currentText(), form.editor("words").text()) == ("nobody", "")
    assert form.also() == {}


@pytest.mark.parametrize("name", ["colour", "kept"])
def test_the_key_that_finishes_does_so_from_a_choice_too(form: SpecForm[Note], qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(form.finished, timeout=1000):
        qtbot.keyClick(form.field(name), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_two_fields_that_are_not_understood_are_each_said_by_their_names(form: SpecForm[Note]) -> None:
    form.show_record(NOTE)
    form.editor("on").setText("one of these days")
    assert form.words_about(form.not_understood()) == "Not understood as one day. Try 3 May 2021."
    form.editor("at").setText("tea")
    assert form.words_about(form.not_understood()) == (
        "On: Not understood as one day. Try 3 May 2021.\nAt: Not understood as a time. Try 14:30."
    )
