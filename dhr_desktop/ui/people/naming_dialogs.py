"""Asks about a place whose name is covered, and who sits on the panel."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.naming import PanelMember, PlaceName
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label


class PlaceDialog(QDialog):
    """A place: its name, the other ways in which records write it, and what stands for it."""

    def __init__(self, place: PlaceName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        title = self.tr("A place whose name is covered")
        self.setWindowTitle(title)
        self.name = QLineEdit(place.real_name)
        self.stands_as = QLineEdit(place.stands_as)
        self.stands_as.setPlaceholderText(self.tr("For example: a small town in the county"))
        self.forms = QPlainTextEdit("\n".join(place.forms))
        self.forms.setTabChangesFocus(True)
        self.forms.setPlaceholderText(self.tr("One on each line"))
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.addRow(self.tr("Real &name"), self.name)
        fields.addRow(self.tr("&What it is, in the report"), self.stands_as)
        fields.addRow(self.tr("&Other ways of writing it"), self.forms)
        self._box = button_box(self, self.tr("Save"), self.tr("Cancel"))
        self.name.textChanged.connect(self._on_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(title, "heading"))
        column.addLayout(fields)
        column.addWidget(self._box)
        self.setMinimumWidth(460)
        self._on_name()

    @property
    def place(self) -> PlaceName:
        """The place as it stands in the dialog."""
        lines = (" ".join(line.split()) for line in self.forms.toPlainText().splitlines())
        forms = tuple(dict.fromkeys(line for line in lines if line))
        name, stands_as = (" ".join(each.text().split()) for each in (self.name, self.stands_as))
        return replace(self._place, real_name=name, stands_as=stands_as, forms=forms)

    def _on_name(self) -> None:
        self._box.buttons()[0].setEnabled(bool(self.name.text().strip()))


class ShortNamesDialog(QDialog):
    """By what short names records call an agency; those that the program has found itself are said."""

    def __init__(self, agency: Agency, found: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Short names of an agency"))
        self.lines = QPlainTextEdit("\n".join(agency.forms))
        self.lines.setAccessibleName(self.tr("Short names of an agency"))
        self.lines.setTabChangesFocus(True)
        self.lines.setPlaceholderText(self.tr("One on each line, as the records write it"))
        words = self.tr(
            "Where the agency has a name for the report, its short names are covered with its whole one, exactly as"
            " they are written here. One that begins with “the” is covered only after that word."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(agency.name, "heading", wrap=True))
        column.addWidget(label(words, wrap=True))
        column.addWidget(self.lines)
        others = [each for each in found if each not in agency.forms]
        if others:
            told = self.tr("Covered already, as the records introduce them: {forms}.")
            column.addWidget(label(told.format(forms=", ".join(f"“{each}”" for each in others)), "hint", wrap=True))
        column.addWidget(button_box(self, self.tr("Save"), self.tr("Cancel")))
        self.setMinimumWidth(520)

    @property
    def forms(self) -> list[str]:
        """Those that were typed."""
        return self.lines.toPlainText().splitlines()


class PanelDialog(QDialog):
    """Who sits on the panel: a line for each, with post and agency after semicolons."""

    def __init__(self, members: Sequence[PanelMember], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Members of the panel"))
        self.lines = QPlainTextEdit("\n".join(_line(each) for each in members))
        self.lines.setAccessibleName(self.tr("Members of the panel"))
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumHeight(220)
        words = self.tr(
            "The report names them, so no pseudonym should be theirs. One on each line: name; post; agency."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Members of the panel"), "heading"))
        column.addWidget(label(words, wrap=True))
        column.addWidget(self.lines)
        column.addWidget(button_box(self, self.tr("Save"), self.tr("Cancel")))
        self.setMinimumWidth(560)

    @property
    def members(self) -> list[PanelMember]:
        """Those who were typed."""
        found = []
        for line in self.lines.toPlainText().splitlines():
            name, post, agency = (*(" ".join(part.split()) for part in line.split(";", 2)), "", "")[:3]
            if name:
                found.append(PanelMember(0, name, post, agency))
        return found


def _line(member: PanelMember) -> str:
    return f"{member.name}; {member.post}; {member.agency}".rstrip("; ")
