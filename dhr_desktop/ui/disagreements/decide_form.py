"""What the review takes to be so, and why: one of the accounts at a click, or the chair's own words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from dhr_desktop.ui.common.signs import tip
from dhr_desktop.ui.common.theme import HAIR, SMALL, Theme
from dhr_desktop.ui.common.widgets import PushButton, button, label, restyle

_LINES = 2.6


class _Reason(QPlainTextEdit):
    """A few lines. Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)


class ChoiceButton(PushButton):
    """One of the accounts. It is cut where there is no room; its tip has the whole."""

    typed_on = Signal(str)
    """A letter was typed here: the chair writes own words, which would otherwise be lost up to the first space."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setProperty("role", "step")
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self._show(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as all of its words."""
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        cut = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(hint.width() + cut, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as may be."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut anew."""
        super().resizeEvent(event)
        beside = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self._words)
        fits = self.width() >= self.sizeHint().width()
        room = self.width() - beside
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._show(self._words if fits else cut)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press it, or hand on a letter that is typed."""
        letter = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and letter.isprintable() and letter.strip():
            self.typed_on.emit(letter)
        else:
            super().keyPressEvent(event)

    def _show(self, words: str) -> None:
        if words.replace("&", "&&") != self.text():
            self.setText(words.replace("&", "&&"))


class DecideForm(QWidget):
    """Says what is wanted; the page has it done."""

    settle_wanted = Signal(str, str)
    """The finding and the reason."""
    ask_wanted = Signal(int)
    """The agency to be asked, by its id."""
    reopen_wanted = Signal()
    typing = Signal()
    """The finding or the reason says something else now."""
    lift_wanted = Signal()
    """The accounts are asked for, one of which is veiled."""
    gone_to = Signal(QWidget)
    """What the keyboard was given, which has to be seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choices: list[QPushButton] = []
        self.finding, self.reason = QLineEdit(), _Reason()
        self.finding.setPlaceholderText(self.tr("One of the accounts, or your own words"))
        self.reason.setPlaceholderText(self.tr("Why the review takes this to be so"))
        self.wrong = label("", wrap=True)
        self.wrong.setProperty("wrong", "true")
        self.covered = label(self.tr("Names are covered. Turn panel view off to decide."), "hint", wrap=True)
        self.covered.hide()
        self.body = QWidget()
        self.show_accounts = button(self.tr("Show the accounts to decide (F5)"), "", self.lift_wanted.emit)
        self.show_accounts.hide()
        self.agencies = QMenu(self)
        self.settle = button(self.tr("&Settle"), "primary", self.submit)
        self.ask = button(self.tr("As&k the agency…"))
        self.ask.setMenu(self.agencies)
        self.reopen = button(self.tr("Reo&pen"), "", self.reopen_wanted.emit)
        self._build()
        self._fit()
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        finding = label(self.tr("The review &takes it that"), "label")
        finding.setBuddy(self.finding)
        reason = label(self.tr("&Because"), "label")
        reason.setBuddy(self.reason)
        self.finding.setAccessibleName(self.tr("What the review takes to be so"))
        self.reason.setAccessibleName(self.tr("The reason"))
        self._choices = QVBoxLayout()
        self._choices.setSpacing(HAIR)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for pressed in (self.settle, self.ask, self.reopen):
            buttons.addWidget(pressed)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.show_accounts, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self.body)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(finding)
        column.addLayout(self._choices)
        for part in (self.finding, reason, self.reason, self.wrong, self.covered):
            column.addWidget(part)
        column.addLayout(buttons)
        self.finding.returnPressed.connect(self.reason.setFocus)
        self.finding.textEdited.connect(lambda: self.say_wrong(""))
        self.reason.textChanged.connect(lambda: self.say_wrong(""))
        for written in (self.finding, self.reason):
            written.textChanged.connect(self.typing)
        self.wrong.hide()

    def _fit(self) -> None:
        self.reason.setFixedHeight(round(self.fontMetrics().lineSpacing() * _LINES) + 2 * SMALL)

    def offer(
        self,
        values: Sequence[tuple[str, str, str]],
        agencies: Sequence[tuple[int, str]],
        may_reopen: bool,
        *,
        decidable: bool,
    ) -> None:
        """Offer each account's words, as they are and as they are shown, with whose they are; agencies; reopening."""
        for each in self.choices:
            self._choices.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.choices = []
        for words, shown, whose in values:
            made = ChoiceButton(f"{shown} – {whose}")
            made.clicked.connect(lambda _=False, words=words: self.take(words))
            made.typed_on.connect(self._write_on)
            self._choices.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            made.show()  # at once, for the keyboard may be on its way here
            self.choices.append(made)
        self.agencies.clear()
        for agency_id, name in agencies:
            action = self.agencies.addAction(name.replace("&", "&&"))
            action.setData(agency_id)
            action.triggered.connect(lambda _=False, agency_id=agency_id: self.ask_wanted.emit(agency_id))
        for part in (self.finding, self.reason, self.settle, self.ask):
            part.setEnabled(decidable)
        self.reopen.setVisible(may_reopen)
        last: QWidget | None = None
        for following in (*self.choices, self.finding):
            if last is not None:
                QWidget.setTabOrder(last, following)
            last = following

    def put(self, finding: str, reason: str) -> None:
        """Show what has been written so far."""
        if (finding, reason) == self.written():
            return  # so that whoever is typing can go on
        self.finding.setText(finding)
        self.reason.setPlainText(reason)
        self.reason.moveCursor(QTextCursor.MoveOperation.End)  # where it is gone on with
        self.say_wrong("")

    def cover(self, *, on: bool, veiled: bool = False) -> None:
        """Show what is written, and have nothing written: names that are covered must not come into a decision.

        Nor is anything decided while an account is veiled: the form gives its place to the way to see it.
        """
        self.covered.setVisible(on)
        had = self.body.isAncestorOf(self.focusWidget() or self)
        self.body.setVisible(not veiled)
        self.show_accounts.setVisible(veiled)
        if veiled and had:
            self.show_accounts.setFocus()
        on = on or veiled
        for field in (self.finding, self.reason):
            field.setReadOnly(on)
        for pressed in (*self.choices, self.settle, self.ask, self.reopen):
            pressed.setEnabled(not on and (pressed in (*self.choices, self.reopen) or self.finding.isEnabled()))

    def written(self) -> tuple[str, str]:
        """The finding and the reason as they stand."""
        return self.finding.text(), self.reason.toPlainText()

    def take(self, words: str) -> None:
        """Take an account to be so; the reason is what is left to write."""
        self.finding.setText(words)
        self.say_wrong("")
        self._go_to(self.reason)

    def _write_on(self, letter: str) -> None:
        self._go_to(self.finding)
        self.finding.deselect()
        self.finding.end(False)
        self.finding.insert(letter)

    def submit(self) -> None:
        """Have it settled, or say what is missing."""
        finding, reason = self.written()
        if not self.settle.isEnabled():
            return
        if not finding.strip():
            self.say_wrong(self.tr("Choose one of the accounts above, or write what the review takes to be so."))
            self._go_to(self.finding)
        elif not reason.strip():
            self.say_wrong(self.tr("Write why the review takes this to be so: others will ask."))
            self._go_to(self.reason)
        else:
            self.settle_wanted.emit(finding, reason)

    def choose_agency(self) -> None:
        """Open the list of agencies."""
        if self.ask.isEnabled():
            self._go_to(self.ask)
            self.ask.showMenu()

    def say_wrong(self, words: str) -> None:
        """Say what is missing, and mark the field; '' for nothing."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.finding.setProperty("wrong", bool(words) and not self.finding.text().strip())
        self.reason.setProperty("wrong", bool(words) and bool(self.finding.text().strip()))
        restyle(self.finding, self.reason)

    def take_keyboard(self) -> None:
        """Have the keyboard on the first account, or in the reason where something is taken to be so already."""
        if self.isHidden():
            return
        if not self.show_accounts.isHidden():
            self._go_to(self.show_accounts)
            return
        first = self.choices[0] if self.choices and not self.finding.text() else self.finding
        self._go_to(self.reason if self.finding.text() else first)

    def _go_to(self, part: QWidget) -> None:
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.gone_to.emit(part)
