"""A box of choices that the wheel leaves alone."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.letter_choice import LetterChoice


@pytest.mark.parametrize("make", [ChoiceBox, lambda: LetterChoice("vp")])
def test_the_wheel_passes_over_a_choice_without_choosing(qtbot, make):
    box = make()
    qtbot.addWidget(box)
    box.addItems(["the victim", "the perpetrator"])
    chosen = []
    box.activated.connect(chosen.append)
    nowhere = QPoint(0, 0)

    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        nowhere,
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, down)

    assert box.currentIndex() == 0
    assert chosen == []
    assert not down.isAccepted()
