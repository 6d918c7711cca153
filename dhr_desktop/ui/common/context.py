"""What a page of a review is given."""

from dataclasses import dataclass, field

from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.common.memory import Memory
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.notices import Notices
from dhr_desktop.ui.common.theme import Theme
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
    memory: Memory = field(default_factory=Memory)
