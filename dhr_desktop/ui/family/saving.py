"""What is said while a letter or a record of readings is saved."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from dhr_desktop.ui.common.document_saving import SavingWords

_KINDS = {"docx": "Word (*.docx)", "pdf": "PDF (*.pdf)"}


def saving_words() -> SavingWords:
    """In the chair's language."""
    tr = partial(QCoreApplication.translate, "Family")
    return SavingWords(
        tr("Making the document"),
        tr("Save the document"),
        tr("Saving the document"),
        tr("“{name}” was saved."),
        _KINDS,
    )
