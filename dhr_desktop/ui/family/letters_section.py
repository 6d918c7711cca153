"""The section 'Letters': an occasion, the text with what is known filled in, and a file of it. Nothing is sent."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.contacts import Means
from dhr_desktop.domain.letters import LetterTemplate, filled, left_open
from dhr_desktop.domain.offer_standing import day_words
from dhr_desktop.family import letters
from dhr_desktop.report import person_letter
from dhr_desktop.report.person_letter import PersonLetter
from dhr_desktop.store import facts, letter_templates
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask
from dhr_desktop.ui.common.document_saving import save_document
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.widgets import EmptyState
from dhr_desktop.ui.family.letters_desk import LettersDesk
from dhr_desktop.ui.family.letters_warnings import warnings
from dhr_desktop.ui.family.saving import saving_words
from dhr_desktop.ui.family.section import Section
from dhr_desktop.ui.family.whom import EVERYONE, Whom

_CONTACT = "letter_contact"
"""Where the chair wants replies: the same habit as the letters of questions have."""
TYPED = ("contact", "meeting", "publication", "news", "next")


class LettersSection(Section):
    """What the chair writes over a letter is kept for that person and occasion until it is put back."""

    tables = frozenset({"letter_template", "stakeholder", "person", "advocacy", "date_to_avoid", "identifier"})

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._whom: Whom = EVERYONE
        self._filled = ""
        self._shown = (0, "", False)
        self._note: Callable[[], object] | None = None
        self.desk = LettersDesk(context)
        self.empty = EmptyState(
            context.theme,
            "family",
            self.tr("Letters are closed in panel view"),
            self.tr("A letter holds real names. F6 leaves panel view."),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.desk)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._pauses = Pauses(self)
        self._connect()

    def _connect(self) -> None:
        desk = self.desk
        desk.fields["contact"].setText(self.context.habits.text(_CONTACT))
        desk.occasion.currentIndexChanged.connect(self._go_on)
        desk.of_letter.toggled.connect(self._go_on)
        for field in desk.fields.values():
            field.editingFinished.connect(self._on_fields)
        desk.text.textChanged.connect(self._on_text)
        desk.again.clicked.connect(self.put_back)
        desk.word.clicked.connect(lambda: self.save("docx"))
        desk.pdf.clicked.connect(lambda: self.save("pdf"))
        self._pauses.due.connect(self.keep)
        self.context.drafts.flushing.connect(self.keep)
        self.context.panel.changed.connect(self._cover)
        self._cover()

    # What the page asks.

    def show_of(self, whom: Whom) -> None:
        """Show the letters to somebody."""
        if whom.key != self._whom.key:
            self.keep()
            self._whom = whom
            self._offer()
        self._whom = whom
        self._show()

    def take_keyboard(self) -> None:
        """Have the keyboard where the occasion is chosen."""
        self.desk.occasion.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown.

    @property
    def key(self) -> str:
        """The key of the occasion."""
        return str(self.desk.occasion.currentData() or "")

    @property
    def on_template(self) -> bool:
        """Whether the template is shown and not a letter."""
        return self.desk.of_template.isChecked()

    def _offer(self) -> None:
        box = self.desk.occasion
        with QSignalBlocker(box):
            box.clear()
            if self._whom.stakeholder:
                for each in letter_templates.for_group(self._whom.stakeholder.group):
                    box.addItem(each.name, each.key)

    def _go_on(self) -> None:
        """Keep what stands there, which is of the occasion before, and show the other."""
        self.keep()
        self._show()

    def _typed(self) -> dict[str, str]:
        return {name: self.desk.fields[name].text() for name in TYPED}

    def _show(self) -> None:
        """Fill the text anew, from the template or from what the chair has made of this letter."""
        if not self.key or self._whom.person is None or self.context.panel.on:
            return
        self._pauses.stop()
        review = self.context.review
        template = letter_templates.template(review, self.key)
        self._shown = (self._whom.key, self.key, self.on_template)
        self._filled = template.body
        text = template.body
        if not self.on_template:
            known = letters.addressed(review, self._whom.key, today(), self._typed())
            self._filled = filled(template.body, known.facts)
            text = self.context.drafts.of(self._place).get("body", "") or self._filled
            self.desk.show_fields(template.body)
        if self.desk.text.toPlainText() != text:
            with QSignalBlocker(self.desk.text):
                self.desk.text.setPlainText(text)
        self.desk.show_side(template=self.on_template, rewritten=bool(template.id))
        self._warn()

    @property
    def _place(self) -> str:
        return f"letter/{self._whom.key}/{self.key}"

    def _warn(self) -> None:
        text = self.desk.text.toPlainText()
        changed = not self.on_template and text.strip() != self._filled.strip()
        self.desk.again.setEnabled(changed or (self.on_template and self.desk.rewritten))
        said = [] if self.on_template else warnings(self.context.review, self._whom, text, self._typed())
        self.desk.say(said)

    def _on_text(self) -> None:
        self._pauses.typed()
        self._warn()

    def _on_fields(self) -> None:
        self.context.habits.choose_text(_CONTACT, self.desk.fields["contact"].text().strip())
        self._show()

    def _cover(self) -> None:
        on = self.context.panel.on
        if on:
            self.keep()
            self._shown = (0, "", False)
            with QSignalBlocker(self.desk.text):
                self.desk.text.clear()
        self.stack.setCurrentIndex(1 if on else 0)
        if not on:
            self._show()

    # Keeping what is written.

    def keep(self) -> None:
        """Keep what is written: of a letter as a draft of it, of a template as a step."""
        self._pauses.stop()
        text = self.desk.text.toPlainText()
        person_id, key, on_template = self._shown
        if not key or not self._filled or not text.strip():
            return
        if on_template:
            template = LetterTemplate(0, key, "", text)
            self._run(partial(letters.rewrite, self.context.review, template, self))
        else:
            changed = text.strip() != self._filled.strip()
            self.context.drafts.keep(f"letter/{person_id}/{key}", {"body": text} if changed else {})

    def put_back(self) -> None:
        """Have the letter as the template fills it, or the template as the program has it."""
        self._pauses.stop()
        if self.on_template:
            self._run(partial(letters.reset, self.context.review, self.key))
            return
        self.context.drafts.forget(self._place)
        self._show()

    # Saving.

    def save(self, form: str) -> None:
        """Save the letter as a file, after what speaks against it has been said."""
        text = self.desk.text.toPlainText()
        said = warnings(self.context.review, self._whom, text, self._typed())
        if said and not ask(self._about(said), self):
            self.desk.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.keep()
        review, key = self.context.review, self.key
        known = letters.addressed(review, self._whom.key, today(), self._typed())
        letter = PersonLetter(
            letter_templates.template(review, key).name,
            text,
            known.person.real_name,
            known.address,
            day_words(today()),
            facts.get(review).reference,
        )

        def make(progress: Progress) -> CheckedFile:
            return person_letter.draft(review, letter, form, progress)

        save_document(self.context, self, make, saving_words(), partial(self._saved, known.stakeholder.id, key))

    def _about(self, said: list[str]) -> Question:
        title = self.tr("Before this letter is saved")
        return Question(title, "\n\n".join(said), self.tr("Save it all the same"), self.tr("Go back"))

    def _saved(self, stakeholder_id: int, key: str, checked: CheckedFile, path: Path) -> None:
        del checked
        self._note = partial(letters.note_in_log, self.context.review, stakeholder_id, key, today(), Means.LETTER)
        words = self.tr("“{name}” was saved. Nothing was sent.").format(name=path.name)
        self.context.messages.show_done(words, self.tr("Note it in the contact log"), self.note_saved)

    def note_saved(self) -> None:
        """Note the letter that was saved last in the log of contacts, once."""
        note, self._note = self._note, None
        if note is not None:
            self._run(note)

    def _run(self, command: Callable[[], object]) -> None:
        def work(progress: Progress) -> None:
            del progress
            command()

        self.context.jobs.run(work, self.tr("Saving"), owner=self)

    @property
    def still_open(self) -> tuple[str, ...]:
        """What is left in braces in the letter as it stands."""
        return left_open(self.desk.text.toPlainText())
