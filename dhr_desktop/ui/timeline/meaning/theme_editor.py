"""The dialog in which the chair works on the tree of themes. Each change is on disk at once, and can be undone."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.store import themes as kept
from dhr_desktop.store.journal import Change
from dhr_desktop.timeline import themes
from dhr_desktop.ui.common import dialogs
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import kept_in_dialog
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, button, label
from dhr_desktop.ui.timeline.meaning.theme_choice import ThemeChoice
from dhr_desktop.ui.timeline.meaning.theme_tree_view import ThemeTreeView

T = TypeVar("T")


class ThemeEditor(QDialog):
    """A tree, and beside it what can be done with the theme that is chosen in it."""

    def __init__(self, context: ReviewContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._review, self._page = context, context.review, page
        self._tree = ThemeTree()
        self._choose = 0
        self._rename = False
        self.setWindowTitle(self.tr("Themes"))
        self.view = ThemeTreeView()
        self.add = button(self.tr("&Add"), "", self._add_beside)
        self.add_beneath = button(self.tr("Add &beneath"), "", self._add_beneath)
        self.rename = button(self.tr("Re&name"), "", self.view.begin_rename)
        self.up = button(self.tr("Move &up"), "", partial(self.view.move_by, -1))
        self.down = button(self.tr("Move &down"), "", partial(self.view.move_by, 1))
        self.inward = button(self.tr("Move &in"), "", self.view.move_in)
        self.outward = button(self.tr("Move &out"), "", self.view.move_out)
        self.digit = ChoiceBox()
        self.merge = button(self.tr("&Merge into…"), "", self._ask_merge)
        self.remove = button(self.tr("&Remove…"), "danger", self._ask_removal)
        self.usual = button(self.tr("Begin with the usual themes"), "primary", self._begin_with_usual)
        self.first = button(self.tr("Add a theme of your own"), "", self._add_beside)
        self.said = label(role="hint", wrap=True)
        self.undo = button(self.tr("Undo"), "quiet", self._undo)
        self.close_button = button(self.tr("Close"), "", self.accept)
        self._build()
        self._connect()
        self.resize(760, 620)

    def _build(self) -> None:
        self._name_keys()
        empty = EmptyState(
            self._context.theme,
            "tag",
            self.tr("No themes yet"),
            self.tr("The usual themes of such reviews can be the beginning. You can change them all afterwards."),
            self.usual,
            self.first,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        across = QHBoxLayout()
        across.setSpacing(LARGE)
        across.addWidget(self._stack, 1)
        across.addLayout(self._side())
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Themes"), "title"))
        words = self.tr("Drag a theme to where it belongs, or move it with Alt and an arrow key. F2 renames it.")
        column.addWidget(label(words, "hint", wrap=True))
        column.addLayout(across, 1)
        column.addLayout(foot)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(HAIR)
        for each in (self.add, self.add_beneath, self.rename):
            side.addWidget(each)
        side.addSpacing(MEDIUM)
        moves = QGridLayout()
        moves.setSpacing(HAIR)
        for place, each in enumerate((self.up, self.down, self.inward, self.outward)):
            moves.addWidget(each, place // 2, place % 2)
        side.addLayout(moves)
        side.addSpacing(MEDIUM)
        named = label(self.tr("Key that gives it"), "label")
        named.setBuddy(self.digit)
        side.addWidget(named)
        side.addWidget(self.digit)
        side.addSpacing(MEDIUM)
        side.addWidget(self.merge)
        side.addWidget(self.remove)
        side.addStretch(1)
        return side

    def _name_keys(self) -> None:
        self.digit.setAccessibleName(self.tr("Key that gives the theme"))
        self.digit.addItem(self.tr("None"), 0)
        for digit in themes.DIGITS:
            self.digit.addItem(str(digit), digit)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)

    def _connect(self) -> None:
        self.view.renamed.connect(self._do_rename)
        self.view.moved.connect(self._move)
        self.view.removal_wanted.connect(self._ask_removal)
        self.view.currentItemChanged.connect(self._show_chosen)
        self.digit.activated.connect(self._give_digit)
        for keys, asked in ((QKeySequence.StandardKey.Undo, self._undo), (QKeySequence.StandardKey.Redo, self._redo)):
            QShortcut(QKeySequence(keys), self, asked)
        self._context.notices.changed.connect(self._on_change)
        for each in self.findChildren(QPushButton):
            each.setAutoDefault(False)

    def begin(self) -> None:
        """Show the tree as it stands."""
        self.said.clear()
        self.refresh()
        (self.view if len(self._tree) else self.usual).setFocus()

    def refresh(self) -> None:
        """Read the tree anew: some hundred rows at the most."""
        self._tree = ThemeTree(kept.listing(self._review))
        with QSignalBlocker(self.view):  # greyed while no theme is chosen, a button would lose the keyboard to Undo
            self.view.show_tree(self._tree, kept.counts(self._review), self._choose)
        self._stack.setCurrentIndex(0 if len(self._tree) else 1)
        self._show_chosen()
        if self._rename and self.view.chosen_id() == self._choose:
            self.view.begin_rename()
        self._choose, self._rename = 0, False

    # What the buttons do.

    @property
    def _chosen(self) -> Theme | None:
        return self._tree.get(self.view.chosen_id())

    def _add_beside(self) -> None:
        self._add(self._chosen.parent_id if self._chosen else 0)

    def _add_beneath(self) -> None:
        if self._chosen:
            self._add(self._chosen.id)

    def _add(self, parent_id: int) -> None:
        name, number = self.tr("New theme"), 2
        while self._tree.named(name, parent_id):
            name, number = self.tr("New theme {number}").format(number=number), number + 1
        self._do(partial(themes.add, self._review, name, parent_id, self), self._added)

    def _added(self, theme: Theme) -> None:
        self._choose, self._rename = theme.id, True
        self.refresh()

    def _do_rename(self, theme_id: int, name: str) -> None:
        self._do(partial(themes.rename, self._review, theme_id, name, self))

    def _move(self, theme_id: int, parent_id: int, place: int) -> None:
        self._do(partial(themes.move, self._review, theme_id, parent_id, place, self))

    def _give_digit(self) -> None:
        if self._chosen:
            self._do(partial(themes.give_digit, self._review, self._chosen.id, self.digit.currentData(), self))

    def _begin_with_usual(self) -> None:
        self._do(partial(themes.begin_with_usual, self._review, self), lambda _: self.view.setFocus())

    def _ask_merge(self) -> None:
        theme = self._chosen
        if theme is None:
            return
        number = len(kept.entries_with(self._review, [theme.id]))
        choice = ThemeChoice(self._tree, theme, number, self)
        kept_in_dialog(choice, self._context.drafts, f"theme/{theme.id}/into")
        choice.accepted.connect(lambda: self._merge(theme, choice.chosen_id()))
        choice.open()

    def _merge(self, theme: Theme, into_id: int) -> None:
        self._choose = into_id
        self._do(partial(themes.merge, self._review, theme.id, into_id, self))

    def _ask_removal(self) -> None:
        theme = self._chosen
        if theme is None:
            return
        beneath = len(self._tree.branch(theme.id)) - 1
        question = dialogs.Question(
            self.tr("Remove the theme “{name}”?").format(name=theme.name),
            " ".join(filter(None, (self._beneath(beneath), self._losing(themes.losing(self._review, theme.id))))),
            self.tr("Remove"),
            self.tr("Keep it"),
            danger=True,
        )
        if dialogs.ask(question, self):
            self._do(partial(themes.remove, self._review, theme.id, self))

    def _beneath(self, number: int) -> str:
        if number == 1:
            return self.tr("The theme beneath it goes too.")
        return self.tr("The {number} themes beneath it go too.").format(number=number) if number else ""

    def _losing(self, number: int) -> str:
        if not number:
            return self.tr("No entry has it.")
        if number == 1:
            return self.tr("1 entry loses it. Undo brings it back.")
        return self.tr("{number} entries lose it. Undo brings it back.").format(number=f"{number:,}")

    def _undo(self) -> None:
        self._context.actions["review.undo"].trigger()

    def _redo(self) -> None:
        self._context.actions["review.redo"].trigger()

    # How it is done.

    def _do(self, command: Callable[[], T], done: Callable[[T], None] | None = None) -> None:
        def end(result: T) -> None:
            self.said.setText("")
            self.refresh()
            if done:
                done(result)

        self._context.jobs.run(at_once(command), self.tr("Saving"), end, self._refuse, owner=self)

    def _refuse(self, error: Exception) -> None:
        self._choose = 0
        if isinstance(error, UserError):
            self.said.setText(f"{error.what} {error.next_step}")
        self.refresh()

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and change.initiator is not self and change.tables & {"theme", "entry_theme"}:
            self.said.setText(self.tr("Undone: {step}").format(step=change.label) if change.kind == "undo" else "")
            self.refresh()

    def _show_chosen(self) -> None:
        theme = self._chosen
        several = len(self._tree) > 1
        for each in (self.add_beneath, self.rename, self.up, self.down, self.inward, self.outward, self.remove):
            each.setEnabled(theme is not None)
        self.merge.setEnabled(theme is not None and several)
        self.digit.setEnabled(theme is not None)
        for place, digit in enumerate(themes.DIGITS, start=1):
            given = self._tree.with_digit(digit)
            self.digit.setItemText(place, f"{digit}: {given.name}" if given and given != theme else str(digit))
        self.digit.setCurrentIndex(self.digit.findData(theme.digit) if theme else 0)
