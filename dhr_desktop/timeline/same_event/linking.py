"""Weighs the pairs of accounts on which it depends what is joined, and leaves out the rest unweighed."""

from collections.abc import Mapping, Sequence

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
    neighbours: Sequence[Mapping[int, float]],
    progress: Progress = UNWATCHED,
) -> list[dict[int, float]]:
    """For each account, by its place, its links with those of its later `neighbours` on which anything depends.

    `neighbours` say beside each what the words count that the two share. An account that no link could join to another
    comes into no group, so that none of its links counts. Those are two in three: most pairs are known to be too weak
    from what the two hold, before it is compared; such a pair is weighed only when each of the two can be joined to
    something else. Raises `Cancelled` where `progress` does.
    """
    least: float = resources.toml("timeline/evidence.toml")["joining"]["least"]
    found = _strong(accounts, evidence, neighbours, least, progress)
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
        strong = found[one]
        found[one] = {
            other: strong[other] if other in strong else evidence.weigh(account, accounts[other], words)
            for other, words in neighbours[one].items()
            if other in joined
        }
    return found


def _strong(
    accounts: Sequence[Account],
    evidence: Evidence,
    neighbours: Sequence[Mapping[int, float]],
    least: float,
    progress: Progress,
) -> list[dict[int, float]]:
    """The links that may be more than `least`, from what the two hold and share."""
    found: list[dict[int, float]] = [{} for _ in accounts]
    hope, weigh, enough = evidence.hope, evidence.weigh, least - _ROUNDING
    for one, later in enumerate(neighbours):
        if one % _STEP == 0:
            progress.step(one, len(accounts), _WEIGHING)
        account, links = accounts[one], found[one]
        for other, words in later.items():
            another = accounts[other]
            if hope(account, another) + words > enough:
                links[other] = weigh(account, another, words)
    return found
