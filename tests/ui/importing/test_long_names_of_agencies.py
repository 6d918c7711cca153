"""A name of an agency that is longer than its column goes on in a second line, and the table stays within its room."""

from PySide6.QtWidgets import QMainWindow, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.submit import submit
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.importing.submissions_view import SubmissionsView
from tests.ui.at_rest import settled, shown

SENT = b"Date,Event\n13/05/2014,Seen by the nurse.\n14/05/2014,Seen by the doctor.\n"
LONG = "Aldermarsh and Saltgate Community Mental Health Partnership NHS Trust"


def test_a_long_name_stands_whole_in_as_many_lines_as_it_needs(
    context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot
) -> None:
    submit(review, read_bytes("trust.csv", SENT), LONG)
    submit(review, read_bytes("surgery.csv", SENT + b"15/05/2014,Seen again.\n"), "Millpond Surgery")
    view = SubmissionsView(context, window)
    shown(view, window, qtbot, (1200, 700))
    view.refresh()
    settled(context, qtbot)
    window.resize(1000, 700)  # narrower than before, when the columns had their widths already
    table, rows = view.table, range(2)
    qtbot.waitUntil(lambda: table.rowHeight(0) != table.rowHeight(1))
    at = next(row for row in rows if view.model.index(row, 0).data() == LONG)
    index, option = view.model.index(at, 0), QStyleOptionViewItem()
    option.initFrom(table)
    needed = table.itemDelegateForIndex(index).sizeHint(option, index)
    assert needed.width() <= table.columnWidth(0)
    assert needed.height() <= table.rowHeight(at)
    assert table.rowHeight(at) > 1.5 * table.rowHeight(1 - at)
    assert sum(table.columnWidth(column) for column in range(7)) <= table.viewport().width()
