"""Who the records speak of: the register's people, and those whom nobody has entered yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.name_forms.compared import Compared
from dhr_desktop.domain.name_forms.likeness import plain, written_alike
from dhr_desktop.domain.name_forms.lore import Lore
from dhr_desktop.domain.names import derived_forms
from dhr_desktop.domain.people import FormKind, Person, Role, Sex

_LETTERS_OF_A_CODE = 3
_MOST_SURNAMES = 4


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody as the records show them. `person_id` is 0 for those not in the register; `name` is how to call them."""

    person_id: int
    name: str
    given: list[str] = field(default_factory=list)
    """First names in their order; the first is what they are called by."""
    surnames: list[str] = field(default_factory=list)
    initial: str = ""
    sex: str = ""
    forms: dict[str, FormKind] = field(default_factory=dict)
    """Forms that the register has already."""
    professional: bool = False
    seen: Counter[int] = field(default_factory=Counter)
    """How often, by agency."""
    known: bool = False
    role: Role | None = None

    @property
    def times(self) -> int:
        """How often the records name them."""
        return self.seen.total()

    def may_be(self, sex: str) -> bool:
        """Whether a title of this sex fits; those of grown-ups fit no child."""
        return self.sex in ("", sex) and not (sex and self.role is Role.CHILD and not self.sex)

    @property
    def may_have_another_surname(self) -> bool:
        """Whether one more may be a former or a married name; who bears many already is several people of one name."""
        return 0 < len(self.surnames) < _MOST_SURNAMES

    @property
    def first(self) -> str:
        """The letter their first name begins with; '' when nothing says so."""
        return self.given[0][0].upper() if self.given else self.initial

    def initials(self) -> Mapping[str, str]:
        """What they may be written as in short, and how that is made."""
        return _initials(self.first, tuple(self.given), tuple(self.surnames)) if self.first else {}


@remembered(2_000)
def _initials(first: str, given: tuple[str, ...], surnames: tuple[str, ...]) -> Mapping[str, str]:
    made: dict[str, str] = {}
    middle = "".join(each[0] for each in given[1:])
    for surname in surnames:
        parts = [part for part in surname.replace("-", " ").split() if part[:1].isupper()]
        if not parts:
            continue
        last = plain(surname).upper()
        made.setdefault(first + parts[-1][0], "the initials")
        made.setdefault(first + parts[0][0], "the initials")
        made.setdefault(first + "".join(part[0] for part in parts), "the initials")
        made.setdefault(first + middle + parts[0][0], "the initials")
        made.setdefault(first + last[: _LETTERS_OF_A_CODE - 1], "the first letters")
    return {short: how for short, how in made.items() if len(short) > 1}


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a mention names, how surely (0 to 1), as what kind of form, and why. `also` are others it may name."""

    figure: Figure
    sure: float
    kind: FormKind
    why: str = ""
    also: tuple[Figure, ...] = ()


def registered(people: Iterable[Person], lore: Lore) -> list[Figure]:
    """The register's people as figures."""
    return [_registered(person, lore) for person in people]


def _registered(person: Person, lore: Lore) -> Figure:
    name = person.real_name
    turned = [part.strip() for part in name.split(",")]
    words = " ".join(turned[1:] + turned[:1]).split() if len(turned) > 1 else name.split()
    figure = Figure(person.id, name, known=True, professional=person.role is Role.PROFESSIONAL, role=person.role)
    if words and words[0].rstrip(".").casefold() in lore.titles:
        figure.sex = lore.titles[words[0].rstrip(".").casefold()]
        words = words[1:]
    elif words and lore.leads(words[0].casefold()) and len(words) > 1:
        words = words[1:]
    if len(words) > 1:
        at = next((place for place, word in enumerate(words[1:], start=1) if word.islower()), len(words) - 1)
        _put_given(figure, words[:at])
        figure.surnames.append(" ".join(words[at:]))
    elif words:
        (figure.surnames if name.split()[0] != words[0] else figure.given).append(words[0])
    figure.forms = {form.form: form.kind for form in (*derived_forms(person), *person.forms)}
    for form in person.forms:
        if form.kind in (FormKind.MAIDEN, FormKind.SURNAME):
            figure.surnames.append(form.form.split()[-1])
    if person.sex in (Sex.FEMALE, Sex.MALE):
        figure.sex = person.sex.value[0]
    return figure


def _put_given(figure: Figure, words: Sequence[str]) -> None:
    for word in words:
        bare = word.rstrip(".")
        if len(bare) == 1 and not figure.given:
            figure.initial = bare.upper()
        else:
            figure.given.append(bare)


