"""What a form means at one place: 'AM' is the child in one sentence, and the morning in the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dhr_desktop.domain.people import FormPlace


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in a text: where it stands, what stands there, and what covers it."""

    start: int
    end: int
    surface: str
    cover: str


PlacesSaid = Mapping[tuple[str, int], str | None]
"""By a form and its number in a text, what covers it there; None where it is nobody's name."""


def places_said(
    covers: Mapping[int, str], said: Sequence[FormPlace]
) -> dict[tuple[int, str], dict[tuple[str, int], str | None]]:
    """What has been said of places, by the entry and its field; `covers` is what stands for each person's id."""
    found: dict[tuple[int, str], dict[tuple[str, int], str | None]] = {}
    for place in said:
        cover = covers.get(place.person_id) if place.person_id else None
        found.setdefault((place.entry_id, place.field), {})[place.form, place.nth] = cover
    return found


def nth_place(text: str, form: str, nth: int) -> int:
    """Where a form stands for the `nth` time (from 0); -1 when it does not, as the words have been changed since."""
    at = text.find(form)
    for _time in range(nth):
        if at < 0:
            break
        at = text.find(form, at + len(form))
    return at


def with_places(text: str, said: PlacesSaid, found: Sequence[Found]) -> list[Found]:
    """What is covered where something was said of places: that, and of what was found all that is elsewhere."""
    spots = []
    for (form, nth), cover in said.items():
        at = nth_place(text, form, nth)
        if at >= 0:
            spots.append((at, at + len(form), form, cover))
    kept = [each for each in found if not any(each.start < end and start < each.end for start, end, _f, _c in spots)]
    kept += [Found(start, end, form, cover) for start, end, form, cover in spots if cover is not None]
    return sorted(kept, key=lambda each: each.start)
