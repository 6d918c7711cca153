"""Entries told in paragraphs, year by year: an event under its headline with its accounts, a single entry by itself."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from dhr_desktop.domain.documents import Block, Bullets, Heading, Run, Text, plain
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.phrases import capital
from dhr_desktop.report import sources
from dhr_desktop.report.material import Happening, Material, event_when_in_words, when_in_words


def by_year(material: Material, happenings: Iterable[Happening]) -> Iterator[Block | Text]:
    """A heading for each year, and under it what happened."""
    for year, of_year in groupby(happenings, key=lambda each: each.year):
        yield Heading(2, year)
        for happening in of_year:
            yield from _told(material, happening)


def _told(material: Material, happening: Happening) -> Iterator[Block | Text]:
    """The date stands out, so that the eye can run down the days."""
    if happening.event is None:
        entry = happening.entries[0]
        when = capital(when_in_words(entry, material.cover)) + (f", {entry.time}" if entry.time else "")
        yield Run(when, bold=True), Run(_one_line(f" ({_whose(material, entry)}): {_words(material, entry)}"))
        return
    when = capital(event_when_in_words(happening, material.cover)) or "Date not known"
    headline = material.cover.cover(happening.event.headline.strip())
    yield Run(when, bold=True), Run(_one_line(f": {_sentence(headline or 'several accounts of one event')}"))
    yield Bullets(tuple(plain(_account(material, happening, entry)) for entry in happening.entries))


def _account(material: Material, happening: Happening, entry: Entry) -> str:
    """One account of an event; its own date is told only where it is another than the event's."""
    own = _own_date(material.cover, happening, entry)
    return _one_line(f"{_whose(material, entry)}{f', {own}' if own else ''}: {_words(material, entry)}")


def _own_date(cover: NameCover, happening: Happening, entry: Entry) -> str:
    when = when_in_words(entry, cover)
    of_event = event_when_in_words(happening, cover)
    if of_event.removesuffix(f", {happening.event.time}" if happening.event else "") != when:
        return ", ".join(part for part in (when, entry.time) if part)
    return "" if of_event.endswith(f", {entry.time}") else entry.time


def _whose(material: Material, entry: Entry) -> str:
    """The agency or person, and how it is known where it came in no file."""
    origin = sources.origin_words(entry.origin)
    return f"{material.agency_name(entry.agency_id)}, {origin}" if origin else material.agency_name(entry.agency_id)


def _words(material: Material, entry: Entry) -> str:
    cover = material.cover.cover_field
    answer = f" {_sentence(cover(entry.id, 'action', entry.action))}" if entry.action.strip(" -") else ""
    return _sentence(cover(entry.id, "text", entry.text)) + answer


def _one_line(words: str) -> str:
    return " ".join(words.split("\n"))


def _sentence(words: str) -> str:
    text = words.strip()
    return text if text.endswith((".", "!", "?", "”", '"')) else f"{text}."
