"""Finds in a question what only another agency's records say, for a letter must not carry it unless that is wanted.

Looked for are words between quotation marks, in the records that the question is about, and longer runs of words, in
all of them. What the asked agency wrote as well gives nothing away.
"""

import re
from collections.abc import Iterator, Sequence

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.store import entries, events, removed, search
from dhr_desktop.store.review import Review

_RUN = 6
"""So many words in a row are hardly the same by chance."""
_MOST = 50
"""So many records that hold a run are looked at."""
_QUOTED = re.compile('“([^”]+)”|"([^"]+)"|‘([^’]+)’')
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def found(review: Review, question: Question) -> list[str]:
    """The passages of a question that stand in other agencies' records and not in those of the agency asked."""
    about = _about(review, question)
    passages = [span for span in _quotations(question.words) if _only_others(span, about, question.agency_id)]
    runs = [run for run in _runs(review, question) if not any(run in span or span in run for span in passages)]
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


def _only_others(span: str, about: Sequence[Entry], agency_id: int) -> bool:
    inside = re.compile(rf"(?<!\w){re.escape(_plain(span))}(?!\w)")
    own = any(inside.search(_said(entry)) for entry in about if entry.agency_id == agency_id)
    return not own and any(inside.search(_said(entry)) for entry in about if entry.agency_id != agency_id)


def _runs(review: Review, question: Question) -> Iterator[str]:
    """The longest runs of words that a record of another agency has as well."""
    matches = list(_WORD.finditer(question.words))
    words = [match[0].casefold() for match in matches]
    grams = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    if not grams:
        return
    ids = search.holding_any(review.read, (" ".join(gram) for gram in grams))
    holding = entries.page(review, ids[:_MOST])
    own = {gram for entry in holding if entry.agency_id == question.agency_id for gram in _grams(entry)}
    others = {gram for entry in holding if entry.agency_id != question.agency_id for gram in _grams(entry)} - own
    at = 0
    while at < len(grams):
        begin = at
        while at < len(grams) and grams[at] in others:
            at += 1
        if at > begin:
            yield question.words[matches[begin].start() : matches[at - 1 + _RUN - 1].end()]
        at += 1


def _grams(entry: Entry) -> set[tuple[str, ...]]:
    words = [match[0] for match in _WORD.finditer(_said(entry))]
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _said(entry: Entry) -> str:
    parts = (entry.text, entry.action, entry.people, entry.comment, entry.source, entry.reference)
    return _plain(" | ".join((*parts, entry.date_written, entry.time)))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
