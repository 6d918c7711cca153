"""What the history calls the records of people and involvement, and each of their columns."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

PRIVATE = frozenset(
    {
        *(("person", "real_name"), ("person", "forms"), ("person", "background")),
        *(("identifier", "value"), ("identifier", "note"), ("refused_form", "form"), ("form_place", "form")),
        *(("form_line", "form"), ("form_line", "line")),
        *(("place_name", "real_name"), ("place_name", "forms")),
        *(("naming_step", "warned"), ("naming_step", "why_kept")),
        *(("stakeholder", "caution"), ("stakeholder", "involvement_words"), ("stakeholder", "not_to_hear")),
        *(("stakeholder", "liaison_contact"), ("stakeholder", "preferred_name")),
        *(("stakeholder", "means"), ("stakeholder", "hours"), ("stakeholder", "avoid_means")),
        *(("stakeholder", "interpreter"), ("stakeholder", "access_needs")),
        *(("advocacy", "advocate"), ("advocacy", "contact"), ("advocacy", "answer_words"), ("advocacy", "note")),
        *(("date_to_avoid", "day"), ("date_to_avoid", "until")),
        ("pregnancy", "note"),
        *(("not_to_be_told", "what"), ("not_to_be_told", "why")),
        *(("child_record", "contributed"), ("child_record", "safeguarding"), ("child_record", "safeguarding_told")),
        *(("person", "born"), ("person", "died"), ("contact", "said")),
    }
)
"""What is for the chair alone, or is a name that nothing covers any more: it is not told in panel view."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """A kind of record: what it is called, of somebody ('{who}') and of nobody, and its columns that are told."""

    of: str
    alone: str
    columns: dict[str, str]
    one: str
    many: str
    """A number of them."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("HistoryFields", words)


