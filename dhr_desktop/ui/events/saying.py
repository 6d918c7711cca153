"""The words in which suggestions and events are told in the lists: how surely, when, by whom."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.dates import EdtfDate, in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Event
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.words import counted

translate = QCoreApplication.translate
_VERY, _LIKELY = 0.85, 0.7
_FEW = 2


def surely(score: float) -> str:
    """How surely accounts tell of one happening, in words and as a number: 'Very likely (0.93)'."""
    if score >= _VERY:
        words = translate("saying", "Very likely ({score})")
    elif score >= _LIKELY:
        words = translate("saying", "Likely ({score})")
    else:
        words = translate("saying", "Possible ({score})")
    return words.format(score=f"{score:.2f}")


def days(whens: Iterable[EdtfDate]) -> str:
    """The dates of accounts, each once and in their order: 'A and B', or 'A to B' of more than two."""
    words = list(dict.fromkeys(in_british_words(when) for when in whens))
    if len(words) > _FEW:
        return translate("saying", "{first} to {last}").format(first=words[0], last=words[-1])
    return (
        translate("saying", "{first} and {last}").format(first=words[0], last=words[1])
        if len(words) == _FEW
        else words[0]
    )


def moment(event: Event, accounts: Sequence[Entry]) -> str:
    """When an event was: as the chair has chosen, or as its accounts say."""
    date = in_british_words(event.when) if event.date_edtf else days(each.when for each in accounts)
    return ", ".join(part for part in (date, event.time) if part)


def owners(accounts: Iterable[Entry], agencies: Mapping[int, Agency]) -> list[Agency]:
    """The agencies that tell, each once, in the order of their accounts."""
    ids = dict.fromkeys(entry.agency_id for entry in accounts)
    return [agencies.get(one) or Agency(one, "", 0) for one in ids]


def agencies_counted(number: int) -> str:
    """'1 agency', '3 agencies'."""
    return counted(number, translate("saying", "{n} agency"), translate("saying", "{n} agencies"))


def accounts_counted(number: int) -> str:
    """'1 account', '3 accounts'."""
    return counted(number, translate("saying", "{n} account"), translate("saying", "{n} accounts"))


def first_words(accounts: Sequence[Entry]) -> str:
    """How the first account begins."""
    return " ".join(accounts[0].text.split()) if accounts else ""


def told_in_words(entry: Entry) -> str:
    """What an account tells, with its date, for a search to look in."""
    return f"{_day_in_words(entry.date_edtf)} {entry.text} {entry.action} {entry.source} {entry.reference}"


@remembered(10_000)
def _day_in_words(edtf: str) -> str:
    """A date in words; a search asks for thousands of them, which are mostly the same few."""
    return in_british_words(parse(edtf))
