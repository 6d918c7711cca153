"""What the chair does to saved views: each is one step."""

from collections.abc import Collection
from dataclasses import replace
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.store import views
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.review import Review
from dhr_desktop.store.views import SavedView


class ViewNameTaken(UserError):
    """Two views would have one name, whatever its capitals."""

    code: ClassVar[str] = "T080"


class ViewNameless(UserError):
    """A view was to have no name."""

    code: ClassVar[str] = "T081"


class ViewGone(UserError):
    """The view was removed before this change reached it."""

    code: ClassVar[str] = "T082"


def save_view(
    review: Review,
    name: str,
    wanted: EntryFilter,
    shape: str = "{}",
    reserved: Collection[str] = (),
    initiator: object | None = None,
) -> SavedView:
    """Keep filters, and how the table stands, under a name, after the views that are there.

    `reserved` are the names of the views that are always there. Raises `ViewNameless` and `ViewNameTaken`.
    """
    there = views.listing(review)
    plain = _free(name, there, reserved)
    place = max((view.place for view in there), default=-1) + 1
    with review.journal.step(f"Save view “{plain}”", initiator):
        return views.add(review, SavedView(0, plain, wanted, shape, place))


def replace_view(
    review: Review, view_id: int, wanted: EntryFilter, shape: str = "{}", initiator: object | None = None
) -> None:
    """Have a view keep other filters, and how the table stands now. Raises `ViewGone`."""
    before = _found(views.listing(review), view_id)
    after = replace(before, wanted=wanted, shape=shape)
    if after != before:
        with review.journal.step(f"Change view “{before.name}”", initiator):
            views.change(review, after)


def rename_view(
    review: Review, view_id: int, name: str, reserved: Collection[str] = (), initiator: object | None = None
) -> None:
    """Give a view another name. Raises `ViewGone`, `ViewNameless` and `ViewNameTaken`."""
    there = views.listing(review)
    before = _found(there, view_id)
    plain = _free(name, [view for view in there if view.id != view_id], reserved)
    if plain != before.name:
        with review.journal.step(f"Rename view “{before.name}” to “{plain}”", initiator):
            views.change(review, replace(before, name=plain))


def remove_view(review: Review, view_id: int, initiator: object | None = None) -> None:
    """Delete a view; the entries are untouched. Raises `ViewGone`."""
    before = _found(views.listing(review), view_id)
    with review.journal.step(f"Delete view “{before.name}”", initiator):
        views.remove(review, view_id)


def move_view(review: Review, view_id: int, to: int, initiator: object | None = None) -> None:
    """Put a view at a place among the others, counted from 0. Raises `ViewGone`."""
    there = views.listing(review)
    moving = _found(there, view_id)
    others = [view for view in there if view.id != view_id]
    after = [*others[: max(to, 0)], moving, *others[max(to, 0) :]]
    if after == there:
        return
    with review.journal.step(f"Move view “{moving.name}”", initiator):
        for place, view in enumerate(after):
            if view.place != place:
                views.change(review, replace(view, place=place))


def _found(there: list[SavedView], view_id: int) -> SavedView:
    for view in there:
        if view.id == view_id:
            return view
    raise ViewGone("This view is no longer there.", "Undo brings it back if it was deleted by mistake.")


def _free(name: str, others: list[SavedView], reserved: Collection[str]) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise ViewNameless("The view has no name.", "Type a few words, such as “Police, not yet read”.")
    taken = {each.casefold() for each in (*reserved, *(view.name for view in others))}
    if plain.casefold() in taken:
        raise ViewNameTaken(f"There is already a view called “{plain}”.", "Choose another name.")
    return plain
