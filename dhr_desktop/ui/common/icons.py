"""Icons on buttons, actions and labels, in a role of the theme; they keep their tint when the theme changes."""

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel

from dhr_desktop.ui.common.pictures import pixmap
from dhr_desktop.ui.common.theme import Theme

_SIDE = 20


def put(theme: Theme, target: QAbstractButton | QAction, name: str, role: str = "text") -> None:
    """Give a button or an action the icon `name`, now and after each change of theme."""
    _Tint(theme, target, name, role)


def keep_size(theme: Theme, button: QAbstractButton) -> None:
    """Give a button, whose icon comes from its action, room for it, now and after each change of the text's size."""
    _Size(theme, button)


def put_picture(theme: Theme, label: QLabel, name: str, role: str = "muted", size: int = 40) -> None:
    """Show the icon `name` in a label, now and after each change of theme."""
    _Picture(theme, label, name, role, size)


class _Tint(QObject):
    """Lives and dies with the button, so that a theme never reaches for one that is gone."""

    def __init__(self, theme: Theme, target: QAbstractButton | QAction, name: str, role: str) -> None:
        for earlier in target.findChildren(_Tint):
            earlier.setParent(None)
            earlier.deleteLater()
        super().__init__(target)
        self._theme, self._target, self._name, self._role = theme, target, name, role
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._target.setIcon(self._theme.icon(self._name, self._role))
        if isinstance(self._target, QAbstractButton):
            self._target.setIconSize(_size(self._theme))


class _Size(QObject):
    def __init__(self, theme: Theme, button: QAbstractButton) -> None:
        super().__init__(button)
        self._theme, self._button = theme, button
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._button.setIconSize(_size(self._theme))


def _size(theme: Theme) -> QSize:
    side = theme.scaled(_SIDE)
    return QSize(side, side)


class _Picture(QObject):
    def __init__(self, theme: Theme, label: QLabel, name: str, role: str, size: int) -> None:
        super().__init__(label)
        self._theme, self._label, self._name, self._role, self._size = theme, label, name, role, size
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        colour = self._theme.colour(self._role).name()
        size = self._theme.scaled(self._size)
        self._label.setPixmap(pixmap(self._name, colour, size, self._label.devicePixelRatioF()))