class Figures:
    """Everyone found so far. What matches nobody makes somebody new."""

    def __init__(self, people: Iterable[Person], lore: Lore) -> None:
        self._compared = Compared(lore)
        self.all: list[Figure] = []
        self._at: dict[int, int] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        for figure in registered(people, lore):
            self._enter(figure)

    def new(self, name: str, given: str = "", surname: str = "", initial: str = "") -> Figure:
        """Somebody whom the register does not have."""
        figure = Figure(0, name)
        _put_given(figure, given.split())
        if surname:
            figure.surnames.append(surname)
        figure.initial = figure.initial or initial[:1]
        self._enter(figure)
        return figure

    def _enter(self, figure: Figure) -> None:
        at = self._at[id(figure)] = len(self.all)
        self.all.append(figure)
        for each in figure.surnames:
            self._by_surname.setdefault(each, []).append(at)
        for each in figure.given[:1]:
            self._by_first.setdefault(plain(each), []).append(at)

    def learn_surname(self, figure: Figure, surname: str) -> None:
        """Somebody bears one more surname."""
        figure.surnames.append(surname)
        self._by_surname.setdefault(surname, []).append(self._at[id(figure)])

    def learn_given(self, figure: Figure, names: Sequence[str]) -> None:
        """Somebody who was known by their surname alone has these first names."""
        figure.given.extend(names)
        self._by_first.setdefault(plain(names[0]), []).append(self._at[id(figure)])

    def _with_surname(self, surname: str, called: str = "") -> Iterator[Figure]:
        """Those whose surname it may be, and those who have this first name, in their order."""
        found = set(self._by_first.get(plain(called), ())) if called else set[int]()
        for own in self._compared.near(surname, self._by_surname):
            found.update(self._by_surname[own])
        return (self.all[at] for at in sorted(found))

    def of_full_name(self, given: str, surname: str) -> Match | None:
        """Whom a first name with a surname names."""
        best: Match | None = None
        called = given.split(maxsplit=1)[0]
        for figure in self.all if len(surname) == 1 else self._with_surname(surname, called):
            match = self._full(figure, given, called, surname)
            if match and (best is None or (match.sure, match.figure.times) > (best.sure, best.figure.times)):
                best = match
        return best

    def turned(self, first: str, second: str) -> Match | None:
        """Whose surname with the first name after it these are: 'Hill Jo'."""
        for figure in self._with_surname(first):
            if figure.given and self.surname_why(figure, first) == "" and self.given_why(figure, second)[0] == "":
                return Match(figure, 0.9, FormKind.FULL, f"the names of {figure.name}, the surname first")
        return None

    def of_letter(self, letter: str, sex: str, agency: int) -> Match | None:
        """Whom a title with one letter names: 'Mrs B'. The letter is that of a surname, or else of a first name."""
        fitting = [
            one for one in self.all if one.seen[agency] and one.may_be(sex) and _begins(letter, one.surnames[:1])
        ] or [one for one in self.all if one.seen[agency] and one.may_be(sex) and _begins(letter, one.given[:1])]
        fitting.sort(key=lambda one: (one.sex == sex, one.known, one.seen[agency]), reverse=True)
        if not fitting:
            return None
        best, *others = fitting
        rivals = tuple(one for one in others if one.sex == best.sex and one.known == best.known)
        why = f"a title with the first letter of {best.name}"
        return Match(best, 0.55 if rivals else 0.7, FormKind.TITLED, why, rivals)

    def _full(self, figure: Figure, given: str, called: str, surname: str) -> Match | None:
        of_surname = self.surname_why(figure, surname)
        if len(surname) == 1 and _begins(surname, figure.surnames):
            of_surname = f"the first letter of {figure.surnames[0]}" if figure.given else None
        if of_surname is None:
            return self._by_given(figure, called, surname)
        of_given, given_kind = self.given_why(figure, called)
        if of_given is None:
            if figure.given or figure.first not in ("", called[0].upper()) or not figure.surnames:
                return None
            return Match(figure, 0.75 if figure.initial else 0.6, FormKind.FULL, of_surname)
        if (
            figure.known
            and len(figure.given) > 1
            and len(given.split()) > 1
            and plain(given.split()[1])[:1] != plain(figure.given[1])[:1]
        ):
            return None  # another middle name is another person
        reasons = [each for each in (of_given, of_surname) if each]
        kind = FormKind.MISSPELLING if of_surname else given_kind
        kind = FormKind.FULL if not reasons else kind
        sure = 0.97 if not reasons else 0.9 if len(reasons) == 1 else 0.8
        return Match(figure, sure, kind, "; ".join(reasons))

    def _by_given(self, figure: Figure, called: str, surname: str) -> Match | None:
        """A first name that is written so, with a surname that is not known for theirs."""
        if not figure.given or plain(figure.given[0]) != plain(called):
            return None
        if plain(surname) in map(plain, figure.given[1:]):
            return Match(figure, 0.85, FormKind.FIRST, f"the first and a middle name of {figure.name}")
        if figure.may_have_another_surname and any(
            plain(each) == plain(surname) for one in self.all for each in one.surnames
        ):
            why = f"the first name of {figure.name} with another surname of the records"
            return Match(figure, 0.7, FormKind.MAIDEN, why)
        return None

    def surname_why(self, figure: Figure, surname: str) -> str | None:
        """Why a surname is this figure's: '' when it is written so, None when it is not theirs."""
        return self._compared.surnames(surname, figure.surnames)

    def given_why(self, figure: Figure, called: str) -> tuple[str | None, FormKind]:
        """Why a first name is this figure's, and what kind of form it is; see `surname_why`."""
        letters = plain(called)
        for place, own in enumerate(figure.given):
            if plain(own) == letters:
                return "" if place == 0 else f"a middle name of {figure.name}", FormKind.FIRST
        if not figure.given:
            return None, FormKind.FIRST
        return self._compared.given(called, figure.given[0], known=figure.known)

    def _is_primary(self, figure: Figure, surname: str) -> bool:
        """Whether a surname is the figure's own rather than one they had before."""
        own = figure.surnames[0]
        return plain(own) == plain(surname) or bool(written_alike(surname, own))

    def of_surname(self, surname: str, first: str = "", sex: str = "", agency: int = 0) -> Match | None:
        """Whom a surname names, with an initial or a title before it or alone."""
        found: list[tuple[tuple[float, ...], Figure, str]] = []
        for figure in self._with_surname(surname):
            why = self.surname_why(figure, surname)
            if why is None or (first and figure.first not in ("", first)) or (sex and not figure.may_be(sex)):
                continue
            fit = (why == "", not first or figure.first == first, bool(sex) and figure.sex == sex)
            weight = sum(fit) * 1.0 + (0.5 if figure.seen[agency] else 0) + self._is_primary(figure, surname)
            central = figure.role in (Role.VICTIM, Role.PERPETRATOR)
            found.append(((weight, central, figure.times), figure, why))
        if not found:
            return None
        found.sort(key=lambda each: each[0], reverse=True)
        (rank, figure, why), *others = found
        rivals = tuple(other for weight, other, _why in others if weight[0] >= rank[0])
        kind = FormKind.TITLED if not why else FormKind.MISSPELLING
        sure = (0.95 if not why else 0.85) - (0.2 if rivals else 0.0)
        return Match(figure, sure, kind, why, rivals)

    def of_given(self, called: str, agency: int = 0) -> Match | None:
        """Whom a first name or a pet name alone names."""
        found: list[tuple[tuple[float, ...], Match]] = []
        for figure in self.all:
            why, kind = self.given_why(figure, called)
            if why is None:
                continue
            sure = 0.95 if not why else 0.85 if kind is FormKind.MISSPELLING else 0.75
            if why.startswith("a middle name"):
                sure = 0.5
            found.append(
                ((sure, figure.known, bool(figure.seen[agency]), figure.times), Match(figure, sure, kind, why))
            )
        if not found:
            return None
        found.sort(key=lambda each: each[0], reverse=True)
        best = found[0][1]
        rivals = tuple(match.figure for rank, match in found[1:] if match.sure >= best.sure)
        return Match(best.figure, best.sure - (0.2 if rivals else 0.0), best.kind, best.why, rivals)

    def of_initials(self, letters: str, agencies: Counter[int]) -> Match | None:
        """Whom initials name: of those they fit, the one whom the same agencies name most."""
        found: list[tuple[tuple[float, ...], Figure, str]] = []
        for figure in self.all:
            how = figure.initials().get(letters)
            if how:
                shared = sum(min(number, figure.seen[agency]) for agency, number in agencies.items())
                first = figure.surnames and letters[-1] == figure.surnames[0][0].upper()
                found.append(((shared > 0, bool(first), shared, figure.times), figure, how))
        if not found:
            return None
        found.sort(key=lambda each: each[0], reverse=True)
        (rank, figure, how), *others = found
        rivals = tuple(other for weight, other, _how in others if weight[:2] == rank[:2])
        return Match(figure, 0.8 - (0.2 if rivals else 0.0), FormKind.INITIALS, f"{how} of {figure.name}", rivals)


def _begins(letter: str, names: Iterable[str]) -> bool:
    return any(plain(name)[:1] == letter.casefold() for name in names)
