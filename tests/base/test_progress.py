"""Work that nobody watches goes on."""

from dhr_desktop.base.progress import UNWATCHED


def test_unwatched_work_is_told_nothing_and_never_stopped():
    assert [UNWATCHED.step(done, 3, "Reading rows") for done in range(4)] == [None] * 4
