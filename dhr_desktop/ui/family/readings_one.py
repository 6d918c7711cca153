"""One reader's sessions, and below them as a table what was said in the chosen one, entered passage by passage."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dhr_desktop.domain.contradictions import between
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.offer_standing import day_words
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.family import readings
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.record_table import RecordTable, TableColumn
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.theme import MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import scrolled
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.family.lives_check import LivesCheck, of_its_stakeholder
from dhr_desktop.ui.family.readings_read import ReadingRow, ReadingsFound
from dhr_desktop.ui.family.section import placed, put_back

_SESSIONS_HIGH, _COMMENTS_HIGH = 150, 2000
_SESSION_ACTS: ListActs[Reading] = ListActs(readings.begin, readings.change, readings.remove)
_COMMENT_ACTS: ListActs[ReadingComment] = ListActs(readings.comment, readings.change_comment, readings.remove_comment)


class CommentTable(RecordTable[ReadingComment]):
    """After one comment has been added the next is begun, in the same section, until Escape."""

    def _added(self, record: ReadingComment) -> None:
        super()._added(record)
        self.begin_with(readings.next_after(record))
        if record.section:
            self.form.field("paragraph").setFocus(Qt.FocusReason.OtherFocusReason)


class ReadingsOfOne(QWidget):
    """Two lists, each with the form of one of its records."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._context = context
        self._rows: dict[int, ReadingRow] = {}
        self.sessions: RecordList[Reading] = RecordList(
            context,
            ListWords(
                self.tr("Readings"),
                self.tr("&Add a reading"),
                self.tr("No reading is noted. Add one when somebody is shown a draft."),
                self.tr("The reading was removed, with its comments."),
            ),
            _SESSION_ACTS,
            SpecForm(Reading(0, 0, None), _session_specs(self), place=lambda one: f"reading/new/{one.stakeholder_id}"),
            self._session_line,
        )
        self.comments = CommentTable(
            context,
            ListWords(
                self.tr("What was said, passage by passage"),
                self.tr("Add a &comment"),
                self.tr("No comment is noted."),
                self.tr("The comment was removed."),
            ),
            _COMMENT_ACTS,
            SpecForm(ReadingComment(0, 0), _comment_specs(self), place=lambda one: f"comment/new/{one.reading_id}"),
            _comment_columns(self),
        )
        self._lives = LivesCheck(context, self)
        self._lives.watch(self.sessions.form, of_its_stakeholder)
        self.comments.form.checks.append(self._against_session)
        self.sessions.leads = True
        self.sessions.highest, self.comments.highest = _SESSIONS_HIGH, _COMMENTS_HIGH
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, 0, WIDE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(self.sessions)
        column.addWidget(self.comments)
        column.addStretch(1)
        area = scrolled(inner)
        for each in (self.sessions, self.comments):
            each.opened.connect(partial(_bring_to_sight, area, each.card))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.sessions.list.selectionModel().currentChanged.connect(lambda *_: self._show_comments())

    def put(self, found: ReadingsFound, stakeholder_id: int) -> None:
        """Show the sessions of one reader."""
        self._rows = {each.reading.id: each for each in found.rows}
        blank = Reading(0, stakeholder_id, None, document=self.tr("overview report"))
        self.sessions.show_records([each.reading for each in found.rows], blank)
        self._show_comments()

    def _against_session(self, comment: ReadingComment) -> list[Contradiction]:
        row = self._rows.get(comment.reading_id)
        return between.of_a_comment(comment, row.reading.on if row else None)

    @property
    def chosen(self) -> int:
        """The id of the chosen session; 0 for none."""
        record = self.sessions.record
        return record.id if record else 0

    def place(self) -> str:
        """The session and the comment at hand."""
        return placed(self.sessions, self.comments)

    def go_back_to(self, place: str) -> None:
        """Have the same session and comment at hand."""
        put_back(place, self.sessions, self.comments)

    def commit(self) -> None:
        """Have what is being typed told."""
        self.sessions.form.commit()
        self.comments.form.commit()

    def _show_comments(self) -> None:
        row = self._rows.get(self.chosen)
        self.comments.setVisible(row is not None)
        if row is not None:
            self.comments.heading.setText(self._counted(row))
            self.comments.show_records(row.comments, ReadingComment(0, row.reading.id))

    def _session_line(self, reading: Reading) -> tuple[str, str]:
        when = day_words(reading.on) if reading.on else self.tr("Day not noted")
        version = self.tr("{when}, version {version}").format(when=when, version=reading.version)
        row = self._rows.get(reading.id)
        counted = counted_comments(row) if row and row.comments else ""
        under = [reading.place, reading.copies, counted]
        return version if reading.version else when, "; ".join(part for part in under if part)

    def _counted(self, row: ReadingRow) -> str:
        """The heading of what was said, with how much of it waits for an answer."""
        words = self.tr("What was said, passage by passage")
        return f"{words}: {counted_comments(row)}" if row.comments else words


