"""What is known of one entry beside its own fields: its themes, lines of enquiry, event and questions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import LineOfEnquiry
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.store import enquiry, events, questions, themes
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with all that the chair has said of it. `with_it` counts the entries of its event."""

    entry: Entry
    tree: ThemeTree = field(default_factory=ThemeTree)
    theme_ids: frozenset[int] = frozenset()
    lines: Sequence[LineOfEnquiry] = ()
    line_ids: frozenset[int] = frozenset()
    event: Event | None = None
    with_it: int = 0
    asked: int = 0
    open_questions: int = 0

    def as_shown(self, shown: Callable[[str], str]) -> "Told":
        """With the chair's words as they may be seen now; for showing alone. Ids stay, so that acts find their own."""
        return replace(
            self,
            tree=ThemeTree(replace(theme, name=shown(theme.name)) for theme, _ in self.tree.in_order()),
            lines=[replace(line, words=shown(line.words)) for line in self.lines],
            event=self.event and replace(self.event, headline=shown(self.event.headline)),
        )


def read_told(review: Review, entry: Entry) -> Told:
    """Read it: a handful of looks into indexes, about a millisecond, as the entry itself is read."""
    asked = questions.of_entry(review, entry.id)
    event = _event(review, entry)
    return Told(
        entry,
        ThemeTree(themes.listing(review)),
        themes.of_entries(review, [entry.id]).get(entry.id, frozenset()),
        enquiry.listing(review),
        enquiry.of_entries(review, [entry.id]).get(entry.id, frozenset()),
        event,
        len(events.members_of(review, event.id)) if event else 0,
        len(asked),
        sum(question.open for question in asked),
    )


def _event(review: Review, entry: Entry) -> Event | None:
    if entry.event_id is None:
        return None
    try:
        return events.get(review, entry.event_id)
    except LookupError:  # dissolved since the entry was read; what comes next is the notice of it
        return None
