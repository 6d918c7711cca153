"""Answers to every doubt of one kind in one submission at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dhr_desktop.store.doubtful import Doubtful
from dhr_desktop.ui.common.theme import SMALL
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.doubts.kinds import kind_name


class KindRow(QWidget):
    """Hidden where the doubt at hand is the only one of its kind."""

    accept_wanted = Signal(list, str)
    """The ids of entries, and the code of the doubt."""
    fix_wanted = Signal(list, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        self._code = ""
        self._words = label(role="hint", wrap=True)
        self.accept = button("", "quiet", self._accept)
        self.fix = button("", "quiet", self._fix)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._words, 1)
        row.addWidget(self.accept)
        row.addWidget(self.fix)

    def show_kind(self, one: Doubtful, everything: Sequence[Doubtful]) -> None:
        """Offer to answer what is doubted of this entry wherever its file has the same."""
        code = one.entry.doubts[0].code
        same = [
            each.entry
            for each in everything
            if each.entry.submission_id == one.entry.submission_id and any(d.code == code for d in each.entry.doubts)
        ]
        offers = sum(any(doubt.code == code and doubt.fix for doubt in entry.doubts) for entry in same)
        self._ids, self._code = [entry.id for entry in same], code
        name = kind_name(code)
        self._words.setText(self.tr("“{kind}”: {n} in this file").format(kind=name, n=f"{len(same):,}"))
        self.accept.setText(self.tr("Accept all {n}").format(n=f"{len(same):,}"))
        self.fix.setText(self.tr("Put all {n} right as offered").format(n=f"{offers:,}"))
        self.accept.setVisible(len(same) > 1)
        self.fix.setVisible(offers > 1)
        self.setVisible(len(same) > 1)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.accept, self.fix]

    def _accept(self) -> None:
        self.accept_wanted.emit(self._ids, self._code)

    def _fix(self) -> None:
        self.fix_wanted.emit(self._ids, self._code)
