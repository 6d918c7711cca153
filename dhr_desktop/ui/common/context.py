"""What a page of a review is given."""

from dataclasses import dataclass, field

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.habits import Habits
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.notices import Notices
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.veil import Veil
from dhr_desktop.ui.common.ways import Ways


@dataclass(frozen=True, slots=True, eq=False)
class ReviewContext:
    """The open review and the means to work on it. `actions` belong to the window around the page."""

    review: Review
    library: Library
    jobs: JobRunner
    notices: Notices
    theme: Theme
    messages: MessageBar
    actions: Actions
    ways: Ways
    habits: Habits = field(default_factory=Habits)
    panel: PanelView = field(init=False)
    """Panel view: every page shows names as it says."""
    veil: Veil = field(init=False)
    """The veil over what is marked as distressing."""
    drafts: Drafts = field(init=False)
    """Words that were typed and cannot be a step yet; pages keep them there and find them again."""

    def __post_init__(self) -> None:
        """Begin with every name shown, for the chair alone is at the screen until they say otherwise."""
        object.__setattr__(self, "panel", PanelView(self.review, self.notices))
        object.__setattr__(self, "veil", Veil(self.habits, self.notices))
        object.__setattr__(self, "drafts", Drafts(self.review, self.jobs))

    def shown(self, entry: Entry) -> Entry:
        """The entry as it may be seen now: its names covered in panel view, its words veiled while they distress.

        For showing alone, and never to be written.
        """
        return self.panel.entry(self.veil.entry(entry))

    def words(self, text: str) -> str:
        """Words of the chair's as they may be seen now: names covered, and headlines that tell of what is veiled."""
        return self.panel.shown(self.veil.said(text))

    def words_beside(self, text: str) -> str:
        """As `words`, beside the page: in the history, in what Undo offers and in messages, where nothing is lifted."""
        return self.panel.shown(self.veil.said(text, beside=True))
