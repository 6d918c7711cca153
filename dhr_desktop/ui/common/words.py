"""Words that several pages say alike: numbers of things, what a doubt offers, what is told of a failure."""

from PySide6.QtCore import QCoreApplication

from dhr_desktop import __version__
from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Doubt, Entry


def counted(number: int, one: str, many: str) -> str:
    """`one` or `many`, both with '{n}' in them: '1 entry', '1,204 entries'."""
    return (one if number == 1 else many).format(n=f"{number:,}")


def reported(entry: Entry) -> str:
    """When an agency was told, or wrote it down, where that is not when it happened: 'reported 20 May 2016, 09:15'.

    '' where it says nothing of it, or the same.
    """
    day = in_british_words(parse(entry.reported_edtf)) if entry.reported_edtf not in ("", entry.date_edtf) else ""
    hour = entry.reported_time if day or entry.reported_time != entry.time else ""
    when = ", ".join(part for part in (day, hour) if part)
    return QCoreApplication.translate("words", "reported {when}").format(when=when) if when else ""


def offered(doubt: Doubt) -> str:
    """What a click would put in the place of what is doubted: 'Set 19 October 2015'; '' where nothing is offered."""
    if not doubt.fix:
        return ""
    words = doubt.fix if doubt.field == "time" else in_british_words(parse(doubt.fix))
    return QCoreApplication.translate("words", "Set {words}").format(words=words)


def details(error: UserError) -> str:
    """What the chair may send to someone who helps: the sentence, its code and the version, and no case data."""
    version = QCoreApplication.translate("words", "DHR Desktop {version}").format(version=__version__)
    return f"{error.what} {error.next_step}\n[{error.code}] {version}"
