"""How each opportunity stands for somebody: what became of it, whether it is missing, and why, as a sentence."""

from dataclasses import dataclass
from datetime import date

from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.offers import Offer, OfferAnswer, Opportunity
from dhr_desktop.domain.stakeholders import Involvement, Stakeholder

_FIRST, _DRAFT, _PUBLICATION = "first", "draft", "publication"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review has come with somebody: what makes an opportunity due. None where it has not happened."""

    first_contact: date | None = None
    draft_read: date | None = None
    draft_read_by_anybody: date | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another record of the review says of an opportunity: in words, and the offer that it would make."""

    words: str
    offer: Offer


@dataclass(frozen=True, slots=True)
class Standing:
    """One opportunity for one person. `missing` is due, not offered, and recorded nowhere; `why` is a sentence on it.

    `elsewhere` is what another record says that has not been noted here.
    """

    opportunity: Opportunity
    offer: Offer
    missing: bool
    why: str
    elsewhere: Elsewhere | None = None


def day_words(day: date) -> str:
    """A day as the British write it."""
    return in_british_words(of_day(day))


def standing(
    stakeholder: Stakeholder,
    opportunity: Opportunity,
    offer: Offer,
    progress: Progress,
    elsewhere: Elsewhere | None = None,
) -> Standing:
    """How an opportunity stands for somebody."""
    if offer.answer is not OfferAnswer.NOT_OFFERED:
        return Standing(opportunity, offer, missing=False, why=said_of(offer), elsewhere=elsewhere)
    missing, why = _missing(stakeholder, opportunity, progress)
    if offer.reason:
        missing, why = False, f"Not offered: {offer.reason.rstrip('.')}."
    return Standing(opportunity, offer, missing and elsewhere is None, why, elsewhere)


def said_of(offer: Offer) -> str:
    """What became of an offer, in one sentence with its days: 'Offered on 6 March 2019, accepted'."""
    parts = []
    if offer.offered_on or offer.answer is OfferAnswer.OFFERED or offer.means:
        when = f" on {day_words(offer.offered_on)}" if offer.offered_on else ""
        parts.append(f"offered{when}{f' ({offer.means})' if offer.means else ''}")
    if offer.answer in _ANSWERS:
        when = f" on {day_words(offer.answered_on)}" if offer.answered_on else ""
        parts.append(f"{offer.answer.value}{when}")
    if offer.answer is OfferAnswer.DONE:
        if offer.answered_on:
            parts.append(f"answered on {day_words(offer.answered_on)}")
        parts.append(f"done{f' on {day_words(offer.done_on)}' if offer.done_on else ''}")
    if offer.answer is OfferAnswer.NOT_APPLICABLE:
        parts.append(offer.answer.value)
    words = ", ".join(parts)
    reason = f": {offer.reason.rstrip('.')}" if offer.reason else ""
    return f"{words[:1].upper()}{words[1:]}{reason}."


_ANSWERS = frozenset({OfferAnswer.ACCEPTED, OfferAnswer.DECLINED, OfferAnswer.LATER})
_RANKS = {
    OfferAnswer.NOT_OFFERED: 0,
    OfferAnswer.OFFERED: 1,
    OfferAnswer.LATER: 2,
    OfferAnswer.ACCEPTED: 3,
    OfferAnswer.DECLINED: 3,
    OfferAnswer.DONE: 4,
    OfferAnswer.NOT_APPLICABLE: 5,
}


def says_more(found: Offer, known: Offer) -> bool:
    """Whether what another record says goes further than what is noted of an offer."""
    return _RANKS[found.answer] > _RANKS[known.answer]


def _missing(stakeholder: Stakeholder, opportunity: Opportunity, progress: Progress) -> tuple[bool, str]:
    """Whether it should have been offered by now, and why that is said."""
    if stakeholder.involvement is Involvement.NOT and opportunity.stage != _FIRST:
        return False, "Not due: does not wish to be involved."
    if stakeholder.involvement is Involvement.LATER and opportunity.stage != _FIRST:
        return False, "Not due yet: wishes to be involved later."
    if stakeholder.restricted_until and progress.first_contact is None:
        return False, f"Not due yet: not to be approached until {stakeholder.restricted_until.rstrip('.')}."
    if opportunity.stage == _PUBLICATION:
        return False, "Not due yet: it belongs to the time before publication."
    if opportunity.stage == _DRAFT:
        return _draft_missing(progress)
    if progress.first_contact is None:
        return True, "Not yet offered: there has been no contact yet."
    return True, f"Not yet offered: first contact was on {day_words(progress.first_contact)}."


def _draft_missing(progress: Progress) -> tuple[bool, str]:
    if progress.draft_read is not None:
        return True, f"Not yet offered: read the draft on {day_words(progress.draft_read)}."
    if progress.draft_read_by_anybody is not None:
        return True, f"Not yet offered: the draft was first read on {day_words(progress.draft_read_by_anybody)}."
    return False, "Not due yet: nobody has read a draft."
