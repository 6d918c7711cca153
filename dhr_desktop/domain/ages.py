"""How old somebody was at a time, as certainly as both dates are known."""

from datetime import date

from dhr_desktop.domain.dates import NotEdtf, parse

_NUMBERS = (
    *("under one", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_OLDEST = 130


def ages(born: str, at: str) -> tuple[int, int] | None:
    """The fewest and the most whole years somebody may have been; below 0 for not born yet.

    Dates are EDTF text. None where either is not known, or too uncertain to say anything of an age.
    """
    try:
        first, then = parse(born), parse(at)
    except NotEdtf:
        return None
    if not (first.earliest and first.latest and then.earliest and then.latest):
        return None
    least, most = _years(first.latest, then.earliest), _years(first.earliest, then.latest)
    return (least, most) if most - least <= _OLDEST else None


def age_in_words(born: str, at: str) -> str:
    """The age as it is written: 'three', 'three or four', 'about three', 'not yet born'; '' where it is not known."""
    found = ages(born, at)
    if found is None:
        return ""
    least, most = found
    if most < 0:
        return "not yet born"
    about = "about " if any(parse(each).approximate for each in (born, at)) else ""
    if least == most:
        return f"{about}{_number(most)}"
    first = "not yet born" if least < 0 else _number(least)
    if most - least == 1:
        return f"{about}{first} or {_number(most)}"
    return (
        f"{about}between {_number(max(least, 0))} and {_number(most)}" if least > 0 else f"{_number(most)} or younger"
    )


def _years(born: date, then: date) -> int:
    return then.year - born.year - ((then.month, then.day) < (born.month, born.day))


def _number(years: int) -> str:
    return _NUMBERS[years] if 0 <= years < len(_NUMBERS) else str(years)
