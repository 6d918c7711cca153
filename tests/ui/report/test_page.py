"""The Report page over a real store: drafts, sealed copies, and words that are not lost."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family.register import add_person
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.report import summary
from dhr_desktop.report.drafts import DRAFTS
from dhr_desktop.report.overview import KEY
from dhr_desktop.store import entries, facts, passages, sealed
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.meaning import include
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.report.page import ReportPage
from dhr_desktop.ui.report.passphrase_dialog import PassphraseDialog, RecipientDialog

HOUSING = resources.path("sample/aldermarsh/submissions/05_Marshland_Homes_CRM_export.csv")
WORDS = 6


@pytest.fixture
def page(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> ReportPage:
    submit(context.review, read_file(HOUSING), "Marshland Homes")
    made = ReportPage(context, window)
    window.setCentralWidget(made)
    window.resize(1200, 700)
    window.show()
    qtbot.waitActive(window)
    return made


def _settled(qtbot: QtBot, context: ReviewContext) -> None:
    qtbot.waitUntil(lambda: not context.jobs.busy, timeout=20_000)


def _choose(choice: QComboBox, key: str) -> None:
    choice.setCurrentIndex(choice.findData(key))


def _sealed(page: ReportPage, context: ReviewContext, qtbot: QtBot, path: Path) -> PassphraseDialog:
    answer_next(path)
    page.seal_copy("The panel member for health")
    _settled(qtbot, context)
    qtbot.waitUntil(lambda: page.passphrase is not None and page.passphrase.isVisible())
    assert page.passphrase is not None
    return page.passphrase


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
@pytest.mark.parametrize("document", DRAFTS)
def test_a_draft_is_made_where_the_chair_says(  # noqa: PLR0917 - its values beside the fixtures
    document: str, form: str, begins: bytes, page: ReportPage, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(page.choice.document, document)
    _choose(page.choice.format, form)
    answer_next(tmp_path / f"draft.{form}")
    page.choice.make.click()
    assert not page.choice.make.isEnabled()
    _settled(qtbot, context)
    assert (tmp_path / f"draft.{form}").read_bytes().startswith(begins)
    assert "not encrypted" in context.messages.text
    assert page.choice.make.isEnabled()


def test_a_draft_named_without_its_ending_gets_it(
    page: ReportPage, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    answer_next(tmp_path / "Draft 2.1")
    page.make_draft()
    _settled(qtbot, context)
    assert [file.name for file in tmp_path.glob("Draft*")] == ["Draft 2.1.docx"]


def test_nothing_is_made_when_no_place_is_chosen(page: ReportPage, context: ReviewContext, qtbot: QtBot) -> None:
    _settled(qtbot, context)
    answer_next(None)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not context.jobs.busy
    assert page.choice.make.isEnabled()


def test_a_panel_edition_without_a_register_is_refused_in_words(
    page: ReportPage, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    _choose(page.choice.edition, "panel")
    answer_next(tmp_path / "draft.docx")
    page.make_draft()
    _settled(qtbot, context)
    assert "register is empty" in context.messages.text
    assert not (tmp_path / "draft.docx").exists()
    assert page.choice.make.isEnabled()


def test_names_that_would_be_left_in_the_file_are_shown_and_no_file_is_made(
    page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    # The reference stands in the file's own name, which no edition covers.
    with review.journal.step("Change the review's details"):
        facts.put(review, replace(facts.get(review), reference="DHR Drewitt"))
    add_person(review, Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire"))
    _choose(page.choice.edition, "panel")
    answer_next(tmp_path / "draft.docx")
    page.make_draft()
    _settled(qtbot, context)
    assert not (tmp_path / "draft.docx").exists()
    assert "was not made" in context.messages.text
    assert "“Drewitt” (2)" in page.choice.found.text()
    assert page.choice.found.isVisible()
    _choose(page.choice.edition, "confidential")
    assert not page.choice.found.isVisible()


def test_a_sealed_copy_is_written_and_entered_in_the_register(
    page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _sealed(page, context, qtbot, tmp_path / "copy.docx")
    (copy,) = sealed.listing(review)
    assert copy.recipient == "The panel member for health"
    assert copy.sha256 == hashlib.sha256((tmp_path / "copy.docx").read_bytes()).hexdigest()
    assert len(dialog.words.text().split()) == WORDS
    assert page.table.isVisible()
    assert page.model.index(0, 0).data() == copy.recipient
    dialog.accept()


def test_the_passphrase_is_not_lost_by_escape_and_leaves_the_clipboard_with_its_window(
    page: ReportPage, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _sealed(page, context, qtbot, tmp_path / "copy.docx")
    words = dialog.words.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    copy = next(each for each in dialog.findChildren(QPushButton) if "Copy" in each.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == words
    dialog.accept()
    assert QGuiApplication.clipboard().text() != words
    qtbot.waitUntil(lambda: page.passphrase is None)


def test_a_sealed_copy_needs_somebody_it_is_for(qtbot: QtBot) -> None:
    dialog = RecipientDialog()
    qtbot.addWidget(dialog)
    accept = next(each for each in dialog.findChildren(QPushButton) if "Choose where" in each.text())
    assert not accept.isEnabled()
    dialog.recipient.setText("  ")
    assert not accept.isEnabled()
    dialog.recipient.setText("Helen Marsh")
    assert accept.isEnabled()


def test_what_is_written_is_saved_as_one_step_on_leaving_it(
    page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.passages.text.setFocus()
    qtbot.keyClicks(page.passages.text, "She was much loved.")
    page.choice.document.setFocus()
    _settled(qtbot, context)
    assert passages.get(review, KEY, page.passages.section.key) == "She was much loved."
    assert review.journal.status().undo == "Write “Introduction”"
    assert page.passages.state.text() == "Saved"


def test_going_to_another_section_saves_the_one_before(
    page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    first = page.passages.section.key
    page.passages.text.setPlainText("She was much loved.")
    page.passages.list.setCurrentRow(1)
    assert page.passages.text.text == ""
    _settled(qtbot, context)
    assert passages.listing(review, KEY) == {first: "She was much loved."}
    spoken = page.passages.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1, Introduction, begun"
    page.passages.list.setCurrentRow(0)
    assert page.passages.text.text == "She was much loved."


def test_what_is_being_written_stays_when_something_else_is_undone(
    page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.passages.text.setPlainText("One.")
    page.passages.commit()
    _settled(qtbot, context)
    page.passages.text.setPlainText("One. Two.")
    review.journal.undo()
    qtbot.waitUntil(lambda: page.passages.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("yet"))
    assert page.passages.text.text == "One. Two."
    page.passages.commit()
    _settled(qtbot, context)
    assert passages.get(review, KEY, "introduction") == "One. Two."


def test_the_document_that_is_chosen_is_the_one_that_is_written_in(
    page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _choose(page.choice.document, KEY)
    page.passages.text.setPlainText("Begun in the report.")
    _choose(page.choice.document, summary.KEY)
    assert page.passages.title.text() == "Your text in the executive summary"
    assert page.passages.section.heading == "The review process"
    assert page.passages.text.text == ""
    page.passages.text.setPlainText("Begun in the summary.")
    page.passages.commit()
    _settled(qtbot, context)
    assert passages.listing(review, KEY) == {"introduction": "Begun in the report."}
    assert passages.listing(review, summary.KEY) == {"process": "Begun in the summary."}
    assert review.journal.status().undo == "Write “The review process” (executive summary)"
    _choose(page.choice.document, "chronology")
    assert page.passages.text.text == "Begun in the summary."
    _choose(page.choice.document, KEY)
    assert page.passages.text.text == "Begun in the report."


def test_the_page_says_how_many_entries_go_into_the_chosen_document(
    page: ReportPage, review: Review, qtbot: QtBot
) -> None:
    every = entries.ordered_ids(review)
    _choose(page.choice.document, summary.KEY)
    qtbot.waitUntil(lambda: "No entry has been put into it yet" in page.choice.holding.text())
    include(review, every[:2], Inclusion.SUMMARY, on=True)
    qtbot.waitUntil(lambda: page.choice.holding.text() == f"2 of {len(every)} entries are included in it.")
    _choose(page.choice.document, "chronology")
    assert page.choice.holding.text() == f"{len(every)} of {len(every)} entries are included in it."


def test_undo_shows_the_earlier_words_again(
    page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    for words in ("One.", "Two."):
        page.passages.text.setPlainText(words)
        page.passages.commit()
        _settled(qtbot, context)
    review.journal.undo()
    qtbot.waitUntil(lambda: page.passages.text.text == "One.")


def test_escape_goes_back_to_what_was_saved_and_can_itself_be_undone(
    page: ReportPage, context: ReviewContext, qtbot: QtBot
) -> None:
    page.passages.text.setFocus()
    qtbot.keyClicks(page.passages.text, "One")
    qtbot.keyClick(page.passages.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    _settled(qtbot, context)
    qtbot.keyClicks(page.passages.text, " too many")
    qtbot.keyClick(page.passages.text, Qt.Key.Key_Escape)
    assert page.passages.text.text == "One"
    page.passages.text.undo()
    assert page.passages.text.text == "One too many"
    page.passages.commit()
    _settled(qtbot, context)


def test_a_pause_in_writing_saves(page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot) -> None:
    page.passages.text.pause.setInterval(1)
    page.passages.text.setPlainText("She was much loved.")
    qtbot.waitUntil(lambda: bool(passages.listing(review, KEY)))
    _settled(qtbot, context)


def test_a_draft_holds_what_was_typed_a_moment_before(
    page: ReportPage, context: ReviewContext, review: Review, qtbot: QtBot, tmp_path: Path
) -> None:
    page.passages.text.setPlainText("She was much loved.")
    _choose(page.choice.document, KEY)
    answer_next(tmp_path / "draft.docx")
    page.make_draft()
    _settled(qtbot, context)
    assert passages.get(review, KEY, "introduction") == "She was much loved."
    assert "much loved" in _words_of(tmp_path / "draft.docx")


def _words_of(path: Path) -> str:
    from docx import Document  # noqa: PLC0415 - a heavy library, for this test alone

    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_the_register_of_sealed_copies_keeps_qt_s_rules_and_names_its_cells(
    page: ReportPage, context: ReviewContext, qtbot: QtBot, tmp_path: Path, qtmodeltester
) -> None:
    _sealed(page, context, qtbot, tmp_path / "copy.docx").accept()
    qtmodeltester.check(page.model)
    spoken = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "For: The panel member for health"


def test_for_whom_a_copy_is_stands_in_its_dialog_again_when_it_was_refused(
    page: ReportPage,
    context: ReviewContext,
    review: Review,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_label: str, *_: object) -> None:
        raise StoreProblem("The disk is full.", "Free some space.")

    seen: list[str] = []

    def type_into(dialog: RecipientDialog) -> int:
        seen.append(dialog.recipient.text())
        dialog.recipient.setText("The panel member for health")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(RecipientDialog, "exec", type_into)
    with monkeypatch.context() as full:
        full.setattr(review.journal, "step", refuse)
        answer_next(tmp_path / "copy.docx")
        page.ask_recipient()
        _settled(qtbot, context)
    answer_next(None)
    page.ask_recipient()
    _settled(qtbot, context)
    assert seen == ["", "The panel member for health"]
