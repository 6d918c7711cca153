"""A library is made whole or not at all, opens with its passphrase alone, and in one window at a time."""

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace

import pytest

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import facts, keyslots
from dhr_desktop.store.connection import FileDamaged, open_file
from dhr_desktop.store.keyslots import Cost, WrongPassphrase
from dhr_desktop.store.library import Library, LibraryExists, NoLibrary, NoReview
from dhr_desktop.store.lock import AlreadyOpen
from dhr_desktop.store.migrate import NewerFile
from tests.store.made import CHEAP, PASSPHRASE, every_byte

ordinary_user = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="the administrator of a machine is refused nothing"
)


def test_a_new_library_is_empty_and_there(folder):
    assert not Library.exists(folder)
    library = Library.create(folder, PASSPHRASE, CHEAP)

    assert Library.exists(folder)
    assert library.reviews() == []
    library.close()


def test_a_library_opens_again_with_its_passphrase(folder):
    made = Library.create(folder, PASSPHRASE, CHEAP)
    review = made.create_review(ReviewFacts("Adult A"))
    made.close()

    library = Library.open(folder, PASSPHRASE, CHEAP)
    assert facts.get(library.open_review(review.id)).name == "Adult A"
    library.close()


def test_a_wrong_passphrase_touches_nothing(folder):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    before = every_byte(folder)

    with pytest.raises(WrongPassphrase, match="Nothing has been changed"):
        Library.open(folder, "not this one", CHEAP)
    assert every_byte(folder) == before


