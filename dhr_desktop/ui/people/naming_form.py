"""The form in which one step towards a name is recorded, with what is to be thought of as a name is typed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.contradictions import naming_steps, within
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.naming import NamingAct, NamingStep
from dhr_desktop.domain.naming_log import open_objections
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family.name_checks import Known, NameCheck, checks
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, Option, SpecForm
from dhr_desktop.ui.common.theme import SMALL
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.people.naming_reading import NameRow

CHECK_AFTER = 300
_NAMED_NOW = frozenset({NamingAct.CHOSEN, NamingAct.ASSIGNED, NamingAct.PROPOSED, NamingAct.AGREED})
_SEVERAL = frozenset({NamingAct.OFFERED, NamingAct.PROPOSED})


def _tr(words: str) -> str:
    return QCoreApplication.translate("NamingForm", words)


@dataclass(frozen=True, slots=True)
class Typed:
    """A step as it is typed: `who` is a person's id, or words for nobody of the register."""

    id: int
    who: str = ""
    on: date | None = None
    means: str = ""
    names: str = ""
    reason: str = ""
    answers: int = 0


def fields_of(act: NamingAct) -> list[FieldSpec]:
    """The fields that a step of this kind has."""
    who = _tr("To whom") if act in (NamingAct.OFFERED, NamingAct.NOT_REACHED) else _tr("By whom")
    on = FieldSpec("on", _tr("On"), Kind.DAY, _tr("such as 3 July 2019"), beside=True)
    first = [FieldSpec("who", who, Kind.CHOICE), on]
    means = FieldSpec("means", _tr("By what means"), hint=_tr("such as letter by hand, or telephone"))
    why = FieldSpec("reason", _tr("Why"), Kind.WORDS, lines=2)
    names = FieldSpec("names", _tr("Name"))
    shown = FieldSpec("names", _tr("Names shown"), hint=_tr("with commas between them"))
    return {
        NamingAct.OFFERED: [*first, means, shown],
        NamingAct.PROPOSED: [*first, names, why],
        NamingAct.CHOSEN: [*first, names, means],
        NamingAct.DECLINED: [*first, FieldSpec("names", _tr("Called instead"), hint=_tr("such as a friend")), why],
        NamingAct.ASSIGNED: [*first, names, why],
        NamingAct.OBJECTED: [*first, FieldSpec("reason", _tr("What they said"), Kind.WORDS, lines=2)],
        NamingAct.ANSWERED: [
            FieldSpec("answers", _tr("Which objection"), Kind.CHOICE),
            on,
            FieldSpec("reason", _tr("How it was answered"), Kind.WORDS, lines=2),
        ],
        NamingAct.AGREED: [*first, names],
        NamingAct.NOT_REACHED: [*first, means, why],
    }[act]


_WHY = "why_kept"


class _TypedForm(SpecForm[Typed]):
    """The fields of a step; the draft of one that is in the log already is kept under its own number."""

    def place_of(self, record: Typed) -> str:
        """The place of its drafts."""
        return f"namingstep/{record.id}" if record.id else super().place_of(record)


