"""What a step did to an event, a question, a theme or the like, in words; and the entries it touched."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.touched_things import Thing, Touched
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.shell.history_words import VersionWords

_DATES = frozenset({"date_edtf", "asked_on", "answered_on", "closed_on", "gap_from", "gap_to"})
_FIRST_WORDS = 90


class ThingWords(QObject):
    """Tells of each thing by its kind, each of its fields as it was and as it became."""

    def __init__(self, context: ReviewContext, words: VersionWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._words = context, words

    def html(self, found: Touched, agencies: Mapping[int, str]) -> str:
        """All that was done, and to which entries."""
        told = [self._thing(each) for each in found.things]
        if found.entries:
            told.append(self._words.heading(self._entries(len(found.entries))))
            told += [self._words.line(self._entry(entry, agencies)) for entry in found.entries]
        return "".join(told)

    def _entries(self, number: int) -> str:
        return self.tr("The entry") if number == 1 else self.tr("The entries")

    def _entry(self, entry: Entry, agencies: Mapping[int, str]) -> str:
        shown = self._context.shown(entry)
        text = " ".join(shown.text.split())
        first = text if len(text) <= _FIRST_WORDS else f"{text[:_FIRST_WORDS].rsplit(' ', 1)[0]}…"
        return self.tr("{when}, {agency}: {words}").format(
            when=in_british_words(entry.when),
            agency=self._context.panel.called(agencies.get(entry.agency_id, "")),
            words=first,
        )

    def _thing(self, thing: Thing) -> str:
        kind, fields = self._kinds()[thing.table]
        if thing.distressing and not self._context.veil.always_shows:
            return self._words.heading(kind) + self._words.line(self.tr("It tells of what is marked as distressing."))
        told = []
        for name, heading in fields.items():
            old, new = (self._value(name, columns) for columns in (thing.old, thing.new))
            if old != new:
                told.append(self._words.heading(f"{kind}: {heading}") + self._words.both(old, new))
        return "".join(told)

    def _value(self, name: str, columns: Mapping[str, Any] | None) -> str:
        value = str((columns or {}).get(name) or "")
        if name in _DATES and value:
            return in_british_words(parse(value))
        return self._context.panel.shown(value)

    def _kinds(self) -> dict[str, tuple[str, dict[str, str]]]:
        tr: Callable[[str], str] = self.tr
        date = {"date_edtf": tr("date")}
        question = {
            "words": tr("words"),
            "asked_of": tr("to whom"),
            "asked_on": tr("asked on"),
            "answer": tr("answer"),
            "answered_on": tr("answered on"),
            "answered_by": tr("answered by"),
            "closed_on": tr("closed on"),
        }
        return {
            "event": (tr("Event"), {"headline": tr("headline"), **date, "time": tr("time"), "note": tr("note")}),
            "decision": (tr("Disagreement"), {"finding": tr("what is held"), "reason": tr("reason")}),
            "question": (tr("Question"), question),
            "key_date": (tr("Key date"), {"words": tr("words"), **date}),
            "theme": (tr("Theme"), {"name": tr("name"), "digit": tr("key")}),
            "line_of_enquiry": (tr("Line of enquiry"), {"words": tr("words")}),
            "saved_view": (tr("View"), {"name": tr("name")}),
        }
