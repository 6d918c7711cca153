"""What a form means at one place: 'AM' is the child in one sentence, and the morning in the next."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dhr_desktop.domain.name_words import TITLES
from dhr_desktop.domain.people import FormLine, FormPlace


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in a text: where it stands, what stands there, and what covers it."""

    start: int
    end: int
    surface: str
    cover: str


Said = FormPlace | FormLine
_LINE = re.compile(r"[^\t\n]+")
PlacesSaid = Mapping[tuple[str, int], str | None]
"""By a form and its number in a text, what covers it there; None where it is nobody's name."""


def places_said(
    covers: Mapping[int, str], said: Sequence[Said]
) -> dict[tuple[int, str], dict[tuple[str, int], str | None]]:
    """What has been said of places, by the entry and its field; `covers` is what stands for each person's id."""
    found: dict[tuple[int, str], dict[tuple[str, int], str | None]] = {}
    for place in said:
        if isinstance(place, FormPlace):
            cover = covers.get(place.person_id) if place.person_id else None
            found.setdefault((place.entry_id, place.field), {})[place.form, place.nth] = cover
    return found


def lines_said(covers: Mapping[int, str], said: Sequence[Said]) -> dict[str, dict[tuple[str, int], str | None]]:
    """What has been said of lines outside the entries, by the line's words."""
    found: dict[str, dict[tuple[str, int], str | None]] = {}
    for place in said:
        if isinstance(place, FormLine) and counts(place):
            cover = covers.get(place.person_id) if place.person_id else None
            found.setdefault(place.line, {})[place.form, place.nth] = cover
    return found


def counts(said: FormLine) -> bool:
    """Whether what was said of a line is gone by: that it is nobody's name is not, where the line says nothing else.

    Who is meant by 'AM' alone in one cell need not be who is meant in another.
    """
    return bool(said.person_id) or any(part.strip(" .,:;()") for part in said.line.split(said.form))


def lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines and cells of a text without the room at their ends, and where each begins."""
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            yield match.start() + match[0].index(words), words


def line_at(text: str, start: int) -> tuple[int, str]:
    """The line or cell in which something stands that begins at `start`, and where it begins itself."""
    return next((each for each in reversed(list(lines(text))) if each[0] <= start), (0, text))


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


def with_lines(text: str, said: Mapping[str, PlacesSaid], found: Sequence[Found]) -> list[Found]:
    """What is covered in a text outside the entries, where something was said of lines of it.

    A name that goes over the end of a line stands as it was found, and so does all else in the lines it is in.
    """
    kept = list(found)
    for start, line in lines(text):
        told, end = said.get(line), start + len(line)
        touching = [one for one in kept if one.start < end and start < one.end]
        if told is None or any(one.start < start or end < one.end for one in touching):
            continue
        here = with_places(line, told, [_moved(one, -start) for one in touching])
        kept = [one for one in kept if one not in touching] + [_moved(one, start) for one in here]
    return sorted(kept, key=lambda each: each.start)


def _moved(found: Found, by: int) -> Found:
    return replace(found, start=found.start + by, end=found.end + by)


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
