"""What this program writes of a date in words, and what people write, comes back as the date that was meant."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from dhr_desktop.domain.dates import NotEdtf, in_british_words, parse
from dhr_desktop.importing.dates import Context, read_date
from dhr_desktop.importing.times import parted, read_time

_MARKS = st.sampled_from(["", "", "~", "?", "%"])
_RECORDS = st.dates(date(1900, 1, 1), date(2026, 12, 31))
_ALL = st.dates(date(1000, 1, 1), date(9990, 12, 31))


@st.composite
def _points(draw: st.DrawFn, days: st.SearchStrategy[date]) -> str:
    day = draw(days)
    year = f"{day.year:04}"
    shapes = [
        *(day.isoformat(), year, f"{year[:3]}X", f"{year[:2]}XX", f"{day:%Y-%m}"[-7:].rjust(7, "0")),
        *(f"{year}-{day.month:02}-XX", f"{year}-XX", f"{year}-XX-XX", f"{year}-{draw(st.integers(21, 24))}"),
    ]
    return draw(st.sampled_from(shapes)) + draw(_MARKS)


@st.composite
def _dates(draw: st.DrawFn, days: st.SearchStrategy[date]) -> str:
    """Any date that the program can hold; ends that are the wrong way round are left out."""
    first, last = draw(_points(days)), draw(_points(days))
    shapes = [first, f"{first}/{last}", f"{first}/..", f"../{last}", f"{first}/", f"/{last}"]
    shapes += [f"[{first}..{last}]", f"[..{last}]", f"[{first}..]", f"{first}/{first}", f"[{last}..{last}]", "XXXX"]
    text = draw(st.sampled_from(shapes))
    try:
        parse(text)
    except NotEdtf:
        assume(False)
    return text


@given(_dates(_RECORDS))
def test_any_date_of_the_records_time_is_read_back_from_its_words_without_a_doubt(edtf):
    reading = read_date(in_british_words(parse(edtf)))
    assert (reading.edtf, reading.doubts) == (edtf, ())


@given(_dates(_ALL))
def test_any_date_at_all_is_read_back_where_years_are_meant_as_they_stand(edtf):
    reading = read_date(in_british_words(parse(edtf)), Context(any_year=True))
    assert (reading.edtf, reading.doubts) == (edtf, ())


@given(st.text(max_size=60))
def test_no_text_gives_a_year_that_no_record_has_in_silence(text):
    reading = read_date(text)
    if (
        not reading.edtf
        or reading.doubts
        or reading.edtf == "XXXX"
        or "century" in text.lower()
        or "year" in text.lower()
    ):
        return
    when = parse(reading.edtf)
    assert all(day is None or 1000 <= day.year <= 2999 for day in (when.earliest, when.latest))


_WORDS = [
    "between",
    "and",
    "to",
    "-",
    "/",
    "14",
    "3rd",
    "March",
    "mawrth",
    "2014",
    "'14",
    "early",
    "night of",
    "w/c",
    "?",
    "xx",
]
_WORDS += [
    "about",
    "(",
    ")",
    "09:30",
    "pm",
    "since",
    "until",
    "00",
    "next day",
    "Q1",
    "half term",
    "Easter",
    ",",
    "31",
    "Feb",
    ".",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join))
def test_words_of_dates_in_any_order_never_break_the_reader(text):
    reading = read_date(text, Context(neighbour=date(2016, 3, 20)))
    assert not reading.edtf or parse(reading.edtf)
    assert len(reading.time) in (0, 5)


_SEPARATORS = st.sampled_from(["/", ".", "-", " ", " / ", "\u2011", "\u2013", "\u2044"])
_BEFORE = st.sampled_from(["", "on ", "Date: ", "(", "  "])


@given(
    _RECORDS, _SEPARATORS, _BEFORE, st.booleans(), st.sampled_from(["", " 09:30", " 0930hrs", " at 9.30am", " (09:30)"])
)
def test_a_british_writing_of_a_known_day_is_that_day_or_doubted(day, separator, before, padded, clock):
    parts = (f"{day.day:02}", f"{day.month:02}") if padded else (f"{day.day}", f"{day.month}")
    after = ")" if before == "(" else ""
    reading = read_date(f"{before}{separator.join((*parts, str(day.year)))}{after}{clock}")
    assert reading.edtf == day.isoformat() or reading.doubts
    assert reading.time in ("", "09:30")


@given(_RECORDS, st.integers(1, 20))
def test_days_that_share_a_month_are_a_span_or_doubted(first, length):
    last = first + timedelta(days=length)
    reading = read_date(f"{first.day}/{last.day} {last:%B} {last.year}")
    assert reading.edtf == f"{first}/{last}" or reading.doubts or first.month != last.month


_CLOCKS = [
    "{h:02}:{m:02}",
    "{h:02}.{m:02}",
    "{h:02}{m:02}hrs",
    "{h:02}{m:02} hours",
    "{h}:{m:02}{half}",
    "{h}.{m:02} {half}",
]
_CLOCKS += [
    "approx {h:02}:{m:02}",
    "{h:02}:{m:02}:31",
    "c.{h:02}{m:02}",
    "{h:02}h{m:02}",
    "{h:02}:{m:02} onwards",
]


def test_a_dash_parts_hour_and_minute_where_the_minute_can_be_no_hour():
    assert read_time("09-30hrs").time == "09:30"


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(_CLOCKS))
def test_a_clock_time_in_any_writing_is_that_minute(hour, minute, writing):
    twelve = hour % 12 or 12
    shown = twelve if "{half}" in writing else hour
    written = writing.format(h=shown, m=minute, half="am" if hour < 12 else "pm")
    assert read_time(written).time == f"{hour:02}:{minute:02}"
    parted(f"14/03/2014 {written}")
