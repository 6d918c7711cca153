"""What other records of the review say of an opportunity, so that nobody types twice what is written already."""

from collections.abc import Callable, Iterable
from datetime import date

from dhr_desktop.domain.contacts import Contact, Direction, Means
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.offer_standing import Elsewhere, day_words
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.people import Role
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, Consent, Stakeholder
from dhr_desktop.store import involvement, naming, people
from dhr_desktop.store.review import Review

_ADVOCACY = {
    AdvocacyAnswer.ACCEPTED: OfferAnswer.ACCEPTED,
    AdvocacyAnswer.DECLINED: OfferAnswer.DECLINED,
    AdvocacyAnswer.LATER: OfferAnswer.LATER,
}
_CONSENT = {
    Consent.GIVEN: OfferAnswer.ACCEPTED,
    Consent.DECLINED: OfferAnswer.DECLINED,
    Consent.NOT_APPLICABLE: OfferAnswer.NOT_APPLICABLE,
}
_NAMING = {
    NamingAct.OFFERED: OfferAnswer.OFFERED,
    NamingAct.CHOSEN: OfferAnswer.DONE,
    NamingAct.AGREED: OfferAnswer.DONE,
    NamingAct.DECLINED: OfferAnswer.DECLINED,
}


class Elsewheres:
    """Reads those records once, for everybody."""

    def __init__(self, review: Review) -> None:
        self._advocacy = involvement.ADVOCACY.listing(review)
        self._readings = involvement.READINGS.listing(review)
        self._comments = involvement.COMMENTS.listing(review)
        self._naming = naming.STEPS.listing(review)
        contacts = {each.id: each for each in involvement.CONTACTS.listing(review)}
        self._contacts: dict[int, list[Contact]] = {}
        for link in involvement.CONTACT_WITH.listing(review):
            self._contacts.setdefault(link.stakeholder_id, []).append(contacts[link.contact_id])
        self._victims = {person.id for person in people.listing(review) if person.role is Role.VICTIM}
        self._finders: dict[str, Callable[[Stakeholder], Elsewhere | None]] = {
            "letter": self._letter,
            "by_hand": self._by_hand,
            "advocacy": self._advocate,
            "how": lambda who: _consent(who, "how", who.contribute, "contributing"),
            "tribute": lambda who: _consent(who, "tribute", who.tribute, "a tribute"),
            "photograph": lambda who: _consent(who, "photograph", who.photograph, "a photograph"),
            "updates": _updates,
            "pseudonym": self._pseudonym,
            "own_name": self._own_name,
            "draft": self._draft,
            "comments": self._commented,
            "differing": self._differing,
        }

    def of(self, who: Stakeholder, opportunity: str) -> Elsewhere | None:
        """What is recorded elsewhere of an opportunity for somebody; None where nothing is."""
        finder = self._finders.get(opportunity)
        return finder(who) if finder else None

    def _letter(self, who: Stakeholder) -> Elsewhere | None:
        return self._written(who, "letter", (Means.LETTER, Means.BY_HAND))

    def _by_hand(self, who: Stakeholder) -> Elsewhere | None:
        return self._written(who, "by_hand", (Means.BY_HAND,))

    def _written(self, who: Stakeholder, key: str, means: Iterable[Means]) -> Elsewhere | None:
        sent = [
            each for each in self._contacts.get(who.id, ()) if each.means in means and each.direction is Direction.TO
        ]
        if not sent:
            return None
        first = min(sent, key=lambda each: each.on)
        said = first.means_words or first.means.value
        words = f"{said} on {day_words(first.on)}"
        return Elsewhere(words, Offer(0, who.id, key, OfferAnswer.DONE, first.on, said, done_on=first.on))

    def _advocate(self, who: Stakeholder) -> Elsewhere | None:
        known = [each for each in self._advocacy if each.stakeholder_id == who.id]
        if not known:
            return None
        best = max(known, key=lambda each: (each.began_on is not None, each.answer is AdvocacyAnswer.ACCEPTED, each.id))
        return _advocacy(who, best)

    def _pseudonym(self, who: Stakeholder) -> Elsewhere | None:
        return self._named(who, "pseudonym", lambda step: step.subject_id in self._victims)

    def _own_name(self, who: Stakeholder) -> Elsewhere | None:
        return self._named(who, "own_name", lambda step: step.subject_id == who.person_id)

    def _named(self, who: Stakeholder, key: str, about: Callable[[NamingStep], bool]) -> Elsewhere | None:
        steps = [
            step
            for step in self._naming
            if step.subject is Subject.PERSON
            and about(step)
            and who.person_id in (step.by_id, step.to_id)
            and step.act in _NAMING
        ]
        if not steps:
            return None
        offered = next((step for step in steps if step.act is NamingAct.OFFERED), None)
        last = max(steps, key=lambda step: (step.on or date.min, step.id))
        offer = Offer(
            0,
            who.id,
            key,
            _NAMING[last.act],
            offered.on if offered else None,
            offered.means if offered else "",
            last.on if last.act is NamingAct.DECLINED else None,
            last.on if _NAMING[last.act] is OfferAnswer.DONE else None,
            last.reason if last.act is NamingAct.DECLINED else "",
        )
        return Elsewhere(f"name {last.act.value}{_on(last.on)}", offer)

    def _draft(self, who: Stakeholder) -> Elsewhere | None:
        last = _last(self._read_by(who))
        if last is None:
            return None
        version = f" {last.version}" if last.version else ""
        words = f"draft{version} read{_on(last.on)}"
        return Elsewhere(words, Offer(0, who.id, "draft", OfferAnswer.DONE, means=last.place, done_on=last.on))

    def _commented(self, who: Stakeholder) -> Elsewhere | None:
        comments = self._comments_of(who)
        last = _last(self._read_by(who))
        if last is None or not comments:
            return None
        still_open = [each for each in comments if each.waits]
        number = "1 comment" if len(comments) == 1 else f"{len(comments)} comments"
        if still_open:
            words = f"{number}, {len(still_open)} not answered yet"
            return Elsewhere(words, Offer(0, who.id, "comments", OfferAnswer.OFFERED, last.on))
        done = max((each.answered_on for each in comments if each.answered_on), default=last.on)
        return Elsewhere(f"{number}, each answered", Offer(0, who.id, "comments", OfferAnswer.DONE, done_on=done))

    def _differing(self, who: Stakeholder) -> Elsewhere | None:
        recorded = [each for each in self._comments_of(who) if each.changed is Changed.RECORDED]
        if not recorded:
            return None
        done = max((each.answered_on for each in recorded if each.answered_on), default=None)
        words = "a comment is recorded as a differing view"
        return Elsewhere(words, Offer(0, who.id, "differing", OfferAnswer.DONE, done_on=done))

    def _read_by(self, who: Stakeholder) -> list[Reading]:
        return [each for each in self._readings if each.stakeholder_id == who.id]

    def _comments_of(self, who: Stakeholder) -> list[ReadingComment]:
        mine = {each.id for each in self._read_by(who)}
        return [each for each in self._comments if each.reading_id in mine]


