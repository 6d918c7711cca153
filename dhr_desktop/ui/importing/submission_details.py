"""The side of the list that tells one submission in full."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.importing.particulars import Particulars, TableRead
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label, link_button, scrolled, separator
from dhr_desktop.ui.common.words import counted

_DIGEST_SHOWN = 8
_TERMS_SHOWN = 30
_DIGITS_OF_A_YEAR = 4
_KILO = 1024


class SubmissionDetails(QWidget):
    """Shows one submission. What the chair asks for here is told by signals."""

    edit_wanted = Signal()
    copy_wanted = Signal()
    set_aside_wanted = Signal()
    take_back_wanted = Signal()
    revision_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Particulars | None = None
        self.agency = label(role="heading", wrap=True)
        self.file = label(role="hint", wrap=True)
        self.taken_back = label(wrap=True)
        self.edit = button(self.tr("Edit &details…"), "", self.edit_wanted.emit)
        self.save_copy = button(self.tr("Save the &original…"), "", self.copy_wanted.emit)
        self.take_back = button(self.tr("&Take back…"), "", self.take_back_wanted.emit)
        self.revise = button(self.tr("&Revised version…"), "", self.revision_wanted.emit)
        self._sections = QWidget()
        self._place = QVBoxLayout()
        self._build()
        self.show_none()

    def _build(self) -> None:
        self._place.addWidget(self._sections)
        buttons = QVBoxLayout()
        buttons.setSpacing(SMALL)
        for pair in ((self.edit, self.revise), (self.save_copy, self.take_back)):
            buttons.addWidget(_alone(*pair))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        head = QVBoxLayout()
        head.setSpacing(HAIR)
        for words in (self.agency, self.file):
            head.addWidget(words)
        column.addLayout(head)
        column.addWidget(self.taken_back)
        column.addLayout(buttons)
        column.addWidget(separator())
        column.addLayout(self._place)
        column.addStretch(1)
        nothing = label(self.tr("Choose a submission to see all that is known of it."), "hint", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        area = scrolled(whole)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrow keys can go through what is only to be read
        area.setAccessibleName(self.tr("Details of the submission"))
        self._stack.addWidget(area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    @property
    def told(self) -> Particulars | None:
        """The submission shown; None when there is none."""
        return self._told

    def text(self) -> str:
        """All its words, from top to bottom."""
        return "\n".join(each.text() for each in self.findChildren(QLabel) if each.isVisibleTo(self))

    def show_none(self) -> None:
        """Show that no submission is chosen."""
        self._told = None
        self._stack.setCurrentIndex(0)

    def show_submission(self, told: Particulars) -> None:
        """Show a submission."""
        self._told = told
        self.agency.setText(told.agency)
        self.file.setText(told.submission.file_name)
        self.taken_back.setText(self._taken_back_words(told))
        self.taken_back.setVisible(bool(self.taken_back.text()))
        # The chain of versions is one line: what was revised already is revised through its latest version.
        self.revise.setEnabled(not told.replaced_by and not told.submission.taken_back_at)
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        for title, widgets in self._told_in_sections(told):
            if widgets:
                column.addLayout(_section(title, widgets))
        self._place.replaceWidget(self._sections, fresh)
        self._sections.hide()
        self._sections.deleteLater()
        self._sections = fresh
        self._stack.setCurrentIndex(1)
        fresh.show()  # with the names above it, and not a moment later

    def _told_in_sections(self, told: Particulars) -> list[tuple[str, list[QWidget]]]:
        return [
            (self.tr("Your note"), _lines([told.submission.note])),
            (self.tr("Received"), _lines(self._received(told))),
            (self.tr("Rows"), [*_lines(self._rows(told)), *self._way_to_the_rest(told)]),
            (self.tr("To know about it"), _lines([_without_file(each, told) for each in told.problems])),
            (self.tr("Versions"), _lines(self._versions(told))),
            (self.tr("Columns"), self._columns(told)),
            (self.tr("Abbreviations"), _lines(self._terms(told))),
            (self.tr("The file"), self._file(told)),
            (self.tr("Copies saved outside the review"), _lines(self._copies(told))),
        ]

    def _taken_back_words(self, told: Particulars) -> str:
        if not told.submission.taken_back_at:
            return ""
        day = self.tr("Taken back on {day}.").format(day=in_words(told.submission.taken_back_at))
        stay = counted(
            told.on_timeline,
            self.tr("{n} entry that was worked on stays, with the whole file around it."),
            self.tr("{n} entries that were worked on stay, with the whole file around them."),
        )
        return f"{day} {stay}"

    def _received(self, told: Particulars) -> list[str]:
        received, sender = in_words(told.submission.received_at), told.submission.sender
        lines = []
        if received and sender:
            lines.append(self.tr("{day}, from {sender}").format(day=received, sender=sender))
        elif received or sender:
            lines.append(received or self.tr("From {sender}").format(sender=sender))
        if told.imported_at:
            lines.append(self.tr("Imported {moment}").format(moment=in_words(told.imported_at, hour=True)))
        return lines

    def _rows(self, told: Particulars) -> list[str]:
        one = told.submission
        sum_ = self.tr("{rows} rows: {imported} entries, {skipped} skipped, {errors} in error").format(
            rows=f"{one.rows:,}", imported=f"{one.imported:,}", skipped=f"{one.skipped:,}", errors=f"{one.errors:,}"
        )
        lines = [sum_]
        if told.on_timeline != one.imported:
            words = self.tr("{n} entry is on the timeline now."), self.tr("{n} entries are on the timeline now.")
            lines.append(counted(told.on_timeline, *words))
        return lines + [f"{number:,} × {reason}" for reason, number in told.reasons.items()]

    def _way_to_the_rest(self, told: Particulars) -> list[QWidget]:
        if not told.reasons:
            return []
        return [_alone(link_button(self.tr("Show the rows without an entry…"), self.set_aside_wanted.emit))]

    def _versions(self, told: Particulars) -> list[str]:
        lines = [self.tr("Revises “{file}”").format(file=told.replaces)] if told.replaces else []
        return lines + [self.tr("Revised by “{file}”").format(file=each) for each in told.replaced_by]

    def _columns(self, told: Particulars) -> list[QWidget]:
        """What columns were taken for, said once for tables that have the same."""
        alike: dict[tuple[tuple[str, str], ...], list[str]] = {}
        for table in told.tables:
            if table.columns:
                alike.setdefault(table.columns, []).append(self._name(table))
        lines = []
        for columns, names in alike.items():
            lines += [", ".join(names)] if len(told.tables) > 1 and all(names) else []
            lines += [f"{heading or '–'} → {field}" for heading, field in columns]
        for table in told.tables:
            if not table.columns:
                words = self.tr("{name}: hidden, no chronology") if table.hidden else self.tr("{name}: no chronology")
                lines.append(words.format(name=self._name(table)))
        return _lines(lines)

    def _name(self, table: TableRead) -> str:
        if table.name.isdigit() and len(table.name) < _DIGITS_OF_A_YEAR:  # a Word file's tables have numbers for names
            return self.tr("Table {number}").format(number=table.name)
        return f"“{table.name}”" if table.name else ""

    def _terms(self, told: Particulars) -> list[str]:
        lines = [f"{term}: {meaning}" for term, meaning in told.glossary[:_TERMS_SHOWN]]
        more = len(told.glossary) - _TERMS_SHOWN
        return [*lines, self.tr("and {number} more").format(number=more)] if more > 0 else lines

    def _file(self, told: Particulars) -> list[QWidget]:
        kind = f"{told.kind}, {size_in_words(told.submission.size)}"
        if told.password:
            kind += self.tr(", opened with a password that is kept with it")
        digest = label(self.tr("SHA-256 {digest}…").format(digest=told.submission.sha256[:_DIGEST_SHOWN]))
        digest.setToolTip(told.submission.sha256)
        lines = [label(kind, wrap=True), _alone(digest, link_button(self.tr("Copy it whole"), self._copy_digest))]
        if told.password:
            lines.append(_alone(link_button(self.tr("Copy the password of the file"), self._copy_password)))
        return lines

    def _copies(self, told: Particulars) -> list[str]:
        return [f"{each.file_name}, {in_words(each.saved_at, hour=True)}" for each in told.copies]

    def _copy_digest(self) -> None:
        if self._told:
            QGuiApplication.clipboard().setText(self._told.submission.sha256)

    def _copy_password(self) -> None:
        if self._told:
            QGuiApplication.clipboard().setText(self._told.password)


def in_words(moment: str, *, hour: bool = False) -> str:
    """A moment, or a day alone, as the chair says it; '' for none."""
    if not moment:
        return ""
    local = to_local(moment)
    day = in_british_words(of_day(local.date()))
    return f"{day}, {local:%H:%M}" if hour and "T" in moment else day


def size_in_words(size: int) -> str:
    """A number of bytes in the unit that people use for files of its size."""
    if size < _KILO:
        return f"{size} bytes"
    return f"{size / _KILO:,.0f} KB" if size < _KILO * _KILO else f"{size / _KILO / _KILO:,.1f} MB"


def _without_file(sentence: str, told: Particulars) -> str:
    """A sentence about a file, without the name that stands at the head of the page already."""
    words = sentence.removeprefix(f"“{told.submission.file_name}”:").lstrip()
    return words[:1].upper() + words[1:]


def _lines(texts: list[str] | tuple[str, ...]) -> list[QWidget]:
    made: list[QWidget] = []
    for text in texts:
        if text:
            line = label(text, wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            made.append(line)
    return made


def _section(title: str, widgets: list[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(HAIR)
    column.addWidget(label(title, "label"))
    for widget in widgets:
        column.addWidget(widget)
    return column


def _alone(*widgets: QWidget) -> QWidget:
    """Widgets in one row, no wider than they need to be."""
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(SMALL)
    for widget in widgets:
        across.addWidget(widget)
    across.addStretch(1)
    return row
