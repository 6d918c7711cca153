"""Entries stand in one order, are narrowed by agency, day, doubt and word, and are read a page at a time."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.dates import UNKNOWN_TEXT
from dhr_desktop.domain.entries import Doubt
from dhr_desktop.store import entries
from dhr_desktop.store.filters import EntryFilter
from tests.store.made import add, agency, entry, imported, texts


def found(review, **wanted) -> list[str]:
    ids = entries.ordered_ids(review, EntryFilter(**wanted))
    return [each.text for each in entries.page(review, ids)]


def test_an_entry_comes_back_as_it_was_added(review):
    step = imported(review, ["one"])
    row = entries.page(review, entries.ordered_ids(review))[0]
    whole = entry(
        row.agency_id,
        "2016-04~",
        "Attended with a bruise.",
        submission_id=row.submission_id,
        source_row_id=row.source_row_id,
        date_written="April 16?",
        time="14:05",
        time_written="2.05pm",
        reported_edtf="2016-05-01",
        reported_time="09:00",
        action="Referred.",
        source="case notes",
        reference="R1",
        people="Ms B",
        comment="check",
        other={"Worker": "J", "Überschrift": ""},
        doubts=(Doubt("year-slip", "date", "The year may be a slip."), Doubt("bare", "time", "No minutes.")),
        source_order=3,
    )
    (new,) = add(review, whole)

    assert step.id == 1
    assert entries.get(review, new) == replace(whole, id=new)
    assert list(entries.iterate(review)) == [entries.get(review, new), row]


def test_an_entry_that_is_not_there_is_said_to_be_missing(review):
    with pytest.raises(LookupError):
        entries.get(review, 99)


def test_new_entries_get_ids_in_their_order_whatever_they_carry(review):
    surgery = agency(review)
    ids = add(review, *(replace(entry(surgery, text=text), id=77) for text in "abc"))

    assert ids == sorted(ids)
    assert [entries.get(review, new).text for new in ids] == list("abc")


def test_certain_days_come_before_uncertain_ones_and_clock_times_before_none(review):
    surgery = agency(review)
    add(
        review,
        entry(surgery, "XXXX", "unknown"),
        entry(surgery, "2016-04", "that month"),
        entry(surgery, "2016-04-01", "that day"),
        entry(surgery, "2016-04-01", "in the evening", time="20:15"),
        entry(surgery, "2016-04-01", "at nine", time="09:00"),
        entry(surgery, "2016-04-01~", "about that day"),
        entry(surgery, "2016", "that year"),
        entry(surgery, "2015-12-31", "the day before the year"),
    )

    assert texts(review) == [
        *("the day before the year", "that year", "at nine", "in the evening", "that day", "about that day"),
        *("that month", "unknown"),
    ]


def test_ties_are_broken_by_file_then_by_place_in_the_file_and_the_chairs_own_come_last(review):
    surgery = agency(review)
    add(review, entry(surgery, text="the chair's own"))
    imported(review, ["first file, first row", "first file, second row"])
    imported(review, ["second file"], name="Housing")

    assert texts(review) == ["first file, first row", "first file, second row", "second file", "the chair's own"]


def test_an_edited_date_moves_the_entry(review):
    surgery = agency(review)
    first, second = add(review, entry(surgery, "2016-01-01", "a"), entry(surgery, "2016-01-02", "b"))
    assert entries.ordered_ids(review) == [first, second]
    with review.journal.step("Move"):
        entries.change(review, replace(entries.get(review, first), date_edtf="2017"))
        assert entries.ordered_ids(review) == [second, first]
    assert entries.ordered_ids(review) == [second, first]

    review.journal.undo()
    assert entries.ordered_ids(review) == [first, second]


def test_the_order_seen_inside_a_step_that_was_stopped_is_forgotten(review):
    surgery = agency(review)

    def stopped() -> None:
        with review.journal.step("Stopped"):
            entries.add_many(review, [entry(surgery)])
            assert len(entries.ordered_ids(review)) == 1
            raise ValueError("stopped")

    with pytest.raises(ValueError, match="stopped"):
        stopped()
    assert entries.ordered_ids(review) == []
    kept = add(review, entry(surgery))
    assert entries.ordered_ids(review) == kept


def test_the_order_given_may_be_changed_by_its_reader(review):
    surgery = agency(review)
    add(review, entry(surgery), entry(surgery))
    entries.ordered_ids(review).clear()

    assert len(entries.ordered_ids(review)) == 2


def test_entries_are_narrowed_by_agency(review):
    surgery, housing = agency(review), agency(review, "Housing")
    agency(review, "Police")
    add(review, entry(surgery, text="a"), entry(housing, text="b"))

    assert found(review, agency_ids=frozenset({surgery})) == ["a"]
    assert found(review, agency_ids=frozenset({surgery, housing})) == ["a", "b"]
    assert found(review, agency_ids=frozenset({99})) == []


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2016-04-05", "2016-04-05", ["until May", "April", "the fifth"]),
        ("2016-04-06", "", ["until May", "April", "the ninth"]),
        ("", "2016-04-04", ["until May", "April"]),
        ("2016-05-01", "", ["until May"]),
        ("2016-05-02", "", []),
        ("2016-04-09", "2016-04-30", ["until May", "April", "the ninth"]),
    ],
)
def test_an_entry_is_wanted_when_it_may_have_happened_in_those_days(review, earliest, latest, expected):
    surgery = agency(review)
    add(
        review,
        entry(surgery, "2016-04-05", "the fifth"),
        entry(surgery, "2016-04-09", "the ninth"),
        entry(surgery, "2016-04", "April"),
        entry(surgery, "[..2016-05-01]", "until May"),
        entry(surgery, "XXXX", "unknown"),
    )

    assert set(found(review, earliest=earliest, latest=latest)) == set(expected)


def test_doubtful_entries_can_be_seen_alone(review):
    surgery = agency(review)
    add(review, entry(surgery, text="plain"), entry(surgery, text="doubted", doubts=(Doubt("c", "date", "W."),)))

    assert found(review, doubtful_only=True) == ["doubted"]


def test_all_ways_of_narrowing_join(review):
    surgery, housing = agency(review), agency(review, "Housing")
    doubt = (Doubt("c", "date", "W."),)
    add(
        review,
        entry(surgery, "2016-04-05", "lantern a", doubts=doubt),
        entry(surgery, "2016-04-05", "lantern b"),
        entry(surgery, "2017-04-05", "lantern c", doubts=doubt),
        entry(housing, "2016-04-05", "lantern d", doubts=doubt),
        entry(surgery, "2016-04-05", "orchard e", doubts=doubt),
    )
    wanted = {
        "agency_ids": frozenset({surgery}),
        "text": "lantern",
        "earliest": "2016-01-01",
        "latest": "2016-12-31",
        "doubtful_only": True,
    }

    assert found(review, **wanted) == ["lantern a"]


def test_a_page_keeps_the_order_asked_for_and_leaves_out_what_is_gone(review):
    surgery = agency(review)
    a, b, c = add(review, *(entry(surgery, text=text) for text in "abc"))
    with review.journal.step("Remove"):
        entries.remove(review, b)

    assert [each.id for each in entries.page(review, [c, b, a, 99])] == [c, a]
    assert entries.page(review, []) == []


def test_the_strip_counts_entries_by_agency_and_month_and_leaves_out_unknown_dates(review):
    surgery, housing = agency(review), agency(review, "Housing")
    add(
        review,
        entry(surgery, "2016-04-05"),
        entry(surgery, "2016-04"),
        entry(surgery, "0987-11-30"),
        entry(surgery, "XXXX"),
        entry(housing, "2016-05-01"),
    )

    assert entries.months(review) == {surgery: {"0987-11": 1, "2016-04": 2}, housing: {"2016-05": 1}}


def test_an_empty_review_has_no_entries(review):
    assert entries.count(review) == 0
    assert entries.ordered_ids(review) == []
    assert entries.months(review) == {}
    assert list(entries.iterate(review)) == []


def test_reading_the_whole_timeline_crosses_page_borders(review):
    surgery = agency(review)
    add(review, *(entry(surgery, text=str(number), source_order=number) for number in range(2_100)))

    assert texts(review) == [str(number) for number in range(2_100)]


def test_a_page_of_a_timeline_that_changes_meanwhile_is_still_a_page(review):
    surgery = agency(review)
    ids = add(review, *(entry(surgery, text=text) for text in "abc"))
    reading = entries.iterate(review)
    next(reading)
    with review.journal.step("Remove"):
        entries.remove(review, ids[2])

    assert [each.text for each in reading] == ["b", "c"]


def test_entries_are_counted_by_agency_and_an_agency_without_any_is_left_out(review):
    surgery, school = agency(review), agency(review, "Marsh End School")
    agency(review, "Marshland Homes")
    add(review, entry(surgery), entry(school), entry(surgery, UNKNOWN_TEXT))

    assert entries.count_by_agency(review) == {surgery: 2, school: 1}
