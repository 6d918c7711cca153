"""What the cells of the timeline say, in words."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.store.beside import Beside
from dhr_desktop.store.grouping import Group
from dhr_desktop.ui.timeline.columns import Column


class Cells(QObject):
    """Puts what an entry holds into the words of its columns."""

    def headings(self) -> dict[Column, str]:
        """The headings of the columns."""
        return {
            Column.DATE: self.tr("Date"),
            Column.TIME: self.tr("Time"),
            Column.AGENCY: self.tr("Agency"),
            Column.WHAT: self.tr("What happened"),
            Column.SOURCE: self.tr("Source"),
            Column.DOUBT: self.tr("Doubts"),
            Column.REFERENCE: self.tr("Reference"),
            Column.PEOPLE: self.tr("People"),
            Column.ACTION: self.tr("Action taken"),
            Column.REPORTED: self.tr("Reported on"),
            Column.SIGNIFICANCE: self.tr("Significance"),
            Column.THEMES: self.tr("Themes"),
            Column.MARKS: self.tr("Marks"),
            Column.INCLUDED: self.tr("Included in"),
            Column.EVENT: self.tr("Event"),
            Column.QUESTION: self.tr("Question open"),
            Column.NOTE: self.tr("Private note"),
        }

    def origins(self) -> dict[Origin, str]:
        """Where an entry comes from, in words."""
        return {
            Origin.FAMILY: self.tr("Told by family or friends"),
            Origin.INTERVIEW: self.tr("From an interview"),
            Origin.RECORD: self.tr("From an agency’s record"),
            Origin.ANSWER: self.tr("From an agency’s answer"),
            Origin.CHAIR: self.tr("The chair’s own"),
        }

    def significances(self) -> dict[Significance, str]:
        """How much an entry matters, in words."""
        return {
            Significance.UNREAD: "",
            Significance.ROUTINE: self.tr("Routine"),
            Significance.RELEVANT: self.tr("Relevant"),
            Significance.KEY: self.tr("Key"),
        }

    def marks(self) -> dict[Mark, str]:
        """What an entry shows, in words."""
        return {
            Mark.VOICE: self.tr("Voice of the victim"),
            Mark.GOOD_PRACTICE: self.tr("Good practice"),
            Mark.MISSED: self.tr("Missed opportunity"),
            Mark.DISTRESSING: self.tr("Distressing"),
        }

    def documents(self) -> dict[Inclusion, str]:
        """The documents an entry may go into, in words."""
        return {
            Inclusion.CHRONOLOGY: self.tr("Full chronology"),
            Inclusion.REPORT: self.tr("Report"),
            Inclusion.SUMMARY: self.tr("Summary"),
        }

    def words(self, entry: Entry, column: Column, beside: Beside, themes: Mapping[int, str]) -> str:
        """What a cell shows, on one line."""
        plain = {
            Column.TIME: entry.time,
            Column.WHAT: entry.text,
            Column.REFERENCE: entry.reference,
            Column.PEOPLE: entry.people,
            Column.ACTION: entry.action,
            Column.NOTE: entry.private_note,
        }
        if column in plain:
            return one_line(plain[column])
        if column is Column.DATE:
            return in_british_words(entry.when)
        if column is Column.SOURCE:
            told = self.origins().get(entry.origin, "") if entry.origin else ""
            parts = (entry.source, entry.reference, told)
            return one_line(", ".join(part for part in parts if part))
        if column is Column.DOUBT:
            return self.tr("In doubt") if entry.doubts else ""
        return self._made_of(entry, column, beside, themes)

    def _made_of(self, entry: Entry, column: Column, beside: Beside, themes: Mapping[int, str]) -> str:
        if column is Column.REPORTED:
            when = in_british_words(parse(entry.reported_edtf)) if entry.reported_edtf else ""
            return " ".join(part for part in (when, entry.reported_time) if part)
        if column is Column.SIGNIFICANCE:
            return self.significances()[entry.significance]
        if column is Column.THEMES:
            return ", ".join(sorted(themes.get(each, "") for each in beside.themes.get(entry.id, ())))
        if column is Column.MARKS:
            return ", ".join(words for mark, words in self.marks().items() if getattr(entry, mark))
        if column is Column.INCLUDED:
            return ", ".join(words for document, words in self.documents().items() if getattr(entry, document))
        if column is Column.EVENT and entry.event_id is not None:
            event = beside.events.get(entry.event_id)
            return one_line(event.headline) if event and event.headline else self.tr("In an event")
        if column is Column.QUESTION:
            return self.tr("Open") if entry.id in beside.asked else ""
        return ""

    def beyond(self, entry: Entry) -> Iterator[tuple[Column | None, str, str]]:
        """What is searched but for what happened: the column it has, if any, its heading and its words."""
        headings = self.headings()
        for column, words in (
            (Column.ACTION, entry.action),
            (Column.PEOPLE, entry.people),
            (Column.SOURCE, entry.source),
            (Column.REFERENCE, entry.reference),
        ):
            yield column, headings[column], one_line(words)
        yield None, self.tr("Comment"), one_line(entry.comment)

    def of_group(self, group: Group, first: Entry | None, column: Column) -> str:
        """What the head of an event shows; without a headline, the first words of its first entry stand for it."""
        event = group.event
        if column is Column.WHAT:
            return one_line(event.headline or (first.text if first else ""))
        if column is Column.DATE:
            return in_british_words(event.when) if event.date_edtf else self.tr("Event")
        if column is Column.TIME:
            return event.time
        if column is Column.AGENCY:
            number = len(group.agency_ids)
            return self.tr("1 agency") if number == 1 else self.tr("{n} agencies").format(n=number)
        return ""

    def spoken_of_group(self, group: Group, first: Entry | None, *, folded: bool) -> str:
        """The head of an event as a screen reader says it."""
        state = self.tr("folded") if folded else self.tr("unfolded")
        words = self.tr("Event, {state}: {headline}. {agencies}, {n} entries.")
        return words.format(
            state=state,
            headline=self.of_group(group, first, Column.WHAT),
            agencies=self.of_group(group, first, Column.AGENCY),
            n=len(group.entry_ids),
        )

    def more_words(self, entry: Entry, column: Column) -> str:
        """What there is to say about a cell beyond what it shows."""
        written = self.tr("Written as “{words}”")
        if column is Column.DATE:
            parts = (
                written.format(words=entry.date_written) if entry.date_written else "",
                self.tr("Put by hand within its day.") if entry.hand is not None else "",
            )
            return " ".join(part for part in parts if part)
        if column is Column.TIME:
            return written.format(words=entry.time_written) if entry.time_written else ""
        if column is Column.WHAT:
            return one_line(entry.action)
        if column is Column.DOUBT:
            grouped = self.tr("In an event.") if entry.event_id is not None else ""
            return " ".join(filter(None, (*(doubt.words for doubt in entry.doubts), grouped)))
        return ""


def one_line(text: str) -> str:
    """The text with its line breaks and runs of spaces made single spaces."""
    return " ".join(text.split())
