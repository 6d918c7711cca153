"""A review file has one writer, a reader for each thread, and no way to write without a step."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlcipher3 import dbapi2

from dhr_desktop.store import entries, passages
from dhr_desktop.store.connection import FileDamaged
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.journal import WriteOutsideStep
from dhr_desktop.store.migrate import NewerFile
from dhr_desktop.store.review import Review, ReviewClosed
from tests.store.made import PASSPHRASE, add, agency, entry, every_byte, imported


def in_another_thread(work):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def test_a_write_outside_a_step_is_refused(review):
    with pytest.raises(WriteOutsideStep):
        passages.put(review, "overview", "1", "text")


def test_a_write_outside_a_step_is_refused_by_the_file_itself(review):
    with pytest.raises(dbapi2.IntegrityError, match="outside a step"):
        review._writer.execute("INSERT INTO passage (document, section, text) VALUES ('a', 'b', 'c')")


def test_a_thread_without_a_step_may_not_write_into_anothers(review):
    with review.journal.step("Write"), pytest.raises(WriteOutsideStep):
        in_another_thread(lambda: review.write)


def test_inside_a_step_the_steps_own_writes_are_seen_and_other_threads_do_not_see_them(review):
    with review.journal.step("Write"):
        passages.put(review, "overview", "1", "new")
        assert passages.get(review, "overview", "1") == "new"
        assert in_another_thread(lambda: passages.get(review, "overview", "1")) == ""

    assert in_another_thread(lambda: passages.get(review, "overview", "1")) == "new"


def test_each_thread_reads_on_a_connection_of_its_own(review):
    assert review.read is review.read
    assert review.read is not in_another_thread(lambda: review.read)


def test_steps_of_several_threads_wait_for_one_another(review):
    surgery = agency(review)

    def write(number: int) -> None:
        for turn in range(5):
            add(review, entry(surgery, text=f"{number} {turn}"), label=f"Thread {number}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))

    assert entries.count(review) == 20
    assert len(review.journal.steps()) == 21
    assert review.journal.first_broken_step() is None


def test_reading_goes_on_while_another_thread_writes(review):
    surgery = agency(review)
    add(review, entry(surgery))
    writing, read = threading.Event(), threading.Event()

    def write() -> None:
        with review.journal.step("Long step"):
            entries.add_many(review, [entry(surgery)])
            writing.set()
            assert read.wait(20)

    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(write)
        assert writing.wait(20)
        assert entries.count(review) == 1
        read.set()
        done.result()

    assert entries.count(review) == 2


def test_a_closed_review_gives_no_new_reader(review):
    review.close()

    with pytest.raises(ReviewClosed):
        _ = review.read


def test_a_review_file_of_a_newer_program_is_refused_in_words_and_left_alone(library, review):
    review._writer.execute("PRAGMA user_version = 999")
    review.close()
    before = review.path.read_bytes()

    with pytest.raises(NewerFile, match="newer version"):
        library.open_review(review.id)
    assert review.path.read_bytes() == before


def test_a_damaged_review_leaves_the_library_and_the_other_reviews_open(library, review):
    imported(review, ["one"])
    review.close()
    review.path.write_bytes(b"noise" * 5000)

    with pytest.raises(FileDamaged):
        library.open_review(review.id)
    assert len(library.reviews()) == 1


def test_harm_in_the_middle_of_a_file_is_noticed_when_it_is_read(library, review):
    imported(review, [f"entry {number} " + "words " * 40 for number in range(500)])
    review.close()
    whole = bytearray(review.path.read_bytes())
    for place in range(8192, len(whole), 4096):
        whole[place + 100] ^= 1
    review.path.write_bytes(whole)

    with pytest.raises(FileDamaged, match="is damaged"):
        list(entries.iterate(library.open_review(review.id)))


def test_opening_a_review_that_is_up_to_date_changes_no_byte_of_it(library, review):
    imported(review, ["one"])
    review.close()
    before = review.path.read_bytes()
    library.open_review(review.id).close()

    assert review.path.read_bytes() == before


def test_no_name_is_in_any_file_of_the_store_while_it_is_open_or_after(folder, library):
    from dhr_desktop.domain.people import FormKind, NameForm, Person, Role  # noqa: PLC0415 - names for this test alone
    from dhr_desktop.domain.reviews import ReviewFacts  # noqa: PLC0415
    from dhr_desktop.store import people  # noqa: PLC0415

    planted = ("Quillfeather", "Zebulon", "Marrowbone Lane")
    review = library.create_review(ReviewFacts("Review of the death of Zebulon Quillfeather"))
    step = imported(review, [f"Seen at Marrowbone Lane {number}" for number in range(300)], name="Quillfeather House")
    with review.journal.step("Add Zebulon"):
        people.add(review, Person(0, "Zebulon Quillfeather", Role.VICTIM, forms=(NameForm("Zebulon", FormKind.FIRST),)))
    entries.ordered_ids(review, EntryFilter(text="Marrowbone"))
    review.journal.undo()
    review.journal.take_back(step.id)
    open_bytes = b"".join(every_byte(folder).values())
    library.close()

    for kept in (open_bytes, b"".join(every_byte(folder).values())):
        for name in (*planted, PASSPHRASE):
            for form in (name, name.lower(), name.split()[0]):
                assert form.encode() not in kept
                assert form.encode("utf-16-le") not in kept


def test_a_review_needs_the_right_key(review):
    review.close()

    with pytest.raises(FileDamaged):
        Review(1, review.path, bytes(32))
