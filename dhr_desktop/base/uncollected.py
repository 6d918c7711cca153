"""When the interpreter looks for objects that only hold each other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (10_000, 20, 50)


def seldom_collected() -> None:
    """Have cycles looked for less often than Python does: each look at all objects halts the window for 60 ms.

    What is let go of otherwise goes at once. Where much is left behind, as when a review is closed, `collect` it; where
    much has come to stay, say so (`stays`).
    """
    gc.set_threshold(*_SELDOM)


def stays() -> None:
    """What there is now stays for long, so that a look for cycles passes it by until all are looked for.

    Of a page that has just been made, the first look behind a few screens scrolled through took 40 ms.
    """
    gc.freeze()


def collect() -> None:
    """Look for all cycles now, among what was to stay too."""
    gc.unfreeze()
    gc.collect()


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the collection of cycles, in work that makes many objects which all live to its end.

    It finds nothing there and takes a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
