"""A box of choices that the wheel leaves alone."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
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


def test_the_wheel_does_not_give_it_the_keyboard():
    assert not ChoiceBox().focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


def test_words_with_a_space_are_typed_into_it_whole(qtbot):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["the victim", "a child", "a family member", "another person"])
    box.setCurrentIndex(3)
    chosen = []
    box.activated.connect(chosen.append)
    box.show()
    qtbot.waitExposed(box)

    QTest.keyClicks(box, "a fam")

    assert box.currentText() == "a family member"
    assert chosen[-1] == 2
    assert not box.view().isVisible()


def test_a_space_by_itself_opens_its_list_which_shows_the_words_whole(qtbot):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems(["later", "does not wish to be involved in any of it"])
    box.setFixedWidth(90)
    box.setStyleSheet("QComboBox { combobox-popup: 0; }")  # a list that hangs below its box, as in the program
    box.show()
    qtbot.waitExposed(box)

    QTest.keyClick(box, Qt.Key.Key_Space)

    assert box.view().isVisible()
    assert box.view().viewport().width() >= box.view().sizeHintForColumn(0)
    box.hidePopup()