def record_words() -> dict[str, RecordWords]:
    """Every kind of record, by its table."""
    tr: Callable[[str], str] = _tr
    return {
        "person": RecordWords(
            tr("{who} in the register"), tr("Somebody in the register"), _person(), tr("{n} person"), tr("{n} people")
        ),
        "identifier": RecordWords(
            tr("Identifier of {who}"),
            tr("Identifier"),
            {"kind": tr("What it is"), "value": tr("As it is written"), "note": tr("Note"), **_since()},
            tr("{n} identifier"),
            tr("{n} identifiers"),
        ),
        "relation": RecordWords(
            tr("Relation of {who}"), tr("Relation"), _relation(), tr("{n} relation"), tr("{n} relations")
        ),
        "household": RecordWords(
            tr("Household of {who}"),
            tr("Household"),
            {"name": tr("Name"), "note": tr("Note")},
            tr("{n} household"),
            tr("{n} households"),
        ),
        "household_member": RecordWords(
            tr("Where {who} lived"),
            tr("Where somebody lived"),
            {"household_id": tr("Household"), **_since()},
            tr("{n} time in a household"),
            tr("{n} times in households"),
        ),
        "pregnancy": RecordWords(
            tr("Pregnancy of {who}"), tr("Pregnancy"), _pregnancy(), tr("{n} pregnancy"), tr("{n} pregnancies")
        ),
        "refused_form": RecordWords(
            tr("No name of {who}"),
            tr("No name"),
            {"form": tr("As it is written")},
            tr("{n} form that is no name"),
            tr("{n} forms that are no names"),
        ),
        "form_place": RecordWords(
            tr("What a form means at its place: {who}"),
            tr("What a form means at its place: nobody’s name"),
            {"form": tr("As it is written"), "person_id": tr("Whose it is")},
            tr("{n} place of a form"),
            tr("{n} places of forms"),
        ),
        "form_line": RecordWords(
            tr("What a form means outside the entries: {who}"),
            tr("What a form means outside the entries: nobody’s name"),
            {"form": tr("As it is written"), "line": tr("Where it stands"), "person_id": tr("Whose it is")},
            tr("{n} place of a form outside the entries"),
            tr("{n} places of forms outside the entries"),
        ),
        "naming_step": RecordWords(
            tr("Step towards the name of {who}"),
            tr("Step towards a name"),
            _naming(),
            tr("{n} step towards a name"),
            tr("{n} steps towards names"),
        ),
        "place_name": RecordWords(
            tr("Place whose name is covered"),
            tr("Place whose name is covered"),
            {
                "real_name": tr("Real name"),
                "pseudonym": tr("In the report"),
                "stands_as": tr("What it is"),
                "forms": tr("Other ways of writing it"),
            },
            tr("{n} place"),
            tr("{n} places"),
        ),
        "panel_member": RecordWords(
            tr("Member of the panel"),
            tr("Member of the panel"),
            {"name": tr("Name"), "post": tr("Post"), "agency": tr("Agency")},
            tr("{n} member of the panel"),
            tr("{n} members of the panel"),
        ),
        "stakeholder": RecordWords(
            tr("How {who} is involved"),
            tr("How somebody is involved"),
            _stakeholder(),
            tr("{n} stakeholder"),
            tr("{n} stakeholders"),
        ),
        "advocacy": RecordWords(
            tr("Advocacy for {who}"),
            tr("Advocacy"),
            _advocacy(),
            tr("{n} offer of an advocate"),
            tr("{n} offers of an advocate"),
        ),
        "wish": RecordWords(
            tr("Wish of {who}"),
            tr("Wish"),
            {
                "words": tr("In their words"),
                "said_on": tr("Said on"),
                "answer": tr("What became of it"),
                "met_on": tr("Met on"),
            },
            tr("{n} wish"),
            tr("{n} wishes"),
        ),
        "not_to_be_told": RecordWords(
            tr("What {who} must not be told"),
            tr("What somebody must not be told"),
            {"what": tr("What"), "why": tr("Why"), "of_id": tr("Who asked for it")},
            tr("{n} thing not to be told"),
            tr("{n} things not to be told"),
        ),
        "date_to_avoid": RecordWords(
            tr("Date to avoid for {who}"),
            tr("Date to avoid for everyone"),
            {
                "day": tr("Day"),
                "until": tr("Last day"),
                "why": tr("What the day is"),
                "near": tr("Days that count as near"),
                "stakeholder_id": tr("For whom"),
            },
            tr("{n} date to avoid"),
            tr("{n} dates to avoid"),
        ),
        "contact": RecordWords(
            tr("Contact with {who}"), tr("Contact"), _contact(), tr("{n} contact"), tr("{n} contacts")
        ),
        "promise": RecordWords(
            tr("Promise to {who}"),
            tr("Promise"),
            {
                "words": tr("What is promised"),
                "stakeholder_id": tr("To whom"),
                "due_on": tr("By"),
                "done_on": tr("Done on"),
                "note": tr("Note"),
            },
            tr("{n} promise"),
            tr("{n} promises"),
        ),
        "offer": RecordWords(tr("Offer to {who}"), tr("Offer"), _offer(), tr("{n} offer"), tr("{n} offers")),
        "child_record": RecordWords(
            tr("What is noted of {who}"),
            tr("What is noted of a child"),
            _child(),
            tr("{n} record of a child"),
            tr("{n} records of children"),
        ),
        "responsibility": RecordWords(
            tr("Parental responsibility for {who}"),
            tr("Parental responsibility"),
            {"holder_id": tr("Who holds it"), "holder": tr("Who else holds it"), "how": tr("How"), **_since()},
            tr("{n} holder of parental responsibility"),
            tr("{n} holders of parental responsibility"),
        ),
        "reading": RecordWords(
            tr("Reading of the draft by {who}"),
            tr("Reading of the draft"),
            _reading(),
            tr("{n} reading of the draft"),
            tr("{n} readings of the draft"),
        ),
        "reading_comment": RecordWords(
            tr("Comment of {who} on the draft"),
            tr("Comment on the draft"),
            {
                "section": tr("Section"),
                "paragraph": tr("Paragraph"),
                "said": tr("What they said"),
                "answer": tr("Your answer"),
                "answered_on": tr("Answered on"),
                "changed": tr("The text"),
            },
            tr("{n} comment on the draft"),
            tr("{n} comments on the draft"),
        ),
        "approach": RecordWords(
            tr("Approach to {who}"), tr("Approach"), _approach(), tr("{n} approach"), tr("{n} approaches")
        ),
        "letter_template": RecordWords(
            tr("Letter"), tr("Letter"), {"name": tr("Which"), "body": tr("Words")}, tr("{n} letter"), tr("{n} letters")
        ),
    }


def _since() -> dict[str, str]:
    return {"since": _tr("Since"), "until": _tr("Until")}


def _person() -> dict[str, str]:
    return {
        "real_name": _tr("Real name"),
        "pseudonym": _tr("Pseudonym"),
        "role": _tr("Role in the review"),
        "alleged": _tr("Alleged"),
        "relationship": _tr("Relationship or job"),
        "forms": _tr("Other forms of the name"),
        "born": _tr("Born"),
        "died": _tr("Died"),
        "sex": _tr("Sex"),
        "background": _tr("Background"),
        "agency_id": _tr("Agency"),
        "works_for": _tr("Works for"),
    }


def _relation() -> dict[str, str]:
    return {
        "person_id": _tr("Who"),
        "kind": _tr("Is"),
        "other_id": _tr("Whom"),
        "began": _tr("Began"),
        "ended": _tr("Ended"),
        "ending": _tr("How it ended"),
        "note": _tr("Note"),
    }


def _pregnancy() -> dict[str, str]:
    return {
        "person_id": _tr("Who was pregnant"),
        "other_id": _tr("The other parent"),
        "outcome": _tr("What became of it"),
        "began": _tr("Began"),
        "expected": _tr("Expected"),
        "ended": _tr("Ended"),
        "note": _tr("Note"),
    }


