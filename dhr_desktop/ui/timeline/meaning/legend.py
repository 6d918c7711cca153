"""The foot of the timeline: how many entries have been read, and which key says what of the chosen ones."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from dhr_desktop.domain.meaning import Mark
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.timeline.themes import DIGITS
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import label, link_button
from dhr_desktop.ui.timeline.meaning.wordings import JUDGING_KEYS, MARKING_KEYS, mark_words, significance_words

_LONGEST = 18


class Legend(QWidget):
    """One quiet line, or more where the window is narrow. The keys can be hidden."""

    going_on_chosen = Signal(bool)
    keys_chosen = Signal(bool)
    """Whether the keys are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.read = label(role="hint")
        self.read.setAccessibleName(self.tr("Entries read"))
        self.keys = KeyLine()
        self.going_on = QCheckBox(self.tr("Go on after judging"))
        self.going_on.setToolTip(self.tr("After 1, 2 or 3 the next entry is chosen by itself"))
        self.going_on.clicked.connect(self.going_on_chosen)
        self.turn = link_button("", self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, 0, MEDIUM, 0)
        row.setSpacing(LARGE)
        row.addWidget(self.read, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.keys, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.going_on)
        row.addWidget(self.turn)
        self.show_choices(keys=True, going_on=False)

    def show_read(self, read: int, total: int) -> None:
        """Tell how many of all entries the chair has judged."""
        self.read.setText(self.tr("{read} of {total} read").format(read=f"{read:,}", total=f"{total:,}"))
        self.setVisible(total > 0)

    def show_themes(self, tree: ThemeTree) -> None:
        """Name the themes that have a key."""
        self.keys.show_keys([*self._fixed(), *self._of_themes(tree), *self._last()])

    def show_choices(self, *, keys: bool, going_on: bool) -> None:
        """Show what has been chosen before."""
        self.keys.setVisible(keys)
        self.turn.setText(self.tr("Hide keys") if keys else self.tr("Show keys"))
        self.going_on.setChecked(going_on)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.going_on, self.turn]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a line, as wide as there is room."""
        return QSize(200, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It never makes the window wider."""
        return QSize(200, super().minimumSizeHint().height())

    def _turn(self) -> None:
        self.keys_chosen.emit(self.keys.isHidden())

    def _fixed(self) -> list[tuple[str, str]]:
        judging = [(str(digit), significance_words(said)) for digit, said in JUDGING_KEYS.items() if digit]
        short = {Mark.VOICE: self.tr("Voice"), Mark.MISSED: self.tr("Missed")}
        marking = [(str(digit), short.get(mark, mark_words(mark))) for digit, mark in MARKING_KEYS.items()]
        return judging + marking

    def _of_themes(self, tree: ThemeTree) -> list[tuple[str, str]]:
        with_key = [(digit, tree.with_digit(digit)) for digit in DIGITS]
        found = [(str(digit), _short(theme.name)) for digit, theme in with_key if theme]
        return found or [(f"{DIGITS[0]}–{DIGITS[-1]}", self.tr("Your themes"))]

    def _last(self) -> list[tuple[str, str]]:
        shift = self.tr("Shift+F5")
        return [
            ("0", self.tr("Unread")),
            (self.tr("Space"), self.tr("Next unread")),
            (shift, mark_words(Mark.DISTRESSING)),
        ]


class KeyLine(QWidget):
    """Keys and what they say, in as many lines as they need: a key that is left out is one that nobody finds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._pairs: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = FlowLayout(0, 0, self)

    def show_keys(self, keys: list[tuple[str, str]]) -> None:
        """Show these, in order."""
        said = "   ".join(f"{key} {words}" for key, words in keys)
        if said == self._said:
            return
        self._said = said
        self.setAccessibleName(self.tr("Keys: {keys}").format(keys=said))
        for pair in self._pairs:
            self._row.removeWidget(pair)
            pair.hide()
            pair.deleteLater()
        self._pairs = [_pair(key, words) for key, words in keys]
        for pair in self._pairs:
            self._row.addWidget(pair)
            pair.show()

    def words(self) -> str:
        """All that it says."""
        return self._said

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It gives way to everything beside it."""
        return QSize(0, super().minimumSizeHint().height())


def _pair(key: str, words: str) -> QWidget:
    made = QWidget()
    cap = QLabel(key)
    cap.setProperty("role", "keycap")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, SMALL, 0)
    row.setSpacing(HAIR)
    row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(words, "hint"))
    return made


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
