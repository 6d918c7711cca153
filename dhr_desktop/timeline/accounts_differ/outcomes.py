"""Whether accounts say different things of what became of it: arrest, charge, referral, statement, hospital."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dhr_desktop.timeline.accounts_differ.accounts import Account
from dhr_desktop.timeline.accounts_differ.found import Said, opposed
from dhr_desktop.timeline.accounts_differ.knowledge import knowledge, pattern
from dhr_desktop.timeline.accounts_differ.people import PERPETRATOR
from dhr_desktop.timeline.accounts_differ.reading import Saying

_FROM = re.compile(r"\b(?:from|by)\s+(?:the\s+)?$", re.IGNORECASE)
_YES, _NO = "yes", "no"
_REFERRAL, _FURTHER, _NO_FURTHER = "referral", "further_action", "no_further_action"
_OF_SOMEBODY = frozenset({"arrest", "charge", "caution"})


def differing(accounts: Sequence[Account]) -> list[Said]:
    """What accounts say of the outcome, where it cannot all be so."""
    return opposed([one for account in accounts for one in _said(account)], _against)


def _against(one: Said, other: Said) -> bool:
    if one.matter == other.matter:
        return one.value != other.value and _same_target(one, other)
    pair = {_in_words(one), _in_words(other)}
    return any(pair == set(each) for each in knowledge().rest["outcome"]["against"])


def _in_words(said: Said) -> str:
    return "no further action" if said.matter == _NO_FURTHER else said.matter if said.value == _YES else ""


def _same_target(one: Said, other: Said) -> bool:
    """Whether both speak of one referral, or one person; 'no referral' without a word to whom denies any."""
    denied, made = (one, other) if one.value == _NO else (other, one)
    return one.about == other.about or (one.matter == _REFERRAL and not denied.about and bool(made.about))


def _said(account: Account) -> Iterator[Said]:
    rules = knowledge().rest["outcome"]
    for field, saying in account.of("outcome"):
        quoted = account.words(field)[saying.start : saying.end].lower()
        matter = saying.value
        if matter == _FURTHER or quoted in rules["only_negated"] or not _has_what_it_needs(account, field, saying):
            continue
        value = _NO if saying.negated else _YES
        for about in _about(account, field, saying, matter):
            yield account.says(field, saying, value, matter, about)


def _has_what_it_needs(account: Account, field: str, saying: Saying) -> bool:
    """Whether the sentence has one of the words without which the saying means something else."""
    needed = knowledge().rest["outcome"]["only_with"].get(saying.value)
    first, last = saying.sentence
    return needed is None or any(word in account.words(field)[first:last].lower() for word in needed)


def _about(account: Account, field: str, saying: Saying, matter: str) -> tuple[str, ...]:
    if matter == _REFERRAL:
        return (_target(account, field, saying),)
    if matter in _OF_SOMEBODY:
        return saying.whose or (PERPETRATOR,)
    return ("",)


def _target(account: Account, field: str, saying: Saying) -> str:
    """To whom it was referred, as the rest of the sentence says; what an agency received was to itself."""
    text, (first, last) = account.words(field), saying.sentence
    if "received" in text[saying.start : saying.end].lower() and account.kinds:
        kinds = sorted(kind.replace("_", " ") for kind in account.kinds)
        return next((kind for kind in kinds if kind in _targets()), kinds[0])
    found = [
        (abs(match.start() - saying.end), name)
        for name, patterns in _targets().items()
        for each in patterns
        for match in each.finditer(text, first, last)
        if not _FROM.search(text, first, match.start())
    ]
    return min(found)[1] if found else ""


@cache
def _targets() -> dict[str, tuple[re.Pattern[str], ...]]:
    targets = knowledge().rest["outcome"]["targets"]
    return {
        name: tuple(re.compile(rf"\b{pattern(word).pattern}", re.IGNORECASE) for word in words)
        for name, words in targets.items()
    }
