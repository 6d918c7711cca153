"""Dates as agencies write them, what they mean in EDTF, and what is doubtful about the reading."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.dates import parse
from dhr_desktop.importing import dates
from dhr_desktop.importing.dates import PLAIN, Context, read_date

EXACT = """\
2017-04-03 = 2017-04-03
03/04/2017 = 2017-04-03
3/4/17 = 2017-04-03
3.4.2017 = 2017-04-03
03-04-2017 = 2017-04-03
03 04 2017 = 2017-04-03
22.05/16 = 2016-05-22
22/09/14 = 2014-09-22
15th September 2014 = 2014-09-15
1st of May 2016 = 2016-05-01
14-Apr-2014 = 2014-04-14
23-May-09 = 2009-05-23
20 Apr 16 = 2016-04-20
9 Sept 2015 = 2015-09-09
Monday 3rd April 2017 = 2017-04-03
Weds 5 April 2017 = 2017-04-05
April 3, 2017 = 2017-04-03
20170403 = 2017-04-03
Christmas Day 2017 = 2017-12-25
Boxing Day 2016 = 2016-12-26
on 3 April 2017 = 2017-04-03
(3 April 2017) = 2017-04-03
3 April 2017. = 2017-04-03
3 April ’17 = 2017-04-03
31/12/99 = 1999-12-31
29/02/2016 = 2016-02-29
"""

IMPRECISE = """\
April 2017 = 2017-04
Apr-17 = 2017-04
12/2015 = 2015-12
2017-04 = 2017-04
2013 = 2013
Spring 2016 = 2016-21
summer of 2015 = 2015-22
Autumn 2014 = 2014-23
winter 2015/16 = 2015-24
1990s = 199X
the 90s = 199X
circa 2009 = 2009~
c.2012 = 2012~
about 3 May 2016 = 2016-05-03~
approx. June 2015 = 2015-06~
June 2015 (approx) = 2015-06~
early June 2014 = 2014-06~
mid-2015 = 2015~
late 2014 = 2014~
end of May 2016 = 2016-05~
? 22 May 2016 = 2016-05-22?
22 May 2016 ? = 2016-05-22?
probably 22 May 2016 = 2016-05-22?
possibly about 2012 = 2012%
Unknown date 2013 = 2013
(date not recorded, May 2018) = 2018-05
2016 (exact date unknown) = 2016
a date in June 2015 = 2015-06
w/c 3/4/17 = 2017-04-03/2017-04-09
w/b 30 June 2014 = 2014-06-30/2014-07-06
week commencing 3 April 2017 = 2017-04-03/2017-04-09
week ending 9/4/17 = 2017-04-03/2017-04-09
weekend of 3/4 May 2014 = 2014-05-03/2014-05-04
1-3 May 2015 = 2015-05-01/2015-05-03
5 - 8 April 2016 = 2016-04-05/2016-04-08
3rd and 4th May 2016 = 2016-05-03/2016-05-04
28/29 May 2016 = 2016-05-28/2016-05-29
12 Jan - 3 Feb 2016 = 2016-01-12/2016-02-03
10/06/2016-12/06/2016 = 2016-06-10/2016-06-12
01.02.2016 to 05.02.2016 = 2016-02-01/2016-02-05
Between 1 May and 9 June 2016 = 2016-05-01/2016-06-09
May/June 2016 = 2016-05/2016-06
Jan-Mar 2016 = 2016-01/2016-03
03/2014 - 09/2014 = 2014-03/2014-09
late Jan / early Feb 2016 = 2016-01-21~/2016-02-10~
2014/15 = 2014/2015
2014-2016 = 2014/2016
Easter 2016 = 2016-03-25/2016-03-28
summer holidays 2015 = 2015-07~/2015-08~
Autumn Term 2013 = 2013-09/2013-12
Aut 1 2018 = 2018-09/2018-10
before 12 May 2014 = [..2014-05-12]
pre 2010 = [..2010]
after March 2015 = [2015-03..]
since about June 2015 = 2015-06~/..
from 3 May 2016 = 2016-05-03/..
unknown = XXXX
N/K = XXXX
not recorded = XXXX
(date not recorded) = XXXX
? = XXXX
"""


def _pairs(table):
    return [tuple(line.rsplit(" = ", 1)) for line in table.splitlines()]


@pytest.mark.parametrize(("written", "edtf"), _pairs(EXACT))
def test_a_day_is_read_as_that_day_without_a_doubt(written, edtf):
    reading = read_date(written)
    assert (reading.edtf, reading.doubts) == (edtf, ())
    assert parse(reading.edtf).is_exact


@pytest.mark.parametrize(("written", "edtf"), _pairs(IMPRECISE))
def test_what_is_not_one_day_is_read_as_no_more_than_it_says(written, edtf):
    reading = read_date(written)
    assert (reading.edtf, reading.doubts) == (edtf, ())
    assert not parse(reading.edtf).is_exact


@pytest.mark.parametrize(
    ("written", "edtf", "doubt"),
    [
        ("14/09/2105", "2015-09-14", "year-slip"),
        ("19 October 2105", "2015-10-19", "year-slip"),
        ("3 April 0217", "2017-04-03", "year-slip"),
        ("Tuesday 3rd April 2017", "2017-04-03", "weekday"),
        ("12/25/2016", "2016-12-25", "order"),
        ("03042017", "2017-04-03", "run-together"),
        ("030417", "2017-04-03", "run-together"),
        ("12/03/2015 and 14/03/2015", "2015-03-12/2015-03-14", "several-dates"),
        ("Christmas 2017", "2017-12-24/2017-12-26", "feast"),
        ("New Year 2018", "2017-12-31/2018-01-01", "feast"),
        ("Rec'd 3/5/16", "2016-05-03", "among-words"),
        ("3.5.16 (late entry)", "2016-05-03", "among-words"),
        ("5th Septmber 2016", "2016-09-05", "misspelt"),
        ("5 Febuary 2016", "2016-02-05", "misspelt"),
        ("22/O5/2016", "2016-05-22", "misspelt"),
        ("l2/05/16", "2016-05-12", "misspelt"),
        ("22/05//16", "2016-05-22", "misspelt"),
    ],
)
def test_a_reading_that_leans_on_anything_says_so(written, edtf, doubt):
    reading = read_date(written, Context(neighbour=date(2016, 1, 1)))
    assert reading.edtf == edtf
    assert doubt in reading.doubts


@pytest.mark.parametrize(
    "written",
    ["31/02/2016", "45/45/2016", "ongoing", "see above note", "Kayleigh", "12", "99/99/9999", "PC 4471", "0930hrs"],
)
def test_what_is_no_date_is_not_made_one(written):
    reading = read_date(written)
    assert reading.unreadable
    assert reading.edtf == ""


@pytest.mark.parametrize("written", ["ditto", "do.", '"', "-", "as above", "same day", "”", "Ditto"])
def test_a_ditto_asks_for_the_row_above(written):
    assert read_date(written).ditto


@pytest.mark.parametrize("written", ["", "  ", "\u00a0", "\n"])
def test_a_blank_cell_says_nothing(written):
    reading = read_date(written)
    assert reading == read_date("")
    assert reading.edtf == ""


@pytest.mark.parametrize(
    ("written", "edtf", "time"),
    [
        ("13/08/2011 23.40", "2011-08-13", "23:40"),
        ("20.8.18 6pm", "2018-08-20", "18:00"),
        ("14/08/2011 00:15", "2011-08-14", "00:15"),
        ("3/4/2017 12:00 PM", "2017-04-03", "12:00"),
        ("3/4/2017 12:05 AM", "2017-04-03", "00:05"),
        ("1st May 2016 at 10:30", "2016-05-01", "10:30"),
        ("05/05/16 1400hrs", "2016-05-05", "14:00"),
        ("05 May 2016 1400", "2016-05-05", "14:00"),
        ("2016-05-05 14:00:31", "2016-05-05", "14:00"),
        ("4 September 2018 (pm)", "2018-09-04", ""),
    ],
)
def test_a_time_in_the_date_s_cell_is_parted_from_it(written, edtf, time):
    reading = read_date(written)
    assert (reading.edtf, reading.time, reading.doubts) == (edtf, time, ())


def test_a_z_says_that_the_time_is_utc():
    reading = read_date("2012-09-30T00:42:00Z")
    assert (reading.edtf, reading.time, reading.utc) == ("2012-09-30", "00:42", True)


@pytest.mark.parametrize(
    ("written", "neighbour", "edtf"),
    [
        ("Sat 8 Feb", date(2014, 2, 10), "2014-02-08"),
        ("Saturday 13/9", date(2014, 9, 15), "2014-09-13"),
        ("28 December", date(2016, 1, 4), "2015-12-28"),
    ],
)
def test_a_missing_year_comes_from_the_dates_around_it_and_is_doubtful(written, neighbour, edtf):
    reading = read_date(written, Context(neighbour=neighbour))
    assert reading.edtf == edtf
    assert reading.doubts == ("year-supplied",)


def test_a_missing_year_with_nothing_around_it_is_not_guessed():
    assert read_date("8 Feb").unreadable


def test_month_first_is_read_only_where_the_column_is_month_first():
    assert read_date("3/4/2017", Context(month_first=True)).edtf == "2017-03-04"
    assert read_date("3/4/2017", PLAIN).edtf == "2017-04-03"
    assert read_date("3 April 2017", Context(month_first=True)).edtf == "2017-04-03"


_DAYS = st.dates(date(1930, 1, 1), date(2026, 12, 31))
_SUFFIX = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_STYLES = [
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%d %B %Y}",
    lambda day: f"{day.day} {day:%b} {day.year}",
    lambda day: f"{day:%d-%b-%Y}",
    lambda day: f"{day.day}{_SUFFIX.get(day.day, 'th')} {day:%B} {day.year}",
    lambda day: f"{day:%A} {day.day} {day:%B} {day.year}",
    lambda day: f"{day:%a} {day:%d/%m/%Y}",
    lambda day: f"{day:%d/%m/%Y} 14:05",
]


@given(_DAYS, st.sampled_from(_STYLES))
def test_any_day_in_any_british_style_reads_back_without_a_doubt(day, style):
    reading = read_date(style(day))
    assert (reading.edtf, reading.doubts) == (day.isoformat(), ())


@given(_DAYS, st.integers(1, 60))
def test_any_range_of_days_reads_back(first, length):
    last = first + timedelta(days=length)
    reading = read_date(f"{first:%d/%m/%Y} - {last:%d/%m/%Y}")
    assert reading.edtf == f"{first}/{last}"


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reader_or_gives_what_is_not_edtf(text):
    reading = read_date(text)
    assert sum((bool(reading.edtf), reading.ditto, reading.unreadable)) <= 1
    assert not reading.edtf or parse(reading.edtf)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("during 2013", "2013"),
        ("in December 2013", "2013-12"),
        ("night of 3/4 May 2016", "2016-05-03/2016-05-04"),
        ("evening of 3 May 2016", "2016-05-03"),
        ("on or around 3 May 2016", "2016-05-03~"),
        ("end May 2016", "2016-05~"),
        ("May 2016 - present", "2016-05/.."),
        ("10/05/2016 to date", "2016-05-10/.."),
        ("Good Friday 2016", "2016-03-25"),
        ("Easter Monday 2016", "2016-03-28"),
        ("??/05/2016", "2016-05"),
        ("3 July 2018 (Tuesday)", "2018-07-03"),
    ],
)
def test_words_around_a_date_are_taken_at_their_word(written, edtf):
    reading = read_date(written)
    assert (reading.edtf, reading.doubts) == (edtf, ())


@pytest.mark.parametrize("written", ["dob 3/5/2016", "next seen 3/5/2016", "recorded 5/5/2016 for 3/5/2016"])
def test_a_date_of_something_else_or_one_of_several_is_not_taken_out_of_its_words(written):
    assert read_date(written).doubts == ("unreadable",)


@pytest.mark.parametrize(
    ("written", "edtf", "time"),
    [
        ("14:00 03/05/2016", "2016-05-03", "14:00"),
        ("1400hrs on 3/5/16", "2016-05-03", "14:00"),
        ("11pm 3/5/16", "2016-05-03", "23:00"),
        ("2018-07-03T10:00:00+01:00", "2018-07-03", "10:00"),
        ("03/05/2016 00:00:00", "2016-05-03", ""),
        ("03/05/2016 00:00", "2016-05-03", "00:00"),
    ],
)
def test_a_time_may_stand_first_and_a_database_s_midnight_is_none(written, edtf, time):
    reading = read_date(written)
    assert (reading.edtf, reading.time, reading.doubts) == (edtf, time, ())


@given(
    st.datetimes(datetime(1890, 1, 1), datetime(2110, 1, 1)),  # noqa: DTZ001 - a cell's moment has no zone
    st.sampled_from(
        ["%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%YT%H:%MZ", "%Y-%m-%d %H:%M:%S.%f"]
    ),
    st.booleans(),
)
def test_a_stamp_of_a_system_is_read_as_its_day_and_its_time_are_in_any_other_form(moment, form, month_first):
    written = moment.strftime(form)
    context = Context(month_first)
    assert read_date(written, context) == dates._read(written, context)
