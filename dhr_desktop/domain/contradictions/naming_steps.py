"""What is out of order in the steps towards a name: a choice before the offer, an answer before the objection."""

from collections.abc import Mapping, Sequence
from datetime import date

from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.naming import NamingAct, NamingStep

_LOOK = "It is recorded as it stands; look at both days once more."
_AFTER: Mapping[NamingAct, tuple[frozenset[NamingAct], str]] = {
    NamingAct.CHOSEN: (frozenset({NamingAct.OFFERED}), "This is before a choice of name was first offered, {day}."),
    NamingAct.DECLINED: (frozenset({NamingAct.OFFERED}), "This is before a choice of name was first offered, {day}."),
    NamingAct.AGREED: (
        frozenset({NamingAct.PROPOSED, NamingAct.CHOSEN, NamingAct.ASSIGNED}),
        "This is before there was a name to agree to, {day}.",
    ),
    NamingAct.OBJECTED: (
        frozenset({NamingAct.PROPOSED, NamingAct.CHOSEN, NamingAct.ASSIGNED}),
        "This is before there was a name to object to, {day}.",
    ),
}
"""What comes first before each kind of step, and what is said where none of it had come by its day."""


def contradictions(step: NamingStep, steps: Sequence[NamingStep]) -> list[Contradiction]:
    """What the day of a step contradicts among the other steps towards the same name."""
    if step.on is None:
        return []
    others = [each for each in steps if each.id != step.id]
    if step.act is NamingAct.ANSWERED:
        objection = next((each for each in others if each.id == step.answers_id and each.on), None)
        words = "This is before the objection was made, {day}."
        return _said(step.on, objection.on if objection else None, words)
    before, words = _AFTER.get(step.act, (frozenset(), ""))
    firsts = [each for each in others if each.act in before]
    if not firsts or any(each.on is None for each in firsts):
        return []  # one of an unknown day may have come first
    return _said(step.on, min(each.on for each in firsts if each.on), words)


def _said(on: date, first: date | None, words: str) -> list[Contradiction]:
    if first is None or on >= first:
        return []
    day = in_british_words(of_day(first))
    return [Contradiction(f"{words.format(day=day)} {_LOOK}", ("on",))]
