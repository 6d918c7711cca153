"""What the Questions page shows, read off the window's thread."""

from dataclasses import dataclass, field

from dhr_desktop.base.clock import today
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import agencies, questions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.question_days import days_overdue
from dhr_desktop.timeline.question_matter import Matter, matters
from dhr_desktop.timeline.questions import Standing, standing


@dataclass(frozen=True, slots=True)
class Listed:
    """A question as it stands in the list."""

    question: Question
    agency: str
    matter: Matter

    @property
    def standing(self) -> Standing:
        """How far it has come."""
        return standing(self.question)

    @property
    def late(self) -> bool:
        """Whether a reply to it is overdue."""
        return days_overdue(self.question, today()) > 0

    def holds(self, words: str) -> bool:
        """Whether all these words are in it."""
        one = self.question
        inside = f"{one.id} {self.agency} {one.words} {one.answer} {one.asked_of} {one.answered_by} {self.matter.words}"
        return all(word in inside.casefold() for word in words.casefold().split())


@dataclass(frozen=True, slots=True)
class Known:
    """All the questions, and the agencies they may be put to."""

    listed: list[Listed] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)

    @property
    def waiting(self) -> list[Listed]:
        """Those that wait for an answer: a letter may ask them."""
        return [one for one in self.listed if one.standing in (Standing.TO_ASK, Standing.ASKED)]

    def by_id(self, question_id: int) -> Listed | None:
        """The question of this id; None when it is not there."""
        return next((one for one in self.listed if one.question.id == question_id), None)


def read_questions(review: Review) -> Known:
    """Read every question with what it is about."""
    every = agencies.listing(review)
    names = {agency.id: agency.name for agency in every}
    asked = questions.listing(review)
    about = matters(review, asked)
    return Known([Listed(one, names.get(one.agency_id, ""), about[one.id]) for one in asked], every)


def read_matter(review: Review, question: Question) -> Matter:
    """What a question is about that has not come into the review yet."""
    return matters(review, [question])[question.id]
