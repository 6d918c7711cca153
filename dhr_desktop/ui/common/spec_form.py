"""A form made from a list of fields, for records that are words, days, choices and ticks and need nothing of their own.

It keeps to the rules of `record_form`: kept at pauses, put back by Escape, never lost.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.domain import avoiding
from dhr_desktop.domain.contradictions import within
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.dates import UNKNOWN_TEXT, in_british_words, of_day, parse
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.day_line import DayLine
from dhr_desktop.ui.common.editors import Editor
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.letter_choice import LetterChoice
from dhr_desktop.ui.common.near_days import read_near_day
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.record_form import Numbered, RecordForm
from dhr_desktop.ui.common.said_below import SaidBelow
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.typed_dates import Years, read_typed_date, read_typed_day_of_years, read_typed_time
from dhr_desktop.ui.common.widgets import label

R = TypeVar("R", bound=Numbered)
Option = tuple[Any, str]
_LETTERS = 14


class Kind(StrEnum):
    """What a field holds: words, one day, a date of EDTF, a time, a number, a day of one or of every year, a choice."""

    LINE = "line"
    WORDS = "words"
    DAY = "day"
    EDTF = "edtf"
    TIME = "time"
    NUMBER = "number"
    YEARLY = "yearly"
    CHOICE = "choice"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: the record's own name for it, its words (with the mark of its key), its kind, what stands in it empty.

    `options` are the choices as (value, words); for None as a value, the words of 'nobody'. `beside` puts it on the
    line of the field before it. `needed` fields must hold something before a new record is told. `keys` are letters
    that choose, one for each option in their order. `private` words are for the chair alone: none stand in panel view.
    """

    name: str
    words: str
    kind: Kind = Kind.LINE
    hint: str = ""
    options: tuple[Option, ...] = ()
    beside: bool = False
    needed: bool = False
    lines: int = 3
    keys: str = ""
    private: bool = False


_TEXTS = frozenset({Kind.LINE, Kind.WORDS})
_CHOSEN = frozenset({Kind.CHOICE, Kind.TICK})


def _editor(spec: FieldSpec) -> Editor:
    if spec.kind is Kind.WORDS:
        return GrowingText(spec.lines, 14)
    return DayLine() if spec.kind is Kind.DAY else QLineEdit()


