"""What forms do with the fields of which they are made, whether of one line or of several."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.widgets import restyle

Editor = QLineEdit | GrowingText


def show_text(editor: Editor, text: str) -> None:
    """Show other words, from their beginning, and forget how those before were typed."""
    if editor.text() == text:
        return
    editor.setText(text)
    if isinstance(editor, QLineEdit):
        editor.setCursorPosition(0)


def go_on_with(editor: Editor, text: str) -> None:
    """Show words that were begun, to be gone on with at their end."""
    editor.setText(text)
    if isinstance(editor, QLineEdit):
        editor.end(False)
    else:
        editor.moveCursor(QTextCursor.MoveOperation.End)


def put_back(editor: Editor, text: str) -> None:
    """Put these words in place of what was typed, so that the field's own undo brings the typed ones back."""
    if isinstance(editor, QLineEdit):
        editor.selectAll()
        editor.insert(text)
        return
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)


def settle(editor: Editor) -> None:
    """Forget how the text was typed: from here on Ctrl+Z undoes the step that saved it."""
    if isinstance(editor, QLineEdit):
        place = editor.cursorPosition()
        editor.setText(editor.text())
        editor.setCursorPosition(place)
    else:
        editor.document().clearUndoRedoStacks()


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Have the style sheet draw the widget as wrong, or no longer."""
    if bool(widget.property("wrong")) != wrong:
        widget.setProperty("wrong", wrong)
        restyle(widget)
