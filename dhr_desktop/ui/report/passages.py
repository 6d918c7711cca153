"""The chair's own text for each section of a document that has some; what is typed is saved on leaving a section."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.report import summary
from dhr_desktop.report.outline import OUTLINED, OutlineSection, sections
from dhr_desktop.report.overview import KEY
from dhr_desktop.report.writing import write_passage
from dhr_desktop.store import passages
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import Card, label
from dhr_desktop.ui.report.passage_field import PassageField

_LIST_WIDTH = 240
_ICON = 14


class PassagesEditor(Card):
    """A list of sections and a place to write; a line with nothing in it parts two paragraphs."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document = KEY
        self._sections = sections(KEY)
        self._shown = 0
        self._no_icon = _blank()
        self.list = QListWidget()
        self.title = label("", "heading")
        self.heading = label("", "heading", wrap=True)
        self.hint = label("", "hint", wrap=True)
        self.text = PassageField()
        self.text.setPlaceholderText(self.tr("Write here. An empty line begins a new numbered paragraph."))
        self.state = label("", "hint")
        self.begun = label("", "hint")
        self._build()
        self.list.currentRowChanged.connect(self._turn_to)
        self.text.save_wanted.connect(self.commit)
        self.text.textChanged.connect(self._say_unsaved)
        context.theme.changed.connect(self.refresh)
        self._show_document()

    def turn_to_document(self, document: str) -> None:
        """Show the sections of another document, what is typed saved first; one without sections changes nothing."""
        if document == self._document or document not in OUTLINED:
            return
        self.commit()
        self._document = document
        self._sections = sections(document)
        self._show_document()

    def _show_document(self) -> None:
        of_summary = self._document == summary.KEY
        self.title.setText(
            self.tr("Your text in the executive summary") if of_summary else self.tr("Your text in the overview report")
        )
        self.list.setAccessibleName(
            self.tr("Sections of the executive summary") if of_summary else self.tr("Sections of the overview report")
        )
        with QSignalBlocker(self.list):
            self.list.clear()
            for section in self._sections:
                self.list.addItem(QListWidgetItem(section.heading))
            self.list.setCurrentRow(0)
        self._show_section(0)
        self.refresh()

    def _build(self) -> None:
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        for widget in (self.heading, self.hint):
            right.addWidget(widget)
        right.addWidget(self.text, 1)
        right.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.begun)
        self.column.addLayout(head)
        self.column.addLayout(row, 1)

    @property
    def section(self) -> OutlineSection:
        """The section that is shown."""
        return self._sections[self._shown]

    def refresh(self) -> None:
        """Read what is stored; what is being typed and not yet saved stays in the box."""
        stored = passages.listing(self._context.review, self._document)
        written = {key for key, text in stored.items() if text.strip()}
        for row, section in enumerate(self._sections):
            self._describe(self.list.item(row), row + 1, section, begun=section.key in written)
        self.begun.setText(
            self.tr("{begun} of {all} sections begun").format(begun=len(written), all=len(self._sections))
        )
        if not self.text.is_changed:
            self.text.show_text(stored.get(self.section.key, ""))

    def _describe(self, item: QListWidgetItem, number: int, section: OutlineSection, *, begun: bool) -> None:
        item.setSizeHint(QSize(0, self.list.fontMetrics().height() + MEDIUM))
        item.setText(f"{number}  {section.heading}")
        item.setToolTip(section.heading)
        item.setIcon(self._context.theme.icon("check", "done") if begun else self._no_icon)
        state = self.tr("begun") if begun else self.tr("nothing of yours yet")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}, {section.heading}, {state}")

    def commit(self) -> None:
        """Save the section's text as one step, where it differs."""
        if not self.text.is_changed:
            return
        typed = self.text.text
        self.text.mark_saved(typed)
        self.state.setText(self.tr("Saving…"))
        work = partial(_write, self._context.review, self._document, self.section.key, typed)
        self._context.jobs.run(work, self.tr("Saving"), self._say_saved, owner=self)

    def _turn_to(self, row: int) -> None:
        self.commit()
        self._show_section(max(row, 0))

    def _show_section(self, row: int) -> None:
        self._shown = row
        self.heading.setText(self.section.heading)
        self.hint.setText(self._what_to_write())
        self.text.setAccessibleName(self.tr("Your text for “{heading}”").format(heading=self.section.heading))
        self.text.begin(passages.get(self._context.review, self._document, self.section.key))
        self.state.clear()

    def _what_to_write(self) -> str:
        words = self.tr("Yours to write: {what}.").format(what=self.section.to_write)
        if self.section.as_in:
            words += " " + self.tr("Until you do, your text in the overview report stands here too.")
        if self.section.fill:
            words += " " + self.tr("What the review holds is added below your text.")
        return words

    def _say_unsaved(self) -> None:
        if self.text.is_changed:
            self.state.clear()

    def _say_saved(self, _nothing: None) -> None:
        if not self.text.is_changed:
            self.state.setText(self.tr("Saved"))


def _blank() -> QIcon:
    """Room for the tick of a section that has none yet, so that the headings stand in one line."""
    picture = QPixmap(_ICON, _ICON)
    picture.fill(Qt.GlobalColor.transparent)
    return QIcon(picture)


def _write(review: Review, document: str, section: str, text: str, progress: Progress) -> None:
    del progress
    write_passage(review, document, section, text)
