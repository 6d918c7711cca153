"""What one version of an entry changed, in words: each field as it was and as it became, differing words marked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QObject

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.store import agencies, enquiry, themes, trail
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.rewording import Piece, pieces
from dhr_desktop.timeline.versions import Standing, Version
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.theme import Theme

_DATES = frozenset({"date_edtf", "reported_edtf"})
_PRIVATE = "private_note"
_YES_OR_NO = frozenset({*Mark, *Inclusion})


@dataclass(frozen=True, slots=True)
class Names:
    """What ids in old versions stand for, those that have gone since among them."""

    agencies: Mapping[int, str]
    themes: Mapping[int, str]
    lines: Mapping[int, str]


def names_in(review: Review, versions: list[Version]) -> Names:
    """The names of everything that these versions point at; safe in any thread."""
    standing = [each for version in versions for each in (version.before, version.after) if each]
    return Names(
        _named(
            review,
            "agency",
            "name",
            {each.id: each.name for each in agencies.listing(review)},
            {each.entry.agency_id for each in standing},
        ),
        _named(
            review,
            "theme",
            "name",
            {each.id: each.name for each in themes.listing(review)},
            {one for each in standing for one in each.themes},
        ),
        _named(
            review,
            "line_of_enquiry",
            "words",
            {each.id: each.words for each in enquiry.listing(review)},
            {one for each in standing for one in each.lines},
        ),
    )


def _named(review: Review, table: str, column: str, there: dict[int, str], wanted: set[int]) -> dict[int, str]:
    return {**there, **trail.last_words_of(review, table, column, sorted(wanted - there.keys()))}


class VersionWords(QObject):
    """Tells versions, their words as panel view says; a private note is for the chair alone, and not told in it."""

    def __init__(self, theme: Theme, panel: PanelView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._panel, self._shown = panel, panel.shown

    def html(self, before: Standing | None, after: Standing | None, names: Names) -> str:
        """What became of the entry between two moments."""
        if after is None:
            return self.line(self.tr("The entry was taken off the timeline. It had said:")) + self._whole(before, names)
        if before is None:
            return self.line(self.tr("The entry came onto the timeline:")) + self._whole(after, names)
        told = self._fields(before, after, names)
        told += self._gained(before.themes, after.themes, names.themes, self.tr("Theme"))
        told += self._gained(before.lines, after.lines, names.lines, self.tr("Line of enquiry"))
        told += self._events(before.entry, after.entry)
        if (before.entry.hand, before.entry.nudge) != (after.entry.hand, after.entry.nudge):
            told.append(self.line(self.tr("It was moved to another place within its day.")))
        if before.entry.source_row_id != after.entry.source_row_id:
            told.append(self.line(self.tr("It now comes from another row of the agency’s file.")))
        return "".join(told) or self.line(self.tr("It says the same as before."))

    def _fields(self, before: Standing, after: Standing, names: Names) -> list[str]:
        version = Version(0, "do", "", "", before, after)
        headings = self._headings()
        told = []
        for name in version.fields:
            if name == _PRIVATE and self._panel.on:
                told.append(self.line(self.tr("The private note was changed. It is not shown in panel view.")))
                continue
            old, new = (self._value(name, each.entry, names) for each in (before, after))
            told.append(self.heading(headings[name]) + self.both(old, new))
        return told

    def both(self, old: str, new: str, trim: Callable[[list[Piece]], list[Piece]] = list) -> str:
        """How something was and how it became, one under the other, with what differs marked; trimmed on both sides."""
        left, right = map(trim, pieces(old, new))
        nothing = f"<i>{escape(self.tr('nothing'))}</i>"
        was, now = self.tr("was"), self.tr("now")
        rows = (
            (was, self._marked(left, "refused_ground", "line-through") or nothing),
            (now, self._marked(right, "done_ground", "underline") or nothing),
        )
        muted = self._theme.colour("muted").name()
        cells = "".join(
            f'<tr><td style="color:{muted}; padding:2px 10px 2px 0">{escape(word)}</td>'
            f'<td style="padding:2px 0">{text}</td></tr>'
            for word, text in rows
        )
        return f'<table cellspacing="0">{cells}</table>'

    def _marked(self, text: list[Piece], ground: str, line: str) -> str:
        colour = self._theme.colour(ground).name()
        return "".join(
            f'<span style="background-color:{colour}; text-decoration:{line}">{_html(piece.words)}</span>'
            if piece.differs
            else _html(piece.words)
            for piece in text
        )

    def _gained(self, before: frozenset[int], after: frozenset[int], named: Mapping[int, str], what: str) -> list[str]:
        gone = self.tr("one that has been removed since")
        told = [
            self.line(self.tr("{what} given: {name}").format(what=what, name=self._shown(named.get(one, gone))))
            for one in sorted(after - before)
        ]
        told += [
            self.line(self.tr("{what} taken away: {name}").format(what=what, name=self._shown(named.get(one, gone))))
            for one in sorted(before - after)
        ]
        return told

    def _events(self, before: Entry, after: Entry) -> list[str]:
        if before.event_id == after.event_id:
            return []
        if after.event_id is None:
            return [self.line(self.tr("It was taken out of an event."))]
        if before.event_id is None:
            return [self.line(self.tr("It was put into an event with other entries."))]
        return [self.line(self.tr("It went over to another event."))]

    def _whole(self, standing: Standing | None, names: Names) -> str:
        if standing is None:
            return ""
        headings = self._headings()
        told = [
            self.heading(headings[name]) + _html(words)
            for name in ("date_edtf", "agency_id", "text", "action", "source", "reference", "comment", _PRIVATE)
            if not (name == _PRIVATE and self._panel.on) and (words := self._value(name, standing.entry, names))
        ]
        return "".join(told)

    def heading(self, words: str) -> str:
        """What the next is about."""
        return f'<p style="margin:8px 0 2px 0"><b>{escape(words)}</b></p>'

    def line(self, words: str) -> str:
        """A line of plain words."""
        return f'<p style="margin:8px 0 2px 0">{_html(words)}</p>'

    def _value(self, name: str, entry: Entry, names: Names) -> str:
        value = getattr(entry, name)
        if name in _DATES:
            return in_british_words(parse(value)) if value else ""
        if name == "agency_id":
            return self._panel.called(names.agencies.get(value, self.tr("an agency that has gone since")))
        if name in _YES_OR_NO:
            return self.tr("yes") if value else self.tr("no")
        if name == "significance":
            return self._significances()[value]
        if name == "origin":
            return self._origins()[value]
        if name == "doubts":
            return self._shown("\n".join(doubt.words for doubt in value))
        if name == "other":
            return self._shown("\n".join(f"{heading}: {cell}" for heading, cell in value.items()))
        return self._shown(str(value))

    def _headings(self) -> dict[str, str]:
        return {
            "agency_id": self.tr("Agency"),
            "date_edtf": self.tr("Date"),
            "text": self.tr("What happened"),
            "date_written": self.tr("Date as it was written"),
            "time": self.tr("Time"),
            "time_written": self.tr("Time as it was written"),
            "reported_edtf": self.tr("Day on which it was reported"),
            "reported_time": self.tr("Hour at which it was reported"),
            "action": self.tr("Action taken"),
            "source": self.tr("Source"),
            "reference": self.tr("Reference"),
            "people": self.tr("People"),
            "comment": self.tr("Comment"),
            "significance": self.tr("Significance"),
            "voice_of_victim": self.tr("Voice of the victim"),
            "good_practice": self.tr("Good practice"),
            "missed_opportunity": self.tr("Missed opportunity"),
            "distressing": self.tr("Distressing"),
            "in_chronology": self.tr("In the full chronology"),
            "in_report": self.tr("In the report"),
            "in_summary": self.tr("In the summary"),
            "private_note": self.tr("Private note"),
            "origin": self.tr("Where it comes from"),
            "other": self.tr("Other columns of the agency’s file"),
            "doubts": self.tr("Doubts"),
        }

    def _significances(self) -> dict[Significance, str]:
        return {
            Significance.UNREAD: self.tr("not yet read"),
            Significance.ROUTINE: self.tr("routine"),
            Significance.RELEVANT: self.tr("relevant"),
            Significance.KEY: self.tr("key"),
        }

    def _origins(self) -> dict[Origin, str]:
        return {
            Origin.AGENCY: self.tr("an agency’s file"),
            Origin.FAMILY: self.tr("the family"),
            Origin.INTERVIEW: self.tr("an interview"),
            Origin.ANSWER: self.tr("an answer to a question"),
            Origin.RECORD: self.tr("another record"),
            Origin.CHAIR: self.tr("you"),
        }


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
