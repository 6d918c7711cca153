"""Everything that can be asked for, in one table: menus, buttons and the sheet of shortcuts read it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.marking import QT_TRANSLATE_NOOP

PROGRAM, REVIEW = "program", "review"
PAGES = (
    *("overview", "submissions", "doubts", "timeline", "events", "disagreements"),
    *("questions", "gaps", "people", "family", "report"),
)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that can be asked for. `scope` says where: 'program', 'review' (any page) or one of `PAGES`."""

    id: str
    words: str
    shortcut: str = ""
    scope: str = PROGRAM
    icon: str = ""


ACTIONS = (
    ActionSpec("program.library", QT_TRANSLATE_NOOP("Actions", "&Back to the library"), "Ctrl+Shift+L", REVIEW, "back"),
    ActionSpec("program.lock", QT_TRANSLATE_NOOP("Actions", "&Lock now"), "Ctrl+L", icon="lock"),
    ActionSpec("program.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    ActionSpec("program.full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), "F11"),
    ActionSpec("program.larger", QT_TRANSLATE_NOOP("Actions", "&Larger text"), "Ctrl++"),
    ActionSpec("program.smaller", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), "Ctrl+-"),
    ActionSpec("program.shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), "F1"),
    ActionSpec("program.about", QT_TRANSLATE_NOOP("Actions", "&About DHR Desktop"), icon="info"),
    ActionSpec("library.new", QT_TRANSLATE_NOOP("Actions", "&New review…"), "Ctrl+Shift+N", icon="plus"),
    ActionSpec("review.add", QT_TRANSLATE_NOOP("Actions", "&Import files…"), "", REVIEW, "drop"),
    ActionSpec("review.folder", QT_TRANSLATE_NOOP("Actions", "Import a &folder…"), "", REVIEW, "open"),
    ActionSpec("review.paste", QT_TRANSLATE_NOOP("Actions", "&Paste a table"), "", REVIEW, "plus"),
    ActionSpec("review.request", QT_TRANSLATE_NOOP("Actions", "Write a &request…"), "", REVIEW, "report"),
    ActionSpec("review.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", REVIEW, "undo"),
    ActionSpec("review.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", REVIEW, "redo"),
    ActionSpec("review.history", QT_TRANSLATE_NOOP("Actions", "&History…"), "Ctrl+H", REVIEW, "history"),
    ActionSpec("review.panel_view", QT_TRANSLATE_NOOP("Actions", "&Panel view"), "F6", REVIEW, "hide"),
    ActionSpec(
        "review.distressing", QT_TRANSLATE_NOOP("Actions", "Always show &distressing entries"), "", REVIEW, "show"
    ),
    ActionSpec("go.overview", QT_TRANSLATE_NOOP("Actions", "&Overview"), "Ctrl+1", REVIEW, "overview"),
    ActionSpec("go.submissions", QT_TRANSLATE_NOOP("Actions", "&Submissions"), "Ctrl+2", REVIEW, "submissions"),
    ActionSpec("go.doubts", QT_TRANSLATE_NOOP("Actions", "&Doubts"), "Ctrl+3", REVIEW, "doubt"),
    ActionSpec("go.timeline", QT_TRANSLATE_NOOP("Actions", "&Timeline"), "Ctrl+4", REVIEW, "timeline"),
    ActionSpec("go.events", QT_TRANSLATE_NOOP("Actions", "&Events"), "Ctrl+5", REVIEW, "events"),
    ActionSpec("go.disagreements", QT_TRANSLATE_NOOP("Actions", "Disa&greements"), "Ctrl+6", REVIEW, "disagreements"),
    ActionSpec("go.questions", QT_TRANSLATE_NOOP("Actions", "&Questions"), "Ctrl+7", REVIEW, "questions"),
    ActionSpec("go.gaps", QT_TRANSLATE_NOOP("Actions", "G&aps"), "Ctrl+8", REVIEW, "gaps"),
    ActionSpec("go.people", QT_TRANSLATE_NOOP("Actions", "&People"), "Ctrl+9", REVIEW, "people"),
    ActionSpec("go.family", QT_TRANSLATE_NOOP("Actions", "Famil&y"), "Ctrl+0", REVIEW, "family"),
    ActionSpec("go.report", QT_TRANSLATE_NOOP("Actions", "&Report"), "Ctrl+Shift+0", REVIEW, "report"),
    ActionSpec("submissions.add", QT_TRANSLATE_NOOP("Actions", "&Add files…"), "Ctrl+O", "submissions", "drop"),
    ActionSpec("submissions.folder", QT_TRANSLATE_NOOP("Actions", "Add a &folder…"), "", "submissions", "open"),
    ActionSpec("submissions.paste", QT_TRANSLATE_NOOP("Actions", "&Paste a table"), "Ctrl+V", "submissions", "plus"),
    ActionSpec(
        "submissions.request", QT_TRANSLATE_NOOP("Actions", "Write a &request…"), "Ctrl+R", "submissions", "report"
    ),
    ActionSpec(
        "submissions.lift", QT_TRANSLATE_NOOP("Actions", "Show what is &distressing"), "F5", "submissions", "show"
    ),
    ActionSpec("timeline.find", QT_TRANSLATE_NOOP("Actions", "&Find in the timeline"), "Ctrl+F", "timeline", "search"),
    ActionSpec("timeline.new", QT_TRANSLATE_NOOP("Actions", "&New entry"), "Ctrl+N", "timeline", "plus"),
    ActionSpec("timeline.edit", QT_TRANSLATE_NOOP("Actions", "&Edit the entry"), "F2", "timeline", "edit"),
    ActionSpec("timeline.next", QT_TRANSLATE_NOOP("Actions", "Ne&xt entry"), "Alt+Down", "timeline", "down"),
    ActionSpec("timeline.previous", QT_TRANSLATE_NOOP("Actions", "&Previous entry"), "Alt+Up", "timeline", "up"),
    ActionSpec("timeline.accept", QT_TRANSLATE_NOOP("Actions", "&Accept as read"), "F9", "timeline", "check"),
    ActionSpec(
        "timeline.remove", QT_TRANSLATE_NOOP("Actions", "&Remove the entry"), "Ctrl+Shift+Delete", "timeline", "trash"
    ),
    ActionSpec(
        "timeline.clear", QT_TRANSLATE_NOOP("Actions", "&Clear the filters"), "Ctrl+Shift+F", "timeline", "filter"
    ),
    ActionSpec("timeline.filter", QT_TRANSLATE_NOOP("Actions", "Add a fi&lter…"), "F3", "timeline", "filter"),
    ActionSpec("timeline.views", QT_TRANSLATE_NOOP("Actions", "&Views…"), "Ctrl+Shift+V", "timeline", "timeline"),
    ActionSpec("timeline.next_doubt", QT_TRANSLATE_NOOP("Actions", "Next &doubtful entry"), "F8", "timeline", "doubt"),
    ActionSpec(
        "timeline.original", QT_TRANSLATE_NOOP("Actions", "Show the &original"), "Ctrl+Shift+O", "timeline", "open"
    ),
    ActionSpec("timeline.earlier", QT_TRANSLATE_NOOP("Actions", "Earlier in its day"), "Alt+Shift+Up", "timeline"),
    ActionSpec("timeline.later", QT_TRANSLATE_NOOP("Actions", "Later in its day"), "Alt+Shift+Down", "timeline"),
    ActionSpec("timeline.group", QT_TRANSLATE_NOOP("Actions", "&Group as one event"), "Ctrl+G", "timeline", "events"),
    ActionSpec("timeline.part", QT_TRANSLATE_NOOP("Actions", "&Take out of event"), "Ctrl+Shift+G", "timeline"),
    ActionSpec("timeline.by_event", QT_TRANSLATE_NOOP("Actions", "Group by event"), "Ctrl+E", "timeline"),
    ActionSpec("timeline.columns", QT_TRANSLATE_NOOP("Actions", "Columns and order"), "Ctrl+T", "timeline", "columns"),
    ActionSpec("timeline.next_unread", QT_TRANSLATE_NOOP("Actions", "Next &unread entry"), "F7", "timeline", "next"),
    ActionSpec("timeline.add_theme", QT_TRANSLATE_NOOP("Actions", "Add a &theme"), "Ctrl+M", "timeline", "plus"),
    ActionSpec("timeline.themes", QT_TRANSLATE_NOOP("Actions", "Edit the&mes…"), "Ctrl+Shift+M", "timeline", "tag"),
    ActionSpec("timeline.keys", QT_TRANSLATE_NOOP("Actions", "Show or hide the &keys"), "Ctrl+K", "timeline", "info"),
    ActionSpec(
        "timeline.history",
        QT_TRANSLATE_NOOP("Actions", "&History of the entry…"),
        "Ctrl+Shift+H",
        "timeline",
        "history",
    ),
    ActionSpec("timeline.picture", QT_TRANSLATE_NOOP("Actions", "Taller p&icture"), "F4", "timeline", "show"),
    ActionSpec("timeline.key_dates", QT_TRANSLATE_NOOP("Actions", "Ke&y dates…"), "", "timeline", "timeline"),
    ActionSpec("timeline.save_picture", QT_TRANSLATE_NOOP("Actions", "&Save the picture…"), "", "timeline", "save"),
    ActionSpec("timeline.unveil", QT_TRANSLATE_NOOP("Actions", "Show what is &veiled"), "F5", "timeline", "show"),
    ActionSpec(
        "timeline.distressing", QT_TRANSLATE_NOOP("Actions", "Mark as di&stressing"), "Shift+F5", "timeline", "hide"
    ),
    ActionSpec("doubts.accept", QT_TRANSLATE_NOOP("Actions", "&Accept as read"), "F9", "doubts", "check"),
    ActionSpec("doubts.fix", QT_TRANSLATE_NOOP("Actions", "&Put right as offered"), "Ctrl+Return", "doubts", "edit"),
    ActionSpec("doubts.next", QT_TRANSLATE_NOOP("Actions", "&Later, show the next"), "Alt+Down", "doubts", "down"),
    ActionSpec("doubts.previous", QT_TRANSLATE_NOOP("Actions", "&Back to the one before"), "Alt+Up", "doubts", "up"),
    ActionSpec("doubts.lift", QT_TRANSLATE_NOOP("Actions", "Show what is &distressing"), "F5", "doubts", "show"),
    ActionSpec("doubts.find", QT_TRANSLATE_NOOP("Actions", "&Find in the doubts"), "Ctrl+F", "doubts", "search"),
    ActionSpec(
        "disagreements.settle", QT_TRANSLATE_NOOP("Actions", "&Settle"), "Ctrl+Return", "disagreements", "check"
    ),
    ActionSpec(
        "disagreements.ask", QT_TRANSLATE_NOOP("Actions", "As&k the agency…"), "Ctrl+K", "disagreements", "questions"
    ),
    ActionSpec(
        "disagreements.reopen", QT_TRANSLATE_NOOP("Actions", "Reo&pen"), "Ctrl+Shift+R", "disagreements", "undo"
    ),
    ActionSpec(
        "disagreements.next", QT_TRANSLATE_NOOP("Actions", "Ne&xt disagreement"), "Alt+Down", "disagreements", "down"
    ),
    ActionSpec(
        "disagreements.previous",
        QT_TRANSLATE_NOOP("Actions", "Pre&vious disagreement"),
        "Alt+Up",
        "disagreements",
        "up",
    ),
    ActionSpec(
        "disagreements.event", QT_TRANSLATE_NOOP("Actions", "Show the &event"), "Ctrl+E", "disagreements", "events"
    ),
    ActionSpec(
        "disagreements.timeline",
        QT_TRANSLATE_NOOP("Actions", "Show on the &timeline"),
        "Ctrl+T",
        "disagreements",
        "timeline",
    ),
    ActionSpec(
        "disagreements.lift", QT_TRANSLATE_NOOP("Actions", "Show what is &distressing"), "F5", "disagreements", "show"
    ),
    ActionSpec(
        "disagreements.find", QT_TRANSLATE_NOOP("Actions", "&Find a disagreement"), "Ctrl+F", "disagreements", "search"
    ),
    ActionSpec("questions.new", QT_TRANSLATE_NOOP("Actions", "&New question"), "Ctrl+N", "questions", "plus"),
    ActionSpec("questions.find", QT_TRANSLATE_NOOP("Actions", "&Find a question"), "Ctrl+F", "questions", "search"),
    ActionSpec("questions.letter", QT_TRANSLATE_NOOP("Actions", "Write a &letter…"), "Ctrl+P", "questions", "report"),
    ActionSpec("questions.asked", QT_TRANSLATE_NOOP("Actions", "&Mark as asked today"), "F8", "questions", "check"),
    ActionSpec("questions.close", QT_TRANSLATE_NOOP("Actions", "&Close, or open again"), "F9", "questions", "close"),
    ActionSpec("questions.lift", QT_TRANSLATE_NOOP("Actions", "Show what is &distressing"), "F5", "questions", "show"),
    ActionSpec("gaps.ask", QT_TRANSLATE_NOOP("Actions", "&Ask about this gap"), "Ctrl+N", "gaps", "questions"),
    ActionSpec("gaps.show", QT_TRANSLATE_NOOP("Actions", "&Show on the timeline"), "Ctrl+T", "gaps", "timeline"),
    ActionSpec("events.accept", QT_TRANSLATE_NOOP("Actions", "&Accept as one event"), "F9", "events", "check"),
    ActionSpec(
        "events.reject",
        QT_TRANSLATE_NOOP("Actions", "&Not the same, never ask again"),
        "Ctrl+Delete",
        "events",
        "close",
    ),
    ActionSpec(
        "events.all_above",
        QT_TRANSLATE_NOOP("Actions", "Accept all at or above a &score…"),
        "Ctrl+Shift+A",
        "events",
        "check",
    ),
    ActionSpec("events.next", QT_TRANSLATE_NOOP("Actions", "&Later, show the next"), "Alt+Down", "events", "down"),
    ActionSpec("events.previous", QT_TRANSLATE_NOOP("Actions", "&Back to the one before"), "Alt+Up", "events", "up"),
    ActionSpec("events.edit", QT_TRANSLATE_NOOP("Actions", "&Write the headline"), "F2", "events", "edit"),
    ActionSpec("events.lift", QT_TRANSLATE_NOOP("Actions", "Show what is &distressing"), "F5", "events", "show"),
    ActionSpec("events.find", QT_TRANSLATE_NOOP("Actions", "&Find in the accounts"), "Ctrl+F", "events", "search"),
    ActionSpec("events.switch", QT_TRANSLATE_NOOP("Actions", "Suggested or &grouped"), "Ctrl+E", "events", "events"),
    ActionSpec("people.new", QT_TRANSLATE_NOOP("Actions", "&New person"), "Ctrl+N", "people", "plus"),
    ActionSpec("people.find", QT_TRANSLATE_NOOP("Actions", "&Find a person"), "Ctrl+F", "people", "search"),
    ActionSpec(
        "people.confirm_form", QT_TRANSLATE_NOOP("Actions", "&Confirm the form"), "Ctrl+Return", "people", "check"
    ),
    ActionSpec("people.lift", QT_TRANSLATE_NOOP("Actions", "Show what is &distressing"), "F5", "people", "show"),
    ActionSpec("people.refuse_form", QT_TRANSLATE_NOOP("Actions", "N&ot a name"), "Ctrl+Delete", "people", "close"),
    ActionSpec("people.ask_places", QT_TRANSLATE_NOOP("Actions", "Sa&y at each place"), "Alt+Right", "people", "next"),
    ActionSpec("people.next_view", QT_TRANSLATE_NOOP("Actions", "Ne&xt view"), "Ctrl+PgDown", "people", "next"),
    ActionSpec("people.view_before", QT_TRANSLATE_NOOP("Actions", "View &before"), "Ctrl+PgUp", "people", "back"),
    ActionSpec(
        "people.history", QT_TRANSLATE_NOOP("Actions", "&History of this person…"), "Ctrl+Shift+H", "people", "history"
    ),
    ActionSpec("family.new", QT_TRANSLATE_NOOP("Actions", "&Involve somebody…"), "Ctrl+Shift+I", "family", "plus"),
    ActionSpec("family.contact", QT_TRANSLATE_NOOP("Actions", "&Log a contact"), "Ctrl+N", "family", "plus"),
    ActionSpec("family.unanswered", QT_TRANSLATE_NOOP("Actions", "Save as not ans&wered"), "F8", "family", "close"),
    ActionSpec("family.kept", QT_TRANSLATE_NOOP("Actions", "Mark as &done, or open again"), "F9", "family", "check"),
    ActionSpec("family.next_section", QT_TRANSLATE_NOOP("Actions", "Ne&xt section"), "Ctrl+PgDown", "family", "next"),
    ActionSpec("family.section_before", QT_TRANSLATE_NOOP("Actions", "Section &before"), "Ctrl+PgUp", "family", "back"),
    ActionSpec(
        "family.history", QT_TRANSLATE_NOOP("Actions", "&History of this person…"), "Ctrl+Shift+H", "family", "history"
    ),
    ActionSpec("report.draft", QT_TRANSLATE_NOOP("Actions", "&Make the draft…"), "Ctrl+P", "report", "report"),
)
"""A page may add its own here, with its name as scope."""

