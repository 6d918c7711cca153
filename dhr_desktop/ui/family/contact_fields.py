"""The fields of a contact: as it is noted down at speed, and as it is gone over later."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.contact_rules import Logged
from dhr_desktop.domain.contacts import Contact, Direction, Means, Promise, Reached
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, Option

MEANS_KEYS = "lbtxevhmso"
"""A letter for each of the means, in their order."""
REACHED_KEYS = "rnw"
DIRECTION_KEYS = "tf"


@dataclass(frozen=True, slots=True)
class Jotted:
    """A contact as it is noted down, with what was promised in it. `whom_key` is of whom the page showed then."""

    id: int
    on: date | None = None
    means: Means = Means.TELEPHONE
    time: str = ""
    means_words: str = ""
    direction: Direction = Direction.TO
    reached: Reached = Reached.YES
    by: str = ""
    purpose: str = ""
    said: str = ""
    outcome: str = ""
    minutes: int = 0
    next_on: date | None = None
    next_words: str = ""
    promised: str = ""
    promised_by: date | None = None
    whom_key: int = 0

    @property
    def contact(self) -> Contact:
        """The contact itself. Needs its day."""
        assert self.on is not None
        said: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(Contact)}
        return Contact(**said)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What was promised, as the task that it becomes."""
        return (Promise(0, self.promised.strip(), due_on=self.promised_by),) if self.promised.strip() else ()


def place_of(jotted: Jotted) -> str:
    """Where the drafts keep a contact that is being noted down: one for each of whom the page can be about."""
    return f"contact/new/{jotted.whom_key}"


def last_means(log: Sequence[Logged], stakeholder_id: int) -> Means:
    """The means of the contact that was logged last, with this stakeholder where there was one."""
    own = [each.contact for each in log if not stakeholder_id or stakeholder_id in each.whom]
    logged = own or [each.contact for each in log]
    return max(logged, key=lambda contact: contact.id).means if logged else Means.TELEPHONE


def last_maker(log: Sequence[Logged]) -> str:
    """Who, for the review, made the contact that was logged last; '' where that is not known."""
    made = [each.contact for each in log if each.contact.direction is Direction.TO and each.contact.by.strip()]
    return max(made, key=lambda contact: contact.id).by if made else ""


def noting_fields() -> tuple[FieldSpec, ...]:
    """The fields in which a contact is noted down, what is typed every time first."""
    return (
        FieldSpec("on", _tr("Date"), Kind.DAY, needed=True),
        FieldSpec("time", _tr("Time"), Kind.TIME, beside=True),
        _means(),
        FieldSpec("said", _tr("What was said"), Kind.WORDS, lines=4, private=True),
        FieldSpec("promised", _tr("What was promised"), hint=_tr("Becomes a task")),
        FieldSpec("promised_by", _tr("Promised by"), Kind.DAY, hint=_tr("friday, in two weeks, 3 May…")),
        *_later(),
    )


def keeping_fields() -> tuple[FieldSpec, ...]:
    """The fields of a contact that is in the log."""
    return (
        FieldSpec("on", _tr("Date"), Kind.DAY, needed=True),
        FieldSpec("time", _tr("Time"), Kind.TIME, beside=True),
        _means(),
        FieldSpec("said", _tr("What was said"), Kind.WORDS, lines=3, private=True),
        *_later(),
    )


def _means() -> FieldSpec:
    return FieldSpec("means", _tr("Means"), Kind.CHOICE, options=_lettered(Means, MEANS_KEYS), keys=MEANS_KEYS)


def _later() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("reached", _tr("Reached"), Kind.CHOICE, options=_lettered(Reached, REACHED_KEYS), keys=REACHED_KEYS),
        FieldSpec(
            "direction",
            _tr("Direction"),
            Kind.CHOICE,
            options=_lettered(Direction, DIRECTION_KEYS),
            keys=DIRECTION_KEYS,
        ),
        FieldSpec("by", _tr("Made by"), beside=True, hint=_tr("chair, advocate…")),
        FieldSpec("purpose", _tr("Purpose"), Kind.WORDS, lines=1),
        FieldSpec("outcome", _tr("Outcome"), Kind.WORDS, lines=1),
        FieldSpec("next_on", _tr("Next contact planned"), Kind.DAY),
        FieldSpec("next_words", _tr("What for"), beside=True),
        FieldSpec("means_words", _tr("More about the means"), hint=_tr("through the prison, with her mother…")),
        FieldSpec("minutes", _tr("Minutes"), Kind.NUMBER, beside=True),
    )


def _lettered(words: type[Means] | type[Reached] | type[Direction], keys: str) -> tuple[Option, ...]:
    return tuple((each, f"{each.value} ({key.upper()})") for each, key in zip(words, keys, strict=True))


def _tr(words: str) -> str:
    return QCoreApplication.translate("Contacts", words)
