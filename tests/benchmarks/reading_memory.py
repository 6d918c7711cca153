"""The most memory that reading a workbook takes, beside pandas and openpyxl; each in a process of its own.

    python tests/benchmarks/reading_memory.py

Prints a table. `floor` is a process that has only loaded the reader. The large workbook is one of 50 MB, for which the
promise is less than 500 MB.
"""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_READERS = {
    "floor": "import dhr_desktop.importing.reading, python_calamine, lxml.etree",
    "ours": (
        "from pathlib import Path\n"
        "from dhr_desktop.importing.reading import read_file\n"
        "told = read_file(Path(sys.argv[1])).counts.imported"
    ),
    "pandas": "import pandas\ntold = len(pandas.read_excel(sys.argv[1]))",
    "openpyxl": (
        "import openpyxl\n"
        "book = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
        "told = len([row for row in book.active.iter_rows(values_only=True)])"
    ),
}
_ENDING = "\nimport resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, told)"
_WORDS = "Home visit, both children seen; neighbour reports shouting on Friday night and again on Sunday. "


def made(path: Path, rows: int, length: int) -> None:
    """A workbook of `rows` rows of six columns with texts of about `length` letters, all different."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Chronology")
    sheet.append(["Date", "Time", "Source", "What happened", "Action taken", "Comment"])
    for number in range(rows):
        noise = os.urandom(length // 2).hex() if length > 2 * len(_WORDS) else ""
        sheet.append(
            [
                f"{1 + number % 28:02}/{1 + number // 28 % 12:02}/{2010 + number % 9}",
                f"{number % 24:02}:30",
                f"Case note {number}",
                f"{_WORDS}{number}{noise}",
                "None",
                "",
            ]
        )
    data = io.BytesIO()
    book.save(data)
    path.write_bytes(data.getvalue())


def peak(reader: str, path: Path) -> tuple[int, int]:
    """The most memory in MB that a process took which read `path`, and how many rows it found."""
    code = f"import sys\ntold = 0\n{_READERS[reader]}{_ENDING}"
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    memory, told = done.stdout.split()
    return int(memory), int(told)


def main() -> None:
    """Make the workbooks, read them and print what was found."""
    with tempfile.TemporaryDirectory() as folder:
        for name, rows, length in (("50,000 rows x 6", 50_000, 0), ("50 MB", 36_000, 2600)):
            path = Path(folder) / "made.xlsx"
            # A process of its own, for a child begins with the most that its parent ever took.
            here = "import sys; from pathlib import Path; from tests.benchmarks.reading_memory import made"
            making = f"{here}; made(Path(sys.argv[1]), {rows}, {length})"
            subprocess.run([sys.executable, "-c", making, str(path)], cwd=ROOT, check=True)
            print(f"{name} ({path.stat().st_size / 1024 / 1024:.1f} MB)")
            found = {reader: peak(reader, path) for reader in _READERS}
            ours = found["ours"][0]
            for reader, (memory, told) in found.items():
                beside = "" if reader in ("ours", "floor") else f"   {memory / ours:.2f} times ours"
                print(f"  {reader:<10} {memory:>6} MB   {told:>7,} rows{beside}")


if __name__ == "__main__":
    main()
