"""Commands over pregnancies, each one step named for the Edit menu."""

from dhr_desktop.domain.pregnancies import Pregnancy
from dhr_desktop.family import changing
from dhr_desktop.family.changing import Step
from dhr_desktop.store.kinship import PREGNANCIES
from dhr_desktop.store.review import Review


def add(review: Review, pregnancy: Pregnancy, initiator: object | None = None) -> Pregnancy:
    """Note a pregnancy; returns it with its id."""
    return changing.add(review, PREGNANCIES, pregnancy, Step("Add a pregnancy", initiator))


def change(review: Review, after: Pregnancy, before: Pregnancy, sitting: object | None = None) -> None:
    """Change what is known of a pregnancy. Raises `changing.RecordGone`."""
    changing.change(review, PREGNANCIES, after, Step("Change a pregnancy", sitting=sitting), before)


def remove(review: Review, pregnancy_id: int, initiator: object | None = None) -> None:
    """Take a pregnancy out."""
    changing.remove(review, PREGNANCIES, pregnancy_id, Step("Remove a pregnancy", initiator))
