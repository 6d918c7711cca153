"""Every dialog of the program, found by looking: what is typed, chosen or ticked in it is there again after a lock.

A new dialog, or a new field of one, is found by this test and not by whoever wrote it: it fails until the dialog keeps
the field, or has its reason here for keeping nothing.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

import dhr_desktop.ui
from dhr_desktop.app import sample
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.key_dates import KeyDate, KeyKind
from dhr_desktop.domain.naming import PlaceName
from dhr_desktop.domain.picture.spans import LaneBy
from dhr_desktop.family import naming, register
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit, questions, themes
from dhr_desktop.timeline.key_dates import set_key_date
from dhr_desktop.timeline.proposals import Proposal
from dhr_desktop.ui.common.actions import PAGES
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.shell.pages import PAGE_MAKERS, PageMaker
from dhr_desktop.ui.shell.window import MainWindow
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

_WRITES_AT_ONCE = "each thing done in it is a step as soon as it is done"
_HOLDS_NOTHING = "nothing is typed or chosen in it"
_DAYS = (0.0, 1.0)
KEEPS_NOTHING = {
    "QuestionDialog": _HOLDS_NOTHING,
    "PassphraseDialog": "what it shows is shown once and kept nowhere",
    "FaultSheet": _HOLDS_NOTHING,
    "ShortcutSheet": _HOLDS_NOTHING,
    "AboutSheet": _HOLDS_NOTHING,
    "OriginalSheet": _HOLDS_NOTHING,
    "SetAsideDialog": _WRITES_AT_ONCE,
    "ViewsDialog": _WRITES_AT_ONCE,
    "ThemeEditor": _WRITES_AT_ONCE,
    "HistoryDialog": "what is sought in it narrows a list and is no work of hers",
    "SavePictureDialog": "the two that are made of it are asked below",
}


def _filled(review: Review) -> None:
    """A file whose first entry was worked on, some people, a place, a key date and a question."""
    path = next(each for each in sample.submissions() if each.suffix == ".csv")
    submit(review, read_file(path), "Marshland Homes")
    entry = entries.get(review, entries.ordered_ids(review)[0])
    edit.change_entry(review, replace(entry, text="In the chair's words."), entry)
    register.add_people(review, sample.register()[:6])
    naming.add_place(review, PlaceName(0, "Saltgate", stands_as="a town"))
    set_key_date(review, KeyDate(0, "2016-05-04", "First arrest", KeyKind.ARREST))
    questions.raise_question(review, Question(0, entry.agency_id, "Who was told of it?", entry_id=entry.id))
    themes.begin_with_usual(review)


def _page(window: MainWindow, name: str) -> Any:
    assert window.room is not None
    window.room.show_page(name)
    return window.room.page(name)


def _submissions(window: MainWindow, qtbot: QtBot) -> Any:
    listing = _page(window, "submissions").listing
    qtbot.waitUntil(lambda: listing.model.rowCount() > 0)
    listing.table.selectRow(0)
    qtbot.waitUntil(lambda: listing.details.told is not None)
    return listing


def _question(window: MainWindow, qtbot: QtBot) -> Any:
    page = _page(window, "questions")
    qtbot.waitUntil(lambda: bool(page._known.waiting) and page._current > 0)
    return page


def _new_review(window: MainWindow, _qtbot: QtBot) -> None:
    window.show_library()
    page: Any = window.stack.currentWidget()
    page.begin()


def _accept_all(window: MainWindow, _qtbot: QtBot) -> None:
    suggested = _page(window, "events").suggested
    suggested._proposals = {(1, 2): Proposal((1, 2), 0.95, ())}  # to look for real ones takes long, and is not asked
    suggested.ask_accept_all()


def _merging(window: MainWindow, _qtbot: QtBot) -> None:
    page = _page(window, "timeline")
    page.meaning.edit_themes()
    page.meaning.editor.view.setCurrentItem(page.meaning.editor.view.topLevelItem(0))
    page.meaning.editor._ask_merge()


def _short_names(window: MainWindow, _qtbot: QtBot) -> None:
    view = _page(window, "people").view("names")
    view.ask_short_names(agencies.listing(view.context.review)[0])


def _sexes(window: MainWindow, qtbot: QtBot) -> None:
    view = _page(window, "people").view("picture")
    view.refresh()
    qtbot.waitUntil(lambda: bool(view.family.people))
    view.ask_sexes()


Opens = Callable[[MainWindow, QtBot], object]
OPENED: dict[str, tuple[str, Opens]] = {
    "NewReviewDialog": ("overview", _new_review),
    "DetailsDialog": ("submissions", lambda window, qtbot: _submissions(window, qtbot).edit_chosen()),
    "RequestDialog": ("submissions", lambda window, qtbot: _submissions(window, qtbot).ask_for_request()),
    "TakeBackDialog": ("submissions", lambda window, qtbot: _submissions(window, qtbot).take_back_chosen()),
    "LetterDialog": ("questions", lambda window, qtbot: _question(window, qtbot).ask_for_letter()),
    "AnswerDialog": ("questions", lambda window, qtbot: _question(window, qtbot).put_answer_on_timeline()),
    "RecipientDialog": ("report", lambda window, _: _page(window, "report").ask_recipient()),
    "BeginDialog": ("family", lambda window, _: _page(window, "family").begin()),
    "PlaceDialog": ("people", lambda window, _: _page(window, "people").view("names").ask_place(PlaceName(0, ""))),
    "ShortNamesDialog": ("people", _short_names),
    "PanelDialog": ("people", lambda window, _: _page(window, "people").view("names")._ask_panel()),
    "SexesDialog": ("people", _sexes),
    "SaveFamilyDialog": ("people", lambda window, _: _page(window, "people").view("picture")._saver.ask()),
    "SaveDialog": ("timeline", lambda window, _: _page(window, "timeline").picture.saver.ask(LaneBy.AGENCY, _DAYS)),
    "KeyDatesDialog": ("timeline", lambda window, _: _page(window, "timeline").picture.edit_key_dates()),
    "ViewNameDialog": ("timeline", lambda window, _: _page(window, "timeline").viewing.save()),
    "AcceptAllDialog": ("events", _accept_all),
    "ThemeChoice": ("timeline", _merging),
}


def _dialogs() -> set[str]:
    for module in pkgutil.walk_packages(dhr_desktop.ui.__path__, "dhr_desktop.ui."):
        importlib.import_module(module.name)
    found, left = set(), [QDialog]
    while left:
        made = left.pop().__subclasses__()
        left += made
        found |= {each.__name__ for each in made if each.__module__.startswith("dhr_desktop.ui.")}
    return found


def _fields(dialog: QDialog) -> list[QWidget]:
    """All that can be typed into, chosen or ticked, by what it is and not by what the program says of it."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton, QDoubleSpinBox, QListWidget, QTableView)
    inner = (QComboBox, QDoubleSpinBox, QTableView)
    found = [each for kind in kinds for each in dialog.findChildren(kind)]
    return [
        each
        for each in sorted(found, key=lambda each: not isinstance(each, QListWidget | QComboBox))
        if not isinstance(each.parent(), inner)
        and not (isinstance(each, QAbstractButton) and not each.isCheckable())
        and not (isinstance(each, QLineEdit | QPlainTextEdit) and each.isReadOnly())
    ]


