"""What is drawn where: nothing hides another wholly, and no sign is told by its colour alone."""

from itertools import combinations, pairwise

import pytest

from dhr_desktop.domain.picture import axis, rows, scene
from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.frame import Frame, Margins, Picture, Type, first_view, laid_out, limits_of
from dhr_desktop.domain.picture.legend import legend
from dhr_desktop.domain.picture.marks import FAINT
from dhr_desktop.domain.picture.scale import Scale
from dhr_desktop.domain.picture.shapes import Box, Boxes, Diamonds, Hatched, Shape, Softs, Strokes, Words, cut
from dhr_desktop.domain.picture.spans import Silence
from tests.domain.picture.made import LETTERS, POLICE, SURGERY, TOLD, Told, day, framed, measure, picture


def composed(shown: Picture, frame: Frame) -> list[Shape]:
    return list(scene.composed(shown, frame, measure))


def boxes_of(shapes: list[Shape], role: str | int, alpha: float = 1.0) -> list[Box]:
    """The boxes of an agency's ink, without the swatch beside its name."""
    found = [each for each in shapes if isinstance(each, Boxes) and (each.ink.role, each.ink.alpha) == (role, alpha)]
    return [box for each in found if not each.round for box in each.boxes]


def said(shapes: list[Shape]) -> list[str]:
    return [each.text for each in shapes if isinstance(each, Words)]


def test_near_every_certain_entry_has_a_mark_of_its_own_on_its_day() -> None:
    shown = picture()
    frame = framed(shown, "2016-03-20", "2016-04-20")
    marks = boxes_of(composed(shown, frame), 0)

    assert len(marks) == 2
    for left, _, width, _ in marks:
        assert frame.scale.x(day("2016-04-05")) <= left
        assert left + width <= frame.scale.x(day("2016-04-06"))


@pytest.mark.parametrize(("first", "last"), [("2016-04-01", "2016-04-09"), ("2016-03-01", "2016-12-20")])
@pytest.mark.parametrize("number", [2, 5, 40])
def test_entries_of_one_day_do_not_hide_one_another(number: int, first: str, last: str) -> None:
    told: list[Told] = [(POLICE, "2016-04-05", "2016-04-05", 0)] * number
    shown = picture(*told, (POLICE, "2016-04-06", "2016-04-06", 0))
    marks = boxes_of(composed(shown, framed(shown, first, last)), 0)

    assert len(set(marks)) == len(marks)
    for one, other in combinations(marks, 2):
        apart = one[0] + one[2] <= other[0] + 0.01 or other[0] + other[2] <= one[0] + 0.01
        above = one[1] + one[3] <= other[1] + 0.01 or other[1] + other[3] <= one[1] + 0.01
        assert apart or above, (one, other)


def test_more_than_can_stand_in_a_day_become_a_block_with_their_number() -> None:
    shown = picture(*[(POLICE, "2016-04-05", "2016-04-05", 0)] * 250)
    shapes = composed(shown, framed(shown, "2016-04-01", "2016-04-20", (900, 140)))

    assert len(boxes_of(shapes, 0)) == 1
    assert "250" in said(shapes)


def test_an_uncertain_date_reaches_softly_from_its_earliest_to_its_latest_day() -> None:
    shown = picture()
    frame = framed(shown, "2014-05-01", "2014-08-01")
    softs = [box for each in composed(shown, frame) if isinstance(each, Softs) for box in each.boxes]
    june = (frame.scale.x(day("2014-06-01")), frame.scale.x(day("2014-07-01")))

    assert any(abs(left - june[0]) < 0.1 and abs(left + width - june[1]) < 0.1 for left, _, width, _ in softs)


def test_uncertain_dates_that_overlap_stand_in_rows_of_their_own() -> None:
    shown = picture((SURGERY, "2016-01-01", "2016-12-31", 0), (SURGERY, "2016-03-01", "2016-06-30", 0))
    frame = framed(shown, "2016-01-01", "2016-07-01", (900, 400))
    (tops,) = [
        [top for _, top, _, _ in each.boxes]
        for each in composed(shown, frame)
        if isinstance(each, Softs) and each.ink.role == 1 and each.boxes
    ]

    assert len(set(tops)) == 2


def test_far_out_bars_count_by_month_quarter_or_year() -> None:
    shown = picture()
    for last, width in (("2018-12-31", 900.0), ("2018-12-31", 460.0), ("2060-01-01", 400.0)):
        frame = framed(shown, "2014-01-01", last, (width, 240.0))
        bars = boxes_of(composed(shown, frame), 0)
        months = max(Unit.at(frame.scale.per_day), 1)

        assert len(bars) == 2
        assert bars[0][2] == pytest.approx(frame.scale.per_day * 30.44 * months, rel=0.1, abs=1.6)


def test_what_filters_leave_out_is_drawn_faint_and_not_left_away() -> None:
    shown = picture()
    narrowed = Picture(rows.narrowed(shown.rows, {2}), shown.days)
    shapes = composed(narrowed, framed(shown, "2016-03-20", "2016-04-20"))

    assert len(boxes_of(shapes, 0)) == 1
    assert len(boxes_of(shapes, 0, FAINT)) == 1
    assert len(boxes_of(shapes, 1, FAINT)) == 1


