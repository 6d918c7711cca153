"""The conditions that narrow the timeline, one by one: what each is called, what it offers, and how a chip says it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.timeline.filter_names import Names

DAYS = "days"
GROUPED = "grouped"
SWITCHES = ("question_open", "doubtful_only", "in_scope")
CHOICES = (
    *("agency_ids", "person_ids", "theme_ids", "line_ids"),
    *("significances", "marks", "included", "origins"),
)
"""Conditions are known by the names of their fields in `EntryFilter`; the two ends of a stretch of days are one."""
_PLAIN = frozenset({"agency_ids", "person_ids", "significances", "marks"})
"""Conditions whose values say by themselves what they are."""
_SAID_IN_FULL, _LONG = 2, 28
"""So many values are all said on a chip, unless they make more letters than that."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be ticked under a condition."""

    value: object
    words: str
    depth: int = 0
    colour: int | None = None
    """An agency's place in the palette."""


@dataclass(frozen=True, slots=True)
class Said:
    """One active condition in words: as a chip shows it, and in full."""

    condition: str
    short: str
    full: str


class Conditions(QObject):
    """Knows the words, with people as the panel view has them. `names` are those of the present review."""

    def __init__(self, panel: PanelView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.shown: Callable[[str], str] = panel.shown
        """How headlines may be seen now; the page says so."""
        self.names = Names()

    def title(self, condition: str) -> str:
        """What a condition is called."""
        return {
            "agency_ids": self.tr("Agency"),
            "person_ids": self.tr("Person"),
            "theme_ids": self.tr("Theme"),
            "line_ids": self.tr("Line of enquiry"),
            "event_ids": self.tr("Event"),
            "significances": self.tr("Significance"),
            "marks": self.tr("Marked"),
            "included": self.tr("Included in"),
            "origins": self.tr("From"),
            DAYS: self.tr("Dates"),
        }[condition]

    def explained(self, condition: str) -> str:
        """What has to be known of a condition before choosing; '' for nothing."""
        return {
            "person_ids": self.tr("Entries that hold a form of the person’s name."),
            "theme_ids": self.tr("A theme brings those beneath it."),
        }.get(condition, "")

    def offers(self, condition: str) -> list[Offer]:
        """What can be ticked under a condition; of what is ticked, any will do."""
        names = self.names
        if condition == "agency_ids":
            agencies = self._panel.agencies(names.agencies.values())
            return [Offer(each.id, each.name, colour=each.colour) for each in agencies]
        if condition == "person_ids":
            return [Offer(each.id, self._panel.person(each)) for each in names.people.values()]
        if condition == "theme_ids":
            return [Offer(each.id, each.name, names.depths[each.id]) for each in names.themes.values()]
        if condition == "line_ids":
            return [Offer(each.id, self._panel.shown(each.words)) for each in names.lines.values()]
        if condition == "event_ids":
            return [Offer(event_id, self.shown(headline)) for event_id, headline in names.events.items()]
        return [Offer(value, words) for value, words in self._fixed(condition).items()]

    def _fixed(self, condition: str) -> dict[object, str]:
        said: dict[str, dict[object, str]] = {
            "significances": {
                Significance.UNREAD: self.tr("Not yet read"),
                Significance.ROUTINE: self.tr("Routine"),
                Significance.RELEVANT: self.tr("Relevant"),
                Significance.KEY: self.tr("Key"),
            },
            "marks": {
                Mark.VOICE: self.tr("Voice of the victim"),
                Mark.GOOD_PRACTICE: self.tr("Good practice"),
                Mark.MISSED: self.tr("Missed opportunity"),
                Mark.DISTRESSING: self.tr("Distressing"),
            },
            "included": {
                Inclusion.CHRONOLOGY: self.tr("Full chronology"),
                Inclusion.REPORT: self.tr("Report"),
                Inclusion.SUMMARY: self.tr("Summary"),
            },
            "origins": {
                Origin.AGENCY: self.tr("An agency’s file"),
                Origin.FAMILY: self.tr("Family or friends"),
                Origin.INTERVIEW: self.tr("An interview"),
                Origin.ANSWER: self.tr("An answer to a question"),
                Origin.RECORD: self.tr("Another record"),
                Origin.CHAIR: self.tr("The chair"),
            },
        }
        return said[condition]

    def switch(self, condition: str) -> str:
        """The words of a condition that is either on or off."""
        return {
            "question_open": self.tr("Question open"),
            "doubtful_only": self.tr("In doubt"),
            "in_scope": self.tr("Within the scope"),
        }[condition]

    def grouping(self, *, grouped: bool) -> str:
        """The words for standing in an event or in none."""
        return self.tr("In an event") if grouped else self.tr("In no event")

    def said(self, wanted: EntryFilter) -> list[Said]:
        """Every active condition but the words that are searched for, in the order in which they are offered."""
        found = [self._chosen(wanted, condition) for condition in (*CHOICES[:4], "event_ids", *CHOICES[4:])]
        if wanted.earliest or wanted.latest:
            days = self._days(wanted)
            found.append(Said(DAYS, days, days))
        for condition in filter(lambda name: bool(getattr(wanted, name)), SWITCHES):
            words = self.switch(condition)
            found.append(Said(condition, words, words))
        if wanted.grouped is not None:
            words = self.grouping(grouped=wanted.grouped)
            found.append(Said(GROUPED, words, words))
        return [each for each in found if each]

    def _chosen(self, wanted: EntryFilter, condition: str) -> Said | None:
        chosen = getattr(wanted, condition)
        if not chosen:
            return None
        words = [offer.words for offer in self.offers(condition) if offer.value in chosen]
        full = self.tr(" or ").join(words) or self.tr("removed since")
        shown = full
        if len(words) > _SAID_IN_FULL or len(full) > _LONG > len(words[0]):
            shown = self.tr("{first} or {n} more").format(first=words[0], n=len(words) - 1)
        full = f"{self.title(condition)}: {full}"
        return Said(condition, shown if condition in _PLAIN else f"{self.title(condition)}: {shown}", full)

    def _days(self, wanted: EntryFilter) -> str:
        first, last = _in_words(wanted.earliest), _in_words(wanted.latest)
        if first and last:
            months = _whole_months(wanted.earliest, wanted.latest)
            return months or self.tr("{first} to {last}").format(first=first, last=last)
        return self.tr("From {day}").format(day=first) if first else self.tr("Until {day}").format(day=last)


def without(wanted: EntryFilter, condition: str) -> EntryFilter:
    """The filter without one of its conditions."""
    if condition == DAYS:
        return replace(wanted, earliest="", latest="")
    return replace(wanted, **{condition: getattr(ALL, condition)})


def only(wanted: EntryFilter, condition: str) -> EntryFilter:
    """A filter with one of the conditions of another."""
    if condition == DAYS:
        return replace(ALL, earliest=wanted.earliest, latest=wanted.latest)
    return replace(ALL, **{condition: getattr(wanted, condition)})


def active(wanted: EntryFilter) -> Iterator[str]:
    """The conditions, without words, that narrow."""
    for condition in (*CHOICES, "event_ids", *SWITCHES, GROUPED):
        if getattr(wanted, condition) != getattr(ALL, condition):
            yield condition
    if wanted.earliest or wanted.latest:
        yield DAYS


def _in_words(day: str) -> str:
    return in_british_words(parse(day)) if day else ""


def _whole_months(first: str, last: str) -> str:
    """The one day, month or year that a stretch is, in words; '' when it is none of these."""
    return next(
        (_in_words(first[:cut]) for cut in (10, 7, 4) if _stretch(first[:cut]) == (first, last)),
        "",
    )


def _stretch(edtf: str) -> tuple[str, str]:
    when = parse(edtf)
    ends: tuple[date | None, date | None] = (when.earliest, when.latest)
    return ends[0].isoformat() if ends[0] else "", ends[1].isoformat() if ends[1] else ""
