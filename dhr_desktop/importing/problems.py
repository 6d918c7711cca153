"""What can be wrong with a file that an agency sent, in words that a chair can act on."""

from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.files import FileProblem


class FileEmpty(UserError):
    """The file holds no bytes."""

    code: ClassVar[str] = "I001"


class NotThisKind(UserError):
    """The file's contents are not what its name says."""

    code: ClassVar[str] = "I002"


class PasswordNeeded(UserError):
    """The file is protected, and no password was given, or a wrong one."""

    code: ClassVar[str] = "I003"

    def __init__(self, what: str, next_step: str, *, wrong: bool = False) -> None:
        super().__init__(what, next_step)
        self.wrong = wrong


class Unopenable(UserError):
    """The file is protected in a way that the program cannot undo."""

    code: ClassVar[str] = "I008"


class Scanned(UserError):
    """The pages of the file are pictures."""

    code: ClassVar[str] = "I009"


class Changing(UserError):
    """The file was being written while it was read."""

    code: ClassVar[str] = "I010"


class UnknownKind(UserError):
    """The program does not read files of this kind."""

    code: ClassVar[str] = "I004"


class NoTable(UserError):
    """There is no table in the file."""

    code: ClassVar[str] = "I005"


class TooLarge(UserError):
    """The file would unfold to more than any agency's chronology is."""

    code: ClassVar[str] = "I006"


class ChangedSince(UserError):
    """The file on the disk is another than the one that was read and looked at."""

    code: ClassVar[str] = "I011"


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


def password_needed(name: str, *, wrong: bool = False) -> PasswordNeeded:
    """The file needs a password, or another than the one given."""
    return PasswordNeeded(
        f"The password does not open “{name}”." if wrong else f"“{name}” is protected by a password.",
        "Type it as the agency gave it: capitals and spaces count."
        if wrong
        else "Type the password that the agency gave.",
        wrong=wrong,
    )


def unopenable(name: str) -> Unopenable:
    """The file is protected by something else than a password, or in a way that is not known."""
    return Unopenable(
        f"“{name}” is protected in a way that this program cannot open.",
        "Open it in the program it was made with, save a copy without protection, and import the copy.",
    )


def locked_open_document(name: str) -> Unopenable:
    """An OpenDocument file under a password, whose ciphers are not those of Office."""
    return Unopenable(
        f"“{name}” is an OpenDocument file protected by a password, which this program cannot open.",
        "Open it in LibreOffice with its password, choose Save As, take away the tick at “Save with password”,"
        " and import that copy.",
    )


def other_xml(name: str) -> UnknownKind:
    """XML that is no spreadsheet."""
    return UnknownKind(
        f"“{name}” is XML, but not a spreadsheet that was saved as XML.",
        "Open it in Excel and save it as a workbook (.xlsx), or in Word and save it as a document (.docx).",
    )


def scanned(name: str) -> Scanned:
    """A PDF of pictures."""
    return Scanned(
        f"The pages of “{name}” are pictures, as a scanner makes them; there is no text in them to read.",
        "Ask the agency for the spreadsheet or Word file that was printed.",
    )


def hardly_any_text(name: str) -> NoTable:
    """A PDF whose pages are neither text nor pictures of it."""
    return NoTable(
        f"“{name}” holds hardly any text and no table.",
        "Ask the agency for the spreadsheet or Word file that it was made from.",
    )


def changing(name: str) -> Changing:
    """The file changed between two looks at it."""
    return Changing(
        f"“{name}” was changed while it was being read.",
        "Wait until it has been saved or copied, and import it again.",
    )


def changed_since(name: str) -> ChangedSince:
    """The file has been written since it was read."""
    return ChangedSince(
        f"“{name}” has changed since it was read, so it was not imported.",
        "Read it again, to look at what stands in it now.",
    )


def not_in_zip(name: str, folder: str) -> FileProblem:
    """A .zip that was opened before does not hold a file any more."""
    return FileProblem(f"“{name}” is not in “{folder}” any more.", "Put it away here, or ask for it again.")


def too_many(most: int) -> TooLarge:
    """More files at once than are taken."""
    return TooLarge(f"There are more than {most} files, so the rest were not opened.", "Import them a part at a time.")


def no_plain_file(name: str) -> NotThisKind:
    """A device or the like under a file's name."""
    return NotThisKind(f"“{name}” is not a file that can be read.", "Choose the file that the agency sent.")


def nothing_pasted() -> NoTable:
    """The clipboard holds no table."""
    return NoTable(
        "There is no table on the clipboard.",
        "Copy the rows of the table, with their headings, in the program that shows them, and paste again.",
    )


