"""Silences in agencies' records, held against a model that goes from day to day."""

from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.gaps import ALL_AGENCIES, Gap, Span, gaps

FROM = date(2016, 1, 1)
TO = date(2016, 1, 12)
DAYS = (TO - FROM).days + 1


def day(number: int) -> date:
    return FROM + timedelta(days=number)


def on(entry_id: int, first: date, last: date | None = None, agency_id: int = 1) -> Span:
    return Span(entry_id, agency_id, first, last or first)


def of(agency_id: int, found: list[Gap]) -> list[Gap]:
    return [gap for gap in found if gap.agency_id == agency_id]


def test_a_silence_lies_between_two_records_of_certain_days():
    found = gaps([on(7, date(2015, 12, 12)), on(8, date(2016, 5, 4))], [1], (date(2015, 12, 12), date(2016, 5, 4)))
    assert of(1, found) == [Gap(1, date(2015, 12, 13), date(2016, 5, 3), 143, 7, 8, (), 143)]


def test_all_agencies_together_are_silent_only_where_each_of_them_is():
    found = gaps([on(1, day(0)), on(2, day(5), agency_id=2), on(3, day(11))], [1, 2], (FROM, TO), 1)
    assert [(gap.first, gap.last) for gap in of(ALL_AGENCIES, found)] == [(day(6), day(10)), (day(1), day(4))]
    assert [(gap.first, gap.last) for gap in of(1, found)] == [(day(1), day(10))]


def test_a_record_dated_only_by_its_year_neither_ends_a_silence_nor_is_left_unsaid():
    year = on(3, date(2016, 1, 1), date(2016, 12, 31))
    found = gaps(
        [on(1, date(2015, 12, 12)), on(2, date(2016, 5, 4)), year], [1], (date(2015, 12, 12), date(2016, 5, 4))
    )
    silence = of(1, found)[0]
    assert (silence.days, silence.may_fall_in) == (143, (3,))
    assert silence.least_days == 71, "it lies in the middle at worst, and leaves 71 days on either side"


def test_a_record_that_must_lie_in_a_silence_parts_it_and_both_parts_say_so():
    around = on(3, date(2016, 6, 1), date(2016, 6, 30))
    ends = [on(1, date(2016, 1, 1)), on(2, date(2016, 12, 31))]
    first, second = of(1, gaps([*ends, around], [1], (date(2016, 1, 1), date(2016, 12, 31))))
    assert (first.before_id, first.after_id, first.first, first.last) == (3, 2, date(2016, 6, 2), date(2016, 12, 30))
    assert (second.before_id, second.after_id, second.last) == (1, 3, date(2016, 6, 29))
    assert first.may_fall_in == second.may_fall_in == (3,)
    assert first.least_days == 183, "from 1 July to 30 December, whenever in June it was"


def test_an_agency_without_a_record_is_silent_throughout():
    found = gaps([on(1, day(3))], [1, 2], (FROM, TO), 1)
    assert of(2, found) == [Gap(2, FROM, TO, DAYS, 0, 0, (), DAYS)]


def test_before_the_first_record_and_after_the_last_there_is_silence_too():
    found = of(1, gaps([on(1, day(3))], [1], (FROM, TO), 1))
    assert [(gap.before_id, gap.after_id, gap.days) for gap in found] == [(1, 0, 8), (0, 1, 3)]


def test_what_lies_outside_of_the_period_bounds_no_silence():
    outside = [on(1, FROM - timedelta(days=1)), on(2, TO + timedelta(days=1))]
    assert of(1, gaps(outside, [1], (FROM, TO), 1)) == [Gap(1, FROM, TO, DAYS, 0, 0, (), DAYS)]


def test_silences_shorter_than_asked_for_are_left_out():
    assert of(1, gaps([on(1, day(4))], [1], (FROM, TO), 7)) == [Gap(1, day(5), TO, 7, 1, 0, (), 7)]


_DAYS = st.integers(-3, DAYS + 2)
_STRETCHES = st.tuples(_DAYS, st.sampled_from([0, 0, 0, 1, 2, 3, 5])).map(lambda it: (it[0], it[0] + it[1]))
_SPANS = st.lists(st.tuples(_STRETCHES, st.integers(1, 2)), max_size=5).map(
    lambda found: [
        Span(number, agency, day(first), day(last)) for number, ((first, last), agency) in enumerate(found, 1)
    ]
)


@settings(deadline=None)
@given(_SPANS)
def test_every_silence_is_as_going_from_day_to_day_finds_it(spans: list[Span]):
    found = gaps(spans, [1, 2], (FROM, TO), 1)
    for agency_id in (ALL_AGENCIES, 1, 2):
        counted = [span for span in spans if agency_id in (ALL_AGENCIES, span.agency_id)]
        mine = of(agency_id, found)
        assert {(gap.first, gap.last) for gap in mine} == _silences(counted)
        assert len({(gap.first, gap.last) for gap in mine}) == len(mine)
        for gap in mine:
            assert gap.days == (gap.last - gap.first).days + 1
            assert set(gap.may_fall_in) == {
                span.entry_id for span in counted if span.earliest <= gap.last and span.latest >= gap.first
            }
            assert gap.least_days == _certain(counted, gap)
            by_id = {span.entry_id: span for span in counted}
            assert gap.before_id == 0 or by_id[gap.before_id].earliest == gap.first - timedelta(days=1)
            assert gap.after_id == 0 or by_id[gap.after_id].latest == gap.last + timedelta(days=1)
            assert (gap.before_id == 0) <= (gap.first == FROM)
            assert (gap.after_id == 0) <= (gap.last == TO)
    assert [gap.days for gap in found] == sorted((gap.days for gap in found), reverse=True)


def _silences(spans: list[Span]) -> set[tuple[date, date]]:
    """The stretches that no record must lie in and that no longer one of the kind holds."""
    possible = {
        (day(first), day(last))
        for first in range(DAYS)
        for last in range(first, DAYS)
        if not any(day(first) <= span.earliest and span.latest <= day(last) for span in spans)
    }
    return {
        (first, last)
        for first, last in possible
        if (first == FROM or (first - timedelta(days=1), last) not in possible)
        and (last == TO or (first, last + timedelta(days=1)) not in possible)
    }


def _certain(spans: list[Span], gap: Gap) -> int:
    """The longest silence within a gap, the shortest there is over all the days on which its records may lie."""
    choices = [
        [span.earliest + timedelta(days=more) for more in range((span.latest - span.earliest).days + 1)]
        for span in spans
        if span.entry_id in gap.may_fall_in
    ]
    return min(_longest_run(gap, set(chosen)) for chosen in product(*choices))


def _longest_run(gap: Gap, records: set[date]) -> int:
    longest = run = 0
    for number in range(gap.days):
        run = 0 if gap.first + timedelta(days=number) in records else run + 1
        longest = max(longest, run)
    return longest
