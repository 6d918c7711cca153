"""What it costs to find forms of names in a review: `python tests/benchmarks/finding_names.py [entries]`.

The records are the sample's own words, each time with another of many made-up names and numbers among them, so that no
two entries are alike. The floor is one pass over the same words that finds every run of words with capitals, without
asking what any of them is: whatever proposes names must do that at the least. The seconds are the processor's.

PYTHONPATH=. python tests/benchmarks/finding_names.py
"""

import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.app import sample
from dhr_desktop.app.inspect import as_entries
from dhr_desktop.base.progress import UNWATCHED
from dhr_desktop.domain.name_forms.passages import Passage
from dhr_desktop.family.forms_found import passages_of, propose
from dhr_desktop.importing.inspect import inspect

COUNT = 20_000
_CAPITALS = re.compile(r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_GIVEN = ("Marian", "Idris", "Gwenda", "Kofi", "Noor", "Piotr", "Sunita", "Ellis", "Farah", "Tegan", "Hamza", "Orla")
_BEGIN = ("Ash", "Thorn", "Mell", "Pen", "Hart", "Wink", "Os", "Lam", "Tid", "Garn", "Holl", "Brack")
_END = ("by", "worth", "ington", "combe", "field", "ridge", "stead", "more")
T = TypeVar("T")


class Watched:
    """Counts how often it is told where the work stands, which is how often it can be stopped."""

    def __init__(self) -> None:
        self.told = 0

    def step(self, done: int, total: int, doing: str) -> None:
        """Count it."""
        del done, total, doing
        self.told += 1


def passages(count: int) -> list[Passage]:
    """The passages of so many entries."""
    words = [passages_of(entry) for entry in as_entries(inspect(sample.submissions())["entries"])[0]]
    chance = random.Random(11)
    made = []
    for number in range(1, count + 1):
        somebody = f"{chance.choice(_GIVEN)} {chance.choice(_BEGIN)}{chance.choice(_END)}"
        for each in words[number % len(words)]:
            said = f" Told {somebody}, ref {number}." if each.field == "text" else ""
            made.append(Passage(number, each.field, f"{each.text}{said}", each.agency_id))
    return made


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """The processor's seconds for `work`, and what it gave."""
    begun = time.process_time()
    given = work()
    return time.process_time() - begun, given


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    texts = passages(count)
    register = sample.register()
    watched = Watched()
    floor, runs = timed(lambda: sum(len(_CAPITALS.findall(each.text)) for each in texts))
    first, found = timed(lambda: propose(texts, register, progress=watched))
    again, _same = timed(lambda: propose(texts, register, progress=UNWATCHED))
    print(f"{count:,} entries, {len(texts):,} passages, {runs:,} runs of capitals, {len(found):,} proposals")
    print(f"floor: {floor:.2f} s; proposals: {first:.2f} s, again {again:.2f} s ({again / floor:.0f} times the floor)")
    print(f"may be stopped {watched.told} times")


if __name__ == "__main__":
    main()