def no_table(name: str) -> NoTable:
    """The file was read and has no table."""
    return NoTable(
        f"“{name}” has no table in it.",
        "A chronology is read from a table with a row for each entry; ask the agency for it in that form.",
    )


def no_entries(name: str) -> NoTable:
    """The file has a table, with no row in it that makes an entry."""
    return NoTable(
        f"“{name}” has a heading for each column and no entry below them.",
        "Ask the agency whether it sent the file that it meant to send.",
    )


def too_large(name: str) -> TooLarge:
    """The file unfolds to too much."""
    return TooLarge(
        f"“{name}” unfolds to far more than a chronology holds, so it was not opened.",
        "If it is genuine, delete what does not belong to the chronology, save it again and import that.",
    )


def too_many_records(name: str, records: int, columns: int) -> TooLarge:
    """A text file longer or wider than any chronology."""
    return TooLarge(
        f"“{name}” was not read: it goes on past row {records:,}, with {columns:,} columns, which is far more than a"
        " chronology holds.",
        "Ask the agency for the records of this review alone, or cut the file into parts and import those.",
    )


def reaches_too_far(name: str, sheet: str, rows: int, column: str) -> TooLarge:
    """A sheet with a cell far beyond any chronology."""
    return TooLarge(
        f"“{name}” was not opened: {sheet} reaches down to row {rows:,} and across to column {column},"
        " far more than a chronology holds.",
        "Open it, press Ctrl+End on that sheet to find its last cell, delete the rows and columns that do not belong"
        " to the chronology, save it again and import that.",
    )


_AS_DOCX = "Open it in Word and save it as a Word document (.docx)."
UNREAD_KINDS = {
    ".doc": ("Word 97-2003 documents are not read.", _AS_DOCX),
    ".rtf": ("Rich text files are not read.", _AS_DOCX),
    ".wps": ("Works documents are not read.", "Ask the agency for a Word document (.docx) or a spreadsheet."),
    ".pages": ("Pages documents are not read.", "Ask the agency to export it as a Word document (.docx)."),
    ".numbers": ("Numbers spreadsheets are not read.", "Ask the agency to export it as an Excel workbook (.xlsx)."),
    ".gsheet": (
        "It holds only a link to a Google sheet.",
        "Open the sheet in a browser, choose File, Download, Microsoft Excel (.xlsx), and import what is downloaded.",
    ),
    ".gdoc": (
        "It holds only a link to a Google document.",
        "Open it in a browser, choose File, Download, Microsoft Word (.docx), and import what is downloaded.",
    ),
    ".sxw": (
        "Files of OpenOffice 1 are not read.",
        "Open it in LibreOffice and save it as a spreadsheet (.ods) or a text (.odt).",
    ),
    ".sxc": ("Files of OpenOffice 1 are not read.", "Open it in LibreOffice and save it as a spreadsheet (.ods)."),
    ".odp": ("Slides and drawings are not read.", "Ask the agency for a Word document (.docx) or a spreadsheet."),
    ".gz": ("It is packed as a .gz file, which is not read.", "Unpack it, and import what is in it."),
    ".7z": ("It is packed as a .7z file, which is not read.", "Unpack it, and import what is in it."),
    ".rar": ("It is packed as a .rar file, which is not read.", "Unpack it, and import what is in it."),
    ".zip": ("A folder of files packed as .zip holds several files.", "Add the .zip itself, or the files inside."),
    ".ppt": ("Slides are not read.", "Ask the agency for a Word document (.docx) or a spreadsheet."),
    ".pptx": ("Slides are not read.", "Ask the agency for a Word document (.docx) or a spreadsheet."),
    ".mht": (
        "Web pages packed with their pictures are not read.",
        "Open it in Excel and save it as a workbook (.xlsx), or in Word and save it as a document (.docx).",
    ),
    ".msg": ("E-mails are not read.", "Save the attachment from the e-mail and import that."),
    ".eml": ("E-mails are not read.", "Save the attachment from the e-mail and import that."),
}
"""Kinds of file that are often sent and not read, with the way round."""


def unknown_kind(name: str, suffix: str) -> UnknownKind:
    """A kind of file that is not read."""
    what, next_step = UNREAD_KINDS.get(
        suffix,
        ("Files of this kind are not read.", "Ask the agency for a spreadsheet, a CSV file, a Word document or a PDF."),
    )
    return UnknownKind(f"“{name}” could not be imported. {what}", next_step)
