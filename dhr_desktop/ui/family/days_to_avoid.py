"""Says below a form that a day which is planned in it falls on or near a day to avoid."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from dhr_desktop.domain.avoiding import near
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.spec_form import SpecForm
from dhr_desktop.ui.family.contact_reading import Contacts


class DaysToAvoid(QLabel):
    """Watches the named fields of a form and whom it is about. It warns and forbids nothing."""

    def __init__(
        self,
        form: SpecForm[Any],
        names: Sequence[str],
        whom: Callable[[], Collection[int]],
        panel: PanelView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._form, self._names, self._whom, self._panel = form, tuple(names), whom, panel
        self._read = Contacts()
        self.setWordWrap(True)
        self.setProperty("role", "doubt")
        self.hide()
        for name in names:
            form.editor(name).textChanged.connect(self.say)
        panel.changed.connect(self.say)

    def know(self, read: Contacts) -> None:
        """Know of these days and people."""
        self._read = read
        self.say()

    def say(self) -> None:
        """Say what is near, or nothing."""
        typed = self._form.as_typed()
        if self._panel.on:  # nothing is planned on a shared screen, and the warning would tell a birthday
            self.clear()
            self.hide()
            return
        days = [day for name in self._names if isinstance(day := getattr(typed, name), date)]
        names = {each: person.real_name for each, person in self._read.people.items()}
        found = [words for day in days for words in near(day, self._read.avoid, self._whom(), names, dated=True)]
        said = dict.fromkeys(found)
        self.setText("\n".join(f"{words}." for words in said))
        self.setVisible(bool(said))
