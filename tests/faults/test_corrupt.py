"""A file that was harmed is told to be damaged; what it says otherwise is what was written."""

import random

import pytest

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entries
from dhr_desktop.store.connection import FileDamaged
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.library import Library
from tests.store.made import CHEAP, PASSPHRASE, imported, snapshot


@pytest.fixture
def kept(tmp_path):
    """A closed library with one review, and everything the review holds."""
    folder = tmp_path / "library"
    library = Library.create(folder, PASSPHRASE, CHEAP)
    review = library.create_review(ReviewFacts("Adult A"))
    imported(review, [f"record {number} " + "words " * 30 for number in range(300)])
    held = snapshot(review)
    library.close()
    return folder, review.path, held


def read_all(folder) -> dict[str, list[tuple[object, ...]]]:
    library = Library.open(folder, PASSPHRASE, CHEAP)
    try:
        review = library.open_review(1)
        entries.ordered_ids(review, EntryFilter(text="record"))
        return snapshot(review)
    finally:
        library.close()


@pytest.mark.parametrize("seed", range(12))
def test_one_changed_byte_is_noticed_or_matters_nothing(kept, seed):
    folder, path, held = kept
    data = bytearray(path.read_bytes())
    data[random.Random(seed).randrange(len(data))] ^= 0x40
    path.write_bytes(data)

    try:
        found = read_all(folder)
    except FileDamaged:
        return
    assert found == held


@pytest.mark.parametrize("share", [0, 0.001, 0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused_in_words(kept, share):
    folder, path, _ = kept
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])

    with pytest.raises(FileDamaged):
        read_all(folder)


@pytest.mark.parametrize("name", ["library.dhr", "keys.json"])
def test_another_file_in_its_place_is_refused_in_words(kept, name):
    folder, path, _ = kept
    (folder / name).write_bytes(path.read_bytes())

    with pytest.raises(UserError):
        read_all(folder)


def test_a_review_that_has_gone_is_told_in_words_and_the_library_stays_open(kept):
    folder, path, _ = kept
    path.unlink()
    library = Library.open(folder, PASSPHRASE, CHEAP)

    with pytest.raises(UserError, match="could not be opened"):
        library.open_review(1)
    assert len(library.reviews()) == 1
    assert not path.exists()
    library.close()


def test_one_review_in_anothers_place_is_refused(kept):
    folder, path, _ = kept
    library = Library.open(folder, PASSPHRASE, CHEAP)
    other = library.create_review(ReviewFacts("Adult B"))
    library.close()
    path.write_bytes(other.path.read_bytes())

    with pytest.raises(FileDamaged):
        read_all(folder)
