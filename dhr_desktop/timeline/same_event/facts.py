"""What one entry tells, apart from how it tells it: days, hours, numbers, places, what happened, who is named."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from dhr_desktop.domain.dates import EdtfDate, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.same_event.knowledge import TELLING, Agencies, knowledge
from dhr_desktop.timeline.same_event.spellings import one_spelling
from dhr_desktop.timeline.same_event.told import TELLING_WORDS, clocks_told, days_told, minutes_of
from dhr_desktop.timeline.same_event.words import StemsOfTexts

DAY = 24 * 60
_STREET = (
    "Close|Cl|Road|Rd|Street|St|Lane|Avenue|Ave|Way|Row|Terrace|Drive|Court|Yard|Place|Gardens|Crescent|Walk|Grove"
    "|Mews|Square"
)
_HOUSE = re.compile(r"[0-9](?<![^\W_].)[0-9]?[0-9]?[a-z]?\b")
_LABEL = re.compile(r"\b(?:flat|no\.?|number)\s*$", re.IGNORECASE)
_STREET_AFTER = re.compile(rf",?\s+(?:[A-Z][\w’']+\s+){{1,3}}(?:{_STREET})\b")
_LABEL_ROOM = 8
_NUMBERED = re.compile(r"[A-Z]{1,5}[-/ ]?\d{2,}(?:[-/]\d{2,})*")
_SHORTEST_NUMBER = 4
_ACTION_DONE = re.compile(r"\W*action\s+\d+\b", re.IGNORECASE)
_DIFFERENT = "different"
_DIFFERENT_NAME = re.compile(r"\b[Dd]ifferent\s+([A-Z][\w’'-]{3,})")
_A_NAME = 3
"""A word that is never written small is a name of the review when it stands so often."""
_HEARD, _OF_ANOTHER, _AFTERWARDS = (TELLING + way for way in ("heard", "of_another", "afterwards"))
_UNFILLED = frozenset({"", "-", "n", "y", "no", "yes", "none", "n/a"})


@dataclass(slots=True)
class Facts:
    """What an entry tells. Days are ordinals; moments are minutes since the first day there is."""

    entry: Entry
    first: int | None
    last: int | None
    reported: int | None
    moments: tuple[int, ...]
    """When it happened, and clock times its words name."""
    at: int | None
    """When it happened, where an hour is given for that."""
    written: int | None
    """When it was written, where an hour is given for that."""
    told: frozenset[int]
    """The days its words name."""
    parts: tuple[tuple[float, float], ...]
    tokens: frozenset[str]
    houses: frozenset[str]
    numbers: frozenset[str]
    """References of its own, by which the lines of one log are known."""
    kinds_given: frozenset[str]
    """The columns for the kind of thing that the row fills."""
    names: int
    """The agencies that it names, as bits."""
    from_others: bool
    """Whether it names any kind of agency but its own, be it one of the review or not."""
    heard: bool
    of_another: bool
    afterwards: bool

    @property
    def day(self) -> int | None:
        """The day, where it is one."""
        return self.first if self.first is not None and self.first == self.last else None


class FactReader:
    """Reads the facts of the entries of one review, all at once: how a name is spelt mostly is known from all."""

    def __init__(self, entries: Sequence[Entry], agencies: Mapping[int, str]) -> None:
        self._known = knowledge()
        self.agencies = Agencies(agencies)
        self._added = _Headings(self._known.added_headings)
        self._kind_headings = _Headings(self._known.kind_headings)
        self.stems = StemsOfTexts()
        self._texts = [self._read(entry) for entry in entries]
        self._counts, self._small = self._capitals()
        self._spelling = one_spelling(self._counts, self._small)
        self._misspelt = frozenset(self._spelling)
        self._telling = self._misspelt.union(
            self._known.signs.words, self._known.tokens.words, self._known.left_out, self.agencies.words
        ).union(TELLING_WORDS, (_DIFFERENT,))

    def facts(self) -> Iterator[Facts]:
        """The facts of each entry, in the order given."""
        return map(self._of, self._texts)

    def _read(self, entry: Entry) -> "_Text":
        body = f"{entry.text} . {entry.action}"
        other = {heading: value for heading, value in entry.other.items() if value and not self._added[heading]}
        beside = " . ".join((entry.source, *other.values(), entry.people))
        return _Text(entry, body, beside, other, self.stems.of(f"{body} . {beside}"))

    def _capitals(self) -> tuple[Counter[str], set[str]]:
        """How often each stem stands, and those that stand in small letters too."""
        counts = Counter(chain.from_iterable(text.stems for text in self._texts))
        return counts, {found for word, found in self.stems.of_word.items() if not word[0].isupper()}

    def _of(self, text: "_Text") -> Facts:
        entry, stems = text.entry, set(text.stems)
        words = stems & self._telling  # of these few alone it depends what is read from a text beside its figures
        when, reported = parse(entry.date_edtf), _reported(entry)
        day = when.earliest if when.earliest is not None and when.earliest == when.latest else None
        signs = self._known.signs.names(text.stems, words)
        moments = _Moments.of(entry, day, reported, clocks_told(text.body, words))
        return Facts(
            entry,
            *_bounds(when),
            reported=reported.toordinal() if reported else None,
            moments=moments.all,
            at=moments.at,
            written=moments.written,
            told=_told(f"{entry.text} {entry.source}", words, reported or day),
            parts=self._parts(signs),
            tokens=self._tokens(text.stems, stems, words, self.agencies.meets[entry.agency_id]),
            houses=_houses(f"{text.body} {text.beside}"),
            numbers=_numbers(entry, text.other),
            kinds_given=self._kinds_given(text.other),
            names=self.agencies.named(signs, words),
            from_others=self.agencies.others_named(entry.agency_id, signs, words),
            heard=_HEARD in signs,
            of_another=_OF_ANOTHER in signs or (_DIFFERENT in words and self._of_a_namesake(text.body)),
            afterwards=bool(self.agencies.meets[entry.agency_id]) and self._afterwards(entry),
        )

    def _parts(self, signs: set[str]) -> tuple[tuple[float, float], ...]:
        hours = self._known.hours
        return () if signs.isdisjoint(hours) else tuple(sorted(hours[sign] for sign in signs if sign in hours))

    def _tokens(self, in_order: list[str], stems: set[str], words: set[str], meets: frozenset[str]) -> frozenset[str]:
        """What the words tell of, and the words that tell of nothing known. Takes `stems` to pieces for it."""
        found, used = self._known.tokens.read(in_order, words)
        stems -= used
        stems -= words & self._known.left_out
        for word in words & self._misspelt & stems:
            stems.remove(word)
            stems.add(self._spelling[word])
        stems |= found
        stems |= meets
        return frozenset(stems)

    def _of_a_namesake(self, body: str) -> bool:
        """Whether a text says that it is about somebody else of a name of the review: "a different Smith"."""
        return any(self._is_name(self.stems.of_word[match[1]]) for match in _DIFFERENT_NAME.finditer(body))

    def _is_name(self, word: str) -> bool:
        known = self._known
        of_the_field = word in known.of_agencies or known.tokens.knows(word) or self.agencies.own(word)
        return self._counts[word] >= _A_NAME and word not in self._small and not of_the_field

    def _afterwards(self, entry: Entry) -> bool:
        """Whether the minutes of a meeting tell of what was done after it."""
        stems = self.stems.of(entry.source)
        done = _AFTERWARDS in self._known.signs.names(stems, set(stems))
        return done or _ACTION_DONE.match(entry.text) is not None

    def _kinds_given(self, other: Mapping[str, str]) -> frozenset[str]:
        """The columns for the kind of thing that have something in them."""
        kinds = self._kind_headings
        return frozenset(
            [heading for heading, value in other.items() if kinds[heading] and value.lower() not in _UNFILLED]
        )


class _Headings(dict[str, bool]):
    """Whether a heading holds one of some words, found once for each."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, heading: str) -> bool:
        """Look at a heading that is met for the first time."""
        lowered = heading.lower()
        found = self[heading] = any(word in lowered for word in self._words)
        return found


