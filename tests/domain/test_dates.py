"""A date is as certain as its source, keeps the words it was given, and is never guessed."""

import contextlib
import locale
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.dates import UNKNOWN, EdtfDate, NotEdtf, in_british_words, of_day, parse

DAYS = st.dates(min_value=date(1000, 1, 1))
MARKS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    shapes = [
        day.isoformat(),
        f"{day:%Y-%m}",
        f"{day:%Y}",
        f"{day:%Y}"[:3] + "X",
        f"{day:%Y}"[:2] + "XX",
        f"{day:%Y-%m}-XX",
        f"{day:%Y}-XX",
        f"{day:%Y}-XX-XX",
        f"{day:%Y}-{draw(st.integers(21, 23))}",
    ]
    return draw(st.sampled_from(shapes)) + draw(MARKS)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Any text of the subset."""
    first, last = sorted(draw(st.tuples(points(), points())), key=lambda text: parse(text).earliest or date.min)
    if (parse(first).earliest or date.min) > (parse(last).latest or date.max):
        return first
    shapes = [
        first,
        f"{first}/{last}",
        f"{first}/..",
        f"../{last}",
        f"[{first}..{last}]",
        f"[..{last}]",
        f"[{first}..]",
        f"{first}/",
        f"/{last}",
    ]
    return draw(st.sampled_from([*shapes, "XXXX"]))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2016-04-05", date(2016, 4, 5), date(2016, 4, 5)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-02", date(2015, 2, 1), date(2015, 2, 28)),
        ("2016-02-XX", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-XX", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-XX-XX", date(2016, 1, 1), date(2016, 12, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2016-21", date(2016, 3, 1), date(2016, 5, 31)),
        ("2016-22", date(2016, 6, 1), date(2016, 8, 31)),
        ("2016-23", date(2016, 9, 1), date(2016, 11, 30)),
        ("2015-24", date(2015, 12, 1), date(2016, 2, 29)),
        ("2016-04-05/2016-04-08", date(2016, 4, 5), date(2016, 4, 8)),
        ("2016/2016-04", date(2016, 1, 1), date(2016, 4, 30)),
        ("2016-04-05/..", date(2016, 4, 5), None),
        ("../2016-04", None, date(2016, 4, 30)),
        ("[2014-06-01..2014-06-10]", date(2014, 6, 1), date(2014, 6, 10)),
        ("[..2016]", None, date(2016, 12, 31)),
        ("[2016..]", date(2016, 1, 1), None),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_date_knows_its_earliest_and_latest_day(text, earliest, latest):
    when = parse(text)

    assert (when.edtf, when.earliest, when.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "~", "5 April 2016", "05/04/2016", "2016/04/05", "16-04-05", "20160405", "2016-4-5", "2016-04-5"),
        *("2016-13", "2016-00", "2016-04-31", "2015-02-29", "2016-04-00", "0000-01", "000X", "2016-25", "2016-20"),
        *("2016-XX-05", "201X-04", "201X-XX", "20XX-04", "2XXX", "XXXX-04", "2016-21-01", "2016-21-XX", "9999-24"),
        *(
            "2016~~",
            "2016?~",
            "~2016",
            "2016-04~-05",
            "2016-04-05T10:00",
            "2016-04T10:00:00",
            "2016-04-05T24:01:00",
            "-2016-04",
            "-0000",
            "Y2016",
        ),
        *("/", "../..", "..", "/..", "../", "2016/XXXX", "2017/2016", "2016/2017/2018", "2016-05/2016-04"),
        *("[]", "[..]", "[2016]", "[2016/2017]", "[2017..2016]", "[2016....]", "[2016..2017]~", "[2016..2017", "2016]"),
        *(
            "\uff12\uff10\uff11\uff16",
            "\uff12\uff10\uff11\uff16-04-05",
            "2016\u201004\u201005",
            "\u0662\u0660\u0661\u0666",
        ),
    ],
)
def test_what_is_outside_the_subset_is_refused_and_not_guessed(text):
    with pytest.raises(NotEdtf):
        parse(text)


def test_every_day_of_thirty_years_is_read_as_itself():
    first = date(1995, 1, 1)
    for offset in range(30 * 366):
        day = first + timedelta(days=offset)
        assert parse(day.isoformat()) == of_day(day)


@pytest.mark.parametrize(
    ("mark", "approximate", "unsure"), [("~", True, False), ("?", False, True), ("%", True, True), ("", False, False)]
)
def test_a_mark_says_how_sure_the_source_was(mark, approximate, unsure):
    when = parse(f"2016-04-05{mark}")

    assert (when.approximate, when.unsure) == (approximate, unsure)
    assert when.is_exact is not (approximate or unsure)


def test_a_stretch_is_as_unsure_as_its_less_sure_end():
    assert parse("2016~/2017").approximate
    assert parse("2016/2017?").unsure
    assert parse("[2016..2017%]").approximate
    assert not parse("2016/2017").unsure


def test_only_one_certain_day_is_exact():
    assert parse("2016-04-05").is_exact
    assert parse("2016-04-05/2016-04-05").is_exact
    for text in ("2016-04", "2016-04-05~", "2016-04-05?", "2016-04-05/2016-04-06", "2016-04-05/..", "XXXX"):
        assert not parse(text).is_exact, text


def test_how_many_days_a_date_may_be():
    assert parse("2016-04-05").span_days == 1
    assert parse("2016-04").span_days == 30
    assert parse("2016").span_days == 366
    assert parse("2016-01-01/..").span_days == parse("2016-01-01/9999-12-31").span_days
    assert parse("XXXX").span_days > parse("../2016").span_days > parse("201X").span_days


def test_an_unknown_date_says_so():
    assert parse("XXXX") is UNKNOWN
    assert UNKNOWN.is_unknown
    assert not parse("../2016").is_unknown


def test_spaces_around_a_date_do_not_count():
    assert parse("  2016-04-05\n") == parse("2016-04-05")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-11-09", "9 November 2018"),
        ("2014-06", "June 2014"),
        ("2014-06-XX", "a day in June 2014"),
        ("2014-06~", "about June 2014"),
        ("2014-06-03?", "3 June 2014 (uncertain)"),
        ("2009%", "about 2009 (uncertain)"),
        ("2013", "2013"),
        ("2013-XX", "a month in 2013"),
        ("2013-XX-XX", "a day in 2013"),
        ("20XX", "the 21st century"),
        ("19XX~", "about the 20th century"),
        ("12XX", "the 13th century"),
        ("-0043", "the year -43"),
        ("Y12000", "the year 12000"),
        ("2016-04-05T23:20:30Z", "5 April 2016 at 23:20:30 UTC"),
        ("2016-04-05/", "from 5 April 2016, end not known"),
        ("/2016-04-05", "until 5 April 2016, start not known"),
        ("201X", "the 2010s"),
        ("201X~", "about the 2010s"),
        ("2016-21", "spring 2016"),
        ("2016-24", "winter 2016"),
        ("2016-04-05/2016-04-08", "5 to 8 April 2016"),
        ("2016-04-05/2016-05-08", "5 April to 8 May 2016"),
        ("2016-12-24/2017-01-02", "24 December 2016 to 2 January 2017"),
        ("2016-04/2016-06", "April to June 2016"),
        ("2016/2017", "2016 to 2017"),
        ("2016-21/2016-22", "spring to summer 2016"),
        ("2016-04-05/2016-04-05", "the whole of 5 April 2016"),
        ("2016-04-05?/2016-04-08?", "5 April 2016 (uncertain) to 8 April 2016 (uncertain)"),
        ("2016-04-05~/2016-04-08", "about 5 April 2016 to 8 April 2016"),
        ("2016-04-XX/2016-04-05", "a day in April 2016 to 5 April 2016"),
        ("2016-04-05/..", "from 5 April 2016"),
        ("../2016", "until 2016"),
        ("[2014-06-01..2014-06-10]", "one day between 1 and 10 June 2014"),
        ("[2014-06..2014-08]", "one day between June and August 2014"),
        ("[2014-06-01..2014-06-01]", "one day between 1 June 2014 and 1 June 2014"),
        ("[..2016-04-05]", "on or before 5 April 2016"),
        ("[2016-04-05..]", "on or after 5 April 2016"),
        ("[..2016]", "in or before 2016"),
        ("[2016-04..]", "in or after April 2016"),
        ("XXXX", "date not known"),
    ],
)
def test_a_date_is_printed_as_a_british_report_writes_it(text, words):
    assert in_british_words(parse(text)) == words


def test_months_are_english_whatever_language_the_computer_speaks():
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("cy_GB.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"):
            with contextlib.suppress(locale.Error):  # not every computer has all of them
                locale.setlocale(locale.LC_TIME, name)
            assert in_british_words(parse("2016-03-05")) == "5 March 2016"
    finally:
        locale.setlocale(locale.LC_TIME, before)


@given(dates())
def test_every_date_of_the_subset_is_kept_as_written_and_has_words(text):
    when = parse(text)

    assert when.edtf == text
    assert in_british_words(when).strip() == in_british_words(when) != ""
    assert "X" not in in_british_words(when)


@given(dates())
def test_the_earliest_day_is_never_after_the_latest(text):
    when = parse(text)

    assert when.span_days >= 1
    if when.earliest and when.latest:
        assert when.earliest <= when.latest


@given(points(), DAYS)
def test_a_mark_changes_what_is_known_of_a_date_but_not_its_days(text, day):
    bare = text.rstrip("~?%")

    assert (parse(bare).earliest, parse(bare).latest) == (parse(text).earliest, parse(text).latest)
    assert parse(of_day(day).edtf) == of_day(day)


@given(st.text())
def test_any_text_is_read_or_refused_and_nothing_else(text):
    try:
        when = parse(text)
    except NotEdtf:
        return
    assert isinstance(when, EdtfDate)
    assert when.edtf == text.strip()


@given(st.from_regex(r"[\[]?[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?((/|\.\.)[0-9X.\-]{0,10})?[\]]?", fullmatch=True))
def test_text_that_looks_like_a_date_is_read_or_refused_and_nothing_else(text):
    try:
        words = in_british_words(parse(text))
    except NotEdtf:
        return
    assert words
