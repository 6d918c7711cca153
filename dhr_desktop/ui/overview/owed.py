"""The quiet lines of the overview about family and others: what was promised, who should hear, what is planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.contact_rules import DueItem, Duty, When
from dhr_desktop.ui.common.words import counted


@dataclass(frozen=True, slots=True)
class Owed:
    """One line, what its link is called, and to whom it leads: somebody of the register, or 0 for everyone."""

    words: str
    doing: str
    person_id: int


def owed(due: Sequence[DueItem], persons: Mapping[int, int]) -> list[Owed]:
    """The lines there is reason for; no name stands in them. `persons` says who of the register a stakeholder is."""
    late = [each for each in due if each.when is When.OVERDUE]
    soon = [each for each in due if each.when is When.SOON]
    promises = [each for each in late if each.duty is Duty.PROMISE]
    updates = [each for each in late if each.duty is Duty.UPDATE]
    passed = [each for each in late if each.duty is Duty.CONTACT]
    planned = [each for each in soon if each.duty is Duty.CONTACT]
    nearly = [each for each in soon if each.duty is Duty.UPDATE]
    again = [each for each in (*late, *soon) if each.duty is Duty.ASK_AGAIN]
    lines = (
        (
            promises,
            _tr("{n} promise to those involved is overdue."),
            _tr("{n} promises to those involved are overdue."),
        ),
        (updates, _tr("{n} agreed update is overdue."), _tr("{n} agreed updates are overdue.")),
        (nearly, _tr("{n} update is due this week."), _tr("{n} updates are due this week.")),
        (planned, _tr("{n} contact is planned this week."), _tr("{n} contacts are planned this week.")),
        (
            passed,
            _tr("{n} planned contact has passed without being logged."),
            _tr("{n} planned contacts have passed without being logged."),
        ),
        (again, _tr("{n} person is to be asked again."), _tr("{n} people are to be asked again.")),
    )
    return [
        Owed(counted(len(found), one, many), _see(len(found)), _whom(found, persons))
        for found, one, many in lines
        if found
    ]


def _see(number: int) -> str:
    return _tr("See it") if number == 1 else _tr("See them")


def _whom(found: Sequence[DueItem], persons: Mapping[int, int]) -> int:
    """The one whom all of it is about; everyone where it is about several."""
    whom = {each for item in found for each in item.whom}
    return persons.get(next(iter(whom)), 0) if len(whom) == 1 else 0


def _tr(words: str) -> str:
    return QCoreApplication.translate("Owed", words)
