"""The head of the right side: who it is, what they are to the victim, and what to be careful about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.theme import HAIR, SMALL, WIDE
from dhr_desktop.ui.common.widgets import label, link_button
from dhr_desktop.ui.family.whom import Whom


class Head(QWidget):
    """Cautions stand here whatever section is shown, for they are wanted before the telephone is lifted.

    They are for the chair alone: in panel view they are not shown.
    """

    def __init__(self, panel: PanelView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.name = label("", "heading", wrap=True)
        self.under = label("", "hint", wrap=True)
        self.careful = label("", wrap=True)
        self.banner = QWidget()
        self.banner.setProperty("role", "doubt")
        self.banner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.banner.hide()
        within = QVBoxLayout(self.banner)
        within.setContentsMargins(SMALL, HAIR, SMALL, HAIR)
        within.addWidget(self.careful)
        self.history = link_button(self.tr("History"))
        self.history.setToolTip(self.tr("What was done to this person, Ctrl+Shift+H"))
        above = QHBoxLayout()
        above.addWidget(self.name, 1)
        above.addWidget(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        column.setSpacing(HAIR)
        column.addLayout(above)
        for each in (self.under, self.banner):
            column.addWidget(each)

    def say(self, whom: Whom) -> None:
        """Say who it is."""
        careful = () if self._panel.on else whom.careful
        self.careful.setText("\n".join(careful))
        self.banner.setVisible(bool(careful))
        self.history.setVisible(whom.person is not None)
        if whom.person is None:
            self.name.setText(self.tr("Everyone"))
            self.under.setText(self.tr("What concerns all whom the review involves."))
            return
        self.name.setText(self._panel.person(whom.person))
        stakeholder = whom.stakeholder
        relation = (stakeholder.relation if stakeholder else "") or whom.person.relationship or whom.person.role.value
        more = [self.tr("next of kin")] if stakeholder and stakeholder.next_of_kin else []
        if stakeholder and stakeholder.preferred_name and not self._panel.on:
            more.append(self.tr("wishes to be called {name}").format(name=stakeholder.preferred_name))
        self.under.setText(self._panel.shown(" · ".join([relation, *more])))
