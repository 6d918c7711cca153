"""The way into the library. It knows nothing of what is inside, and shows nothing of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.store.keyslots import STANDARD, Cost
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.common.theme import LARGE, VAST, WIDE, Theme
from dhr_desktop.ui.common.widgets import centred, label, scrolled
from dhr_desktop.ui.unlock.forms import ChooseForm, EnterForm

_WIDTH = 440


class UnlockPage(QWidget):
    """One form in the middle. `opened` gives the open `Library`."""

    opened = Signal(object)

    def __init__(self, folder: Path, theme: Theme, jobs: JobRunner, cost: Cost = STANDARD) -> None:
        super().__init__()
        self._folder, self._jobs, self._cost = folder, jobs, cost
        self.is_new = not Library.exists(folder)
        self.form = ChooseForm(theme) if self.is_new else EnterForm(theme)
        self.working = label("", "hint")
        self.form.wanted.connect(self._try)
        self._build(theme)
        self.setFocusProxy(self.form)

    def _build(self, theme: Theme) -> None:
        picture = QLabel()
        icons.put_picture(theme, picture, "lock", "accent", 32)
        middle = QWidget()
        middle.setFixedWidth(theme.scaled(_WIDTH))
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(WIDE, VAST, WIDE, VAST)
        inside.setSpacing(LARGE)
        inside.addStretch(2)
        inside.addWidget(picture)
        inside.addWidget(self.form)
        inside.addWidget(self.working)
        inside.addStretch(3)
        holder = QWidget()
        centred(holder, middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(holder, self))

    def _try(self, passphrase: str) -> None:
        folder, cost, is_new = self._folder, self._cost, self.is_new

        def work(progress: Progress) -> Library:
            del progress
            return Library.create(folder, passphrase, cost) if is_new else Library.open(folder, passphrase, cost)

        self.form.setEnabled(False)
        self.working.setText(self.tr("Making the library…") if is_new else self.tr("Opening…"))
        self._jobs.run(work, self.working.text(), self._open, self._refuse, owner=self)

    def _open(self, library: Library) -> None:
        self.working.clear()
        self.opened.emit(library)

    def _refuse(self, error: Exception) -> None:
        self.form.setEnabled(True)
        self.working.clear()
        if isinstance(error, UserError):
            self.form.refuse(error)
