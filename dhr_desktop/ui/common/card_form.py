"""A form of many fields in cards under headings, side by side where there is room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.ui.common.record_form import Numbered
from dhr_desktop.ui.common.spec_form import FieldSpec, SpecForm
from dhr_desktop.ui.common.theme import HAIR, MEDIUM
from dhr_desktop.ui.common.widgets import Card, label

R = TypeVar("R", bound=Numbered)
_LETTERS = 84
"""So many letters beside each other are room for two cards."""


@dataclass(frozen=True, slots=True)
class CardSpec:
    """One card: its heading, its fields, and whether it stands in the second of the two columns."""

    heading: str
    fields: tuple[FieldSpec, ...]
    second: bool = False


class CardForm(SpecForm[R], Generic[R]):
    """As `SpecForm`, with its fields in cards. Others may add to a card's `column` what is no field."""

    def __init__(
        self,
        blank: R,
        cards: Sequence[CardSpec],
        place: Callable[[R], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._card_specs = tuple(cards)
        self.cards: list[Card] = []
        super().__init__(blank, [spec for card in cards for spec in card.fields], place, parent)

    def _build(self) -> None:
        self.first, self.second = QVBoxLayout(), QVBoxLayout()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(MEDIUM)
        for side in (self.first, self.second):
            side.setSpacing(MEDIUM)
            self._across.addLayout(side, 1)
        for spec in self._card_specs:
            card = Card()
            card.column.setSpacing(HAIR)
            card.column.addWidget(label(spec.heading, "heading", wrap=True))
            self._add_rows(card.column, spec.fields)
            self.cards.append(card)
            (self.second if spec.second else self.first).addWidget(card)
        for side in (self.first, self.second):
            side.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._below.foot)
        column.addLayout(self._across)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the wider of the two columns, for they can stand below each other."""
        return QSize(self._least(max), super().minimumSizeHint().height())

    def _least(self, of_both: Callable[[tuple[int, int]], int]) -> int:
        """What the columns need beside each other (`sum`), or below each other (`max`)."""
        return of_both((self.first.minimumSize().width(), self.second.minimumSize().width())) + MEDIUM

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside each other where there is room for both, below each other where there is not."""
        super().resizeEvent(event)
        wide = event.size().width() >= max(self.fontMetrics().averageCharWidth() * _LETTERS, self._least(sum))
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._across.direction() != way:
            self._across.setDirection(way)