def _said(field: QWidget) -> object:
    if isinstance(field, QLineEdit | QDoubleSpinBox):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QListWidget):
        return field.currentRow()
    if isinstance(field, QTableView):
        model = field.model()
        cells = [model.index(row, at) for row in range(model.rowCount()) for at in range(model.columnCount())]
        return [(cell.data(), cell.data(Qt.ItemDataRole.CheckStateRole)) for cell in cells]
    assert isinstance(field, QAbstractButton)
    return field.isChecked()


def _say_otherwise(field: QWidget, number: int) -> None:
    if isinstance(field, QLineEdit):
        field.setText(f"{number + 1} May 2016")
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(f"Typed\ninto {number}")
    elif isinstance(field, QComboBox) and field.isEditable():
        field.setCurrentText("An agency of another name")
    elif isinstance(field, QComboBox):
        field.setCurrentIndex((field.currentIndex() + 1) % field.count())
    elif isinstance(field, QListWidget):
        field.setCurrentRow(field.count() - 1)
    elif isinstance(field, QDoubleSpinBox):
        field.setValue(0.55)
    elif isinstance(field, QTableView):
        first = field.model().index(0, 0)
        if not field.model().setData(first, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole):
            QTest.keyClick(field, Qt.Key.Key_A)  # of the one that is chosen
    elif isinstance(field, QAbstractButton):
        field.setChecked(not field.isChecked())


