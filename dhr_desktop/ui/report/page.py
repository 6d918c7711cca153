"""The Report page: make a draft, seal a copy of it for someone, and write the chair's own text."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableView, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import Edition
from dhr_desktop.report.drafts import DRAFTS, FORMATS, draft, file_name, save
from dhr_desktop.sharing.seal import Sealed, seal_for
from dhr_desktop.store import facts, sealed
from dhr_desktop.store.journal import Change
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import choose_save_path
from dhr_desktop.ui.common.theme import LARGE, WIDE
from dhr_desktop.ui.common.widgets import Card, PageHeader, label, scrolled, separator
from dhr_desktop.ui.report.choice import DraftChoice
from dhr_desktop.ui.report.passages import PassagesEditor
from dhr_desktop.ui.report.passphrase_dialog import PassphraseDialog, RecipientDialog
from dhr_desktop.ui.report.sealed_model import SealedModel


class ReportPage(QWidget):
    """Where drafts are made. A file leaves the store only here, and only because the chair asked."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review: Review = context.review
        self._folder = Path.home()
        self.choice = DraftChoice(context)
        self.passages = PassagesEditor(context)
        self.model = SealedModel(self)
        self.table = QTableView()
        self.passphrase: PassphraseDialog | None = None
        self._build()
        self.choice.draft_wanted.connect(self.make_draft)
        self.choice.seal_wanted.connect(self.ask_recipient)
        context.notices.changed.connect(self._on_change)
        Actions.on_page(self, "report.draft", self.make_draft)
        self.refresh()

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, LARGE, WIDE, WIDE)
        column.setSpacing(LARGE)
        for widget in (self.choice, self.passages, self._register()):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(
            PageHeader(self.tr("Report"), self.tr("Drafts are made from what the review holds at this moment."))
        )
        outer.addWidget(separator())
        outer.addWidget(scrolled(inner), 1)

    def _register(self) -> Card:
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Sealed copies"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setMinimumHeight(140)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.none_sealed = label(
            self.tr("No copy has been sealed yet. Each one is listed here: for whom, when, and what exactly."),
            "hint",
            wrap=True,
        )
        card = Card()
        card.column.addWidget(label(self.tr("Sealed copies"), "heading"))
        card.column.addWidget(self.none_sealed)
        card.column.addWidget(self.table)
        return card

    def refresh(self) -> None:
        """Read again what this page shows."""
        self.model.show(sealed.listing(self._review))
        self.none_sealed.setVisible(not self.model.rowCount())
        self.table.setVisible(bool(self.model.rowCount()))
        self.passages.refresh()

    def _on_change(self, change: Change) -> None:
        if change.tables & {"sealed_copy", "passage"}:
            self.refresh()

    # A draft.

    def make_draft(self) -> None:
        """Ctrl+P: ask where to, make the draft, check it and save it."""
        self.passages.commit()
        document, edition, form = self.choice.chosen
        path = self._ask_path(document, edition, form, "")
        if path:
            work = partial(_draft_to, self._review, document, edition, form, path)
            self._context.jobs.run(work, self.tr("Making the draft"), self._made, owner=self)

    def _ask_path(self, document: str, edition: Edition, form: str, suffix: str) -> Path | None:
        name = file_name(facts.get(self._review).reference, DRAFTS[document] + suffix, edition, form)
        kinds = self.tr("{format} (*.{ending})").format(format=FORMATS[form], ending=form)
        path = choose_save_path(self, self.tr("Where to save it"), self._folder / name, kinds)
        if path is None:
            return None
        self._folder = path.parent
        return path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")

    def _made(self, path: Path) -> None:
        self._context.messages.show_done(
            self.tr("The draft is saved as “{name}”. It is not encrypted.").format(name=path.name)
        )

    # A sealed copy.

    def ask_recipient(self) -> None:
        """Ask for whom, then where to."""
        dialog = RecipientDialog(self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.seal_copy(dialog.recipient.text())

    def seal_copy(self, recipient: str) -> None:
        """Make the draft and seal it for `recipient`."""
        self.passages.commit()
        document, edition, form = self.choice.chosen
        path = self._ask_path(document, edition, form, " (sealed)")
        if path:
            work = partial(_seal_to, self._review, (document, edition, form), recipient, path)
            self._context.jobs.run(work, self.tr("Sealing a copy"), self._sealed, owner=self)

    def _sealed(self, copy: Sealed) -> None:
        self._context.messages.show_done(self.tr("The sealed copy is saved as “{name}”.").format(name=copy.path.name))
        self.passphrase = PassphraseDialog(copy, self)
        self.passphrase.finished.connect(self._forget)
        QTimer.singleShot(0, self.passphrase, self.passphrase.open)

    def _forget(self) -> None:
        self.passphrase = None


def _draft_to(review: Review, document: str, edition: Edition, form: str, path: Path, progress: Progress) -> Path:
    return save(draft(review, document, edition, form, progress), path)


def _seal_to(
    review: Review, chosen: tuple[str, Edition, str], recipient: str, path: Path, progress: Progress
) -> Sealed:
    checked: CheckedFile = draft(review, *chosen, progress)
    return seal_for(review, checked, recipient, path, progress)
