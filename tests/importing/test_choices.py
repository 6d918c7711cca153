"""What the chair decides about a table is done at once, and the file's own words stay as they were."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing.choices import NO_CHOICES, NO_HEADINGS, ROW_DATE, ROW_TIME, Choices
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import Reading, read_bytes
from tests.sheets.made import csv_text

_HEAD = ("Date", "Time", "What happened", "Worker")


def _read(*rows: tuple[str, ...], heads: tuple[str, ...] = _HEAD, **said: object) -> Reading:
    return read_bytes("record.csv", csv_text([heads, *rows]), **said)  # type: ignore[arg-type]


def _entries(reading: Reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def _codes(reading: Reading):
    return [[doubt.code for doubt in entry.doubts] for entry in _entries(reading)]


_UNSAID = (("03/04/2017", "", "Home visit.", "A"), ("05/06/2017", "", "Telephone call.", "B"))


def test_the_order_of_day_and_month_can_be_turned_for_the_whole_column():
    reading = _read(*_UNSAID)
    order = reading.tables[0].orders[0]
    assert (order.column, order.month_first, order.decided_by) == (0, False, "nothing")
    turned = reading.choose(0, Choices(month_first={0: True}))
    assert [entry.date_edtf for entry in _entries(turned)] == ["2017-03-04", "2017-05-06"]
    assert _codes(turned) == [[], []]
    assert turned.tables[0].orders[0].decided_by == "chair"


def test_a_date_of_unknown_order_offers_the_other_reading_as_its_repair():
    assert [entry.doubts[0].fix for entry in _entries(_read(*_UNSAID))] == ["2017-03-04", "2017-05-06"]


def test_what_settled_the_order_is_told():
    reading = _read(("25/04/2017", "", "Home visit.", "A"), ("05/06/2017", "", "Telephone call.", "B"))
    order = reading.tables[0].orders[0]
    assert order.decided_by == "day over twelve"
    assert order.words == "Day first: “25/04/2017” can be read in no other way."


_SUMMER = (("14/06/2016", "23:30", "Call received.", "A"), ("14/12/2016", "09:00", "Call received.", "B"))
_GMT = ("Date (GMT)", "Time", "What happened", "Worker")


def test_times_that_may_be_utc_are_asked_about_and_doubted_until_the_chair_has_said():
    reading = _read(*_SUMMER, heads=_GMT)
    assert [clock.asks for clock in reading.tables[0].clocks] == [True]
    assert reading.tables[0].questions
    assert _codes(reading) == [["clock-unsaid"], []]
    as_utc = reading.choose(0, Choices(utc={0: True}))
    assert [(entry.date_edtf, entry.time) for entry in _entries(as_utc)] == [
        ("2016-06-15", "00:30"),
        ("2016-12-14", "09:00"),
    ]
    as_british = reading.choose(0, Choices(utc={0: False}))
    assert [(entry.date_edtf, entry.time) for entry in _entries(as_british)] == [
        ("2016-06-14", "23:30"),
        ("2016-12-14", "09:00"),
    ]
    assert not as_utc.tables[0].questions
    assert not as_british.tables[0].questions
    assert _codes(as_utc) == _codes(as_british) == [[], []]


def test_a_cell_put_right_is_read_anew_and_the_agency_s_words_are_kept():
    reading = _read(("31/02/2017", "", "Home visit.", "A"), ("05/06/2017", "", "Telephone call.", "B"))
    mended = reading.choose(0, Choices(cells={(2, 0): "28/02/2017"}))
    row = mended.tables[0].rows[1]
    assert row.entry is not None
    assert row.entry.date_edtf == "2017-02-28"
    assert row.entry.date_written == "31/02/2017"
    assert row.cells[0] == "31/02/2017"
    assert row.repaired == ((0, "28/02/2017"),)


def test_a_row_can_be_left_out_and_one_that_looked_like_a_heading_taken_in():
    reading = _read(("25/04/2017", "", "Home visit.", "A"), ("Family moved house.", "", "", ""))
    assert [row.outcome for row in reading.tables[0].rows] == [Outcome.SKIPPED, Outcome.IMPORTED, Outcome.SKIPPED]
    chosen = reading.choose(0, Choices(skipped=frozenset({2}), wanted=frozenset({3})))
    assert [row.outcome for row in chosen.tables[0].rows] == [Outcome.SKIPPED, Outcome.SKIPPED, Outcome.IMPORTED]
    assert chosen.tables[0].rows[1].reason == "left out by the chair"
    assert _entries(chosen)[0].text == "Family moved house."


def test_a_fixed_value_stands_where_a_row_has_none():
    reading = _read(("25/04/2017", "", "Home visit.", "A"))
    fixed = reading.choose(0, Choices(fixed={Field.SOURCE: "Case file", Field.TEXT: "not used"}))
    assert (_entries(fixed)[0].source, _entries(fixed)[0].text) == ("Case file", "Home visit.")


def test_a_fixed_date_stands_for_a_table_that_has_no_dates():
    heads = ("Ref", "What happened", "Worker", "Outcome")
    reading = _read(("1", "Discussed at the meeting.", "A", "None"), heads=heads)
    fixed = reading.choose(0, Choices(fixed={Field.DATE: "14 June 2016"}))
    assert _entries(fixed)[0].date_edtf == "2016-06-14"


def test_columns_without_a_field_are_named_as_such():
    heads = ("Date", "Time", "What happened", "Box kept in")
    assert _read(*_SUMMER, heads=heads).tables[0].other_columns == (3,)


def test_what_was_decided_can_be_kept_and_read_by_again():
    said = Choices(
        month_first={0: True}, cells={(2, 0): "4 March 2017"}, skipped=frozenset({3}), fixed={Field.SOURCE: "File"}
    )
    assert Choices.from_json(said.to_json()) == said
    once = _read(*_UNSAID).choose(0, said)
    again = _read(*_UNSAID, choices=[said])
    assert [row for table in again.tables for row in table.rows] == [row for table in once.tables for row in table.rows]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 6), st.integers(0, 3), st.text(max_size=12)), max_size=5),
    st.frozensets(st.integers(1, 8)),
    st.frozensets(st.integers(1, 8)),
)
def test_whatever_is_decided_each_row_ends_in_one_way_and_the_decisions_can_be_taken_back(cells, skipped, wanted):
    reading = _read(*_UNSAID, ("", "", "and more", ""), ("2017", "", "", ""))
    chosen = reading.choose(
        0, Choices(cells={(row, column): words for row, column, words in cells}, skipped=skipped, wanted=wanted)
    )
    counts = chosen.counts
    assert counts.read == counts.imported + counts.skipped + counts.error == reading.counts.read
    assert chosen.choose(0, NO_CHOICES).tables == reading.tables


_YEAR = (date(2016, 1, 1), date(2016, 12, 31))


def test_a_date_outside_the_review_s_time_is_doubted():
    rows = [("25/04/2016", "", "Home visit.", "A"), ("26/04/2015", "", "Telephone call.", "B")]
    reading = _read(*rows, ("27/04/2016", "", "Letter.", "A"), ("13/02/2017", "", "Sentence.", "A"), scope=_YEAR)
    assert _codes(reading) == [[], ["out-of-scope"], [], ["out-of-scope"]]
    # Another year is offered where the rows around stand in it, and not to what came before or after the review's time.
    assert [doubt.fix for entry in _entries(reading) for doubt in entry.doubts] == ["2016-04-26", ""]


@pytest.mark.parametrize(("slip", "fix"), [("05/01/2017", "2016-01-05"), ("11/02/2016", "")])
def test_a_date_out_of_a_column_s_order_is_doubted_where_another_reading_would_fit(slip, fix):
    days = ["20/12/2015", "02/01/2016", slip, "08/01/2016", *(f"{day}/02/2016" for day in range(13, 24))]
    reading = _read(*((day, "", f"Contact {number}.", "A") for number, day in enumerate(days)))
    doubts = _entries(reading)[2].doubts
    assert [doubt.fix for doubt in doubts if doubt.code == "out-of-sequence"] == ([fix] if fix else [])


_AMERICAN = (("11/25/2016", "", "Home visit.", "A"), ("11/03/2016", "", "Telephone call.", "B"))


def test_what_the_chair_types_is_day_first_also_in_a_column_that_is_month_first():
    reading = _read(*_AMERICAN)
    assert [entry.date_edtf for entry in _entries(reading)] == ["2016-11-25", "2016-11-03"]
    mended = reading.choose(0, Choices(cells={(3, 0): "03/11/2016"}))
    assert [entry.date_edtf for entry in _entries(mended)] == ["2016-11-25", "2016-11-03"]
    assert mended.tables[0].orders[0].month_first
    again = reading.choose(0, Choices(cells={(3, 0): "3/12/2016"}))
    assert _entries(again)[1].date_edtf == "2016-12-03"
    assert _entries(again)[1].date_written == "11/03/2016"


def test_a_date_that_the_chair_has_typed_carries_no_doubt_about_how_it_is_read():
    reading = _read(*_UNSAID)
    mended = reading.choose(0, Choices(cells={(2, 0): "3 April 2017"}))
    assert _codes(mended) == [[], ["ambiguous-order"]]


def test_what_the_chair_types_is_british_time_also_in_a_column_in_utc():
    reading = _read(*_SUMMER, heads=("Date (UTC)", "Time", "What happened", "Worker"))
    assert (_entries(reading)[0].date_edtf, _entries(reading)[0].time) == ("2016-06-15", "00:30")
    dated = reading.choose(0, Choices(cells={(2, 0): "16/06/2016"}))
    assert (_entries(dated)[0].date_edtf, _entries(dated)[0].time) == ("2016-06-16", "00:30")
    timed = reading.choose(0, Choices(cells={(2, 1): "00:45"}))
    assert (_entries(timed)[0].date_edtf, _entries(timed)[0].time) == ("2016-06-15", "00:45")


def test_a_date_typed_with_its_time_sets_both():
    mended = _read(*_UNSAID).choose(0, Choices(cells={(2, 0): "3 April 2017 21:30"}))
    assert (_entries(mended)[0].date_edtf, _entries(mended)[0].time) == ("2017-04-03", "21:30")


def test_a_row_without_a_date_column_can_be_given_a_date_of_its_own():
    heads = ("Ref", "What happened", "Worker", "Outcome")
    rows = [("1", "Discussed at the meeting.", "A", "None"), ("2", "Refuge offered.", "A", "None")]
    reading = _read(*rows, heads=heads).choose(0, Choices(fixed={Field.DATE: "14 June 2016"}))
    said = Choices(fixed={Field.DATE: "14 June 2016"}, cells={(2, ROW_DATE): "1/7/2016", (3, ROW_TIME): "9.30pm"})
    mended = reading.choose(0, said)
    assert [(entry.date_edtf, entry.time) for entry in _entries(mended)] == [
        ("2016-07-01", ""),
        ("2016-06-14", "21:30"),
    ]
    assert mended.tables[0].rows[1].repaired == ((ROW_DATE, "1/7/2016"),)


def test_a_date_in_three_columns_is_put_right_as_a_whole():
    heads = ("Day", "Month", "Year", "What happened")
    reading = _read(("31", "2", "2017", "Home visit."), ("5", "6", "2017", "Telephone call."), heads=heads)
    mended = reading.choose(0, Choices(cells={(2, 0): "28 February 2017"}))
    assert [entry.date_edtf for entry in _entries(mended)] == ["2017-02-28", "2017-06-05"]


def test_the_form_that_is_put_right_or_left_out_is_the_one_that_the_chair_chose():
    lines = [
        line
        for day, words in (("3 April 2017", "Home visit."), ("5 June 2017", "Telephone call."), ("6 June 2017", "Met."))
        for line in (("Date", day), ("Worker", "A"), ("What happened", words), ("Outcome", "None"), ("", ""))
    ]
    table = read_bytes("contacts.csv", csv_text(lines)).tables[0]
    entries = [row for row in table.rows if row.entry]
    assert len(entries) == 3
    column = next(column for column, name in table.mapping.items() if name is Field.DATE)
    said = Choices(cells={(entries[1].row, column): "7/6/2017"}, skipped=frozenset({entries[2].row}))
    left = [row.entry.date_edtf for row in table.choose(said).rows if row.entry]
    assert left == ["2017-04-03", "2017-06-07"]


_ODD = csv_text(
    [("Foo", "Bar", "Baz"), ("3.4.17 morning", "Client came in upset", "AB"), ("4.4.17 pm", "Rang the school", "CD")]
)


def test_the_chair_can_say_where_the_headings_are_of_a_table_that_was_not_known_for_one():
    reading = read_bytes("odd.csv", csv_text([("Thing", "More"), ("Foo", "Bar"), ("Seen at home", "A")]))
    assert reading.counts.imported == 0
    said = Choices(header_row=2, mapping={0: Field.TEXT, 1: Field.PEOPLE}, fixed={Field.DATE: "14 June 2016"})
    chosen = reading.choose(0, said)
    (entry,) = _entries(chosen)
    assert (entry.date_edtf, entry.text, entry.people) == ("2016-06-14", "Seen at home", "A")
    assert chosen.tables[0].headings == ("Foo", "Bar")
    assert [row.reason for row in chosen.tables[0].rows] == ["title above the table", "headings", ""]
    assert chosen.choose(0, NO_CHOICES).tables == reading.tables


def test_the_columns_below_headings_that_the_chair_names_are_proposed_by_what_they_hold():
    chosen = read_bytes("odd.csv", _ODD).choose(0, Choices(header_row=1))
    assert [entry.date_edtf for entry in _entries(chosen)] == ["2017-04-03", "2017-04-04"]
    assert [entry.text for entry in _entries(chosen)] == ["Client came in upset", "Rang the school"]


def test_a_table_can_be_said_to_have_no_headings():
    rows = [("Seen at home", "A"), ("Rang", "B")]
    said = Choices(header_row=NO_HEADINGS, mapping={0: Field.TEXT, 1: Field.PEOPLE})
    chosen = read_bytes("odd.csv", csv_text(rows)).choose(0, said)
    assert [entry.text for entry in _entries(chosen)] == ["Seen at home", "Rang"]
    assert chosen.tables[0].header_row is None


def test_a_mapping_that_is_taken_back_gives_the_proposed_one_again():
    reading = _read(*_UNSAID)
    chosen = reading.choose(0, Choices(mapping={0: Field.DATE, 1: Field.OTHER, 2: Field.TEXT, 3: Field.COMMENT}))
    assert chosen.choose(0, NO_CHOICES).tables[0].mapping == reading.tables[0].mapping
