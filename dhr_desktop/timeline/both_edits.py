"""Lets two edits of one record stand that were made shortly after each other, the later before it saw the earlier."""

from dataclasses import fields, replace
from typing import TypeVar

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event, Question

_Record = TypeVar("_Record", Entry, Event, Question)


def both(before: _Record, wanted: _Record, since: _Record | None) -> _Record:
    """The record as it stands (`before`) with what `wanted` changes in it, beside how the chair saw it (`since`).

    Without `since` it is simply what is wanted.
    """
    if since is None:
        return wanted
    names = [field.name for field in fields(wanted) if getattr(wanted, field.name) != getattr(since, field.name)]
    return replace(before, **{name: getattr(wanted, name) for name in names})
