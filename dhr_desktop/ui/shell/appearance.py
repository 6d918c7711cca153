"""How the window looks on this computer: theme, size of text and place on the screen, kept between sessions."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from dhr_desktop.ui.common.theme import SYSTEM, TEXT_SIZES, Theme, system_key
from dhr_desktop.ui.shell import settings
from dhr_desktop.ui.shell.menus import Menus
from dhr_desktop.ui.shell.status import NOTE_STAYS

_FIRST_SIZE = (1240, 780)
_FRAME = (16, 48)
"""Room for the frame and the title, whose size is not known before the window stands on the screen."""


class Appearance(QObject):
    """Holds the theme and the settings of one window."""

    def __init__(self, window: QMainWindow, menus: Menus, path: Path) -> None:
        super().__init__(window)
        self._window, self._menus, self._path = window, menus, path
        found = settings.read(path)
        self.settings = found.settings
        self.theme = Theme(self._key(), self.settings.text_size, self)
        self.theme.apply()
        self._place()
        self._mark()
        menus.theme_chosen.connect(self.choose_theme)
        menus.text_size_chosen.connect(self.choose_text_size)
        menus.lock_minutes_chosen.connect(self.choose_lock_minutes)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        if found.put_aside:
            words = self.tr("The window’s settings could not be read; the usual ones are used.")
            window.statusBar().showMessage(words, NOTE_STAYS)

    def choose_theme(self, theme: str) -> None:
        """Use a theme, or follow the system."""
        self.settings = replace(self.settings, theme=theme)
        self._use()

    def choose_text_size(self, size: int) -> None:
        """Use a size of text, a percentage of the system's."""
        self.settings = replace(self.settings, text_size=size)
        self._use()

    def choose_lock_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without use; 0 for never."""
        self.settings = replace(self.settings, lock_minutes=minutes)
        self._mark()
        settings.write(self._path, self.settings)

    def larger(self) -> None:
        """One size up."""
        self._step(1)

    def smaller(self) -> None:
        """One size down."""
        self._step(-1)

    def keep(self) -> None:
        """Write down how the window looks."""
        geometry = bytes(self._window.saveGeometry().data()).hex()
        self.settings = replace(self.settings, geometry=geometry)
        settings.write(self._path, self.settings)

    def _step(self, by: int) -> None:
        place = TEXT_SIZES.index(self.settings.text_size) + by
        self.choose_text_size(TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)])

    def _key(self) -> str:
        return system_key() if self.settings.theme == SYSTEM else self.settings.theme

    def _follow(self) -> None:
        if self.settings.theme == SYSTEM and self._key() != self.theme.key:
            self._use()

    def _use(self) -> None:
        self.theme.use(self._key(), self.settings.text_size)
        self._mark()
        settings.write(self._path, self.settings)

    def _mark(self) -> None:
        self._menus.mark(self.settings.theme, self.settings.text_size, self.settings.lock_minutes)

    def _place(self) -> None:
        geometry = bytes.fromhex(self.settings.geometry)
        if not (geometry and self._window.restoreGeometry(QByteArray(geometry))):
            self._window.resize(first_size(QGuiApplication.primaryScreen().availableGeometry().size()))


def first_size(room: QSize) -> QSize:
    """The size of a window that was never opened here before, on a screen with this much room."""
    wide, high = _FIRST_SIZE
    return QSize(min(wide, room.width() - _FRAME[0]), min(high, room.height() - _FRAME[1]))