class StepForm(QWidget):
    """One step that is being recorded, or corrected. `wanted` brings it; `left` says that it is given up."""

    wanted = Signal(object)
    left = Signal()
    asks = Signal(object)
    """A field must hold something before the step can be recorded; it has the keyboard, and wants to be seen."""

    def __init__(
        self,
        context: ReviewContext,
        act: NamingAct,
        row: NameRow,
        known: Known,
        correcting: NamingStep | None = None,
    ) -> None:
        super().__init__()
        self._context, self.act, self._row, self._known = context, act, row, known
        self.correcting = correcting
        """The step of the log that is corrected; None where a new one is recorded."""
        self.found: list[NameCheck] = []
        self.title = label(_titles()[act], "heading")
        self.form: SpecForm[Typed] = _TypedForm(self._blank(), fields_of(act), self._place)
        self.thoughts = label("", "hint", wrap=True)
        self.why_kept = QLineEdit()
        self.why_kept.setPlaceholderText(self.tr("Why the name is kept all the same"))
        self.why_kept.setAccessibleName(self.tr("Why the name is kept all the same"))
        words = self.tr("Save") if correcting else self.tr("&Record")
        self.record = button(words, "primary", self.tell)
        self.give_up = button(self.tr("Cancel"), "quiet", self._leave)
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._build()

    def _build(self) -> None:
        self.form.saves_on_leaving = False
        self.form.checks = [self._against_others]
        for name, chooser in self.form.choices.items():
            self.form.offer(name, self._whom() if name == "who" else self._objections())
            chooser.setAccessibleName(chooser.accessibleName() or name)
        self.bar = QWidget()
        buttons = QHBoxLayout(self.bar)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.record)
        buttons.addWidget(self.give_up)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for each in (self.title, self.form, self.thoughts, self.why_kept):
            column.addWidget(each)
        column.addWidget(self.bar)
        self.thoughts.hide()
        self.why_kept.hide()
        self.why_kept.setText(self.correcting.why_kept if self.correcting else "")
        self.form.show_record(self._blank())
        self._chosen, self.form.also = self.form.also, self._also
        self.form.given_back.connect(lambda words: self.why_kept.setText(words.get(_WHY, self.why_kept.text())))
        self.form.keeps_in(self._context.drafts)
        self.why_kept.textChanged.connect(self.form.typed_also)
        self.form.finished.connect(self.tell)
        self.form.left.connect(self.put_away)
        if self.act in _NAMED_NOW:
            self.form.editor("names").textChanged.connect(lambda *_: self._timer.start())
        self._timer.timeout.connect(self._think)
        self._think()

    def _also(self) -> dict[str, str]:
        """What a draft has beside the fields of the step: what was chosen, and why a name is kept all the same."""
        chosen, why = self._chosen(), self.why_kept.text()
        before = self.correcting.why_kept if self.correcting else ""
        return {**chosen, _WHY: why} if why != before else chosen

    def follow(self, step: NamingStep) -> None:
        """Show the step that is corrected as it now is; what has been typed since stays."""
        self.correcting = step
        self.form.show_record(typed_of(step))

    def take_keyboard(self) -> None:
        """Have the keyboard in the first field."""
        self.form.stops()[0].setFocus()

    @property
    def step(self) -> NamingStep:
        """The step as it stands in the form."""
        typed = self.form.as_typed()
        number = int(typed.who) if typed.who.isdecimal() else None
        to = self.act in (NamingAct.OFFERED, NamingAct.NOT_REACHED)
        warned, why = tuple(each.words for each in self.found if not each.prompt), self.why_kept.text().strip()
        made = self.correcting or NamingStep(0, self._row.subject, self._row.named.id, self.act)
        said: dict[str, Any] = {
            "on": typed.on,
            "means": typed.means.strip(),
            "names": _names(typed.names, several=self.act in _SEVERAL),
            "reason": typed.reason.strip(),
            "answers_id": typed.answers or None,
        }
        asked = {spec.name for spec in self.form.specs} | ({"answers_id"} if self.act is NamingAct.ANSWERED else set())
        made = replace(made, **{name: value for name, value in said.items() if name in asked})
        if "who" in asked and typed.who != who_of(made):
            words = "" if number is not None else typed.who
            made = replace(made, to_id=number) if to else replace(made, by_id=number, by=words)
        if self.act in _NAMED_NOW:
            made = replace(made, warned=warned if why else (), why_kept=why if warned else "")
        return made

    def _against_others(self, typed: Typed) -> list[Contradiction]:
        made = self.correcting or NamingStep(0, self._row.subject, self._row.named.id, self.act)
        made = replace(made, on=typed.on, answers_id=typed.answers or made.answers_id)
        others = naming_steps.contradictions(made, self._row.steps)
        return [*within.contradictions(made, today()), *others]

    def tell(self) -> None:
        """Record it; a day that is not understood, or a name that is kept without a word why, is asked for first."""
        if self.form.not_understood():
            self.form.field(self.form.not_understood()[0]).setFocus()
            self.asks.emit(self.form.field(self.form.not_understood()[0]))
            return
        self.found = self._checked()  # what was typed last counts, though its check has not come back yet
        self._say()
        if self._doubted and not self.why_kept.text().strip() and self.act is not NamingAct.PROPOSED:
            self.why_kept.setFocus()
            self.asks.emit(self.why_kept)
            return
        self.wanted.emit(self.step)

    @property
    def place(self) -> str:
        """Under which name the drafts keep it."""
        return self.form.place_of(self.form.record)

    def keep_again(self) -> None:
        """It was refused: what is typed is a draft again."""
        self.form.keep()

    def forget(self) -> None:
        """It was recorded, or given up: nothing of it is kept, then or when the form is put away."""
        self.form.discard()
        self.form.rest()

    def put_away(self) -> None:
        """Escape: what was begun stays a draft, as it does in every other form."""
        self.form.commit()
        self.form.rest()
        self.left.emit()

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    # What is to be thought of.

    def _think(self) -> None:
        if self.act not in _NAMED_NOW:
            return
        typed, work = self.form.editor("names").text(), self._checking()

        def done(found: list[NameCheck]) -> None:
            if self.form.editor("names").text() == typed:
                self.found = found
                self._say()

        self._context.jobs.read(work, self.tr("Checking the name"), done, owner=self)

    def _checking(self) -> Callable[[Progress], list[NameCheck]]:
        names, named, known = self._names_typed(), self._row.named, self._known

        def work(progress: Progress) -> list[NameCheck]:
            del progress
            return [each for name in names for each in checks(name, named, known)]

        return work

    def _checked(self) -> list[NameCheck]:
        if self.act not in _NAMED_NOW:
            return []
        return [each for name in self._names_typed() for each in checks(name, self._row.named, self._known)]

    def _names_typed(self) -> tuple[str, ...]:
        return _names(self.form.editor("names").text(), several=self.act in _SEVERAL)

    def _say(self) -> None:
        self.thoughts.setText("\n".join(each.words for each in self.found))
        self.thoughts.setVisible(bool(self.found))
        self.why_kept.setVisible(self._doubted)

    @property
    def _doubted(self) -> bool:
        """Whether a name was found to be like another, so that to keep it asks for a reason."""
        return any(not each.prompt for each in self.found)

    # What the form begins with.

    def _blank(self) -> Typed:
        if self.correcting is not None:
            return typed_of(self.correcting)
        pseudonym = self._row.named.pseudonym if self.act is NamingAct.AGREED else ""
        chair = "the chair" if self.act is NamingAct.ASSIGNED else ""
        objections = self._objections() if self.act is NamingAct.ANSWERED else ()
        answers = objections[0][0] if objections else 0  # it stands chosen, so that it is nothing that was begun
        return Typed(0, who=chair, on=today(), names=pseudonym, answers=answers)

    def _place(self, record: Typed) -> str:
        del record
        return place_of(self._row, self.act)

    def _whom(self) -> Sequence[Option]:
        """The chair and the panel may assign; relatives choose, and the person themself comes first."""
        options: list[Option] = []
        if self.act is NamingAct.ASSIGNED:
            options += [("the chair", self.tr("the chair")), ("the panel", self.tr("the panel"))]
        else:
            options.append(("", self.tr("Not said") if self.act is not NamingAct.AGREED else self.tr("All concerned")))
        people = sorted(self._known.people, key=self._nearness)
        who = who_of(self.correcting) if self.correcting else ""
        options += [(str(each.id), each.real_name) for each in people if each.role not in _NEVER or str(each.id) == who]
        if self.act is not NamingAct.ASSIGNED:
            options += [(words, words) for words in (self.tr("the family"), self.tr("the panel"), self.tr("the chair"))]
        if who not in [value for value, _ in options]:
            options.append((who, who or self.tr("Not said")))
        return options

    def _nearness(self, person: Person) -> tuple[bool, bool]:
        own = isinstance(self._row.named, Person) and person.id == self._row.named.id
        return not own, person.role is not Role.FAMILY

    def _objections(self) -> Sequence[Option]:
        names = {person.id: person.real_name for person in self._known.people}
        answered = self.correcting.answers_id if self.correcting else None
        offered = [each for each in self._row.steps if each.id == answered] + open_objections(self._row.steps)
        return [
            (step.id, f"{names.get(step.by_id or 0, step.by)}, {in_british_words(of_day(step.on)) if step.on else ''}")
            for step in offered
        ]


