"""A step is one transaction, one undo step, one line of the audit trail and one notice, or it leaves no trace."""

from dataclasses import replace

import pytest

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.store import agencies, entries, passages, submissions
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.journal import Change, NestedStep, UndoStatus
from tests.store.made import add, agency, entry, imported, snapshot


def write(review, text: str, label: str = "Write") -> None:
    with review.journal.step(label):
        passages.put(review, "overview", "1", text)


def written(review) -> str:
    return passages.get(review, "overview", "1")


def reword(review, entry_id: int, text: str) -> None:
    with review.journal.step("Reword entry"):
        entries.change(review, replace(entries.get(review, entry_id), text=text))


def reopened(library, review):
    review.close()
    return library.open_review(review.id)


def test_a_new_review_has_nothing_to_undo(review):
    assert review.journal.status() == UndoStatus(None, None)
    assert review.journal.undo() is None
    assert review.journal.redo() is None
    assert review.journal.steps() == []


def test_a_step_is_undone_and_redone_whole(review):
    imported(review, ["one", "two"])
    after = snapshot(review)

    review.journal.undo()
    assert entries.count(review) == 0
    assert agencies.listing(review) == []
    review.journal.redo()
    assert snapshot(review) == after


def test_the_original_file_comes_back_with_a_redone_import(review):
    imported(review, ["one"], data=bytes(range(256)))
    submission = submissions.listing(review)[0]
    review.journal.undo()
    assert submissions.listing(review) == []
    assert submissions.with_sha256(review, submission.sha256) is None

    review.journal.redo()
    assert submissions.original(review, submission.id) == bytes(range(256))


def test_the_edit_menu_is_told_the_names_of_the_steps(review):
    write(review, "a", "Write section 1")
    imported(review, ["one"], name="Aldermarsh Surgery")
    assert review.journal.status() == UndoStatus("Import Aldermarsh Surgery", None)

    review.journal.undo()
    assert review.journal.status() == UndoStatus("Write section 1", "Import Aldermarsh Surgery")
    review.journal.undo()
    assert review.journal.status() == UndoStatus(None, "Write section 1")
    review.journal.redo()
    assert review.journal.status() == UndoStatus("Write section 1", "Import Aldermarsh Surgery")


def test_undo_and_redo_have_no_end_and_survive_a_restart(library, review):
    for number in range(30):
        write(review, str(number))
    for _ in range(20):
        review.journal.undo()
    review = reopened(library, review)
    for _ in range(5):
        review.journal.undo()
    assert written(review) == "4"

    review = reopened(library, review)
    while review.journal.redo():
        pass
    assert written(review) == "29"
    assert review.journal.first_broken_step() is None


def test_the_steps_of_one_sitting_are_undone_and_redone_together_and_each_stays_in_the_trail(review):
    write(review, "before")
    typing, later = object(), object()
    for text, sitting in (("a", typing), ("ab", typing), ("abc", typing), ("x", later)):
        with review.journal.step("Type", sitting=sitting):
            passages.put(review, "overview", "1", text)

    review.journal.undo()
    assert written(review) == "abc"
    review.journal.undo()
    assert written(review) == "before"
    review.journal.redo()
    assert written(review) == "abc"
    review.journal.redo()
    assert written(review) == "x"
    kinds = [step.kind for step in review.journal.steps()]
    assert (kinds.count("do"), kinds.count("undo"), kinds.count("redo")) == (5, 4, 4)
    assert review.journal.first_broken_step() is None


def test_a_sitting_that_goes_on_after_an_undo_is_undone_from_there(review):
    typing = object()
    seen = []
    for turn in "ab-c--":
        if turn == "-":
            review.journal.undo()
        else:
            with review.journal.step("Type", sitting=typing):
                passages.put(review, "overview", "1", turn)
        seen.append(written(review))

    assert seen == ["a", "b", "", "c", "", ""]


def test_going_back_and_forth_does_not_lose_the_way(review):
    for text in "abc":
        write(review, text)
    seen = []
    for turn in "uuruurrru":
        (review.journal.undo if turn == "u" else review.journal.redo)()
        seen.append(written(review))

    assert seen == ["b", "a", "b", "a", "", "a", "b", "c", "b"]


def test_a_new_step_ends_the_redo_chain_and_keeps_its_history(review):
    write(review, "a")
    write(review, "b", "Write b")
    review.journal.undo()
    write(review, "c", "Write c")

    assert review.journal.redo() is None
    assert [(step.kind, step.label) for step in review.journal.steps()] == [
        ("do", "Write c"),
        ("undo", "Write b"),
        ("do", "Write b"),
        ("do", "Write"),
    ]
    review.journal.undo()
    assert written(review) == "a"


