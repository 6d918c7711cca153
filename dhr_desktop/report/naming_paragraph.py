"""The report's own paragraph on its names: who chose each, told gently, and no more than the log says."""

import re
from collections.abc import Iterator, Sequence

from dhr_desktop.domain.documents import Block, Bullets, Note, Text, plain
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.naming_log import deciding, in_order
from dhr_desktop.domain.new_names import is_description
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.phrases import capital
from dhr_desktop.report.material import Material
from dhr_desktop.store import naming

_OPENING = (
    "Those closest to the events of this review were asked, where they could be reached, by what names they and those"
    " they lost should be known in this report. How each name came to be is told here."
)


def paragraph(material: Material) -> Iterator[Block | str | Text]:
    """Blocks for the section on confidentiality; nothing where no step towards a name has been recorded."""
    steps = naming.STEPS.listing(material.review, subject=Subject.PERSON)
    if not steps:
        return
    people = [person for person in material.people if person.role is not Role.PROFESSIONAL]
    told, untold = [], []
    for person in people:
        own = [step for step in steps if step.subject_id == person.id]
        words = _told(material, person, own)
        if words:
            told.append(plain(material.cover.cover(words)))
        elif person.pseudonym and not is_description(person.pseudonym):
            untold.append(person.pseudonym)
    if told:
        yield _OPENING
        yield Bullets(tuple(told))
    if untold:
        names = ", ".join(untold)
        yield Note(plain(f"To be written: how these names were chosen, of which nothing is recorded yet: {names}."))


def _told(material: Material, person: Person, steps: Sequence[NamingStep]) -> str:
    """One person's name in a sentence or two; '' where nothing was recorded that a reader should have."""
    decided = deciding(steps)
    if decided is None:
        return _unnamed(person, steps)
    words = [_decision(material, person, decided, steps)]
    words += _objections(material, person, steps)
    if any(step.act is NamingAct.AGREED for step in steps) and decided.act is not NamingAct.AGREED:
        words.append("The name was then agreed.")
    return " ".join(words)


def _decision(material: Material, person: Person, step: NamingStep, steps: Sequence[NamingStep]) -> str:
    name, who = step.decided, person.relationship or person.role.value
    maker = _maker(material, person, step)
    when = f" in {step.on:%B %Y}" if step.on else ""
    if step.act is NamingAct.DECLINED:
        own = maker == _SELF or not maker
        subject = f"{capital(_subject(who))} was offered a name and did not wish for one"
        return (
            f"{subject}, and is called “{name}”." if own else f"For {who}, {maker} did not wish for a name: “{name}”."
        )
    if step.act is NamingAct.ASSIGNED:
        why = _reason(step.reason, maker or "the chair")
        return f"“{name}” ({who}) is a name given by {maker or 'the chair'}{when}.{why}"
    offered = [each for each in in_order(steps) if each.act is NamingAct.OFFERED and len(each.names) > 1]
    shown = ", from several that were offered" if offered and name in offered[-1].names else ""
    if step.act is NamingAct.AGREED:
        return f"“{name}” ({who}) is the name that {maker or 'those who were asked'} agreed on{when}."
    if maker == _SELF:
        return f"“{name}” ({who}) is the name that they chose for themselves{when}{shown}."
    return f"“{name}” ({who}) was chosen{f' by {maker}' if maker else ''}{when}{shown}."


def _reason(words: str, maker: str) -> str:
    """Why, as a sentence after another; '' where it says no more than whose doing it was."""
    text = words.strip()
    bare = text.casefold().rstrip(".")
    if not text or bare in {f"{done} by {maker.casefold()}" for done in ("set", "given", "chosen", "assigned")}:
        return ""
    return f" {_sentence(text)}" if text[0].isupper() else f" The reason recorded is “{text.rstrip('.')}”."


def _subject(who: str) -> str:
    """A relationship as the beginning of a sentence: 'her mother', 'the friend and former colleague'."""
    first = who.split(maxsplit=1)[0].casefold() if who.split() else ""
    return who if first in _DETERMINED or _OF_SOMEBODY.match(who) else f"the {who}"


_OF_SOMEBODY = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)*['’]")
"""Of whom somebody is the relation: 'Jade's mother', 'Adult A’s friend'."""
_DETERMINED = frozenset({"the", "a", "an", "her", "his", "their", "its", "my", "one", "another"})


def _objections(material: Material, person: Person, steps: Sequence[NamingStep]) -> Iterator[str]:
    """That another thought otherwise, and that it was answered; what was said is between them and the chair."""
    for step in in_order(steps):
        if step.act is NamingAct.OBJECTED:
            maker = _maker(material, person, step) or "another relative"
            maker = "the person so called" if maker == _SELF else maker
            answered = any(each.answers_id == step.id for each in steps if each.act is NamingAct.ANSWERED)
            yield f"{capital(maker)} would have preferred another name{', and this was talked over' * answered}."


def _unnamed(person: Person, steps: Sequence[NamingStep]) -> str:
    acts = {step.act for step in steps}
    who = person.relationship or person.role.value
    named = person.pseudonym if person.pseudonym and not is_description(person.pseudonym) else ""
    who = f"{named} ({who})" if named else capital(_subject(who))
    if NamingAct.DECLINED in acts:
        return f"{who} was offered the choice of a name and did not take it up."
    if NamingAct.NOT_REACHED in acts:
        return f"{who} could not be reached to be asked for a name."
    return ""


_SELF = "\0self"
"""Stands for the person whose name it is."""


def _maker(material: Material, person: Person, step: NamingStep) -> str:
    """Who took a step, in the words of this edition; '' where nobody has said."""
    if step.by_id is None:
        return step.by
    if step.by_id == person.id:
        return _SELF
    maker = next((each for each in material.people if each.id == step.by_id), None)
    if maker is None:
        return step.by
    name = maker.real_name if material.edition.naming is Naming.REAL else maker.pseudonym
    relation = maker.relationship or maker.role.value
    return f"{name} ({relation})" if name and name != relation else relation


def _sentence(words: str) -> str:
    text = capital(words.strip())
    return text if text.endswith((".", "?", "”")) else f"{text}."
