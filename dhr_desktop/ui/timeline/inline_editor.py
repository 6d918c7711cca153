"""Typing into a cell of the table: the same reading as in the side panel, in the place where the words stand."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QToolTip

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.signs import tip
from dhr_desktop.ui.common.widgets import UNSAVED, restyle
from dhr_desktop.ui.timeline.cell_drafts import CellDrafts
from dhr_desktop.ui.timeline.columns import FIELDS, Column
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.table import TimelineTable
from dhr_desktop.ui.timeline.typed import text_of, with_typed

_LONG = ("text", "action", "private_note")
_ON_ONE_LINE = 60
_MOST_LINES, _LEAST_WIDTH = 10, 180
_READ = ("date", "time", "reported")
_ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
Editor = QLineEdit | GrowingText


class InlineEditor(QObject):
    """One editor at a time, over its cell. Return keeps what was typed and Escape leaves it; Tab goes on to the next.

    It stands over the table and not in it: rows may be read anew beneath it without a letter being lost. Words are
    told at each pause; half of a date reads as another, so it is a draft until its cell is left.
    """

    committed = Signal(object, object)
    """The entry as it should now be, and as it was shown (both `Entry`)."""
    ended = Signal()
    """Nothing is typed into the table any more."""
    dropped = Signal(int, str, str)
    """What was typed for a date or a time, not understood, when the chair went elsewhere: the entry's id, the field
    and the words, which are a draft."""
    unwritten = Signal(str)
    """What was typed, could not be written, and has no cell to stand in any more."""

    def __init__(self, table: TimelineTable, model: EntriesModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._editor: Editor | None = None
        self._entry: Entry | None = None
        self._column = Column.WHAT
        self._began: Entry | None = None
        self._before = ""
        self._owed = False
        self.sitting: object = object()
        """What is told from a cell's being opened to its being left; it is undone together."""
        self.drafts = CellDrafts()
        self._pauses = Pauses(self)
        self._pauses.due.connect(self._keep_so_far)
        self._returned: list[tuple[Entry, Entry]] = []
        self._returning = QTimer(self, singleShot=True, interval=0)
        self._returning.timeout.connect(self._open_returned)
        self.ended.connect(self._returning.start)
        table.view_moved.connect(self._follow)
        table.columns.changed.connect(self._follow)

    @property
    def editing(self) -> bool:
        """Whether something is being typed into the table."""
        return self._editor is not None

    @property
    def editor(self) -> Editor | None:
        """The field over the cell; None when there is none."""
        return self._editor

    def begin(self) -> bool:
        """Open the current cell, or the one of what happened where the current one cannot be typed in."""
        index = self._table.currentIndex()
        column = Column(index.column()) if index.isValid() else Column.WHAT
        return self._open(index.row(), column if column in FIELDS else Column.WHAT)

    def give_back(self, after: Entry, since: Entry, sitting: object) -> None:
        """Open the cell again with what was typed into it, for it could not be written; after what is typed now.

        Where it is still being typed into, nothing is lost, and all of it is told anew.
        """
        if self.editing and sitting is self.sitting:
            if not self._owed:  # what was told later counts from what could not be written
                self._entry, self._owed = since, True
            return
        self._returned.append((after, since))
        self._open_returned()

    def _open_returned(self) -> None:
        if self.editing or not self._returned:
            return
        after, since = self._returned.pop(0)
        changed = (
            (column, text_of(after, name))
            for column, name in FIELDS.items()
            if text_of(after, name) != text_of(since, name)
        )
        column, typed = next(changed, (Column.WHAT, ""))
        if column is Column.DATE and after.time != since.time:
            typed = f"{typed} {after.time}".strip()  # an hour typed after the date
        if self._open(self._model.row_of(since.id), column) and self._editor is not None:
            self._editor.setText(typed)
        elif typed:
            self.unwritten.emit(typed)
            self._returning.start()

    def _open(self, row: int, column: Column) -> bool:
        entry = self._model.entry(row)
        if entry is None or self._table.isColumnHidden(column) or self._model.dress(entry) != entry:
            return False  # what is covered or veiled is not for typing into
        self._close()
        self._table.selectionModel().setCurrentIndex(
            self._model.index(row, column),
            self._table.selectionModel().SelectionFlag.ClearAndSelect | self._table.selectionModel().SelectionFlag.Rows,
        )
        self._table.scrollTo(self._model.index(row, column))
        self._entry = self._began = entry
        self._column, self._owed, self.sitting = column, False, object()
        self._before = text_of(entry, self._name)
        editor: Editor = GrowingText(2, _MOST_LINES) if self._name in _LONG else QLineEdit()
        editor.setParent(self._table.viewport())
        editor.setText(self._before)
        editor.setAccessibleName(self._model.cells.headings()[column])
        editor.setProperty(UNSAVED, False)
        editor.textChanged.connect(self._typed)
        editor.installEventFilter(self)
        self._editor = editor
        self._place(editor)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, QLineEdit):
            editor.selectAll()
        else:
            editor.moveCursor(QTextCursor.MoveOperation.End)  # a sentence is gone on with: typing must not replace it
        draft = self.drafts.of(entry.id, self._name)
        if draft:
            editor.setText(draft)
        return True

    @property
    def _name(self) -> str:
        return FIELDS[self._column]

    def _place(self, editor: Editor) -> None:
        """Over its cell, no narrower than can be typed in, and within what is seen of the table."""
        assert self._entry is not None
        cell = self._table.visualRect(self._model.index(self._model.row_of(self._entry.id), self._column))
        room = self._table.viewport().rect()
        width = min(max(cell.width(), self._table.columns.scaled(_LEAST_WIDTH)), room.width())
        editor.setFixedWidth(width)
        height = editor.height() if isinstance(editor, GrowingText) else editor.sizeHint().height()
        left = min(max(cell.left(), 0), room.width() - width)
        top = min(max(cell.top() + 2, 0), max(room.height() - height, 0))
        editor.setGeometry(QRect(left, top, width, height))

    def _follow(self) -> None:
        if self._editor is not None and self._entry is not None and self._model.row_of(self._entry.id) >= 0:
            self._place(self._editor)

    def _typed(self) -> None:
        editor, entry = self._editor, self._entry
        if editor is None or entry is None:
            return
        after = self._after(editor)
        editor.setProperty(UNSAVED, after != entry)
        self._pauses.typed()
        self._follow()
        if self._name in _READ:
            self._tell_reading(editor, after)

    def _keep_so_far(self) -> None:
        """Nothing that is typed waits long to be on disk; the cell, its cursor and its own undo stay as they are."""
        editor, entry = self._editor, self._entry
        if editor is None or entry is None:
            return
        if self._name in _READ:
            self.drafts.keep(entry.id, self._name, editor.text().strip() if self._has_changed(editor) else "")
            return
        self._tell(self._after(editor))
        editor.setProperty(UNSAVED, False)

    def _tell(self, after: Entry | None) -> None:
        before = self._entry
        if after is not None and before is not None and after != before:
            self._entry, self._owed = after, False
            self.committed.emit(after, before)

    def _tell_reading(self, editor: Editor, after: Entry | None) -> None:
        wrong = after is None
        if bool(editor.property("wrong")) != wrong:
            editor.setProperty("wrong", wrong)
            restyle(editor)
        words = self._words_about(after)
        editor.setAccessibleDescription(words)
        QToolTip.showText(
            editor.mapToGlobal(editor.rect().bottomLeft()), tip(words) if len(words) > _ON_ONE_LINE else words, editor
        )

    def _words_about(self, after: Entry | None) -> str:
        if after is None and self._column is Column.TIME:
            return self.tr("Not understood as a time. Try 21:30 or 9.30pm.")
        if after is None:
            return self.tr("Not understood as a date. Try 5 April 2016, early June 2014, w/c 3/4/17 or 2016.")
        if self._column is Column.DATE:
            return self.tr("Read as {date}").format(date=in_british_words(after.when))
        return ""

    # Leaving it.

    def leave(self) -> None:
        """Leave the cell as it was before it was opened, though a pause has been written meanwhile."""
        if self._editor is not None:
            self._tell(self._began)
            self._close()
            self._table.setFocus()
            self.ended.emit()

    def keep(self) -> bool:
        """Keep what was typed and leave the cell. Returns whether it was understood; what is not stays open."""
        editor, entry = self._editor, self._entry
        if editor is None or entry is None:
            return True
        after = self._after(editor)
        if after is None:
            self._tell_reading(editor, None)
            return False
        self._tell(after)
        self._close()
        self._table.setFocus()
        self.ended.emit()
        return True

    def _has_changed(self, editor: Editor) -> bool:
        return editor.text() != self._before

    def _after(self, editor: Editor) -> Entry | None:
        """The entry with what stands in the cell; None where nobody can tell what that means."""
        if self._began is None or not self._has_changed(editor):
            return self._began
        return with_typed(self._began, self._name, editor.text().strip())

    def _is_wrong(self) -> bool:
        """Whether nobody can tell what has been typed so far; it stays open while the chair looks at another window."""
        return self._editor is not None and self._after(self._editor) is None

    def _go_on(self, by: int) -> None:
        entry, column = self._entry, self._column
        if entry is None or not self.keep():
            return
        order = [each for each in self._table.columns.visible() if each in FIELDS]
        place = order.index(column) + by if column in order else 0
        row = self._model.row_of(entry.id)
        while not 0 <= place < len(order) or self._model.entry(row) is None:
            row, place = row + by, 0 if by > 0 else len(order) - 1
            if not 0 <= row < self._model.rowCount():
                return
        self._open(row, order[place])

    def _close(self, unread: str = "") -> None:
        """Take the field away. What it held is told, or is what is kept of a date that nobody can tell."""
        editor, began = self._editor, self._began
        self._editor = self._entry = self._began = None
        self._pauses.stop()
        if editor is not None and began is not None:
            self.drafts.keep(began.id, self._name, unread)
            QToolTip.hideText()
            editor.removeEventFilter(self)
            editor.hide()
            editor.deleteLater()

    def put_away(self) -> None:
        """Leave the cell as when the chair goes elsewhere, for its words are not to be seen any more."""
        if self._editor is not None:
            self._left_for_elsewhere()
            self._table.setFocus()

    @property
    def hides(self) -> bool:
        """Whether the cell that is being typed into would not be opened now."""
        return self._entry is not None and self._model.dress(self._entry) != self._entry

    def _left_for_elsewhere(self) -> None:
        """Clicked away: keep what is understood, and say what is not."""
        editor, entry = self._editor, self._entry
        if editor is None or entry is None:
            return
        after = self._after(editor)
        if after is None:
            typed = editor.text().strip()
            self._close(typed)
            self.dropped.emit(entry.id, self._name, typed)
        else:
            self._tell(after)
            self._close()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Return, Escape and Tab leave the cell; so does going elsewhere."""
        if watched is not self._editor:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # What moves entries about on the page is a key of the editor's here.
            if event.key() == Qt.Key.Key_F2:
                event.accept()
                return True
        elif (
            isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _ELSEWHERE
        ) and not (event.reason() == Qt.FocusReason.ActiveWindowFocusReason and self._is_wrong()):
            self._left_for_elsewhere()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in RETURNS and not (shift and self._name in _LONG):
            self.keep()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go_on(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_F2:
            pass
        else:
            return False
        return True
