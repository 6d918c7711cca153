"""What stays is not looked at, and what is let go of is found in the end."""

import gc
from weakref import ref

from dhr_desktop.base.uncollected import collect, stays


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_stays_is_passed_by_until_all_is_looked_for():
    ring = Ring()
    gone = ref(ring)
    stays()
    del ring

    gc.collect()
    assert gone() is not None

    collect()
    assert gone() is None
    assert gc.get_freeze_count() == 0
