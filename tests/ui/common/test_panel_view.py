"""In panel view names show as pseudonyms, and leave it as they were written."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.entries import Doubt, Entry, Outcome, SourceRow
from dhr_desktop.domain.people import FormKind, FormPlace, NameForm, Person, Role
from dhr_desktop.domain.pregnancies import Outcome as Ended
from dhr_desktop.domain.pregnancies import Pregnancy
from dhr_desktop.store import agencies, entries, kinship, naming, people

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

    shown = panel.row(row, Entry(7, 1, "2016", "She left."))

    assert (shown.headings, shown.cells) == (("Told by Anna",), ("Anna left.",))
    assert shown.table == "Anna 2016", "a sheet is named by whoever sent it"


@pytest.fixture
def child_and_morning(panel, review):
    """An entry in which 'AM' is a child, and then the morning; what the agency sent says the same."""
    words = "AM was late. Visit on Tuesday AM."
    with review.journal.step("Say what is meant"):
        child = people.add(review, Person(0, "Alfie Marchbank", Role.CHILD, "Child 1"))
        agency = agencies.add(review, "School")
        entry = Entry(0, agency.id, "2019-03-04", words)
        entry = replace(entry, id=entries.add_many(review, [entry])[0])
        naming.FORM_PLACES.add(review, FormPlace(0, entry.id, "text", "AM", 0, child.id))
        naming.FORM_PLACES.add(review, FormPlace(0, entry.id, "text", "AM", 1))
    panel.turn(on=True)
    return entry, SourceRow(1, 1, "", 2, ("Event",), (words,), Outcome.IMPORTED, "")


def test_the_agency_s_row_has_the_answers_that_were_given_for_each_place_of_its_entry(panel, child_and_morning):
    entry, row = child_and_morning

    assert panel.row(row, entry).cells == ("Child 1 was late. Visit on Tuesday AM.",)


def test_where_the_chair_has_changed_the_words_the_row_covers_all_that_is_somebody_s(panel, child_and_morning):
    entry, row = child_and_morning

    shown = panel.row(row, replace(entry, text="Late; visited."))

    assert shown.cells == ("Child 1 was late. Visit on Tuesday Child 1.",)


def test_a_name_added_to_the_register_is_covered_from_then_on(panel, review, qtbot):
    panel.turn(on=True)
    assert panel.shown("Rufus came.") == "Rufus came."

    with qtbot.waitSignal(panel.changed), review.journal.step("Add person"):
        people.add(review, Person(0, "Rufus Drewitt", Role.FAMILY, "Ben"))

    assert panel.shown("Rufus came.") == "Ben came."


def test_a_short_name_that_an_entry_introduces_is_covered_from_then_on(panel, review, qtbot):
    with review.journal.step("Add an agency"):
        housing = agencies.add(review, "Aldermarsh Housing Association")
        agencies.change(review, replace(housing, pseudonym="Agency 4"))
    panel.turn(on=True)
    assert panel.shown("AHA wrote.") == "AHA wrote."

    with qtbot.waitSignal(panel.changed), review.journal.step("Add entry"):
        text = "Aldermarsh Housing Association (AHA) called."
        entries.add_many(review, [Entry(0, housing.id, "2016-05-04", text)])
    assert panel.shown("AHA wrote.") == "Agency 4 wrote."

    review.journal.undo()
    assert panel.shown("AHA wrote.") == "AHA wrote."


def test_the_day_of_a_birth_is_covered_once_a_pregnancy_tells_of_it(panel, review, qtbot):
    panel.turn(on=True)
    assert panel.shown("Born 06.12.2014") == "Born 06.12.2014"

    with qtbot.waitSignal(panel.changed), review.journal.step("Add a pregnancy"):
        mother = people.listing(review)[0].id
        kinship.PREGNANCIES.add(review, Pregnancy(0, mother, outcome=Ended.BORN, ended="2014-12-06"))

    assert panel.shown("Born 06.12.2014") == "Born 2014"


@pytest.mark.parametrize("written", ["Fri 9/11", "9th Nov", "9 November 2018", "9"])
def test_an_agency_s_own_words_for_the_day_of_the_death_do_not_give_it(panel, review, written):
    with review.journal.step("Enter the death"):
        people.change(review, replace(people.listing(review)[0], died="2018-11-09"))
    panel.turn(on=True)
    found = Entry(1, 1, "2018-11-09", "She was found.", date_written=written)
    row = SourceRow(1, 1, "", 2, ("Date", "Event"), (written, "She was found."), Outcome.IMPORTED, "")

    assert panel.entry(found).date_written == "November 2018"
    assert panel.row(row, found).cells == ("November 2018", "She was found.")
    assert panel.entry(replace(found, date_edtf="2018-11-08")).date_written == (
        "November 2018" if "2018" in written else written
    )


def test_where_the_register_is_empty_it_says_that_nobody_is_covered(context):
    context.panel.turn(on=True)

    assert context.panel.covers_nobody
