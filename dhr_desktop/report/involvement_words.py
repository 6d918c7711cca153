"""The sentences in which the report tells of one person's involvement. Each is whole: it says of whom it speaks.

What the chair has noted in a few words is told in quotation marks, as what the record says; what is a sentence already
stands as it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from dhr_desktop.domain import contact_rules
from dhr_desktop.domain.approaches import Approach, ApproachAnswer, Through
from dhr_desktop.domain.contact_rules import Logged
from dhr_desktop.domain.contacts import Contact, Means
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.phrases import capital, listed
from dhr_desktop.domain.readings import Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, Consent, Group, Involvement, Stakeholder
from dhr_desktop.store import guidance

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_PLACES = re.compile(r"(?:at|in|on|over|by|through|via|with|near)\s", re.IGNORECASE)
_BY = {
    Means.LETTER: "by letter",
    Means.BY_HAND: "by a letter brought by hand",
    Means.TELEPHONE: "by telephone",
    Means.TEXT: "by text message",
    Means.EMAIL: "by e-mail",
    Means.VIDEO: "in a video call",
    Means.HOME: "in a visit at home",
    Means.MEETING: "in a meeting",
    Means.THROUGH: "through somebody else",
    Means.OTHER: "in another way",
}
_COUNTED = {
    Means.LETTER: ("letter", "letters"),
    Means.BY_HAND: ("letter brought by hand", "letters brought by hand"),
    Means.TELEPHONE: ("telephone call", "telephone calls"),
    Means.TEXT: ("text message", "text messages"),
    Means.EMAIL: ("e-mail", "e-mails"),
    Means.VIDEO: ("video call", "video calls"),
    Means.HOME: ("visit at home", "visits at home"),
    Means.MEETING: ("meeting", "meetings"),
    Means.THROUGH: ("contact through somebody else", "contacts through somebody else"),
    Means.OTHER: ("contact in another way", "contacts in other ways"),
}
_ADVOCACY = {
    AdvocacyAnswer.ACCEPTED: "The offer was accepted",
    AdvocacyAnswer.DECLINED: "The offer was declined",
    AdvocacyAnswer.LATER: "The offer is to be considered later",
    AdvocacyAnswer.NO_REPLY: "There was no reply to the offer",
}


def contact(name: str, first: Logged | None, log: Sequence[Logged]) -> Iterator[str]:
    """How somebody was first approached, how often they were reached, and what was not answered."""
    if first:
        yield f"{capital(name)} was first approached on {day(first.contact.on)} {_by(first.contact)}."
        purpose = " ".join(first.contact.purpose.split())
        if purpose:
            yield f"The log gives the purpose of this contact as {_quoted(purpose)}."
    means = Counter(one.contact.means for one in reversed(log) if one.reached)
    reached = sum(means.values())
    if reached > 1 or (reached and len(log) > 1):
        kinds = listed([f"{number(times)} {_COUNTED[kind][times > 1]}" for kind, times in means.items()])
        yield f"{capital(number(reached))} contact{'' if reached == 1 else 's'} reached {name}: {kinds}."
    tried = contact_rules.unanswered(log)
    if tried.number and tried.since:
        times, since = capital(number(tried.number)), day(tried.since)
        one = f"One attempt to reach {name}, on {since}, was not answered."
        if first and first.contact.on == tried.since:
            one = "There was no answer."
        yield one if tried.number == 1 else f"{times} attempts to reach {name} since {since} were not answered."


def supported(name: str, stakeholder: Stakeholder, advocacy: Sequence[Advocacy]) -> Iterator[str]:
    """Which advocate was offered, and what came of it."""
    for one in advocacy:
        when = one.offered_on or one.signposted_on
        service = f" of {one.service}" if one.service else ""
        yield f"An advocate{service} was offered to {name}{f' on {day(when)}' if when else ''}."
        answer = _ADVOCACY.get(one.answer, "")
        began = f"the support began on {day(one.began_on)}" if one.began_on else ""
        said = ", and ".join(part for part in (answer, began) if part)
        if said:
            yield f"{capital(said)}."
    if not advocacy and stakeholder.group is Group.FAMILY:
        yield f"No offer of an advocate to {name} is recorded."


def wished(name: str, stakeholder: Stakeholder) -> Iterator[str]:
    """Whether somebody wished to be involved and to contribute, and what the record says of their contribution."""
    who, refused = capital(name), stakeholder.contribute is Consent.DECLINED
    if stakeholder.involvement is Involvement.NOT:
        yield f"{who} did not wish to be involved{' or to contribute' if refused else ''}, and this was respected."
    elif refused:
        yield f"{who} chose not to contribute to the review."
    if stakeholder.involvement is Involvement.LATER:
        yield f"{who} wished to be involved later."
    elif stakeholder.involvement is Involvement.UNDECIDED:
        yield f"{who} had not decided whether to be involved."
    if stakeholder.contribute is Consent.GIVEN:
        yield f"{who} agreed to contribute to the review."
    words = " ".join(stakeholder.contribute_words.split())
    if words:
        of = "contribution" if stakeholder.contribute is Consent.GIVEN else "answer"
        whole = words[0].isupper() and words.endswith((".", "?", "”"))
        yield british(words) if whole else f"Of {name}'s {of} the record says: {_quoted(words)}."


def read(name: str, readings: Sequence[Reading], comments: Sequence[ReadingComment]) -> Iterator[str]:
    """Each session in which somebody read a draft."""
    for one in readings:
        draft = f"the draft{f' (version {one.version})' if one.version else ''}"
        when = f" on {day(one.on)}" if one.on else ""
        made = sum(comment.reading_id == one.id for comment in comments)
        said = f"{capital(name)} read {draft}{when}{_where(one.place)}"
        if one.supported_by.strip():
            said += f", supported by {_with_article(one.supported_by.strip())}"
        if made:
            said += f"{',' * (',' in said)} and made {number(made)} comment{'' if made == 1 else 's'}"
        yield f"{said}."


def approach(name: str, made: Approach, through: str) -> str:
    """How somebody was approached through another, or why they were not."""
    who = capital(name)
    if made.answer is ApproachAnswer.NOT_APPROACHED:
        return f"{who} was not approached, for this reason: {sentence(made.reason or 'none is recorded')}"
    by = "" if made.through is Through.DIRECT else f" through {through}"
    when = f" on {day(made.on)}" if made.on else ""
    answered = f" on {day(made.answered_on)}" if made.answered_on else ""
    answer = {
        ApproachAnswer.AGREED: f" {who} agreed to take part{answered}.",
        ApproachAnswer.DECLINED: f" {who} declined{answered}.",
        ApproachAnswer.NO_REPLY: " There was no reply.",
        ApproachAnswer.WAITING: " An answer is awaited.",
    }.get(made.answer, "")
    return f"{who} was approached{by}{when}.{answer}"


def offers(made: Sequence[Offer]) -> list[str]:
    """What was offered, by the names that the guidance gives the opportunities, in its order."""
    by_key = {offer.opportunity: offer for offer in made}
    found = []
    for opportunity in guidance.edition().opportunities:
        offer = by_key.get(opportunity.key)
        if offer is None or offer.answer in {OfferAnswer.NOT_OFFERED, OfferAnswer.NOT_APPLICABLE}:
            continue
        dated = offer.done_on if offer.answer is OfferAnswer.DONE else offer.answered_on
        when = dated or offer.offered_on
        found.append(f"{opportunity.name}: {offer.answer.value}{f' on {day(when)}' if when else ''}")
    return found


def number(of: int) -> str:
    """A number as a word, up to ten."""
    return _NUMBERS[of] if of < len(_NUMBERS) else str(of)


def day(when: date) -> str:
    """A day as the British write it."""
    return in_british_words(of_day(when))


def sentence(words: str) -> str:
    """The words with a stop at their end."""
    text = british(words.strip())
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."


def british(words: str) -> str:
    """The words with each day that was typed as a computer writes it as the British write it."""

    def put(found: re.Match[str]) -> str:
        try:
            return day(date.fromisoformat(found[0]))
        except ValueError:
            return found[0]

    return _ISO_DAY.sub(put, words)


def _quoted(words: str) -> str:
    return f"“{british(words).rstrip('.')}”"


def _by(of: Contact) -> str:
    """'by letter', 'in a visit at home (joint with her mother)', 'by letter through the prison'."""
    more = of.means_words.strip()
    if of.means in {Means.THROUGH, Means.OTHER} and more:
        return f"by {more}"
    if re.match(rf"{re.escape(of.means.value)}(?!\w)", more, re.IGNORECASE):
        more = more[len(of.means.value) :]
    elif more.casefold().split()[:1] == of.means.value.split()[:1]:
        more = more.split(maxsplit=1)[1] if len(more.split()) > 1 else ""
    more = more.strip(" ,;()")
    return f"{_BY[of.means]}{f' ({more})' if more else ''}"


def _where(place: str) -> str:
    words = place.strip()
    if not words:
        return ""
    return f", {words}" if _PLACES.match(words) else f" ({words})"


def _with_article(words: str) -> str:
    if " " in words or not words.islower():
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
