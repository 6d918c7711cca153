"""The Submissions page in a window, and files to hand over to it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.importing.page import SubmissionsPage


@pytest.fixture
def page(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> SubmissionsPage:
    made = SubmissionsPage(context, window)
    window.setCentralWidget(made)
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    return made


@pytest.fixture
def settle(context: ReviewContext, qtbot: QtBot):
    def wait() -> None:
        qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)

    return wait


@pytest.fixture
def hand(page: SubmissionsPage, settle, tmp_path: Path):
    """Hand over a file made of these bytes."""

    def take(name: str, data: bytes):
        path = tmp_path / name
        path.write_bytes(data)
        page.take_files([path])
        settle()
        return page.batch.batch.items[-1]

    return take
