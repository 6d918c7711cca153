"""Saves a picture: asks for whom and in which format, draws it off the window's thread, and says where it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import EDITIONS, PANEL, Edition, Naming
from dhr_desktop.report.drafts import save
from dhr_desktop.report.picture_formats import FORMATS
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import button_box, choose_save_path, with_ending
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import label

_WIDTH = 420


class SavePictureDialog(QDialog):
    """For whom, and in which format. `lines` is the room for what is said of the edition that is chosen."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edition, self.format = ChoiceBox(), ChoiceBox()
        for key, edition in EDITIONS.items():
            self.edition.addItem(edition.name, key)
        self.edition.setCurrentIndex(self.edition.findData(PANEL.key))
        self.format.addItem(self.tr("PNG, for Word and e-mail"), "png")
        self.format.addItem(self.tr("SVG, sharp at any size"), "svg")
        self.about = label("", "hint", wrap=True)
        self.about.setMinimumWidth(_WIDTH)
        self.about.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
        self.rows = form = QFormLayout()
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(SMALL)
        for field, name in ((self.edition, self.tr("Edition")), (self.format, self.tr("Format"))):
            field.setAccessibleName(name)
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addLayout(form)
        column.addWidget(self.about)
        column.addWidget(button_box(self, self.tr("Save the picture…")))
        self.edition.currentIndexChanged.connect(self._tell)
        self._tell()

    def covered_words(self) -> str:
        """What is to be said of an edition without real names."""
        raise NotImplementedError

    @property
    def chosen(self) -> tuple[Edition, str]:
        """The edition and the format."""
        return EDITIONS[self.edition.currentData()], str(self.format.currentData())

    def _tell(self) -> None:
        real = self.tr("This edition holds real names. Keep it where you keep the records themselves.")
        self.about.setText(real if self.chosen[0].naming is Naming.REAL else self.covered_words())


def save_picture(
    context: ReviewContext,
    parent: QWidget,
    name: str,
    form: str,
    make: Callable[[Progress], CheckedFile],
    naming: Naming,
) -> None:
    """Ask where to, then make and save it, and say which names it has. `name` is what is suggested."""
    tr = parent.tr
    kinds = tr("{format} (*.{ending})").format(format=FORMATS[form], ending=form)
    path = choose_save_path(parent, tr("Where to save it"), Path.home() / name, kinds)
    if path is None:
        return

    def saved(place: Path) -> None:
        names = tr("It holds real names") if naming is Naming.REAL else tr("Its names are pseudonyms")
        words = tr("The picture is saved as “{name}”. {names}, and it is not encrypted.")
        context.messages.show_done(words.format(name=place.name, names=names))

    context.jobs.read(partial(_save, make, with_ending(path, form)), tr("Saving the picture"), saved, owner=parent)


def _save(make: Callable[[Progress], CheckedFile], path: Path, progress: Progress) -> Path:
    return save(make(progress), path)
