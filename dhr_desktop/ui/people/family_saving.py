"""Saves the family picture."""

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from dhr_desktop.report.genogram import FamilyOrder, family_file, name_of
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.kept_words import kept_in_dialog
from dhr_desktop.ui.common.picture_saving import SavePictureDialog, save_picture


class SaveFamilyDialog(SavePictureDialog):
    """For whom, and in which format."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(3, parent)
        self.setWindowTitle(self.tr("Save the family picture"))

    def covered_words(self) -> str:
        """Ages stand in it without the years that would tell them."""
        return self.tr(
            "This edition names everyone by pseudonym or relationship, and gives ages but no years of birth."
            " Look at it before you share it."
        )


class FamilySaver:
    """Goes from the question to the file."""

    def __init__(self, context: ReviewContext, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def ask(self) -> None:
        """Ask how, then save."""
        dialog = SaveFamilyDialog(self._parent)
        kept_in_dialog(dialog, self._context.drafts, "family/save")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.save(FamilyOrder(*dialog.chosen))

    def save(self, order: FamilyOrder) -> None:
        """Ask where to, draw and save."""
        review = self._context.review
        make = partial(family_file, review, order)
        save_picture(self._context, self._parent, name_of(review, order), order.format, make, order.edition.naming)