@dataclass(slots=True)
class _Text:
    """The words of an entry: those of its story, those beside it, and the stems of all in order."""

    entry: Entry
    body: str
    beside: str
    other: dict[str, str]
    stems: list[str]


@dataclass(slots=True)
class _Moments:
    """The moments of an entry."""

    all: tuple[int, ...]
    at: int | None
    written: int | None

    @classmethod
    def of(cls, entry: Entry, day: date | None, reported: date | None, told: set[int]) -> "_Moments":
        """The moments that an entry's own hours and those in its words make on its day."""
        hour, reported_hour = minutes_of(entry.time), minutes_of(entry.reported_time)
        at = day.toordinal() * DAY + hour if day and hour is not None else None
        found = set() if at is None else {at}
        if day:
            found.update(day.toordinal() * DAY + minutes for minutes in told)
        written = at
        if reported:
            given = reported_hour if reported_hour is not None else hour
            written = reported.toordinal() * DAY + given if given is not None else None
            if reported_hour is not None and day and reported.toordinal() - day.toordinal() <= 1:
                found.add(reported.toordinal() * DAY + reported_hour)
        return cls(tuple(sorted(found)), at, written)


def _reported(entry: Entry) -> date | None:
    if not entry.reported_edtf:
        return None
    when = parse(entry.reported_edtf)
    return when.earliest if when.earliest == when.latest else None


def _bounds(when: EdtfDate) -> tuple[int | None, int | None]:
    if when.earliest is None or when.latest is None:
        return None, None
    return when.earliest.toordinal(), when.latest.toordinal()


def _told(text: str, stems: set[str], written: date | None) -> frozenset[int]:
    return frozenset(days_told(text, stems, written)) if written else frozenset()


def _houses(text: str) -> frozenset[str]:
    """The numbers of houses and flats: after such a label, or before the name of a street."""
    found = set()
    for match in _HOUSE.finditer(text):
        start, end = match.span()
        if _STREET_AFTER.match(text, end) or _LABEL.search(text, max(0, start - _LABEL_ROOM), start):
            found.add(match[0].lower())
    return frozenset(found)


def _numbers(entry: Entry, other: Mapping[str, str]) -> frozenset[str]:
    """The entry's own reference, and what else is written as one: letters, digits, strokes."""
    found = {value for value in other.values() if len(value) >= _SHORTEST_NUMBER and _NUMBERED.fullmatch(value)}
    own = entry.reference.strip()
    if len(own) >= _SHORTEST_NUMBER and any(map(str.isdecimal, own)):
        found.add(own)
    return frozenset(found)
