"""Words that begin by saying that they are a late entry name the day on which it happened."""

import pytest

from dhr_desktop.importing.embedded_dates import told_late


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Late entry for 10/03/2016: home visit.", "10/03/2016"),
        ("LATE ENTRY: 10.3.16 - seen at home.", "10.3.16"),
        ("Retrospective entry: on 11 March he called.", "11 March"),
        ("Retrospective note made for Friday 11th March 2016, seen in clinic.", "11th March 2016"),
        ("(Late entry re 10/3) Telephone call.", "10/3"),
        ("*Late entry* Date of contact: 2016-03-10. Seen.", "2016-03-10"),
        ("Delayed recording of 10th of March. Seen.", "10th of March"),
        ("Late entry. Seen at home on 10/03/2016.", ""),
        ("Late home from school on 10/03/2016.", ""),
        ("Seen on 10/03/2016. Late entry.", ""),
        ("Late entry by worker 12/4 hours later", ""),
        ("", ""),
    ],
)
def test_a_late_entry_names_its_day_at_the_head_of_the_words(words, date):
    assert told_late(words) == date