def _dialog(name: str) -> QDialog:
    shown = [each for each in QApplication.topLevelWidgets() if type(each).__name__ == name and each.isVisible()]
    assert isinstance(shown[0], QDialog)
    return shown[0]


def _can_be_changed(field: QWidget) -> bool:
    return field.isEnabled() and not (isinstance(field, QComboBox) and not field.isEditable() and field.count() == 1)


def _cancel(dialog: QDialog) -> None:
    """By its own button, where it has one: Escape gives up less in some."""
    box = dialog.findChild(QDialogButtonBox)
    role = QDialogButtonBox.ButtonRole.RejectRole
    buttons = [each for each in box.buttons() if box.buttonRole(each) is role] if box else []
    buttons[0].click() if buttons else dialog.reject()


def _is_shown(name: str) -> bool:
    return any(type(each).__name__ == name and each.isVisible() for each in QApplication.topLevelWidgets())


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """The dialog that is asked."""
    return str(request.param)


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, folder: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window with the review open, and of its pages the one that has the dialog.

    A dialog that would hold whoever asks for it until it is closed does not.
    """
    del theme
    monkeypatch.setattr(QDialog, "exec", lambda dialog: dialog.open() or QDialog.DialogCode.Rejected)
    makers: dict[str, PageMaker] = dict.fromkeys(PAGES, lambda _context, parent: QWidget(parent))
    page = OPENED[name][0]
    made = MainWindow(folder, tmp_path / "window.toml", CHEAP, makers | {page: PAGE_MAKERS[page]})
    qtbot.addWidget(made)
    made.show()
    library = Library.create(folder, PASSPHRASE, CHEAP)
    made.enter(library)
    made.show_review(copied.review(library, sample.facts(), filled=_filled))
    yield made
    made.close()


def test_every_dialog_is_asked_or_has_its_reason() -> None:
    assert _dialogs() == OPENED.keys() | KEEPS_NOTHING.keys()
    assert not OPENED.keys() & KEEPS_NOTHING.keys()


@pytest.mark.parametrize("name", OPENED, indirect=True)
def test_what_stands_in_a_dialog_stands_in_it_again_after_the_lock(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """It takes longer than most, for it locks the real window and opens it again."""

    def opened() -> tuple[QDialog, list[QWidget]]:
        OPENED[name][1](window, qtbot)
        qtbot.waitUntil(lambda: _is_shown(name))
        dialog = _dialog(name)
        return dialog, _fields(dialog)

    _, fields = opened()
    before, changed = [_said(each) for each in fields], []
    for number, each in enumerate(fields):
        if _can_be_changed(each):
            _say_otherwise(each, number)
            changed.append(each)
    typed = [_said(each) for each in fields]
    assert changed
    assert [each for each, one, other in zip(fields, before, typed, strict=True) if one != other] == changed

    window.idle._lock(asked=True)
    qtbot.waitUntil(lambda: window.library is None and not _is_shown(name))
    window._come_back(Library.open(window._folder, PASSPHRASE, CHEAP))
    if name != "NewReviewDialog":
        qtbot.waitUntil(lambda: window.room is not None)
    again, fields = opened()
    assert [_said(each) for each in fields] == typed

    _cancel(again)
    qtbot.waitUntil(lambda: not _is_shown(name))
    assert [_said(each) for each in opened()[1]] == before
