"""What the history calls the records of names: forms found in the records, and how names for the report came to be."""

from dhr_desktop.ui.shell.record_words import RecordWords, tr


def names_words() -> dict[str, RecordWords]:
    """Each kind of them, by its table."""
    return {
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
        "agency": RecordWords(
            tr("Agency: {who}"),
            tr("Agency"),
            {"forms": tr("Its short names")},
            tr("{n} agency"),
            tr("{n} agencies"),
        ),
        "panel_member": RecordWords(
            tr("Member of the panel"),
            tr("Member of the panel"),
            {"name": tr("Name"), "post": tr("Post"), "agency": tr("Agency")},
            tr("{n} member of the panel"),
            tr("{n} members of the panel"),
        ),
    }


def _naming() -> dict[str, str]:
    return {
        "act": tr("What happened"),
        "on": tr("On"),
        "by_id": tr("By whom"),
        "by": tr("By"),
        "to_id": tr("To whom"),
        "means": tr("By what means"),
        "names": tr("Names"),
        "reason": tr("Why"),
        "warned": tr("What there was to think of"),
        "why_kept": tr("Why the name was kept"),
    }
