"""Years as people write and mistype them: two digits, two changed over, one too many, one retyped."""

from dhr_desktop.base.clock import today

OLDEST_YEAR = 1900
_WRITTEN_IN = 2026
"""A year that has been; to ask for today's date takes as long as to read one."""
_DIGITS = "0123456789"
_FOUR = len("2016")


def full_year(written: str) -> int:
    """A year of two or four digits. Two digits mean this century up to next year, and the last one beyond."""
    digits = written.lstrip("'")
    if len(digits) == _FOUR:
        return int(digits)
    pivot = today().year % 100 + 1
    return int(digits) + (2000 if int(digits) <= pivot else 1900)


def is_plausible(year: int) -> bool:
    """Whether a record of today can speak of the year."""
    return OLDEST_YEAR <= year <= _WRITTEN_IN or _WRITTEN_IN < year <= today().year + 1


def nearest_slip(digits: str, near: int | None) -> int | None:
    """The plausible year that the digits are a slip of, nearest to `near`; None where there is none.

    Without `near` a year of three or five digits is only told where one reading of it stands out.
    """
    if len(digits) == _FOUR:
        found = {year for year in (*_swapped(digits), *_of_another_century(digits)) if is_plausible(year)}
        found = found or {year for year in _retyped(digits) if is_plausible(year)}
    else:
        found = {year for year in _one_digit_off(digits) if is_plausible(year)}
        if near is None and len(found) > 1:
            found = {year for year in found if year in _doubled(digits)}
            if len(found) != 1:
                return None
    aim = today().year + 1 if near is None else near
    return min(found, key=lambda year: (abs(year - aim), year)) if found else None


def like_years(year: int) -> list[int]:
    """Other plausible years that are easily typed for a year, the likeliest first."""
    digits = f"{year:04}"
    found = [year - 1, year + 1, *_of_another_century(digits), *_swapped(digits), *_retyped(digits)]
    return [other for other in dict.fromkeys(found) if other != year and is_plausible(other)]


def _swapped(digits: str) -> list[int]:
    return [int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]) for i in range(len(digits) - 1)]


def _of_another_century(digits: str) -> list[int]:
    return [int(f"{century}{digits[2:]}") for century in ("20", "19")]


def _retyped(digits: str) -> list[int]:
    return [int(digits[:i] + other + digits[i + 1 :]) for i in range(len(digits)) for other in _DIGITS]


def _doubled(digits: str) -> set[int]:
    """The year without one of two like digits that stand side by side."""
    return {int(digits[:i] + digits[i + 1 :]) for i in range(len(digits) - 1) if digits[i] == digits[i + 1]}


def _one_digit_off(digits: str) -> set[int]:
    """The years of four digits that a digit too many or too few was made of."""
    if len(digits) > _FOUR:
        return {int(digits[:i] + digits[i + 1 :]) for i in range(len(digits))}
    return {int(digits[:i] + other + digits[i:]) for i in range(len(digits) + 1) for other in _DIGITS}
