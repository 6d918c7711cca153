"""Where a doubtful date has another likely reading, one click sets it."""

from datetime import date

import pytest

from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.date_fixes import likely_fix
from dhr_desktop.importing.dates import Context, read_date

_BESIDE = Context(neighbour=date(2016, 3, 20))


@pytest.mark.parametrize(
    ("written", "code", "read", "fix"),
    [
        ("Tuesday 3rd April 2017", "weekday", "2017-04-03", "2017-04-04"),
        ("Sunday 3rd April 2017", "weekday", "2017-04-03", "2017-04-02"),
        ("Saturday 03/04/2017", "weekday", "2017-04-03", "2017-03-04"),
        ("Tuesday 07/03/2017 ", "", "2017-03-07", ""),
        ("Mon 03/07/2017", "", "2017-07-03", ""),
        ("Tue 03/07/2018", "", "2018-07-03", ""),
        ("Wed 03/07/2018", "weekday", "2018-07-03", "2018-03-07"),
        ("Wed 07/03/2017", "weekday", "2017-03-07", "2017-03-08"),
        ("Fri 07/03/2017", "weekday", "2017-03-07", "2017-03-10"),
        ("May 16", "month-or-day", "2016-05", "2016-05-16"),
        ("Q1 2016", "quarter", "2016-01/2016-03", "2016-04/2016-06"),
        ("Q4 2016", "quarter", "2016-10/2016-12", "2017-01/2017-03"),
        ("Hydref 2014", "two-meanings", "2014-23", "2014-10"),
        ("12/03/2015 and 14/03/2015", "several-dates", "2015-03-12/2015-03-14", "2015-03-12"),
        ("14/03/2014 24:00", "day-ends", "2014-03-15", "2014-03-14"),
        ("2009-10", "year-pair", "2009-10", "2009/2010"),
        ("03042017", "run-together", "2017-04-03", ""),
        ("5th Septmber 2016", "misspelt", "2016-09-05", ""),
    ],
)
def test_a_doubtful_date_comes_with_its_other_reading(written, code, read, fix):
    reading = read_date(written, _BESIDE)
    assert reading.edtf == read
    assert reading.doubts == ((code,) if code else ())
    assert likely_fix(code, written, read, _BESIDE) == fix
    assert not fix or parse(fix)


def test_numbers_whose_order_is_open_can_be_turned():
    assert likely_fix("ambiguous-order", "03/04/2017", "2017-04-03", Context()) == "2017-03-04"
    assert likely_fix("ambiguous-order", "03/03/2017", "2017-03-03", Context()) == ""
    assert likely_fix("order", "12/25/2016", "2016-12-25", Context()) == ""
