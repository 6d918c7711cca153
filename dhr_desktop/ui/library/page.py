"""The list of reviews in the library, and the way to a new one."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library, ReviewListing
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import themes
from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.common.kept_words import kept_until_written
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.theme import LARGE, WIDE, Theme
from dhr_desktop.ui.common.widgets import EmptyState, PageHeader, button
from dhr_desktop.ui.library.begun import NEW, Begun
from dhr_desktop.ui.library.new_review import NewReviewDialog
from dhr_desktop.ui.library.rows import LISTING, ReviewDelegate, ReviewsModel

_WIDTH, _LEAST = 880, 480


class LibraryPage(QWidget):
    """Calm rows, and one button. `opened` gives the open `Review`."""

    opened = Signal(object)

    def __init__(self, library: Library, theme: Theme, jobs: JobRunner) -> None:
        super().__init__()
        self._library, self._jobs = library, jobs
        self._opening = False
        self.begun = Begun(library, jobs, self)
        self.messages = MessageBar(theme)
        self.model = ReviewsModel(self)
        self.list = QListView()
        self.new = button(self.tr("New review…"), "primary", self.begin)
        icons.put(theme, self.new, "plus", "on_accent")
        self.first = button(self.tr("New review…"), "primary", self.begin)
        self._build(theme)
        self.list.activated.connect(self._open_row)
        self.list.clicked.connect(self._open_row)
        self.refresh()

    def _build(self, theme: Theme) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ReviewDelegate(theme, self.list))
        self.list.setAccessibleName(self.tr("Reviews"))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header = PageHeader(self.tr("Your reviews"))
        self.header.set_side(LARGE + 2)  # in line with the words of the rows
        self.header.add(self.new)
        empty = EmptyState(
            theme,
            "library",
            self.tr("No reviews yet"),
            self.tr(
                "Begin one with a working name. Then drop the agencies’ files on its window, and they become one"
                " timeline."
            ),
            self.first,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(empty)
        middle = QWidget()
        middle.setMaximumWidth(theme.scaled(_WIDTH))
        middle.setMinimumWidth(_LEAST)
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, WIDE)
        inside.setSpacing(0)
        inside.addWidget(self.header)
        inside.addWidget(self.stack, 1)
        air = QWidget()
        air.setFixedHeight(WIDE)
        self.messages.stand_over(air, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(air)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle, 100)  # as wide as it may be; what is left over stands at both sides
        across.addStretch(1)
        column.addLayout(across, 1)

    def refresh(self) -> None:
        """List the reviews anew."""
        reviews = self._library.reviews()
        self.model.show(reviews)
        self.stack.setCurrentIndex(0 if reviews else 1)
        self.header.setVisible(bool(reviews))
        self.setFocusProxy(self.list if reviews else self.first)
        if reviews:
            self.list.setCurrentIndex(self.model.index(0))

    def begin(self) -> None:
        """Ask for the facts of a new review, and go on with those that were begun before a lock."""
        dialog = NewReviewDialog(self)
        kept_until_written(dialog, self.begun, NEW)
        dialog.accepted.connect(lambda: self.make_review(dialog.facts()))
        dialog.open()

    def flush(self) -> None:
        """Keep what is typed of a new review, before the library is closed."""
        self.begun.flush()

    def make_review(self, facts: ReviewFacts) -> None:
        """Make a review and open it."""
        library, begun = self._library, self.begun

        def work(progress: Progress) -> Review:
            del progress
            made = library.create_review(facts, themes.usual())
            begun.written(NEW)
            return made

        self._run(work, self.tr("Making the review"))

    def open_review(self, review_id: int) -> None:
        """Open a review."""
        library = self._library

        def work(progress: Progress) -> Review:
            del progress
            return library.open_review(review_id)

        self._run(work, self.tr("Opening the review"))

    def _run(self, work: Callable[[Progress], Review], doing: str) -> None:
        if self._opening:  # a second would close the first under its room
            return
        self._opening = True
        self.setEnabled(False)
        self._jobs.run(work, doing, self._open, self._refuse, owner=self)

    def _open(self, review: Review) -> None:
        self._opening = False
        self.opened.emit(review)

    def _refuse(self, error: Exception) -> None:
        self._opening = False
        self.setEnabled(True)
        if isinstance(error, UserError):
            self.messages.show_error(error)

    def _open_row(self, index: QModelIndex) -> None:
        listing = index.data(LISTING)
        if isinstance(listing, ReviewListing):
            self.open_review(listing.id)
