"""Whether accounts say different things of who was there, and of what a child saw and whether it was seen."""

from collections.abc import Iterator, Sequence

from dhr_desktop.timeline.accounts_differ.accounts import Account
from dhr_desktop.timeline.accounts_differ.found import Against, Said, opposed
from dhr_desktop.timeline.accounts_differ.knowledge import knowledge
from dhr_desktop.timeline.accounts_differ.people import (
    CHILD,
    CHILDREN,
    PERPETRATOR,
    VICTIM,
    is_child,
    is_named_child,
)
from dhr_desktop.timeline.accounts_differ.reading import Saying

_THERE, _AWAY, _ALONE, _NOT_ALONE = "there", "away", "alone", "not alone"
_ABSENT = "absent"
_OPPOSITE = {_THERE: _AWAY, _AWAY: _THERE, _ALONE: _NOT_ALONE, "seen": "not seen"}


def present_differing(accounts: Sequence[Account]) -> list[Said]:
    """What accounts say of the grown-up people who were there, where it cannot all be so."""
    said = [one for account in accounts for one in _present(account)]
    return opposed(said, lambda one, other: one.about == other.about and one.value != other.value)


def child_differing(accounts: Sequence[Account]) -> list[Said]:
    """What accounts say of a child having been seen, asleep or there, where it cannot all be so."""
    said = [one for account in accounts for one in _children(account)]
    return opposed(said, _against(said))


def _present(account: Account) -> Iterator[Said]:
    for field, saying in account.of("place"):
        for who in saying.whose:
            if is_child(who):
                continue
            if saying.value != _ALONE:
                yield account.says(field, saying, _value(saying), "present", who)
            elif who == VICTIM and not saying.negated:
                # Whoever was seen alone was seen without the one the review is about.
                yield account.says(field, saying, _AWAY, "present", PERPETRATOR)


def _children(account: Account) -> Iterator[Said]:
    for group in ("child", "place"):
        for field, saying in account.of(group):
            for who in saying.whose:
                missed_school = account.words(field)[saying.start : saying.end].lower() == _ABSENT
                if is_child(who) and _value(saying) and not missed_school:
                    yield account.says(field, saying, _value(saying), "child", who)
    yield from _answered(account)


def _value(saying: Saying) -> str:
    """What is said; '' for what says nothing when it is negated, as 'not crying' does."""
    return _OPPOSITE.get(saying.value, "") if saying.negated else saying.value


def _answered(account: Account) -> Iterator[Said]:
    """What a column of its own says. 'No' in a record of what was told says only that nobody went to see."""
    child = knowledge().rest["child"]
    for heading, answer in account.entry.other.items():
        if heading.lower().strip(" ?:") not in child["headings"]:
            continue
        given = [part.strip(" .") for part in answer.lower().split(",")]
        for value, words in child["answers"].items():
            if any(part in words for part in given) and not (value == "not seen" and account.second_hand):
                entry = account.entry
                yield Said(entry.id, entry.agency_id, f"other:{heading}", 0, 0, answer, value, "child", CHILDREN)


def _against(said: Sequence[Said]) -> Against:
    names = {one.about for one in said if is_named_child(one.about)}
    pairs = [set(pair) for pair in knowledge().rest["child"]["against"]]

    def same(one: str, other: str) -> bool:
        # 'A child' may be any of several whom others name, so it is nobody's contradiction then.
        return one == other or CHILDREN in (one, other) or (CHILD in (one, other) and len(names) <= 1)

    return lambda one, other: same(one.about, other.about) and {one.value, other.value} in pairs