def counted_comments(row: ReadingRow) -> str:
    """'5 comments, 2 not answered yet'."""
    tr = partial(QCoreApplication.translate, "Family")
    number = counted(len(row.comments), tr("{n} comment"), tr("{n} comments"))
    if not row.unanswered:
        return tr("{comments}, all answered").format(comments=number)
    return tr("{comments}, {n} not answered yet").format(comments=number, n=row.unanswered)


def _bring_to_sight(area: QScrollArea, card: QWidget, record: object) -> None:
    """Have an open form in sight, once it is laid out."""
    if record is not None:
        QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(card, 0, MEDIUM))


def _session_specs(page: QWidget) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("on", page.tr("Day"), Kind.DAY),
        FieldSpec("version", page.tr("Version"), beside=True),
        FieldSpec("document", page.tr("Document"), beside=True),
        FieldSpec("place", page.tr("Where"), hint=page.tr("for example: at home")),
        FieldSpec("copies", page.tr("Copies"), hint=page.tr("printed, numbered, collected afterwards"), beside=True),
        FieldSpec("private", page.tr("In private"), Kind.TICK),
        FieldSpec("minutes", page.tr("Minutes they had"), Kind.NUMBER, beside=True),
        FieldSpec("supported_by", page.tr("Supported by")),
        FieldSpec("present", page.tr("Also present"), beside=True),
        FieldSpec("note", page.tr("Note"), Kind.WORDS, lines=2),
    )


def _comment_columns(page: QWidget) -> tuple[TableColumn[ReadingComment], ...]:
    return (
        TableColumn(page.tr("Where"), _where, "section", 21),
        TableColumn(page.tr("What they said"), lambda each: each.said, "said", 33),
        TableColumn(page.tr("Your answer"), _answer, "answer", 33),
        TableColumn(page.tr("The text"), lambda each: each.became, "changed", 13),
    )


def _where(comment: ReadingComment) -> str:
    return ", ".join(part for part in (comment.section, comment.paragraph) if part)


def _answer(comment: ReadingComment) -> str:
    day = f"({day_words(comment.answered_on)})" if comment.answered_on else ""
    return "\n".join(part for part in (comment.answer, day) if part)


def _comment_specs(page: QWidget) -> tuple[FieldSpec, ...]:
    changed = tuple((each, each.value[:1].upper() + each.value[1:]) for each in Changed)
    return (
        FieldSpec("section", page.tr("Section")),
        FieldSpec("paragraph", page.tr("Paragraph"), beside=True),
        FieldSpec("said", page.tr("What they said"), Kind.WORDS, needed=True),
        FieldSpec("answer", page.tr("Your answer"), Kind.WORDS, beside=True),
        FieldSpec("changed", page.tr("The text"), Kind.CHOICE, options=changed),
        FieldSpec("answered_on", page.tr("Answered on"), Kind.DAY, beside=True),
    )
