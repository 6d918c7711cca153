"""The dates and times of one row after another: typed or written, carried down, in British time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.entries import Doubt
from dhr_desktop.importing.british_time import to_british
from dhr_desktop.importing.date_fixes import likely_fix
from dhr_desktop.importing.date_order import DAY_FIRST, DateOrder
from dhr_desktop.importing.dates import Context, read_date
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.grid import Value, as_text
from dhr_desktop.importing.midnights import Midnight, is_written_as_zero
from dhr_desktop.importing.terms import NO_TERMS, TermDates
from dhr_desktop.importing.times import read_time
from dhr_desktop.importing.typed import day_of, day_of_serial, hour_of, part_of_a_day

_CLOCK_NUMBER_MOST = 2359
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """What one or two cells say of when. `edtf` is '' where they say nothing; `ditto` asks for the row above."""

    edtf: str = ""
    time: str = ""
    written: str = ""
    time_written: str = ""
    doubts: tuple[Doubt, ...] = ()
    ditto: bool = False
    unreadable: bool = False
    later: int = 0
    """Days after the row above, where a ditto says 'the next day'."""


NOTHING = Moment()


@dataclass(frozen=True, slots=True)
class DateColumn:
    """A column of dates, the column of times that goes with it, and how they are to be read."""

    field: str
    column: int
    time_column: int | None = None
    order: DateOrder = DAY_FIRST
    utc: bool = False
    terms: TermDates = NO_TERMS
    serials: bool = False
    """Whether nearly the whole column is serials: then the export left out the format, and none needs a look."""
    hours: bool = False
    """Whether the numbers of the column of times are hours alone, as in 9, 14 and 17."""
    since_1904: bool = False
    unsaid: bool = False
    """Whether it is not known yet if the times are UTC: those that it would change carry a doubt."""

    midnight: Midnight = Midnight.HOUR
    """What 00:00 in the date's own cell is taken for."""

    def read(self, row: Sequence[Value], neighbour: date | None, *, year_is_sure: bool = False) -> Moment:
        """What the row's cells say; a time of its own column wins over one in the date's cell.

        `neighbour` is a date that a missing year may be taken from, and surely so under a heading of its year.
        """
        moment = self._date(
            row[self.column], Context(self.order.month_first, neighbour, self.terms, year_is_sure=year_is_sure)
        )
        if self.time_column is not None:
            moment = with_time(moment, row[self.time_column], self.field, hours=self.hours)
        if self.midnight is Midnight.HOUR or moment.time_written or not moment.time:
            return self._in_british_time(moment)
        return self._without_midnight(moment)

    def clock_of(self, value: Value) -> str:
        """The time that a cell of the column holds, by the clock in Britain; '' for none."""
        return self._in_british_time(self._date(value, Context(self.order.month_first))).time

    def _without_midnight(self, moment: Moment) -> Moment:
        """The moment without a midnight that is no time, or with a doubt where it may be none."""
        zero = is_written_as_zero(moment.written)
        local = self._in_british_time(moment)
        if self.midnight is Midnight.NO_TIME and zero:
            return replace(moment, time="")
        if self.midnight is Midnight.NO_TIME and local.time == "00:00" and "midnight" not in moment.written.lower():
            return replace(local, time="")
        if not zero:
            return local
        about = "reported time" if self.field.startswith("reported") else "time"
        return replace(local, doubts=(*local.doubts, doubt("midnight", about, moment.written)))

    def _date(self, value: Value, context: Context) -> Moment:
        written = as_text(value)
        typed = day_of(value)
        if typed:
            return self._typed(typed, written)
        serial = day_of_serial(value, since_1904=self.since_1904)
        if serial:
            edtf = serial[0].isoformat()
            return Moment(
                edtf,
                _clock(serial[1]),
                written,
                doubts=() if self.serials else (doubt("serial", self.field, written, edtf),),
            )
        if not written:
            return NOTHING
        # A whole day without a doubt leans on no neighbour, so that the same words need be read only once in a file.
        reading = read_date(written, _by_itself(context.month_first, context.terms))
        if len(reading.edtf) != len("2017-04-03") or reading.doubts:
            reading = read_date(written, context)
        doubts = tuple(
            doubt(code, self.field, written, reading.edtf, likely_fix(code, written, reading.edtf, context))
            for code in self._codes(reading.doubts, written, reading.edtf)
        )
        moment = Moment(
            reading.edtf, reading.time, written, "", doubts, reading.ditto, reading.unreadable, reading.later
        )
        return self._in_british_time(moment, said=True) if reading.utc and not self.utc else moment

    def _typed(self, typed: tuple[date, time | None], written: str) -> Moment:
        edtf = typed[0].isoformat()
        if self.order.turned and typed[0].day <= _MONTHS:
            edtf = typed[0].replace(month=typed[0].day, day=typed[0].month).isoformat()
        neighbour_free = read_date(edtf, Context())  # a typed year can be mistyped too
        codes = neighbour_free.doubts or (
            ("maybe-swapped",) if self.order.swapped and typed[0].day != typed[0].month else ()
        )
        doubts = tuple(doubt(code, self.field, written, neighbour_free.edtf, _swapped(code, edtf)) for code in codes)
        return Moment(neighbour_free.edtf or edtf, _clock(typed[1]), written, doubts=doubts)

    def _codes(self, codes: tuple[str, ...], written: str, edtf: str) -> tuple[str, ...]:
        """The reading's own doubts, and one where the order of the numbers was assumed and would matter."""
        if self.order.settled or codes or len(edtf) != len("2017-04-03"):
            return codes
        turned = read_date(written, Context(not self.order.month_first))
        matters = turned.edtf != edtf and not turned.doubts
        return ("ambiguous-order",) if matters else ()

    def _in_british_time(self, moment: Moment, *, said: bool = False) -> Moment:
        if self.unsaid and not said:
            return self._asked(moment)
        return _to_british(moment) if self.utc or said else moment

    def _asked(self, moment: Moment) -> Moment:
        """The moment as it stands, with a doubt where the answer would change it."""
        changed = _to_british(moment)
        if (changed.edtf, changed.time) == (moment.edtf, moment.time):
            return moment
        about = "reported time" if self.field.startswith("reported") else "time"
        unsaid = doubt("clock-unsaid", about, f"{moment.time}", changed.time, changed.time)
        return replace(moment, doubts=(*moment.doubts, unsaid))


