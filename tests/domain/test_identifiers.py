"""NHS numbers carry a check digit; what is another kind of number is left alone."""

import pytest

from dhr_desktop.domain.identifiers import check_digit_fits


@pytest.mark.parametrize("number", ["943 476 5919", "9434765919", "943-476-5919", "401 023 2137", "987 654 4330"])
def test_a_number_whose_check_digit_fits_is_let_be(number: str) -> None:
    assert check_digit_fits(number)


@pytest.mark.parametrize(
    "number",
    [
        "943 476 5918",  # the last digit
        "943 746 5919",  # two that changed places
        "483 219 7751",
        "600 000 0060",  # its check digit would be ten, which no number has
    ],
)
def test_a_wrong_digit_is_noticed(number: str) -> None:
    assert not check_digit_fits(number)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "943 476 591",  # not all of it yet
        "94347659190",
        "LCKD 241",  # of before 1996
        "ABCD 123/4",
        "090514 1237",  # Scottish, which begins with a day of birth
        "see the GP's letter",
    ],
)
def test_what_is_no_ten_digits_or_scottish_is_another_number(number: str) -> None:
    assert check_digit_fits(number)
