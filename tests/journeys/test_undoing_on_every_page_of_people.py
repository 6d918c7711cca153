"""Whatever was done to people and family, Ctrl+Z takes it back before the chair’s eyes, and redo brings it again."""

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from dhr_desktop.app import sample
from dhr_desktop.store.library import Library
from tests.family.every_command import COMMANDS, filled
from tests.journeys.at_the_keyboard import CONTROL, rest
from tests.store.made import CHEAP, PASSPHRASE, snapshot

FAMILY, PEOPLE = "family", "people"
_OF_MOTHER = {
    "about": (
        *("stakeholders.change", "stakeholders.leave_out", "stakeholders.change_advocacy"),
        *("stakeholders.remove_advocacy", "stakeholders.change_wish", "stakeholders.remove_wish"),
        *("stakeholders.change_not_told", "stakeholders.remove_not_told"),
    ),
    "contacts": ("contacts.log", "contacts.change", "contacts.remove", "letters.note_in_log"),
    "due": (
        *("contacts.promise", "contacts.change_promise", "contacts.keep_promise", "contacts.reopen_promise"),
        "contacts.remove_promise",
    ),
    "offers": ("offers.mark", "offers.put", "offers.take_over"),
    "readings": (
        *("readings.change", "readings.remove", "readings.comment", "readings.change_comment"),
        "readings.remove_comment",
    ),
    "letters": ("letters.rewrite",),
    "approach": ("approaches.change", "approaches.remove"),
    "avoiding": ("avoiding.add", "avoiding.change", "avoiding.remove"),
}
PLACES = {
    **{(FAMILY, "mother", section): commands for section, commands in _OF_MOTHER.items()},
    (FAMILY, "sister", "about"): ("stakeholders.add_advocacy", "stakeholders.add_wish", "stakeholders.add_not_told"),
    (FAMILY, "sister", "readings"): ("readings.begin",),
    (FAMILY, "sister", "approach"): ("approaches.add",),
    (FAMILY, "child", "child"): (
        *("children.note", "children.add_responsibility", "children.change_responsibility"),
        "children.remove_responsibility",
    ),
    (FAMILY, "mother", "offers"): (*_OF_MOTHER["offers"], "stakeholders.involve"),
    (PEOPLE, "mother", "register"): (
        *("kinship.change_identifier", "kinship.remove_identifier", "register.add_person", "register.add_people"),
        *("register.add_registered", "register.change_person", "register.remove_person", "name_forms.confirm"),
        "name_forms.confirm_new",
    ),
    (PEOPLE, "mother", "picture"): (
        *("kinship.relate", "kinship.change_relation", "kinship.unrelate"),
        *("kinship.move_in", "kinship.change_stay", "kinship.move_out"),
    ),
    (PEOPLE, "victim", "picture"): ("pregnancies.change", "pregnancies.remove"),
    (PEOPLE, "sister", "picture"): ("pregnancies.add",),
    (PEOPLE, "sister", "register"): ("name_forms.confirm_as", "register.take_sexes"),
    (PEOPLE, "child", "register"): ("kinship.add_identifier",),
    (PEOPLE, "mother", "forms"): ("name_forms.refuse",),
    (PEOPLE, "mother", "names"): (
        *("naming.record", "naming.correct", "naming.take_out", "naming.add_place", "naming.remove_place"),
    ),
}
NOT_ON_A_PAGE = frozenset(
    {
        "name_forms.say_places",  # what a form means is asked place by place
        "naming.change_place",  # its other forms stand in its dialog alone
        "naming.put_panel",  # the panel's members stand in their dialog alone
        "naming.put_short_names",  # and so do an agency's short names
        "letters.reset",  # the letter of another occasion than the one that is shown at first
    }
)
LEADS_ELSEWHERE = frozenset({"stakeholders.leave_out"})
"""Who was shown is there no more: what everyone's page shows of a contact hangs on which was looked at before."""


@pytest.fixture
def reviewed(window, tmp_path):
    """No records but the one of the family's own tests; the review in the window, and what is known there."""
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made, everyone = filled(library, sample.facts())
    window.enter(library)
    window.show_review(made)
    return made, everyone


def words_on(page: QWidget) -> list[str]:
    """All words that a page shows now, with what is chosen and ticked."""
    found: list[str] = []
    for each in page.findChildren(QWidget):
        if not each.isVisible() or isinstance(each, QAbstractSlider):
            continue
        if isinstance(each, QLabel | QLineEdit):
            found.append(each.text())
        elif isinstance(each, QPlainTextEdit):
            found.append(each.toPlainText())
        elif isinstance(each, QComboBox):
            found.append(each.currentText())
        elif isinstance(each, QCheckBox):
            found.append(f"{each.text()} {each.isChecked()}")
        elif isinstance(each, QAbstractItemView) and each.model() is not None:
            found += _cells(each)
    return [words for words in found if words]


def _cells(view: QAbstractItemView) -> list[str]:
    model = view.model()
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    return [
        str(model.index(row, column).data(role) or "")
        for row in range(model.rowCount())
        for column in range(columns)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    ]


def test_every_command_is_looked_at_on_a_page_or_said_to_stand_on_none() -> None:
    shown = [name for commands in PLACES.values() for name in commands]
    assert sorted(shown) == sorted(COMMANDS.keys() - NOT_ON_A_PAGE)


class Seen:
    """What a chair sees of one person at one place, and the keys there."""

    def __init__(self, window, qtbot, place, person: int) -> None:
        self.window, self.qtbot, self.section = window, qtbot, place[2]
        rest(window, qtbot)
        window.room.show_page(place[0])
        self.page = window.room.page(place[0])
        if place[0] == FAMILY:
            self.page.show_person(person, self.section)
        else:
            self.page.show_person(person)
            rest(window, qtbot)
            self.page.show_view(self.section)
        self.settle()
        if self.section == "picture":
            self.page.view("picture").canvas.choose(person)
        self.page.take_keyboard()
        self.settle()

    def settle(self) -> None:
        waiting = [each for each in self.page.findChildren(QTimer) if each.isSingleShot()]
        rest(self.window, self.qtbot)
        self.qtbot.waitUntil(lambda: not any(each.isActive() for each in waiting))
        rest(self.window, self.qtbot)

    def now(self) -> list[str]:
        # Where one form after another is looked at, another is at hand after an undo, and the list alone is as it was.
        return _cells(self.page.view("forms").table) if self.section == "forms" else words_on(self.page)

    def press(self, times: int, modifier) -> list[str]:
        for _ in range(times):
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Z, modifier)
            self.settle()
        return self.now()


@pytest.mark.parametrize("place", PLACES, ids="-".join)
def test_undo_and_redo_are_seen_where_the_work_is_done(window, reviewed, qtbot, place) -> None:
    review, everyone = reviewed
    seen = Seen(window, qtbot, place, getattr(everyone, place[1]).id)
    for name in PLACES[place]:
        before, rows = seen.now(), snapshot(review)
        steps = len(review.journal.steps(1_000))
        window.room.jobs.run(lambda _, run=COMMANDS[name]: run(review, everyone), "Saving")
        seen.settle()
        after, rows_after = seen.now(), snapshot(review)
        made = len(review.journal.steps(1_000)) - steps
        assert (after != before) == (made == 1), name
        for _ in range(2):
            assert seen.press(made, CONTROL) == before, name
            assert snapshot(review) == rows, name
            again = seen.press(made, CONTROL | Qt.KeyboardModifier.ShiftModifier)
            assert again == after or name in LEADS_ELSEWHERE, name
            assert snapshot(review) == rows_after, name
        seen.press(made, CONTROL)