def _to_british(moment: Moment) -> Moment:
    """A moment in UTC by the clock in Britain; one that is no exact day and time stays as it is."""
    if not moment.time or len(moment.edtf) != len("2017-04-03"):
        return moment
    try:
        local = to_british(datetime.fromisoformat(f"{moment.edtf}T{moment.time}"))
    except ValueError:
        return moment
    return replace(moment, edtf=local.date().isoformat(), time=f"{local:%H:%M}")


@lru_cache(maxsize=64)
def _by_itself(month_first: bool, terms: TermDates) -> Context:
    return Context(month_first, terms=terms)


def _swapped(code: str, edtf: str) -> str:
    """A typed day with its day and month the other way round, where that is the doubt."""
    year, month, day = edtf.split("-")
    return f"{year}-{day}-{month}" if code == "maybe-swapped" else ""


def with_time(moment: Moment, value: Value, field: str, *, hours: bool = False) -> Moment:
    """The moment with the time that a cell of times gives it, or with a doubt where the cell gives none.

    `hours` tells that the numbers of the column are hours alone.
    """
    written = as_text(value)
    typed = hour_of(part_of_a_day(value))
    if typed is not None:
        return _timed(moment, _clock(typed, midnight_counts=True), written, moment.doubts)
    if isinstance(value, int | float) and not isinstance(value, bool) and value <= _CLOCK_NUMBER_MOST:
        written = _figures_of(value, hours=hours)
    if not written:
        return moment
    reading = read_time(written)
    about = "reported time" if field.startswith("reported") else "time"
    doubts = moment.doubts
    if reading.doubts:
        doubts = (*doubts, *(doubt(code, about, written) for code in reading.doubts))
    return _timed(moment, reading.time or moment.time, written, doubts)


def _figures_of(number: float, *, hours: bool) -> str:
    """A number as the clock time that was typed: 930 is 09:30 and 45 is 00:45, but among hours 9 is 09:00."""
    if not float(number).is_integer():
        return f"{number:.2f}"
    return f"{int(number):02}:00" if hours else f"{int(number):04}"


def _timed(moment: Moment, clock: str, written: str, doubts: tuple[Doubt, ...]) -> Moment:
    """The moment with a time; written out, for `dataclasses.replace` takes as long as all the rest of a row's time."""
    return Moment(moment.edtf, clock, moment.written, written, doubts, moment.ditto, moment.unreadable, moment.later)


def _clock(hour: time | None, *, midnight_counts: bool = False) -> str:
    return f"{hour:%H:%M}" if hour is not None and (midnight_counts or hour != time()) else ""


def first_day(edtf: str) -> date | None:
    """The first day that a date can mean, for what leans on it."""
    return parse(edtf).earliest if edtf else None
