"""In panel view names show as pseudonyms, and leave it as they were written."""

import pytest

from dhr_desktop.domain.entries import Doubt, Entry, Outcome, SourceRow
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.store import people

ANNA = Person(0, "Helen Drewitt", Role.VICTIM, "Anna", forms=(NameForm("Nell", FormKind.NICKNAME),))


@pytest.fixture
def panel(context, review):
    with review.journal.step("Add person"):
        people.add(review, ANNA)
    return context.panel


def test_it_begins_off_and_shows_what_was_written(panel):
    assert not panel.on
    assert panel.shown("Nell called.") == "Nell called."


def test_turned_on_it_covers_every_form_and_says_so(panel, qtbot):
    with qtbot.waitSignal(panel.changed):
        panel.turn(on=True)

    assert panel.shown("Helen Drewitt called. Nell said she fell.") == "Anna called. Anna said she fell."


def test_turned_off_it_shows_names_again(panel):
    panel.turn(on=True)
    panel.turn(on=False)

    assert panel.shown("Nell called.") == "Nell called."


def test_an_entry_is_covered_in_every_field_that_holds_words(panel):
    panel.turn(on=True)
    words = "from Nell"
    entry = Entry(
        *(7, 1, "2016", words),
        action=words,
        source=words,
        reference=words,
        people=words,
        comment=words,
        private_note=words,
        date_written=words,
        time_written=words,
        other={"Told by Nell": words},
        doubts=(Doubt("x", "date", words),),
    )

    assert "Nell" not in repr(panel.entry(entry))
    assert panel.entry(entry) is panel.entry(entry)
    assert panel.entry(entry).date_edtf == "2016"


def test_an_entry_that_was_reworded_is_covered_anew(panel):
    panel.turn(on=True)

    assert panel.entry(Entry(7, 1, "2016", "Nell left.")).text == "Anna left."
    assert panel.entry(Entry(7, 1, "2016", "Nell stayed.")).text == "Anna stayed."


def test_the_agency_s_row_is_covered_too(panel):
    panel.turn(on=True)
    row = SourceRow(1, 1, "Nell 2016", 2, ("Told by Nell",), ("Nell left.",), Outcome.IMPORTED, "")

    assert (panel.row(row).headings, panel.row(row).cells) == (("Told by Anna",), ("Anna left.",))
    assert panel.row(row).table == "Anna 2016", "a sheet is named by whoever sent it"


def test_a_name_added_to_the_register_is_covered_from_then_on(panel, review, qtbot):
    panel.turn(on=True)
    assert panel.shown("Rufus came.") == "Rufus came."

    with qtbot.waitSignal(panel.changed), review.journal.step("Add person"):
        people.add(review, Person(0, "Rufus Drewitt", Role.FAMILY, "Ben"))

    assert panel.shown("Rufus came.") == "Ben came."


def test_where_the_register_is_empty_it_says_that_nobody_is_covered(context):
    context.panel.turn(on=True)

    assert context.panel.covers_nobody
