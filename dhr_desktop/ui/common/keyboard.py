"""Where the keyboard begins on a page: where the chair works, and never on what only leads about."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_WORKED_IN = (QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit)


@runtime_checkable
class TakesKeyboard(Protocol):
    """A page that decides by itself where the keyboard begins, by what there is to do on it."""

    def take_keyboard(self) -> None:
        """Give the keyboard to what should have it now."""


def give_keyboard(page: QWidget) -> bool:
    """Give a page the keyboard where the page wants it. Returns whether there is a place for it."""
    if isinstance(page, TakesKeyboard):
        page.take_keyboard()
        return True
    wanted = page.focusProxy() or page
    if not can_be_used(wanted, page):
        return False
    wanted.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def can_be_used(widget: QWidget, page: QWidget) -> bool:
    """Whether the keyboard can be given to it, on a page that is shown.

    What has been hidden meanwhile, or dimmed, would take the keyboard and answer nothing.
    """
    shown = widget is page or widget.isVisibleTo(page)
    return shown and widget.isEnabledTo(page) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def is_worked_in(widget: QWidget) -> bool:
    """Whether it is a list or words, where somebody who comes back goes on; a field to search in is neither."""
    return isinstance(widget, _WORKED_IN) and not (isinstance(widget, QLineEdit) and widget.isClearButtonEnabled())


def one_thing_to_do(empty: QWidget, otherwise: QWidget) -> QWidget:
    """The first button of what stands for an empty page; `otherwise` where it has none."""
    offered = (each for each in empty.findChildren(QAbstractButton) if can_be_used(each, empty))
    return next(offered, otherwise)
