"""How the page names kinds and states of disagreements, and the events they are of."""

from PySide6.QtCore import QCoreApplication

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.events import Decided, Decision, Differs
from dhr_desktop.timeline.disagreements import Disagreement, State

_SHORT = 90


def kind_name(kind: Differs) -> str:
    """What accounts differ in, as it heads a disagreement."""
    return {
        Differs.DATE: _tr("Date"),
        Differs.TIME: _tr("Time"),
        Differs.PRESENT: _tr("Who was present"),
        Differs.INJURY: _tr("Injury"),
        Differs.CHILD_SEEN: _tr("Child seen"),
        Differs.OUTCOME: _tr("Outcome"),
    }[kind]


def headline(one: Disagreement) -> str:
    """The chair's headline, or the first words of the event's first entry."""
    if one.event.headline:
        return one.event.headline
    words = " ".join(one.members[0].text.split()) if one.members else ""
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]}…"


def under(one: Disagreement) -> str:
    """The line below the headline: what differs, when, and how it stands where that is not what the list shows."""
    parts = [kind_name(one.kind)]
    if one.state is State.CHANGED:
        parts.append(_tr("accounts changed"))
    elif one.question is not None:
        parts.append(_tr("answered") if one.question.answer else _tr("asked"))
    elif one.state is State.SETTLED:
        parts.append(_tr("settled"))
    return " · ".join((*parts, in_british_words(one.when)))


def decided(decision: Decision) -> str:
    """One decision as a line of the history."""
    local = to_local(decision.decided_at)
    when = f"{in_british_words(of_day(local.date()))}, {local:%H:%M}"
    if decision.outcome is Decided.ASKED:
        return _tr("{when}: asked of an agency.").format(when=when)
    if decision.outcome is Decided.REOPENED:
        words = _tr("{when}: reopened.") if not decision.reason else _tr("{when}: reopened, because: {reason}")
        return words.format(when=when, reason=decision.reason)
    words = _tr("{when}: settled as “{finding}”, because: {reason}")
    return words.format(when=when, finding=decision.finding, reason=decision.reason)


def _tr(words: str) -> str:
    return QCoreApplication.translate("disagreements", words)
