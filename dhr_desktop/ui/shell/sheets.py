"""Two small sheets of the Help menu: the shortcuts, read from the table of actions, and what this program is."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop import __version__
from dhr_desktop.ui.common.actions import ACTIONS, ActionSpec, words_of
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, VAST, WIDE
from dhr_desktop.ui.common.widgets import button, label, scrolled


def _scopes() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "program": translate("sheets", "Everywhere"),
        "review": translate("sheets", "In a review"),
        "overview": translate("sheets", "Overview"),
        "submissions": translate("sheets", "Submissions"),
        "doubts": translate("sheets", "Doubts"),
        "timeline": translate("sheets", "Timeline"),
        "events": translate("sheets", "Events"),
        "disagreements": translate("sheets", "Disagreements"),
        "questions": translate("sheets", "Questions"),
        "gaps": translate("sheets", "Gaps"),
        "people": translate("sheets", "People"),
        "family": translate("sheets", "Family"),
        "report": translate("sheets", "Report"),
    }


_LETTERS, _LINES = 110, 34


class ShortcutSheet(QDialog):
    """Every key, by where it works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        by_scope: dict[str, list[ActionSpec]] = {scope: [] for scope in _scopes()}
        for spec in ACTIONS:
            if spec.shortcut:
                by_scope[spec.scope].append(spec)
        columns = QHBoxLayout()
        columns.setSpacing(VAST)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(LARGE)
            columns.addLayout(column, 1)
        for scope, words in _scopes().items():
            if by_scope[scope]:
                (left if scope in ("program", "review") else right).addWidget(_group(words, by_scope[scope]))
        left.addStretch(1)
        right.addStretch(1)
        inner = QWidget()
        inner.setLayout(columns)
        close = button(self.tr("Close"), "", self.accept)
        close.setDefault(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        outer.setSpacing(MEDIUM)
        outer.addWidget(label(self.tr("Keyboard shortcuts"), "title"))
        outer.addWidget(scrolled(inner, self), 1)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(_LETTERS * letter, _LINES * self.fontMetrics().lineSpacing())


def _group(title: str, specs: list[ActionSpec]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(HAIR)
    grid.setHorizontalSpacing(WIDE)
    grid.addWidget(label(title, "label"), 0, 0, 1, 2)
    for row, spec in enumerate(specs, start=1):
        keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(label(words_of(spec)), row, 0)
        grid.addWidget(label(keys, "hint"), row, 1, Qt.AlignmentFlag.AlignRight)
    return group


class AboutSheet(QDialog):
    """What the program is, and where its data stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About DHR Desktop"))
        words = self.tr(
            "A private workplace for the independent chair of a Domestic Homicide Review or a Domestic Abuse"
            " Related Death Review. It works without a network: nothing leaves this computer unless you hand it on."
        )
        text = label(words, wrap=True)
        text.setMinimumWidth(420)
        close = button(self.tr("Close"), "", self.accept)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("DHR Desktop"), "title"))
        column.addWidget(label(self.tr("Version {version}").format(version=__version__), "hint"))
        column.addWidget(text)
        column.addWidget(label(self.tr("Free software under the MIT licence."), "hint"))
        column.addSpacing(MEDIUM)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
