"""The ways from one page of a review to another. The pages do not know one another: the room leads."""

from PySide6.QtCore import QObject, Signal


class Ways(QObject):
    """A page says where the chair wants to go; the room of the review shows the page and tells it what to show."""

    entries_wanted = Signal(object)
    """The ids of entries (a list) to show on the timeline; the first is chosen."""
    event_wanted = Signal(int)
    """An event, by its id."""
    suggestions_wanted = Signal(int)
    """What is suggested about an entry, by its id."""
    disagreements_wanted = Signal(int)
    """The disagreements of an event, by its id."""
    question_wanted = Signal(object)
    """A `domain.events.Question`: one that is there, or with id 0 one that the chair is about to ask."""
    days_wanted = Signal(str, str, int)
    """A gap in the records as two ISO days, and the id of the agency concerned; 0 for all of them."""
    left_to_do = Signal(str, int)
    """A page has counted what is left to do on it: its name, and how much."""
    history_wanted = Signal(int)
    """What was done to an entry, by its id; it opens beside the page."""
    person_history_wanted = Signal(int)
    """What was done to somebody of the register and to all that is theirs, by their id; it opens beside the page."""
    person_wanted = Signal(int)
    """Somebody of the register, by their id."""
    involved_wanted = Signal(int, str)
    """Somebody whom the review involves, by their id in the register (0 for everyone), and a section's key or ''."""
