"""What is marked as distressing is seen only when it is asked for, and then that one entry alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from dhr_desktop.domain.entries import Doubt, Entry, Outcome, SourceRow
from dhr_desktop.store.distressing import Telling
from dhr_desktop.ui.common.habits import Habits
from dhr_desktop.ui.common.veil import Veil, VeilCover, draw_veiled, veiled_words

DARK = Entry(7, 1, "2016-04-05", "Words that hurt.", action="Words too.", other={"Note": "Words."}, distressing=True)
OTHER = Entry(8, 1, "2016-04-06", "More that hurt.", distressing=True)
PLAIN = Entry(9, 1, "2016-04-07", "Visit.")


@pytest.fixture
def veil(qapp):
    assert qapp
    return Veil(Habits())


def test_the_words_are_replaced_and_the_date_stays(veil):
    shown = veil.entry(DARK)

    assert "ords that" not in repr(shown)
    assert (shown.text, shown.action, shown.comment) == (veiled_words(), veiled_words(), "")
    assert (shown.other, shown.date_edtf) == ({}, "2016-04-05")


def test_what_is_not_marked_is_as_it_was(veil):
    assert veil.entry(PLAIN) is PLAIN


def test_an_entry_that_is_asked_for_is_shown_and_no_other(veil, qtbot):
    with qtbot.waitSignal(veil.changed):
        veil.lift(7)

    assert veil.entry(DARK) is DARK
    assert veil.veils(OTHER)


def test_it_is_veiled_again_when_another_is_chosen(veil, qtbot):
    veil.lift(7)
    veil.choose(7)
    assert not veil.veils(DARK)

    with qtbot.waitSignal(veil.changed):
        veil.choose(8)

    assert veil.veils(DARK)


def test_the_choice_to_show_always_is_off_at_first_and_remembered(tmp_path, veil):
    assert not veil.always_shows
    first = Veil(Habits(tmp_path / "habits.toml"))
    first.show_always(on=True)

    assert not Veil(Habits(tmp_path / "habits.toml")).veils(DARK)


def test_the_agency_s_row_is_veiled_with_the_entry(veil):
    row = SourceRow(1, 1, "", 2, ("Date", "Event", "Note"), ("5/4/16", "Words that hurt.", ""), Outcome.IMPORTED, "")

    assert veil.row(row, DARK).cells == (veiled_words(), veiled_words(), "")
    assert veil.row(row, PLAIN) is row


def test_a_cell_is_drawn_the_same_whatever_it_holds(veil):
    assert veil.veils(DARK)
    pictures = []
    for _ in range(2):
        picture = QImage(300, 40, QImage.Format.Format_ARGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        draw_veiled(painter, QRect(0, 0, 300, 40), QColor("black"))
        painter.end()
        pictures.append(picture)

    assert pictures[0] == pictures[1]
    blank = QImage(300, 40, QImage.Format.Format_ARGB32)
    blank.fill(QColor("white"))
    assert pictures[0] != blank


def test_the_cover_asks_for_the_words(qtbot):
    cover = VeilCover()
    qtbot.addWidget(cover)

    with qtbot.waitSignal(cover.wanted):
        cover.show_button.click()


# What the chair wrote about it is veiled with it.


def test_what_is_written_about_several_is_veiled_while_any_of_them_is(veil):
    assert veil.words("It was so.", [PLAIN]) == "It was so."
    assert veil.words("It was so.", [PLAIN, DARK, OTHER]) == veiled_words()
    veil.lift(7)
    assert veil.words("It was so.", [PLAIN, DARK, OTHER]) == veiled_words()
    veil.lift(8)
    assert veil.words("It was so.", [PLAIN, DARK, OTHER]) == "It was so."
    assert veil.words("", [DARK]) == ""


def test_a_headline_is_veiled_by_itself_and_where_a_step_quotes_it(veil, qtbot):
    with qtbot.waitSignal(veil.changed):
        veil.know(Telling({"The night": frozenset({7})}))
    assert veil.said("The  night") == veiled_words()
    assert veil.said("Edit event “The night”") == "Edit event “marked as distressing”"
    assert veil.said("The night bus") == "The night bus"
    veil.lift(7)
    assert veil.said("Edit event “The night”") == "Edit event “The night”"


def test_until_it_is_known_what_tells_of_it_no_headline_is_quoted(veil, qtbot):
    veil.wait()
    assert veil.said("Edit event “The night”", beside=True) == "Edit event “…”"
    with qtbot.waitSignal(veil.changed):
        veil.know(Telling())
    assert veil.said("Edit event “The night”", beside=True) == "Edit event “The night”"


def test_a_cell_of_its_row_is_veiled_wherever_its_sheet_is_shown(veil):
    veil.know(Telling(rows={3: 7}))
    assert (veil.cell(3, "Words."), veil.cell(3, " "), veil.cell(4, "Words.")) == (veiled_words(), " ", "Words.")
    veil.lift(7)
    assert veil.cell(3, "Words.") == "Words."


def test_the_agency_s_words_for_the_day_and_its_doubts_go_with_the_words(veil):
    doubt = Doubt("unread-time", "time", "“that night” was not read.")
    shown = veil.entry(replace(DARK, date_written="that night", time_written="night", doubts=(doubt,)))
    assert "night" not in repr(shown)


def test_to_end_it_veils_everything_and_says_so(veil, qtbot):
    veil.lift(7, 8)
    with qtbot.waitSignals([veil.changed, veil.ended]):
        veil.end()
    assert veil.veils(DARK)
    assert veil.veils(OTHER)
