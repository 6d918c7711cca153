"""The picture with its corner: what the lanes stand for, closer and further, and what can be done with the picture."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.picture.frame import Picture
from dhr_desktop.domain.picture.spans import LaneBy, Silence
from dhr_desktop.store import entries
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.timeline.picture.days import iso, ordinals
from dhr_desktop.ui.timeline.picture.hands import PictureView
from dhr_desktop.ui.timeline.picture.key import KeyMenu
from dhr_desktop.ui.timeline.picture.key_dates import KeyDatesDialog
from dhr_desktop.ui.timeline.picture.reading import Reader
from dhr_desktop.ui.timeline.picture.saving import PictureSaver

_STEP = 1.5
_SILENCES_AFTER_MS = 700
_IN_LANES = frozenset({"entry", "agency", "person", "name_form", "theme", "entry_theme"})
_LANES_ONLY = frozenset({"key_date", "person", "name_form", "theme", "entry_theme"})


class PicturePane(QWidget):
    """What the page knows of the picture. It reads for itself, after the table has been shown."""

    entry_chosen = Signal(int)
    """The id of an entry that the chair pointed at."""
    days_chosen = Signal(str, str)
    """Two ISO days that the table is to be narrowed to."""
    days_cleared = Signal()
    room_wanted = Signal()
    """What is shown may need another height."""

    pause: ClassVar[int] = 80
    """Milliseconds after which it follows the filters, so that the next letter typed need not wait for it."""

    def __init__(self, context: ReviewContext, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = Reader(context.review)
        self._wanted: list[int] | None = None
        self._as_read = Picture()
        self._asked = 0
        self._to_see: tuple[str, str] | None = None
        self._dialog: KeyDatesDialog | None = None
        self._inks = inks
        self.view = PictureView(inks, self._entry)
        self.view.covers = context.panel.days
        self.setFocusProxy(self.view)
        self.by = ChoiceBox()
        self.more = QToolButton()
        self.saver = PictureSaver(context, self)
        self._soon = QTimer(self, singleShot=True, interval=self.pause)
        self._soon.timeout.connect(self.refresh)
        self._later = QTimer(self, singleShot=True, interval=_SILENCES_AFTER_MS)
        self._later.timeout.connect(self._find_silences)
        self._build()
        self.view.entry_chosen.connect(self.entry_chosen)
        self.view.days_chosen.connect(lambda first, last: self.days_chosen.emit(iso(first), iso(last)))
        self.view.days_cleared.connect(self.days_cleared)
        self.by.currentIndexChanged.connect(self.refresh)
        context.notices.changed.connect(self._on_change)
        context.panel.changed.connect(self._cover)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._corner = QWidget(self.view)
        row = QHBoxLayout(self._corner)
        row.setContentsMargins(6, 3, 2, 2)
        row.setSpacing(4)
        for by, words in (
            (LaneBy.AGENCY, self.tr("Agencies")),
            (LaneBy.PERSON, self.tr("People")),
            (LaneBy.THEME, self.tr("Themes")),
        ):
            self.by.addItem(words, by)
        self.by.setAccessibleName(self.tr("Lanes of the picture"))
        self.by.setToolTip(self.tr("What each lane of the picture stands for"))
        self.more.setAccessibleName(self.tr("Picture"))
        self.more.setToolTip(self.tr("Closer, further, key dates, save the picture"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAutoRaise(True)
        icons.put(self._context.theme, self.more, "settings")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        for words, key, asked in (
            (self.tr("Closer"), "+", lambda: self.view.zoom(_STEP)),
            (self.tr("Further"), "-", lambda: self.view.zoom(1 / _STEP)),
            (self.tr("Everything"), "0", self.view.fit),
        ):
            self.menu.addAction(f"{words}\t{key}").triggered.connect(asked)
        self.key = KeyMenu(self._inks, lambda: (self.view.picture, self.view.unit), self.menu)
        self.menu.addMenu(self.key)
        self.menu.addSeparator()
        row.addWidget(self.by, 1)
        row.addWidget(self.more)
        self._place_corner()

    def offer_actions(self, page: QWidget, turn: Callable[[], object]) -> None:
        """Offer what can be done with the picture, on the page and in the corner; `turn` makes it taller."""
        for action_id, asked in (
            ("timeline.picture", turn),
            ("timeline.key_dates", self.edit_key_dates),
            ("timeline.save_picture", self.save_picture),
        ):
            self.menu.addAction(Actions.on_page(page, action_id, asked))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.by, self.more, self.view]

    # What the page tells.

    def show_wanted(self, ids: list[int] | None) -> None:
        """Draw what the filters leave; None for everything."""
        self._wanted = ids
        self._soon.start()

    @property
    def follows(self) -> bool:
        """Whether it has still to follow the filters."""
        return self._soon.isActive()

    def show_days(self, earliest: str, latest: str) -> None:
        """Mark the days the table is narrowed to, as two ISO days; '' where that end is open."""
        limits = self.view.limits
        self.view.show_days(*ordinals(earliest, latest, limits))

    def look_at_days(self, earliest: str, latest: str) -> None:
        """Have two ISO days and what lies between them seen, as soon as there is a picture."""
        self._to_see = (earliest, latest)
        self._see()

    def _see(self) -> None:
        if self._to_see and len(self.view.picture.rows.spans):
            first, last = ordinals(*self._to_see, self.view.limits)
            self._to_see = None
            self.view.look_at(first, last + 1)

    def refresh(self) -> None:
        """Read the picture anew; only the last asked for is shown."""
        self._soon.stop()
        self._asked += 1
        asked, by, wanted, reader = self._asked, LaneBy(self.by.currentData()), self._wanted, self._reader

        def work(progress: Progress) -> tuple[int, Picture]:
            del progress
            if asked != self._asked:
                raise Cancelled  # while it waited, the filters have changed
            return asked, reader.read(by, wanted)

        self._context.jobs.read(work, self.tr("Drawing the timeline"), self._shown, owner=self)

    def _shown(self, found: tuple[int, Picture]) -> None:
        asked, picture = found
        if asked != self._asked:
            return
        self._later.start()
        if picture.rows is self._as_read.rows and picture.days == self._as_read.days:
            return  # an edit that moves nothing leaves what is drawn
        self._as_read = picture
        self.view.show_picture(self._as_seen(picture))
        self._see()
        self._place_corner()
        self.room_wanted.emit()

    def _find_silences(self) -> None:
        reader, by = self._reader, LaneBy(self.by.currentData())

        def work(progress: Progress) -> list[Silence]:
            del progress
            return reader.silences(by)

        self._context.jobs.read(work, self.tr("Looking for gaps"), self.view.show_silences, owner=self)

    def _entry(self, entry_id: int) -> Entry | None:
        found = next(iter(entries.page(self._context.review, [entry_id])), None)
        return self._context.shown(found) if found else None

    def _as_seen(self, picture: Picture) -> Picture:
        """With the names of lanes and key dates covered in panel view."""
        panel = self._context.panel
        if not panel.on:
            return picture
        of_lane = panel.called if picture.rows.by is LaneBy.AGENCY else panel.shown
        rows = [replace(row, lane=replace(row.lane, name=of_lane(row.lane.name))) for row in picture.rows.rows]
        days = [replace(day, words=panel.shown(day.words)) for day in picture.days]
        return replace(picture, rows=replace(picture.rows, rows=rows), days=days)

    def _on_change(self, change: Change) -> None:
        if change.tables & _IN_LANES:
            self._reader.forget_lanes()
        # What changes entries makes the page read its list, and then this picture.
        if change.tables & _LANES_ONLY:
            self.refresh()

    # What the chair asks for.

    def edit_key_dates(self) -> None:
        """Show the key dates, to be added, changed and removed; not in panel view, for their words may hold names."""
        if self._context.panel.on:
            words = self.tr("Key dates are not changed in panel view, for they may hold names. F6 leaves it.")
            self._context.messages.show_note(words)
            return
        if self._dialog is None:
            self._dialog = KeyDatesDialog(self._context, self)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _cover(self) -> None:
        """At once, and not when the lanes have been read again: no name stands on a shared screen meanwhile."""
        if self._dialog is not None and self._context.panel.on:
            self._dialog.close()
        self.view.show_picture(self._as_seen(self._as_read))

    def save_picture(self) -> None:
        """Ask how and where to, and save what is shown; not in panel view, for the file may hold real names."""
        if self._context.panel.on:
            words = self.tr("The picture is not saved in panel view, for its file may hold real names. F6 leaves it.")
            self._context.messages.show_note(words)
            return
        scale = self.view.frame.scale
        self.saver.ask(LaneBy(self.by.currentData()), (scale.begin, scale.end))

    # The corner.

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """That of the picture."""
        return self.view.sizeHint()

    def _place_corner(self) -> None:
        wanted = self._corner.sizeHint()
        height, whole = wanted.height(), wanted.width() + 4
        anew = (self.view.least_head, self.view.least_names) != (height, whole)
        self.view.least_head, self.view.least_names = height, whole
        self._corner.setGeometry(0, 0, max(self.view.names_width, whole) - 4, height)
        if anew:
            self.view.draw_anew()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters need a larger corner."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_corner()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The names are wider in a wide window."""
        super().resizeEvent(event)
        self._place_corner()
