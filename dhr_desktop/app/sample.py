"""The fictional Aldermarsh review that the program carries: nine agencies' files, a register, the review's facts."""

from pathlib import Path

from dhr_desktop.base import resources
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family.register_file import read_register

_FOLDER = "sample/aldermarsh"


def submissions() -> list[Path]:
    """The nine agencies' files as first sent, in the order of their numbers."""
    folder = resources.path(f"{_FOLDER}/submissions")
    return [file for file in sorted(folder.iterdir()) if not file.stem.endswith("_v2")]


def register() -> list[Person]:
    """The people of the review with every form of their names."""
    return read_register(resources.path(f"{_FOLDER}/people.csv").read_bytes())


def facts() -> ReviewFacts:
    """What is known of the review as a whole."""
    found = resources.from_json(f"{_FOLDER}/review.json")
    milestones = {milestone["what"]: milestone["date"] for milestone in found["milestones"]}
    return ReviewFacts(
        name="Aldermarsh (fictional)",
        reference=found["csp"]["review_reference"],
        partnership=found["csp"]["name"],
        chair=found["chair"]["name"],
        died_on=milestones["Death"],
        scope_from=found["scope"]["from"],
        scope_to=found["scope"]["to"],
        terms=tuple(found["terms_of_reference"]),
    )
