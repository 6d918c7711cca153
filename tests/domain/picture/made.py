"""A small picture whose every mark is known: police and a surgery, from 2014 to 2018."""

from datetime import date

from dhr_desktop.domain.key_dates import KeyDate, KeyKind
from dhr_desktop.domain.meaning import Significance
from dhr_desktop.domain.picture import rows
from dhr_desktop.domain.picture.frame import Frame, Margins, Picture, Type, day_lines, laid_out
from dhr_desktop.domain.picture.scale import Scale
from dhr_desktop.domain.picture.spans import Lane, LaneBy, Silence, Spans

POLICE, SURGERY = 1, 2
LETTERS = Type(15.0, 12.0, 7.0)
Told = tuple[int, str, str, int]
"""Agency, first and last day as ISO text ('' for an open end), and event (0 for none)."""
KEY = int(Significance.KEY)


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal() if iso else 0


def spans(*told: Told, keys: frozenset[int] = frozenset()) -> Spans:
    """Entries with ids from 1 on, in the order told."""
    return Spans(
        ids=list(range(1, len(told) + 1)),
        agency_ids=[each[0] for each in told],
        firsts=[day(each[1]) for each in told],
        lasts=[day(each[2]) for each in told],
        sure=[bool(each[1]) and each[1] == each[2] for each in told],
        event_ids=[each[3] for each in told],
        significances=[KEY if number in keys else 0 for number in range(1, len(told) + 1)],
    )


TOLD: tuple[Told, ...] = (
    (SURGERY, "2014-06-01", "2014-06-30", 0),
    (POLICE, "2016-04-05", "2016-04-05", 7),
    (POLICE, "2016-04-05", "2016-04-05", 0),
    (SURGERY, "2016-04-07", "2016-04-07", 7),
    (SURGERY, "", "2017-01-31", 0),
    (SURGERY, "2017-01-01", "2017-12-31", 0),
    (POLICE, "2018-11-09", "2018-11-09", 0),
    (POLICE, "", "", 0),
)
LANES = (Lane(POLICE, "Police", 0), Lane(SURGERY, "Millpond Surgery", 1))


def picture(*told: Told, keys: frozenset[int] = frozenset(), silences: tuple[Silence, ...] = ()) -> Picture:
    days = day_lines(
        [
            KeyDate(0, "2014-01-01", "Review from", KeyKind.SCOPE_FROM),
            KeyDate(0, "2018-11-09", "Death", KeyKind.DEATH),
            KeyDate(4, "2016-08", "Separation", KeyKind.SEPARATION),
        ]
    )
    return Picture(rows.made(spans(*(told or TOLD), keys=keys), LANES, LaneBy.AGENCY), days, silences)


def framed(shown: Picture, first: str, last: str, size: tuple[float, float] = (900.0, 240.0)) -> Frame:
    """The picture from one day to another."""
    scale = Scale(float(day(first)), float(day(last)), 0.0, 1.0)
    return laid_out(size, Margins(180.0), LETTERS, shown, scale)


def measure(words: str) -> float:
    """Letters of one width, as in a test they may be."""
    return 7.0 * len(words)
