"""What speaks against sending a letter as it stands: said while it is written, and asked before it is saved."""

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from dhr_desktop.base.clock import today
from dhr_desktop.domain import avoiding
from dhr_desktop.domain.dates import exact_day
from dhr_desktop.domain.letters import left_open
from dhr_desktop.domain.offer_standing import day_words
from dhr_desktop.domain.stakeholders import DateToAvoid
from dhr_desktop.family import letters
from dhr_desktop.ui.common.typed_dates import read_typed_date
from dhr_desktop.ui.family.whom import Whom

_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b")


def warnings(dates: Sequence[DateToAvoid], whom: Whom, text: str, typed: dict[str, str]) -> list[str]:
    """Sentences, the gravest first; none where nothing speaks against it."""
    who = whom.stakeholder
    if who is None:
        return []
    said = []
    still_open = left_open(text)
    if still_open:
        words = _tr("Not filled in yet: {fields}. Put the words in, or take the sentence out.")
        said.append(words.format(fields=", ".join(still_open)))
    against = letters.against_post(who)
    if against:
        said.append(against)
    for name in ("meeting", "publication"):
        day = day_in(typed.get(name, ""))
        if day:
            said += [_tr("{day}: {near}.").format(day=day_words(day), near=each) for each in _near(day, dates, who.id)]
    said += [_tr("Today: {near}.").format(near=each) for each in _near(today(), dates, who.id)]
    return said


def _near(day: date, dates: Sequence[DateToAvoid], stakeholder_id: int) -> list[str]:
    return [each.rstrip(".") for each in avoiding.near(day, dates, {stakeholder_id})]


def day_in(words: str) -> date | None:
    """The day that stands in the words for a meeting; None where there is none."""
    found = _DAY.search(words)
    read = read_typed_date(found[0]) if found else None
    return exact_day(read.edtf) if read else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("Letters", words)
