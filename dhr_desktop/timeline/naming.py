"""How steps call entries, so that each is called alike wherever the chair meets it: in menus and in the history."""

from dhr_desktop.domain.counting import counted as things
from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry


def named(entry: Entry) -> str:
    """One entry by its date, which is how the chair knows it: 'entry of 4 May 2016'."""
    when = entry.when
    return "entry of unknown date" if when.is_unknown else f"entry of {in_british_words(when)}"


def counted(number: int) -> str:
    """Entries by their number: '1 entry', '1,204 entries'."""
    return things(number, "entry", "entries")
