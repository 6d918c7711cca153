"""Dates to avoid: when they fall, what is near them, and what the register proposes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.avoiding import (
    Proposal,
    in_order,
    in_words,
    is_day,
    is_stretch,
    near,
    next_time,
    once,
    proposals,
    times,
    yearly,
)
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import DateToAvoid

MOTHER, SISTER = 1, 2
NAMES = {MOTHER: "Lorraine Marchbank", SISTER: "Jade Ollerton"}
DEATH = DateToAvoid(1, MOTHER, "--11-09", "anniversary of the death")
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def test_a_day_near_an_anniversary_is_said_with_who_asked() -> None:
    assert near(date(2019, 11, 7), [DEATH], {MOTHER}, NAMES) == [
        "2 days before the anniversary of the death, 9 November; Lorraine Marchbank asked to avoid it"
    ]
    assert near(date(2019, 11, 10), [DEATH], {MOTHER})[0].startswith("1 day after the anniversary of the death")
    assert near(date(2019, 11, 9), [DEATH], {MOTHER})[0].startswith("On the anniversary of the death, 9 November")
    assert near(date(2019, 11, 5), [DEATH], {MOTHER}) == []


def test_where_the_day_stands_apart_from_what_is_said_it_is_named() -> None:
    def said(day: date, *dates: DateToAvoid) -> list[str]:
        return near(day, dates, None, dated=True)

    trial = DateToAvoid(4, None, "2019-06-03", "trial", "2019-06-21")
    leap = DateToAvoid(5, None, "--02-29", "her birthday")
    assert said(date(2026, 11, 9), DEATH) == ["On 9 November 2026, the anniversary of the death"]
    assert said(date(2026, 11, 7), DEATH) == [
        "On 7 November 2026, 2 days before the anniversary of the death, 9 November"
    ]
    assert said(date(2019, 6, 12), trial) == ["On 12 June 2019, during the trial, 3 to 21 June 2019"]
    assert said(date(2019, 2, 28), leap) == ["On 28 February 2019, her birthday, 29 February"]


def test_somebody_else_s_date_is_no_matter_but_everyone_s_is() -> None:
    christmas = DateToAvoid(2, None, "--12-25", "Christmas Day")
    assert near(date(2019, 11, 9), [DEATH], {SISTER}) == []
    assert near(date(2019, 12, 24), [DEATH, christmas], {SISTER}) == ["1 day before Christmas Day, 25 December"]


def test_what_concerns_everyone_is_held_against_every_date() -> None:
    both = [DEATH, DateToAvoid(2, SISTER, "--11-09", "anniversary of the death")]
    assert near(date(2020, 11, 9), both, None, NAMES) == [
        "On the anniversary of the death, 9 November; Lorraine Marchbank and Jade Ollerton asked to avoid it"
    ]


def test_two_reasons_for_one_day_are_both_said() -> None:
    wedding = DateToAvoid(2, SISTER, "--11-09", "her wedding")
    assert len(near(date(2020, 11, 9), [DEATH, wedding])) == 2


def test_a_day_noted_for_one_and_again_for_everyone_is_said_once() -> None:
    everyone = [DateToAvoid(2, None, "--11-09", ""), DateToAvoid(3, None, "--11-09", "Anniversary of the death")]
    assert near(date(2019, 11, 9), [DEATH, *everyone], {MOTHER}, NAMES) == [
        "On the anniversary of the death, 9 November; Lorraine Marchbank asked to avoid it"
    ]
    assert near(date(2019, 11, 9), everyone[:1]) == ["On a date to avoid, 9 November"]


def test_a_list_leaves_out_for_everyone_what_stands_there_for_one() -> None:
    everyone = DateToAvoid(2, None, "--11-09", "Anniversary  of the death")
    christmas = DateToAvoid(3, None, "--12-25", "Christmas Day")
    assert once([everyone, DEATH, christmas]) == [DEATH, christmas]
    assert once([everyone, christmas]) == [everyone, christmas]


def test_what_the_register_proposes_says_who_alone_has_noted_it_so_far() -> None:
    child = Person(1, "Poppy Drewitt", Role.CHILD, born="2014-12-06")
    noted = DateToAvoid(1, MOTHER, "--12-06", "Poppy's birthday")
    assert proposals([child], "", [noted]) == [Proposal("--12-06", "Poppy's birthday", (MOTHER,))]
    assert proposals([child], "", [noted, DateToAvoid(2, None, "--12-06", "a birthday")]) == []


def test_a_day_of_one_year_is_not_one_of_the_next() -> None:
    wedding = DateToAvoid(3, SISTER, "2019-09-07", "her wedding")
    assert near(date(2019, 9, 5), [wedding], {SISTER}) == ["2 days before her wedding, 7 September 2019"]
    assert near(date(2020, 9, 7), [wedding], {SISTER}) == []


def test_a_stretch_is_avoided_throughout() -> None:
    trial = DateToAvoid(4, None, "2019-06-03", "trial", "2019-06-21")
    assert near(date(2019, 6, 12), [trial]) == ["During the trial, 3 to 21 June 2019"]
    assert near(date(2019, 6, 24), [trial]) == ["3 days after the trial, 3 to 21 June 2019"]
    assert near(date(2019, 6, 25), [trial]) == []


def test_the_turn_of_the_year_is_no_border() -> None:
    new_year = DateToAvoid(5, None, "--01-01", "his birthday")
    assert near(date(2019, 12, 30), [new_year]) == ["2 days before his birthday, 1 January"]
    holidays = DateToAvoid(6, None, "--12-20", "the holidays", "--01-04")
    for day in (date(2019, 12, 20), date(2019, 12, 31), date(2020, 1, 4)):
        assert near(day, [holidays]) == ["During the holidays, 20 December to 4 January"]


def test_29_february_is_kept_on_both_days_about_it_in_a_common_year() -> None:
    born = DateToAvoid(7, None, "--02-29", "her birthday", near=0)
    assert near(date(2019, 2, 28), [born])
    assert near(date(2019, 3, 1), [born])
    assert near(date(2020, 2, 29), [born])
    assert not near(date(2020, 2, 28), [born])
    assert not near(date(2020, 3, 1), [born])


@given(DAYS, DAYS, st.integers(0, 30))
def test_a_day_of_every_year_is_near_just_when_a_birthday_of_some_year_is(
    day: date, planned: date, within: int
) -> None:
    found = near(planned, [DateToAvoid(1, None, yearly(day), "a birthday", near=within)])
    kept = set()
    for year in (planned.year - 1, planned.year, planned.year + 1):
        try:
            kept.add(day.replace(year=year))
        except ValueError:
            kept |= {date(year, 2, 28), date(year, 3, 1)}
    assert bool(found) == any(abs((planned - each).days) <= within for each in kept)


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 30))
def test_a_stretch_is_near_just_when_one_of_its_days_is(first: date, long: int, planned: date, within: int) -> None:
    last = first + timedelta(days=long)
    avoided = DateToAvoid(1, None, first.isoformat(), "the trial", last.isoformat(), within)
    expected = first - timedelta(days=within) <= planned <= last + timedelta(days=within)
    assert bool(near(planned, [avoided])) == expected


@given(DAYS, DAYS, DAYS)
def test_the_next_time_is_the_first_that_has_not_passed(first: date, last: date, today: date) -> None:
    avoided = DateToAvoid(1, None, yearly(first), "a time of the year", yearly(last))
    found = next_time(avoided, today)
    assert found is not None
    assert found.first <= found.last
    assert found.last >= today
    assert not [each for each in times(avoided, today) if today <= each.last and each.first < found.first]


@given(st.dates(), st.text(max_size=12))
def test_no_day_and_no_text_is_too_much(day: date, text: str) -> None:
    near(day, [DateToAvoid(1, None, text, "words", text), DateToAvoid(2, None, "--02-29", "", "--01-01")])
    assert in_words(text) == in_words(text)


@pytest.mark.parametrize(
    ("day", "until", "words"),
    [
        ("--08-14", "", "14 August"),
        ("--02-29", "", "29 February"),
        ("2019-09-07", "", "7 September 2019"),
        ("2019-06-03", "2019-06-21", "3 to 21 June 2019"),
        ("--06-03", "--06-21", "3 to 21 June"),
        ("--12-20", "--01-04", "20 December to 4 January"),
    ],
)
def test_days_are_written_as_the_british_write_them(day: str, until: str, words: str) -> None:
    assert in_words(day, until) == words


def test_both_ends_of_a_stretch_are_of_one_kind_and_in_order() -> None:
    assert is_stretch("--12-20", "--01-04")
    assert is_stretch("2019-06-03", "2019-06-21")
    assert not is_stretch("2019-06-21", "2019-06-03")
    assert not is_stretch("2019-06-03", "--06-21")
    assert not is_day("--02-30")
    assert not is_day("2019-02-29")


def test_the_list_is_in_the_order_of_the_coming_year_and_what_has_passed_is_last() -> None:
    wedding = DateToAvoid(3, SISTER, "2019-09-07", "her wedding")
    birthday = DateToAvoid(4, MOTHER, "--08-14", "Kayleigh's birthday")
    assert in_order([birthday, wedding, DEATH], date(2019, 8, 20)) == [wedding, DEATH, birthday]
    assert in_order([birthday, wedding, DEATH], date(2019, 10, 1)) == [DEATH, birthday, wedding]


def test_the_register_proposes_the_birthdays_and_the_anniversary() -> None:
    register = [
        Person(1, "Kayleigh Drewitt", Role.VICTIM, born="1987-08-14", died="2018-11-09"),
        Person(2, "Poppy Drewitt", Role.CHILD, born="2014-12-06"),
        Person(3, "Alfie Coldwell", Role.CHILD, born="2010"),
        Person(4, "Lorraine Marchbank", Role.FAMILY, born="1960-01-01"),
    ]
    assert proposals(register, "", []) == [
        Proposal("--08-14", "Kayleigh's birthday"),
        Proposal("--11-09", "anniversary of the death"),
        Proposal("--12-06", "Poppy's birthday"),
    ]
    kept = [DateToAvoid(1, None, "--08-14", "birthday"), DateToAvoid(2, MOTHER, "--12-06", "Poppy's birthday")]
    assert [each.day for each in proposals(register, "", kept)] == ["--11-09", "--12-06"]


def test_the_review_s_own_day_of_the_death_stands_in_for_the_register_s() -> None:
    assert proposals([], "2018-11-09", []) == [Proposal("--11-09", "anniversary of the death")]
    assert proposals([], "2018", []) == []
