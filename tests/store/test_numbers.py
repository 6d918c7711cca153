"""Numbers of many entries answer all at once what each would answer alone."""

from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.store import order
from dhr_desktop.store.numbers import Numbers

near = st.sampled_from([0, 1, 255, 256, 257, 20_151_231, 20_160_101, 20_160_102, 99_999_999, 2**32 - 1])
number = near | st.integers(0, 2**32 - 1)
numbers = st.lists(number, max_size=30)


def said(answer: int, many: int) -> list[bool]:
    return [bool(each) for each in answer.to_bytes(many, "little")]


@given(numbers, number)
def test_a_limit_is_kept_by_what_is_no_larger_or_no_smaller(values, limit):
    held = Numbers.of(values)
    assert said(held.up_to(limit), len(values)) == [each <= limit for each in values]
    assert said(held.from_(limit), len(values)) == [each >= limit for each in values]


@given(numbers, st.frozensets(number, max_size=6))
def test_what_is_wanted_is_found_whatever_bytes_it_shares_with_others(values, wanted):
    assert said(Numbers.of(values).among(wanted), len(values)) == [each in wanted for each in values]


@given(st.lists(st.integers(1, 60), unique=True, max_size=40), st.frozensets(st.integers(1, 90)), st.booleans())
def test_what_is_sifted_keeps_its_order_however_many_there_are(ids, wanted, many):
    least, order._FEW_WANTED = order._FEW_WANTED, 2 if many else 2_000
    try:
        assert order.sifted(ids, sorted(wanted)) == [each for each in ids if each in wanted]
    finally:
        order._FEW_WANTED = least
