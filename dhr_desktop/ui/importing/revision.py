"""A revised submission before it is imported: what it changes, row by row, and what the chair decides."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QTableView, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.importing.comparing import Kind, Pair, counts
from dhr_desktop.importing.reading import Reading
from dhr_desktop.importing.revising import Decisions, Revision, plan, revise
from dhr_desktop.importing.submit import Imported
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import PageHeader, button, dress_table, label, separator
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.importing.revision_choice import Stays
from dhr_desktop.ui.importing.revision_detail import RevisionDetail
from dhr_desktop.ui.importing.revision_kept import KeptDecisions, from_words, place_of, to_words
from dhr_desktop.ui.importing.revision_model import RevisionModel, Show


class RevisionView(QWidget):
    """Compares a file with the submission that it revises. `done` tells what came in, `left` that it was put away."""

    done = Signal(object)
    left = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._revision: Revision | None = None
        self._pauses = Pauses(self)
        self._pauses.due.connect(self.keep)
        context.drafts.flushing.connect(self.keep)
        self._sender = self._received = ""
        self.header = PageHeader(self.tr("A revised submission"))
        self.header.title.setWordWrap(True)  # the name of a file is long, and large letters leave little room
        self.show_what = ChoiceBox()
        self.show_what.setAccessibleName(self.tr("Rows to show"))
        self.model = RevisionModel(context.theme, self)
        self.model.veil = context.veil
        context.veil.changed.connect(self._veil_again)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Rows of the revised submission"))
        self.detail = RevisionDetail(context.theme)
        self.unlike = label(
            self.tr("Hardly anything in this file matches the earlier one. Is it the right file?"), "warning", wrap=True
        )
        self.unlike.hide()
        self.told = label("", "hint", wrap=True)
        self.back = button(self.tr("&Back"), "", self.left.emit)
        self.accept = button(self.tr("&Import the revised version"), "primary", self.import_revision)
        self._build()
        self.show_what.currentIndexChanged.connect(self._list)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.detail.decided.connect(self._decide)
        self.detail.removal.connect(self._let_go)
        self.detail.written.connect(self.table.setFocus)
        for place, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)):
            chosen = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            chosen.activated.connect(partial(self.detail.choose, place))

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(WIDE, MEDIUM, 0, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.show_what)
        column.addWidget(self.table, 1)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for each in (self.header, self.unlike, separator()):
            outer.addWidget(each)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        outer.addWidget(splitter, 1)
        splitter.addWidget(left)
        splitter.addWidget(self.detail)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([590, 590])
        foot = QHBoxLayout()
        foot.setContentsMargins(WIDE, MEDIUM, WIDE, LARGE)
        foot.setSpacing(SMALL)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.accept)
        outer.addWidget(separator())
        outer.addLayout(foot)

    def compare(self, reading: Reading, submission: Submission, sender: str = "", received: str = "") -> None:
        """Compare a file with the submission that it revises, and show what it changes."""
        self.keep()
        self._revision = None
        self._sender, self._received = sender, received
        self.model.words, self.model.goes = {}, {}
        self.accept.setEnabled(False)
        self.unlike.hide()
        self.model.put([])
        self.show_what.clear()
        self.header.say("")
        self.told.clear()
        self.detail.clear()
        self.header.title.setText(self.tr("A revised version of “{file}”").format(file=submission.file_name))
        work = partial(plan, self._context.review, submission.id, reading)
        self._context.jobs.read(work, self.tr("Comparing the two versions"), self._show, self._refuse, owner=self)

    def _refuse(self, error: Exception) -> None:
        """A file that is no revision at all is told of at once, and there is nothing to compare."""
        if isinstance(error, UserError):
            self._context.messages.show_error(error)
        self.left.emit()

    def _show(self, revision: Revision) -> None:
        self._revision = revision
        kept = from_words(revision, self._context.drafts.of(place_of(revision)))
        self.model.words, self.model.goes = dict(kept.words), dict(kept.goes)
        self.model.show(revision, Show.ALL)
        self.header.say(self._summary(revision))
        self.unlike.setVisible(revision.hardly_matches)
        self._offer()
        self.accept.setEnabled(True)
        self._go_to(kept)
        self._say()
        if self.isVisible():
            self.table.setFocus()

    def _go_to(self, kept: KeptDecisions) -> None:
        """Go on where something was decided before."""
        if kept.words or kept.goes:
            self.show_what.setCurrentIndex(max(self.show_what.findData(kept.shown), 0))
            self.table.selectRow(min(kept.row, self.model.rowCount() - 1))

    def keep(self) -> None:
        """Keep what has been decided, until this version comes in."""
        self._pauses.stop()
        if self._revision is not None and self.accept.isEnabled():  # and is not coming in just now
            shown = str(self.show_what.currentData() or "")
            row = max(self.table.currentIndex().row(), 0)
            kept = KeptDecisions(self.model.words, self.model.goes, shown, row)
            self._context.drafts.keep(place_of(self._revision), to_words(self._revision, kept))

    def _summary(self, revision: Revision) -> str:
        number = counts(revision.comparison)
        parts = [
            (number[Kind.UNCHANGED], self.tr("{n} row is unchanged"), self.tr("{n} rows are unchanged")),
            (number[Kind.CHANGED], self.tr("{n} reworded"), self.tr("{n} reworded")),
            (number[Kind.REDATED], self.tr("{n} with another date"), self.tr("{n} with another date")),
            (number[Kind.ADDED], self.tr("{n} added"), self.tr("{n} added")),
            (number[Kind.REMOVED], self.tr("{n} no longer there"), self.tr("{n} no longer there")),
            (len(revision.comparison.moved), self.tr("{n} in another place"), self.tr("{n} in another place")),
        ]
        return ", ".join(counted(many, one, more) for many, one, more in parts if many) + "."

    def _offer(self) -> None:
        """Offer the sorts of rows that there are, those to decide about first."""
        names = {
            Show.DECIDE: self._decide_words(),
            Show.DIFFERENT: self.tr("All that has changed ({n})"),
            Show.CHANGED: self.tr("Reworded ({n})"),
            Show.REDATED: self.tr("Another date ({n})"),
            Show.ADDED: self.tr("Added ({n})"),
            Show.REMOVED: self.tr("No longer there ({n})"),
            Show.MOVED: self.tr("Moved ({n})"),
            Show.ALL: self.tr("All rows ({n})"),
        }
        self.show_what.blockSignals(True)
        self.show_what.clear()
        for what, name in names.items():
            number = len(self.model.wanted(what))
            if number or what in (Show.DIFFERENT, Show.ALL):
                self.show_what.addItem(name.format(n=f"{number:,}"), what)
        self.show_what.setCurrentIndex(0)
        self.show_what.blockSignals(False)
        self._list()

    def _list(self) -> None:
        if self._revision is None:
            return
        self.model.show(self._revision, Show(self.show_what.currentData()))
        self.detail.clear()
        if self.model.rowCount():
            self.table.selectRow(0)

    def _show_row(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        pair = self.model.rows[index.row()]
        if self.isVisible():  # elsewhere the chair may have asked for something else
            self._context.veil.choose(*self.model.told_of(pair))
        self._show_pair(pair)

    def lift(self) -> None:
        """Show the words of the chosen row, which are veiled, until another is gone to."""
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self._context.veil.lift(*self.model.told_of(self.model.rows[row]))

    def _veil_again(self) -> None:
        self.model.draw_anew()
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self._show_pair(self.model.rows[row])

    def _show_pair(self, pair: Pair) -> None:
        if self.model.is_veiled(pair):
            self.detail.veil()
            return
        entry_id = self.model.entry_of(pair)
        stays = None
        if self._revision and entry_id is not None and self.model.stays(pair):
            stays = Stays(entry_id, self.model.goes.get(entry_id), tuple(self._revision.changed(entry_id)))
        self.detail.show_pair(pair, self.model.conflicts(pair), self.model.words, stays)

    def _decide(self, entry_id: int, field: str, words: str | None) -> None:
        if words is None:
            self.model.words.pop((entry_id, field), None)
        else:
            self.model.words[entry_id, field] = words
        self._on_decision()

    def _let_go(self, entry_id: int, goes: bool) -> None:
        self.model.goes[entry_id] = goes
        self._on_decision()

    def _on_decision(self) -> None:
        self._pauses.typed()
        self.model.decided()
        self.show_what.setItemText(0, self._decide_words())
        self._say()

    def _decide_words(self) -> str:
        left = self.model.open_ones
        if left:
            return self.tr("For you to decide ({n})").format(n=f"{left:,}")
        return self.tr("Decided by you ({n})").format(n=f"{len(self.model.wanted(Show.DECIDE)):,}")

    @property
    def _remove(self) -> frozenset[int]:
        return frozenset(entry_id for entry_id, goes in self.model.goes.items() if goes)

    def _say(self) -> None:
        """What importing will do with the chair's own work."""
        if self._revision is None:
            return
        open_ones = [one for one in self._revision.conflicts if (one.entry_id, one.field) not in self.model.words]
        parts = [self.tr("Your own edits and notes stay. The earlier version stays in the record.")]
        if open_ones:
            parts.append(
                counted(
                    len(open_ones),
                    self.tr("In {n} field where you and the agency differ, your words are kept."),
                    self.tr("In {n} fields where you and the agency differ, your words are kept."),
                )
            )
        self.told.setText(" ".join(parts))

    def import_revision(self) -> None:
        """Bring the revised file in as one step."""
        if self._revision is None or not self.accept.isEnabled() or not self._is_meant(self._revision):
            return
        self.keep()
        self.accept.setEnabled(False)
        said = Decisions(dict(self.model.words), self._remove)
        work = partial(_revise, self._context, self._revision, said, (self._sender, self._received))
        bring_in = self._context.drafts.taken_in_by(place_of(self._revision), work)
        job = self._context.jobs.run(bring_in, self.tr("Importing the revised version"), self._done, owner=self)
        for without_it in (job.cancelled, job.failed):
            without_it.connect(lambda: self.accept.setEnabled(True))

    def _is_meant(self, revision: Revision) -> bool:
        """Whether a file that hardly matches is the right one all the same."""
        if not revision.hardly_matches:
            return True
        going = len(revision.goes | (revision.stays & self._remove))
        words = counted(
            going,
            self.tr("Hardly anything in this file matches the earlier one. {n} entry would go from the timeline."),
            self.tr("Hardly anything in this file matches the earlier one. {n} entries would go from the timeline."),
        )
        question = Question(
            self.tr("Is this the right file?"), words, self.tr("&Import it all the same"), self.tr("Look again"), True
        )
        return ask(question, self)

    def _done(self, imported: Imported) -> None:
        self._revision = None
        self.model.put([])
        self.detail.clear()
        self.done.emit(imported)


def _revise(
    context: ReviewContext, revision: Revision, decisions: Decisions, came: tuple[str, str], progress: Progress
) -> Imported:
    sender, received = came
    return revise(context.review, revision, decisions, sender, received=received, progress=progress)
