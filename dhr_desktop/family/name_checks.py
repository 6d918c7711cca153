"""What is to be thought of before a name stands for somebody in a report that many will read.

Each is a sentence with a next step. None of them forbids a name: the chair may keep it and say why.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.name_words import TITLES
from dhr_desktop.domain.naming import PlaceName
from dhr_desktop.domain.new_names import cleaned, is_description
from dhr_desktop.domain.people import FormKind, Person, Role
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.domain.sounding import folded, sound_of

_NO_NAMES = frozenset({FormKind.RELATION, FormKind.LABEL, FormKind.INITIALS})
_ALIKE = 0.8
_LEAST_LETTERS = 4
_HALF_ALIKE = 0.45
_NO_NAME_ALONE = frozenset(
    {
        *(title.lower() for title in TITLES),
        *("adult", "child", "colleague", "employer", "friend", "neighbour", "parent", "pupil", "relative", "unrelated"),
        *("and", "at", "by", "from", "of", "the", "with"),
        *("brother", "sister", "mother", "father", "grandmother", "grandfather", "officer", "worker", "teacher"),
    }
)
"""Words of such as 'Neighbour 2' or 'the flat', which tell of a person or a place without being a name."""


@dataclass(frozen=True, slots=True)
class NameCheck:
    """One thing to think of: what it is, what to do, and whether it asks something rather than finds it."""

    code: str
    what: str
    next_step: str
    prompt: bool = False

    @property
    def words(self) -> str:
        """Both sentences."""
        return f"{self.what} {self.next_step}"


@dataclass(frozen=True, slots=True)
class Known:
    """What a name is held against. `panel` are the panel's members and the chair.

    `elsewhere` are pseudonyms in other reviews of the library, each with the name of its review.
    """

    people: Sequence[Person]
    panel: Sequence[str] = ()
    agencies: Sequence[Agency] = ()
    places: Sequence[PlaceName] = ()
    elsewhere: Sequence[tuple[str, str]] = field(default=())


Named = Person | Agency | PlaceName


def checks(typed: str, named: Named, known: Known) -> list[NameCheck]:
    """What is to be thought of before `typed` stands for `named`; nothing for words such as 'a friend'."""
    name = cleaned(typed)
    if not name:
        return []
    found = [*_real_names(name, known), *_places_and_agencies(name, known), *_panel(name, known)]
    if not is_description(name):
        found += _other_pseudonyms(name, named, known)
        if isinstance(named, Person):
            found += [*_letters(name, named), *_elsewhere(name, known), *_fits(name, named)]
        else:
            found += _elsewhere(name, known)
    return found


def _real_names(name: str, known: Known) -> Iterable[NameCheck]:
    """Names of the register, once for each person; the nearest likeness is told."""
    for person in known.people:
        likeness = max((_likeness(name, form) for form in _forms(person)), default=0)
        if likeness == _SAME:
            yield NameCheck(
                "real",
                f"“{name}” is a real name of {person.real_name} ({_who(person)}).",
                "Choose another: readers would take one for the other, and documents would be held back.",
            )
        elif likeness == _SOUNDS:
            yield NameCheck(
                "sounds",
                f"“{name}” sounds or looks like a real name of {person.real_name} ({_who(person)}).",
                "Choose one that is further from it.",
            )


def _places_and_agencies(name: str, known: Known) -> Iterable[NameCheck]:
    others = [
        *(form for place in known.places for form in (place.real_name, *place.forms)),
        *(agency.name for agency in known.agencies),
    ]
    if any(folded(name) == folded(other) for other in others):
        yield NameCheck("place", f"“{name}” is a place or an agency of this review.", "Choose another.")


def _panel(name: str, known: Known) -> Iterable[NameCheck]:
    for member in known.panel:
        likeness = _likeness(name, member)
        if likeness:
            how = "is" if likeness == _SAME else "sounds or looks like"
            yield NameCheck(
                "panel",
                f"“{name}” {how} the name of {member}, of the panel, whom the report names.",
                "Choose another, so that nobody is taken for a member of the panel.",
            )


def _other_pseudonyms(name: str, named: Named, known: Known) -> Iterable[NameCheck]:
    everyone: list[Named] = [*known.people, *known.agencies, *known.places]
    others = [each for each in everyone if not _one(each, named)]
    for other in others:
        likeness = 0 if is_description(other.pseudonym) else _likeness(name, other.pseudonym)
        if likeness:
            how = "already stands" if likeness == _SAME else f"is like “{other.pseudonym}”, which stands"
            yield NameCheck(
                "pseudonym",
                f"“{name}” {how} for {_called(other)}.",
                "Choose another, so that the two can be told apart.",
            )


def _letters(name: str, person: Person) -> Iterable[NameCheck]:
    mine, theirs = _initials(name), _initials(person.real_name)
    if len(mine) > 1 and (mine == theirs or (mine[0] == theirs[:1] and mine[-1] == theirs[-1:])):
        yield NameCheck(
            "initials",
            f"“{name}” has the same initials as the real name.",
            "Choose other initials: records and newspapers may have called the person by them.",
        )
    elif mine and theirs and mine[0] == theirs[0]:
        yield NameCheck(
            "letter",
            f"“{name}” begins with the same letter as the real name.",
            "Consider one that does not, unless the family wishes it so.",
        )


def _elsewhere(name: str, known: Known) -> Iterable[NameCheck]:
    reviews = dict.fromkeys(review for review, other in known.elsewhere if folded(other) == folded(name))
    if reviews:
        yield NameCheck(
            "elsewhere",
            f"“{name}” stands for somebody in another of your reviews: {', '.join(reviews)}.",
            "Consider another: readers of both reports may take the two for one.",
        )


def _fits(name: str, person: Person) -> Iterable[NameCheck]:
    if person.role is Role.PROFESSIONAL:
        return
    born = parse(person.born).earliest if person.born else None
    if person.background:
        yield NameCheck(
            "background",
            f"Does “{name}” fit? The family says of their background: {person.background.rstrip('.')}.",
            "Ask them, if you are not sure.",
            prompt=True,
        )
    if born:
        yield NameCheck(
            "age",
            f"Is “{name}” a name that somebody born in {born.year} might have?",
            "If it would make them seem older or younger, think of another.",
            prompt=True,
        )


_SAME, _SOUNDS = 2, 1


@remembered(100_000)  # every name of a register is compared with every other whenever one of them changes
def _likeness(name: str, other: str) -> int:
    """`_SAME` where any word of the two is one, or `_SOUNDS` where one sounds or looks like one of the other's."""
    if cleaned(name).casefold() == cleaned(other).casefold():
        return _SAME
    likeness = 0
    for one in _words(name):
        for two in _words(other):
            if folded(one) == folded(two):
                return _SAME
            likeness = max(likeness, _SOUNDS if _sounds_like(folded(one), folded(two)) else 0)
    return likeness


@remembered(100_000)
def _sounds_like(one: str, two: str) -> bool:
    if not (one.isascii() and two.isascii()):
        return False  # the sounds are those of English spelling
    alike = SequenceMatcher(None, one, two, autojunk=False).ratio()
    if sound_of(one) == sound_of(two) and alike > _HALF_ALIKE:
        return True
    return min(len(one), len(two)) >= _LEAST_LETTERS and alike >= _ALIKE


@remembered(20_000)
def _words(name: str) -> tuple[str, ...]:
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name)
    return tuple(word for word in words if word.lower() not in _NO_NAME_ALONE and len(folded(word)) > 1)


def _forms(person: Person) -> list[str]:
    return [person.real_name, *(form.form for form in person.forms if form.kind not in _NO_NAMES)]


def _initials(name: str) -> str:
    return "".join(word[0].casefold() for word in _words(name))


def _one(one: Named, other: Named) -> bool:
    """Whether both are the same, be it in another state."""
    return type(one) is type(other) and one.id == other.id


def _who(person: Person) -> str:
    return person.relationship or person.role.value


def _called(named: Named) -> str:
    return named.name if isinstance(named, Agency) else named.real_name
