"""The two forms of the way in: choosing a passphrase, once, and typing it, every day after."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import button, label, restyle
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.unlock.passphrase_field import PassphraseField

LONG_ENOUGH = 12
"""Letters. NIST SP 800-63B asks for 8 where tries are limited; whoever has a stolen file is not limited."""


class Form(QWidget):
    """A column with a title, fields, a line that says what is wrong, and one button."""

    wanted = Signal(str)
    """The passphrase, when it can be tried."""

    def __init__(self, title: str, words: str, go: str) -> None:
        super().__init__()
        self.title = label(title, "title")
        self.words = label(words, wrap=True)
        self.problem = label("", "hint", wrap=True)
        self.go = button(go, "primary", self.submit)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SMALL)
        self.column.addWidget(self.title)
        self.column.addWidget(self.words)
        self.column.addSpacing(SMALL)

    def add_field(self, words: str, field: PassphraseField) -> QLabel:
        """Put a field under its name."""
        name = label(words, "label")
        name.setBuddy(field.line)
        self.column.addWidget(name)
        self.column.addWidget(field)
        self.column.addSpacing(HAIR)
        return name

    def finish(self) -> None:
        """Put the line for what is wrong, and the button, below the fields."""
        self.column.addWidget(self.problem)
        self.column.addSpacing(MEDIUM)
        self.column.addWidget(self.go)

    def say(self, words: str, *, wrong: bool) -> None:
        """Say something about what is typed."""
        self.problem.setText(words)
        self.problem.setProperty("wrong", wrong)
        restyle(self.problem)

    def submit(self) -> None:
        """Hand the passphrase on if it can be tried; each form knows what that takes."""

    def refuse(self, error: UserError) -> None:
        """Say why it did not open, and let it be tried again."""
        self.say(f"{error.what} {error.next_step}", wrong=True)


class EnterForm(Form):
    """For a library that is there."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", "", "")
        self.title.setText(self.tr("Open your library"))
        self.words.setText(self.tr("Your reviews are locked. Type your passphrase to open them."))
        self.go.setText(self.tr("Open"))
        self.field = PassphraseField(theme, self.tr("Passphrase"))
        self.add_field(self.tr("Passphrase"), self.field)
        self.finish()
        self.field.entered.connect(self.submit)
        self.field.changed.connect(self._on_typing)
        self.setFocusProxy(self.field)

    def submit(self) -> None:
        """Try what is typed."""
        if self.field.text:
            self.wanted.emit(self.field.text)
        else:
            self.say(self.tr("Type your passphrase first."), wrong=True)
            self.field.setFocus()

    def refuse(self, error: UserError) -> None:
        """Leave what was typed, all of it chosen, so that it can be corrected or typed over."""
        super().refuse(error)
        self.field.setFocus()
        self.field.line.selectAll()

    def _on_typing(self) -> None:
        self.say("", wrong=False)


class ChooseForm(Form):
    """For the first day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", "", "")
        self.title.setText(self.tr("Choose a passphrase"))
        self.words.setText(
            self.tr(
                "Everything you keep here is encrypted with it: whoever takes this computer, or a copy of its"
                " files, can read nothing without it."
            )
        )
        self.go.setText(self.tr("Make the library"))
        warning = label(
            self.tr(
                "Nobody can recover it, the makers of this program included. Write it down, and keep it away from"
                " this computer in a place you trust."
            ),
            wrap=True,
        )
        warning.setProperty("role", "warning")
        self.column.addWidget(warning)
        self.column.addSpacing(LARGE)
        self.field = PassphraseField(theme, self.tr("Passphrase"))
        self.again = PassphraseField(theme, self.tr("The same again"))
        self.add_field(self.tr("Passphrase"), self.field)
        self.add_field(self.tr("The same again"), self.again)
        self.finish()
        self.field.changed.connect(self._advise)
        self.again.changed.connect(self._advise)
        self.field.entered.connect(self.again.setFocus)
        self.again.entered.connect(self.submit)
        self.setFocusProxy(self.field)
        self._advise()

    def submit(self) -> None:
        """Hand the passphrase on when it is long enough and was typed alike twice."""
        if len(self.field.text) < LONG_ENOUGH:
            self.say(self.tr("It needs at least {least} letters.").format(least=LONG_ENOUGH), wrong=True)
            self.field.setFocus()
        elif self.field.text != self.again.text:
            self.say(self.tr("The two are not alike yet. Type the second once more."), wrong=True)
            self.again.setFocus()
            self.again.line.selectAll()
        else:
            self.wanted.emit(self.field.text)

    def _advise(self) -> None:
        typed = len(self.field.text)
        if typed == 0:
            self.say(self.tr("Four or more words that have nothing to do with each other are good."), wrong=False)
        elif typed < LONG_ENOUGH:
            one, many = self.tr("{n} more letter needed."), self.tr("{n} more letters needed.")
            self.say(counted(LONG_ENOUGH - typed, one, many), wrong=False)
        elif self.again.text == self.field.text:
            self.say(self.tr("Long enough, and both are alike."), wrong=False)
        else:
            self.say(self.tr("Long enough. Now type the same again."), wrong=False)
