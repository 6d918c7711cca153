"""Saves the picture of the timeline."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.report.picture_file import PictureOrder, name_of, picture_file
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.kept_words import kept_in_dialog
from dhr_desktop.ui.common.picture_saving import SavePictureDialog, save_picture


class SaveDialog(SavePictureDialog):
    """For whom, in which format, and how much of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        self.setWindowTitle(self.tr("Save the picture"))
        self.shown_only = QCheckBox(self.tr("Only the days shown now"))
        self.rows.addRow("", self.shown_only)

    def covered_words(self) -> str:
        """Agencies stand in it by name."""
        return self.tr(
            "This edition covers every name in the register of people, also in key dates and themes. An agency"
            " stands under its name for the report where it has one, else under its own. Look at it before you share"
            " it."
        )


class PictureSaver:
    """Goes from the question to the file."""

    def __init__(self, context: ReviewContext, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def ask(self, by: LaneBy, view: tuple[float, float]) -> None:
        """Ask how, then save."""
        dialog = SaveDialog(self._parent)
        kept_in_dialog(dialog, self._context.drafts, "picture/save")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.save(PictureOrder(*dialog.chosen, by, view if dialog.shown_only.isChecked() else None))

    def save(self, order: PictureOrder) -> None:
        """Ask where to, draw and save."""
        review = self._context.review
        make = partial(picture_file, review, order)
        save_picture(self._context, self._parent, name_of(review, order), order.format, make, order.edition.naming)
