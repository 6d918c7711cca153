"""The fields of a dialog, found by looking: what each says, in words that can be kept, and how it is made to say it.

A dialog need not list them, so that none is forgotten: words, days, choices, ticks, numbers and chosen rows alike.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeGuard, runtime_checkable

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)


@runtime_checkable
class KeepsItself(Protocol):
    """What says its own state in words, such as the ticks of a table."""

    changed: SignalInstance

    def as_kept(self) -> str:
        """What it says."""

    def go_on_with(self, words: str) -> None:
        """Say this again, as far as it still can be said."""


Field = QLineEdit | QPlainTextEdit | QComboBox | QAbstractButton | QSpinBox | QDoubleSpinBox | QListWidget | KeepsItself
_ON, _OFF = "on", "off"
_ITEM = Qt.ItemDataRole.UserRole


def fields_of(holder: QWidget) -> dict[str, Field]:
    """Every field that a dialog holds, by the name it has there, in the order in which they were made.

    Those of a part of it are found too. A field that is only read, or that hides what is typed, is none to be kept.
    """
    found: dict[str, Field] = {}
    for name, held in vars(holder).items():
        for beneath, each in _each(name.strip("_"), held):
            if _is_field(each):
                found[beneath] = each
            elif isinstance(each, QWidget) and _is_ours(each) and holder.isAncestorOf(each):
                inner = fields_of(each)
                alone = len(inner) == 1
                found |= {beneath if alone else f"{beneath}.{named}": field for named, field in inner.items()}
    return found


def said_in(field: Field) -> str:
    """What stands in a field."""
    if isinstance(field, KeepsItself):
        return field.as_kept()
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText() if field.isEditable() else _choice(field, field.currentIndex())
    if isinstance(field, QListWidget):
        item = field.currentItem()
        return _key(item.data(_ITEM)) if item is not None else ""
    if isinstance(field, QAbstractButton):
        return _ON if field.isChecked() else _OFF
    return field.text()


def go_on_with(field: Field, words: str) -> None:
    """Have a field say what was kept, to be gone on with at its end; what can be chosen no more is left as it is."""
    if isinstance(field, KeepsItself):
        field.go_on_with(words)
    elif isinstance(field, QLineEdit):
        field.setText(words)
        field.end(False)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(words)
        field.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(field, QAbstractButton):
        field.setChecked(words == _ON)
    elif isinstance(field, QComboBox) and field.isEditable():
        field.setCurrentText(words)
    elif isinstance(field, QComboBox):
        found = [at for at in range(field.count()) if _choice(field, at) == words]
        field.setCurrentIndex(found[0] if found else field.currentIndex())
    elif isinstance(field, QListWidget):
        rows = [row for row in range(field.count()) if _key(field.item(row).data(_ITEM)) == words]
        field.setCurrentRow(rows[0] if rows else field.currentRow())
    else:
        field.setValue(field.valueFromText(words))  # type: ignore[arg-type]  # each box reads its own kind of number


def changes_of(field: Field) -> SignalInstance:
    """The signal by which a field tells that it says something else."""
    if isinstance(field, KeepsItself):
        return field.changed
    if isinstance(field, QComboBox):
        return field.editTextChanged if field.isEditable() else field.currentIndexChanged
    if isinstance(field, QAbstractButton):
        return field.toggled
    if isinstance(field, QListWidget):
        return field.currentRowChanged
    return field.textChanged


def leads_others(field: Field) -> bool:
    """Whether another choice in it may put other words into the fields that follow."""
    return isinstance(field, QListWidget) or (isinstance(field, QComboBox) and not field.isEditable())


def _each(name: str, held: object) -> Iterator[tuple[str, object]]:
    if isinstance(held, Mapping):
        for key, each in held.items():
            yield f"{name}.{key}", each
    else:
        yield name, held


def _is_field(held: object) -> TypeGuard[Field]:
    if isinstance(held, QLineEdit):
        return not held.isReadOnly() and held.echoMode() is QLineEdit.EchoMode.Normal
    if isinstance(held, QPlainTextEdit | QAbstractSpinBox):
        return not held.isReadOnly()
    if isinstance(held, QAbstractButton):
        return held.isCheckable()
    return isinstance(held, QComboBox | QListWidget | KeepsItself)


def _is_ours(widget: QWidget) -> bool:
    return type(widget).__module__.startswith("dhr_desktop.")


def _choice(box: QComboBox, at: int) -> str:
    data = box.itemData(at)
    return box.itemText(at) if data is None else _key(data)


def _key(data: object) -> str:
    """What tells one choice from the others, also once its record says something else."""
    return str(getattr(data, "id", data))
