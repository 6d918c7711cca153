"""The section 'Readings': who read which draft, and what they said of it; for everyone, all sessions at a glance."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import CONFIDENTIAL, EDITIONS, PANEL
from dhr_desktop.report import drafts, reading_record
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.document_saving import save_document
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.family.readings_everyone import ReadingsOfEveryone
from dhr_desktop.ui.family.readings_one import ReadingsOfOne
from dhr_desktop.ui.family.readings_read import ReadingsFound, read_readings
from dhr_desktop.ui.family.saving import saving_words
from dhr_desktop.ui.family.section import Section
from dhr_desktop.ui.family.whom import EVERYONE, Whom


class ReadingsSection(Section):
    """Reads off the screen's thread; prints one session or all of those shown."""

    tables = frozenset({"reading", "reading_comment", "stakeholder", "person"})

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._whom = EVERYONE
        self._asked = 0
        self._shown_ids: tuple[int, ...] = ()
        self.one = ReadingsOfOne(context)
        self.everyone = ReadingsOfEveryone(context)
        self.shown = QStackedWidget()
        self.edition, self.form, self.which = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.print = button(self.tr("Print…"), "", self.save)
        self._build()
        self.everyone.wanted.connect(lambda person_id: context.ways.involved_wanted.emit(person_id, "readings"))

    def _build(self) -> None:
        for edition in (PANEL, CONFIDENTIAL):
            self.edition.addItem(edition.name, edition.key)
        for key, name in drafts.FORMATS.items():
            self.form.addItem(name, key)
        self.which.addItem(self.tr("All readings shown"), "all")
        self.which.addItem(self.tr("The chosen reading"), "one")
        named = (
            (self.edition, self.tr("Edition")),
            (self.form, self.tr("Format")),
            (self.which, self.tr("Which readings")),
        )
        above = QWidget()
        row = FlowLayout(SMALL, SMALL, above)
        row.addWidget(label(self.tr("For the panel's file:"), "hint"))
        for field, name in named:
            field.setAccessibleName(name)
            row.addWidget(field)
        row.addWidget(self.print)
        held = QVBoxLayout()
        held.setContentsMargins(WIDE, SMALL, WIDE, 0)
        held.addWidget(above)
        self.shown.addWidget(self.everyone)
        self.shown.addWidget(self.one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(held)
        column.addWidget(self.shown, 1)

    def show_of(self, whom: Whom) -> None:
        """Show the readings of somebody, or of everyone."""
        self._whom = whom
        self._asked += 1
        stakeholder_id = whom.stakeholder.id if whom.stakeholder else 0
        review = self.context.review
        self.shown.setCurrentWidget(self.one if stakeholder_id else self.everyone)

        def work(progress: Progress) -> ReadingsFound:
            del progress
            return read_readings(review, stakeholder_id)

        self.context.jobs.read(work, self.tr("Reading the readings"), self._shower(self._asked), owner=self)

    def take_keyboard(self) -> None:
        """Have the keyboard in the list."""
        if self._whom.stakeholder:
            self.one.sessions.take_keyboard()
        else:
            self.everyone.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """The session at hand, and of one reader the comment."""
        return self.one.place() if self._whom.stakeholder else str(self.everyone.place() or "")

    def go_back_to(self, place: str) -> None:
        """Have the same at hand."""
        if "/" in place:
            self.one.go_back_to(place)
        else:
            self.everyone.go_back_to(int(place))

    def save(self) -> None:
        """Make the record of the readings and ask where it goes."""
        chosen = self.one.chosen if self._whom.stakeholder else self.everyone.chosen
        wanted = (chosen,) if self.which.currentData() == "one" and chosen else self._shown_ids
        edition, form = EDITIONS[str(self.edition.currentData())], str(self.form.currentData())
        review = self.context.review
        self.one.commit()

        def make(progress: Progress) -> CheckedFile:
            return reading_record.draft(review, edition, form, wanted, progress)

        save_document(self.context, self, make, saving_words())

    def _shower(self, asked: int) -> Callable[[ReadingsFound], None]:
        def show(found: ReadingsFound) -> None:
            if asked != self._asked:
                return
            self._shown_ids = tuple(each.reading.id for each in found.rows)
            self.print.setEnabled(bool(found.rows))
            if self._whom.stakeholder:
                self.one.put(found, self._whom.stakeholder.id)
            else:
                self.everyone.put(found)

        return show
