"""Things set one after another break into lines as words do; a label of one line is cut and never widens a window."""

from PySide6.QtWidgets import QPushButton, QWidget

from dhr_desktop.ui.common.elided import ElidedLabel
from dhr_desktop.ui.common.flow import FlowLayout


def rows(flow, width):
    flow.setGeometry(flow.geometry().__class__(0, 0, width, flow.heightForWidth(width)))
    return [flow.itemAt(place).geometry() for place in range(flow.count())]


def of_buttons(qtbot, number):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(4, 6, holder)
    for each in range(number):
        made = QPushButton(f"Theme {each}")
        made.setFixedSize(100, 20)
        flow.addWidget(made)
    holder.show()
    return holder, flow


def test_a_line_that_is_full_is_followed_by_another(qtbot):
    _holder, flow = of_buttons(qtbot, 3)
    assert [(place.x(), place.y()) for place in rows(flow, 204)] == [(0, 0), (104, 0), (0, 26)]
    assert flow.heightForWidth(204) == 46
    assert flow.heightForWidth(308) == 20
    assert flow.heightForWidth(100) == 72


def test_what_is_hidden_takes_no_room(qtbot):
    _holder, flow = of_buttons(qtbot, 3)
    flow.itemAt(0).widget().hide()
    assert flow.heightForWidth(204) == 20
    assert flow.sizeHint().width() == 204


def test_what_is_taken_out_is_gone(qtbot):
    _holder, flow = of_buttons(qtbot, 2)
    taken = flow.takeAt(0)
    assert taken.widget().text() == "Theme 0"
    assert flow.count() == 1
    assert flow.takeAt(5) is None
    assert flow.itemAt(5) is None


def test_a_long_name_is_cut_and_its_tip_has_the_whole(qtbot):
    words = "Aldermarsh Borough Council – Children’s Social Care"
    made = ElidedLabel()
    qtbot.addWidget(made)
    made.resize(120, 20)
    made.say(words)
    assert made.text().endswith("…")
    assert (made.words, made.toolTip(), made.accessibleName()) == (words, words, words)
    assert made.minimumSizeHint().width() == 0
    made.resize(2_000, 20)
    made.say(words)
    assert (made.text(), made.toolTip()) == (words, "")
