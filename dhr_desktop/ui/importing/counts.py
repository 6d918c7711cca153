"""Counts of rows in words, which always add up."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from dhr_desktop.importing.reading import Counts, TableReading


def in_words(counts: Counts, doubtful: int) -> str:
    """'116 rows: 90 entries (4 need a look), 26 skipped, 0 in error'."""
    look = (
        QCoreApplication.translate("counts", " ({doubtful} need a look)").format(doubtful=f"{doubtful:,}")
        if doubtful
        else ""
    )
    return QCoreApplication.translate(
        "counts", "{read} rows: {imported} entries{look}, {skipped} skipped, {error} in error"
    ).format(
        read=f"{counts.read:,}",
        imported=f"{counts.imported:,}",
        look=look,
        skipped=f"{counts.skipped:,}",
        error=f"{counts.error:,}",
    )


def set_aside(tables: list[TableReading]) -> str:
    """Why rows are no entries, each reason with its number, the most frequent first: 'blank row (3), headings (1)'."""
    reasons = Counter(row.reason for table in tables for row in table.rows if row.entry is None)
    return ", ".join(f"{reason} ({number:,})" for reason, number in reasons.most_common())
