"""What the Gaps page says of all gaps as a whole."""

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.gap_words import counted
from dhr_desktop.domain.period import End
from dhr_desktop.ui.gaps.reading import Found


def _tr(words: str) -> str:
    return QCoreApplication.translate("Gaps", words)


def about(found: Found) -> str:
    """Which time is looked at, why that, and what is left out; '' where there is nothing to look at."""
    period = found.period
    if period is None:
        return ""
    first, last = in_british_words(of_day(period.first)), in_british_words(of_day(period.last))
    said = [
        _tr("From {first} to {last}{why}.").format(first=first, last=last, why=_why(period.first_is, period.last_is))
    ]
    if found.undated == 1:
        said.append(_tr("One record without a date is left out: it may fall in any gap."))
    elif found.undated:
        words = _tr("{n} records without a date are left out: each may fall in any gap.")
        said.append(words.format(n=f"{found.undated:,}"))
    said.append(_tr("What the family or interviews tell does not end a gap."))
    return " ".join(said)


def _why(first: End, last: End) -> str:
    if first is End.SCOPE and last is End.SCOPE:
        return _tr(", the period of the review")
    begins = _tr("the review's first day") if first is End.SCOPE else _tr("the first record")
    ends = {
        End.SCOPE: _tr("its last day"),
        End.DEATH: _tr("the death"),
        End.RECORD: _tr("the last record"),
    }[last]
    return _tr(" ({begins} to {ends}; the period is set on the overview)").format(begins=begins, ends=ends)


def none_of(whose: str, shortest: int) -> str:
    """Why the list is empty, and what to do."""
    if whose:
        words = _tr("{whose} was never silent for {days} or longer. Choose a shorter length to see more.")
        return words.format(whose=whose, days=counted(shortest))
    words = _tr("There is no gap of {days} or longer. Choose a shorter length, or an agency, to see more.")
    return words.format(days=counted(shortest))
