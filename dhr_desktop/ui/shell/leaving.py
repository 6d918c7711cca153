"""What becomes of files that wait to be imported when the chair leaves the review, or the program is locked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dhr_desktop.ui.common.dialogs import Question, ask
from dhr_desktop.ui.common.place_left import CanBeNarrowed, HasPlace
from dhr_desktop.ui.common.waiting_files import IMPORTING, HoldsFiles, WaitingFiles
from dhr_desktop.ui.common.words import counted

if TYPE_CHECKING:
    from dhr_desktop.ui.shell.room import ReviewRoom

NONE = WaitingFiles()
translate = QCoreApplication.translate


def waiting_in(room: "ReviewRoom") -> WaitingFiles:
    """The files that wait on any page of a review."""
    return next((found for page in _holding(room) if (found := page.waiting_files()).number), NONE)


def _holding(room: "ReviewRoom") -> list[HoldsFiles]:
    pages: list[object] = [room.stack.widget(place) for place in range(room.stack.count())]
    return [page for page in pages if isinstance(page, HoldsFiles)]


def may_leave(room: "ReviewRoom") -> bool:
    """Whether the review may be left; where files wait the chair is asked."""
    waiting = waiting_in(room).number
    if not waiting:
        return True
    words = counted(
        waiting,
        translate("leaving", "{n} file has not been imported. It is put away, with what you have decided about it."),
        translate("leaving", "{n} files have not been imported. They are put away, with what you have decided."),
    )
    title, yes = translate("leaving", "Leave without importing?"), translate("leaving", "Put away and leave")
    if not ask(Question(title, words, yes, translate("leaving", "Stay here"), danger=True), room.window()):
        return False
    for page in _holding(room):
        page.put_files_away()
    return True


class Kept:
    """What to have again once the chair is back behind the lock: places alone, and no word of any page.

    Of files that wait all is kept in the review's own file, and so outlasts an abrupt end too.
    """

    def __init__(self) -> None:
        self._places: dict[tuple[int, str], tuple[int, str]] = {}
        self._narrowed: dict[int, list[str]] = {}

    def keep(self, room: "ReviewRoom") -> None:
        """Remember where one is on the page of a review that is about to be locked, and which pages are narrowed."""
        page: object = room.stack.currentWidget()
        if isinstance(page, HasPlace):
            self._places[room.review.id, room.shown] = page.place()
        self._narrowed[room.review.id] = [
            name for name, made in room.made.items() if isinstance(made, CanBeNarrowed) and made.keep_narrowing()
        ]

    def give_back(self, room: "ReviewRoom") -> None:
        """Be again where one was, and have again the files that waited when the review was left."""
        for name in self._narrowed.pop(room.review.id, ()):
            narrowed: object = room.page(name)
            if isinstance(narrowed, CanBeNarrowed):
                narrowed.narrow_again()
        place = self._places.pop((room.review.id, room.shown), None)
        page: object = room.stack.currentWidget()
        if place is not None and isinstance(page, HasPlace):
            page.go_back_to(place)
        if room.context.drafts.under(IMPORTING):
            waiting: object = room.page("submissions")
            if isinstance(waiting, HoldsFiles):
                waiting.take_up_files()
