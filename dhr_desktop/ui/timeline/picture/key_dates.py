"""The key dates of a review in a small window of their own: added, changed and removed, each a step to be undone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.key_dates import OF_THE_FACTS, KeyDate, KeyKind
from dhr_desktop.store import key_dates
from dhr_desktop.store.journal import Change
from dhr_desktop.timeline.key_dates import remove_key_date, set_key_date
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.date_field import DateField
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import KeptWords, kept_in_dialog
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label

_WIDTH = 460
_DATE = Qt.ItemDataRole.UserRole
_PLACE = "keydate/new"
"""Where what is typed is kept among the drafts."""


class KeyDatesDialog(QDialog):
    """A list, and below it the one that is chosen, or a new one."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: KeptWords | None = None
        self._writing = False
        self.setWindowTitle(self.tr("Key dates"))
        self.setMinimumWidth(context.theme.scaled(_WIDTH))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Key dates"))
        self.day = DateField(self.tr("Date"))
        self.day.keep_room()
        self.words = QLineEdit()
        self.kind = ChoiceBox()
        self.save = button(self.tr("Add key date"), "primary", self._save)
        self.remove = button(self.tr("Remove"), "", self._remove)
        self.new = button(self.tr("New"), "", self._begin_new)
        self.close_it = button(self.tr("Close"), "", self.accept)
        self._build()
        self.list.currentItemChanged.connect(self._show_chosen)
        for changed in (self.words.textChanged, self.day.line.textChanged):
            changed.connect(self._allow)
        context.notices.changed.connect(self._on_change)
        self.refresh()

    def _build(self) -> None:
        self.words.setAccessibleName(self.tr("Words"))
        self.words.setPlaceholderText(self.tr("such as Separation, or First arrest"))
        self.words.setMaxLength(80)
        for kind, words in self._kinds().items():
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(self.tr("Kind"))
        form = QFormLayout()
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(SMALL)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Date"), self.day)
        form.addRow(self.tr("Words"), self.words)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for each in (self.new, self.remove):
            row.addWidget(each)
        row.addStretch(1)
        for each in (self.save, self.close_it):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        told = self.tr(
            "These days stand as lines in the picture, and guide the reader through it. The death and the period under"
            " review come from the overview page."
        )
        column.addWidget(label(told, "hint", wrap=True))
        self.none_yet = label(self.tr("No key dates yet. Write the first below."), "hint")
        QVBoxLayout(self.list).addWidget(self.none_yet, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.list, 1)
        column.addLayout(form)
        column.addLayout(row)
        self.save.setDefault(True)
        for each in (self.remove, self.new, self.close_it):
            each.setAutoDefault(False)

    def _kinds(self) -> dict[KeyKind, str]:
        words = {
            KeyKind.SEPARATION: self.tr("Separation"),
            KeyKind.PREGNANCY: self.tr("Pregnancy"),
            KeyKind.BIRTH: self.tr("Birth"),
            KeyKind.ARREST: self.tr("Arrest"),
            KeyKind.COURT: self.tr("Court"),
            KeyKind.MOVE: self.tr("Move of home"),
            KeyKind.OTHER: self.tr("Other"),
        }
        return {kind: words[kind] for kind in KeyKind if kind not in OF_THE_FACTS}

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with a new one, for that is what it is mostly opened for; not where it was only minimised."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self._begin_new()
        self._kept = kept_in_dialog(self, self._context.drafts, _PLACE)

    # What is there.

    def refresh(self) -> None:
        """Read the key dates anew, keeping the one that is chosen."""
        chosen = self._chosen()
        found = sorted(key_dates.listing(self._context.review), key=_in_time)
        self.list.blockSignals(True)
        self.list.clear()
        for each in found:
            self.list.addItem(self._item(each))
        self.none_yet.setHidden(bool(found))
        kept = next((row for row, each in enumerate(found) if chosen and each.id == chosen.id), -1)
        self.list.setCurrentRow(kept)
        self.list.blockSignals(False)
        if chosen is not None:
            self._show_chosen()
        self._allow()

    def _item(self, key_date: KeyDate) -> QListWidgetItem:
        item = QListWidgetItem(f"{in_british_words(key_date.when)} - {key_date.words}")
        item.setData(_DATE, key_date)
        return item

    def _chosen(self) -> KeyDate | None:
        item = self.list.currentItem()
        found = item.data(_DATE) if item is not None else None
        return found if isinstance(found, KeyDate) else None

    def _show_chosen(self) -> None:
        chosen = self._chosen() or KeyDate(0, "", "", KeyKind.SEPARATION)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen.kind), 0))
        self.day.line.setText(in_british_words(chosen.when) if chosen.date_edtf else "")
        self.words.setText(chosen.words)
        self._allow()

    def _begin_new(self) -> None:
        self.list.setCurrentRow(-1)
        self._show_chosen()
        self.day.setFocus()

    def _allow(self) -> None:
        chosen = self._chosen()
        self.save.setText(self.tr("Save the change") if chosen else self.tr("Add key date"))
        self.remove.setEnabled(chosen is not None)
        self.new.setEnabled(chosen is not None)
        whole = bool(self.words.text().strip() and self.day.line.text().strip())
        self.save.setEnabled(whole and not self._writing)
        self.save.setToolTip("" if whole else self.tr("It needs a date and words for its line"))
        none = "" if chosen else self.tr("Choose a key date above first")
        for each in (self.remove, self.new):
            each.setToolTip(none)

    def _on_change(self, change: Change) -> None:
        if "key_date" in change.tables:
            self.refresh()

    # What is done.

    def _save(self) -> None:
        edtf, chosen = self.day.edtf, self._chosen()
        if not edtf:
            self.day.say()
            self.day.setFocus()
            return
        # What is shown of a stored date may say less than it holds, so it is read anew only where it was changed.
        if chosen and self.day.line.text() == in_british_words(chosen.when):
            edtf = chosen.date_edtf
        wanted = KeyDate(chosen.id if chosen else 0, edtf, self.words.text(), KeyKind(self.kind.currentData()))
        doing = self.tr("Saving the key date")
        if chosen is None:
            self._add(wanted, doing)
        else:
            self._write(lambda: set_key_date(self._context.review, wanted), doing)

    def _add(self, wanted: KeyDate, doing: str) -> None:
        """Write a new one; what was typed stands, and stays kept, until it is on disk."""
        typed = self._typed()
        if self._kept is not None:
            self._kept.keep()
        add = self._context.drafts.taken_in_by(_PLACE, lambda: set_key_date(self._context.review, wanted))

        def added(_made: object) -> None:
            if self._chosen() is None and self._typed() == typed:
                self._begin_new()

        self._writing = True
        self._allow()
        self._context.jobs.run(at_once(add), doing, added, owner=self).finished.connect(self._written)

    def _written(self) -> None:
        self._writing = False
        self._allow()

    def _typed(self) -> tuple[str, str]:
        return self.day.line.text(), self.words.text()

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._write(lambda: remove_key_date(self._context.review, chosen.id), self.tr("Removing the key date"))
            self._begin_new()

    def _write(self, act: Callable[[], object], doing: str) -> None:
        def work(progress: Progress) -> None:
            del progress
            act()

        self._context.jobs.run(work, doing, owner=self)


def _in_time(key_date: KeyDate) -> tuple[str, int]:
    day = key_date.when.earliest or key_date.when.latest
    return day.isoformat() if day else "", key_date.id
