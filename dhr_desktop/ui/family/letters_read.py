"""What the section 'Letters' shows and saves of one letter, read in one go and off the screen's thread."""

from dataclasses import dataclass

from dhr_desktop.base.clock import today
from dhr_desktop.domain.letters import LetterTemplate, filled
from dhr_desktop.domain.offer_standing import day_words
from dhr_desktop.domain.stakeholders import DateToAvoid
from dhr_desktop.family import avoiding, letters
from dhr_desktop.report.person_letter import PersonLetter
from dhr_desktop.store import facts, letter_templates
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Asked:
    """One letter to one reader, or the template of its occasion. `typed` is what the chair has said for this letter."""

    person_id: int
    key: str
    of_template: bool
    typed: dict[str, str]

    @property
    def place(self) -> tuple[int, str, bool]:
        """What it is of, whatever was typed for it."""
        return self.person_id, self.key, self.of_template


@dataclass(frozen=True, slots=True)
class LetterRead:
    """A letter as the template fills it, with the template and the days to avoid. `filled` is '' where nobody reads it.

    It is so for somebody who is a stakeholder no longer.
    """

    asked: Asked
    template: LetterTemplate
    filled: str
    dates: tuple[DateToAvoid, ...]


def read_letter(review: Review, asked: Asked) -> LetterRead:
    """Safe in any thread."""
    template = letter_templates.template(review, asked.key)
    dates = tuple(avoiding.watched(review))
    if asked.of_template:
        return LetterRead(asked, template, template.body, dates)
    try:
        known = letters.addressed(review, asked.person_id, today(), asked.typed)
    except LookupError:
        return LetterRead(asked, template, "", dates)
    return LetterRead(asked, template, filled(template.body, known.facts), dates)


def to_print(review: Review, asked: Asked, text: str) -> PersonLetter:
    """The letter as it goes to the printer; `text` is what the chair has made of it. Safe in any thread."""
    known = letters.addressed(review, asked.person_id, today(), asked.typed)
    return PersonLetter(
        letter_templates.template(review, asked.key).name,
        text,
        known.person.real_name,
        known.address,
        day_words(today()),
        facts.get(review).reference,
    )