_NEVER = frozenset({Role.VICTIM, Role.PROFESSIONAL})


def who_of(step: NamingStep) -> str:
    """Whom the form asks for: to whom it was offered, or by whom it was done."""
    one = step.to_id if step.act in (NamingAct.OFFERED, NamingAct.NOT_REACHED) else step.by_id
    return str(one) if one else step.by


def place_of(row: NameRow, act: NamingAct) -> str:
    """Where the drafts keep a step of a kind that is begun towards a name."""
    return f"naming/{row.subject}/{row.named.id}/{act.name.lower()}"


def typed_of(step: NamingStep) -> Typed:
    """A step of the log as it stands in the form."""
    return Typed(step.id, who_of(step), step.on, step.means, ", ".join(step.names), step.reason, step.answers_id or 0)


def _names(typed: str, *, several: bool) -> tuple[str, ...]:
    parts = re.split(r"[,;\n]", typed) if several else [typed]
    return tuple(name for part in parts if (name := part.strip()))


def _titles() -> dict[NamingAct, str]:
    return {
        NamingAct.OFFERED: _tr("A choice of name was offered"),
        NamingAct.PROPOSED: _tr("A name was proposed"),
        NamingAct.CHOSEN: _tr("A name was chosen"),
        NamingAct.DECLINED: _tr("A name was declined"),
        NamingAct.ASSIGNED: _tr("A name is assigned"),
        NamingAct.OBJECTED: _tr("Somebody objects to the name"),
        NamingAct.ANSWERED: _tr("An objection was answered"),
        NamingAct.AGREED: _tr("The name is agreed"),
        NamingAct.NOT_REACHED: _tr("They could not be reached"),
    }
