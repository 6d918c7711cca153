"""Counts of rows in words, which always add up."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from dhr_desktop.importing.reading import Counts, TableReading
from dhr_desktop.ui.common.words import counted

_MOST_NAMES = 12
translate = QCoreApplication.translate


def in_words(counts: Counts, doubtful: int) -> str:
    """'116 rows: 90 entries (4 need a look), 26 skipped, 0 in error'."""
    look = counted(doubtful, translate("counts", " ({n} needs a look)"), translate("counts", " ({n} need a look)"))
    entries = counted(counts.imported, translate("counts", "{n} entry"), translate("counts", "{n} entries"))
    parts = (
        counted(counts.read, translate("counts", "{n} row"), translate("counts", "{n} rows")),
        entries + (look if doubtful else ""),
        translate("counts", "{n} skipped").format(n=f"{counts.skipped:,}"),
        translate("counts", "{n} in error").format(n=f"{counts.error:,}"),
    )
    return f"{parts[0]}: {', '.join(parts[1:])}"


def shared_out(numbers: Counter[str], file_agency: str) -> str:
    """'Entries go to two agencies: X (40), Y (24).'; '' where all of them go to the file's own."""
    own = " ".join(file_agency.split())
    if not own or set(numbers) <= {own}:
        return ""
    listed = [f"{name} ({number:,})" for name, number in numbers.most_common(_MOST_NAMES)]
    named = ", ".join(listed)
    if len(numbers) == 1:
        return translate("counts", "Entries go to {named}, as the file says.").format(named=named)
    if len(numbers) > len(listed):
        more = translate("counts", "{named} and {n} more")
        named = more.format(named=named, n=f"{len(numbers) - len(listed):,}")
    words = translate("counts", "Entries go to {number} agencies: {named}.")
    return words.format(number=_number(len(numbers)), named=named)


def _number(number: int) -> str:
    words = translate("counts", "two three four five six seven eight nine ten").split()
    return words[number - 2] if number - 2 < len(words) else f"{number:,}"


def set_aside(tables: list[TableReading]) -> str:
    """Why rows are no entries, each reason with its number, the most frequent first: 'blank row (3), headings (1)'."""
    reasons = Counter(row.reason for table in tables for row in table.rows if row.entry is None)
    return ", ".join(f"{reason} ({number:,})" for reason, number in reasons.most_common())
