"""The words in which the view of names tells of steps and of how a name stands."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.naming import NamingAct, NamingStep
from dhr_desktop.domain.naming_log import HowItStands, NameStanding
from dhr_desktop.domain.phrases import by_means, capital, sentence


def _tr(words: str) -> str:
    return QCoreApplication.translate("Naming", words)


def standing_words(stands: HowItStands, names: Mapping[int, str]) -> str:
    """'chosen by Lorraine Marchbank on 3 July 2019'."""
    step = stands.step
    if step is None:
        return _tr(stands.standing.value)
    by = maker(step, names)
    words = stands.standing.value
    if stands.standing in (NameStanding.CHOSEN, NameStanding.ASSIGNED, NameStanding.PROPOSED, NameStanding.DECLINED):
        words = f"{words} by {by}" if by else words
    elif stands.standing is NameStanding.OBJECTION and by:
        words = f"objection open: {by}"
    elif stands.standing is NameStanding.OFFERED and step.to_id is not None and step.to_id in names:
        words = f"offered to {names[step.to_id]}"
    return f"{words}, {in_british_words(of_day(step.on))}" if step.on else words


def step_words(step: NamingStep, names: Mapping[int, str]) -> str:
    """One step as a line of the log, after its day."""
    by, named = maker(step, names), ", ".join(step.names)
    to = names.get(step.to_id, "") if step.to_id else ""
    head = {
        NamingAct.OFFERED: f"Offered to {to}" if to else "Offered",
        NamingAct.PROPOSED: f"{by or 'Somebody'} proposed “{named}”",
        NamingAct.CHOSEN: f"{by or 'Somebody'} chose “{named}”",
        NamingAct.DECLINED: f"{by or to or 'They'} declined{f': called “{named}”' if named else ''}",
        NamingAct.ASSIGNED: f"{capital(by) or 'The chair'} assigned “{named}”",
        NamingAct.OBJECTED: f"{by or 'Somebody'} objected{f' to “{named}”' if named else ''}",
        NamingAct.ANSWERED: "The objection was answered",
        NamingAct.AGREED: f"Agreed{f' by {by}' if by else ''}{f': “{named}”' if named else ''}",
        NamingAct.NOT_REACHED: f"{to or by or 'Nobody'} could not be reached",
    }[step.act]
    shown = f" (shown: {named})" if step.act is NamingAct.OFFERED and named else ""
    means = f", {by_means(step.means)}" if step.means else ""
    said = f"{head}{means}{shown}"
    if not (step.reason or step.why_kept):
        return said
    why = f" {sentence(step.reason)}" if step.reason else ""
    kept = f" Kept in spite of a check: {sentence(step.why_kept)}" if step.why_kept else ""
    return f"{said}.{why}{kept}"


def maker(step: NamingStep, names: Mapping[int, str]) -> str:
    """Who took the step; '' where nobody has said."""
    return names.get(step.by_id, step.by) if step.by_id else step.by


def day_words(step: NamingStep) -> str:
    """The day of a step."""
    return in_british_words(of_day(step.on)) if step.on else _tr("not dated")