class SpecForm(RecordForm[R], Generic[R]):
    """Edits a record by the fields of a list. `place` names the drafts of one that is being begun."""

    def __init__(
        self,
        blank: R,
        specs: Sequence[FieldSpec],
        place: Callable[[R], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.specs = tuple(specs)
        self._place_name = place
        self._panel: PanelView | None = None
        self.covered: Callable[[R], R] = lambda record: record
        """The record as it may be shown in panel view, where that does not hang on its words alone."""
        self.checks: list[Callable[[R], Sequence[Contradiction]]] = [lambda one: within.contradictions(one, today())]
        """What tells where the record contradicts itself, or what else is known; a page adds what it knows."""
        self.doubt = label("", "doubt", wrap=True)
        self.doubt.hide()
        known = {field.name for field in fields(type(blank))}  # type: ignore[arg-type]  # a record is a dataclass
        for spec in self.specs:
            if spec.name not in known:
                raise LookupError(spec.name)
        self._by_name = {spec.name: spec for spec in self.specs}
        self.choices: dict[str, QComboBox | QCheckBox] = {}
        editors: dict[str, Editor] = {}
        for spec in self.specs:
            if spec.kind in _CHOSEN:
                self.choices[spec.name] = self._chooser(spec)
            else:
                editors[spec.name] = _editor(spec)
                editors[spec.name].setPlaceholderText(spec.hint)
        plain = [spec.name for spec in self.specs if spec.kind in _TEXTS]
        super().__init__(blank, editors, plain, parent)
        self._below = SaidBelow(self)
        self.also = self._chosen_words
        self.given_back.connect(self._choose_again)
        self._build()
        for said in (self._hint, self.doubt):
            self._below.stand(said, ())
        self.show_record(blank)

    def _chooser(self, spec: FieldSpec) -> QComboBox | QCheckBox:
        if spec.kind is Kind.TICK:
            tick = QCheckBox(spec.words)
            tick.setAccessibleName(spec.words.replace("&", ""))
            tick.clicked.connect(self._on_choice)
            return tick
        box = LetterChoice(spec.keys) if spec.keys else ChoiceBox()
        box.setMinimumContentsLength(_LETTERS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in spec.options:
            box.addItem(words, value)
        box.activated.connect(self._on_choice)
        return box

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        self._add_rows(column, self.specs)
        column.addLayout(self._below.foot)

    def _add_rows(self, column: QVBoxLayout, specs: Sequence[FieldSpec]) -> None:
        rows: list[list[FieldSpec]] = []
        for spec in specs:
            if spec.beside and rows:
                rows[-1].append(spec)
            else:
                rows.append([spec])
        for row in rows:
            grid = QGridLayout()
            grid.setHorizontalSpacing(SMALL)
            grid.setVerticalSpacing(HAIR)
            for at, spec in enumerate(row):
                grid.setColumnStretch(at, 1)
                field = self.field(spec.name)
                if spec.kind is not Kind.TICK:
                    name = label(spec.words, "label")
                    name.setBuddy(field)
                    field.setAccessibleName(spec.words.replace("&", ""))
                    grid.addWidget(name, 0, at)
                grid.addWidget(field, 1, at)
            column.addLayout(grid)
            column.addLayout(self._below.below([spec.name for spec in row]))
            column.addSpacing(SMALL)

    def covered_by(self, panel: PanelView) -> None:
        """Show names in its words as panel view says; while it is on nothing is typed or told."""
        self._panel = panel
        panel.changed.connect(self._cover)
        if panel.on:
            self._cover()

    def _cover(self) -> None:
        panel = self._panel
        if panel is None:
            return
        if panel.on and not self._read_only:
            self.commit()
        for chooser in self.choices.values():
            chooser.setEnabled(not panel.on)
        self.doubt.hide()
        self.set_read_only(on=panel.on)
        for spec in self.specs:
            if spec.name in self._editors:
                private = self.tr("For you alone; not shown in panel view") if spec.private else ""
                # In a field that nothing is typed into, a hint would be taken for what it holds.
                self._editors[spec.name].setPlaceholderText(private if panel.on else spec.hint)
        self._show_anew()

    def field(self, name: str) -> QWidget:
        """The widget of a field."""
        return self.choices.get(name) or self._editors[name]

    def offer(self, name: str, options: Sequence[Option]) -> None:
        """Offer these choices in a field; what was chosen stays chosen where it is among them."""
        box = self.choices[name]
        assert isinstance(box, QComboBox)
        if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] == list(options):
            return
        with QSignalBlocker(box):
            box.clear()
            for value, words in options:
                box.addItem(words, value)
        self._choose(name, getattr(self._record, name))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.field(spec.name) for spec in self.specs]

    # Choices and ticks.

    def _on_choice(self) -> None:
        self.typed_also()
        self.commit()
        self._say()

    def _choose(self, name: str, value: object) -> None:
        chooser = self.choices[name]
        with QSignalBlocker(chooser):
            if isinstance(chooser, QCheckBox):
                chooser.setChecked(bool(value))
                return
            wanted = value.value if isinstance(value, StrEnum) else value
            found = (at for at in range(chooser.count()) if _plain(chooser.itemData(at)) == wanted)
            chooser.setCurrentIndex(next(found, 0 if chooser.count() else -1))

    def _chosen(self, name: str) -> object:
        chooser = self.choices[name]
        if isinstance(chooser, QCheckBox):
            return chooser.isChecked()
        value = chooser.currentData()
        before = getattr(self._record, name)
        return type(before)(value) if isinstance(before, StrEnum) else value

    def _chosen_words(self) -> dict[str, str]:
        """What a draft of a new record needs of its choices to be gone on with."""
        chosen = any(self._chosen(name) != getattr(self._record, name) for name in self.choices)
        if not self.is_new or not (chosen or self.unsaved()):
            return {}
        return {name: str(_plain(self._chosen(name))) for name in self.choices}

    def _choose_again(self, words: Mapping[str, str]) -> None:
        if not self.is_new:
            return
        for name in self.choices.keys() & words.keys():
            chooser = self.choices[name]
            if isinstance(chooser, QCheckBox):
                self._choose(name, words[name] == "True")
                continue
            wanted = (chooser.itemData(at) for at in range(chooser.count()))
            self._choose(name, next((each for each in wanted if str(_plain(each)) == words[name]), None))

    # What the form says of a record.

    def texts_of(self, record: R) -> dict[str, str]:
        """What stands in each field before anything is typed."""
        if self._panel is not None and self._panel.on:
            record = self.covered(record)
        texts = {name: _shown(getattr(record, name), self._by_name[name].kind) for name in self._editors}
        if self._panel is not None and self._panel.on:
            hidden = self.tr("Not shown in panel view")
            return {
                name: hidden if self._by_name[name].private else self._panel.shown(text) for name, text in texts.items()
            }
        return texts

    def with_typed(self, record: R, typed: Mapping[str, str]) -> R:
        """The record with what was typed into these fields, and with what is chosen."""
        said = {name: _read(text, self._by_name[name].kind) for name, text in typed.items()}
        chosen = {name: self._chosen(name) for name in self.choices}
        made: R = replace(record, **{**chosen, **said})  # type: ignore[type-var]  # a record is a dataclass
        return made

    def understands(self, name: str, typed: str) -> bool:
        """Whether what stands in a field can be kept; what is needed of a record that is there may not go."""
        spec = self._by_name[name]
        if spec.needed and not typed.strip():
            return self.is_new
        return not typed.strip() or spec.kind in _TEXTS or _read(typed, spec.kind) is not None

    # What contradicts something.

    def held_back(self, typed: Mapping[str, str]) -> set[str]:
        """The fields that cannot be right together, as far as they have been typed just now."""
        return within.held_back(self._contradictions(typed), typed)

    def contradictions(self) -> list[Contradiction]:
        """What the record, as it is typed and understood, says that cannot be or is odd; nothing in panel view."""
        typed = {name: self._editors[name].text() for name in self.unsaved()}
        return self._contradictions({name: text for name, text in typed.items() if self.understands(name, text)})

    def _contradictions(self, typed: Mapping[str, str]) -> list[Contradiction]:
        if self._read_only:
            return []
        record = self.with_typed(self._record, typed)
        return [each for check in self.checks for each in check(record)]

    def look_again(self) -> None:
        """What the checks know has changed."""
        self._say()

    def _say(self) -> None:
        """Say too what is odd and saved all the same; what is refused is said at its fields."""
        before = self._hint.text(), self.doubt.text()
        super()._say()
        held = self.held_back_now()
        said = dict.fromkeys(each.words for each in self.contradictions() if not held & set(each.fields))
        self.doubt.setText("\n".join(said))
        self.doubt.setVisible(bool(said))
        for each, words in zip((self._hint, self.doubt), before, strict=True):
            if each.text() not in ("", words):
                self._below.stand(each, held if each is self._hint else self._fields_of(said))
                self._below.bring(each)

    def _fields_of(self, words: Collection[str]) -> list[str]:
        return [name for each in self.contradictions() if each.words in words for name in each.fields]

    def held_back_now(self) -> set[str]:
        """The fields whose words are kept as a draft, because they contradict another."""
        wrong = self.not_understood()
        return {name for name in wrong if self.understands(name, self._editors[name].text())}

    def may_be_told(self, record: R) -> bool:
        """Whether it has what it needs."""
        return not self.lacking(record)

    def lacking(self, record: R) -> list[str]:
        """The fields that are needed and hold nothing."""
        needed = ((spec.name, getattr(record, spec.name)) for spec in self.specs if spec.needed)
        return [name for name, value in needed if not (value.strip() if isinstance(value, str) else value)]

    def place_of(self, record: R) -> str:
        """The place of its drafts: its kind and id, and what `place` says of one that is being begun."""
        kind = type(record).__name__.lower()
        if record.id:
            return f"{kind}/{record.id}"
        return self._place_name(record) if self._place_name else f"{kind}/new"

    def show_also(self, record: R) -> None:
        """Choose what it has chosen."""
        for name in self.choices:
            self._choose(name, getattr(record, name))

    def words_about(self, wrong: Collection[str]) -> str:
        """What is not understood, missing or contradictory; of each by its name where that is more than one."""
        held = self.held_back_now() & set(wrong)
        if held:
            said = dict.fromkeys(e.words for e in self.contradictions() if e.refused and held & set(e.fields))
            rest = self.words_about([name for name in wrong if name not in held])
            return "\n".join([*said, rest] if rest else said)
        if len(wrong) > 1:
            names = [spec.name for spec in self.specs if spec.name in wrong]
            called = {each: self._by_name[each].words.replace("&", "") for each in names}
            return "\n".join(f"{called[each]}: {self.words_about([each])}" for each in names)
        kinds = {self._by_name[name].kind for name in wrong}
        if kinds & _TEXTS:
            return self.tr("This cannot be empty. Escape puts back what it was.")
        if Kind.YEARLY in kinds:
            return self.tr("Not understood as a day. Try 14 August for every year, or 7 September 2019.")
        if Kind.DAY in kinds:
            return self.tr("Not understood as one day. Try 3 May 2021.")
        if Kind.EDTF in kinds:
            return self.tr("Not understood as a date. Try 3 May 2021, May 2021, or about 2021.")
        if Kind.TIME in kinds:
            return self.tr("Not understood as a time. Try 14:30.")
        if Kind.NUMBER in kinds:
            return self.tr("Not understood as a number.")
        return ""


def _plain(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value


def _shown(value: object, kind: Kind) -> str:
    if kind is Kind.DAY:
        return in_british_words(of_day(value)) if isinstance(value, date) else ""
    if kind is Kind.EDTF:
        return in_british_words(parse(str(value))) if value else ""
    if kind is Kind.YEARLY:
        return avoiding.in_words(str(value)) if value else ""
    if kind is Kind.NUMBER:
        return str(value) if value else ""
    return str(value or "")


def _read(typed: str, kind: Kind) -> Any:  # noqa: ANN401 - as the record's field has it
    """What was typed as the record keeps it; None for what is not understood, and for no day at all."""
    text = typed.strip()
    if kind is Kind.TIME:
        return read_typed_time(text)
    if kind is Kind.NUMBER:
        return int(text) if text.isdecimal() else None if text else 0
    if kind in _TEXTS:
        return text
    if kind is Kind.YEARLY:
        return read_typed_day_of_years(text)
    near = read_near_day(text, today()) if kind is Kind.DAY else None
    if near:
        return near
    found = read_typed_date(text, Years.WORK if kind is Kind.DAY else Years.LIVED) if text else None
    edtf = found.edtf if found and found.edtf != UNKNOWN_TEXT else ""
    if kind is Kind.EDTF:
        return edtf or ("" if not text else None)
    when = parse(edtf) if edtf else None
    return when.earliest if when and when.is_exact else None
