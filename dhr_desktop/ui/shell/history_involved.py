"""What the history calls the records of those whom the review involves."""

from dhr_desktop.ui.shell.record_words import RecordWords, since, tr


def involved_words() -> dict[str, RecordWords]:
    """Each kind of them, by its table."""
    return {
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
            {"holder_id": tr("Who holds it"), "holder": tr("Who else holds it"), "how": tr("How"), **since()},
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


def _stakeholder() -> dict[str, str]:
    return {
        "group": tr("Approached as"),
        "preferred_name": tr("Preferred name"),
        "relation": tr("Relation to the victim"),
        "next_of_kin": tr("Next of kin"),
        "caution": tr("Take care"),
        "means": tr("Preferred way"),
        "hours": tr("Preferred time"),
        "avoid_means": tr("To be avoided"),
        "language": tr("Language"),
        "interpreter": tr("Interpreter"),
        "access_needs": tr("Access needs"),
        "involvement": tr("Wish to take part"),
        "update_days": tr("Days between updates"),
        "asked_on": tr("Asked on"),
        "ask_again_on": tr("Ask again on"),
        "involvement_words": tr("In their words"),
        "not_to_hear": tr("Does not want to hear"),
        "contribute": tr("To contribute"),
        "contribute_words": tr("The report says of it"),
        "photograph": tr("Photograph"),
        "tribute": tr("Tribute or pen portrait"),
        "liaison_officer": tr("Family liaison officer"),
        "liaison_force": tr("Force"),
        "liaison_contact": tr("How to reach the officer"),
        "standing": tr("Standing in the case"),
        "restricted_until": tr("Contact restricted until"),
        "officer_consulted_on": tr("Senior officer consulted on"),
        "officer_answer": tr("Answer of the senior officer"),
    }


def _advocacy() -> dict[str, str]:
    return {
        "service": tr("Service"),
        "advocate": tr("Advocate"),
        "contact": tr("How to reach the advocate"),
        "signposted_on": tr("Signposted on"),
        "offered_on": tr("Offered on"),
        "answer": tr("Answer"),
        "answered_on": tr("Answered on"),
        "answer_words": tr("In their words"),
        "began_on": tr("Began on"),
        "ended_on": tr("Ended on"),
        "note": tr("What was said"),
    }


def _contact() -> dict[str, str]:
    return {
        "on": tr("Date"),
        "time": tr("Time"),
        "means": tr("Means"),
        "means_words": tr("More about the means"),
        "direction": tr("Direction"),
        "reached": tr("Reached"),
        "by": tr("Made by"),
        "joined": tr("Also with"),
        "left": tr("No longer with"),
        "purpose": tr("Purpose"),
        "said": tr("What was said"),
        "outcome": tr("Outcome"),
        "minutes": tr("Minutes"),
        "next_on": tr("Next contact planned"),
        "next_words": tr("What for"),
    }


def _offer() -> dict[str, str]:
    return {
        "opportunity": tr("What"),
        "answer": tr("How it stands"),
        "offered_on": tr("Offered on"),
        "means": tr("By what means"),
        "answered_on": tr("Answered on"),
        "done_on": tr("Done on"),
        "reason": tr("Why"),
        "note": tr("Note"),
    }


def _child() -> dict[str, str]:
    return {
        "living_with": tr("Living with"),
        "help_offered_on": tr("Help offered on"),
        "help_by": tr("Help by whom"),
        "help_kind": tr("What help"),
        "help_answer": tr("Answer to the help"),
        "contribution": tr("Opportunity to contribute"),
        "asked_on": tr("Asked on"),
        "asked_by": tr("Asked by"),
        "asked_how": tr("Asked how"),
        "contributed": tr("What they said"),
        "not_asked_because": tr("Why not asked"),
        "safeguarding": tr("Safeguarding notes"),
        "safeguarding_told": tr("Who was told of safeguarding"),
    }


def _reading() -> dict[str, str]:
    return {
        "on": tr("Day"),
        "document": tr("Document"),
        "version": tr("Version"),
        "place": tr("Where"),
        "private": tr("In private"),
        "minutes": tr("Minutes they had"),
        "copies": tr("Copies"),
        "supported_by": tr("Supported by"),
        "present": tr("Also present"),
        "note": tr("Note"),
    }


def _approach() -> dict[str, str]:
    return {
        "on": tr("Approached on"),
        "through": tr("Through"),
        "through_who": tr("Their name and service"),
        "means": tr("By"),
        "answer": tr("Answer"),
        "answered_on": tr("Answered on"),
        "answer_words": tr("What was said"),
        "reason": tr("Why not approached"),
    }
