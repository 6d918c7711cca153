"""What the chair says entries mean, for one or for many of them at once; each saying is one step."""

from collections.abc import Collection

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.meaning import Inclusion, LineOfEnquiry, Mark, Significance, Theme
from dhr_desktop.store import agencies, enquiry, entries, themes
from dhr_desktop.store.review import Review

_SIGNIFICANCE = {
    Significance.UNREAD: "not yet read",
    Significance.ROUTINE: "routine",
    Significance.RELEVANT: "relevant",
    Significance.KEY: "key",
}
_MARKS = {
    Mark.VOICE: "the voice of the victim",
    Mark.GOOD_PRACTICE: "good practice",
    Mark.MISSED: "a missed opportunity",
    Mark.DISTRESSING: "distressing",
}
_DOCUMENTS = {
    Inclusion.CHRONOLOGY: "the full chronology",
    Inclusion.REPORT: "the report",
    Inclusion.SUMMARY: "the summary",
}

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
    _change(review, entry_ids, ("significance", significance), words, initiator, progress)


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
    words = f"Mark {{entries}} as {_MARKS[what]}" if on else f"Mark {{entries}} as not {_MARKS[what]}"
    _change(review, entry_ids, (what.value, on), words, initiator, progress)


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
    _change(review, entry_ids, (document.value, on), words, initiator, progress)


def move_to_agency(
    review: Review,
    entry_ids: Collection[int],
    agency_id: int,
    initiator: object | None = None,
    progress: Progress = UNWATCHED,
) -> None:
    """Have these entries stand under another agency; the rows they came from stay where they are."""
    words = f"Move {{entries}} to {agencies.get(review, agency_id).name}"
    _change(review, entry_ids, ("agency_id", agency_id), words, initiator, progress)


def give_theme(
    review: Review, entry_ids: Collection[int], theme: Theme, *, on: bool, initiator: object | None = None
) -> None:
    """Give these entries a theme, or take it from them."""
    had = {entry_id for entry_id, found in themes.of_entries(review, entry_ids).items() if theme.id in found}
    changing = [entry_id for entry_id in entry_ids if (entry_id in had) is not on]
    if not changing:
        return
    verb, joined = ("Give", "the theme") if on else ("Take from", "the theme")
    with review.journal.step(f"{verb} {_counted(len(changing))} {joined} “{theme.name}”", initiator):
        (themes.give if on else themes.take)(review, changing, theme.id)


def bear_on(
    review: Review, entry_ids: Collection[int], line: LineOfEnquiry, *, on: bool, initiator: object | None = None
) -> None:
    """Say that these entries bear on a line of enquiry, or that they do not."""
    had = {entry_id for entry_id, found in enquiry.of_entries(review, entry_ids).items() if line.id in found}
    changing = [entry_id for entry_id in entry_ids if (entry_id in had) is not on]
    if not changing:
        return
    verb = "Set" if on else "Take"
    joined = "beside" if on else "from beside"
    with review.journal.step(f"{verb} {_counted(len(changing))} {joined} a line of enquiry", initiator):
        (enquiry.give if on else enquiry.take)(review, changing, line.id)


def _change(
    review: Review,
    entry_ids: Collection[int],
    to: tuple[str, object],
    words: str,
    initiator: object | None,
    progress: Progress,
) -> None:
    name, value = to
    changing = [entry.id for entry in entries.page(review, list(entry_ids)) if getattr(entry, name) != value]
    if not changing:
        return
    with review.journal.step(words.format(entries=_counted(len(changing))), initiator):
        for start in range(0, len(changing), _AT_A_TIME):
            progress.step(start, len(changing), "Changing entries")
            entries.set_all(review, changing[start : start + _AT_A_TIME], name, value)


def _counted(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"
