"""Covers the names of registered people in a text, as a view: the text itself is never changed.

Forms are looked for longest first and as whole words. A capital letter tells a name from a word ('Dean' from the
dean of the cathedral, 'Poppy' from a poppy), so forms that are words too are never matched in small letters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.name_places import Found, places_said, with_places
from dhr_desktop.domain.name_words import TITLES, WORDS_TOO
from dhr_desktop.domain.people import FormKind, FormPlace, NameForm, Person, Role

WITHHELD = "[name withheld]"
"""Stands for a form that several people share, where the text alone cannot tell whose name it is."""

_TITLE_BEFORE = re.compile(
    rf"(?:(?<=\s)|(?<=[(\"“‘/])|^)(?:{'|'.join(TITLES)})\.?\s+(?:\d{{2,6}}\s+)?(?:[A-Z]\.?\s+)?$", re.IGNORECASE
)
_TITLE_ROOM = 24
_WORD = re.compile(r"[^\W\d_]+")
_AFTER = r"(?=s?(?:[’']s?)?(?![^\W\d_]))"
_CLOCK_BEFORE = re.compile(r"\d[\d.:]*\s?$")
_THE_BEFORE = re.compile(r"\b(?:the|this|each|every|in)\s$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(r" of (?:the\s+)?(?:cathedral|chapter|faculty|college|students)\b", re.IGNORECASE)
_OFFICE_ROOM = 24
_HALVES_OF_A_DAY = frozenset({"am", "pm"})
_SHORT = 3
_TITLED = ("Mr", "Mrs", "Ms", "Miss", "Dr")


@dataclass(frozen=True, slots=True)
class _Form:
    """One form to look for. `strict` forms must stand exactly as written, or in capitals."""

    pattern: re.Pattern[str]
    cover: str
    length: int
    strict: bool
    initials: bool
    takes_title: bool


class NameCover:
    """Covers names in texts for one register of people. Making one costs more than using it: keep it."""

    def __init__(self, people: Sequence[Person], naming: Naming, said: Sequence[FormPlace] = ()) -> None:
        self._naming = naming
        self.said = tuple(said)
        self._places = places_said(people, said)
        self._by_first_word: dict[str, list[_Form]] = {}
        for form, (kinds, covers) in _forms_of_all(people).items():
            first = _WORD.search(form)
            if first:
                made = _made(form, kinds, next(iter(covers)) if len(covers) == 1 else WITHHELD)
                self._by_first_word.setdefault(first[0].casefold(), []).append(made)
        for forms in self._by_first_word.values():
            forms.sort(key=lambda one: -one.length)

    def cover(self, text: str) -> str:
        """The text as this naming shows it: unchanged under real names, else with every form covered."""
        if self._naming is Naming.REAL:
            return text
        parts, at = [], 0
        for found in self.find(text):
            parts += [text[at : found.start], found.cover]
            at = found.end
        return "".join([*parts, text[at:]]) if parts else text

    def cover_field(self, entry_id: int, field: str, text: str) -> str:
        """As `cover`, for a field of an entry: what was said of a form at its place there goes before the rule."""
        said = self._places.get((entry_id, field))
        if not said or self._naming is Naming.REAL:
            return self.cover(text)
        parts, at = [], 0
        for found in with_places(text, said, list(self.find(text))):
            parts += [text[at : found.start], found.cover]
            at = found.end
        return "".join([*parts, text[at:]])

    def find(self, text: str) -> Iterator[Found]:
        """Every form in the text, from left to right, without overlaps."""
        at = 0
        for word in _WORD.finditer(text):
            if word.start() < at:
                continue
            for form in self._starting_with(word[0].casefold()):
                match = form.pattern.match(text, word.start())
                if match and _is_name(form, match, text):
                    start = max(at, _start_with_title(form, text, match.start()))
                    yield Found(start, match.end(), match[0], form.cover)
                    at = match.end()
                    break

    def _starting_with(self, word: str) -> Sequence[_Form]:
        """The forms whose first word this is, or of which it is the plural: 'the Drewitts'."""
        return self._by_first_word.get(word) or self._by_first_word.get(word.removesuffix("s")) or ()


def _forms_of_all(people: Sequence[Person]) -> dict[str, tuple[set[FormKind], dict[str, None]]]:
    """Every form with its kinds and with the covers of all who share it. A registered form wins over a derived one."""
    found: dict[str, tuple[set[FormKind], dict[str, None]]] = {}
    for person in people:
        for form in person.forms:
            kinds, covers = found.setdefault(form.form, (set(), {}))
            kinds.add(form.kind)
            covers[person.stands_as] = None
    registered = set(found)
    for person in people:
        for form in derived_forms(person):
            if form.form not in registered:
                kinds, covers = found.setdefault(form.form, (set(), {}))
                kinds.add(form.kind)
                covers[person.stands_as] = None
    return found


def derived_forms(person: Person) -> list[NameForm]:
    """The forms that a real name takes by itself: in full, its first name, its surname, titled and turned round."""
    words = re.sub(r"[,]", " ", person.real_name).split()
    if words and words[0].rstrip(".").lower() in TITLES:
        words = words[1:]
    if not words:
        return []
    first, last = words[0], words[-1]
    forms = [NameForm(person.real_name, FormKind.FULL)]
    if len(words) > 1:
        forms += [
            NameForm(f"{first} {last}", FormKind.FULL),
            NameForm(f"{last}, {' '.join(words[:-1])}", FormKind.FULL),
        ]
        forms += [NameForm(f"{last} {first}", FormKind.FULL), NameForm(f"{first[0]} {last}", FormKind.TITLED)]
        forms += [NameForm(last, FormKind.SURNAME)]
        if person.role is not Role.PROFESSIONAL:
            forms += [NameForm(f"{title} {last}", FormKind.TITLED) for title in _TITLED]
    if len(first.rstrip(".")) > 1 and person.role is not Role.PROFESSIONAL:
        forms.append(NameForm(first, FormKind.FIRST))
    return list(dict.fromkeys(forms))


def may_be_a_word(form: NameForm) -> bool:
    """Whether a form stands for something else as well, so that it is a name only as it is written: 'Will', 'AM'."""
    alone = len(re.findall(r"[^\s\-]+", form.form)) == 1
    return form.kind is FormKind.INITIALS or (alone and _strict(form.form))


def _strict(form: str) -> bool:
    return len(form) <= _SHORT or form.casefold() in WORDS_TOO


def _made(form: str, kinds: set[FormKind], cover: str) -> _Form:
    initials = kinds <= {FormKind.INITIALS}
    words = re.findall(r"[^\s\-]+", form)
    joint = r"[\s\-\u2010\u2011]+"
    body = joint.join(re.escape(word).replace("'", "['’]") for word in words)
    flags = re.NOFLAG if initials else re.IGNORECASE
    after = r"(?![^\W_])" if initials else _AFTER
    strict = len(words) == 1 and _strict(form)
    takes_title = not initials and not kinds & {FormKind.FIRST, FormKind.NICKNAME}
    return _Form(re.compile(body + after, flags), cover, len(form), strict, initials, takes_title)


def _is_name(form: _Form, match: re.Match[str], text: str) -> bool:
    """Whether what matched is the name and not a word, a time of day or the inside of another word."""
    surface, start = match[0], match.start()
    if start and (text[start - 1].isalnum() or (text[start - 1] in "’'" and start > 1 and text[start - 2].isalnum())):
        return False
    if form.initials:
        room = text[max(0, start - 8) : start]
        half = surface.replace(".", "").casefold() in _HALVES_OF_A_DAY
        return not (half and (_CLOCK_BEFORE.search(room) or _THE_BEFORE.search(room)))
    if form.strict and not surface[0].isupper():
        return False
    # 'the Dean of Ravenshire' and 'Dean of the cathedral' are an office, not a man.
    after = text[match.end() : match.end() + _OFFICE_ROOM]
    with_article = _THE_BEFORE.search(text[max(0, start - 6) : start]) and after.startswith(" of ")
    return not (form.strict and (with_article or _OFFICE_AFTER.match(after)))


def _start_with_title(form: _Form, text: str, start: int) -> int:
    """Where the name begins with a title before it, so that 'PC 4471 Osgathorpe' does not become 'PC 4471 PC 1'."""
    if not form.takes_title:
        return start
    room = text[max(0, start - _TITLE_ROOM) : start]
    title = _TITLE_BEFORE.search(room)
    return start - len(title[0]) if title else start
