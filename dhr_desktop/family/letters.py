"""Letters to stakeholders: what is filled in for one of them, what speaks against sending, and the commands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dhr_desktop.domain.contacts import Contact, ContactWith, Means
from dhr_desktop.domain.identifiers import IdentifierKind
from dhr_desktop.domain.letters import LetterTemplate, filled
from dhr_desktop.domain.offer_standing import day_words
from dhr_desktop.domain.people import FormKind, Person, Role
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, Stakeholder
from dhr_desktop.store import facts, involvement, kinship, letter_templates, people
from dhr_desktop.store.review import Review

_POST = ("post", "letter")
_NO = ("not by", "no ", "never", "avoid", "without")


@dataclass(frozen=True, slots=True)
class Addressed:
    """A letter's reader, and what is known for it by the name of its field."""

    person: Person
    stakeholder: Stakeholder
    address: str
    facts: dict[str, str]


def addressed(review: Review, person_id: int, on: date, typed: dict[str, str]) -> Addressed:
    """What is put into a letter to somebody. `typed` is what the chair has said for this letter, by field.

    Raises LookupError for somebody who is not a stakeholder.
    """
    register = people.listing(review)
    person = next((each for each in register if each.id == person_id), None)
    found = involvement.STAKEHOLDERS.listing(review, person_id=person_id)
    if person is None or not found:
        raise LookupError(person_id)
    who, known = found[0], facts.get(review)
    contact = typed.get("contact", "").strip().rstrip(".")
    said = {
        "name": called(person, who),
        "victim": _victim(register),
        "chair": known.chair,
        "reference": known.reference,
        "partnership": known.partnership,
        "review": known.label.value,
        "date": day_words(on),
        "contact": f"You can reach me at {contact}." if contact else "",
    }
    said |= {name: words.strip() for name, words in typed.items() if name != "contact" and words.strip()}
    said["advocate"] = _advocate(review, who, said)
    return Addressed(person, who, _address(review, person.id), {name: words for name, words in said.items() if words})


def called(person: Person, who: Stakeholder) -> str:
    """How to begin a letter to somebody: as they like to be called, or by the whole name where nobody has said."""
    return who.preferred_name.strip() or person.real_name


def _victim(register: Sequence[Person]) -> str:
    victim = next((person for person in register if person.role is Role.VICTIM), None)
    if victim is None:
        return ""
    first = next((form.form for form in victim.forms if form.kind is FormKind.FIRST), "")
    return first or victim.real_name.split()[0] if victim.real_name.split() else ""


def _advocate(review: Review, who: Stakeholder, said: dict[str, str]) -> str:
    """Who is at their side, or who can help; a piece that the chair has rewritten may have any field of a letter."""
    chosen = [each for each in involvement.ADVOCACY.listing(review, stakeholder_id=who.id) if _has(each)]
    named = _named(chosen[-1]) if chosen else ""
    return filled(letter_templates.helping(review, who.group, has_advocate=bool(chosen)), {**said, "named": named})


def _named(advocacy: Advocacy) -> str:
    """The beginning of a sentence about their advocate."""
    if not advocacy.advocate:
        return f"Your advocate from {advocacy.service}" if advocacy.service else "Your advocate"
    return f"Your advocate, {advocacy.advocate}{f' of {advocacy.service}' if advocacy.service else ''},"


def _has(each: Advocacy) -> bool:
    return each.ended_on is None and (each.began_on is not None or each.answer is AdvocacyAnswer.ACCEPTED)


def _address(review: Review, person_id: int) -> str:
    known = kinship.IDENTIFIERS.listing(review, person_id=person_id, kind=IdentifierKind.ADDRESS)
    current = [each for each in known if not each.until]
    return current[-1].value if current else ""


def against_post(who: Stakeholder) -> str:
    """Why a letter may not be what they wish, as a sentence; '' where nothing is said against it."""
    avoid = who.avoid_means.casefold()
    if any(word in avoid for word in _POST):
        return f"They asked not to be reached in this way: {who.avoid_means.rstrip('.')}."
    parts = [part.strip() for part in who.means.replace(",", ";").split(";")]
    against = [part for part in parts if any(no in part.casefold() for no in _NO) and _names_post(part)]
    return f"They asked: {against[0].rstrip('.')}." if against else ""


def _names_post(words: str) -> bool:
    return any(word in words.casefold() for word in _POST)


# Commands.


def rewrite(review: Review, template: LetterTemplate, initiator: object | None = None) -> None:
    """Keep the chair's own words for an occasion, for this review; words that are there already leave no step."""
    known = letter_templates.template(review, template.key)
    body = template.body.strip()
    if body == known.body:
        return
    with review.journal.step(f"Rewrite the letter “{known.name}”", initiator):
        if known.id:
            involvement.LETTERS.change(review, replace(known, body=body))
        else:
            involvement.LETTERS.add(review, replace(known, body=body))


def reset(review: Review, key: str, initiator: object | None = None) -> None:
    """Have the program's own words for an occasion again; where they were never changed there is no step."""
    known = letter_templates.template(review, key)
    if known.id:
        with review.journal.step(f"Put back the letter “{known.name}”", initiator):
            involvement.LETTERS.remove(review, known.id)


def note_in_log(
    review: Review, stakeholder_id: int, occasion: str, on: date, means: Means, initiator: object | None = None
) -> Contact:
    """Note in the log of contacts that a letter went to somebody, as one step."""
    name = letter_templates.template(review, occasion).name
    with review.journal.step("Note a letter in the log of contacts", initiator):
        made = involvement.CONTACTS.add(review, Contact(0, on, means, by="chair", purpose=name))
        involvement.CONTACT_WITH.add(review, ContactWith(0, made.id, stakeholder_id))
    return made
