"""Of a birth an anonymised edition gives the year, of a death the month and the year, and of neither the day."""

import pytest

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.documents import Bullets, Column, Document, Paragraph, Section, Table, plain
from dhr_desktop.domain.editions import PANEL
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy, ends
from dhr_desktop.domain.told_days import NO_DAYS, ToldDays, in_month, in_year, of_people

DAYS = ToldDays(births=["2014-05-09", "1985~"], deaths=["2018-11-09", "2018-11", ""])


@pytest.mark.parametrize(
    "written",
    [
        *("9 November 2018", "9th November 2018", "09 Nov 2018", "9th of November, 2018", "9 nov 18", "9-Nov-2018"),
        *("9/11/2018", "09/11/18", "09.11.2018", "2018-11-09", "Friday 9 November 2018", "Fri 9 Nov. 2018"),
        *("9\nNovember 2018", "the 9th November 2018", "the 9th day of November 2018", "9November 2018", "09Nov2018"),
        *("November 9, 2018", "Nov 9th 2018", "09 / 11 / 2018", "2018/11/09", "8, 9 and 10 November 2018"),
        *("9 & 10 November 2018", "8-9/11/2018"),
    ],
)
def test_of_a_day_of_death_month_and_year_are_left(written: str) -> None:
    assert DAYS.cover(f"She died on {written}.") == "She died in November 2018."
    assert DAYS.cover(f"Death: {written}") == "Death: November 2018"
    assert list(DAYS.find(f"Death: {written}")) == [written]


def test_a_stretch_does_not_give_it_away() -> None:
    assert DAYS.cover("8 to 9 November 2018") == "November 2018"
    assert DAYS.cover("between 9 and 12 November 2018") == "between November 2018"
    assert DAYS.cover("1 January 2012 to 9 November 2018") == "1 January 2012 to November 2018"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("01.11.2018-09.11.2018", "01.11.2018-November 2018"),
        ("08/11/2018-09/11/2018", "08/11/2018-November 2018"),
        ("31 Oct-09 Nov 2018", "31 Oct-November 2018"),
        ("8 November 2018-9 November 2018", "8 November 2018-November 2018"),
        ("2018-11-08/2018-11-09", "2018-11-08/November 2018"),
        ("9 November to 3 December 2018", "November 2018 to 3 December 2018"),
        ("Section 2.9 November 2018", "Section 2.November 2018"),
    ],
)
def test_either_end_of_a_stretch_is_found(written: str, shown: str) -> None:
    assert DAYS.cover(written) == shown


@pytest.mark.parametrize("before", ["DOB-", "D.O.B.", "DOB/", "(", "Born:"])
def test_what_stands_close_before_a_day_hides_it_not(before: str) -> None:
    assert DAYS.cover(f"{before}09/05/2014") == f"{before}2014"


@pytest.mark.parametrize("died", ["2018-11-09?", "2018-11-09~", "2018-11-08/2018-11-09"])
def test_a_day_that_is_not_sure_or_a_night_is_not_given_either(died: str) -> None:
    assert ToldDays(deaths=[died]).cover("On the 9th of November 2018") == "In November 2018"


def test_a_text_of_nothing_but_days_is_soon_read() -> None:
    for unit, said in (("9/11/2018 ", "November 2018 "), ("9,", "9,"), ("9 November ", "9 November ")):
        assert DAYS.cover(f"{unit * 500}9 11 2018") == f"{said * 500}9 11 2018"


def test_of_a_day_of_birth_the_year_is_left() -> None:
    assert DAYS.cover("Born on 9 May 2014 (09/05/2014)") == "Born in 2014 (2014)"


@pytest.mark.parametrize(
    "written",
    [
        "10 November 2018",
        "9 November 2017",
        "19 November 2018",
        "November 2018",
        "9/11/20181",
        "1985",
        "9",
        "20/9/11/2018",
        "version 1.9.11.2018",
    ],
)
def test_every_other_day_stays(written: str) -> None:
    assert DAYS.cover(written) == written
    assert not list(DAYS.find(written))


def test_a_stored_date_is_shown_by_the_same_rule() -> None:
    assert DAYS.edtf("2018-11-09") == "2018-11"
    assert DAYS.edtf("2018-11-09T21:30") == "2018-11"
    assert DAYS.edtf("2018-11-08/2018-11-09~") == "2018-11-08/2018-11~"
    assert DAYS.edtf("2014-05-09") == "2014"
    assert DAYS.edtf("2018-11-10") == "2018-11-10"


def test_it_is_taken_out_of_every_part_of_a_document() -> None:
    blocks = (
        Paragraph(plain("Died on 9 November 2018.")),
        Bullets((plain("Born 9 May 2014"),)),
        Table((Column("Date", 1),), [("9 November 2018",), ("8 November 2018",)]),
    )
    made = Document("Chronology", "", ("Period to 9 November 2018",), PANEL, (Section(blocks),))
    taken = DAYS.taken_out(made)
    assert "9 November" not in str(taken)
    assert "9 May" not in str(taken)
    assert "'8 November 2018'" in str(taken)
    assert NO_DAYS.taken_out(made) is made


def test_a_pregnancy_gives_the_day_of_a_birth_or_of_a_loss_and_not_what_was_expected() -> None:
    born = Pregnancy(1, 1, outcome=Outcome.BORN, expected="2014-12-10", ended="2014-12-06")
    still = Pregnancy(2, 1, outcome=Outcome.STILLBIRTH, ended="2012-03-01")
    lost = Pregnancy(3, 1, outcome=Outcome.MISCARRIAGE, ended="2010-05-04")
    known = [born, still, lost]
    told = of_people([], ends(known, told_in_years=True), ends(known, told_in_years=False))
    assert told.cover("6/12/2014, 1 March 2012, 10/12/2014, 4/5/2010") == "2014, March 2012, 10/12/2014, May 2010"


def test_the_register_and_the_review_give_the_days() -> None:
    people = [Person(1, "Anna", Role.VICTIM, born="1988-02-03", died="2018-11-10"), Person(2, "Kian", Role.CHILD)]
    told = of_people(people, deaths=["2018-11-09"])
    assert told.cover("3/2/1988, 10/11/2018, 9/11/2018") == "1988, November 2018, November 2018"


@pytest.mark.parametrize(
    ("stored", "year", "month"),
    [
        ("2014-05-19", "2014", "2014-05"),
        ("2014-05-19T10:00:00Z", "2014", "2014-05"),
        ("2014-05-XX", "2014", "2014-05"),
        ("2014-05~", "2014~", "2014-05~"),
        ("2014-21", "2014", "2014-21"),
        ("2014-05-19/2014-05-23", "2014", "2014-05"),
        ("2014-05-19/..", "2014/..", "2014-05/.."),
        ("[2014-05-19..2015-01-02]", "[2014..2015]", "[2014-05..2015-01]"),
        ("201X", "201X", "201X"),
        ("XXXX", "XXXX", "XXXX"),
        ("Y12000", "Y12000", "Y12000"),
        ("", "", ""),
    ],
)
def test_a_stored_date_goes_by_its_year_or_by_its_month(stored: str, year: str, month: str) -> None:
    assert (in_year(stored), in_month(stored)) == (year, month)
    for each in filter(None, (year, month)):
        parse(each)
