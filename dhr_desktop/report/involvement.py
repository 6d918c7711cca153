"""The report's section on the involvement of family, friends, colleagues and neighbours, from what was recorded.

It says who was approached, how and when, who supported them, what they contributed, what became of their comments on
the draft, and where they see it differently. What was said in confidence stays in the log: only what the chair has
recorded as a contribution, an answer or a differing view is told.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dhr_desktop.domain import contact_rules
from dhr_desktop.domain.approaches import Approach, ApproachAnswer, Through
from dhr_desktop.domain.contact_rules import Logged, how
from dhr_desktop.domain.contacts import Direction
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.documents import Block, Bullets, Column, Heading, Note, Quote, Table, Text, plain
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.offers import Offer, OfferAnswer
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, Consent, Group, Involvement, Stakeholder
from dhr_desktop.report.material import Material
from dhr_desktop.store import contact_log, guidance, involvement

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GROUPS = {
    Group.FAMILY: ("member of the family", "members of the family"),
    Group.FRIEND: ("friend", "friends"),
    Group.COLLEAGUE: ("colleague", "colleagues"),
    Group.EMPLOYER: ("employer", "employers"),
    Group.NEIGHBOUR: ("neighbour", "neighbours"),
    Group.PERPETRATORS_FAMILY: ("member of the perpetrator's family", "members of the perpetrator's family"),
    Group.PERPETRATOR: ("perpetrator", "perpetrators"),
    Group.OTHER: ("other person", "other people"),
}
_ADVOCACY = {
    AdvocacyAnswer.ACCEPTED: "which was accepted",
    AdvocacyAnswer.DECLINED: "which was declined",
    AdvocacyAnswer.LATER: "to be considered later",
    AdvocacyAnswer.NO_REPLY: "to which there was no reply",
}


@dataclass(frozen=True, slots=True)
class _Involved:
    """One stakeholder with all that was recorded of them, and how they stand in this edition."""

    name: str
    person: Person
    stakeholder: Stakeholder
    log: tuple[Logged, ...]
    advocacy: tuple[Advocacy, ...]
    offers: tuple[Offer, ...]
    readings: tuple[Reading, ...]
    comments: tuple[ReadingComment, ...]

    @property
    def approached(self) -> Logged | None:
        """The first contact from the review's side."""
        ours = [each for each in self.log if each.contact.direction is Direction.TO]
        return ours[-1] if ours else None


def section(material: Material) -> Iterator[Block | str | Text]:
    """Blocks as they are and paragraphs to be numbered; nothing where nobody is involved."""
    everyone = _gathered(material)
    approached = [each for each in everyone if each.log]
    if approached:
        yield f"The review approached {_by_group(approached)}."
        yield _table(material, approached)
    for each in approached:
        yield Heading(2, _capital(each.name))
        yield from _one(material, each)
    yield from _comments_on_the_draft(approached)
    yield from _approaches(material)
    left = [each for each in everyone if not each.log]
    if left:
        names = _listed([each.name for each in left])
        yield Note(plain(f"To be settled: no contact is recorded with {names}."))


def _gathered(material: Material) -> list[_Involved]:
    review = material.review
    register = {person.id: person for person in material.people}
    log = contact_log.read(review)
    advocacy, offers = involvement.ADVOCACY.listing(review), involvement.OFFERS.listing(review)
    readings, comments = involvement.READINGS.listing(review), involvement.COMMENTS.listing(review)
    found = []
    for each in involvement.STAKEHOLDERS.listing(review):
        read = tuple(one for one in readings if one.stakeholder_id == each.id)
        sessions = {one.id for one in read}
        found.append(
            _Involved(
                _name(material, register[each.person_id]),
                register[each.person_id],
                each,
                tuple(contact_rules.of_one(log, each.id)),
                tuple(one for one in advocacy if one.stakeholder_id == each.id),
                tuple(one for one in offers if one.stakeholder_id == each.id),
                read,
                tuple(one for one in comments if one.reading_id in sessions),
            )
        )
    return sorted(found, key=lambda each: list(Group).index(each.stakeholder.group))


