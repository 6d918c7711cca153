"""The pages of a review in the order of the work, each imported when it is first shown: so the window opens at once."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext

PageMaker = Callable[[ReviewContext, QWidget], QWidget]


def _overview(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.overview.page import OverviewPage  # noqa: PLC0415 - after the first paint

    return OverviewPage(context, parent)


def _submissions(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.importing.page import SubmissionsPage  # noqa: PLC0415 - as above

    return SubmissionsPage(context, parent)


def _doubts(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.doubts.page import DoubtsPage  # noqa: PLC0415 - as above

    return DoubtsPage(context, parent)


def _timeline(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.timeline.page import TimelinePage  # noqa: PLC0415 - as above

    return TimelinePage(context, parent)


def _events(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.events.page import EventsPage  # noqa: PLC0415 - as above

    return EventsPage(context, parent)


def _disagreements(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.disagreements.page import DisagreementsPage  # noqa: PLC0415 - as above

    return DisagreementsPage(context, parent)


def _questions(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.questions.page import QuestionsPage  # noqa: PLC0415 - as above

    return QuestionsPage(context, parent)


def _gaps(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.gaps.page import GapsPage  # noqa: PLC0415 - as above

    return GapsPage(context, parent)


def _people(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.people.page import PeoplePage  # noqa: PLC0415 - as above

    return PeoplePage(context, parent)


def _family(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.family.page import FamilyPage  # noqa: PLC0415 - as above

    return FamilyPage(context, parent)


def _report(context: ReviewContext, parent: QWidget) -> QWidget:
    from dhr_desktop.ui.report.page import ReportPage  # noqa: PLC0415 - as above

    return ReportPage(context, parent)


PAGE_MAKERS: Mapping[str, PageMaker] = {
    "overview": _overview,
    "submissions": _submissions,
    "doubts": _doubts,
    "timeline": _timeline,
    "events": _events,
    "disagreements": _disagreements,
    "questions": _questions,
    "gaps": _gaps,
    "people": _people,
    "family": _family,
    "report": _report,
}
