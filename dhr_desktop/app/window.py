"""Builds the application and its one window, and gets the lock onto the screen before anything else is read."""

import contextlib
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from dhr_desktop.app import crash
from dhr_desktop.app.signals import close_on_signals
from dhr_desktop.base import resources
from dhr_desktop.base.errors import UserError
from dhr_desktop.store.library import Library
from dhr_desktop.ui.shell.settings import FILE_NAME
from dhr_desktop.ui.shell.window import MainWindow

NAME = "DHR Desktop"


def run_window(
    library_folder: Path | None = None, *, opened: Library | None = None, review_id: int | None = None
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    With `opened` it begins unlocked (and is never locked, for no passphrase may be known), and with `review_id` in
    that review; the library is closed with the window.
    """
    app = make_application()
    window = make_window(opened.folder if opened else library_folder)
    if opened is not None:
        window.enter(opened, can_return=False)
        if review_id is not None:
            window.show_review(opened.open_review(review_id))
    faults = watch_for_faults(window)
    close_on_signals(window)
    window.show()
    try:
        return app.exec()
    finally:
        faults.uninstall()


def make_application() -> QApplication:
    """The application in its own style, with a font that can be read."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setStyle("Fusion")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, True)
    _see_to_a_font(app)
    return app


def make_window(library_folder: Path | None) -> MainWindow:
    """The window, locked, on the library in `library_folder`, or in the usual place."""
    folder = library_folder or default_folder()
    return MainWindow(folder, settings_path())


def watch_for_faults(window: MainWindow) -> crash.Faults:
    """Have every fault of ours close the library first, and then be told of in a report without case data."""
    import platformdirs  # noqa: PLC0415 - as below

    folder = platformdirs.user_log_path(NAME, appauthor=False)
    faults = crash.Faults(folder, window.lock_for_safety, window)
    faults.met.connect(window.show_fault)
    faults.refused.connect(window.show_error)
    faults.install()
    with contextlib.suppress(UserError):  # a computer without a place for logs can still be worked on
        if crash.watch_for_abrupt_ends(folder):
            window.say_abrupt_end()
    return faults


def default_folder() -> Path:
    """Where the library stands unless another folder is named."""
    import platformdirs  # noqa: PLC0415 - only where no folder was named

    return platformdirs.user_data_path(NAME, appauthor=False)


def settings_path() -> Path:
    """Where this computer remembers the window's looks."""
    import platformdirs  # noqa: PLC0415 - as above

    return platformdirs.user_config_path(NAME, appauthor=False) / FILE_NAME


def _see_to_a_font(app: QApplication) -> None:
    """Load the font that comes with the program where the system has none of its own, or draws off the screen."""
    off_screen = QGuiApplication.platformName() == "offscreen" or bool(os.environ.get("DHR_OWN_FONT"))
    if QFontDatabase.families() and not off_screen:
        return
    for file in sorted(resources.path("fonts").glob("LiberationSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    if "Liberation Sans" in QFontDatabase.families():
        app.setFont(QFont("Liberation Sans", app.font().pointSize() if app.font().pointSize() > 0 else 10))
