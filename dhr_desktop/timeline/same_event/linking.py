"""Weighs the pairs of accounts on which it depends what is joined, and leaves out the rest unweighed."""

from collections.abc import Iterable, Sequence

from dhr_desktop.base import resources
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.timeline.same_event.accounts import Account
from dhr_desktop.timeline.same_event.evidence import Evidence

_STEP = 1_000
_ROUNDING = 1e-9
"""Sums of the same numbers in another order may differ by less than this."""
_WEIGHING = "Comparing the agencies' records"


def links_of(
    accounts: Sequence[Account],
    evidence: Evidence,
    neighbours: Sequence[Iterable[int]],
    progress: Progress = UNWATCHED,
) -> list[dict[int, float]]:
    """For each account, by its place, its links with those of its later `neighbours` on which anything depends.

    An account that no link could join to another comes into no group, so that none of its links counts. Those are two
    in three: most pairs are known to be too weak from what the two hold, before it is compared; such a pair is weighed
    only when each of the two can be joined to something else. Raises `Cancelled` where `progress` does.
    """
    least: float = resources.toml("timeline/evidence.toml")["joining"]["least"]
    found, weak = _strong_and_weak(accounts, evidence, neighbours, least, progress)
    joined = {
        place
        for one, links in enumerate(found)
        for other, link in links.items()
        if link > least
        for place in (one, other)
    }
    for one, account in enumerate(accounts):
        if one not in joined:
            found[one] = {}
            continue
        found[one] = {other: link for other, link in found[one].items() if other in joined}
        for other, words in weak[one]:
            if other in joined:
                found[one][other] = evidence.weigh(account, accounts[other], words)
    return found


def _strong_and_weak(
    accounts: Sequence[Account],
    evidence: Evidence,
    neighbours: Sequence[Iterable[int]],
    least: float,
    progress: Progress,
) -> tuple[list[dict[int, float]], list[list[tuple[int, float]]]]:
    """The links that may be more than `least`; and the other neighbours, with what the words count that each shares."""
    found: list[dict[int, float]] = [{} for _ in accounts]
    weak: list[list[tuple[int, float]]] = [[] for _ in accounts]
    for one, later in enumerate(neighbours):
        if one % _STEP == 0:
            progress.step(one, len(accounts), _WEIGHING)
        account, links = accounts[one], found[one]
        for other in later:
            another = accounts[other]
            words = evidence.words(account, another)
            if evidence.hope(account, another) + words > least - _ROUNDING:
                links[other] = evidence.weigh(account, another, words)
            else:
                weak[one].append((other, words))
    return found, weak
