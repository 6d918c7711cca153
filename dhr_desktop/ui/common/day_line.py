"""A field of one line for a day, never so narrow that the day in it is cut off."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

_LONGEST = "30 September 2019"
_AIR = 26
"""What the style sheet puts around the words, with room for the cursor."""


class DayLine(QLineEdit):
    """As wide as the longest day needs in its letters, at the least."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the longest day."""
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), self.fontMetrics().horizontalAdvance(_LONGEST) + _AIR), hint.height())
