"""The look at what was handed over, before anything is imported: the files on the left, one of them on the right."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from dhr_desktop.importing.problems import ChangedSince
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import PageHeader, button, label, separator
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.importing.batch import Batch, FileItem
from dhr_desktop.ui.importing.file_view import FileView
from dhr_desktop.ui.importing.handing_over import recall


class BatchView(QWidget):
    """Shows a `Batch`; `wanted` asks to import it, `left` to put a file of it away, `all_left` to put away all."""

    wanted = Signal()
    left = Signal(object)
    all_left = Signal()
    changed = Signal()
    """Another file is shown, or something about one was decided."""
    opened = Signal(object, str)
    """A password was typed for a `FileItem`."""
    compare = Signal(object)
    read_afresh = Signal(object)
    read_again = Signal(object)

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._agencies: list[str] = []
        self.batch = Batch()
        self._held = False
        self.header = PageHeader(
            self.tr("Before they are imported"),
            self.tr("Check each file's agency and columns. Nothing is in the review until you import it."),
        )
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Files that were handed over"))
        self.files.setMinimumWidth(200)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.file = FileView(context)
        self.cancel_all = button(self.tr("Put all a&way…"), "", self.all_left.emit)
        self.cancel = button(self.tr("&Put away"), "", lambda: self._pass_on(self.left))
        self.cancel.setToolTip(self.tr("Take this file off the list, without importing it"))
        self.onward = button(self.tr("Ne&xt"), "", self.go_on)
        self.accept = button("", "primary", self.wanted.emit)
        self.told = label("", "hint")
        self._build()
        self.files.currentRowChanged.connect(self._show_file)
        self.file.changed.connect(self._tell)
        self.file.changed.connect(self.changed)
        self.file.named.connect(self._recall)
        self.file.opened.connect(lambda password: self._pass_on(self.opened, password))
        self.file.compare.connect(lambda: self._pass_on(self.compare))
        self.file.read_afresh.connect(lambda: self._pass_on(self.read_afresh))
        self.file.read_again.connect(lambda: self._pass_on(self.read_again))
        context.theme.changed.connect(self._tell)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(separator())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        outer.addWidget(splitter, 1)
        splitter.addWidget(self.files)
        splitter.addWidget(self.file)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([200, 980])
        foot = QHBoxLayout()
        foot.setContentsMargins(WIDE, MEDIUM, WIDE, LARGE)
        foot.setSpacing(SMALL)
        foot.addWidget(self.told, 1)
        for each in (self.cancel_all, self.cancel, self.onward, self.accept):
            foot.addWidget(each)
        outer.addWidget(separator())
        outer.addLayout(foot)

    def show_batch(self, batch: Batch, agencies: list[str], row: int = 0) -> None:
        """Show files that have been read, beginning with one; `agencies` are those of the review already."""
        self.batch, self._agencies = batch, agencies
        batch.tell_copies()
        self.files.clear()
        for item in batch.items:
            self.files.addItem(QListWidgetItem(item.name))
        self._tell()
        self.files.setCurrentRow(row)
        page = self.parentWidget()
        if page is None or page.isVisible():  # files that waited are taken up behind whatever page the chair is on
            self.files.setFocus()

    @property
    def current(self) -> FileItem | None:
        """The file that is shown."""
        row = self.files.currentRow()
        return self.batch.items[row] if 0 <= row < len(self.batch.items) else None

    def put_item(self, old: FileItem, new: FileItem) -> None:
        """Put a file that was read anew in the place of the old one, and show it."""
        if old in self.batch.items:
            row = self.batch.items.index(old)
            self.batch.items[row] = new
            self.batch.tell_copies()
            self._tell()
            within = self.file.has_keyboard
            if row == self.files.currentRow():
                self._show_file(row)
            else:
                self.files.setCurrentRow(row)
            if within:
                self.file.take_keyboard()  # the field of the password is gone, and what follows it puts the file away

    def tell_again(self) -> None:
        """Say of every file what it is now, for the review has changed."""
        self.batch.tell_copies()
        self._tell()
        self._show_file(self.files.currentRow())

    def put_items(self, old: FileItem, found: Batch) -> None:
        """Put the files of a .zip that has been opened in its place."""
        if old in self.batch.items:
            row = self.batch.items.index(old)
            self.batch.items[row : row + 1] = found.items
            self.show_batch(self.batch, self._agencies, row)

    def take_out(self, item: FileItem) -> int:
        """Take a file off the list; returns where it stood."""
        if item not in self.batch.items:
            return 0
        row = self.batch.items.index(item)
        del self.batch.items[row]
        self.batch.tell_copies()
        self.files.takeItem(row)
        self._tell()
        self._show_file(self.files.currentRow())
        self.files.setFocus()
        return row

    def hold(self, held: bool) -> None:
        """While files are imported none is imported again or put away; the keyboard stays where it can do no harm."""
        where = self.accept if self.accept.hasFocus() else None
        if held and where:
            self.files.setFocus()
        self._held = held
        self._tell()
        if not held and self.files.hasFocus():
            self.accept.setFocus()

    def go_on(self) -> None:
        """To the file's next step; after its last one to the next file, and after the last file to importing."""
        if self.file.next_step():
            return
        row = self.files.currentRow() + 1
        if row < self.files.count():
            self.files.setCurrentRow(row)
        else:
            self.accept.setFocus()

    def _recall(self) -> None:
        item = self.current
        if item and recall(self._context.library, item):
            self.file.show_anew(item, self._agencies)
            self._tell()

    def _pass_on(self, signal: SignalInstance, *further: object) -> None:
        if self.current:
            signal.emit(self.current, *further)

    def forget(self) -> None:
        """Let go of the files, with all that they hold."""
        self.files.clear()
        self.batch = Batch()

    def _show_file(self, row: int) -> None:
        if 0 <= row < len(self.batch.items):
            self.file.show_item(self.batch.items[row], self._agencies)
        self.changed.emit()

    def _tell(self) -> None:
        for row, item in enumerate(self.batch.items):
            self._describe(self.files.item(row), item)
        ready = self.batch.importable
        self.accept.setEnabled(bool(ready) and not self._held)
        self.cancel.setEnabled(not self._held)
        self.cancel_all.setEnabled(not self._held)
        self.cancel_all.setVisible(len(self.batch.items) > 1)
        self.accept.setText(self.tr("&Import {count}").format(count=_files(len(ready), self)))
        unread = len(self.batch.items) - len(ready)
        self.told.setText(
            self.tr("{count} not ready, and left here.").format(count=_files(unread, self)) if unread else ""
        )

    def _describe(self, shown: QListWidgetItem, item: FileItem) -> None:
        state, icon, role = self._refused(item) or self._state(item)
        shown.setText(f"{item.name}\n{state}")
        shown.setToolTip(f"{item.name}\n{state}")
        shown.setIcon(self._context.theme.icon(icon, role))

    def _refused(self, item: FileItem) -> tuple[str, str, str] | None:
        """Why a file cannot come in at all, with an icon and its colour."""
        if item.needs_password:
            return self.tr("needs its password"), "lock", "doubt"
        if isinstance(item.error, ChangedSince):
            return self.tr("has changed since"), "warning", "refused"
        if item.error:
            return self.tr("cannot be read"), "warning", "refused"
        if item.already:
            return self.tr("imported already"), "info", "muted"
        if item.same_as:
            return self.tr("the same as “{file}”").format(file=item.same_as), "info", "muted"
        return None

    def _state(self, item: FileItem) -> tuple[str, str, str]:
        """What a file waits for, or that it is ready, with an icon and its colour."""
        if item.is_revision and item.follows:
            return self.tr("a later version?"), "doubt", "doubt"
        if item.is_revision:
            return self.tr("a revised version?"), "doubt", "doubt"
        if item.questions:
            return self.tr("an answer is needed"), "doubt", "doubt"
        if not item.reading or not item.reading.counts.imported:
            return self.tr("no entries were found"), "warning", "refused"
        if not item.agency.strip():
            return self.tr("whose is it?"), "doubt", "doubt"
        if item.doubtful:
            words = counted(item.doubtful, self.tr("{n} needs a look"), self.tr("{n} need a look"))
            return words, "doubt", "doubt"
        return self.tr("read without doubts"), "check", "done"


def _files(number: int, widget: QWidget) -> str:
    return widget.tr("1 file") if number == 1 else widget.tr("{number} files").format(number=number)
