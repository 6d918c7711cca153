"""What an agency is asked for: the facts of a request, and the words in which it is put."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from dhr_desktop.base import resources
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.reviews import ReviewFacts


@dataclass(frozen=True, slots=True)
class Request:
    """A request to one agency. Dates are EDTF text or ''. `review` is how the review is called in it, without a name.

    `subjects` names the people concerned only if the chair has typed them.
    """

    agency: str
    review: str
    start: str = ""
    end: str = ""
    due: str = ""
    contact: str = ""
    chair: str = ""
    partnership: str = ""
    subjects: str = ""

    @property
    def file_stem(self) -> str:
        """A name for its files, in letters that every system takes."""
        name = f"Chronology for {self.review} - {self.agency}"
        return " ".join("".join(c if c.isalnum() or c in " -_.," else " " for c in name).split()).strip(" .")[:120]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the form. `check` is 'date', 'time', 'seen' or ''."""

    heading: str
    width: float
    prompt: str
    check: str = ""


def of_review(facts: ReviewFacts, agency: str) -> Request:
    """A request with what is known of the review; its working name, which may hold a person's, is left out."""
    return Request(
        agency=agency,
        review=f"{facts.label.value} {facts.reference}".strip(),
        start=facts.scope_from,
        end=facts.scope_to,
        chair=facts.chair,
        partnership=facts.partnership,
    )


def columns() -> tuple[Column, ...]:
    """The columns of the form, in order. Their headings are of UK agencies' own templates."""
    return tuple(Column(**column) for column in _resource()["columns"])


def words(name: str) -> Any:  # noqa: ANN401 - a text, or a list of them
    """A text of the form that holds no fact of the request."""
    return _resource()["words"][name]


def titles(request: Request, *, in_word: bool = False) -> tuple[str, str, str]:
    """The three lines at the head of the form: the agency, the review and the period, and when to return it."""
    head = words("title").format(**_facts(request))
    back = words("return_in_word" if in_word else "return").format(**_facts(request))
    return request.agency, f"{request.review} · {head}", back


def guide(request: Request) -> list[tuple[str, tuple[str, ...]]]:
    """The guidance: headings with their paragraphs."""
    return [
        (section["title"], tuple(text.format(**_facts(request)) for text in section["text"]))
        for section in _resource()["guide"]
    ]


def letter(request: Request) -> tuple[str, tuple[str, ...]]:
    """The covering letter: its title and paragraphs."""
    found = _resource()["letter"]
    return found["title"], tuple(text.format(**_facts(request)) for text in found["paragraphs"])


def rows_in_word() -> int:
    """How many blank rows the form has in Word, where rows are drawn."""
    return int(_resource()["rows_in_word"])


@cache
def _resource() -> dict[str, Any]:
    return resources.toml("requests/request.toml")


def _facts(request: Request) -> dict[str, str]:
    said = _resource()["letter"]
    partnership = said["partnership"].format(partnership=request.partnership) if request.partnership else ""
    subjects = said["subjects"].format(subjects=request.subjects) if request.subjects else said["no_subjects"]
    return {
        "agency": request.agency,
        "review": request.review,
        "period": _period(request),
        "due": _words(request.due) or said["no_due"],
        "contact": request.contact or said["no_contact"],
        "chair": f"{request.chair}\n{said['chair']}" if request.chair else said["chair"],
        "partnership": partnership,
        "subjects": subjects,
    }


def _period(request: Request) -> str:
    said = _resource()["letter"]
    if request.start and request.end:
        return str(said["period"].format(start=_words(request.start), end=_words(request.end)))
    if request.start or request.end:
        return str(said["since" if request.start else "until"].format(day=_words(request.start or request.end)))
    return str(said["whole_period"])


def _words(edtf: str) -> str:
    return in_british_words(parse(edtf)) if edtf else ""
