"""What becomes of files that wait to be imported when the chair leaves the review, or the program is locked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dhr_desktop.ui.common.dialogs import Question, ask
from dhr_desktop.ui.common.place_left import HasPlace
from dhr_desktop.ui.common.waiting_files import HoldsFiles, WaitingFiles
from dhr_desktop.ui.common.words import counted

if TYPE_CHECKING:
    from dhr_desktop.ui.shell.room import ReviewRoom

NONE = WaitingFiles()
translate = QCoreApplication.translate


def waiting_in(room: "ReviewRoom") -> WaitingFiles:
    """The files that wait on any page of a review."""
    pages: list[object] = [room.stack.widget(place) for place in range(room.stack.count())]
    held = [page.waiting_files() for page in pages if isinstance(page, HoldsFiles)]
    return next((found for found in held if found.number), NONE)


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
    return ask(Question(title, words, yes, translate("leaving", "Stay here"), danger=True), room.window())


class Kept:
    """What to have again once the chair is back behind the lock: places alone, and no word of any file or page."""

    def __init__(self) -> None:
        self._by_review: dict[int, WaitingFiles] = {}
        self._places: dict[tuple[int, str], tuple[int, str]] = {}

    def keep(self, room: "ReviewRoom") -> None:
        """Remember which files wait in a review that is about to be locked, and where on its page one is."""
        page: object = room.stack.currentWidget()
        if isinstance(page, HasPlace):
            self._places[room.review.id, room.shown] = page.place()
        waiting = waiting_in(room)
        if waiting.number:
            self._by_review[room.review.id] = waiting

    def give_back(self, room: "ReviewRoom") -> None:
        """Be again where one was, read again the files that waited when the review was locked, and say so."""
        place = self._places.pop((room.review.id, room.shown), None)
        page: object = room.stack.currentWidget()
        if place is not None and isinstance(page, HasPlace):
            page.go_back_to(place)
        waiting = self._by_review.pop(room.review.id, NONE)
        if not waiting.number:
            return
        words = translate("leaving", "What you had pasted was not kept while the program was locked. Paste it again.")
        if waiting.paths:
            room.take_files(list(waiting.paths))
            words = counted(
                waiting.number,
                translate("leaving", "{n} file was waiting when the program was locked, and is read again."),
                translate("leaving", "{n} files were waiting when the program was locked, and are read again."),
            )
            words = f"{words} {translate('leaving', 'What you had decided about the columns was not kept.')}"
        room.messages.show_note(words)
