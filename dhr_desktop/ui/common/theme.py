"""How the program looks: one palette and one style sheet made from a scheme, one scale of space and one of type."""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from dhr_desktop.base import resources
from dhr_desktop.ui.common.pictures import tinted
from dhr_desktop.ui.common.scheme import scheme

SPACE = (4, 8, 12, 16, 24, 32)
HAIR, SMALL, MEDIUM, LARGE, WIDE, VAST = SPACE
"""The only distances between things, in device-independent pixels."""

TYPE_SCALE = {"small": 0.9, "body": 1.0, "heading": 1.15, "title": 1.5, "display": 1.9}
"""Sizes of type, relative to the system's own font."""

TEXT_SIZES = (100, 125, 150, 200)
SYSTEM = "system"

# A style sheet takes pictures from files as they are, so these come ready for light and for dark.
_PICTURES_ON_LIGHT = {
    "arrow": "arrow-on-light",
    "arrow_up": "arrow-up-on-light",
    "tick": "check-on-light",
    "menu_tick": "check-on-dark",
}
_PICTURES_ON_DARK = {
    "arrow": "arrow-on-dark",
    "arrow_up": "arrow-up-on-dark",
    "tick": "check-on-dark",
    "menu_tick": "check-on-light",
}


class Theme(QObject):
    """The look in use. Those who draw by hand take `colour` and `agency`, and draw again on `changed`."""

    changed = Signal()

    def __init__(self, key: str, text_size: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme(key)
        self._system_font = QApplication.font()
        self._text_size = text_size
        self._icons: dict[tuple[str, str], QIcon] = {}

    @staticmethod
    def load(key: str) -> "Theme":
        """The theme 'light', 'dark' or 'contrast'."""
        return Theme(key)

    @property
    def key(self) -> str:
        """Which theme it is: 'light', 'dark' or 'contrast'."""
        return self._scheme.key

    @property
    def is_dark(self) -> bool:
        """Whether light stands on dark."""
        return self._scheme.dark

    @property
    def agencies(self) -> tuple[QColor, ...]:
        """The colours of agencies, in the order that `Agency.colour` counts."""
        return tuple(QColor(each) for each in self._scheme.agencies)

    def agency(self, colour: int) -> QColor:
        """The colour of an agency's place in the palette; after the last it begins again."""
        return QColor(self._scheme.agencies[colour % len(self._scheme.agencies)])

    def colour(self, role: str) -> QColor:
        """The colour of a role, such as 'text', 'muted' or 'accent'; the roles stand in resources/themes."""
        return QColor(self._scheme.colours[role])

    def scaled(self, length: int) -> int:
        """A length in pixels that has to grow with the text, such as the width of a column of words."""
        return round(length * self._text_size / 100)

    def icon(self, name: str, role: str = "text") -> QIcon:
        """The icon `name` in the colour of a role; `icons.put` keeps a button's icon right when the theme changes."""
        found = self._icons.get((name, role))
        if found is None:  # drawn once: in all its sizes it takes 2 ms, and every chip of a filter has one
            found = tinted(name, self._scheme.colours[role], self._scheme.colours["disabled"])
            self._icons[name, role] = found
        return found

    def font(self, step: str) -> QFont:
        """The font of a step of the scale: 'small', 'body', 'heading', 'title' or 'display'."""
        font = QFont(self._system_font)
        font.setPointSizeF(self._points(step))
        if step in ("heading", "title", "display"):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def use(self, key: str, text_size: int | None = None) -> None:
        """Change to another theme or size of text, in every open window."""
        self._scheme = scheme(key)
        self._icons.clear()
        self._text_size = text_size or self._text_size
        self.apply()
        self.changed.emit()

    def apply(self) -> None:
        """Dress the application."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.setFont(self.font("body"))
        app.setPalette(self.palette())
        sheet = self.style_sheet()
        if app.styleSheet() != sheet:  # Qt polishes every widget anew, a quarter of a second, also for the same sheet
            app.setStyleSheet(sheet)

    def palette(self) -> QPalette:
        """The palette for what Qt's Fusion style draws itself."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def style_sheet(self) -> str:
        """The one style sheet of the program."""
        sizes = {f"size_{step}": f"{self._points(step):.2f}pt" for step in TYPE_SCALE}
        pictures = _PICTURES_ON_DARK if self.is_dark else _PICTURES_ON_LIGHT
        paths = {name: resources.path(f"icons/{picture}.svg").as_posix() for name, picture in pictures.items()}
        template = Template(resources.text("themes/window.qss"))
        return template.substitute(self._scheme.colours, **sizes, **paths)

    def _points(self, step: str) -> float:
        base = self._system_font.pointSizeF()
        if base <= 0:  # the system gave its size in pixels
            screen = QGuiApplication.primaryScreen()
            base = self._system_font.pixelSize() * 72 / (screen.logicalDotsPerInchY() if screen else 96)
        return base * TYPE_SCALE[step] * self._text_size / 100


_R = QPalette.ColorRole
_PALETTE = {
    _R.Window: "window",
    _R.WindowText: "text",
    _R.Base: "surface",
    _R.AlternateBase: "window",
    _R.Text: "text",
    _R.PlaceholderText: "muted",
    _R.Button: "surface",
    _R.ButtonText: "text",
    _R.BrightText: "refused",
    _R.ToolTipBase: "surface",
    _R.ToolTipText: "text",
    _R.Highlight: "selected",
    _R.HighlightedText: "text",
    _R.Link: "accent",
    _R.LinkVisited: "accent",
    _R.Accent: "accent",
    _R.Light: "surface",
    _R.Midlight: "line",
    _R.Mid: "line",
    _R.Dark: "edge",
    _R.Shadow: "edge",
}


def system_key() -> str:
    """The theme that the system's own settings ask for."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    if accessibility and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
