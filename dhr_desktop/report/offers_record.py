"""What was offered to whom as a document: one table of everybody and everything, and below it what is missing and why.

Opportunities stand as rows under their stages and people as columns, so that a usual review is one page across.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.documents import (
    Block,
    Column,
    Document,
    Note,
    Paragraph,
    Run,
    Section,
    Table,
    plain,
)
from dhr_desktop.domain.editions import Edition, Naming
from dhr_desktop.domain.offer_standing import Standing
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.report import file_names, leak_check
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf
from dhr_desktop.store import covered, facts, guidance, offered
from dhr_desktop.store.offered import OffersOf
from dhr_desktop.store.review import Review

TITLE = "What was offered to whom"
MISSING = "not yet offered"
_RENDERERS = {"docx": to_docx, "pdf": to_pdf}
_NAME_SHARE, _PERSON_SHARE = 73, 31
_ABREAST = 6
"""So many people stand beside each other before another table is begun."""
_NOT_THEIRS = "–"
_LEGEND = (
    Run(MISSING, bold=True),
    Run(
        ": missing, for it is due since the first contact, or for the draft since anybody has read one. *: recorded"
        " elsewhere in the review. –: not meant for them. Days are those of the answer, or else of the offer."
    ),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """Somebody with their name in this edition."""

    name: str
    of: OffersOf

    def standing(self, short: str) -> Standing | None:
        return next((each for each in self.of.standings if each.opportunity.short == short), None)


def draft(review: Review, edition: Edition, form: str, progress: Progress = UNWATCHED) -> CheckedFile:
    """Make the document in an edition and a format.

    Raises `leak_check.LeakFound` or `leak_check.NothingCovered` where the edition covers names.
    """
    named = covered.listing(review)
    days = covered.cover(review, edition.naming, named).days
    data = _RENDERERS[form](days.taken_out(build(review, edition)), progress)
    name = file_names.file_name(facts.get(review).reference, TITLE, edition, form)
    return replace(leak_check.check(name, form, data, edition, named, days=days), document=TITLE)


def build(review: Review, edition: Edition) -> Document:
    """The document, dated today."""
    known = facts.get(review)
    cover = covered.cover(review, edition.naming)
    rows = [_Row(cover.person(each.person), each) for each in offered.read(review)]
    parts = (known.reference, known.chair, _counted(rows), f"printed on {in_british_words(of_day(today()))}")
    return Document(
        title=TITLE,
        subtitle=cover.cover(known.name) if edition.naming is Naming.REAL else known.label.value,
        lines=(", ".join(part for part in parts if part),),
        edition=edition,
        brief=True,
        sections=(Section(tuple(_blocks(rows, cover.cover)), landscape=True),),
    )


def _blocks(rows: Sequence[_Row], shown: Callable[[str], str]) -> Iterator[Block]:
    if not rows:
        yield Note(plain("Nobody is involved yet."))
        return
    for start in range(0, len(rows), _ABREAST):
        yield _table(rows[start : start + _ABREAST])
    left_out = " ".join(_left_out(rows, shown))
    reasons = (Run(" Left out for a reason: ", bold=True), Run(left_out)) if left_out else ()
    yield Paragraph((*_LEGEND, *reasons))


def _counted(rows: Sequence[_Row]) -> str:
    missing = sum(row.of.missing for row in rows)
    if not missing:
        return "nothing that is due has been left out"
    return "1 thing is missing" if missing == 1 else f"{missing} things are missing"


def _table(rows: Sequence[_Row]) -> Table:
    """Above what was offered stand the days since which it is due, which say why something is missing."""
    known = [row.of.progress for row in rows]
    cells = [
        ("First contact", *(_short(each.first_contact) or "none yet" for each in known)),
        ("Read the draft", *(_short(each.draft_read) or "not yet" for each in known)),
    ]
    strong: set[tuple[int, int]] = set()
    for short, name in _lines().items():
        standings = [row.standing(short) for row in rows]
        if any(standings):
            strong |= {(len(cells), at + 1) for at, each in enumerate(standings) if each and each.missing}
            cells.append((name, *(_cell(each) for each in standings)))
    columns = (Column("Opportunity", _NAME_SHARE), *(Column(row.name, _PERSON_SHARE) for row in rows))
    return Table(columns, cells, strong=frozenset(strong))


def _lines() -> dict[str, str]:
    """What each line is called: opportunities that are never offered to the same person share one."""
    named: dict[str, list[str]] = {}
    for each in guidance.edition().opportunities:
        named.setdefault(each.short, []).append(each.name)
    return {short: names[0] if len(names) == 1 else f"Home Office {short.lower()}" for short, names in named.items()}


def _cell(standing: Standing | None) -> str:
    if standing is None:
        return _NOT_THEIRS
    if standing.elsewhere:
        return f"{_said(standing.elsewhere.offer)}*"
    if standing.offer.answer is not OfferAnswer.NOT_OFFERED:
        return _said(standing.offer)
    return MISSING if standing.missing else "not offered" if standing.offer.reason else "not due yet"


def _said(offer: Offer) -> str:
    day = (offer.done_on if offer.answer is OfferAnswer.DONE else offer.answered_on) or offer.offered_on
    if day is None or offer.answer is OfferAnswer.NOT_APPLICABLE:
        return offer.answer.value
    return f"{offer.answer.value} {_short(day)}"


def _short(day: date | None) -> str:
    """A day for a narrow column, as '6 Mar 2019'; '' for none."""
    if day is None:
        return ""
    number, month, year = in_british_words(of_day(day)).split()
    return f"{number} {month[:3]} {year}"


def _left_out(rows: Sequence[_Row], shown: Callable[[str], str]) -> Iterator[str]:
    for row in rows:
        for each in row.of.standings:
            offer = each.offer
            if offer.answer in {OfferAnswer.NOT_OFFERED, OfferAnswer.NOT_APPLICABLE} and offer.reason:
                name = each.opportunity.name
                yield f"{row.name}, {name[:1].lower()}{name[1:]}: {_why(offer, shown)}"


def _why(offer: Offer, shown: Callable[[str], str]) -> str:
    return f"{shown(offer.reason).strip().rstrip('.')}."
