"""The colours that the timeline draws with, taken from the theme by role."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from dhr_desktop.ui.common.theme import Theme


@dataclass(slots=True)
class Inks:
    """One colour for each thing drawn by hand."""

    text: QColor
    muted: QColor
    surface: QColor
    outside: QColor
    line: QColor
    hover: QColor
    selected: QColor
    accent: QColor
    found: QColor
    found_text: QColor
    doubt: QColor
    agencies: tuple[QColor, ...]

    def agency(self, colour: int) -> QColor:
        """The colour of an agency's place in the palette; after the last it begins again."""
        return self.agencies[colour % len(self.agencies)]

    def agency_edge(self, colour: int) -> QColor:
        """The edge of a swatch, so that a pale one is seen on a pale ground."""
        return self.agency(colour).darker(115)


def inks_of(theme: Theme) -> Inks:
    """The inks of a theme."""
    raise NotImplementedError