def test_a_closed_library_leaves_nothing_beside_its_files(folder):
    library = Library.create(folder, PASSPHRASE, CHEAP)
    review = library.create_review(ReviewFacts("Adult A"))
    library.close()

    assert sorted(every_byte(folder)) == ["keys.json", "library.dhr", "library.lock", f"reviews/{review.path.name}"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions in another way")
def test_every_file_and_folder_is_open_to_this_user_alone(folder, review):
    with review.journal.step("Rename"):
        facts.put(review, ReviewFacts("Adult B"))

    for path in (folder, *folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name


def test_a_slot_cheaper_than_the_standard_is_wrapped_anew_once_it_has_opened(folder):
    dearer = Cost(memory_kib=128, passes=2, lanes=1)
    Library.create(folder, PASSPHRASE, CHEAP).close()
    Library.open(folder, PASSPHRASE, dearer).close()

    slots = keyslots.from_json((folder / "keys.json").read_bytes(), "keys.json")
    assert [slot.cost for slot in slots] == [dearer]
    Library.open(folder, PASSPHRASE, CHEAP).close()
    assert [slot.cost for slot in slots] == [dearer]


def test_other_slots_stay_when_one_is_wrapped_anew(folder):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    keys = folder / "keys.json"
    first = keyslots.from_json(keys.read_bytes(), "keys.json")
    key, _ = keyslots.unwrap(first, PASSPHRASE)
    keys.write_bytes(keyslots.to_json([*first, keyslots.wrap(key, "another", CHEAP)]))
    Library.open(folder, PASSPHRASE, Cost(128, 1, 1)).close()

    Library.open(folder, "another", CHEAP).close()


def test_a_library_is_not_made_over_another(folder):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    before = every_byte(folder)

    with pytest.raises(LibraryExists, match="already holds a library"):
        Library.create(folder, "a new passphrase", CHEAP)
    assert every_byte(folder) == before


def test_keys_without_their_library_are_not_overwritten(folder):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    (folder / "library.dhr").unlink()
    before = every_byte(folder)

    with pytest.raises(LibraryExists, match="backup"):
        Library.create(folder, "a new passphrase", CHEAP)
    assert every_byte(folder) == before


@pytest.mark.parametrize("left", [["library.dhr.part"], ["library.dhr.part", "library.dhr.part-wal", "keys.json"]])
def test_a_library_whose_making_was_cut_off_can_be_made_again(folder, left):
    folder.mkdir()
    for name in left:
        (folder / name).write_bytes(b"what a power cut left")
    Library.create(folder, PASSPHRASE, CHEAP).close()

    assert sorted(every_byte(folder)) == ["keys.json", "library.dhr", "library.lock"]
    Library.open(folder, PASSPHRASE, CHEAP).close()


def test_what_a_crash_left_of_a_log_does_not_reach_the_new_library(folder):
    folder.mkdir()
    part = folder / "library.dhr.part"
    part.touch()
    unfinished = open_file(part, bytes(32), new=True)
    unfinished.execute("CREATE TABLE left_over (words TEXT)")
    left = every_byte(folder)
    unfinished.close()
    for name, data in left.items():
        (folder / name).write_bytes(data)
    Library.create(folder, PASSPHRASE, CHEAP).close()

    library = Library.open(folder, PASSPHRASE, CHEAP)
    assert library.reviews() == []
    library.close()


def test_a_library_can_be_made_when_what_hindered_it_is_gone(folder):
    (folder / "library.dhr.part").mkdir(parents=True)
    with pytest.raises(UserError):
        Library.create(folder, PASSPHRASE, CHEAP)
    (folder / "library.dhr.part").rmdir()

    Library.create(folder, PASSPHRASE, CHEAP).close()


def test_a_damaged_library_opens_when_a_copy_has_been_put_back(folder):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    copy = (folder / "library.dhr").read_bytes()
    (folder / "library.dhr").write_bytes(b"noise" * 4000)
    with pytest.raises(FileDamaged):
        Library.open(folder, PASSPHRASE, CHEAP)
    (folder / "library.dhr").write_bytes(copy)

    Library.open(folder, PASSPHRASE, CHEAP).close()


def test_a_library_that_cannot_be_made_leaves_no_folder(tmp_path):
    (tmp_path / "in the way").write_bytes(b"a file where the folder should be")
    before = every_byte(tmp_path)

    with pytest.raises(UserError):
        Library.create(tmp_path / "in the way" / "library", PASSPHRASE, CHEAP)
    assert every_byte(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["in the way"]


@ordinary_user
def test_a_folder_without_write_permission_is_refused_in_words_and_left_empty(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UserError, match="does not allow"):
            Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
        assert list(tmp_path.iterdir()) == []
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_without_a_library_is_said_to_have_none(tmp_path):
    with pytest.raises(NoLibrary, match="no library in this folder"):
        Library.open(tmp_path, PASSPHRASE, CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_library_without_its_keys_is_said_to_be_damaged(folder):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    (folder / "keys.json").unlink()

    with pytest.raises(FileDamaged, match=r"“keys.json” is missing"):
        Library.open(folder, PASSPHRASE, CHEAP)


def test_a_library_opens_in_one_window_at_a_time(folder, library):
    with pytest.raises(AlreadyOpen, match="already open"):
        Library.open(folder, PASSPHRASE, CHEAP)
    library.close()

    Library.open(folder, PASSPHRASE, CHEAP).close()


def test_another_process_may_not_open_it_either_and_may_when_it_is_closed(folder, library):
    script = (
        "import sys; from pathlib import Path\n"
        "from dhr_desktop.store.library import Library; from dhr_desktop.store.lock import AlreadyOpen\n"
        "from dhr_desktop.store.keyslots import Cost\n"
        "try: Library.open(Path(sys.argv[1]), sys.argv[2], Cost(64, 1, 1)).close(); print('opened')\n"
        "except AlreadyOpen as problem: print(problem)"
    )
    command = [sys.executable, "-c", script, str(folder), PASSPHRASE]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "already open in another window" in said.stdout

    library.close()
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "opened\n"


def test_the_list_of_reviews_follows_their_facts_and_puts_the_last_opened_first(library):
    first = library.create_review(ReviewFacts("Adult A", reference="1"))
    second = library.create_review(ReviewFacts("Adult B", reference="2"))
    assert [listing.name for listing in library.reviews()] == ["Adult B", "Adult A"]

    with first.journal.step("Rename"):
        facts.put(first, replace(facts.get(first), name="Adult C"))
    assert {(listing.id, listing.name, listing.reference) for listing in library.reviews()} == {
        (first.id, "Adult C", "1"),
        (second.id, "Adult B", "2"),
    }
    first.journal.undo()
    assert {listing.name for listing in library.reviews()} == {"Adult A", "Adult B"}


def test_an_open_review_is_given_again_and_a_closed_one_is_opened(library, review):
    assert library.open_review(review.id) is review
    review.close()

    again = library.open_review(review.id)
    assert again is not review
    assert facts.get(again) == ReviewFacts("Review of the death of Adult A", reference="DHR 7")


def test_a_review_that_is_not_in_the_library_is_refused_in_words(library):
    with pytest.raises(NoReview, match="no longer in the library"):
        library.open_review(99)


def test_each_review_has_a_key_of_its_own(library):
    for name in ("Adult A", "Adult B"):
        library.create_review(ReviewFacts(name))
    keys = {key for (key,) in library._connection.rows("SELECT key FROM review")}

    assert len(keys) == 2
    assert all(len(key) == 32 for key in keys)


def test_a_review_that_cannot_be_made_leaves_neither_file_nor_listing(folder, library):
    (folder / "reviews").write_bytes(b"a file where the folder should be")
    before = every_byte(folder)

    with pytest.raises(UserError):
        library.create_review(ReviewFacts("Adult A"))
    assert every_byte(folder) == before
    assert library.reviews() == []


def test_closing_twice_is_no_fault(library, review):
    library.close()
    library.close()
    review.close()

    assert review.closed


def test_a_library_of_a_newer_program_is_refused_in_words(folder):
    library = Library.create(folder, PASSPHRASE, CHEAP)
    library._connection.execute("PRAGMA user_version = 999")
    library.close()

    with pytest.raises(NewerFile, match="newer version"):
        Library.open(folder, PASSPHRASE, CHEAP)


@pytest.mark.parametrize("harm", ["cut", "emptied", "noise", "one bit"])
def test_a_damaged_library_is_said_to_be_damaged_and_is_left_alone(folder, harm):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    file = folder / "library.dhr"
    whole = file.read_bytes()
    harmed = {
        "cut": whole[:3000],
        "emptied": b"",
        "noise": b"noise" * 4000,
        "one bit": bytes([whole[0] ^ 1]) + whole[1:],
    }[harm]
    file.write_bytes(harmed)

    with pytest.raises(FileDamaged) as caught:
        Library.open(folder, PASSPHRASE, CHEAP)
    assert "“library.dhr”" in caught.value.what
    assert "backup" in caught.value.next_step
    assert file.read_bytes() == harmed


def test_a_slot_file_changed_by_another_hand_is_refused_before_any_memory_is_taken(folder):
    Library.create(folder, PASSPHRASE, CHEAP).close()
    keys = folder / "keys.json"
    parsed = json.loads(keys.read_bytes())
    parsed["slots"][0]["memory_kib"] = 1024**3
    keys.write_text(json.dumps(parsed))

    with pytest.raises(FileDamaged):
        Library.open(folder, PASSPHRASE, CHEAP)
