"""Where the chair has said that a form of a name is nobody's name: it stands in a covered document on purpose."""

import re
from collections.abc import Iterator

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.name_places import counts, nth_place
from dhr_desktop.domain.names import NameCover
from dhr_desktop.store import covered, entries, naming
from dhr_desktop.store.review import Review

_BEFORE, _AFTER = re.compile(r"((?:\S+\s+){0,3})(\S*)$"), re.compile(r"(\S*)((?:\s+\S+){0,3})")


def patterns(review: Review) -> list[re.Pattern[str]]:
    """Each such form between the words beside it, as a covered document has them; the form is what the group holds.

    The words beside it tell this place from another, at which the form is a name.
    """
    said = [each for each in naming.FORM_PLACES.listing(review) if each.person_id is None]
    outside = [each for each in naming.FORM_LINES.listing(review) if each.person_id is None and counts(each)]
    if not said and not outside:
        return []
    cover = covered.cover(review, Naming.PSEUDONYMS)
    lines = [(each.line, each.form, nth_place(each.line, each.form, each.nth)) for each in outside]
    known = {entry.id: entry for entry in entries.page(review, sorted({each.entry_id for each in said}))}
    found = [_between(line, at, at + len(form), cover) for line, form, at in lines if at >= 0]
    for each in said:
        entry = known.get(each.entry_id)
        if entry is None:
            continue
        text = str(getattr(entry, each.field, "") or entry.other.get(each.field, ""))
        at = nth_place(text, each.form, each.nth)
        if at >= 0:
            found.append(_between(text, at, at + len(each.form), cover))
    return found


def _between(text: str, start: int, end: int, cover: NameCover) -> re.Pattern[str]:
    before, after = _BEFORE.search(cover.cover(text[:start])), _AFTER.match(cover.cover(text[end:]))
    assert before is not None
    assert after is not None
    parts = list(_spaced([before[1], before[2]]))
    return re.compile(
        f"(?<!\\S){''.join(parts)}({re.escape(text[start:end])}){''.join(_spaced([after[1], after[2]]))}(?!\\S)"
    )


def _spaced(parts: list[str | None]) -> Iterator[str]:
    """The words, with any room between them: lines of a document break where they will."""
    for part in parts:
        yield re.sub(r"(?:\\?\s)+", lambda _: r"\s+", re.escape(part or ""))