def _naming() -> dict[str, str]:
    return {
        "act": _tr("What happened"),
        "on": _tr("On"),
        "by_id": _tr("By whom"),
        "by": _tr("By"),
        "to_id": _tr("To whom"),
        "means": _tr("By what means"),
        "names": _tr("Names"),
        "reason": _tr("Why"),
        "warned": _tr("What there was to think of"),
        "why_kept": _tr("Why the name was kept"),
    }


def _stakeholder() -> dict[str, str]:
    return {
        "group": _tr("Approached as"),
        "preferred_name": _tr("Preferred name"),
        "relation": _tr("Relation to the victim"),
        "next_of_kin": _tr("Next of kin"),
        "caution": _tr("Take care"),
        "means": _tr("Preferred way"),
        "hours": _tr("Preferred time"),
        "avoid_means": _tr("To be avoided"),
        "language": _tr("Language"),
        "interpreter": _tr("Interpreter"),
        "access_needs": _tr("Access needs"),
        "involvement": _tr("Wish to take part"),
        "update_days": _tr("Days between updates"),
        "asked_on": _tr("Asked on"),
        "ask_again_on": _tr("Ask again on"),
        "involvement_words": _tr("In their words"),
        "not_to_hear": _tr("Does not want to hear"),
        "contribute": _tr("To contribute"),
        "contribute_words": _tr("The report says of it"),
        "photograph": _tr("Photograph"),
        "tribute": _tr("Tribute or pen portrait"),
        "liaison_officer": _tr("Family liaison officer"),
        "liaison_force": _tr("Force"),
        "liaison_contact": _tr("How to reach the officer"),
        "standing": _tr("Standing in the case"),
        "restricted_until": _tr("Contact restricted until"),
        "officer_consulted_on": _tr("Senior officer consulted on"),
        "officer_answer": _tr("Answer of the senior officer"),
    }


def _advocacy() -> dict[str, str]:
    return {
        "service": _tr("Service"),
        "advocate": _tr("Advocate"),
        "contact": _tr("How to reach the advocate"),
        "signposted_on": _tr("Signposted on"),
        "offered_on": _tr("Offered on"),
        "answer": _tr("Answer"),
        "answered_on": _tr("Answered on"),
        "answer_words": _tr("In their words"),
        "began_on": _tr("Began on"),
        "ended_on": _tr("Ended on"),
        "note": _tr("What was said"),
    }


def _contact() -> dict[str, str]:
    return {
        "on": _tr("Date"),
        "time": _tr("Time"),
        "means": _tr("Means"),
        "means_words": _tr("More about the means"),
        "direction": _tr("Direction"),
        "reached": _tr("Reached"),
        "by": _tr("Made by"),
        "joined": _tr("Also with"),
        "left": _tr("No longer with"),
        "purpose": _tr("Purpose"),
        "said": _tr("What was said"),
        "outcome": _tr("Outcome"),
        "minutes": _tr("Minutes"),
        "next_on": _tr("Next contact planned"),
        "next_words": _tr("What for"),
    }


def _offer() -> dict[str, str]:
    return {
        "opportunity": _tr("What"),
        "answer": _tr("How it stands"),
        "offered_on": _tr("Offered on"),
        "means": _tr("By what means"),
        "answered_on": _tr("Answered on"),
        "done_on": _tr("Done on"),
        "reason": _tr("Why"),
        "note": _tr("Note"),
    }


def _child() -> dict[str, str]:
    return {
        "living_with": _tr("Living with"),
        "help_offered_on": _tr("Help offered on"),
        "help_by": _tr("Help by whom"),
        "help_kind": _tr("What help"),
        "help_answer": _tr("Answer to the help"),
        "contribution": _tr("Opportunity to contribute"),
        "asked_on": _tr("Asked on"),
        "asked_by": _tr("Asked by"),
        "asked_how": _tr("Asked how"),
        "contributed": _tr("What they said"),
        "not_asked_because": _tr("Why not asked"),
        "safeguarding": _tr("Safeguarding notes"),
        "safeguarding_told": _tr("Who was told of safeguarding"),
    }


def _reading() -> dict[str, str]:
    return {
        "on": _tr("Day"),
        "document": _tr("Document"),
        "version": _tr("Version"),
        "place": _tr("Where"),
        "private": _tr("In private"),
        "minutes": _tr("Minutes they had"),
        "copies": _tr("Copies"),
        "supported_by": _tr("Supported by"),
        "present": _tr("Also present"),
        "note": _tr("Note"),
    }


def _approach() -> dict[str, str]:
    return {
        "on": _tr("Approached on"),
        "through": _tr("Through"),
        "through_who": _tr("Their name and service"),
        "means": _tr("By"),
        "answer": _tr("Answer"),
        "answered_on": _tr("Answered on"),
        "answer_words": _tr("What was said"),
        "reason": _tr("Why not approached"),
    }
