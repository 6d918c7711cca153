"""What is drawn in each lane, and counted where single entries would not be told apart."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.picture import rows
from dhr_desktop.domain.picture.bins import Unit, first_day, month_of, within_one
from dhr_desktop.domain.picture.rows import EVER_BEFORE
from dhr_desktop.domain.picture.spans import Lane, LaneBy
from tests.domain.picture.made import LANES, POLICE, SURGERY, TOLD, day, picture, spans


def counted(row: rows.Row, unit: Unit) -> list[tuple[int, int]]:
    return list(zip(row.wanted[unit].begins, row.wanted[unit].counts, strict=True))


def test_certain_days_and_uncertain_stretches_are_kept_apart() -> None:
    police, surgery = picture().rows.rows

    assert police.days == [day("2016-04-05"), day("2016-04-05"), day("2018-11-09")]
    assert surgery.days == [day("2016-04-07")]
    assert [(each.first, each.last) for each in surgery.soft] == [
        (EVER_BEFORE, day("2017-01-31")),
        (day("2014-06-01"), day("2014-06-30")),
        (day("2017-01-01"), day("2017-12-31")),
    ]


def test_an_entry_without_any_date_is_in_no_lane_and_is_told_of() -> None:
    shown = picture().rows

    assert shown.undated == 1
    assert sum(len(row.days) + sum(len(each.places) for each in row.soft) for row in shown.rows) == len(TOLD) - 1


def test_an_uncertain_date_is_counted_only_where_it_must_lie() -> None:
    surgery = picture().rows.rows[1]

    assert counted(surgery, Unit.MONTH) == [(day("2014-06-01"), 1), (day("2016-04-01"), 1)]
    assert counted(surgery, Unit.YEAR) == [(day("2014-01-01"), 1), (day("2016-01-01"), 1), (day("2017-01-01"), 1)]


def test_filters_take_entries_from_the_counts_and_leave_the_lanes() -> None:
    shown = rows.narrowed(picture().rows, {2, 4})

    assert [counted(row, Unit.MONTH) for row in shown.rows] == [[(day("2016-04-01"), 1)], [(day("2016-04-01"), 1)]]
    assert shown.rows[0].everything[Unit.MONTH].counts == [2, 1]
    assert [shown.is_wanted(place) for place in range(4)] == [False, True, False, True]
    assert rows.narrowed(shown, None).rows[0].wanted[Unit.MONTH].counts == [2, 1]


def test_an_event_joins_its_entries_down_the_lanes() -> None:
    (join,) = picture().rows.joins

    assert join.event_id == 7
    assert [(lane, place) for lane, _, place in join.ends] == [(0, 1), (1, 3)]


def test_an_event_of_which_one_entry_only_can_be_drawn_joins_nothing() -> None:
    shown = picture((POLICE, "2016-04-05", "2016-04-05", 7), (SURGERY, "", "", 7))

    assert shown.rows.joins == []


def test_a_lane_of_a_person_holds_the_entries_that_mention_them_of_every_agency() -> None:
    shown = rows.made(spans(*TOLD), [Lane(9, "Adult A", entry_ids=frozenset({3, 4}))], LaneBy.PERSON)

    assert shown.rows[0].places == [2, 3]


def test_agencies_without_an_entry_have_a_lane_all_the_same() -> None:
    shown = rows.made(spans(), LANES)

    assert [row.lane.name for row in shown.rows] == ["Police", "Millpond Surgery"]


@given(st.integers(day("1900-01-01"), day("2100-01-01")))
def test_a_day_lies_in_its_month_quarter_and_year(number: int) -> None:
    for unit in (Unit.MONTH, Unit.QUARTER, Unit.YEAR):
        place = month_of(number) // unit
        begin, end = first_day(place * unit), first_day((place + 1) * unit)

        assert begin <= number < end
        assert within_one(unit, begin, end - 1)
        assert not within_one(unit, begin, end)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 200)), max_size=30), st.integers(-50, 700))
def test_every_stretch_that_touches_a_day_is_found(ends: list[tuple[int, int]], at: int) -> None:
    base = day("2014-01-01")
    told = [
        (POLICE, *(date.fromordinal(base + each).isoformat() for each in (first, first + long + 1)), 0)
        for first, long in ends
    ]
    (police, _) = rows.made(spans(*told), LANES).rows
    found = police.soft_between(base + at, base + at)

    assert found == [each for each in police.soft if each.first <= base + at <= each.last]
