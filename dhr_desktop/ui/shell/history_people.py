"""What a step did to people, names and involvement, in words: of whom, and each field as it was and as it became."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QObject

from dhr_desktop.domain import avoiding
from dhr_desktop.domain.children import ChildContribution
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.stakeholders import Consent, Involvement, Standing
from dhr_desktop.timeline.rewording import Piece, shortened
from dhr_desktop.timeline.touched_people import JOINED, LEFT, Known, Told, TouchedPeople
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.shell.history_fields import PRIVATE, record_words
from dhr_desktop.ui.shell.history_words import VersionWords

_EDTF = frozenset({"born", "died", "began", "ended", "since"})
_LISTS = frozenset({"names", "warned", "forms"})
_YES_OR_NO = frozenset({"alleged", "next_of_kin", "private"})
_PEOPLE = frozenset({"person_id", "other_id", "by_id", "to_id", "holder_id"})
_STAKEHOLDERS = frozenset({"stakeholder_id", "of_id"})
_IN_TITLE = frozenset({"stakeholder_id", "person_id"})
_WORTH_IT = frozenset({"alleged", "next_of_kin"})
"""What is told of a new record only where it is so."""
_NOTHING_AT_0 = frozenset({"minutes", "update_days"})


class PeopleWords(QObject):
    """Tells of each record whose it is; what is for the chair alone, and names, are not told in panel view."""

    def __init__(self, context: ReviewContext, words: VersionWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._panel, self._words = context, context.panel, words
        self._known = Known()
        self._kinds = record_words()
        asked = (Consent.NOT_ASKED.value, Involvement.NOT_ASKED.value, Standing.NOT_KNOWN.value)
        self._said_of_none = frozenset({*asked, ChildContribution.NOT_CONSIDERED.value})

    def html(self, found: TouchedPeople) -> str:
        """All that was done to them."""
        self.know(found.known)
        told = [self._told(each) for each in found.told]
        if found.beyond:
            more = [counted(n, self._kinds[table].one, self._kinds[table].many) for table, n in found.beyond.items()]
            said = self.tr("And besides: {what}.") if told else self.tr("{what}: too many to be told one by one.")
            told.append(self._words.line(said.format(what=", ".join(more))))
        return "".join(told)

    def know(self, known: Known) -> None:
        """Take what ids stand for."""
        self._known = known

    def name(self, person_id: int) -> str:
        """How somebody is called, as may be seen now; who is in the register no more goes by what stood for them."""
        person = self._known.people.get(person_id)
        if person is None:
            return self.tr("somebody who has gone since")
        if not self._panel.on or person_id in self._known.there:
            return self._panel.person(person)
        return person.pseudonym or self._shown(person.stands_as)

    def _told(self, each: Told) -> str:
        title = self._title(each)
        if each.added:
            return self._words.heading(self.tr("{what}: added").format(what=title)) + self._whole(each, each.thing.new)
        if each.removed:
            gone = self._words.heading(self.tr("{what}: removed").format(what=title))
            return gone + self._whole(each, each.thing.old)
        return "".join(self._changes(each, title))

    def _changes(self, each: Told, title: str) -> list[str]:
        """Each field under a heading of its own; only the first says of what record it is."""
        table, told, before = each.thing.table, list[str](), f"{title}: "
        for name, heading in self._kinds[table].columns.items():
            old, new = (self._value(table, name, columns) for columns in (each.thing.old, each.thing.new))
            if old == new and not self._changed_unseen(each, name):
                continue
            field = heading.lower() if before else heading
            if self._hides(table, name):
                said = self.tr("{field} was changed. It is not shown in panel view.").format(field=field)
                told.append(self._words.line(before + said))
            elif name in (JOINED, LEFT):
                told.append(self._words.heading(f"{before}{field} {old or new}"))
            else:
                told.append(self._words.heading(before + field) + self._words.both(old, new, shortened))
            before = ""
        return told

    def _changed_unseen(self, each: Told, name: str) -> bool:
        """Whether a field was changed that looks the same now, for it is covered."""
        return self._hides(each.thing.table, name) and _raw(each.thing.old, name) != _raw(each.thing.new, name)

    def _whole(self, each: Told, columns: Mapping[str, Any] | None) -> str:
        """What a record says that comes or goes, without what every one of them says at first."""
        table, muted = each.thing.table, self._context.theme.colour("muted").name()
        rows = []
        for name, heading in self._kinds[table].columns.items():
            words = self._value(table, name, columns)
            titled = name in _IN_TITLE and table != "relation"
            if not words or titled or words in self._said_of_none or (name in _WORTH_IT and not _raw(columns, name)):
                continue
            if self._hides(table, name):
                words = self.tr("not shown in panel view")
            (cut,) = shortened([Piece(words)])
            said = escape(cut.words).replace("\n", "<br>")
            rows.append(
                f'<tr><td style="color:{muted}; padding:2px 10px 2px 0">{escape(heading)}</td>'
                f'<td style="padding:2px 0">{said}</td></tr>'
            )
        return f'<table cellspacing="0">{"".join(rows)}</table>' if rows else ""

    def _title(self, each: Told) -> str:
        words, table = self._kinds[each.thing.table], each.thing.table
        who = self._and([self.name(one) for one in each.whose]) or self._other_subject(each)
        title = words.of.format(who=who) if who else words.alone
        if each.added or each.removed:
            return title
        if table == "contact" and each.known.get("on"):
            return self.tr("{what} on {day}").format(what=title, day=in_british_words(parse(each.known["on"])))
        if table == "offer":
            return f"{title}, {self._value(table, 'opportunity', each.known)}"
        if table in ("letter_template", "household"):
            name = self._shown(str(each.known.get("name", "")))
            return self.tr("{what} “{name}”").format(what=words.alone, name=name)
        return title

    def _other_subject(self, each: Told) -> str:
        """An agency or a place whose name it is about."""
        if each.thing.table == "agency":
            return self._panel.called(str(each.known.get("name", "")))
        one = each.known.get("subject_id", 0)
        if each.known.get("subject") == "agency":
            return self._panel.called(self._known.agencies.get(one, ""))
        if each.known.get("subject") == "place":
            return self.tr("a place") if self._panel.on else self._known.places.get(one, "")
        return ""

    def _and(self, names: list[str]) -> str:
        if len(names) < 2:  # noqa: PLR2004 - none, or one
            return "".join(names)
        return self.tr("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])

    def _hides(self, table: str, name: str) -> bool:
        return self._panel.on and (table, name) in PRIVATE

    def _value(self, table: str, name: str, columns: Mapping[str, Any] | None) -> str:
        value = _raw(columns, name)
        if name in _YES_OR_NO:
            return "" if value is None else self.tr("yes") if value else self.tr("no")
        if value is None or value == "" or (name in _NOTHING_AT_0 and not value):
            return ""
        if name in (JOINED, LEFT):
            return self._and([self.name(self._known.stakeholders.get(one, 0)) for one in value])
        if name in _PEOPLE:
            return self.name(value)
        if name in _STAKEHOLDERS:
            return self.name(self._known.stakeholders.get(value, 0))
        if name in ("agency_id", "household_id", "opportunity"):
            return self._named(name, value)
        if name in _LISTS:
            return self._shown(", ".join(json.loads(value) if isinstance(value, str) else value))
        return self._shown(self._day(table, name, str(value)))

    def _named(self, name: str, value: Any) -> str:  # noqa: ANN401 - a number, or the key of an opportunity
        if name == "agency_id":
            return self._panel.called(self._known.agencies.get(value, ""))
        if name == "household_id":
            return self._shown(self._known.households.get(value, ""))
        return self._known.opportunities.get(value, str(value))

    def _day(self, table: str, name: str, value: str) -> str:
        if table == "date_to_avoid" and name in ("day", "until"):
            return avoiding.in_words(value)
        if name in _EDTF or name in ("on", "until") or name.endswith("_on"):
            return in_british_words(parse(value))
        return value

    def _shown(self, text: str) -> str:
        """The text as it may be seen now, with names covered that the register has no more too."""
        return self._known.other_names.cover(self._panel.shown(text)) if self._panel.on else text


def _raw(columns: Mapping[str, Any] | None, name: str) -> Any:  # noqa: ANN401 - as the record holds it
    return (columns or {}).get(name)