def _last(readings: list[Reading]) -> Reading | None:
    return max(readings, key=lambda each: each.on or date.min, default=None)


def _advocacy(who: Stakeholder, known: Advocacy) -> Elsewhere | None:
    offered = known.offered_on or known.signposted_on
    if offered is None and known.answer is AdvocacyAnswer.NONE and known.began_on is None:
        return None
    answer = OfferAnswer.DONE if known.began_on else _ADVOCACY.get(known.answer, OfferAnswer.OFFERED)
    offer = Offer(0, who.id, "advocacy", answer, offered, known.service, known.answered_on, known.began_on)
    said = f", {known.answer.value}" if known.answer is not AdvocacyAnswer.NONE else ""
    return Elsewhere(f"advocacy offered{_on(offered)}{said}", offer)


def _consent(who: Stakeholder, key: str, consent: Consent, about: str) -> Elsewhere | None:
    answer = _CONSENT.get(consent)
    if answer is None:
        return None
    return Elsewhere(f"leave for {about}: {consent.value}", Offer(0, who.id, key, answer))


def _updates(who: Stakeholder) -> Elsewhere | None:
    if not who.update_days:
        return None
    words = f"wishes to hear every {who.update_days} days"
    return Elsewhere(words, Offer(0, who.id, "updates", OfferAnswer.ACCEPTED))


def _on(day: date | None) -> str:
    return f" on {day_words(day)}" if day else ""
