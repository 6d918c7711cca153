"""The report's section on the involvement of family, friends, colleagues and neighbours, from what was recorded.

It says who was approached, how and when, who supported them, what they contributed, what became of their comments on
the draft, and where they see it differently. What was said in confidence stays in the log: only what the chair has
recorded as a contribution, an answer or a differing view is told.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dhr_desktop.domain import contact_rules
from dhr_desktop.domain.approaches import Approach, ApproachAnswer
from dhr_desktop.domain.contact_rules import Logged, how
from dhr_desktop.domain.contacts import Direction
from dhr_desktop.domain.documents import Block, Bullets, Column, Heading, Note, Quote, Table, Text, plain
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.offers import Offer
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.phrases import capital, listed
from dhr_desktop.domain.readings import Changed, Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Advocacy, Group, Stakeholder
from dhr_desktop.report import involvement_words as words
from dhr_desktop.report.material import Material
from dhr_desktop.store import contact_log, involvement

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
    everyone, approaches = _gathered(material), _approaches(material)
    # Who read a draft was approached, though nobody has logged it; what they said must not be lost for that.
    approached = [each for each in everyone if each.log or each.readings]
    if approached:
        yield f"The review approached {_by_group(approached)}."
        yield _table(material, approached)
    for each in approached:
        yield Heading(2, capital(each.name))
        yield from _one(material, each, approaches.get(each.person.id, ()))
    yield from _others(material, approaches, {each.person.id for each in approached})
    yield from _comments_on_the_draft(approached)
    left = [each for each in everyone if not each.log]
    if left:
        names = listed([each.name for each in left])
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
        when = f"{words.day(first.contact.on)}, {how(first.contact)}" if first else ""
        rows.append(
            (
                capital(each.name),
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
    if not log:
        return "none recorded"
    missed = sum(not each.reached for each in log)
    if missed == len(log):
        return "1, not answered" if missed == 1 else f"{missed}, none answered"
    return f"{len(log)}, of which {missed} not answered" if missed else str(len(log))


def _one(material: Material, each: _Involved, approaches: Sequence[Approach]) -> Iterator[Block | str | Text]:
    """What was recorded of one of them, each kind in a paragraph of its own."""
    cover, name = material.cover.cover, each.name
    for told in (
        words.contact(name, each.approached, each.log),
        (words.approach(name, one, _through(material, one)) for one in approaches),
        words.supported(name, each.stakeholder, each.advocacy),
        words.wished(name, each.stakeholder),
        words.read(name, each.readings, each.comments),
    ):
        said = " ".join(told)
        if said:
            yield cover(said)
    offered = words.offers(each.offers)
    if offered:
        yield f"Of the opportunities that the guidance gives, these were offered to {name}:"
        yield Bullets(tuple(plain(cover(one)) for one in offered))
    for comment in each.comments:
        if comment.changed is Changed.RECORDED:
            yield f"{capital(name)} sees the following differently, and it is recorded in their words:"
            yield Quote(plain(cover(comment.said)), cover(_where(comment)))
            if comment.answer.strip():
                yield cover(f"The review's answer: {words.sentence(comment.answer)}")


def _comments_on_the_draft(everyone: Sequence[_Involved]) -> Iterator[Block | str]:
    """How many comments there were and what became of them; those still to be answered are counted as such."""
    outcomes = Counter(_outcome(comment) for each in everyone for comment in each.comments)
    total = sum(outcomes.values())
    readers = sum(bool(each.readings) for each in everyone)
    if not readers:
        return
    yield Heading(2, "Comments on the draft")
    read = f"{capital(words.number(readers))} of those approached read the draft before it was finished"
    if not total:
        yield f"{read}; no comment is recorded."
        return
    parts = [
        f"{words.number(outcomes[kind])} {_BECAME[kind][outcomes[kind] > 1]}" for kind in _BECAME if outcomes[kind]
    ]
    made = f"{words.number(total)} comment{'' if total == 1 else 's'}"
    yield f"{read}, and made {made}: {listed(parts)}."


def _outcome(comment: ReadingComment) -> Changed | None:
    """What became of a comment; None where it was answered, and nothing is said of the text."""
    return comment.changed if comment.waits or comment.changed is not Changed.OPEN else None


_BECAME = {
    Changed.YES: ("changed the text", "changed the text"),
    Changed.IN_PART: ("changed it in part", "changed it in part"),
    Changed.NO: ("left it as it was, with the reason given", "left it as it was, with the reasons given"),
    Changed.RECORDED: ("is recorded as a differing view", "are recorded as differing views"),
    None: ("was answered", "were answered"),
    Changed.OPEN: ("is still to be answered", "are still to be answered"),
}


def _approaches(material: Material) -> dict[int, list[Approach]]:
    """The approaches that were made, or left for a reason, by the person."""
    found: dict[int, list[Approach]] = {}
    for each in involvement.APPROACHES.listing(material.review):
        if each.answer is not ApproachAnswer.NOT_YET:
            found.setdefault(each.person_id, []).append(each)
    return found


def _others(material: Material, approaches: dict[int, list[Approach]], told: Collection[int]) -> Iterator[Block | str]:
    """How those were approached of whom nothing else is told."""
    said = [
        material.cover.cover(words.approach(_name(material, person), one, _through(material, one)))
        for person in material.people
        if person.id not in told
        for one in approaches.get(person.id, ())
    ]
    if said:
        yield Heading(2, "Others who were approached" if told else "Who was approached")
        yield from said


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
            parts.append(f"{words.number(number)} {_GROUPS[group][number > 1]}")
    return listed(parts)
