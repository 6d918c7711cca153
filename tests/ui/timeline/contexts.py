"""What a page is given, made without pytest for the benchmark."""

from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.notices import Notices
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.ways import Ways


@dataclass
class OpenContext:
    """A context and the window its actions belong to."""

    context: ReviewContext
    window: QMainWindow

    def close(self) -> None:
        """Stop its work and its notices."""
        self.context.notices.stop()
        self.context.jobs.shut_down()


def opened(library: Library, review: Review, theme: Theme) -> OpenContext:
    """A context over an open review."""
    window = QMainWindow()
    return OpenContext(
        ReviewContext(
            review,
            library,
            JobRunner(window),
            Notices(review.journal, window),
            theme,
            MessageBar(theme, window),
            Actions(window),
            Ways(window),
        ),
        window,
    )