def _table(material: Material, everyone: Sequence[_Involved]) -> Table:
    rows = []
    for each in everyone:
        first = each.approached
        when = f"{_day(first.contact.on)}, {how(first.contact)}" if first else ""
        rows.append(
            (
                _capital(each.name),
                material.cover.cover(each.stakeholder.relation or each.person.relationship),
                material.cover.cover(when),
                _contacts_in_words(each.log),
                each.stakeholder.involvement.value,
            )
        )
    columns = (
        Column("Name in this report", 19),
        Column("Relationship", 21),
        Column("First approached", 24),
        Column("Contacts", 18),
        Column("Taking part", 18),
    )
    return Table(columns, rows)


def _contacts_in_words(log: Sequence[Logged]) -> str:
    missed = sum(not each.reached for each in log)
    return f"{len(log)}, of which {missed} not answered" if missed else str(len(log))


def _one(material: Material, each: _Involved) -> Iterator[Block | str | Text]:
    """What was recorded of one of them, each kind in a paragraph of its own."""
    cover = material.cover.cover
    for words in (*_contact(each), *_supported(each), *_wishes(each), *_contributed(each), *_read(each)):
        yield cover(words)
    offered = _offers(each)
    if offered:
        yield "The opportunities that the guidance gives were offered as follows:"
        yield Bullets(tuple(plain(cover(words)) for words in offered))
    for comment in each.comments:
        if comment.changed is Changed.RECORDED:
            yield f"{_capital(each.name)} sees the following differently, and it is recorded in their words:"
            yield Quote(plain(cover(comment.said)), cover(_where(comment)))
            if comment.answer.strip():
                yield cover(f"The review's answer: {_sentence(comment.answer)}")


def _contact(each: _Involved) -> Iterator[str]:
    first, name = each.approached, _capital(each.name)
    if first:
        purpose = " ".join(first.contact.purpose.split()).rstrip(".")
        about = f"; its purpose was: {purpose}" if purpose else ""
        yield f"{name} was first approached on {_day(first.contact.on)} by {how(first.contact)}{about}."
    means = Counter(one.contact.means.value for one in reversed(each.log) if one.reached)
    if means:
        listed = _listed([f"{kind} ({number})" for kind, number in means.items()])
        reached = sum(means.values())
        yield f"{_capital(_number(reached))} contact{'' if reached == 1 else 's'} reached {each.name}: {listed}."
    tried = contact_rules.unanswered(each.log)
    if tried.number and tried.since:
        times = "attempt was" if tried.number == 1 else "attempts were"
        yield f"{_capital(_number(tried.number))} {times} made from {_day(tried.since)} without an answer."


def _supported(each: _Involved) -> Iterator[str]:
    for one in each.advocacy:
        when = one.offered_on or one.signposted_on
        told = f"An advocate of {one.service} was offered{f' on {_day(when)}' if when else ''}"
        answer = _ADVOCACY.get(one.answer, "")
        began = f"; the support began on {_day(one.began_on)}" if one.began_on else ""
        yield f"{told}{f', {answer}' if answer else ''}{began}."
    if not each.advocacy and each.stakeholder.group is Group.FAMILY:
        yield "No offer of an advocate is recorded."


def _wishes(each: _Involved) -> Iterator[str]:
    wish = each.stakeholder.involvement
    if wish is Involvement.NOT:
        yield f"{_capital(each.name)} did not wish to be involved, and this was respected."
    elif wish is Involvement.LATER:
        yield f"{_capital(each.name)} wished to be involved later."


def _contributed(each: _Involved) -> Iterator[str]:
    if each.stakeholder.contribute is Consent.GIVEN:
        yield f"{_capital(each.name)} agreed to contribute to the review."
    elif each.stakeholder.contribute is Consent.DECLINED:
        yield f"{_capital(each.name)} chose not to contribute to the review."
    if each.stakeholder.contribute_words.strip():
        yield _capital(_sentence(" ".join(each.stakeholder.contribute_words.split())))


