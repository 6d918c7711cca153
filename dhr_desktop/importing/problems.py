"""What can be wrong with a file that an agency sent, in words that a chair can act on."""

from typing import ClassVar

from dhr_desktop.base.errors import UserError


class FileEmpty(UserError):
    """The file holds no bytes."""

    code: ClassVar[str] = "I001"


class NotThisKind(UserError):
    """The file's contents are not what its name says."""

    code: ClassVar[str] = "I002"


class Protected(UserError):
    """The file is encrypted under a password."""

    code: ClassVar[str] = "I003"


class UnknownKind(UserError):
    """The program does not read files of this kind."""

    code: ClassVar[str] = "I004"


class NoTable(UserError):
    """There is no table in the file."""

    code: ClassVar[str] = "I005"


class TooLarge(UserError):
    """The file would unfold to more than any agency's chronology is."""

    code: ClassVar[str] = "I006"


class AlreadyImported(UserError):
    """The same file, byte for byte, is in the review already."""

    code: ClassVar[str] = "I007"


def empty(name: str) -> FileEmpty:
    """The file is empty."""
    return FileEmpty(f"“{name}” is empty.", "Ask the agency to send it again.")


def not_this_kind(name: str, kind: str) -> NotThisKind:
    """The file's name ends like `kind` and its contents are something else, or damaged."""
    return NotThisKind(
        f"“{name}” is not {kind} that can be read: it is damaged, or something else under that name.",
        "Open it in the program it was made with and save it again, or ask the agency to send it again.",
    )


def protected(name: str) -> Protected:
    """The file needs a password."""
    return Protected(
        f"“{name}” is protected by a password.",
        "Open it with its password, save a copy without one, and import the copy; or ask the agency for such a copy.",
    )


def no_table(name: str) -> NoTable:
    """The file was read and has no table."""
    return NoTable(
        f"“{name}” has no table in it.",
        "A chronology is read from a table with a row for each entry; ask the agency for it in that form.",
    )


def too_large(name: str) -> TooLarge:
    """The file unfolds to too much."""
    return TooLarge(
        f"“{name}” unfolds to far more than a chronology holds, so it was not opened.",
        "If it is genuine, delete what does not belong to the chronology, save it again and import that.",
    )


UNREAD_KINDS = {
    ".doc": ("Word 97-2003 documents are not read.", "Open it in Word and save it as a Word document (.docx)."),
    ".rtf": ("Rich text files are not read.", "Open it in Word and save it as a Word document (.docx)."),
    ".odt": (
        "OpenDocument texts are not read.",
        "Open it in Word or LibreOffice and save it as a Word document (.docx).",
    ),
    ".pdf": ("PDF files are not read.", "Ask the agency for the spreadsheet or Word file that it was made from."),
    ".zip": ("A folder of files packed as .zip is not opened.", "Unpack it and import the files inside."),
    ".msg": ("E-mails are not read.", "Save the attachment from the e-mail and import that."),
}
"""Kinds of file that are often sent and not read, with the way round."""


def unknown_kind(name: str, suffix: str) -> UnknownKind:
    """A kind of file that is not read."""
    what, next_step = UNREAD_KINDS.get(
        suffix, ("Files of this kind are not read.", "Ask the agency for a spreadsheet, a CSV file or a Word document.")
    )
    return UnknownKind(f"“{name}” could not be imported. {what}", next_step)
