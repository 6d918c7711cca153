"""How the page names kinds and states of disagreements, and the events they are of."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.events import Decided, Decision, Differs
from dhr_desktop.timeline.disagreements import Disagreement, State


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


def under(one: Disagreement) -> str:
    """The line below the headline: what differs, when, and how it stands where that is not what the list shows."""
    parts = [kind_name(one.kind)]
    if one.dissolved:
        parts.append(_tr("settled, event dissolved"))
    elif one.state is State.CHANGED:
        parts.append(_tr("accounts changed"))
    elif one.question is not None:
        parts.append(_tr("answered") if one.question.answer else _tr("asked"))
    elif one.state is State.SETTLED:
        parts.append(_tr("settled"))
    return " · ".join((*parts, in_british_words(one.when)))


def by_whom(decision: Decision) -> str:
    """When it was decided, and by whom where that is known: 'Imogen Vale, 4 May 2016, 10:20'."""
    return ", ".join(part for part in (decision.decided_by, _when(decision)) if part)


def _when(decision: Decision) -> str:
    local = to_local(decision.decided_at)
    return f"{in_british_words(of_day(local.date()))}, {local:%H:%M}"


def decided(decision: Decision, shown: Callable[[str], str], *, veiled: bool) -> str:
    """One decision as a line of the history, with its words as they may be seen now; while `veiled`, without them."""
    when = _when(decision)
    if decision.decided_by:
        when = _tr("{when}, {who}").format(when=when, who=shown(decision.decided_by))
    if decision.outcome is Decided.ASKED:
        return _tr("{when}: asked of an agency.").format(when=when)
    if decision.outcome is Decided.REOPENED:
        if veiled or not decision.reason:
            return _tr("{when}: reopened.").format(when=when)
        words = _tr("{when}: reopened, because: {reason}")
        return words.format(when=when, reason=shown(decision.reason))
    if veiled:
        return _tr("{when}: settled.").format(when=when)
    words = _tr("{when}: settled as “{finding}”, because: {reason}")
    return words.format(when=when, finding=shown(decision.finding), reason=shown(decision.reason))


def _tr(words: str) -> str:
    return QCoreApplication.translate("disagreements", words)
