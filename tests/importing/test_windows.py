"""The months that a heading of a year covers."""

from datetime import date

import pytest

from dhr_desktop.importing.windows import window_in, window_of


def months(window):
    return f"{window.first:%Y-%m} {window.last:%Y-%m}" if window else ""


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("2016", "2016-01 2016-12"),
        ("*** 2014 ***", "2014-01 2014-12"),
        ("YEAR: 2015", "2015-01 2015-12"),
        ("2016 continued", "2016-01 2016-12"),
        ("2014 – continued", "2014-01 2014-12"),
        ("2014 (cont.)", "2014-01 2014-12"),
        ("During 2015", "2015-01 2015-12"),
        ("Events of 2014", "2014-01 2014-12"),
        ("2016 (to November)", "2016-01 2016-11"),
        ("2016 (from June)", "2016-06 2016-12"),
        ("2016 (Jan to Mar)", "2016-01 2016-03"),
        ("January 2016", "2016-01 2016-01"),
        ("2016: January", "2016-01 2016-01"),
        ("Nov – Feb 2016", "2015-11 2016-02"),
        ("Sept 2017 – Aug 2018", "2017-09 2018-08"),
        ("Academic year 2016-17", "2016-09 2017-08"),
        ("FY 15/16", "2015-04 2016-03"),
        ("Financial year 2015/16", "2015-04 2016-03"),
        ("Year ending March 2017", "2016-04 2017-03"),
        ("Year ending 31 March 2017", "2016-04 2017-03"),
        ("Autumn term 2016", "2016-09 2016-12"),
        ("2015 (continued) to 2017", "2015-01 2017-12"),
        ("2016-2017", "2016-01 2017-12"),
    ],
)
def test_a_heading_of_a_year_covers_its_months(heading, meant):
    assert months(window_of(heading)) == meant


def test_two_years_with_a_stroke_may_be_those_of_a_school_or_of_money_and_settle_what_both_agree_on():
    window = window_of("2016/17")
    assert months(window) == "2016-04 2017-08"
    assert window.settles(date(2016, 12, 20))
    assert window.settles(date(2017, 1, 4))
    assert not window.settles(date(2016, 5, 3))
    assert not window.settles(date(2016, 1, 4))


@pytest.mark.parametrize(
    "line",
    [
        "14 March 2018",
        "2016/03",
        "DHR/2017/04",
        "Case PQ/2016/19",
        "Moved to a new school in 2014",
        "Born 2007",
        "From 2014",
        "Before 2014",
        "2014 onwards",
        "Period 2013 to 2017",
        "Sent: 14 March 2018 16:42",
        "March",
        "2014 3 June",
    ],
)
def test_a_line_that_says_more_than_a_year_is_no_heading_of_one(line):
    assert window_of(line) is None


def test_a_title_gives_its_year_beside_other_words():
    assert months(window_in("Housing contacts 2014")) == "2014-01 2014-12"
    assert months(window_in("2016 - 17 contacts")) == "2016-04 2017-08"


@pytest.mark.parametrize(
    "title",
    [
        "Prepared 2018",
        "Data Protection Act 2018",
        "Domestic Homicide Review 2017",
        "Following the death in 2017",
        "Period under review: 2013 to 2017",
        "Minutes of 3 June 2014",
        "Our number PQ/2016/19",
    ],
)
def test_a_title_about_the_paper_a_law_or_a_death_gives_no_year(title):
    assert window_in(title) is None
