"""Saves the family picture: asks for whom and in which format, and says where it is."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.editions import EDITIONS, PANEL, Naming
from dhr_desktop.report.drafts import save
from dhr_desktop.report.genogram import FamilyOrder, family_file, name_of
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import button_box, choose_save_path
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import label

_WIDTH = 420
_FORMATS = {"png": "PNG", "svg": "SVG"}


class SaveFamilyDialog(QDialog):
    """For whom, and in which format."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the family picture"))
        self.edition, self.format = ChoiceBox(), ChoiceBox()
        for key, edition in EDITIONS.items():
            self.edition.addItem(edition.name, key)
        self.edition.setCurrentIndex(self.edition.findData(PANEL.key))
        self.format.addItem(self.tr("PNG, for Word and e-mail"), "png")
        self.format.addItem(self.tr("SVG, sharp at any size"), "svg")
        self.about = label("", "hint", wrap=True)
        self.about.setMinimumWidth(_WIDTH)
        self.about.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        form = QFormLayout()
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

    def _tell(self) -> None:
        if EDITIONS[self.edition.currentData()].naming is Naming.REAL:
            words = self.tr("This edition holds real names. Keep it where you keep the records themselves.")
        else:
            words = self.tr(
                "This edition names everyone by pseudonym or relationship, and gives ages but no years of birth."
                " Look at it before you share it."
            )
        self.about.setText(words)


class FamilySaver:
    """Goes from the question to the file."""

    def __init__(self, context: ReviewContext, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def ask(self) -> None:
        """Ask how, then save."""
        dialog = SaveFamilyDialog(self._parent)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.save(FamilyOrder(EDITIONS[dialog.edition.currentData()], str(dialog.format.currentData())))

    def save(self, order: FamilyOrder) -> None:
        """Ask where to, draw and save."""
        tr, form = self._parent.tr, order.format
        name = name_of(self._context.review, order)
        kinds = tr("{format} (*.{ending})").format(format=_FORMATS[form], ending=form)
        path = choose_save_path(self._parent, tr("Where to save it"), Path.home() / name, kinds)
        if path is None:
            return
        target = path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")
        work = partial(_save_to, self._context.review, order, target)
        self._context.jobs.read(work, tr("Saving the picture"), self._saved, owner=self._parent)

    def _saved(self, path: Path) -> None:
        words = self._parent.tr("The picture is saved as “{name}”. It is not encrypted.")
        self._context.messages.show_done(words.format(name=path.name))


def _save_to(review: Review, order: FamilyOrder, path: Path, progress: Progress) -> Path:
    return save(family_file(review, order, progress), path)
