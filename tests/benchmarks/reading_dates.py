"""How fast written dates are read into EDTF, beside dateutil and dateparser where they are installed.

python tests/benchmarks/reading_dates.py [COUNT]

Every text is another one, so that nothing is remembered from the one before. The peers only find a day in what is one;
they know of no spans, no weeks and no doubts, so the day-only texts are measured for all and the spans for ours alone.
"""

import importlib.util
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.importing.dates import read_date

_FIRST = date(1990, 1, 1)


def days(count: int) -> list[str]:
    """So many days, no two alike, in the styles that records hold."""
    styles = ("%d/%m/%Y", "%d %B %Y", "%a %d %b %Y", "%d-%b-%Y", "%d.%m.%Y", "%Y-%m-%d")
    return [f"{_FIRST + timedelta(days=number // 6):{styles[number % 6]}}" for number in range(count)]


def spans(count: int) -> list[str]:
    """So many weeks, spans and dates that are not exact."""
    shapes = (
        "w/c {0:%d/%m/%Y}",
        "{0:%d/%m/%Y} - {1:%d/%m/%Y}",
        "about {0:%d %B %Y}",
        "before {0:%d/%m/%y}",
        "{0:%d/%m/%Y} 0930hrs",
    )
    found = ((_FIRST + timedelta(days=number), shapes[number % 5]) for number in range(count))
    return [shape.format(day, day + timedelta(days=9)) for day, shape in found]


def rate(read: Callable[[str], object], texts: list[str]) -> float:
    """Texts read in a second."""
    start = time.perf_counter()
    for text in texts:
        read(text)
    return len(texts) / (time.perf_counter() - start)


def main() -> None:
    """Measure and print one table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 12_000
    read_date("1 May 2016")
    ours = rate(read_date, days(count))
    print(f"days    ours        {ours:9,.0f} a second")
    print(f"spans   ours        {rate(read_date, spans(count // 4)):9,.0f} a second")
    if importlib.util.find_spec("dateutil"):
        from dateutil.parser import parse

        peer = rate(lambda text: parse(text, dayfirst=True), days(count))
        print(f"days    dateutil    {peer:9,.0f} a second   ours is {ours / peer:.2f} times as fast")
    if importlib.util.find_spec("dateparser"):
        import dateparser

        peer = rate(lambda text: dateparser.parse(text, languages=["en"]), days(count // 20))
        print(f"days    dateparser  {peer:9,.0f} a second   ours is {ours / peer:.2f} times as fast")


if __name__ == "__main__":
    main()
