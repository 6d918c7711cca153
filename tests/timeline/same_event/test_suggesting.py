"""What is suggested as one happening, and what is not."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.timeline.same_event.suggesting import suggest
from tests.timeline.same_event.conftest import AGENCIES, HOMES, HOSPITAL, MARAC, POLICE, SOCIAL_CARE, Records


def assault(records):
    """One evening as police and hospital write of it."""
    police = records.write(
        POLICE, "2014-05-10", "Call from 12 Harbour Row. Woman struck in the face beside the wardrobe.", time="21:40"
    )
    hospital = records.write(
        HOSPITAL,
        "2014-05-10",
        "By ambulance with police. Bruised cheek, says he hit her at the wardrobe.",
        time="22:25",
    )
    return police, hospital


def test_two_agencies_at_one_hour_with_a_rare_thing_in_both_tell_of_one_happening(records):
    pair = assault(records)

    assert set(pair) in records.suggested()


def test_in_a_review_of_a_dozen_entries_one_happening_is_found_as_in_a_large_one(records):
    del records.entries[9:]
    pair = assault(records)

    assert records.suggested() == [set(pair)]


def test_a_notification_after_the_weekend_joins_by_the_day_it_names(records):
    police, hospital = assault(records)
    notified = records.write(
        SOCIAL_CARE,
        "2014-05-12",
        "Notified of Saturday night, mother struck in face.",
        source="Police notification",
    )

    assert {police, hospital, notified} in records.suggested()


def test_lines_of_one_log_come_in_together(records):
    first = records.write(POLICE, "2014-05-10", "Woman struck beside the wardrobe.", time="21:40", reference="INC 0455")
    last = records.write(POLICE, "2014-05-10", "Taxi arranged for her.", time="23:10", reference="INC 0455")
    hospital = records.write(HOSPITAL, "2014-05-10", "Says he hit her at the wardrobe. Bruised.", time="22:25")

    assert {first, last, hospital} in records.suggested()


def test_rows_that_leave_the_kind_of_incident_empty_go_on_with_the_row_above(records):
    for number in range(6):
        records.write(
            POLICE, f"2014-02-{number + 1:02}", f"Patrol, nothing seen {number}.", other={"Incident type": "Patrol"}
        )
    first = records.write(
        POLICE, "2014-05-10", "Woman struck beside the wardrobe.", time="21:40", other={"Incident type": "Assault"}
    )
    second = records.write(POLICE, "2014-05-10", "Taxi arranged for her.", time="23:10")
    hospital = records.write(HOSPITAL, "2014-05-10", "Says he hit her at the wardrobe. Bruised.", time="22:25")

    assert {first, second, hospital} in records.suggested()


def test_a_routine_contact_of_the_same_day_stays_apart(records):
    assault(records)
    routine = records.write(HOMES, "2014-05-10", "Tenant asked for a new parking permit.", time="10:05")

    assert not any(routine in together for together in records.suggested())


@pytest.mark.parametrize(("house", "joined"), [("12", True), ("31", False)])
def test_the_same_thing_at_another_house_stays_apart(records, house, joined):
    here = records.write(POLICE, "2014-06-01", "Front door broken at 12 Harbour Row, lantern cracked.")
    there = records.write(HOMES, "2014-06-01", f"Damage to lantern at {house} Harbour Row.")

    assert ({here, there} in records.suggested()) is joined


def test_a_record_that_says_it_is_about_another_family_stays_apart(records):
    one = records.write(POLICE, "2014-06-01", "Strategy discussion with social care by telephone.", time="11:00")
    other = records.write(SOCIAL_CARE, "2014-06-01", "Strategy discussion, police, on a different child.", time="11:00")

    assert {one, other} not in records.suggested()


def test_the_contributions_to_a_meeting_are_of_one_meeting(records):
    police = records.write(POLICE, "2014-09-03", "Case heard at MARAC. Marker to be placed.", source="MARAC")
    minutes = [
        records.write(MARAC, "2014-09-03", "Two calls this spring, both with children present.", source="Police"),
        records.write(MARAC, "2014-09-03", "Arrears, joint tenancy.", source="Housing"),
    ]
    homes = records.write(HOMES, "2014-09-03", "Attended MARAC. Action: locks.", source="Meeting")

    assert {police, *minutes, homes} in records.suggested()


def test_what_was_done_after_a_meeting_is_not_the_meeting(records):
    records.write(POLICE, "2014-09-03", "Case heard at MARAC. Marker to be placed.", source="MARAC")
    records.write(MARAC, "2014-09-03", "Two calls this spring, both with children present.", source="Police")
    after = records.write(MARAC, "2014-09-03", "Action 4 closed by e-mail.", source="Coordinator update")

    assert not any(after in together for together in records.suggested())


def test_what_the_coordinator_of_a_meeting_notes_beside_it_is_not_the_meeting(records):
    records.write(POLICE, "2014-09-03", "Case heard at MARAC. Marker to be placed.", source="MARAC")
    records.write(MARAC, "2014-09-03", "Two calls this spring, both with children present.", source="Police")
    beside = records.write(MARAC, "2014-09-03", "Her aunt rang to ask whether to come.", source="Coordinator")

    assert not any(beside in together for together in records.suggested())


@pytest.mark.parametrize(
    ("said", "joined"),
    [
        ("A different Okonjo, born 1991, is known.", False),
        ("A different OKONJO is known.", False),
        ("A different Surgery is known.", True),  # a word of the field, however it is written
        ("A different Brannigan is known.", True),  # nobody of the review is called so
        ("Okonjo is known, as different as ever.", True),
    ],
)
def test_a_record_about_a_namesake_stays_apart(records, said, joined):
    for week in range(1, 5):
        records.write(HOMES, f"2015-0{week}-03", f"Ms Okonjo paid at the office, receipt {week}.")
    records.write(POLICE, "2014-09-03", "Case heard at MARAC. Marker to be placed.", source="MARAC")
    minutes = records.write(MARAC, "2014-09-03", f"Not under supervision. {said}", source="Probation")

    assert any(minutes in together for together in records.suggested()) is joined


def test_no_agency_is_suggested_with_itself_alone(records):
    records.write(POLICE, "2014-05-10", "Woman struck beside the wardrobe.", time="21:40")
    records.write(POLICE, "2014-05-10", "Woman struck beside the wardrobe, second caller.", time="21:45")

    assert records.suggested() == []


def test_a_date_that_may_be_any_of_three_days_can_join_and_a_year_cannot(records):
    hospital = records.write(HOSPITAL, "2014-12-25", "Fell down the stairs, bruised ribs, tinsel hair.", time="23:05")
    near = records.write(
        SOCIAL_CARE,
        "2014-12-24/2014-12-26",
        "Child: mother fell down the stairs and bruised her ribs, tinsel everywhere.",
    )
    vague = records.write(HOMES, "2014", "Tenant fell down the stairs, bruised ribs, tinsel.")
    unknown = records.write(POLICE, "XXXX", "Fell down the stairs, bruised ribs, tinsel.")

    together = next(one for one in records.suggested() if hospital in one)
    assert near in together
    assert not {vague, unknown} & together


def test_a_rejected_pair_is_never_suggested_again(records):
    police, hospital = assault(records)
    notified = records.write(
        SOCIAL_CARE,
        "2014-05-12",
        "Notified of Saturday night, mother struck in face.",
        source="Police notification",
    )

    rejected = {frozenset((police, hospital))}

    assert not any({police, hospital} <= together for together in records.suggested(rejected=rejected))
    assert any(notified in together for together in records.suggested(rejected=rejected))


def test_rejecting_a_line_of_a_log_parts_it_from_the_log(records):
    first = records.write(POLICE, "2014-05-10", "Woman struck beside the wardrobe.", time="21:40", reference="INC 0455")
    last = records.write(POLICE, "2014-05-10", "Taxi arranged for her.", time="23:10", reference="INC 0455")
    records.write(HOSPITAL, "2014-05-10", "Says he hit her at the wardrobe. Bruised.", time="22:25")

    together = records.suggested(rejected={frozenset((first, last))})

    assert not any({first, last} <= one for one in together)


def test_no_entry_comes_into_two_suggestions_and_each_holds_several_agencies(records):
    assault(records)
    found = records.suggestions()

    numbers = [number for one in found for number in one.entry_ids]
    assert len(numbers) == len(set(numbers))
    agency = {entry.id: entry.agency_id for entry in records.entries}
    assert all(len({agency[number] for number in one.entry_ids}) > 1 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 <= one.score <= 1 for one in found)


def test_a_higher_threshold_leaves_the_surest(records):
    assault(records)
    every = records.suggestions()
    highest = every[0].score

    assert records.suggestions(threshold=highest) == [one for one in every if one.score == highest]
    assert records.suggestions(threshold=1.0) == []


def test_nothing_is_suggested_for_one_agency_or_none():
    assert suggest([], AGENCIES) == []
    records = Records()
    assert suggest([entry for entry in records.entries if entry.agency_id == POLICE], AGENCIES) == []


def test_it_can_be_stopped(records):
    class Stopping:
        def step(self, *_):
            raise Cancelled

    with pytest.raises(Cancelled):
        suggest(records.entries, AGENCIES, progress=Stopping())


def test_the_chair_is_told_why(records):
    assault(records)
    records.write(
        SOCIAL_CARE,
        "2014-05-12",
        "Notified of Saturday night, mother struck in face.",
        source="Police notification",
    )

    reasons = records.suggestions()[0].reasons

    assert "10 May 2014 and 12 May 2014" in reasons
    assert "Marlshire Children's Social Care names 10 May 2014 on 12 May 2014" in reasons
    assert "one at 21:40, another at 22:25" in reasons
    assert any(reason.startswith("share ") and "“wardrobe”" in reason for reason in reasons)
    assert any("tell of: " in reason and "struck" in reason for reason in reasons)
    assert any(reason.endswith("heard and names Marlshire Police") for reason in reasons)


def test_both_is_said_of_two_entries_and_never_of_more(records):
    first, hospital = assault(records)
    assert {"both on 10 May 2014", "21:40 and 22:25"} <= set(records.suggestions()[0].reasons)

    for number, each in enumerate(records.entries):
        if each.id == first:
            records.entries[number] = replace(each, reference="INC 0455")
    records.write(POLICE, "2014-05-10", "Taxi arranged for her.", time="22:25", reference="INC 0455")

    (found,) = records.suggestions()
    assert len(found.entry_ids) > len({first, hospital})
    assert {"all on 10 May 2014", "two at 22:25"} <= set(found.reasons)
    assert not any(reason.startswith(("both on", "both at")) for reason in found.reasons)


def test_the_chair_is_told_what_speaks_against(records):
    words = "Strangled beside the oak wardrobe, hoarse, passed out, kettle boiled dry, budgerigar flown."
    records.write(POLICE, "2014-06-01", words, time="01:30")
    records.write(HOSPITAL, "2014-06-01", words, time="09:30")

    (found,) = records.suggestions()

    assert found.reasons[-1] == "but their hours lie apart"


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=25)
@given(chance=st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(chance):
    records = Records()
    assault(records)
    records.write(SOCIAL_CARE, "2014-05-12", "Notified of Saturday night, mother struck.", source="Police notification")
    records.write(HOMES, "2014-05-10", "Neighbour reports screaming and a wardrobe thrown.", time="21:50")
    shuffled = list(records.entries)
    chance.shuffle(shuffled)

    assert suggest(shuffled, AGENCIES) == records.suggestions()


DAYS = ["XXXX", "2014", "2014-05", "2014~", "../2014-05-01", "0001-01-01", "9999-12-31"]
WORDS = ["on the 31st", "29/2", "31/12/99", "half past one", "25:61 99pm", "last night", "Sunday night"]


@settings(max_examples=25)
@given(
    days=st.lists(st.dates().map(str) | st.sampled_from(DAYS), max_size=6),
    text=st.text(max_size=60) | st.sampled_from(WORDS),
    time=st.sampled_from(["", "00:00", "23:59"]),
)
def test_no_date_and_no_words_bring_it_down(days, text, time):
    records = Records()
    for number, day in enumerate(days):
        records.write(number % len(AGENCIES) + 1, day, text, time=time, reported_edtf=day, reported_time=time)

    found = records.suggestions(threshold=0)

    assert all(len(one.entry_ids) > 1 and one.reasons for one in found)


def test_names_of_agencies_may_be_any(records):
    pair = set(assault(records))
    nameless = dict.fromkeys(AGENCIES, "")

    assert any(pair <= set(one.entry_ids) for one in suggest(records.entries, nameless))


def test_entries_without_a_file_are_suggested_too(records):
    pair = set(assault(records))
    written = [replace(entry, submission_id=None, source_order=0) for entry in records.entries]

    assert any(pair <= set(one.entry_ids) for one in suggest(written, AGENCIES))
