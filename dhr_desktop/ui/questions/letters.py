"""Has letters written: made and read back, shown with the names in them, saved, and only then noted as asked."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import Progress
from dhr_desktop.report import drafts
from dhr_desktop.report.question_letter import Drafted, Letter, draft
from dhr_desktop.store import distressing, people
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import questions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask, choose_folder, choose_save_path
from dhr_desktop.ui.common.kept_words import kept_until_written
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.questions.letter_dialog import LetterDialog
from dhr_desktop.ui.questions.reading import Listed

_CONTACT = "letter_contact"
"""Where the chair wants replies: the same for every letter, and nothing of the review."""
_LONGEST = 120
_Made = tuple[list[Drafted], dict[str, frozenset[int]]]
"""The letters, and of the words of other agencies in them those that are marked as distressing, with their entries."""


class LetterWriter(QObject):
    """Nothing is saved before the chair has seen which names of the register stand in it."""

    def __init__(self, context: ReviewContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.dialog: LetterDialog | None = None

    def ask(self, waiting: Sequence[Listed], agency_id: int) -> None:
        """Ask to whom a letter goes, beginning with one agency. `waiting` are the questions without an answer."""
        if not waiting:
            words = self.tr("No question is waiting for an answer, so there is no letter to write.")
            self._context.messages.show_note(words)
            return
        habits = self._context.habits
        register = people.listing(self._context.review)
        self.dialog = dialog = LetterDialog(waiting, agency_id, register, habits.text(_CONTACT), self._page)
        kept_at = f"lettertoagency/{agency_id}"  # to whom one agency's letter goes is not offered for another's
        kept_until_written(dialog, self._context.drafts, kept_at)
        dialog.accepted.connect(lambda: habits.choose_text(_CONTACT, dialog.contact.text().strip()))
        dialog.accepted.connect(lambda: self.write(dialog.letters, marks=dialog.marks, kept_at=kept_at))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def write(self, letters: Sequence[Letter], *, marks: bool, kept_at: str) -> None:
        """Make the letters; what was typed before is in the review by then, for the same thread wrote it.

        What is kept at a place of the drafts goes from there with their being saved.
        """
        work = partial(_draft_all, self._context.review, list(letters))
        done = partial(self._drafted, marks=marks, kept_at=kept_at)
        self._context.jobs.run(work, self.tr("Writing the letter"), done, owner=self._page)

    def _drafted(self, read: _Made, *, marks: bool, kept_at: str) -> None:
        made, marked = read
        others = {number: passages for one in made for number, passages in one.others.items()}
        if others and not ask(self._about_others(others, marked), self._page):
            return
        names: Counter[str] = Counter()
        for one in made:
            names.update({found.surface: found.times for found in one.names})
        if names and not ask(self._about_names(names), self._page):
            return
        with self._context.jobs.asking(self.tr("Choose where the letter is to be saved")):
            place = self._place(made)
        if place is None:
            return
        asked = made if marks else []
        work = partial(_save_all, self._context.review, made, asked, place, self._page)
        write = self._context.drafts.taken_in_by(kept_at, work)
        done = partial(self._tell, marks=marks)
        self._context.jobs.run(write, self.tr("Saving the letter"), done, owner=self._page)

    def _about_others(self, others: dict[int, list[str]], marked: dict[str, frozenset[int]]) -> Question:
        """Quote them, but for what is marked as distressing: a warning is read before anybody has asked to see it."""
        veils = self._context.veil.tells_of
        hidden = self.tr("words marked as distressing")

        def quoted(passage: str) -> str:
            return hidden if any(map(veils, marked.get(passage, ()))) else f"“{_short(passage)}”"

        told = [
            self.tr("Question {n}: {words}").format(n=number, words=", ".join(dict.fromkeys(map(quoted, passages))))
            for number, passages in sorted(others.items())
        ]
        return Question(
            self.tr("Words of another agency’s records"),
            self.tr("This stands in what another agency sent, and would go to the one that is asked:")
            + "\n\n"
            + "\n".join(told)
            + "\n\n"
            + self.tr("Go back to put the question in other words, unless it has to be said."),
            self.tr("Send these words"),
            self.tr("Go back"),
            danger=True,  # what has been sent cannot be taken back
        )

    def _about_names(self, names: Counter[str]) -> Question:
        found = ", ".join(f"“{name}”" for name in names)
        return Question(
            self.tr("Names stand in the letter"),
            self.tr(
                "Your questions, or the references of the records, hold {names}. They leave the review with it."
            ).format(names=found),
            self.tr("Save it with these names"),
            self.tr("Go back"),
        )

    def _place(self, made: Sequence[Drafted]) -> Path | None:
        if len(made) > 1:
            return choose_folder(self._page, self.tr("Where to save the letters"))
        suggested = Path.home() / made[0].checked.name
        return choose_save_path(self._page, self.tr("Save the letter"), suggested, self.tr("Word document (*.docx)"))

    def _tell(self, written: list[Path], *, marks: bool) -> None:
        names = ", ".join(f"“{path.name}”" for path in written)
        said = counted(len(written), self.tr("{n} letter was saved: "), self.tr("{n} letters were saved: ")) + names
        if marks:
            words = self.tr("{said}. Its questions are noted as asked today.").format(said=said)
            self._context.messages.show_done(words, self.tr("Undo"), self._context.actions["review.undo"].trigger)
        else:
            self._context.messages.show_done(f"{said}.")


def _draft_all(review: Review, letters: Sequence[Letter], progress: Progress) -> _Made:
    made = []
    for number, letter in enumerate(letters):
        progress.step(number, len(letters), "Writing the letter")
        made.append(draft(review, letter, progress))
    passages = {passage for one in made for each in one.others.values() for passage in each}
    return made, distressing.holding(review, passages)


def _save_all(
    review: Review,
    made: Sequence[Drafted],
    asked: Sequence[Drafted],
    place: Path,
    page: QWidget,
    progress: Progress,
) -> list[Path]:
    """Write the files, in a folder beside what is there; then note their questions as asked, as one step."""
    written = []
    for number, one in enumerate(made):
        progress.step(number, len(made), "Saving the letter")
        target = _free(place / one.checked.name) if place.is_dir() else place
        written.append(drafts.save(one.checked, target))
    ids = [question_id for one in asked for question_id in one.letter.question_ids]
    asked_of = asked[0].letter.to if len(asked) == 1 else ""
    due = asked[0].letter.due if asked else ""
    questions.mark_asked(review, ids, today(), asked_of, page, due)
    return written


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _free(path: Path) -> Path:
    """`path`, or the same name with the first number that no file has yet."""
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return found
