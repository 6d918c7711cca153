"""Gaps in words: how long, before what, and how far it is certain."""

from datetime import date

from dhr_desktop.domain.gap_words import Beside, how_long, in_words
from dhr_desktop.domain.gaps import Gap

FIRST, LAST = date(2015, 12, 13), date(2016, 5, 3)


def gap(agency_id: int = 0, before: int = 1, after: int = 2, may: tuple[int, ...] = (), least: int = 143) -> Gap:
    return Gap(agency_id, FIRST, LAST, 143, before, after, may, least)


def test_a_silence_of_all_agencies():
    assert in_words(gap(), "", Beside("12 December 2015", "4 May 2016")) == (
        "No agency recorded contact for 143 days before the entry of 4 May 2016 (13 December 2015 to 3 May 2016)."
    )


def test_a_silence_of_one_agency_is_no_more_certain_than_its_records():
    said = in_words(
        gap(5, may=(9,), least=71), "Ravenshire Constabulary", Beside("12 December 2015", "4 May 2016", ["2016"])
    )
    assert said == (
        "Ravenshire Constabulary recorded no contact for up to 143 days before the entry of 4 May 2016"
        " (13 December 2015 to 3 May 2016). One record dated only “2016” may fall within it; wherever that was,"
        " 71 days on end are without any record."
    )


def test_many_uncertain_records_leave_nothing_certain():
    said = in_words(gap(may=tuple(range(12)), least=0), "", Beside("a", "b", ["2013", "2014", "2015", "2016"] * 3))
    assert said.endswith(
        "12 records dated only “2013”, “2014”, “2015” and others may fall within it, so that none of it is certain."
    )


def test_silence_at_the_ends_of_the_period_is_said_as_such():
    before_all = in_words(gap(5, before=0), "Aldermarsh Surgery", Beside("", "4 May 2016"))
    assert "for 143 days from the start of the period until its first record, of 4 May 2016" in before_all
    after_all = in_words(gap(5, after=0), "Aldermarsh Surgery", Beside("12 December 2015", ""))
    assert "after its last record, of 12 December 2015, until the end of the period" in after_all
    never = in_words(gap(5, before=0, after=0), "Aldermarsh Surgery", Beside())
    assert never == (
        "Aldermarsh Surgery recorded no contact in the whole period looked at: 143 days"
        " (13 December 2015 to 3 May 2016)."
    )


def test_only_what_may_be_broken_is_said_to_be_up_to():
    assert (how_long(gap()), how_long(gap(may=(9,), least=100))) == ("143 days", "up to 143 days")
