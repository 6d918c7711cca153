"""The third step for a file: what importing it would bring, in numbers that add up, and what should be known."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.importing.entry_agencies import EntryAgencies
from dhr_desktop.importing.reading import Reading, nothing_found
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import READING_WIDTH, label, scrolled
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.importing.batch import FileItem
from dhr_desktop.ui.importing.counts import in_words, set_aside, shared_out


class CountStep(QWidget):
    """Shows the counts of a file and the sentences about it as a whole."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = label("", "heading", wrap=True)
        self.reasons = label("", wrap=True)
        self.agencies = label("", wrap=True)
        self.look = label("", wrap=True)
        self.glossary = label("", wrap=True)
        self.problems = label("", "hint", wrap=True)
        middle = QWidget()
        middle.setMaximumWidth(context.theme.scaled(READING_WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, LARGE, 0, MEDIUM)
        column.setSpacing(SMALL)
        for each in (self.counts, self.reasons, self.agencies, self.look, self.glossary, self.problems):
            column.addWidget(each)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(middle, self))

    def show_item(self, item: FileItem) -> None:
        """Tell what a file would bring."""
        reading = item.reading
        if item.error or reading is None:
            self._say(item.error.what if item.error else "", problems=item.error.next_step if item.error else "")
            return
        told = [self._already()] if item.already else []
        if item.same_as:
            words = self.tr("This is the same file, byte for byte, as “{file}”, and is not imported twice.")
            told.append(words.format(file=item.same_as))
        aside = set_aside(reading.tables)
        self._say(
            in_words(reading.counts, item.doubtful),
            reasons=self.tr("Not imported: {reasons}.").format(reasons=aside) if aside else "",
            agencies=shared_out(EntryAgencies(reading, item.agency).counts(), item.agency),
            look=self._doubts(item),
            glossary=self._terms(len(reading.glossary)),
            problems="\n".join(told + [_bare(problem, reading.file_name) for problem in _holding(reading)]),
        )

    def _say(self, counts: str, **others: str) -> None:
        """Show the counts, and of the other lines those that have words."""
        lines = {
            "reasons": self.reasons,
            "agencies": self.agencies,
            "look": self.look,
            "glossary": self.glossary,
            "problems": self.problems,
        }
        for shown, words in ((self.counts, counts), *((line, others.get(name, "")) for name, line in lines.items())):
            shown.setText(words)
            shown.setVisible(bool(words))

    def _doubts(self, item: FileItem) -> str:
        if not item.doubtful:
            return self.tr("Nothing in it was in doubt.") if item.reading and item.reading.counts.imported else ""
        return counted(
            item.doubtful,
            self.tr("{n} entry needs a look, now under Columns or later under Doubts."),
            self.tr("{n} entries need a look, now under Columns or later under Doubts."),
        )

    def _terms(self, number: int) -> str:
        if not number:
            return ""
        return counted(
            number,
            self.tr("{n} abbreviation that the agency explains is kept with the file."),
            self.tr("{n} abbreviations that the agency explains are kept with the file."),
        )

    def _already(self) -> str:
        return self.tr(
            "This file is in the review already, byte for byte. If the agency sent a revised file, choose that one."
        )


def _holding(reading: Reading) -> list[str]:
    """The sentences about a file that are still true once the chair has decided how it is read."""
    nothing = nothing_found(reading.file_name)
    return [problem for problem in reading.problems if problem != nothing or not reading.counts.imported]


def _bare(problem: str, file_name: str) -> str:
    """A sentence about the file without the file's name before it, which stands beside it on the screen."""
    words = problem.removeprefix(f"“{file_name}”: ")
    return words[:1].upper() + words[1:]
