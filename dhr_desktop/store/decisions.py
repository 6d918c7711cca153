"""What the chair decided about disagreements. Decisions are added and never changed, so that their history stays."""

import json
from dataclasses import replace

from dhr_desktop.domain.events import Decided, Decision, Differs
from dhr_desktop.store.connection import Row
from dhr_desktop.store.review import Review

_SELECT = (
    "SELECT id, event_id, kind, outcome, finding, reason, accounts, decided_at, ifnull(question_id, 0) FROM decision"
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


def add(review: Review, decision: Decision) -> Decision:
    """Add a decision, inside a step, whatever id it carries."""
    new = review.write.insert(
        "INSERT INTO decision (event_id, kind, outcome, finding, reason, accounts, decided_at, question_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            decision.event_id,
            decision.kind.value,
            decision.outcome.value,
            decision.finding,
            decision.reason,
            json.dumps(decision.accounts, ensure_ascii=False),
            decision.decided_at,
            decision.question_id or None,
        ),
    )
    return replace(decision, id=new)


def _decision(row: Row) -> Decision:
    new, event_id, kind, outcome, finding, reason, accounts, decided_at, question_id = row
    said = {int(entry_id): words for entry_id, words in json.loads(accounts).items()}
    return Decision(new, event_id, Differs(kind), Decided(outcome), finding, reason, said, decided_at, question_id)
