"""Proposes whose the written forms in the records are: by their shape, by likeness, by what is around them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from dhr_desktop.domain.name_forms.course import MATCHING, NUMBERS, Course, Step, unwatched
from dhr_desktop.domain.name_forms.figures import Figure, Figures, Match
from dhr_desktop.domain.name_forms.likeness import is_double
from dhr_desktop.domain.name_forms.lore import Lore
from dhr_desktop.domain.name_forms.mentions import Mention
from dhr_desktop.domain.name_forms.of_numbers import OfNumbers, Said
from dhr_desktop.domain.name_forms.passages import Passage, Place
from dhr_desktop.domain.name_forms.proposals import Proposal, in_order
from dhr_desktop.domain.name_forms.records import SAMPLE, Records
from dhr_desktop.domain.name_forms.sexes import settled, sex_around
from dhr_desktop.domain.name_forms.short import LISTED
from dhr_desktop.domain.name_forms.signs import Signs
from dhr_desktop.domain.people import FormKind, Person

_LEAST_OF_A_STRANGER = 0.75
_TWICE = 2
_TURNS = 6
"""So often what was found of some shape is gone through."""
_MIDDLE = 0.5


class Proposing:
    """One reading of all passages for one register."""

    def __init__(
        self,
        passages: Sequence[Passage],
        people: Collection[Person],
        lore: Lore,
        agencies: Iterable[str] = (),
        abbreviations: Iterable[str] = (),
    ) -> None:
        registered = Figures(people, lore)
        names = {word for figure in registered.all for word in (*figure.given, *figure.surnames)}
        self.records = Records(passages, names, lore, agencies, abbreviations)
        self.passages, self.vocabulary, self.found = passages, self.records.vocabulary, self.records.found
        self.lore = lore
        self.people = people
        self.figures = registered
        self.whose: dict[tuple[str, str], Match] = {}
        self._course = Course()
        self._turn = 0
        self._reasons: dict[tuple[str, str], tuple[str, ...]] = {}

    def proposals(self, step: Step = unwatched) -> list[Proposal]:
        """Everything that is proposed, in order."""
        self._course = Course(step)
        self.records.read(self._course)
        self._match_full_names()
        self._learn_sexes()
        self._match_surnames()
        self._match_full_names()  # again, for those who were known by their surname alone
        self._match_single()
        self._match_short()
        self._course.part(NUMBERS)
        numbers = OfNumbers(self._said(), self.figures, self.people, self._course)
        return in_order([*self._of_names(), *numbers.proposals()])

    # Matching.

    def _of_shape(
        self, wanted: Callable[[Mention], bool]
    ) -> Iterator[tuple[tuple[str, str], Mention, list[tuple[int, Mention]]]]:
        """What was found of a shape, the most frequent first."""
        fitting = [
            (key, found[0][1], found)
            for key, found in self.found.items()
            if key not in self.whose and wanted(found[0][1])
        ]
        self._course.part(MATCHING, self._turn, _TURNS)
        self._turn += 1
        in_turn = sorted(fitting, key=lambda each: (-len(each[2]), -len(each[1].surface), each[0]))
        yield from self._course.over(in_turn, 1)

    def _take(self, key: tuple[str, str], match: Match, found: Sequence[tuple[int, Mention]], *reasons: str) -> None:
        self.whose[key] = match
        self._reasons[key] = tuple(
            each for each in (match.why or f"written as {match.figure.name} is", *reasons) if each
        )
        for number, _mention in found:
            match.figure.seen[self.passages[number].agency_id] += 1

    def _match_full_names(self) -> None:
        waiting = []
        for key, mention, found in self._of_shape(lambda one: bool(one.given)):
            match = self.figures.of_full_name(mention.given, mention.surname)
            if match and match.figure.known:
                self._take(key, match, found)
                self._learn(match, mention)
            else:
                waiting.append((key, mention, found))
        # Twice: what is no name by itself may be like one that is found after it.
        for key, mention, found in self._course.stoppable((*waiting, *waiting)):
            if key in self.whose or mention.given.split()[0].casefold() in self.lore.places_first:
                continue
            match = self.figures.of_full_name(mention.given, mention.surname) or self.figures.turned(
                mention.given, mention.surname
            )
            if match and not match.figure.given and not self._is_full_name(mention, found):
                match = None
            elif match is None and len(mention.surname) > 1 and self._is_full_name(mention, found):
                name = f"{mention.given} {_as_written(mention.surname)}"
                new = self.figures.new(name, mention.given, _as_written(mention.surname))
                match = Match(new, 0.85, FormKind.FULL, "a first name with a surname")
            if match:
                self._take(key, match, found)
                self._learn(match, mention)

    def _is_full_name(self, mention: Mention, found: Sequence[tuple[int, Mention]]) -> bool:
        words = [*mention.given.split(), mention.surname]
        if not mention.lead and all(word in self.vocabulary.of_places for word in words):
            return False
        if not mention.lead and mention.surname.casefold() in self.lore.places - self.lore.places_too:
            return False
        if mention.lead or mention.turned or mention.given.split()[0].casefold() in self.lore.families:
            return True
        signs = self.records.signs(found)
        if signs.weight < 0 or mention.surname.casefold() in self.lore.places:
            return False
        return (
            signs.weight > 0
            or signs.within < signs.seen
            or self._set_apart(found)
            or is_double(mention.surname)
            or mention.surname[0].islower()
        )

    def _set_apart(self, found: Sequence[tuple[int, Mention]]) -> bool:
        """Whether it stands in quotation marks or brackets."""
        return any(
            self.passages[number].text[mention.start - 1 : mention.start] in tuple("\"“'‘(")
            for number, mention in found[:SAMPLE]
        )

    def _learn(self, match: Match, mention: Mention) -> None:
        """A figure gains what a form shows of them: another surname, the letter of their first name, their sex."""
        figure, surname = match.figure, _as_written(mention.surname)
        if surname and match.kind is FormKind.MAIDEN and surname not in figure.surnames:
            self.figures.learn_surname(figure, surname)
        if mention.given and not figure.given:
            self.figures.learn_given(figure, mention.given.split())
            if not figure.known:
                figure.name = f"{mention.given} {surname}"
        elif mention.initials and not figure.first:
            figure.initial = mention.initials[0]
        figure.sex = figure.sex or self.lore.titles.get(mention.lead, "")
        if not figure.known and mention.lead and mention.lead in self.lore.officials:
            figure.professional = True

    def _match_surnames(self) -> None:
        shapes: tuple[Callable[[Mention], bool], ...] = (
            lambda one: bool(one.initials and one.surname),
            lambda one: bool(one.surname and not one.given and not one.initials),
        )
        for shape in shapes:
            for key, mention, found in self._of_shape(shape):
                agency = self.records.agency_of(found)
                sex = self.lore.titles.get(mention.lead, "")
                match = self.figures.of_surname(mention.surname, mention.initials[:1], sex, agency)
                if match is None and (mention.lead or self._is_initialled(mention, found)):
                    called = (
                        mention.surface
                        if mention.titled or mention.initials
                        else f"{mention.lead.upper()} {mention.surname}"
                    )
                    new = self.figures.new(called, "", mention.surname, mention.initials)
                    why = "a title with a surname" if mention.lead else "an initial with a surname"
                    match = Match(new, 0.85 if mention.lead else 0.75, FormKind.TITLED, why)
                if match:
                    self._take(key, match, found)
                    self._learn(match, mention)

    def _is_initialled(self, mention: Mention, found: Sequence[tuple[int, Mention]]) -> bool:
        if self.records.is_word(mention.surname):
            return False
        return self.records.signs(found).weight > 0 or "." in mention.surface

    def _match_single(self) -> None:
        later = []
        for key, mention, found in self._of_shape(lambda one: bool(one.alone and not one.initials)):
            exact = self._exact_single(mention, found)
            if exact:
                self._take(key, exact, found)
            else:
                later.append((key, mention, found))
        for key, mention, found in self._course.stoppable(later):
            signs = self.records.signs(found)
            match = self._single(mention, found, signs)
            if match:
                self._take(key, match, found)

    def _exact_single(self, mention: Mention, found: Sequence[tuple[int, Mention]]) -> Match | None:
        if self.records.is_place(mention, found):
            return None
        match = self.figures.of_given(mention.alone, self.records.agency_of(found))
        if match and not match.why:
            return Match(match.figure, match.sure, FormKind.FIRST, f"the first name of {match.figure.name}", match.also)
        match = self.figures.of_surname(mention.alone, "", "", self.records.agency_of(found))
        if match and not match.why and mention.alone.casefold() not in self.lore.no_names:
            return Match(match.figure, match.sure, FormKind.SURNAME, f"the surname of {match.figure.name}", match.also)
        return None

    def _single(self, mention: Mention, found: Sequence[tuple[int, Mention]], signs: Signs) -> Match | None:
        if self.records.is_place(mention, found):
            return None
        agency = self.records.agency_of(found)
        likely = signs.each >= 0 and (signs.within > 0 or not self.vocabulary.may_open(mention.alone))
        match = self.figures.of_given(mention.alone, agency)
        if match and likely and not (match.sure <= _MIDDLE and mention.alone.casefold() in self.lore.no_names):
            return match
        match = self.figures.of_surname(mention.alone, "", "", agency)
        if match and likely and not match.why.startswith("two letters"):
            return Match(match.figure, match.sure - 0.1, FormKind.MISSPELLING, match.why, match.also)
        if signs.each < _LEAST_OF_A_STRANGER or not signs.within:
            return None
        same = self._with_initial(mention.alone, agency)
        if same:
            return Match(same, 0.6, FormKind.FIRST, f"fits the initial of {same.name}, in the same agency's records")
        new = self.figures.new(mention.alone, mention.alone)
        return Match(new, 0.65, FormKind.FIRST, "stands where a name stands")

    def _with_initial(self, called: str, agency: int) -> Figure | None:
        fitting = [
            one for one in self.figures.all if not one.given and one.initial == called[0].upper() and one.seen[agency]
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _match_short(self) -> None:
        listed = {
            mention.surface for key, found in self.found.items() if key[0] == LISTED for _number, mention in found
        }
        for key, mention, found in self._of_shape(lambda one: bool(one.initials and not one.surname)):
            letters = mention.initials
            if mention.lead:
                sex = self.lore.titles.get(mention.lead, "")
                titled = self.figures.of_letter(letters, sex, self.records.agency_of(found))
                if titled:
                    self._take(key, titled, found)
                continue
            agencies = Counter(self.passages[number].agency_id for number, _one in found)
            match = self.figures.of_initials(letters, agencies)
            is_listed = mention.surface in listed
            if mention.surface.casefold() in self.records.abbreviations or (len(letters) < 2 and not match):  # noqa: PLR2004
                continue
            if match is None and is_listed:
                match = Match(
                    self.figures.new(mention.surface, "", "", letters),
                    0.6,
                    FormKind.INITIALS,
                    "initials in a column of people",
                )
            if match is None or not (is_listed or self._stands_for(match, mention, found)):
                continue
            if letters.casefold() in self.records.measures and key[0] != LISTED:
                self.found[key] = [each for each in found if self.records.signs([each]).weight > 0]
            if self.found[key]:
                self._take(key, match, self.found[key])

    def _stands_for(self, match: Match, mention: Mention, found: Sequence[tuple[int, Mention]]) -> bool:
        """Whether initials in the midst of words may be taken for those of somebody."""
        if match.figure.known or "." in mention.surface:
            return True
        if match.also:
            return False
        if mention.surface.casefold() in self.lore.doubtful_initials:
            return sum(self.records.signs([each]).weight >= 1 for each in found) >= _TWICE
        return self.records.signs(found).each >= _LEAST_OF_A_STRANGER

    # What comes of it.

    def _of_names(self) -> Iterator[Proposal]:
        joined: dict[tuple[str, int], list[tuple[str, str]]] = {}
        numbers = {id(figure): number for number, figure in enumerate(self.figures.all)}
        for key, match in self.whose.items():
            joined.setdefault((key[1], numbers[id(match.figure)]), []).append(key)
        for (form, number), keys in joined.items():
            key = max(keys, key=lambda one: self.whose[one].sure)
            match = self.whose[key]
            figure = match.figure
            spots = sorted({(at, one.start, one.end) for each in keys for at, one in self.found[each]})
            letters = form.replace(".", "").casefold()
            doubtful = (match.kind is FormKind.INITIALS and letters in self.lore.doubtful_initials) or (
                self.records.may_be_a_word(form) and any(one.opens for each in keys for _at, one in self.found[each])
            )
            yield Proposal(
                form,
                figure.person_id,
                figure.name,
                number,
                match.kind,
                None,
                round(match.sure, 2),
                self._reasons[key],
                doubtful or bool(match.also),
                form in figure.forms,
                tuple(other.person_id for other in match.also if other.person_id),
                tuple(self._places(form, spots)),
            )

    def _places(self, form: str, spots: Iterable[tuple[int, int, int]]) -> Iterator[Place]:
        for at, start, end in spots:
            passage = self.passages[at]
            nth = passage.text.count(form, 0, start)
            yield Place(passage.entry_id, passage.field, nth, start, end, passage.agency_id, at)

    def _learn_sexes(self) -> None:
        """A relation beside a name says of which sex its bearer is, where no title has."""
        said: dict[int, list[str]] = defaultdict(list)
        for key, match in self.whose.items():
            if not match.figure.sex:
                said[id(match.figure)] += [
                    sex_around(self.passages[at].text, one.start, one.end, self.lore)[0]
                    for at, one in self.found[key][:SAMPLE]
                ]
        for figure in self.figures.all:
            figure.sex = figure.sex or settled(said[id(figure)])

    def _said(self) -> Said:
        """Who is named where, for telling whose a number is."""
        self._learn_sexes()
        named: dict[int, list[tuple[int, int, Figure]]] = defaultdict(list)
        for key, match in self.whose.items():
            for at, mention in self.found[key]:
                named[at].append((mention.start, mention.end, match.figure))
        for spots in named.values():
            spots.sort(key=lambda each: each[:2])
        return Said(self.passages, named, self.lore)


def _as_written(surname: str) -> str:
    """A surname in capitals as it is written otherwise."""
    return (
        "-".join(part.capitalize() for part in surname.split("-"))
        if surname.isupper() and len(surname) > 1
        else surname
    )
