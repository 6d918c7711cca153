"""The Report page: make a draft, seal a copy of it for someone, and write the chair's own text."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import Edition
from dhr_desktop.report.drafts import DRAFTS, FORMATS, draft, save
from dhr_desktop.report.file_names import file_name
from dhr_desktop.report.leak_check import Finding, LeakFound
from dhr_desktop.sharing.seal import Sealed, seal_for
from dhr_desktop.store import facts, sealed
from dhr_desktop.store.journal import Change
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import choose_save_path, with_ending
from dhr_desktop.ui.common.kept_words import kept_until_written
from dhr_desktop.ui.common.theme import LARGE, WIDE
from dhr_desktop.ui.common.widgets import Card, PageHeader, dress_table, label, scrolled, separator
from dhr_desktop.ui.report.choice import DraftChoice
from dhr_desktop.ui.report.passages import PassagesEditor
from dhr_desktop.ui.report.passphrase_dialog import PassphraseDialog, RecipientDialog
from dhr_desktop.ui.report.sealed_model import SealedModel

T = TypeVar("T")
_LEFT_WIDTH = 400
_NAMES_TOLD = 6
_SEALED = "sealed/new"
"""Where the words of for whom a copy is are kept among the drafts."""


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
        self.choice.document_chosen.connect(self.passages.turn_to_document)
        context.notices.changed.connect(self._on_change)
        Actions.on_page(self, "report.draft", self.make_draft)
        self.refresh()

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(WIDE, LARGE, LARGE, WIDE)
        column.setSpacing(LARGE)
        column.addWidget(self.choice)
        column.addWidget(self._register())
        column.addStretch(1)
        area = scrolled(left)
        area.setMinimumWidth(_LEFT_WIDTH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # for large text on a small screen
        right = QVBoxLayout()
        right.setContentsMargins(0, LARGE, WIDE, WIDE)
        right.addWidget(self.passages)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(area, 2)
        both.addLayout(right, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(
            PageHeader(self.tr("Report"), self.tr("Drafts are made from what the review holds at this moment."))
        )
        outer.addWidget(separator())
        outer.addLayout(both, 1)

    def _register(self) -> Card:
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Sealed copies"))
        self.table.setMinimumHeight(140)
        header = self.table.horizontalHeader()
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

    def take_keyboard(self) -> None:
        """Have the keyboard where a section is chosen to be written."""
        self.passages.list.setFocus(Qt.FocusReason.OtherFocusReason)

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
            work = partial(_draft_to, self._review, (document, edition, form), path)
            self._follow(self.tr("Making the draft"), work, self._made)

    def _follow(self, doing: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Build in the reading thread, after what was typed is saved, so that no edit has to wait for a draft."""
        self._context.messages.clear()
        self.choice.show_found("")
        self.choice.busy(making=True)

        def begin(_nothing: None) -> None:
            job = self._context.jobs.read(work, doing, done, self._refused, owner=self)
            job.finished.connect(self._end)

        self._context.jobs.run(_nothing_more, doing, begin, owner=self)

    def _end(self) -> None:
        self.choice.busy(making=False)

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, LeakFound):
            self.choice.show_found(_names_left(problem.findings, self))
        if isinstance(problem, UserError):
            self._context.messages.show_error(problem)

    def _ask_path(self, document: str, edition: Edition, form: str, suffix: str) -> Path | None:
        name = file_name(facts.get(self._review).reference, DRAFTS[document] + suffix, edition, form)
        kinds = self.tr("{format} (*.{ending})").format(format=FORMATS[form], ending=form)
        path = choose_save_path(self, self.tr("Where to save it"), self._folder / name, kinds)
        if path is None:
            return None
        self._folder = path.parent
        return with_ending(path, form)

    def _made(self, path: Path) -> None:
        self._context.messages.show_done(
            self.tr("The draft is saved as “{name}”. It is not encrypted.").format(name=path.name),
            self.tr("Open it"),
            partial(_open, path),
        )

    # A sealed copy.

    def ask_recipient(self) -> None:
        """Ask for whom, then where to."""
        dialog = RecipientDialog(self)
        kept_until_written(dialog, self._context.drafts, _SEALED)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.seal_copy(dialog.recipient.text())

    def seal_copy(self, recipient: str) -> None:
        """Make the draft and seal it for `recipient`."""
        self.passages.commit()
        document, edition, form = self.choice.chosen
        path = self._ask_path(document, edition, form, " (sealed)")
        if path:
            work = partial(draft, self._review, document, edition, form)
            self._follow(self.tr("Making the copy"), work, partial(self._seal, recipient, path))

    def _seal(self, recipient: str, path: Path, checked: CheckedFile) -> None:
        work = partial(_seal_to, self._review, checked, recipient, path)
        write = self._context.drafts.taken_in_by(_SEALED, work)
        self._context.jobs.run(write, self.tr("Sealing the copy"), self._sealed, owner=self)

    def _sealed(self, copy: Sealed) -> None:
        self._context.messages.show_done(self.tr("The sealed copy is saved as “{name}”.").format(name=copy.path.name))
        self.passphrase = PassphraseDialog(copy, self)
        self.passphrase.finished.connect(self._forget)
        QTimer.singleShot(0, self.passphrase, self.passphrase.open)

    def _forget(self) -> None:
        self.passphrase = None


def _nothing_more(progress: Progress) -> None:
    """Ends when everything given to the writing thread before it has."""
    del progress


def _draft_to(review: Review, order: tuple[str, Edition, str], path: Path, progress: Progress) -> Path:
    return save(draft(review, *order, progress), path)


def _seal_to(review: Review, checked: CheckedFile, recipient: str, path: Path, progress: Progress) -> Sealed:
    return seal_for(review, checked, recipient, path, progress)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _names_left(findings: Sequence[Finding], widget: QWidget) -> str:
    told = [f"“{finding.surface}” ({finding.times})" for finding in findings[:_NAMES_TOLD]]
    if len(findings) > _NAMES_TOLD:
        told.append(widget.tr("and {number} more").format(number=len(findings) - _NAMES_TOLD))
    return widget.tr("Names left in it, and how often: {names}.").format(names=", ".join(told))
