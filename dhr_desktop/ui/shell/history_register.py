"""What the history calls the records of the register: people, how they belong together, what points at them."""

from dhr_desktop.ui.shell.record_words import RecordWords, since, tr


def register_words() -> dict[str, RecordWords]:
    """Each kind of them, by its table."""
    return {
        "person": RecordWords(
            tr("{who} in the register"), tr("Somebody in the register"), _person(), tr("{n} person"), tr("{n} people")
        ),
        "identifier": RecordWords(
            tr("Identifier of {who}"),
            tr("Identifier"),
            {"kind": tr("What it is"), "value": tr("As it is written"), "note": tr("Note"), **since()},
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
            {"household_id": tr("Household"), **since()},
            tr("{n} time in a household"),
            tr("{n} times in households"),
        ),
        "pregnancy": RecordWords(
            tr("Pregnancy of {who}"), tr("Pregnancy"), _pregnancy(), tr("{n} pregnancy"), tr("{n} pregnancies")
        ),
    }


def _person() -> dict[str, str]:
    return {
        "real_name": tr("Real name"),
        "pseudonym": tr("Pseudonym"),
        "role": tr("Role in the review"),
        "alleged": tr("Alleged"),
        "relationship": tr("Relationship or job"),
        "forms": tr("Other forms of the name"),
        "born": tr("Born"),
        "died": tr("Died"),
        "sex": tr("Sex"),
        "background": tr("Background"),
        "agency_id": tr("Agency"),
        "works_for": tr("Works for"),
    }


def _relation() -> dict[str, str]:
    return {
        "person_id": tr("Who"),
        "kind": tr("Is"),
        "other_id": tr("Whom"),
        "began": tr("Began"),
        "ended": tr("Ended"),
        "ending": tr("How it ended"),
        "note": tr("Note"),
    }


def _pregnancy() -> dict[str, str]:
    return {
        "person_id": tr("Who was pregnant"),
        "other_id": tr("The other parent"),
        "outcome": tr("What became of it"),
        "began": tr("Began"),
        "expected": tr("Expected"),
        "ended": tr("Ended"),
        "note": tr("Note"),
    }
