"""Saves the picture: asks for whom and in which format, draws it off the window's thread, and says where it is."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.editions import EDITIONS, PANEL, Naming
from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.report.drafts import save
from dhr_desktop.report.picture_file import FORMATS, PictureOrder, name_of, picture_file
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import button_box, choose_save_path
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import label

_WIDTH = 420


class SaveDialog(QDialog):
    """For whom, in which format, and how much of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the picture"))
        self.edition, self.format = ChoiceBox(), ChoiceBox()
        for key, edition in EDITIONS.items():
            self.edition.addItem(edition.name, key)
        self.edition.setCurrentIndex(self.edition.findData(PANEL.key))
        self.format.addItem(self.tr("PNG, for Word and e-mail"), "png")
        self.format.addItem(self.tr("SVG, sharp at any size"), "svg")
        self.shown_only = QCheckBox(self.tr("Only the days shown now"))
        self.about = label("", "hint", wrap=True)
        self.about.setMinimumWidth(_WIDTH)
        self.about.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        for field, name in ((self.edition, self.tr("Edition")), (self.format, self.tr("Format"))):
            field.setAccessibleName(name)
        form = QFormLayout()
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(SMALL)
        form.addRow(self.tr("Edition"), self.edition)
        form.addRow(self.tr("Format"), self.format)
        form.addRow("", self.shown_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addLayout(form)
        column.addWidget(self.about)
        column.addWidget(button_box(self, self.tr("Save the picture…")))
        self.edition.currentIndexChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        if EDITIONS[self.edition.currentData()].naming is Naming.REAL:
            words = self.tr("This edition holds real names. Keep it where you keep the records themselves.")
        else:
            words = self.tr(
                "This edition covers every name in the register of people, also in key dates and themes. Agencies are"
                " named. Look at it before you share it."
            )
        self.about.setText(words)


class PictureSaver:
    """Goes from the question to the file."""

    def __init__(self, context: ReviewContext, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def ask(self, by: LaneBy, view: tuple[float, float]) -> None:
        """Ask how, then save."""
        dialog = SaveDialog(self._parent)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            edition, form = EDITIONS[dialog.edition.currentData()], str(dialog.format.currentData())
            shown = view if dialog.shown_only.isChecked() else None
            self.save(PictureOrder(edition, form, by, shown))

    def save(self, order: PictureOrder) -> None:
        """Ask where to, draw and save."""
        tr, form = self._parent.tr, order.format
        name = name_of(self._context.review, order)
        kinds = tr("{format} (*.{ending})").format(format=FORMATS[form], ending=form)
        path = choose_save_path(self._parent, tr("Where to save it"), Path.home() / name, kinds)
        if path is None:
            return
        target = path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")
        work = partial(_save_to, self._context.review, order, target)
        self._context.jobs.read(work, tr("Saving the picture"), self._saved, owner=self._parent)

    def _saved(self, path: Path) -> None:
        words = self._parent.tr("The picture is saved as “{name}”. It is not encrypted.")
        self._context.messages.show_done(words.format(name=path.name))


def _save_to(review: Review, order: PictureOrder, path: Path, progress: Progress) -> Path:
    return save(picture_file(review, order, progress), path)
