"""What looks alike and is not one happening: what tells the two apart, and what does not."""

import pytest

from dhr_desktop.timeline.same_event.suggesting import suggest
from tests.timeline.same_event.conftest import AGENCIES, HOMES, HOSPITAL, POLICE, SOCIAL_CARE

ROUTINE_ROWS = 6
SEEN = "Woman struck in the face beside the oak wardrobe, neighbour heard her."


def together(records, *entries):
    return any(set(entries) <= one for one in records.suggested())


def contacts_of_one_crime(records, kind_of_the_second):
    """Police rows under one crime reference, in a file whose rows that go on with another leave the kind empty."""
    for number in range(ROUTINE_ROWS):
        records.write(POLICE, f"2014-02-{number + 1:02}", f"Patrol {number}.", other={"Incident type": "Patrol"})
    under = {"reference": "RC/05520/14"}
    first = records.write(
        POLICE,
        "2014-05-10",
        "Withdraws her statement at the front counter, asks for her lantern and her oak budgerigar cage.",
        time="15:40",
        other={"Incident type": "Victim contact"},
        **under,
    )
    second = records.write(
        POLICE, "2014-05-10", "Will go to court if asked.", time="17:30", other=kind_of_the_second, **under
    )
    told = records.write(
        SOCIAL_CARE,
        "2014-05-10",
        "Police told us she withdrew her statement, wants lantern, oak cage, budgerigar.",
        time="16:10",
    )
    return first, second, told


@pytest.mark.parametrize(("kind", "joined"), [({"Incident type": "Witness contact"}, False), ({}, True)])
def test_under_one_reference_a_row_that_names_its_kind_anew_is_another_contact(records, kind, joined):
    first, second, told = contacts_of_one_crime(records, kind)

    assert together(records, first, told)
    assert together(records, second, told) is joined


@pytest.mark.parametrize(
    ("said", "joined"),
    [
        ("Neighbour upset by Saturday, struck her fist on the oak door, wants a camera.", False),
        ("Police tell us of Saturday: struck in the face, neighbour took her in, oak broken.", True),
    ],
)
def test_a_contact_days_later_is_news_only_where_it_says_who_told_it(records, said, joined):
    police = records.write(POLICE, "2014-05-10", SEEN, time="21:40")
    late = records.write(HOMES, "2014-05-10", said, reported_edtf="2014-05-12")

    assert together(records, police, late) is joined


def test_news_is_news_too_where_the_agency_that_told_it_sent_no_records(records):
    hospital = records.write(HOSPITAL, "2014-05-10", SEEN, time="21:40")
    late = records.write(
        HOMES,
        "2014-05-10",
        "Police tell us of Saturday: struck in the face, neighbour took her in, oak broken.",
        reported_edtf="2014-05-12",
    )
    without = [entry for entry in records.entries if entry.agency_id != POLICE]
    names = {number: name for number, name in AGENCIES.items() if number != POLICE}

    assert any({hospital, late} <= set(one.entry_ids) for one in suggest(without, names))


@pytest.mark.parametrize(("clock", "joined"), [("00:20", True), ("10:20", False)])
def test_one_night_goes_on_over_midnight(records, clock, joined):
    before = records.write(POLICE, "2014-05-10", "Barking cough, lantern lit in the yard.", time="23:50")
    after = records.write(HOSPITAL, "2014-05-11", "Croup. Lantern burn on the sleeve.", time=clock)

    assert together(records, before, after) is joined


@pytest.mark.parametrize(
    ("kind", "joined"),
    [("Told that she has died at the hospice.", True), ("Told that she is in arrears at the hospice.", False)],
)
def test_records_of_one_week_that_tell_of_a_death_mostly_tell_of_one(records, kind, joined):
    first = records.write(HOSPITAL, "2014-05-10", kind)
    second = records.write(HOMES, "2014-05-11", kind)

    assert together(records, first, second) is joined


@pytest.mark.parametrize(("clock", "joined"), [("", True), ("11:00", False)])
def test_whoever_is_seen_again_days_later_is_not_told_of_the_first_time(records, clock, joined):
    police = records.write(POLICE, "2014-05-10", SEEN, time="21:40")
    again = records.write(
        HOSPITAL, "2014-05-12", "Face bruised, struck on Saturday beside the wardrobe. Police involved.", time=clock
    )

    assert together(records, police, again) is joined


@pytest.mark.parametrize(("clock", "joined"), [("22:30", True), ("11:20", False)])
def test_one_agency_does_not_write_twice_of_one_thing_at_hours_far_apart(records, clock, joined):
    scene = "hoarse, at the oak wardrobe, kettle boiled dry, tinsel"
    police = records.write(POLICE, "2014-05-10", f"Hands round her neck, {scene}.")
    first = records.write(HOSPITAL, "2014-05-10", f"Neck tender, {scene}.", time="23:10")
    second = records.write(HOSPITAL, "2014-05-10", f"Neck sore, {scene}.", time=clock)

    assert together(records, police, first)
    assert together(records, first, second) is joined


def test_the_chair_is_told_that_one_was_written_later_of_its_own_accord(records):
    words = "Struck in the face beside the oak wardrobe, kettle boiled dry, budgerigar flown, tinsel torn."
    records.write(POLICE, "2014-05-10", words)
    records.write(HOMES, "2014-05-10", words, reported_edtf="2014-05-12")

    (found,) = records.suggestions()

    assert "but one is written days later and names no agency that told of it" in found.reasons
