"""The one form in which records are written in place: what is typed is told, or it is kept as a draft."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from dhr_desktop.store import draft_words
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.record_form import RecordForm

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Note:
    """Words and a year."""

    id: int
    words: str = ""
    title: str = ""
    year: str = ""


class NoteForm(RecordForm[Note]):
    """What is no number is no year."""

    def __init__(self):
        editors = {"words": GrowingText(2, 4), "title": QLineEdit(), "year": QLineEdit()}
        super().__init__(Note(0), editors, ("words", "title"))
        column = QVBoxLayout(self)
        for each in (*self.stops(), self._hint):
            column.addWidget(each)
        self.show_record(Note(0))
        self.told = []
        self.committed.connect(lambda after, _before: self.told.append(after))

    def texts_of(self, record: Note) -> dict[str, str]:
        return {"words": record.words, "title": record.title, "year": record.year}

    def with_typed(self, record: Note, typed: Mapping[str, str]) -> Note:
        return replace(record, **{name: text.strip() for name, text in typed.items()})

    def understands(self, name: str, typed: str) -> bool:
        return name != "year" or not typed.strip() or typed.strip().isdecimal()

    def may_be_told(self, record: Note) -> bool:
        return bool(record.words)

    def place_of(self, record: Note) -> str:
        return f"note/{record.id or 'new'}"

    def words_about(self, wrong: Collection[str]) -> str:
        return "Not understood as a year." if wrong else ""


@pytest.fixture
def drafts(context):
    return context.drafts


@pytest.fixture
def form(qtbot, window, drafts):
    made = NoteForm()
    made.keeps_in(drafts)
    window.setCentralWidget(made)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    made.show_record(Note(1, "Seen alone.", "A visit", "2016"))
    return made


@pytest.fixture
def on_disk(qtbot, context):
    def read():
        qtbot.waitUntil(lambda: not context.jobs.busy)
        return draft_words.listing(context.review)

    return read


def type_into(qtbot, form, name, words):
    editor = form.editor(name)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    return editor


def test_words_are_told_at_a_pause_and_nothing_of_them_is_a_draft(qtbot, form, on_disk):
    type_into(qtbot, form, "words", "Seen with him.")
    form._pauses._tell()
    assert [note.words for note in form.told] == ["Seen with him."]
    assert on_disk() == {}


def test_a_year_that_is_being_typed_is_a_draft_at_each_pause_and_a_step_when_it_is_left(qtbot, form, on_disk):
    type_into(qtbot, form, "year", "201")
    form._pauses._tell()
    assert (form.told, on_disk()) == ([], {"note/1": {"year": "201"}})
    qtbot.keyClicks(form.editor("year"), "7")
    form.editor("words").setFocus()
    assert [note.year for note in form.told] == ["2017"]
    assert on_disk() == {}


def test_what_is_not_understood_is_kept_with_its_own_record_and_given_back_there(qtbot, form, on_disk):
    type_into(qtbot, form, "year", "that spring")
    with qtbot.waitSignal(form.left_unread) as said:
        form.show_record(Note(2, "A call.", "", "2018"))
    assert said.args == ["that spring"]
    assert (form.editor("year").text(), form.told, on_disk()) == ("2018", [], {"note/1": {"year": "that spring"}})

    form.show_record(Note(1, "Seen alone.", "A visit", "2016"))
    assert form.editor("year").text() == "that spring"
    assert form.editor("year").property("wrong")
    assert form._hint.text() == "Not understood as a year."
    type_into(qtbot, form, "year", "2015")
    form.commit()
    assert [note.year for note in form.told] == ["2015"]
    assert on_disk() == {}


def test_a_record_that_is_only_begun_is_given_back_and_that_is_said(qtbot, form, drafts, on_disk):
    form.show_record(Note(0))
    type_into(qtbot, form, "title", "From her sister")
    form.commit()
    assert (form.told, on_disk()) == ([], {"note/new": {"title": "From her sister"}})
    again = NoteForm()
    qtbot.addWidget(again)
    again.keeps_in(drafts)
    assert again.editor("title").text() == "From her sister"
    assert again._hint.text() == "These words were kept when you left. They are not in the review yet."


def test_a_new_record_stays_a_draft_until_the_step_that_takes_it_in_is_on_disk(qtbot, form, drafts, on_disk):
    form.show_record(Note(0))
    type_into(qtbot, form, "words", "She said so.")
    form.commit()
    assert [note.words for note in form.told] == ["She said so."]
    assert on_disk() == {"note/new": {"words": "She said so."}}
    command = drafts.taken_in_by("note/new", lambda: 7)
    assert on_disk() == {"note/new": {"words": "She said so."}}
    assert command() == 7
    assert on_disk() == {}


def test_a_step_that_is_refused_leaves_the_draft(drafts, on_disk):
    drafts.keep("note/new", {"words": "She said so."})

    def refuse():
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - any will do
        drafts.taken_in_by("note/new", refuse)()
    assert on_disk() == {"note/new": {"words": "She said so."}}


def test_a_step_on_disk_is_not_refused_because_its_draft_could_not_be_forgotten(drafts, on_disk, monkeypatch):
    drafts.keep("note/new", {"words": "She said so."})
    command = drafts.taken_in_by("note/new", lambda: 7)
    forget = draft_words.keep

    def refuse(*_given):
        raise StoreProblem("The disk failed.", "Check the disk.")

    monkeypatch.setattr(draft_words, "keep", refuse)
    assert command() == 7
    monkeypatch.setattr(draft_words, "keep", forget)
    drafts.forget("note/new")
    assert on_disk() == {}, "it is tried again"


def test_words_that_could_not_be_written_when_their_record_had_been_left_are_given_back_there(qtbot, form, on_disk):
    before = form.record
    type_into(qtbot, form, "words", "Seen with him.")
    form.show_record(Note(2, "A call."))
    form.keep_refused(form.told[0], before)
    assert on_disk() == {"note/1": {"words": "Seen with him."}}
    form.show_record(before)
    assert form.editor("words").text() == "Seen with him."


def test_what_is_typed_while_a_new_record_is_on_its_way_is_not_lost_by_leaving(qtbot, form, drafts, on_disk):
    form.show_record(Note(0))
    type_into(qtbot, form, "words", "She said so.")
    form.commit()
    command = drafts.taken_in_by("note/new", lambda: None)
    form.editor("title").setFocus()
    qtbot.keyClicks(form.editor("title"), "Her sis")
    command()
    drafts.flush()
    assert on_disk() == {"note/new": {"words": "She said so.", "title": "Her sis"}}
    form.take_in(Note(7, "She said so."))
    assert [note.title for note in form.told] == ["", "Her sis"]
    assert on_disk() == {}


def test_words_that_could_not_be_written_are_a_draft(qtbot, form, on_disk):
    type_into(qtbot, form, "words", "Seen with him.")
    form.keep()
    form.unsave(Note(1, "Seen alone.", "A visit", "2016"))
    assert form.unsaved() == {"words"}
    assert on_disk() == {"note/1": {"words": "Seen with him."}}


@pytest.mark.parametrize("name", ["words", "title", "year"])
def test_escape_puts_the_one_field_back_and_ctrl_z_brings_back_what_was_typed(qtbot, form, name):
    before = form.editor(name).text()
    type_into(qtbot, form, "year" if name != "year" else "title", "then")
    editor = type_into(qtbot, form, name, "Mistaken")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == before
    assert form.editor("year" if name != "year" else "title").text() == "then"
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text() == "Mistaken"


def test_escape_empties_nothing_that_was_only_begun(qtbot, form):
    form.show_record(Note(0))
    editor = type_into(qtbot, form, "title", "From her sister")
    for _ in range(3):
        with qtbot.waitSignal(form.left):
            qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == "From her sister"


def test_to_discard_is_to_keep_nothing(qtbot, form, on_disk):
    form.show_record(Note(0))
    type_into(qtbot, form, "title", "From her sister")
    form.commit()
    form.discard()
    assert (form.editor("title").text(), on_disk()) == ("", {})


def test_typing_the_old_words_again_leaves_no_draft(qtbot, form, on_disk):
    type_into(qtbot, form, "year", "that spring")
    form._pauses._tell()
    assert on_disk() == {"note/1": {"year": "that spring"}}
    type_into(qtbot, form, "year", "2016")
    form._pauses._tell()
    assert on_disk() == {}


def test_words_that_may_not_be_seen_are_not_given_back_until_they_may(form, drafts):
    drafts.keep("note/2", {"words": "Mr Real Name called."})
    form.set_read_only(on=True)
    form.show_record(Note(2, "He called."))
    assert form.editor("words").text() == "He called."
    form.set_read_only(on=False)
    form.show_record(Note(2, "He called."))
    assert form.editor("words").text() == "Mr Real Name called."


def test_what_is_typed_is_kept_when_the_review_is_left_in_the_middle_of_a_word(qtbot, form, drafts, on_disk):
    type_into(qtbot, form, "year", "the wint")
    drafts.flush()
    assert on_disk() == {"note/1": {"year": "the wint"}}


def test_a_form_that_is_put_away_tells_and_keeps_nothing_more(qtbot, form, on_disk):
    type_into(qtbot, form, "words", "Seen with him.")
    form.rest()
    form.commit()
    assert (form.told, on_disk()) == ([], {})


def test_drafts_are_known_by_their_beginning_the_last_first(context, on_disk):
    for place in ("note/new/1", "other", "note/new/2", "note/new/1"):
        context.drafts.keep(place, {"words": place + str(len(context.drafts.under("")))})
    assert context.drafts.under("note/new") == ["note/new/1", "note/new/2"]
    on_disk()
    assert Drafts(context.review, context.jobs).under("note/new") == ["note/new/1", "note/new/2"]
