"""The chair's own text for each section of the overview report; what is typed is saved on leaving a section."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.report.outline import sections
from dhr_desktop.report.overview import KEY
from dhr_desktop.store import passages
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import MEDIUM
from dhr_desktop.ui.common.widgets import Card, label


class PassagesEditor(Card):
    """A list of sections and a place to write; a line with nothing in it parts two paragraphs."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._sections = sections()
        self._shown = 0
        self._stored: dict[str, str] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sections of the overview report"))
        self.hint = label("", "hint", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Your text for this section"))
        self.text.setPlaceholderText(self.tr("Write here. An empty line begins a new numbered paragraph."))
        self._build()
        for number, section in enumerate(self._sections, 1):
            self.list.addItem(f"{number}  {section.heading}")
        self.refresh()
        self.list.currentRowChanged.connect(self._turn_to)
        self.text.installEventFilter(self)
        self.list.setCurrentRow(0)

    def _build(self) -> None:
        self.list.setFixedWidth(300)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        right = QVBoxLayout()
        right.addWidget(self.hint)
        right.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.column.addWidget(label(self.tr("Your text in the overview report"), "heading"))
        self.column.addLayout(row, 1)
        self.setMinimumHeight(320)

    def refresh(self) -> None:
        """Read what is stored; what is being typed and not yet saved stays in the box."""
        before = self._stored.get(self._key, "")
        self._stored = passages.listing(self._context.review, KEY)
        if self.text.toPlainText() == before:
            self._show()

    @property
    def _key(self) -> str:
        return self._sections[self._shown].key

    def commit(self) -> None:
        """Save the section's text as one step, where it differs."""
        typed = self.text.toPlainText()
        if typed == self._stored.get(self._key, ""):
            return
        heading = self._sections[self._shown].heading
        self._stored[self._key] = typed
        self._run(partial(_put, self._context.review, self._key, heading, typed))

    def _run(self, work: Callable[[], None]) -> None:
        def run(progress: Progress) -> None:
            del progress
            work()

        self._context.jobs.run(run, self.tr("Saving"), owner=self)

    def _turn_to(self, row: int) -> None:
        self.commit()
        self._shown = max(row, 0)
        self._show()

    def _show(self) -> None:
        section = self._sections[self._shown]
        self.hint.setText(self.tr("To be written here: {what}.").format(what=section.to_write))
        self.text.setPlainText(self._stored.get(section.key, ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Qt tells what happens in the box: leaving it saves."""
        if watched is self.text and event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)


def _put(review: Review, key: str, heading: str, text: str) -> None:
    with review.journal.step(f"Write “{heading}”"):
        passages.put(review, KEY, key, text)
