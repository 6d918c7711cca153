"""How far the looking for names is, is told from its beginning to its end, and it can be stopped at any of it."""

import pytest

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.name_forms.passages import Passage
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family.forms_found import propose

PASSAGES = [
    Passage(number, "text", f"Mrs Llewelyn-Rees and Harjinder Sandhu rang on 07700 90{number:04}. Seren B knew.", 1)
    for number in range(1, 1_200)
]
REGISTER = (Person(1, "Seren Llewelyn-Rees", Role.CHILD),)


class Stopped(Exception):
    """What a watcher raises who wants no more."""


class Watcher(Progress):
    """Notes what it is told, and stops the work when so much of it is done."""

    def __init__(self, until: float = 2.0) -> None:
        self.until, self.told = until, list[float]()

    def step(self, done: int, total: int, doing: str) -> None:
        """Note it."""
        del doing
        self.told.append(done / total)
        if self.told[-1] >= self.until:
            raise Stopped


def test_it_never_falls_back_and_leaves_no_long_part_untold() -> None:
    watcher = Watcher()
    propose(PASSAGES, REGISTER, progress=watcher)
    assert watcher.told == sorted(watcher.told)
    gaps = [after - before for before, after in zip(watcher.told, watcher.told[1:], strict=False)]
    assert max(gaps) <= 0.25
    assert watcher.told[0] == 0
    assert watcher.told[-1] == 1


@pytest.mark.parametrize("until", [0.1, 0.3, 0.55, 0.7, 0.8, 1.0])
def test_it_stops_in_whichever_part_it_is_asked_to(until: float) -> None:
    watcher = Watcher(until)
    with pytest.raises(Stopped):
        propose(PASSAGES, REGISTER, progress=watcher)
    assert until <= watcher.told[-1] <= until + 0.25
