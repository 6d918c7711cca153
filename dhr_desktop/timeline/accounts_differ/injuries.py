"""Whether accounts say different things of injuries: none and one, left and right, two that exclude each other."""

from collections.abc import Iterator, Sequence

from dhr_desktop.timeline.accounts_differ.accounts import Account
from dhr_desktop.timeline.accounts_differ.found import Said, opposed
from dhr_desktop.timeline.accounts_differ.knowledge import knowledge
from dhr_desktop.timeline.accounts_differ.people import CHILD, CHILDREN, VICTIM, is_child
from dhr_desktop.timeline.accounts_differ.reading import Saying
from dhr_desktop.timeline.accounts_differ.sides import end_of_part, sided_parts

_ANY, _NONE = "any", "none"
_SOME, _NOT = "some", "not "
_SEEN, _SIDE = "seen", "side of "


def differing(accounts: Sequence[Account]) -> list[Said]:
    """What accounts say of injuries, where it cannot all be so."""
    said = [one for account in accounts for one in _said(account)]
    return opposed(said, _against)


def _against(one: Said, other: Said) -> bool:
    if not _same_person(one.about, other.about):
        return False
    if one.matter != other.matter:
        return False
    if one.matter == _SEEN:
        return {one.value, other.value} == {_SOME, _NONE} or _kinds_against(one.value, other.value)
    return one.value != other.value


def _kinds_against(one: str, other: str) -> bool:
    if one == f"{_NOT}{other}" or other == f"{_NOT}{one}":
        return True
    return any({one, other} == set(pair) for pair in knowledge().rest["injury"]["either_or"])


def _same_person(one: str, other: str) -> bool:
    if one == other:
        return True
    return is_child(one) and is_child(other) and bool({one, other} & {CHILD, CHILDREN})


def _said(account: Account) -> Iterator[Said]:
    for field, saying in account.of("injury"):
        for about in _about(saying):
            end = end_of_part(account.words(field), saying.end, saying.sentence[1])
            for value in _values(saying):
                yield account.said(field, saying.opening, end, value, _SEEN, about)
            if not saying.negated:
                yield from _sides(account, field, saying, about)


def _about(saying: Saying) -> tuple[str, ...]:
    """Of whom: where nobody is named it is the one whom the event is about."""
    return saying.whose or (VICTIM,)


def _values(saying: Saying) -> Iterator[str]:
    """An injury is some injury and one of its kind; the want of one kind says nothing of the others."""
    if saying.value == _NONE or (saying.value == _ANY and saying.negated):
        yield _NONE
        return
    if saying.negated:
        yield f"{_NOT}{saying.value}"
        return
    if saying.value not in knowledge().rest["injury"]["unseen"]:
        yield _SOME
    if saying.value != _ANY:
        yield saying.value


def _sides(account: Account, field: str, saying: Saying, about: str) -> Iterator[Said]:
    first, last = saying.sentence
    for part, side, start, end in sided_parts(account.words(field), first, last):
        yield account.said(field, start, end, side, f"{_SIDE}{part}", about)
