"""Finds in a question what only another agency's records say, for a letter must not carry it unless that is wanted.

Looked for are words between quotation marks, in the records that the question is about, and longer runs of words, in
all of them. What the asked agency wrote as well gives nothing away; what was moved to it is still another's.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.store import entries, events, removed, search
from dhr_desktop.store.review import Review

_RUN = 6
"""So many words in a row are hardly the same by chance."""
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|‘(.+?)’(?!\w)|(?<!\w)'(.+?)'(?!\w)", re.DOTALL)
"""In single quotation marks may stand an apostrophe, which has a letter after it."""
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_PLAIN = re.compile(r"\w+")


def found(review: Review, question: Question) -> list[str]:
    """The passages of a question that stand in other agencies' records and not in those of the agency asked."""
    about = _about(review, question)
    moved = removed.moved_from(review)
    whose = [(moved.get(entry.id, entry.agency_id), entry) for entry in about]
    passages = [span for span in _quotations(question.words) if _only_others(span, whose, question.agency_id)]
    runs = [run for run in _runs(review, question, moved) if not any(run in span or span in run for span in passages)]
    return [*passages, *runs]


def _about(review: Review, question: Question) -> list[Entry]:
    gone = removed.asked_about(review, [question]).get(question.id)
    ids = [question.entry_id] if question.entry_id else []
    ids += events.members_of(review, question.event_id) if question.event_id else []
    return [*entries.page(review, ids), *([gone] if gone else [])]


def _quotations(words: str) -> Iterator[str]:
    for match in _QUOTED.finditer(words):
        span = next(group for group in match.groups() if group is not None).strip(" .,;:…")
        if _WORD.search(span):
            yield span


def _only_others(span: str, about: Sequence[tuple[int, Entry]], agency_id: int) -> bool:
    agencies = {whose for whose, entry in about if any(_plain(span) in words for words in _said(entry))}
    return bool(agencies) and agency_id not in agencies


def _runs(review: Review, question: Question, moved: Mapping[int, int]) -> Iterator[str]:
    """The longest runs of words that records of other agencies have, and none of the agency's own."""
    matches = list(_WORD.finditer(question.words))
    grams = [" ".join(match[0] for match in matches[at : at + _RUN]) for at in range(len(matches) - _RUN + 1)]
    if not search.holding_any(review.read, grams):
        return
    others = [_is_others(search.agencies_holding(review.read, gram, moved), question.agency_id) for gram in grams]
    at = 0
    while at < len(grams):
        begin = at
        while at < len(grams) and others[at]:
            at += 1
        if at > begin:
            yield question.words[matches[begin].start() : matches[at - 1 + _RUN - 1].end()]
        at += 1


def _is_others(agencies: Collection[int], agency_id: int) -> bool:
    return bool(agencies) and agency_id not in agencies


def _said(entry: Entry) -> list[str]:
    parts = (entry.text, entry.action, entry.people, entry.comment, entry.source, entry.reference)
    return [_plain(part) for part in (*parts, entry.date_written, entry.time)]


def _plain(words: str) -> str:
    """The words alone, with a space about each: which marks stand between them, and which apostrophe, is no matter."""
    return f" {' '.join(_PLAIN.findall(words.casefold()))} "
