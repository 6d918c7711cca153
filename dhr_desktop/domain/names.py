"""Covers the names of registered people, agencies and places in a text, as a view: the text is never changed.

Forms are looked for longest first and as whole words. A capital letter tells a name from a word ('Dean' from the
dean of the cathedral, 'Poppy' from a poppy), so forms that are words too are never matched in small letters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dhr_desktop.domain.covered import CoveredName
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.name_digits import DigitFinder, digits_of
from dhr_desktop.domain.name_places import Found, Said, lines_said, places_said, with_lines, with_places
from dhr_desktop.domain.name_words import TITLES, WORDS_TOO
from dhr_desktop.domain.people import NO_NAMES, FormKind, NameForm, Person, Role
from dhr_desktop.domain.told_days import NO_DAYS, ToldDays

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
_INITIALS = frozenset({FormKind.INITIALS})
_THE = "the "
_THE_ITSELF = re.compile(r"\b(?:the|The|THE)\s+$")
_HALVES_OF_A_DAY = frozenset({"am", "pm"})
_SHORT = 3
_TITLED = ("Mr", "Mrs", "Ms", "Miss", "Dr")
_MOST_KEPT = 100_000

Named = Person | CoveredName
"""What a cover knows: people of the register, and the agencies and places that stand under another name."""
_Span = tuple[int, int, int]
"""Where a form stands in a text, and its number."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One form to look for. `strict` forms must stand exactly as written, or in capitals.

    `number` is its place among all forms. `lead` is what of it stands before its first word, such as a house's number.
    """

    pattern: re.Pattern[str]
    number: int
    length: int
    strict: bool
    initials: bool
    takes_title: bool
    lead: re.Pattern[str] | None = None
    article: bool = False
    """Whether it is a name only behind 'the', which stays."""


class NameCover:
    """Covers names in texts for one register. Making one costs more than using it: keep it, or have it `renamed`."""

    def __init__(
        self,
        named: Sequence[Named],
        naming: Naming,
        said: Sequence[Said] = (),
        finder: "NameFinder | None" = None,
        days: ToldDays = NO_DAYS,
    ) -> None:
        self._naming = naming
        self.days = days if naming is Naming.PSEUDONYMS else NO_DAYS
        """The days that the edition does not give: they are taken out of what has been made of it, words and dates."""
        self._finder = finder or NameFinder(named)
        self.stand_ins = tuple(self._stand_ins(named))
        """What stands for each of those it covers, in their order."""
        stands = list(zip(named, self.stand_ins, strict=True))
        self._persons = {each.id: stand_in for each, stand_in in stands if isinstance(each, Person)}
        self._places = places_said(self._persons, said)
        self._lines = lines_said(self._persons, said)
        self._covers = self._finder.covers_of(self.stand_ins)
        self._called = {each.real_name.casefold(): stand_in for each, stand_in in reversed(stands)}

    def renamed(
        self, named: Sequence[Named], naming: Naming, said: Sequence[Said] = (), days: ToldDays = NO_DAYS
    ) -> "NameCover":
        """The cover for the same register under other pseudonyms; made anew where anything else has changed.

        What has been found in texts stays found, so that no text need be searched again for a change of a pseudonym.
        """
        return NameCover(named, naming, said, self._finder if self._finder.looks_for(named) else None, days)

    def cover(self, text: str) -> str:
        """The text as this naming shows it: unchanged under real names, else with every form covered.

        What was said of a form in a line of it goes before the rule.
        """
        if self._naming is Naming.REAL:
            return text
        return _covered(text, with_lines(text, self._lines, list(self.find(text))) if self._lines else self.find(text))

    def cover_field(self, entry_id: int, field: str, text: str) -> str:
        """As `cover`, for a field of an entry: what was said of a form at its place there goes before the rule."""
        if self._naming is Naming.REAL:
            return text
        said = self._places.get((entry_id, field))
        return _covered(text, with_places(text, said, list(self.find(text))) if said else self.find(text))

    def cover_beside(self, entry_id: int, text: str) -> str:
        """As `cover`, for other words about an entry, such as its agency's row where the chair has changed the text.

        A form that is somebody's anywhere in the entry is covered wherever it stands: no place can be told from another
        here, and a morning that reads as a child does less harm than a child who is named.
        """
        if self._naming is Naming.REAL:
            return text
        theirs = {
            form: cover
            for (entry, _field), said in self._places.items()
            if entry == entry_id
            for (form, _nth), cover in said.items()
            if cover
        }
        if not theirs:
            return _covered(text, self.find(text))
        everywhere = {(form, nth): cover for form, cover in theirs.items() for nth in range(text.count(form))}
        return _covered(text, with_places(text, everywhere, list(self.find(text))))

    def called(self, name: str) -> str:
        """What stands for what has exactly this name; the name itself where nothing does, whatever it holds.

        An agency is asked for so: 'Marsh Surgery' does not become another because a person is called Marsh.
        """
        return name if self._naming is Naming.REAL else self._called.get(name.casefold(), name)

    def person(self, person: Person) -> str:
        """What somebody of the register is called."""
        return person.real_name if self._naming is Naming.REAL else self._persons.get(person.id, person.stands_as)

    def _stand_ins(self, named: Sequence[Named]) -> Iterator[str]:
        """A pseudonym as it was chosen. A description covers those whom it names: 'mother of Kian' names a child."""
        for each in named:
            words = each.stands_as
            if each.pseudonym or not words:
                yield words
                continue
            parts, at = [], 0
            for start, end, number in self._finder.spans_in(words):
                owners = [named[owner] for owner in self._finder.owners_of(number)]
                covers = {owner.pseudonym or _plainly(owner) for owner in owners}
                parts += [words[at:start], covers.pop() if len(covers) == 1 else WITHHELD]
                at = end
            yield "".join([*parts, words[at:]])

    def find(self, text: str) -> Iterator[Found]:
        """Every form in the text, from left to right, without overlaps."""
        for start, end, number in self._finder.spans_in(text):
            yield Found(start, end, text[start:end], self._covers[number])


class NameFinder:
    """Finds the forms of names in texts and remembers where they stand, whatever stands for them at the time."""

    def __init__(self, named: Sequence[Named]) -> None:
        self._by_first_word: dict[str, list[_Form]] = {}
        self._owners: list[tuple[int, ...]] = []
        self._spans: dict[str, tuple[_Span, ...]] = {}
        self._starting: dict[str, Sequence[_Form]] = {}
        self._looked_for = _looked_for(named)
        numbers: dict[str, int] = {}
        for form, (kinds, owners) in _forms_of_all(named).items():
            first = _WORD.search(form, len(_THE) if kinds and kinds <= _INITIALS and form.startswith(_THE) else 0)
            if first is None and (digits := digits_of(form)):
                numbers[digits] = len(self._owners)
                self._owners.append(tuple(owners))
            elif first:
                made = _made(form[first.start() :], kinds, len(self._owners), form[: first.start()])
                self._owners.append(tuple(owners))
                self._by_first_word.setdefault(first[0].casefold(), []).append(made)
        self._digits = DigitFinder(numbers)
        for forms in self._by_first_word.values():
            forms.sort(key=lambda one: -one.length)

    def looks_for(self, named: Sequence[Named]) -> bool:
        """Whether it would find the same for this register."""
        return self._looked_for == _looked_for(named)

    def owners_of(self, number: int) -> tuple[int, ...]:
        """Whose form this is, by their places in the register."""
        return self._owners[number]

    def covers_of(self, stands: Sequence[str]) -> list[str]:
        """What covers each form: what stands for its owner, or for all of them where they have one in common."""
        found = []
        for owners in self._owners:
            covers = {stands[owner] for owner in owners}
            found.append(covers.pop() if len(covers) == 1 else WITHHELD)
        return found

    def spans_in(self, text: str) -> tuple[_Span, ...]:
        """Where forms stand in the text, and the number of each."""
        found = self._spans.get(text)
        if found is None:
            if len(self._spans) >= _MOST_KEPT:
                self._spans.clear()
                self._starting.clear()
            found = self._spans[text] = self._all_in(text)
        return found

    def _all_in(self, text: str) -> tuple[_Span, ...]:
        names, numbers = list(self._search(text)), list(self._digits.spans_in(text))
        apart = [each for each in numbers if not any(each[0] < end and start < each[1] for start, end, _ in names)]
        return tuple(sorted([*names, *apart])) if apart else tuple(names)

    def _search(self, text: str) -> Iterator[_Span]:
        at = 0
        starting = self._starting
        for word in _WORD.finditer(text):
            forms = starting.get(word[0])
            if forms is None:
                forms = starting[word[0]] = self._starting_with(word[0].casefold())
            if not forms or word.start() < at:
                continue
            for form in forms:
                match = form.pattern.match(text, word.start())
                start = _start_with_lead(form, text, word.start()) if match else -1
                if match and start >= at and _is_name(form, match, text):
                    yield max(at, _start_with_title(form, text, start)), match.end(), form.number
                    at = match.end()
                    break

    def _starting_with(self, word: str) -> Sequence[_Form]:
        """The forms whose first word this is, or of which it is the plural: 'the Drewitts'."""
        return self._by_first_word.get(word) or self._by_first_word.get(word.removesuffix("s")) or ()


def _covered(text: str, found: Iterable[Found]) -> str:
    parts, at = [], 0
    for each in found:
        parts += [text[at : each.start], each.cover]
        at = each.end
    return "".join([*parts, text[at:]]) if parts else text


def _plainly(named: Named) -> str:
    """What is said of somebody without a pseudonym that can hold no name."""
    return named.role.value if isinstance(named, Person) else WITHHELD


def _looked_for(named: Sequence[Named]) -> list[object]:
    """All of a register that decides what is found; what stands for each is no part of it."""
    return [
        (each.real_name, each.role is Role.PROFESSIONAL, each.forms)
        if isinstance(each, Person)
        else (each.real_name, each.forms, each.short_forms)
        for each in named
    ]


def _forms_of_all(named: Sequence[Named]) -> dict[str, tuple[set[FormKind] | None, dict[int, None]]]:
    """Every form with its kinds and with all who share it. A registered form wins over a derived one.

    The form of an agency or a place has no kinds. An agency that is a person of the register is that person.
    """
    found: dict[str, tuple[set[FormKind] | None, dict[int, None]]] = {}

    def take(forms: Iterable[NameForm], owner: int) -> None:
        for form in forms:
            kinds, owners = found.setdefault(form.form, (set(), {}))
            if kinds is not None:
                kinds.add(form.kind)
            owners[owner] = None

    people = [(owner, each) for owner, each in enumerate(named) if isinstance(each, Person)]
    for owner, person in people:
        take((form for form in person.forms if form.kind not in NO_NAMES), owner)
    registered = set(found)
    for owner, person in people:
        take((form for form in derived_forms(person) if form.form not in registered), owner)
    known = {person.real_name.casefold() for _, person in people}
    for owner, each in enumerate(named):
        if isinstance(each, CoveredName) and each.real_name.casefold() not in known:
            for form in each.all_forms:
                found.setdefault(form, (None, {}))[1][owner] = None
            for form in each.short_forms:
                found.setdefault(form, (set(_INITIALS), {}))[1][owner] = None
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


def _made(form: str, kinds: set[FormKind] | None, number: int, lead: str) -> _Form:
    initials = kinds is not None and kinds <= _INITIALS
    words = re.findall(r"[^\s\-]+", form)
    joint = r"[\s\-\u2010\u2011]+"
    body = joint.join(re.escape(word).replace("'", "['’]") for word in words)
    flags = re.NOFLAG if initials else re.IGNORECASE
    after = r"(?![^\W_])" if initials else _AFTER
    word_alone = len(words) == 1 and "@" not in form
    strict = word_alone and (kinds is None or _strict(form))
    takes_title = kinds is not None and not initials and not kinds & {FormKind.FIRST, FormKind.NICKNAME}
    article = initials and lead == _THE
    asked = lead.strip() and not article
    before = re.compile(rf"(?<!\w){re.escape(lead.strip())}[\s,]*$") if asked else None
    pattern = re.compile(body + after, flags)
    return _Form(pattern, number, len(lead + form), strict, initials, takes_title, before, article)


def _start_with_lead(form: _Form, text: str, start: int) -> int:
    """Where the form begins with what stands before its first word; -1 where that is not there."""
    if form.lead is None:
        return start
    room = max(0, start - _TITLE_ROOM)
    lead = form.lead.search(text, room, start)
    return lead.start() if lead else -1


def _is_name(form: _Form, match: re.Match[str], text: str) -> bool:
    """Whether what matched is the name and not a word, a time of day or the inside of another word."""
    surface, start = match[0], match.start()
    if start and (text[start - 1].isalnum() or (text[start - 1] in "’'" and start > 1 and text[start - 2].isalnum())):
        return False
    if form.article and not _THE_ITSELF.search(text[max(0, start - 8) : start]):
        return False
    if form.initials:
        room = text[max(0, start - 8) : start]
        half = surface.replace(".", "").casefold() in _HALVES_OF_A_DAY
        return not (half and (_CLOCK_BEFORE.search(room) or _THE_BEFORE.search(room)))
    if form.strict and surface[0].islower():  # many scripts have no capitals, and a name in them is one as it stands
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
