"""The fields of what is known of a stakeholder, in the cards in which they stand."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.stakeholders import Consent, Group, Involvement, Standing
from dhr_desktop.ui.common.card_form import CardSpec
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, Option


def _tr(words: str) -> str:
    return QCoreApplication.translate("AboutFields", words)


def options(words: Iterable[StrEnum]) -> tuple[Option, ...]:
    """Each word of an enum as a choice."""
    return tuple((each, each.value) for each in words)


def cards() -> list[CardSpec]:
    """Who they are and how to reach them on the one side, taking part on the other."""
    return [
        CardSpec(_tr("Who they are"), _who()),
        CardSpec(_tr("How to reach them"), _reaching()),
        CardSpec(_tr("Taking part"), _taking_part(), second=True),
        CardSpec(_tr("Consent"), _consent(), second=True),
        CardSpec(_tr("Police and the criminal case"), _police(), second=True),
    ]


def _who() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("group", _tr("Approached as"), Kind.CHOICE, options=options(Group)),
        FieldSpec(
            "preferred_name", _tr("Preferred name"), hint=_tr("As letters address them"), beside=True, private=True
        ),
        FieldSpec("relation", _tr("Relation to the victim")),
        FieldSpec("next_of_kin", _tr("Next of kin"), Kind.TICK),
        FieldSpec(
            "caution",
            _tr("Take care"),
            Kind.WORDS,
            _tr("Health or safety, shown above whenever they are"),
            lines=2,
            private=True,
        ),
    )


def _reaching() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("means", _tr("Preferred way"), hint=_tr("Home visit, or telephone"), private=True),
        FieldSpec("hours", _tr("Preferred time"), hint=_tr("After 7pm; works shifts"), private=True),
        FieldSpec("avoid_means", _tr("To be avoided"), hint=_tr("Not by post"), beside=True, private=True),
        FieldSpec("language", _tr("Language")),
        FieldSpec("interpreter", _tr("Interpreter"), hint=_tr("Who, and how booked"), beside=True, private=True),
        FieldSpec("access_needs", _tr("Access needs"), hint=_tr("Large print; step-free"), private=True),
    )


def _taking_part() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("involvement", _tr("Wish"), Kind.CHOICE, options=options(Involvement)),
        FieldSpec("update_days", _tr("Update every … days"), Kind.NUMBER, beside=True),
        FieldSpec("asked_on", _tr("Asked on"), Kind.DAY),
        FieldSpec("ask_again_on", _tr("Ask again on"), Kind.DAY, beside=True),
        FieldSpec("involvement_words", _tr("In their words"), Kind.WORDS, lines=2, private=True),
        FieldSpec(
            "not_to_hear",
            _tr("Does not want to hear"),
            Kind.WORDS,
            _tr("Such as medical details"),
            lines=2,
            private=True,
        ),
    )


def _consent() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("contribute", _tr("To contribute"), Kind.CHOICE, options=options(Consent)),
        FieldSpec("contribute_words", _tr("The report says of it"), hint=_tr("No reply to two letters"), beside=True),
        FieldSpec("photograph", _tr("Photograph"), Kind.CHOICE, options=options(Consent)),
        FieldSpec("tribute", _tr("Tribute or pen portrait"), Kind.CHOICE, options=options(Consent), beside=True),
    )


def _police() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("liaison_officer", _tr("Family liaison officer")),
        FieldSpec("liaison_force", _tr("Force"), beside=True),
        FieldSpec("liaison_contact", _tr("How to reach the officer"), private=True),
        FieldSpec("standing", _tr("Standing in the case"), Kind.CHOICE, options=options(Standing)),
        FieldSpec("restricted_until", _tr("Contact restricted until"), hint=_tr("The trial has ended"), beside=True),
        FieldSpec("officer_consulted_on", _tr("Senior officer consulted on"), Kind.DAY),
        FieldSpec("officer_answer", _tr("Answer"), beside=True),
    )
