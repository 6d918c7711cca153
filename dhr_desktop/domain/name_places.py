"""What a form means at one place: 'AM' is the child in one sentence, and the morning in the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dhr_desktop.domain.name_words import TITLES
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
    """What is covered where something was said of places: that, and of what was found all that is elsewhere.

    What was said of a form holds for it alone: within a longer name or another word, as when the words have been
    changed since, the name that is found there stands.
    """
    spots = [
        Found(at, at + len(form), form, cover or "")
        for (form, nth), cover in said.items()
        if (at := nth_place(text, form, nth)) >= 0 and _alone(text, at, at + len(form))
    ]
    spots = [each for each in (_with_title(text, spot, found) for spot in spots) if each is not None]
    kept = [each for each in found if not any(each.start < spot.end and spot.start < each.end for spot in spots)]
    return sorted([*kept, *(spot for spot in spots if spot.cover)], key=lambda each: each.start)


def _alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _with_title(text: str, spot: Found, found: Sequence[Found]) -> Found | None:
    """The spot, with a title that stands before it; None where it is part of a longer name."""
    for each in found:
        if each.start < spot.end and spot.start < each.end and (each.start < spot.start or spot.end < each.end):
            before = text[each.start : spot.start].strip().rstrip(".").casefold()
            if each.end > spot.end or before not in TITLES or not spot.cover:
                return None
            return Found(each.start, spot.end, each.surface, spot.cover)
    return spot