def test_a_row_touched_twice_in_one_step_goes_back_to_what_it_was_before(review):
    write(review, "before")
    with review.journal.step("Twice"):
        passages.put(review, "overview", "1", "once")
        passages.put(review, "overview", "1", "twice")
    review.journal.undo()
    assert written(review) == "before"

    review.journal.redo()
    assert written(review) == "twice"


def test_a_row_added_changed_and_removed_in_one_step_comes_and_goes(review):
    surgery = agency(review)
    with review.journal.step("Add and remove"):
        (new,) = entries.add_many(review, [entry(surgery)])
        entries.change(review, entry(surgery, text="changed"))
        entries.remove(review, new)
    review.journal.undo()
    review.journal.redo()

    assert entries.count(review) == 0
    assert review.journal.first_broken_step() is None


def test_a_step_that_changes_nothing_leaves_no_trace(review):
    heard: list[Change] = []
    review.journal.subscribe(heard.append)
    write(review, "a")
    write(review, "a")
    with review.journal.step("Nothing at all"):
        pass

    assert [step.label for step in review.journal.steps()] == ["Write"]
    assert len(heard) == 1
    review.journal.undo()
    write(review, "")
    assert review.journal.status().redo is None


@pytest.mark.parametrize("stop", [ValueError, Cancelled, KeyboardInterrupt])
def test_a_step_that_is_stopped_leaves_nothing(review, stop):
    write(review, "a")
    before = snapshot(review)
    heard: list[Change] = []
    review.journal.subscribe(heard.append)

    def cut_short() -> None:
        with review.journal.step("Cut short"):
            passages.put(review, "overview", "1", "b")
            raise stop

    with pytest.raises(stop):
        cut_short()
    assert snapshot(review) == before
    assert len(review.journal.steps()) == 1
    assert heard == []
    write(review, "c")
    assert review.journal.first_broken_step() is None


def test_ids_of_a_stopped_step_and_of_an_undone_one_mean_no_other_row(review):
    surgery = agency(review)
    (first,) = add(review, entry(surgery))
    review.journal.undo()
    (second,) = add(review, entry(surgery))

    assert second > first


def test_a_step_inside_a_step_is_a_fault(review):
    def nest() -> None:
        with review.journal.step("Outer"):
            passages.put(review, "overview", "1", "a")
            with review.journal.step("Inner"):
                pass

    with pytest.raises(NestedStep):
        nest()
    assert written(review) == ""


@pytest.mark.parametrize("turn", ["undo", "redo"])
def test_undo_inside_a_step_is_a_fault(review, turn):
    write(review, "a")
    with pytest.raises(NestedStep), review.journal.step("Outer"):
        getattr(review.journal, turn)()


def test_a_step_may_be_taken_after_a_fault_in_another(review):
    with pytest.raises(NestedStep), review.journal.step("Outer"), review.journal.step("Inner"):
        pass
    write(review, "a")

    assert written(review) == "a"


def test_listeners_are_told_after_the_step_is_on_disk(review):
    heard: list[tuple[Change, str]] = []
    review.journal.subscribe(lambda change: heard.append((change, written(review))))
    me = object()
    with review.journal.step("Write", initiator=me) as step:
        passages.put(review, "overview", "1", "a")
        assert heard == []
    review.journal.undo(initiator=me)

    assert heard == [
        (Change(step.id, "Write", "do", frozenset({"passage"}), me), "a"),
        (Change(step.id + 1, "Write", "undo", frozenset({"passage"}), me), ""),
    ]


def test_a_listener_may_take_a_step_of_its_own(review):
    def answer(change: Change) -> None:
        if change.label == "Ask":
            write(review, "answered", "Answer")

    review.journal.subscribe(answer)
    write(review, "asked", "Ask")

    assert written(review) == "answered"
    assert review.journal.status().undo == "Answer"


def test_who_has_left_hears_no_more(review):
    heard: list[Change] = []
    leave = review.journal.subscribe(heard.append)
    leave()
    leave()
    write(review, "a")

    assert heard == []


