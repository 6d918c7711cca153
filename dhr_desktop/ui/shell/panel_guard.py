"""Keeps panel view over the whole room: its sign across the top, and a shield before every page that shows names."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import covered
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import put_away
from dhr_desktop.ui.common.keyboard import give_keyboard
from dhr_desktop.ui.common.panel_view import REGISTER, PanelView, covers_names
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import EmptyState, button, label

_ACTION = "review.panel_view"


class PanelSign(QFrame):
    """Says in words, as long as it is on, that panel view is on."""

    def __init__(self, panel: PanelView, leave: QWidget) -> None:
        super().__init__()
        self._panel = panel
        self.setProperty("role", "panel view")
        self.words = label(role="label", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self.words, 1)
        row.addWidget(leave, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_state(self) -> None:
        """Say how things stand."""
        words = self.tr("Panel view. Names show as pseudonyms; records can be read and tagged, but not edited.")
        if self._panel.covers_nobody:
            words = self.tr("Panel view. No one is in the register of people, so no name is covered.")
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(self._panel.on)


class PanelGuard(QObject):
    """Turns panel view on and off with its action, and decides for each page whether it may be seen meanwhile."""

    def __init__(self, context: ReviewContext, pages: QStackedWidget, room: QWidget) -> None:
        super().__init__(room)
        self._context, self._panel, self._pages, self._room = context, context.panel, pages, room
        self._action = context.actions[_ACTION]
        self._action.setCheckable(True)
        self._action.setChecked(False)
        self._action.triggered.connect(self._turn)
        self.sign = PanelSign(self._panel, button(self.tr("Leave panel view (F6)"), "", self.leave))
        self.shield = _shield(context.theme, button(self.tr("Leave panel view"), "primary", self.leave))
        self.holder = QStackedWidget()
        self.holder.addWidget(pages)
        self.holder.addWidget(self.shield)
        self._messages = context.messages
        self._messages.shown = context.words_beside
        pages.currentChanged.connect(self.look)
        self._panel.changed.connect(self._on_change)
        context.notices.changed.connect(self._on_register)

    def make_ready(self) -> None:
        """Have the cover made ahead, which the store then holds, so that the key answers at once."""
        made = at_once(partial(covered.cover, self._context.review, Naming.PSEUDONYMS))
        self._context.jobs.read(made, self.tr("Reading the register"), owner=self._room)

    def _on_register(self, change: Change) -> None:
        if change.tables & REGISTER:
            self.make_ready()

    def stop(self) -> None:
        """Let go of the action, which outlives the room."""
        self._action.triggered.disconnect(self._turn)
        self._action.setChecked(False)

    def leave(self) -> None:
        """Show names again."""
        self._panel.turn(on=False)

    @property
    def shields(self) -> bool:
        """Whether the page that is open is not to be seen."""
        return self.holder.currentWidget() is self.shield

    def give_keyboard(self) -> None:
        """To the one thing that can be done before a shielded page."""
        self.shield.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Show the page, or the shield before it."""
        page = self._pages.currentWidget()
        hidden = self._panel.on and page is not None and not covers_names(page)
        self.holder.setCurrentWidget(self.shield if hidden else self._pages)

    def called(self, facts: ReviewFacts) -> tuple[str, str]:
        """The name and the reference of the review as they may be seen: its own name may be that of a person."""
        reference = self._panel.shown(facts.reference)
        return (facts.label.value if self._panel.on else facts.name), reference

    def _turn(self) -> None:
        self._panel.turn(on=self._action.isChecked())

    def _on_change(self) -> None:
        self._action.setChecked(self._panel.on)
        self._messages.clear()
        if self._panel.on:
            for dialog in self._room.window().findChildren(QDialog):
                if dialog.isVisible() and not covers_names(dialog):
                    put_away(dialog)
        had = self._room.window().focusWidget()
        self.sign.show_state()
        self.look()
        if self.sign.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.sign, self.sign.words.text()))
        if self.shields:
            self.give_keyboard()
        elif (page := self._pages.currentWidget()) and (had is None or not had.isVisible()):
            give_keyboard(page)


def _shield(theme: Theme, leave: QPushButton) -> QWidget:
    shield = QWidget()
    column = QVBoxLayout(shield)
    column.setContentsMargins(0, 0, 0, 0)
    state = EmptyState(
        theme,
        "hide",
        shield.tr("Not shown in panel view"),
        shield.tr(
            "This page shows records as they were written, with real names. Leave panel view to see it, or go on to a"
            " page that covers names, such as the timeline."
        ),
        leave,
    )
    column.addWidget(state)
    shield.setFocusProxy(leave)
    return shield