def _read(each: _Involved) -> Iterator[str]:
    for one in each.readings:
        draft = f"the draft{f' (version {one.version})' if one.version else ''}"
        when = f" on {_day(one.on)}" if one.on else ""
        place = f", {one.place.strip()}" if one.place.strip() else ""
        by = f", supported by {one.supported_by.strip()}" if one.supported_by.strip() else ""
        number = sum(comment.reading_id == one.id for comment in each.comments)
        made = f" and made {_number(number)} comment{'' if number == 1 else 's'}" if number else ""
        yield f"{_capital(each.name)} read {draft}{when}{place}{by}{made}."


def _offers(each: _Involved) -> list[str]:
    """What was offered, by the names that the guidance gives the opportunities, in its order."""
    by_key = {offer.opportunity: offer for offer in each.offers}
    found = []
    for opportunity in guidance.edition().opportunities:
        offer = by_key.get(opportunity.key)
        if offer is None or offer.answer in {OfferAnswer.NOT_OFFERED, OfferAnswer.NOT_APPLICABLE}:
            continue
        dated = offer.done_on if offer.answer is OfferAnswer.DONE else offer.answered_on
        day = dated or offer.offered_on
        found.append(f"{opportunity.name}: {offer.answer.value}{f' on {_day(day)}' if day else ''}")
    return found


def _comments_on_the_draft(everyone: Sequence[_Involved]) -> Iterator[str]:
    """How many comments there were and what became of them; those still to be answered are counted as such."""
    outcomes = Counter(comment.changed for each in everyone for comment in each.comments)
    total = sum(outcomes.values())
    readers = sum(bool(each.readings) for each in everyone)
    if not readers:
        return
    read = f"{_capital(_number(readers))} of them read the draft before it was finished"
    if not total:
        yield f"{read}; no comment is recorded."
        return
    parts = [f"{_number(outcomes[kind])} {words}" for kind, words in _BECAME.items() if outcomes[kind]]
    yield f"{read} and made {_number(total)} comment{'' if total == 1 else 's'}: {_listed(parts)}."


_BECAME = {
    Changed.YES: "changed the text",
    Changed.IN_PART: "changed it in part",
    Changed.NO: "left it as it was, with the reason given",
    Changed.RECORDED: "recorded as a differing view",
    Changed.OPEN: "still to be answered",
}


def _approaches(material: Material) -> Iterator[str]:
    """How the perpetrator and others were approached through somebody, or why they were not."""
    register = {person.id: person for person in material.people}
    for each in involvement.APPROACHES.listing(material.review):
        if each.answer is ApproachAnswer.NOT_YET or each.person_id not in register:
            continue
        name = _capital(_name(material, register[each.person_id]))
        if each.answer is ApproachAnswer.NOT_APPROACHED:
            yield material.cover.cover(
                f"{name} was not approached: {_sentence(each.reason or 'no reason is recorded')}"
            )
            continue
        through = "" if each.through is Through.DIRECT else f" through {_through(material, each)}"
        when = f" on {_day(each.on)}" if each.on else ""
        answered = f" on {_day(each.answered_on)}" if each.answered_on else ""
        yield material.cover.cover(f"{name} was approached{through}{when}; the answer: {each.answer.value}{answered}.")


def _through(material: Material, approach: Approach) -> str:
    """Through whom, as it was typed; an edition without names has no words with capitals, for they may be a name."""
    typed = approach.through_who.strip()
    may_be_named = typed != typed.lower() and material.edition.naming is not Naming.REAL
    return approach.through.value if may_be_named or not typed else typed


def _where(comment: ReadingComment) -> str:
    return ", ".join(part for part in (comment.section.strip(), comment.paragraph.strip()) if part)


def _name(material: Material, person: Person) -> str:
    return material.cover.person(person)


def _by_group(everyone: Sequence[_Involved]) -> str:
    counts = Counter(each.stakeholder.group for each in everyone)
    parts = []
    for group in Group:
        number = counts[group]
        if group is Group.PERPETRATOR and number == 1:
            parts.append("the perpetrator")
        elif number:
            parts.append(f"{_number(number)} {_GROUPS[group][number > 1]}")
    return _listed(parts)


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _day(day: date) -> str:
    return in_british_words(of_day(day))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    text = words.strip()
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
