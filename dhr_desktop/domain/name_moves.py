"""Where a form stands after the words around it have been changed, so that what was said of it stays with it."""

from dhr_desktop.domain.name_places import nth_place

_BESIDE, _AT_ONE_SIDE = 8, 24


def moved(before: str, after: str, form: str, nth: int) -> int | None:
    """The number of the same place among those of the form in the new words; None where it cannot be told.

    A form that stands in what was left as it was is where it was. One in the midst of what was changed is known by the
    words beside it, when they stand once.
    """
    at = nth_place(before, form, nth)
    if at < 0:
        return None
    end = at + len(form)
    spots = set()
    if end <= _same(before, after) and _alone(after, at, end):
        spots.add(at)
    shifted = at + len(after) - len(before)
    if at >= len(before) - _same(before[::-1], after[::-1]) and _alone(after, shifted, shifted + len(form)):
        spots.add(shifted)
    return _number(after, form, spots.pop()) if len(spots) == 1 else _by_neighbours(before, after, form, at)


def _same(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _by_neighbours(before: str, after: str, form: str, at: int) -> int | None:
    left, right = before[:at], before[at + len(form) :]
    for room, both in ((_BESIDE, True), (_AT_ONE_SIDE, False)):
        fitting = [
            spot
            for spot in _spots(after, form)
            if _alone(after, spot, spot + len(form))
            and _fits(left[-room:], after[:spot][-room:], right[:room], after[spot + len(form) :][:room], both=both)
        ]
        if len(fitting) == 1:
            return _number(after, form, fitting[0])
    return None


def _fits(left: str, left_now: str, right: str, right_now: str, *, both: bool) -> bool:
    if both:
        return left == left_now and right == right_now
    return bool(left.strip() and left == left_now) or bool(right.strip() and right == right_now)


def _spots(text: str, form: str) -> list[int]:
    found, at = [], text.find(form)
    while at >= 0:
        found.append(at)
        at = text.find(form, at + len(form))
    return found


def _number(text: str, form: str, at: int) -> int | None:
    spots = _spots(text, form)
    return spots.index(at) if at in spots else None


def _alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
