"""How fast a large workbook is read into rows with their dates, beside pandas.read_excel and calamine alone.

python tests/benchmarks/reading_workbook.py [--rows ROWS]

pandas is no dependency of the program: without it its line says that it was not measured.
"""

import argparse
import importlib.util
import io
import time
from collections.abc import Callable
from datetime import date, timedelta

from dhr_desktop.importing.reading import read_bytes

HEADINGS = ("Date", "Time", "Source of information", "Significant event", "Action taken", "Comment")
WORDS = "Attended after a call from a neighbour. Both were spoken to apart and the checklist was completed."
_FIRST = date(2014, 1, 1)


def workbook(rows: int) -> bytes:
    """An .xlsx of `rows` entries: half of their dates typed, half written, and no two texts alike."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Chronology")
    sheet.append(HEADINGS)
    for number in range(rows):
        day = _FIRST + timedelta(days=number % 1800)
        when = day if number % 2 else f"{day:%d/%m/%Y}"
        sheet.append((when, f"{number % 24:02}:15", "Log", f"{number}. {WORDS}", f"Action {number}.", ""))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` took, the better of two."""
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def with_pandas(data: bytes) -> None:
    """The usual way: one sheet as a frame, none of its dates read."""
    import pandas as pd

    pd.read_excel(io.BytesIO(data), engine="openpyxl")


def with_calamine(data: bytes) -> None:
    """The floor: bare cells, no headings, dates or reasons."""
    from python_calamine import CalamineWorkbook

    CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def main() -> None:
    """Measure and print one table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=50_000)
    rows = options.parse_args().rows
    data = workbook(rows)
    imported = read_bytes("warm.xlsx", data).counts.imported
    ours = timed(lambda: read_bytes("chronology.xlsx", data))
    floor = timed(lambda: with_calamine(data))
    print(f"{rows:,} rows x {len(HEADINGS)} ({len(data) / 1e6:.1f} MB), {imported:,} imported")
    print(f"  read into entries   {ours:6.2f} s")
    print(f"  calamine alone      {floor:6.2f} s   ours takes {ours / floor:.1f} times as long")
    if importlib.util.find_spec("pandas") is None:
        print("  pandas.read_excel   not measured: pandas is not installed here")
        return
    peer = timed(lambda: with_pandas(data))
    print(f"  pandas.read_excel   {peer:6.2f} s   {peer / ours:.1f} times as long as ours")


if __name__ == "__main__":
    main()
