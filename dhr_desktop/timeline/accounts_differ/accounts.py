"""One entry as an account of an event: what its words say, each with its place, ready to be set beside others'."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.people import Person
from dhr_desktop.timeline.accounts_differ.found import Said
from dhr_desktop.timeline.accounts_differ.knowledge import knowledge
from dhr_desktop.timeline.accounts_differ.people import People
from dhr_desktop.timeline.accounts_differ.reading import Reader, Saying
from dhr_desktop.timeline.same_event.knowledge import knowledge as known_agencies
from dhr_desktop.timeline.same_event.words import Stems, stem, words_of

_QUOTED = re.compile(r"[\"“].{8,}")
READ = ("text", "action")
"""The fields that tell what happened. The author's comment is left out: it looks back."""


@dataclass(frozen=True)
class Account:
    """An entry with what is known of its agency and what its words say."""

    entry: Entry
    kinds: frozenset[str]
    """The kinds of agency that its agency's name says it is."""
    sayings: tuple[tuple[str, Saying], ...]
    """What it says, with the field it stands in."""
    stems: list[str]
    """Those of the words of its text, in order."""

    @cached_property
    def second_hand(self) -> bool:
        """Whether it tells what it was told, so that its own date and hour are those of the telling."""
        date = knowledge().rest["date"]
        opening = " ".join(words_of(self.entry.text)[: date["opening_words"]]).lower()
        beside = (
            f"{self.entry.source} {self.entry.other.get('Consult', '')} {' '.join(self.entry.other.values())}".lower()
        )
        if any(f" {word} " in f" {opening} " or word in beside for word in date["second_hand"]):
            return True
        if not self.kinds & frozenset(date["at_the_scene"]) and not set(date["says"]).isdisjoint(opening.split()):
            return True
        source = words_of(self.entry.source.lower())
        if any(word in date["told_by"] for word in source) or self._from_another_agency():
            return True
        return bool(_QUOTED.search(self.entry.text)) and bool(self.kinds & frozenset(date["children_tell"]))

    def _from_another_agency(self) -> bool:
        """Whether the column of its source names an agency of another kind."""
        stems = [stem(word) for word in words_of(self.entry.source)]
        named = known_agencies().signs.names(stems, set(stems))
        kinds = {name.removeprefix("agency:") for name in named if name.startswith("agency:")}
        return bool(kinds) and not kinds & self.kinds

    def of(self, group: str) -> Iterator[tuple[str, Saying]]:
        """What it says of one group, with the field."""
        return ((field, saying) for field, saying in self.sayings if saying.group == group)

    def words(self, field: str) -> str:
        """The text of a field that is read."""
        return str(getattr(self.entry, field))

    def said(self, field: str, start: int, end: int, value: str, matter: str = "", about: str = "") -> Said:
        """A quotation from one of its fields."""
        quoted = " ".join(self.words(field)[start:end].split())
        return Said(self.entry.id, self.entry.agency_id, field, start, end, quoted, value, matter, about)

    def says(self, field: str, saying: Saying, value: str, matter: str = "", about: str = "") -> Said:
        """A quotation of one of its sayings, with the words for whom it is said of."""
        return self.said(field, saying.opening, saying.end, value, matter, about)


class AccountReader:
    """Reads entries as accounts, for one register of people and one set of agencies."""

    def __init__(self, people: Sequence[Person], agencies: Mapping[int, str]) -> None:
        self._reader = Reader(People(people))
        self._stems = Stems()
        called = known_agencies().called
        stems = {agency: [stem(word) for word in words_of(name)] for agency, name in agencies.items()}
        self._kinds = {agency: frozenset(called.names(words, set(words))) for agency, words in stems.items()}

    def read(self, entry: Entry) -> Account:
        """An entry as an account."""
        sayings = tuple((field, saying) for field in READ for saying in self._reader.read(getattr(entry, field)))
        stems = [self._stems[word] for word in words_of(entry.text)]
        return Account(entry, self._kinds.get(entry.agency_id, frozenset()), sayings, stems)
