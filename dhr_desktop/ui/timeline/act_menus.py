"""The menus of what can be done with the entries chosen: the same in the bar below the table and beside a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from dhr_desktop.domain.meaning import LineOfEnquiry, Significance, Theme
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.timeline.acts import Acts
from dhr_desktop.ui.timeline.cells import Cells

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from."""

    agencies: Sequence[Agency] = field(default_factory=tuple)
    themes: Sequence[Theme] = field(default_factory=tuple)
    lines: Sequence[LineOfEnquiry] = field(default_factory=tuple)


class ActMenus(QObject):
    """Fills menus anew each time they open. Entries may differ, so what is taken away stands on lines of its own."""

    def __init__(
        self, acts: Acts, cells: Cells, ids: Callable[[], list[int]], offered: Callable[[], Offered], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._acts, self._cells, self._ids, self._offered = acts, cells, ids, offered

    def parts(self) -> list[tuple[str, Callable[[QMenu], None]]]:
        """The menus by their names, and what fills each."""
        return [
            (self.tr("Agency"), self.agency),
            (self.tr("Theme"), self.theme),
            (self.tr("Line of enquiry"), self.line),
            (self.tr("Significance"), self.significance),
            (self.tr("Include in"), self.include),
            (self.tr("Marks"), self.marks),
        ]

    def agency(self, menu: QMenu) -> None:
        """Under which agency they stand."""
        for agency in self._offered().agencies:
            self._line(menu, agency.name, lambda agency=agency: self._acts.move_to_agency(self._ids(), agency))

    def theme(self, menu: QMenu) -> None:
        """The tree of themes, and the same to take one away."""
        themes = self._offered().themes
        if not themes:
            self._nothing(menu, self.tr("There are no themes yet."))
            return
        self._themes(menu, themes, 0, on=True)
        menu.addSeparator()
        away = menu.addMenu(self.tr("Take a theme away"))
        self._themes(away, themes, 0, on=False)

    def _themes(self, menu: QMenu, themes: Sequence[Theme], parent_id: int, *, on: bool) -> None:
        for theme in (each for each in themes if each.parent_id == parent_id):
            act = partial(self._give, theme, on=on)
            if any(each.parent_id == theme.id for each in themes):
                beneath = menu.addMenu(_plain(theme.name))
                self._line(beneath, theme.name, act)
                beneath.addSeparator()
                self._themes(beneath, themes, theme.id, on=on)
            else:
                self._line(menu, theme.name, act)

    def _give(self, theme: Theme, *, on: bool) -> None:
        self._acts.give_theme(self._ids(), theme, on=on)

    def line(self, menu: QMenu) -> None:
        """The lines of enquiry, and the same to take them away."""
        lines = self._offered().lines
        if not lines:
            self._nothing(menu, self.tr("The review has no lines of enquiry yet."))
            return
        self._lines(menu, lines, on=True)
        menu.addSeparator()
        self._lines(menu.addMenu(self.tr("Take away from")), lines, on=False)

    def _lines(self, menu: QMenu, lines: Sequence[LineOfEnquiry], *, on: bool) -> None:
        for line in lines:
            self._line(menu, line.words, partial(self._bear, line, on=on))

    def _bear(self, line: LineOfEnquiry, *, on: bool) -> None:
        self._acts.bear_on(self._ids(), line, on=on)

    def significance(self, menu: QMenu) -> None:
        """How much they matter."""
        names = {**self._cells.significances(), Significance.UNREAD: self.tr("Not yet read")}
        for significance in (Significance.KEY, Significance.RELEVANT, Significance.ROUTINE, Significance.UNREAD):
            self._line(menu, names[significance], partial(self._judge, significance))

    def _judge(self, significance: Significance) -> None:
        self._acts.judge(self._ids(), significance)

    def include(self, menu: QMenu) -> None:
        """The documents they go into, and those they stay out of."""
        for on in (True, False):
            for document, words in self._cells.documents().items():
                said = words if on else self.tr("Leave out of: {document}").format(document=words)
                self._line(menu, said, lambda d=document, on=on: self._acts.include(self._ids(), d, on=on))
            if on:
                menu.addSeparator()

    def marks(self, menu: QMenu) -> None:
        """What they show, and what they do not."""
        for on in (True, False):
            for mark, words in self._cells.marks().items():
                said = words if on else self.tr("Take away: {mark}").format(mark=words)
                self._line(menu, said, lambda m=mark, on=on: self._acts.mark(self._ids(), m, on=on))
            if on:
                menu.addSeparator()

    def _line(self, menu: QMenu, words: str, act: Callable[..., object]) -> None:
        menu.addAction(_plain(words)).triggered.connect(lambda _checked=False: act())

    def _nothing(self, menu: QMenu, words: str) -> None:
        menu.addAction(words).setEnabled(False)


def offer(menu: QMenu, words: str, act: Callable[[], object], keys: str = "", not_now: str = "") -> QAction:
    """A line of a menu with the keys that do the same; `not_now` says why it cannot be done, where it cannot."""
    line = menu.addAction(f"{words}\t{keys}" if keys else words)
    line.triggered.connect(lambda _checked=False: act())
    line.setEnabled(not not_now)
    line.setToolTip(not_now)
    return line


def _plain(words: str) -> str:
    """As a line of a menu: not too long, and no letter of it taken for a key."""
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    return short.replace("&", "&&")
