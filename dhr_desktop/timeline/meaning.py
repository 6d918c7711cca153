"""What the chair says entries mean, for one or for many of them at once; each saying is one step."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.meaning import Inclusion, LineOfEnquiry, Mark, Significance, Theme
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.store import agencies, enquiry, entries, themes
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.naming import counted, named
from dhr_desktop.timeline.themes import found, free_name

_SIGNIFICANCE = {
    Significance.UNREAD: "not yet read",
    Significance.ROUTINE: "routine",
    Significance.RELEVANT: "relevant",
    Significance.KEY: "key",
}
_MARKS = {
    Mark.VOICE: ("the voice of the victim", "voice of the victim"),
    Mark.GOOD_PRACTICE: ("good practice", "good practice"),
    Mark.MISSED: ("a missed opportunity", "missed opportunity"),
    Mark.DISTRESSING: ("distressing", "distressing"),
}
"""How each is said of an entry, and how it is called."""
_DOCUMENTS = {
    Inclusion.CHRONOLOGY: "the full chronology",
    Inclusion.REPORT: "the report",
    Inclusion.SUMMARY: "the summary",
}
_LONGEST = 48

_AT_A_TIME = 500


def judge(
    review: Review,
    entry_ids: Collection[int],
    significance: Significance,
    initiator: object | None = None,
    progress: Progress = UNWATCHED,
) -> None:
    """Say how much these entries matter."""
    words = f"Mark {{entries}} as {_SIGNIFICANCE[significance]}"
    _change(review, entry_ids, ("significance", significance), _How(words, initiator, progress))


def mark(
    review: Review,
    entry_ids: Collection[int],
    what: Mark,
    *,
    on: bool,
    initiator: object | None = None,
    progress: Progress = UNWATCHED,
) -> None:
    """Say that these entries show something, or that they do not."""
    said, called = _MARKS[what]
    words = f"Mark {{entries}} as {said}" if on else f"Take the mark “{called}” from {{entries}}"
    _change(review, entry_ids, (what.value, on), _How(words, initiator, progress))


def turn_mark(review: Review, entry_ids: Collection[int], what: Mark, initiator: object | None = None) -> bool:
    """Mark these entries, or take the mark from them where all of them have it. Returns whether they have it now."""
    on = bool(entries.differing(review, entry_ids, what.value, value=True))
    mark(review, entry_ids, what, on=on, initiator=initiator)
    return on


def include(
    review: Review,
    entry_ids: Collection[int],
    document: Inclusion,
    *,
    on: bool,
    initiator: object | None = None,
    progress: Progress = UNWATCHED,
) -> None:
    """Say that these entries go into a document, or that they do not."""
    words = f"Put {{entries}} into {_DOCUMENTS[document]}" if on else f"Leave {{entries}} out of {_DOCUMENTS[document]}"
    _change(review, entry_ids, (document.value, on), _How(words, initiator, progress))


def write_note(
    review: Review, entry_id: int, words: str, initiator: object | None = None, sitting: object | None = None
) -> None:
    """Make the private note of an entry what `words` say; the pauses of one `sitting` are undone together."""
    kept = words.strip()
    verb = "Write the private note on" if kept else "Clear the private note on"
    how = _How(f"{verb} {{entries}}", initiator, sitting=sitting)
    _change(review, [entry_id], ("private_note", kept), how)


def move_to_agency(
    review: Review,
    entry_ids: Collection[int],
    agency_id: int,
    initiator: object | None = None,
    progress: Progress = UNWATCHED,
) -> None:
    """Have these entries stand under another agency; the rows they came from stay where they are."""
    name = agencies.get(review, agency_id).name.replace("{", "{{").replace("}", "}}")
    _change(review, entry_ids, ("agency_id", agency_id), _How(f"Move {{entries}} to {name}", initiator, progress))


def give_theme(
    review: Review, entry_ids: Collection[int], theme: Theme, *, on: bool, initiator: object | None = None
) -> None:
    """Give these entries a theme, or take it from them. Raises `ThemeGone`."""
    named = found(ThemeTree(themes.listing(review)), theme.id).name
    changing = _without(entries.there(review, entry_ids), set(themes.entries_with(review, [theme.id])), on=on)
    if not changing:
        return
    verb = "Give" if on else "Take from"
    with review.journal.step(f"{verb} {_named(review, changing)} the theme “{named}”", initiator):
        (themes.give if on else themes.take)(review, changing, theme.id)


def turn_theme(review: Review, entry_ids: Collection[int], theme: Theme, initiator: object | None = None) -> bool:
    """Give these entries a theme, or take it from them where all have it. Returns whether they have it now.

    Raises `ThemeGone`.
    """
    on = not set(entries.there(review, entry_ids)) <= set(themes.entries_with(review, [theme.id]))
    give_theme(review, entry_ids, theme, on=on, initiator=initiator)
    return on


def give_new_theme(review: Review, entry_ids: Collection[int], name: str, initiator: object | None = None) -> None:
    """Add a theme at the top of the tree and give it to these entries, in one step.

    Raises `ThemeUnnamed` or `ThemeThere`.
    """
    tree = ThemeTree(themes.listing(review))
    wanted = free_name(tree, name, 0)
    there = entries.there(review, entry_ids)
    if not there:
        return
    with review.journal.step(f"Give {_named(review, there)} the new theme “{wanted}”", initiator):
        new = themes.add(review, Theme(0, wanted, 0, len(tree.beneath())))
        themes.give(review, there, new.id)


def bear_on(
    review: Review, entry_ids: Collection[int], line: LineOfEnquiry, *, on: bool, initiator: object | None = None
) -> None:
    """Say that these entries bear on a line of enquiry, or that they do not; one that is gone takes none."""
    known = next((each for each in enquiry.listing(review) if each.id == line.id), None)
    if known is None:
        return
    changing = _without(entries.there(review, entry_ids), enquiry.entries_on(review, line.id), on=on)
    if not changing:
        return
    verb, joined = ("Link", "to") if on else ("Unlink", "from")
    words = known.words if len(known.words) <= _LONGEST else f"{known.words[:_LONGEST].rstrip()}…"
    with review.journal.step(f"{verb} {_named(review, changing)} {joined} the line of enquiry “{words}”", initiator):
        (enquiry.give if on else enquiry.take)(review, changing, line.id)


def _without(entry_ids: Sequence[int], have: Collection[int], *, on: bool) -> list[int]:
    """Those whom it changes: who lacks what is given, or has what is taken."""
    return [entry_id for entry_id in entry_ids if (entry_id in have) is not on]


@dataclass(frozen=True, slots=True)
class _How:
    """What the step is called, with a place for the entries; who asked for it, and who watches."""

    words: str
    initiator: object | None
    progress: Progress = UNWATCHED
    sitting: object | None = None


def _change(review: Review, entry_ids: Collection[int], to: tuple[str, str | int], how: _How) -> None:
    changing = entries.differing(review, entry_ids, *to)
    if not changing:
        return
    with review.journal.step(how.words.format(entries=_named(review, changing)), how.initiator, how.sitting):
        for start in range(0, len(changing), _AT_A_TIME):
            how.progress.step(start, len(changing), "Changing entries")
            entries.say(review, changing[start : start + _AT_A_TIME], *to)


def _named(review: Review, entry_ids: Sequence[int]) -> str:
    """One entry by the date by which the chair knows it, several by their number."""
    return counted(len(entry_ids)) if len(entry_ids) > 1 else named(entries.get(review, entry_ids[0]))
