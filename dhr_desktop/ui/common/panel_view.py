"""Panel view: names show as pseudonyms, so that the screen can be shared with the panel."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from dhr_desktop.domain.addresses import is_address
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.entries import Entry, SourceRow
from dhr_desktop.domain.names import NameCover, Named
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.domain.tell_tale import TellTales, month_of
from dhr_desktop.store import agency_forms, covered
from dhr_desktop.store.journal import Change
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.notices import Notices

REGISTER = covered.TABLES
_MOST_KEPT = 20_000
_WORDS_OF_AN_ENTRY = ("text", "action", "source", "reference", "people", "comment")
_DAYS_OF_AN_ENTRY = ("date_written", "time_written")


class PanelView(QObject):
    """Whether names are covered, and words as they may be shown; what has been covered once is remembered.

    It covers names exactly as the documents with pseudonyms do, and beyond them what points at somebody by its form
    alone: a telephone number that nobody has entered, an address. Of a birth it shows the year, of a death month and
    year, in what was typed and in dates alike, as those documents do. It is off when a review is
    opened, and only the chair turns it on. What shows words of agencies or of the chair asks `shown` for each, and
    what shows an agency asks `agency` for it; both are shown anew on `changed`.
    """

    changed = Signal()
    """It was turned on or off, or the register has changed while it is on."""

    def __init__(self, review: Review, notices: Notices) -> None:
        super().__init__(notices)
        self._review = review
        self._on = False
        self._people: list[Named] = []
        self._short_names: dict[int, tuple[str, ...]] = {}
        self._cover = NameCover((), Naming.PSEUDONYMS)
        self._tell_tales = TellTales()
        self._known: dict[str, str] = {}
        self._entries: dict[int, tuple[Entry, Entry]] = {}
        notices.changed.connect(self._on_change)

    @property
    def on(self) -> bool:
        """Whether names are covered."""
        return self._on

    @property
    def covers_nobody(self) -> bool:
        """Whether the register is empty, so that there is nothing by which a name could be told."""
        return not any(isinstance(each, Person) for each in self._people)

    def turn(self, *, on: bool) -> None:
        """Cover names, or show them."""
        if on == self._on:
            return
        if on:
            self._read()
        self._on = on
        self.changed.emit()

    def refuses(self, messages: MessageBar) -> bool:
        """Whether what shows the chair's own words, to be edited, stays closed now; the chair is told why."""
        if self._on:
            messages.show_note(self.tr("This is not opened in panel view, for it may show real names. F6 leaves it."))
        return self._on

    def hides_typed(self, *searches: QLineEdit) -> None:
        """Empty each search in which the chair had typed what is covered now."""
        for each in searches:
            if self.shown(each.text()) != each.text():
                each.clear()

    def shown(self, text: str) -> str:
        """The text as it may be seen now."""
        if not (self._on and text):
            return text
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            found = self._known[text] = self._tell_tales.cover(self._cover.cover(text))
        return found

    def days(self, words: str) -> str:
        """Words of the program itself, which name nobody, as they may be seen now: without those days."""
        return self._tell_tales.days(words) if self._on else words

    def edtf(self, date: str) -> str:
        """A stored date as it may be seen now: of the day of a birth or a death, what `told_days` leaves of it."""
        return self._tell_tales.edtf(date) if self._on else date

    def file(self, name: str) -> str:
        """The name of an agency's file as it may be seen now: it often tells in short whose it is."""
        return self.tr("The agency’s file") if self._on else name

    def called(self, name: str) -> str:
        """The name of an agency as it may be seen now."""
        return self._cover.called(name) if self._on else name

    def agency(self, agency: Agency) -> Agency:
        """The agency under the name that may be seen now; for showing alone, and never to be written."""
        name = self.called(agency.name)
        return agency if name == agency.name else replace(agency, name=name)

    def agencies(self, found: Iterable[Agency]) -> list[Agency]:
        """As `agency`, of each of them."""
        return [self.agency(each) for each in found]

    def names(self, agencies: Mapping[int, str]) -> dict[int, str]:
        """The names of agencies by their id, as they may be seen now."""
        return {agency_id: self.called(name) for agency_id, name in agencies.items()}

    def household(self, name: str) -> str:
        """The chair's word for a household as it may be seen now: it may be where somebody lives."""
        if not self._on:
            return name
        return self.tr("Household") if is_address(name) else self.shown(name)

    def day_to_avoid(self, day: str, words: str, why: str) -> str:
        """The words for a day to avoid as they may be seen now: of a birthday the month, and not the day."""
        return month_of(day) if self._on and self._tell_tales.is_birth(day, why) else words

    def entry(self, entry: Entry) -> Entry:
        """The entry with its words as they may be seen now; for showing alone, and never to be written."""
        if not self._on:
            return entry
        kept = self._entries.get(entry.id)
        if kept is not None and (kept[0] is entry or kept[0] == entry):
            return kept[1]
        if len(self._entries) >= _MOST_KEPT:
            self._entries.clear()
        covered = self._covered(entry)
        self._entries[entry.id] = entry, covered
        return covered

    def row(self, row: SourceRow, entry: Entry) -> SourceRow:
        """The agency’s row behind an entry as it may be seen now: what a form means there, it means here too."""
        if not self._on:
            return row
        headings = tuple(map(self.shown, row.headings))
        cells = tuple(self._cell(each, entry) for each in row.cells)
        return replace(row, table=self.shown(row.table), headings=headings, cells=cells)

    def person(self, person: Person) -> str:
        """How someone of the register is called: by their name, or by what stands for it."""
        return self._cover.person(person) if self._on else person.real_name

    def _covered(self, entry: Entry) -> Entry:
        days = {name: self._days(entry, name, getattr(entry, name)) for name in _DAYS_OF_AN_ENTRY}
        words: Mapping[str, str] = days | {
            name: self._field(entry.id, name, getattr(entry, name)) for name in _WORDS_OF_AN_ENTRY
        }
        return replace(
            entry,
            date_edtf=self.edtf(entry.date_edtf),
            reported_edtf=self.edtf(entry.reported_edtf),
            private_note="",  # it is for the chair alone, not for a screen that is shared
            **words,  # type: ignore[arg-type]  # fields of Entry that hold words, by their name
            other={self.shown(heading): self._field(entry.id, heading, cell) for heading, cell in entry.other.items()},
            doubts=tuple(replace(doubt, words=self.shown(doubt.words)) for doubt in entry.doubts),
        )

    def _cell(self, cell: str, entry: Entry) -> str:
        """A cell as the field of the entry that says the same; where none does, with all that is somebody's in it."""
        names = (*_WORDS_OF_AN_ENTRY, *_DAYS_OF_AN_ENTRY)
        fields = {name: getattr(entry, name) for name in names} | dict(entry.other)
        same = next((name for name, words in fields.items() if words.strip() == cell.strip()), None)
        if same in _DAYS_OF_AN_ENTRY:
            return self._tell_tales.cover(self._days(entry, same, cell))
        if same is not None:
            return self._field(entry.id, same, cell)
        return self._tell_tales.cover(self._cover.cover_beside(entry.id, cell))

    def _field(self, entry_id: int, name: str, words: str) -> str:
        return self._tell_tales.cover(self._cover.cover_field(entry_id, name, words))

    def _days(self, entry: Entry, name: str, words: str) -> str:
        """An agency's own words for a day; where they give the day of a death without its year, what may be told."""
        shown = self._tell_tales.days(self._cover.cover_field(entry.id, name, words))
        told = self.edtf(entry.date_edtf)
        without_a_year = name == "date_written" and shown == words and any(letter.isdigit() for letter in words)
        return in_british_words(parse(told)) if without_a_year and told != entry.date_edtf else shown

    def _read(self) -> None:
        self._known.clear()
        self._entries.clear()
        self._people = covered.listing(self._review)
        self._short_names = agency_forms.of_review(self._review)
        self._cover = covered.cover(self._review, Naming.PSEUDONYMS, self._people)
        register = (each for each in self._people if isinstance(each, Person))
        self._tell_tales = TellTales(register, self._cover.days)

    def _introduces(self, change: Change) -> bool:
        """Whether a text that has changed calls an agency by another short name than was known."""
        return bool(change.tables & agency_forms.TABLES) and agency_forms.of_review(self._review) != self._short_names

    def _on_change(self, change: Change) -> None:
        if self._on and (change.tables & REGISTER or self._introduces(change)):
            self._read()
            self.changed.emit()


def covers_names(place: object) -> bool:
    """Whether a page or a dialog shows every word as panel view says, by its own `covers_names`.

    One that does not say so is not shown in panel view: so a page that nobody has thought of gives no name away.
    """
    return bool(getattr(place, "covers_names", False))
