"""What the chair decided about disagreements. Decisions are added and never changed, so that their history stays."""

import json
from dataclasses import replace

from dhr_desktop.domain.events import Decided, Decision, Differs
from dhr_desktop.store import trail
from dhr_desktop.store.connection import Row
from dhr_desktop.store.review import Review

_NAMES = ("id", "event_id", "kind", "outcome", "finding", "reason", "accounts", "decided_at")
_SELECT = (
    "SELECT id, event_id, kind, outcome, finding, reason, accounts, decided_at, ifnull(question_id, 0), decided_by"
    " FROM decision"
)


def of_event(review: Review, event_id: int) -> list[Decision]:
    """Every decision about one event, the oldest first."""
    return [_decision(row) for row in review.read.rows(f"{_SELECT} WHERE event_id = ? ORDER BY id", (event_id,))]


def listing(review: Review) -> list[Decision]:
    """Every decision, the oldest first."""
    return [_decision(row) for row in review.read.rows(f"{_SELECT} ORDER BY id")]


def standing(review: Review) -> dict[tuple[int, Differs], Decision]:
    """The newest decision for each event and kind of disagreement that has one."""
    return {(decision.event_id, decision.kind): decision for decision in listing(review)}


def of_dissolved(review: Review) -> list[Decision]:
    """Every decision about an event that has been dissolved since, the oldest first."""
    return [
        _decision(row)
        for row in review.read.rows(f"{_SELECT} WHERE event_id NOT IN (SELECT id FROM event) ORDER BY id")
    ]


def take_up(review: Review, event_id: int) -> None:
    """Have an event take up what was decided when its entries were one event before, inside a step.

    A decision comes back with its whole history once all the entries whose accounts it weighed stand together again.
    """
    newest = {(one.event_id, one.kind): one for one in of_dissolved(review)}
    if not newest:
        return
    members = {one for (one,) in review.read.rows("SELECT id FROM entry WHERE event_id = ?", (event_id,))}
    for (before, kind), decision in newest.items():
        if decision.accounts and decision.accounts.keys() <= members:
            review.write.execute(
                "UPDATE decision SET event_id = ? WHERE event_id = ? AND kind = ?", (event_id, before, kind.value)
            )


def add(review: Review, decision: Decision) -> Decision:
    """Add a decision, inside a step, whatever id it carries."""
    new = review.write.insert(
        "INSERT INTO decision (event_id, kind, outcome, finding, reason, accounts, decided_at, question_id, decided_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            decision.event_id,
            decision.kind.value,
            decision.outcome.value,
            decision.finding,
            decision.reason,
            json.dumps(decision.accounts, ensure_ascii=False),
            decision.decided_at,
            decision.question_id or None,
            decision.decided_by,
        ),
    )
    return replace(decision, id=new)


def undone(review: Review) -> Decision | None:
    """The decision that the newest step of the review has taken away as an undo."""
    old = trail.last_undone(review, "decision")
    return _decision((*(old[name] for name in _NAMES), old["question_id"] or 0, old["decided_by"])) if old else None


def _decision(row: Row) -> Decision:
    new, event_id, kind, outcome, finding, reason, accounts, *rest = row
    said = {int(entry_id): words for entry_id, words in json.loads(accounts).items()}
    return Decision(new, event_id, Differs(kind), Decided(outcome), finding, reason, said, *rest)
