"""The examples of the EDTF specification (Library of Congress, 2019; ISO 8601-2, levels 0 and 1) are all read."""

from datetime import date

import pytest

from dhr_desktop.domain.dates import FIRST_DAY, LAST_DAY, in_british_words, parse

LEVEL_0 = """\
1985-04-12 = 1985-04-12 to 1985-04-12
1985-04 = 1985-04-01 to 1985-04-30
1985 = 1985-01-01 to 1985-12-31
1985-04-12T23:20:30 = 1985-04-12 to 1985-04-12
1985-04-12T23:20:30Z = 1985-04-12 to 1985-04-12
1985-04-12T23:20:30-04 = 1985-04-12 to 1985-04-12
1985-04-12T23:20:30+04:30 = 1985-04-12 to 1985-04-12
1964/2008 = 1964-01-01 to 2008-12-31
2004-06/2006-08 = 2004-06-01 to 2006-08-31
2004-02-01/2005-02-08 = 2004-02-01 to 2005-02-08
2004-02-01/2005-02 = 2004-02-01 to 2005-02-28
2004-02-01/2005 = 2004-02-01 to 2005-12-31
2005/2006-02 = 2005-01-01 to 2006-02-28
"""

LEVEL_1 = """\
Y170000002 = 9999-12-31 to none
Y-170000002 = none to 0001-01-01
2001-21 = 2001-03-01 to 2001-05-31
2001-22 = 2001-06-01 to 2001-08-31
2001-23 = 2001-09-01 to 2001-11-30
2001-24 = 2001-12-01 to 2002-02-28
1984? = 1984-01-01 to 1984-12-31
2004-06~ = 2004-06-01 to 2004-06-30
2004-06-11% = 2004-06-11 to 2004-06-11
201X = 2010-01-01 to 2019-12-31
20XX = 2000-01-01 to 2099-12-31
2004-XX = 2004-01-01 to 2004-12-31
1985-04-XX = 1985-04-01 to 1985-04-30
1985-XX-XX = 1985-01-01 to 1985-12-31
1985-04-12/.. = 1985-04-12 to none
1985-04/.. = 1985-04-01 to none
1985/.. = 1985-01-01 to none
../1985-04-12 = none to 1985-04-12
../1985-04 = none to 1985-04-30
../1985 = none to 1985-12-31
1985-04-12/ = 1985-04-12 to none
1985-04/ = 1985-04-01 to none
1985/ = 1985-01-01 to none
/1985-04-12 = none to 1985-04-12
/1985-04 = none to 1985-04-30
/1985 = none to 1985-12-31
1984~/2004-06 = 1984-01-01 to 2004-06-30
1984/2004-06~ = 1984-01-01 to 2004-06-30
1984~/2004~ = 1984-01-01 to 2004-12-31
1984?/2004% = 1984-01-01 to 2004-12-31
1984-06?/2004-08? = 1984-06-01 to 2004-08-31
1984-06-02?/2004-08-08~ = 1984-06-02 to 2004-08-08
1984-06-02?/ = 1984-06-02 to none
2003/2004-06-11% = 2003-01-01 to 2004-06-11
1952-23~/1953 = 1952-09-01 to 1953-12-31
-1985 = none to 0001-01-01
0000 = none to 0001-01-01
"""


def _examples(table):
    return [tuple(line.split(" = ")) for line in table.splitlines()]


@pytest.mark.parametrize(("text", "days"), [*_examples(LEVEL_0), *_examples(LEVEL_1)])
def test_an_example_of_the_specification_is_read_with_its_first_and_last_day(text, days):
    when = parse(text)
    first, last = (None if day == "none" else date.fromisoformat(day) for day in days.split(" to "))
    assert (when.edtf, when.earliest, when.latest) == (text, first, last)
    assert in_british_words(when)


@pytest.mark.parametrize(
    ("text", "sure"), [("1984?", (False, True)), ("2004-06~", (True, False)), ("2004%", (True, True))]
)
def test_a_mark_of_the_specification_is_kept(text, sure):
    assert (parse(text).approximate, parse(text).unsure) == sure


def test_a_year_beyond_any_calendar_lies_before_or_after_all_its_days():
    assert parse("-1985").latest == FIRST_DAY
    assert parse("Y12000").earliest == LAST_DAY
    assert not parse("Y12000").is_exact
    assert not parse("-1985/Y12000").is_exact
