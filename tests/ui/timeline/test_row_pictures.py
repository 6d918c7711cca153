"""Rows of the timeline are kept as pictures: what is seen is what would be drawn now, whatever has happened."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QImage

from dhr_desktop.domain.meaning import Mark
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import register
from dhr_desktop.store import agencies, entries
from dhr_desktop.timeline import edit, events, meaning
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.columns import Column
from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.row_pictures import Look, RowPictures
from tests.ui.timeline.using import Settle


class Chair:
    """What may happen to the timeline while it is looked at."""

    def __init__(self, page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
        self.page, self.table, self.context, self.review = page, page.table, context, context.review
        self.settle = settle
        self.ids = entries.ordered_ids(context.review)

    def seen(self) -> QImage:
        self.settle()
        return self.table.viewport().grab().toImage()

    def drawn_anew(self) -> QImage:
        self.table._pictures.forget()
        return self.seen()

    def reword(self) -> None:
        entry = entries.get(self.review, self.ids[0])
        edit.change_entry(self.review, replace(entry, text="Kayleigh came with a bruise."), entry)

    def change_agency(self, **changes: object) -> None:
        with self.review.journal.step("Change it"):
            agencies.change(self.review, replace(agencies.listing(self.review)[0], **changes))

    def search(self, typed: str) -> None:
        self.page.filters.search.setText(typed)
        self.page.filters.changed.emit()

    def enlarge(self) -> None:
        font = QFont(self.table.font())
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.table.setFont(font)

    def panel_view(self, *, on: bool) -> None:
        self.context.panel.turn(on=on)


def test_what_is_seen_is_never_an_older_picture(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    chair = Chair(page, context, settle)
    register.add_person(context.review, Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire"))
    happens = {
        "an entry is reworded": chair.reword,
        "that is undone": chair.review.journal.undo,
        "and done again": chair.review.journal.redo,
        "an agency has another name": lambda: chair.change_agency(name="Ravenshire Police"),
        "and another colour": lambda: chair.change_agency(colour=7),
        "another row is chosen": lambda: chair.table.choose_row(2),
        "words are sought": lambda: chair.search("call"),
        "and others": lambda: chair.search("called"),
        "and none": lambda: chair.search(""),
        "a column is hidden": lambda: page.table.columns.show_column(Column.SOURCE, shown=False),
        "the letters are larger": chair.enlarge,
        "the window is dark": lambda: context.theme.use("dark"),
        "and light": lambda: context.theme.use("light"),
        "names are covered": lambda: chair.panel_view(on=True),
        "and not": lambda: chair.panel_view(on=False),
        "an entry is marked as distressing": lambda: meaning.mark(
            chair.review, [chair.ids[0]], Mark.DISTRESSING, on=True
        ),
        "and is asked for": lambda: context.veil.lift(chair.ids[0]),
        "two entries are one event": lambda: events.group(chair.review, chair.ids[1:3]),
    }
    before = chair.seen()
    for what, happen in happens.items():
        happen()
        now = chair.seen()
        assert now != before, what
        before = chair.drawn_anew()
        assert now == before, what


@pytest.mark.parametrize("ratio", [1.0, 2.0, 4.0])
def test_however_fine_the_screen_what_is_kept_stays_within_bounds(page: TimelinePage, ratio: float) -> None:
    pictures, columns = RowPictures(page.table._delegate), page.table.columns.visible()
    wide = page.table.viewport().width()
    look = Look(((Column.WHAT, 0, wide),), (wide, 41), ratio, page.table.font(), "", chosen=False)
    said = page.model.said(0, columns)
    assert said is not None
    for row_id in range(1, 200):
        pictures.of(row_id, said, look)
    kept = [picture for _, _, picture in pictures._kept.values()]
    assert len(kept) >= page.table.viewport().height() // 41
    assert sum(each.width() * each.height() * each.depth() // 8 for each in kept) <= 64_000_000