def test_events_are_joined_across_lanes() -> None:
    shown = picture()
    frame = framed(shown, "2016-03-20", "2016-04-20")
    lines = [
        line
        for each in composed(shown, frame)
        if isinstance(each, Strokes) and each.width == 1.2
        for line in each.lines
    ]
    middle = frame.scale.x(day("2016-04-05") + 0.5), frame.scale.x(day("2016-04-07") + 0.5)

    assert any((x, to_x) == pytest.approx(middle) and y < to_y for x, y, to_x, to_y in lines)


def test_key_entries_have_a_shape_of_their_own() -> None:
    shown = picture(*TOLD, keys=frozenset({2}))
    frame = framed(shown, "2016-03-20", "2016-04-20")
    places = [place for each in composed(shown, frame) if isinstance(each, Diamonds) for place in each.places]

    assert [x for x, _, _ in places] == pytest.approx([frame.scale.x(day("2016-04-05") + 0.5)])


def test_silences_are_hatched_in_their_lane_and_shaded_over_all() -> None:
    silences = (
        Silence(SURGERY, day("2016-05-01"), day("2016-07-31"), 92, 92),
        Silence(0, day("2016-05-01"), day("2016-05-31"), 31, 31),
    )
    shown = picture(silences=silences)
    frame = framed(shown, "2016-03-20", "2016-09-20")
    shapes = composed(shown, frame)
    (hatched,) = [box for each in shapes if isinstance(each, Hatched) for box in each.boxes]
    over_all = boxes_of(shapes, "muted", scene.ALL_SILENT)

    assert hatched[1] == pytest.approx(frame.y(1) + 1)
    assert hatched[0] == pytest.approx(frame.scale.x(day("2016-05-01")))
    assert over_all[0][3] == pytest.approx(frame.bottom - frame.top)


def test_key_dates_are_named_lines_and_the_death_is_never_left_out() -> None:
    shown = picture()
    shapes = composed(shown, framed(shown, "2014-01-01", "2019-01-01"))

    assert {"Death", "Separation", "Review from"} <= set(said(shapes))
    assert "Death" in said(composed(shown, framed(shown, "1900-01-01", "2019-01-01", (400, 200))))


def test_every_lane_is_named_and_a_name_that_is_too_long_is_cut() -> None:
    shown = picture()
    assert {"Police", "Millpond Surgery"} <= set(said(composed(shown, framed(shown, "2014-01-01", "2019-01-01"))))
    assert cut("Millpond Surgery", measure("Millpond…"), measure) == "Millpond…"


def test_in_large_letters_fewer_lanes_are_in_sight_and_each_still_has_its_name() -> None:
    shown = picture()
    letters = Type(30.0, 24.0, 14.0)
    frame = laid_out((900.0, 100.0), Margins(300.0), letters, shown, Scale(day("2014-01-01"), day("2019-01-01"), 0, 1))
    words = said(composed(shown, frame))

    assert "Police" in words
    assert "1 more lane" in words


def test_lanes_for_which_there_is_no_room_are_counted() -> None:
    shown = picture()
    frame = framed(shown, "2014-01-01", "2019-01-01", (900, 62))

    assert "1 more lane" in said(composed(shown, frame))
    assert frame.most_shift > 0


@pytest.mark.parametrize("days", [6, 20, 45, 100, 300, 900, 3000, 20_000])
def test_words_of_the_scale_never_run_into_one_another(days: int) -> None:
    shown = picture()
    begin = day("2016-01-20")
    frame = framed(shown, "2016-01-20", "2016-02-20")
    wider = Frame(
        frame.width,
        frame.height,
        Scale(begin, begin + days, frame.scale.left, frame.scale.width),
        LETTERS,
        0.0,
        frame.top,
        frame.bottom,
        2,
    )
    under = [each for each in composed(shown, wider) if isinstance(each, Words) and each.baseline > wider.bottom]
    ends = sorted((each.x, each.x + measure(each.text)) for each in under)

    assert under
    assert all(one[1] < other[0] for one, other in pairwise(ends))


def test_the_scale_tells_years_far_out_and_days_near() -> None:
    far = [tick.words for tick in axis.ticks(Scale(day("2012-01-01"), day("2019-01-01"), 0, 800), 7)]
    near = [tick.words for tick in axis.ticks(Scale(day("2016-04-01"), day("2016-04-12"), 0, 800), 7)]

    assert far[:2] == ["2012", "Apr"] or far[:2] == ["2012", "2013"]
    assert near[:3] == ["April 2016", "2", "3"]


def test_one_old_record_does_not_squash_the_first_view_and_can_be_reached() -> None:
    told = [(POLICE, "1999-03-09", "1999-03-09", 0), *[(POLICE, "2016-04-05", "2016-04-05", 0)] * 120]
    shown = picture(*told)

    assert first_view(shown)[0] > day("2013-01-01")
    assert limits_of(shown).first < day("1999-03-09")


def test_a_picture_of_nothing_is_still_a_picture() -> None:
    shown = Picture()
    frame = framed(shown, "2016-01-01", "2017-01-01")

    assert composed(shown, frame)
    assert limits_of(shown).days > 300


def test_the_legend_names_each_sign_that_occurs_and_no_other() -> None:
    full = picture(*TOLD, keys=frozenset({2}), silences=(Silence(POLICE, 1, 2, 2, 2),))
    plain = Picture(rows.made(rows.Spans(), ()))
    named = [sign.kind for sign in legend(full, Unit.MONTH, LETTERS, 900, measure).signs]

    assert named == ["bar", "soft", "key", "join", "silence", "line", "dashed", "outside"]
    assert [sign.kind for sign in legend(plain, Unit.DAY, LETTERS, 900, measure).signs] == ["mark"]
