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
from dhr_desktop.domain.letters import LetterTemplate, left_open
from dhr_desktop.domain.stakeholders import DateToAvoid
from dhr_desktop.family import letters
from dhr_desktop.report import person_letter
from dhr_desktop.store import letter_templates
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask
from dhr_desktop.ui.common.document_saving import save_document
from dhr_desktop.ui.common.kept_words import KeptWords
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.widgets import EmptyState, restyle
from dhr_desktop.ui.family.letters_desk import LettersDesk
from dhr_desktop.ui.family.letters_read import Asked, LetterRead, read_letter, to_print
from dhr_desktop.ui.family.letters_warnings import warnings
from dhr_desktop.ui.family.reading import Latest
from dhr_desktop.ui.family.saving import saving_words
from dhr_desktop.ui.family.section import Section
from dhr_desktop.ui.family.whom import EVERYONE, Whom

_CONTACT = "letter_contact"
"""Where the chair wants replies: the same habit as the letters of questions have."""
_CONTACT_FIELD = "contact"
_NOTHING = (0, "", False)
TYPED = ("contact", "meeting", "publication", "news", "next")


class LettersSection(Section):
    """What the chair writes over a letter is kept for that person and occasion until it is put back."""

    tables = frozenset(
        {"letter_template", "stakeholder", "person", "advocacy", "date_to_avoid", "identifier", "review"}
    )

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._whom: Whom = EVERYONE
        self._filled = self._left_at = ""
        self._dates: tuple[DateToAvoid, ...] = ()
        self._shown = _NOTHING
        self._reading: Latest[LetterRead] = Latest(context, self, self.tr("Reading the letter"), self._put)
        self._note: Callable[[], object] | None = None
        self._typed_in: KeptWords | None = None
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
        desk.show_fields("")
        desk.again.setEnabled(False)
        desk.fields[_CONTACT_FIELD].setText(self.context.habits.text(_CONTACT))
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
            key, of_template, _ = self._left_at.partition("/")
            self._left_at = ""
            if of_template:
                with QSignalBlocker(self.desk.of_letter):
                    self.desk.of_template.setChecked(True)
            self._offer(key)
            self._begin_fields()
        self._whom = whom
        self._show()

    def _begin_fields(self) -> None:
        """What was typed for one reader is not offered to the next, and stands there again for the same."""
        if self._typed_in is not None:
            self._typed_in.hand_over()
        asked = {name: field for name, field in self.desk.fields.items() if name != _CONTACT_FIELD}
        for field in asked.values():
            field.clear()
        place = f"letter/{self._whom.key}/fields"
        self._typed_in = KeptWords(self.context.drafts, place, asked, self) if self._whom.key else None

    def take_keyboard(self) -> None:
        """Have the keyboard where the occasion is chosen."""
        self.desk.occasion.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """The occasion, and whether its template is shown; '' for the first."""
        if self._left_at or self.on_template:
            return self._left_at or f"{self.key}/template"
        return self.key if self.desk.occasion.currentIndex() > 0 else ""

    def go_back_to(self, place: str) -> None:
        """Show the same occasion, as soon as the letters to somebody are shown."""
        self._left_at = place

    # What is shown.

    @property
    def key(self) -> str:
        """The key of the occasion."""
        return str(self.desk.occasion.currentData() or "")

    @property
    def on_template(self) -> bool:
        """Whether the template is shown and not a letter."""
        return self.desk.of_template.isChecked()

    def _offer(self, wanted: str = "") -> None:
        """Offer the occasions to write to this reader, and beside their templates the pieces that stand in them."""
        box, before = self.desk.occasion, wanted or self.key
        with QSignalBlocker(box):
            box.clear()
            if self._whom.stakeholder:
                group = self._whom.stakeholder.group
                pieces = letter_templates.pieces_for(group) if self.on_template else ()
                for each in (*letter_templates.for_group(group), *pieces):
                    box.addItem(each.name, each.key)
            box.setCurrentIndex(max(box.findData(before), 0) if box.count() else -1)

    def _go_on(self) -> None:
        """Keep what stands there, which is of the occasion before, and show the other."""
        self.keep()
        self._offer()
        self._show()

    def _typed(self) -> dict[str, str]:
        return {name: self.desk.fields[name].text() for name in TYPED}

    @property
    def _asked(self) -> Asked:
        return Asked(self._whom.key, self.key, self.on_template, self._typed())

    def _show(self) -> None:
        """Fill the text anew, from the template or from what the chair has made of this letter."""
        if not self.key or self._whom.person is None or self.context.panel.on:
            return
        asked = self._asked
        if asked.place != self._shown:
            self._shown = _NOTHING  # until the other is there, nothing is kept of what stood here
            self.desk.text.setReadOnly(True)
        self._reading.ask(lambda review: read_letter(review, asked))

    def _put(self, read: LetterRead) -> None:
        if self.context.panel.on or read.asked.place != self._asked.place or not read.filled:
            return
        typed, typing = self.desk.text.toPlainText().strip(), False
        if self._shown == read.asked.place:
            typing = self.on_template and typed != self._filled.strip()
            self.keep()
        self._pauses.stop()
        self._shown, self._filled, self._dates = read.asked.place, read.filled, read.dates
        text = typed if typing else read.filled
        if not read.asked.of_template:
            text = self.context.drafts.of(self._place).get("body", "") or text
            self.desk.show_fields(read.template.body)
        if typed != text.strip():
            with QSignalBlocker(self.desk.text):
                self.desk.text.setPlainText(text)
        if self.desk.text.isReadOnly():
            self.desk.text.setReadOnly(False)
            restyle(self.desk.text)
        self.desk.show_side(key=self.key, template=self.on_template, rewritten=bool(read.template.id))
        self._warn()

    @property
    def _place(self) -> str:
        return f"letter/{self._whom.key}/{self.key}"

    def _warn(self) -> None:
        text = self.desk.text.toPlainText()
        changed = not self.on_template and text.strip() != self._filled.strip()
        self.desk.again.setEnabled(changed or (self.on_template and self.desk.rewritten))
        self.desk.say([] if self.on_template else warnings(self._dates, self._whom, text, self._typed()))

    def _on_text(self) -> None:
        self._pauses.typed()
        self._warn()

    def _on_fields(self) -> None:
        self.context.habits.choose_text(_CONTACT, self.desk.fields[_CONTACT_FIELD].text().strip())
        self._show()

    def _cover(self) -> None:
        on = self.context.panel.on
        if on:
            self.keep()
            self._shown = _NOTHING
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
        changed = text.strip() != self._filled.strip()
        if not on_template:
            self.context.drafts.keep(f"letter/{person_id}/{key}", {"body": text} if changed else {})
        elif changed:
            self._run(partial(letters.rewrite, self.context.review, LetterTemplate(0, key, "", text), self))

    def put_back(self) -> None:
        """Have the letter as the template fills it, or the template as the program has it."""
        self._pauses.stop()
        if self.on_template:
            self._filled = self.desk.text.toPlainText()  # what stands there is given up
            self._run(partial(letters.reset, self.context.review, self.key))
            return
        self.context.drafts.forget(self._place)
        with QSignalBlocker(self.desk.text):
            self.desk.text.setPlainText(self._filled)
        self._show()

    # Saving.

    def save(self, form: str) -> None:
        """Save the letter as a file, after what speaks against it has been said."""
        if self._shown != self._asked.place or self.on_template:
            return
        text = self.desk.text.toPlainText()
        said = warnings(self._dates, self._whom, text, self._typed())
        if said and not ask(self._about(said), self):
            self.desk.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.keep()
        review, asked, who = self.context.review, self._asked, self._whom.stakeholder

        def make(progress: Progress) -> CheckedFile:
            return person_letter.draft(review, to_print(review, asked, text), form, progress)

        if who:
            save_document(self.context, self, make, saving_words(), partial(self._saved, who.id, asked.key))

    def _about(self, said: list[str]) -> Question:
        title = self.tr("Before this letter is saved")
        return Question(title, "\n\n".join(said), self.tr("Save it all the same"), self.tr("Go back"), danger=True)

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