def test_the_audit_trail_is_read_a_page_at_a_time_newest_first(review):
    for number in range(7):
        write(review, str(number), f"Write {number}")
    first = review.journal.steps(limit=3)
    second = review.journal.steps(limit=3, before=first[-1].id)

    assert [step.label for step in first + second] == [f"Write {number}" for number in (6, 5, 4, 3, 2, 1)]
    assert all(step.at.endswith("Z") and step.kind == "do" and step.changes == 1 for step in first)


def test_undo_redo_and_taking_back_say_which_step_they_reverse(review):
    write(review, "a")
    review.journal.undo()
    review.journal.redo()
    review.journal.take_back(1)

    assert [(step.kind, step.reverses) for step in review.journal.steps()] == [
        ("take back", 1),
        ("redo", 1),
        ("undo", 1),
        ("do", None),
    ]


def test_the_history_of_an_entry_tells_each_change_with_its_step(review):
    surgery = agency(review)
    (new,) = add(review, entry(surgery, text="as received"), label="Import")
    reword(review, new, "reworded")
    review.journal.undo()
    told = review.journal.history_of("entry", new)

    assert [(change.label, change.old, change.new) for change in told[:2]] == [
        ("Reword entry", {"text": "reworded"}, {"text": "as received"}),
        ("Reword entry", {"text": "as received"}, {"text": "reworded"}),
    ]
    assert told[2].label == "Import"
    assert told[2].old is None
    assert told[2].new["text"] == "as received"


def test_an_edit_of_one_word_records_one_column(review):
    surgery = agency(review)
    (new,) = add(review, entry(surgery))
    reword(review, new, "reworded")

    assert review.journal.history_of("entry", new)[0].new == {"text": "reworded"}


def test_a_step_knows_its_number_while_it_is_open(review):
    step = imported(review, ["one"])

    assert submissions.listing(review)[0].step_id == step.id
    assert review.journal.steps()[0].id == step.id


def test_an_undone_edit_is_found_by_its_old_words_again(review):
    surgery = agency(review)
    (new,) = add(review, entry(surgery, text="a lantern"))
    reword(review, new, "an orchard")
    review.journal.undo()

    assert entries.ordered_ids(review, EntryFilter(text="lantern")) == [new]
    assert entries.ordered_ids(review, EntryFilter(text="orchard")) == []


def test_an_undo_that_the_files_rules_forbid_is_a_fault_and_leaves_everything_as_it_was(review):
    with review.journal.step("Add"):
        agencies.add(review, "Police")
        housing = agencies.add(review, "Housing")
    with review.journal.step("Remove"):
        review.write.execute("DELETE FROM agency WHERE id = ?", (housing.id,))
    review._writer.execute("DROP TRIGGER journal_agency_update")  # as nothing of ours does
    review._writer.execute("UPDATE agency SET name = 'Housing'")
    before = snapshot(review)

    with pytest.raises(RuntimeError, match="could not be turned"):
        review.journal.undo()
    assert snapshot(review) == before
    assert review.journal.status().undo == "Remove"


def test_closing_inside_a_step_is_a_fault_and_leaves_the_step_to_finish(review):
    with review.journal.step("Write"):
        passages.put(review, "overview", "1", "a")
        with pytest.raises(NestedStep):
            review.close()

    assert written(review) == "a"


def test_typing_that_is_taken_back_to_the_same_words_leaves_nothing_to_undo(review, library):
    write(review, "before", "Begin")
    typing = object()
    for text in ("before and", "before and after", "before"):
        with review.journal.step("Type", sitting=typing):
            passages.put(review, "overview", "1", text)
    assert review.journal.status() == UndoStatus("Begin", None)
    assert [step.label for step in review.journal.steps()] == ["Type", "Type", "Type", "Begin"]
    again = reopened(library, review)
    assert again.journal.status() == UndoStatus("Begin", None)
    again.journal.undo()
    assert written(again) == ""
    again.journal.redo()
    assert written(again) == "before"


def test_typing_that_goes_on_after_it_was_taken_back_is_undone_by_itself(review):
    write(review, "before", "Begin")
    typing = object()
    for text in ("before and", "before", "before all"):
        with review.journal.step("Type", sitting=typing):
            passages.put(review, "overview", "1", text)
    assert review.journal.status().undo == "Type"
    review.journal.undo()
    assert written(review) == "before"
    assert review.journal.status() == UndoStatus("Begin", "Type")
    review.journal.redo()
    assert written(review) == "before all"


def test_a_step_by_itself_that_says_again_what_was_said_before_is_undone_as_ever(review):
    for text in ("before", "after", "before"):
        write(review, text)
    review.journal.undo()
    assert written(review) == "after"
