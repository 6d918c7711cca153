"""What a form means in a line outside the entries holds wherever that line is shown, and nowhere else."""

import pytest

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.name_places import line_at
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.people import FormKind, FormLine, FormPlace, NameForm, Person, Role

CHILD = Person(1, "Annalise Meredith", Role.CHILD, "Isla")
WITH_INITIALS = Person(1, "Annalise Meredith", Role.CHILD, "Isla", forms=(NameForm("AM", FormKind.INITIALS),))
NOTE = "Her aunt says AM sleeps badly."


def cover(*said: FormPlace | FormLine, child: Person = CHILD) -> NameCover:
    return NameCover([child], Naming.PSEUDONYMS, said)


def test_a_line_is_covered_as_it_was_said_in_a_longer_note_and_in_a_cell() -> None:
    known = cover(FormLine(1, NOTE, "AM", 0, CHILD.id))
    assert known.cover(f"Rang at 9.\n  {NOTE} \nRing again.") == (
        "Rang at 9.\n  Her aunt says Isla sleeps badly. \nRing again."
    )
    assert known.cover(f"Title\t{NOTE}") == "Title\tHer aunt says Isla sleeps badly."
    assert known.cover("Her aunt says AM is early.") == "Her aunt says AM is early."


def test_nobodys_name_is_left_standing_where_the_rule_would_cover_it() -> None:
    known = cover(FormLine(1, "Lists are closed each AM at ten.", "AM", 0), child=WITH_INITIALS)
    assert known.cover("Lists are closed each AM at ten.") == "Lists are closed each AM at ten."
    assert "Isla" in known.cover("Nobody saw AM cry.")


def test_a_line_of_the_form_alone_is_never_uncovered() -> None:
    """'AM' in a cell of one table may be the morning, and in that of another the child."""
    assert cover(FormLine(1, "(AM)", "AM", 0), child=WITH_INITIALS).cover("(AM)") == "(Isla)"
    assert cover(FormLine(1, "(AM)", "AM", 0, CHILD.id)).cover("(AM)") == "(Isla)"


def test_words_of_an_entry_do_not_heed_what_was_said_outside_the_entries() -> None:
    known = cover(FormLine(1, "Nobody saw AM cry.", "AM", 0), child=WITH_INITIALS)
    assert known.cover("Nobody saw AM cry.") == "Nobody saw AM cry."
    assert known.cover_field(5, "text", "Nobody saw AM cry.") == "Nobody saw Isla cry."
    assert known.cover_beside(5, "Nobody saw AM cry.") == "Nobody saw Isla cry."


def test_a_name_that_goes_over_the_end_of_a_line_stays_covered() -> None:
    known = cover(FormLine(1, "Meredith was seen.", "Meredith", 0))
    assert known.cover("They say that Annalise\nMeredith was seen.") == "They say that Isla was seen."


@pytest.mark.parametrize(
    ("text", "form", "line"),
    [
        ("One\n  AM cried. \nThree", "AM", (6, "AM cried.")),
        ("Key\tAM\tMorning", "AM", (4, "AM")),
        ("AM", "AM", (0, "AM")),
    ],
)
def test_a_place_is_told_by_its_line(text: str, form: str, line: tuple[int, str]) -> None:
    assert line_at(text, text.index(form)) == line
