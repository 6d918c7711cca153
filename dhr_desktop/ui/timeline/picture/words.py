"""What the picture says in words: of what the pointer or the keyboard is at, and of what is shown as a whole."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.picture.axis import day_words, month_words
from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.frame import DayLine, Frame, Picture
from dhr_desktop.domain.picture.hits import Hit
from dhr_desktop.domain.picture.rows import EVER_AFTER, EVER_BEFORE
from dhr_desktop.domain.picture.spans import LaneBy, Silence

_FIRST_WORDS = 90


def tr(words: str) -> str:
    """Words in the chair's language."""
    return QCoreApplication.translate("Picture", words)


def of_hit(picture: Picture, hit: Hit, read: Sequence[Entry], unit: Unit) -> str:
    """What stands there: an entry with its date and first words, or how many entries; a key date; a silence.

    `read` are the entries themselves where they are few; several then have a line each.
    """
    if hit.key_date:
        return of_key_date(hit.key_date)
    if hit.silence:
        return of_silence(picture, hit)
    if not hit.places:
        return ""
    lane = picture.rows.rows[hit.lane].lane.name
    if len(hit.places) == len(read) == 1:
        return tr("{when}, {lane}: {words}").format(when=_when(read[0]), lane=lane, words=first_words(read[0]))
    found = [place for place in hit.places if picture.rows.is_wanted(place)]
    said = tr("{when}, {lane}: {counted}").format(
        when=_days(hit.first, hit.last, unit), lane=lane, counted=counted(len(found), len(hit.places))
    )
    return "\n".join([said, *(f"– {_clock(entry)}{first_words(entry)}" for entry in read)])


def first_words(entry: Entry) -> str:
    """How an entry begins."""
    words = " ".join(entry.text.split())
    if len(words) <= _FIRST_WORDS:
        return words
    return f"{words[:_FIRST_WORDS].rsplit(' ', 1)[0]}…"


def counted(wanted: int, total: int) -> str:
    """How many entries there are, and how many of them the filters leave."""
    entries = tr("1 entry") if total == 1 else tr("{n} entries").format(n=f"{total:,}")
    if wanted == total:
        return entries
    return tr("{n} of {entries}").format(n=f"{wanted:,}", entries=entries)


def of_key_date(line: DayLine) -> str:
    """A key date in words."""
    return tr("{when}: {words}").format(when=line.when, words=line.words)


def of_silence(picture: Picture, hit: Hit) -> str:
    """A silence in words, with how much of it is certain."""
    silence = hit.silence
    if silence is None:
        return ""
    whose = picture.rows.rows[hit.lane].lane.name if silence.lane else tr("any agency")
    return tr("{when}: no contact recorded by {whose} for {days}").format(
        when=_days(silence.first, silence.last, Unit.DAY), whose=whose, days=_number_of_days(silence)
    )


def _number_of_days(silence: Silence) -> str:
    if silence.least_days < silence.days:
        return tr("up to {days} days; {least} days are certain").format(
            days=f"{silence.days:,}", least=f"{silence.least_days:,}"
        )
    return tr("{days} days").format(days=f"{silence.days:,}")


def of_view(picture: Picture, frame: Frame) -> str:
    """What the whole picture shows, for someone who cannot see it."""
    rows, unit = picture.rows, Unit.at(frame.scale.per_day)
    kinds = {
        LaneBy.AGENCY: tr("{n} lanes, one for each agency."),
        LaneBy.PERSON: tr("{n} lanes, one for each person mentioned."),
        LaneBy.THEME: tr("{n} lanes, one for each theme."),
    }
    units = {
        Unit.DAY: tr("single entries"),
        Unit.MONTH: tr("entries counted by month"),
        Unit.QUARTER: tr("entries counted by quarter"),
        Unit.YEAR: tr("entries counted by year"),
    }
    said = [
        kinds[rows.by].format(n=len(rows.rows)),
        tr("{first} to {last}, {units}.").format(
            first=day_words(int(frame.scale.begin)), last=day_words(int(frame.scale.end)), units=units[unit]
        ),
    ]
    if rows.undated:
        said.append(tr("Not shown, for their dates are not known: {n}.").format(n=counted(rows.undated, rows.undated)))
    return " ".join(said)


def _clock(entry: Entry) -> str:
    return f"{entry.time}  " if entry.time else ""


def _when(entry: Entry) -> str:
    when = in_british_words(entry.when)
    return f"{when}, {entry.time}" if entry.time else when


def _days(first: int, last: int, unit: Unit) -> str:
    if first == EVER_BEFORE:
        return tr("in or before {day}").format(day=day_words(last))
    if last == EVER_AFTER:
        return tr("in or after {day}").format(day=day_words(first))
    if first == last:
        return in_british_words(of_day(date.fromordinal(first)))
    begin = date.fromordinal(first)
    if unit is Unit.MONTH and month_words(begin) == month_words(date.fromordinal(last)):
        return month_words(begin)
    if unit is Unit.YEAR and (begin.month, begin.day) == (1, 1):
        return str(begin.year)
    return tr("{first} to {last}").format(first=day_words(first), last=day_words(last))
