"""How long from the start of the process to the lock on the screen: `python tests/benchmarks/start_up.py [times]`.

Beside it, in turn, stands a floor: a bare Qt window shown by the same interpreter, which nothing of ours can beat.
Both are drawn off the screen, each in a process of its own; the first of each, which warms the disk, is not counted.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
TIMES = 5

_SHOWN = """
import time
def say(shown):
    shown.show()
    shown.grab()  # everything has been drawn once
    print(time.time(), flush=True)
    import os
    os._exit(0)
"""
FLOOR = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
application.setStyle("Fusion")
say(QWidget())
"""
OURS = """
import sys
from pathlib import Path
from dhr_desktop.app.main import main
from dhr_desktop.app.window import make_application, make_window
application = make_application()
say(make_window(Path(sys.argv[1])))
"""


def seconds(script: str, home: Path) -> float:
    """From asking for the process to its window shown and drawn."""
    variables = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "PYTHONPATH": str(ROOT),
    }
    begun = time.time()
    command = [sys.executable, "-c", _SHOWN + script, str(home / "library")]
    shown = subprocess.run(command, env=variables, cwd=home, capture_output=True, text=True, check=True)
    return float(shown.stdout.split()[-1]) - begun


def main(times: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        measured = [(seconds(FLOOR, home), seconds(OURS, home)) for _ in range(times + 1)][1:]
    floor, ours = (sorted(column) for column in zip(*measured, strict=True))
    for name, column in (("a bare Qt window", floor), ("the unlock window", ours)):
        print(f"{name:18}  median {statistics.median(column):.2f} s  ({column[0]:.2f} to {column[-1]:.2f})")
    print(f"{'ratio':18}  {statistics.median(ours) / statistics.median(floor):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES)