_BY_ID = {spec.id: spec for spec in ACTIONS}


def words_of(spec: ActionSpec) -> str:
    """The words of an action in the chair's language, without the mark of its menu key."""
    return QCoreApplication.translate("Actions", spec.words).replace("&", "").removesuffix("…")


class Actions(QObject):
    """The actions of one window. Those of the program and the review work everywhere; those of a page only in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._made: dict[str, QAction] = {}
        for spec in ACTIONS:
            if spec.scope in (PROGRAM, REVIEW):
                action = self._made[spec.id] = made(spec, self)
                window.addAction(action)

    def __getitem__(self, action_id: str) -> QAction:
        """The action of the program or the review with this id."""
        return self._made[action_id]

    def on(self, action_id: str, asked: Callable[[], object]) -> QAction:
        """Have `asked` called when the action is asked for."""
        action = self._made[action_id]
        action.triggered.connect(asked)
        return action

    def of_scope(self, scope: str) -> list[QAction]:
        """The actions of a scope, in the table's order."""
        return [self._made[spec.id] for spec in ACTIONS if spec.scope == scope and spec.id in self._made]

    @staticmethod
    def on_page(page: QWidget, action_id: str, asked: Callable[[], object]) -> QAction:
        """Give `page` one of its own actions. Its shortcut works while the page is shown: Qt skips what is hidden."""
        action = made(_BY_ID[action_id], page)
        action.triggered.connect(asked)
        page.addAction(action)
        return action


def made(spec: ActionSpec, parent: QObject) -> QAction:
    """The action of one line of the table."""
    action = QAction(QCoreApplication.translate("Actions", spec.words), parent)
    action.setObjectName(spec.id)
    if spec.shortcut:
        action.setShortcuts(_keys(spec))
    return action


def _keys(spec: ActionSpec) -> list[QKeySequence]:
    keys = [QKeySequence(spec.shortcut)]
    if spec.id == "review.redo":
        keys.append(QKeySequence("Ctrl+Y"))
    if spec.id == "program.larger":
        keys.append(QKeySequence("Ctrl+="))
    return keys
