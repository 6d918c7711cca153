"""What follows from the log of contacts: attempts are counted honestly, and nobody who is owed word is passed over."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain import contact_rules as rules
from dhr_desktop.domain.contact_rules import Attempts, Duty, Logged, When
from dhr_desktop.domain.contacts import Contact, Direction, Means, Promise, Reached
from dhr_desktop.domain.stakeholders import Group, Involvement, Stakeholder

ONE, OTHER = 1, 2
TODAY = date(2019, 7, 10)
DAYS = st.dates(date(2018, 1, 1), date(2022, 12, 31))


def contact(on: date, reached: Reached = Reached.YES, whom: tuple[int, ...] = (ONE,), **more) -> Logged:
    number = more.pop("id", on.toordinal())
    return Logged(Contact(number, on, more.pop("means", Means.TELEPHONE), reached=reached, **more), whom)


def stakeholder(**more) -> Stakeholder:
    return Stakeholder(more.pop("id", ONE), 7, Group.FAMILY, **more)


CONTACTS = st.builds(contact, DAYS, st.sampled_from(Reached), direction=st.sampled_from(Direction))


def test_two_letters_without_a_reply_are_two_attempts_since_the_first():
    log = [contact(date(2019, 5, 14), Reached.NO), contact(date(2019, 7, 2), Reached.WAITING)]

    assert rules.unanswered(log) == Attempts(2, date(2019, 5, 14))


def test_an_answer_ends_the_count_of_attempts():
    log = [
        contact(date(2019, 5, 14), Reached.NO),
        contact(date(2019, 6, 1), Reached.NO, direction=Direction.FROM),
        contact(date(2019, 7, 2), Reached.NO),
    ]

    assert rules.unanswered(log) == Attempts(1, date(2019, 7, 2))


@given(st.lists(CONTACTS))
def test_attempts_and_answers_account_for_every_contact_since_the_last_that_reached(log):
    attempts = rules.unanswered(log)
    newest = rules.newest_first(log)

    assert not any(each.reached for each in newest[: attempts.number])
    assert attempts.number == len(newest) or newest[attempts.number].reached


def test_an_update_is_due_by_the_agreed_frequency_after_the_last_contact_that_reached_them():
    log = [contact(date(2019, 6, 1)), contact(date(2019, 6, 20), Reached.NO)]

    assert rules.update_due(stakeholder(update_days=28), log, TODAY) == date(2019, 6, 29)


def test_somebody_who_wishes_for_no_part_is_owed_no_update():
    nobody = stakeholder(update_days=28, involvement=Involvement.NOT)

    assert rules.update_due(nobody, [contact(date(2019, 1, 1))], TODAY) is None
    assert rules.update_due(stakeholder(), [contact(date(2019, 1, 1))], TODAY) is None


def test_somebody_who_was_never_reached_is_owed_word_from_the_day_they_were_asked():
    tried = [contact(date(2019, 6, 1), Reached.NO)]

    assert rules.update_due(stakeholder(update_days=7, asked_on=date(2019, 5, 1)), tried, TODAY) == date(2019, 5, 8)
    assert rules.update_due(stakeholder(update_days=7), tried, TODAY) == date(2019, 6, 8)
    assert rules.update_due(stakeholder(update_days=7), [], TODAY) == TODAY


@given(st.lists(CONTACTS), st.integers(1, 400), DAYS)
def test_a_contact_that_reaches_them_today_settles_every_update(log, days, today):
    due = rules.update_due(stakeholder(update_days=days), [*log, contact(today)], today)

    assert due == today + timedelta(days)


def test_a_frequency_beyond_the_calendar_is_borne():
    assert rules.update_due(stakeholder(update_days=10**9), [contact(TODAY)], TODAY) == date.max


def test_a_planned_contact_stands_until_one_comes_on_its_day_or_a_newer_plan():
    planned = contact(date(2019, 6, 12), next_on=date(2019, 7, 3), next_words="the pseudonym")
    text = contact(date(2019, 6, 20))

    assert rules.plan([planned, text]) == planned.contact
    assert rules.plan([planned, text, contact(date(2019, 7, 3), Reached.NO)]) is None
    newer = contact(date(2019, 6, 25), next_on=date(2019, 8, 1))
    assert rules.plan([planned, text, newer]) == newer.contact


def test_a_visit_to_two_plans_for_both_and_is_kept_by_each():
    joint = contact(date(2019, 6, 12), whom=(ONE, OTHER), next_on=date(2019, 7, 3))
    people = [stakeholder(), stakeholder(id=OTHER)]

    (both,) = rules.due(people, [joint], [], TODAY)
    assert (both.duty, both.whom, both.when) == (Duty.CONTACT, (ONE, OTHER), When.OVERDUE)
    (left,) = rules.due(people, [joint, contact(date(2019, 7, 3))], [], TODAY)
    assert left.whom == (OTHER,)


def test_a_promise_is_overdue_from_the_day_after():
    assert rules.when(TODAY, TODAY) is When.SOON
    assert rules.when(TODAY - timedelta(1), TODAY) is When.OVERDUE
    assert rules.when(TODAY + timedelta(7), TODAY) is When.LATER
    assert rules.when(None, TODAY) is When.NO_DAY
    assert rules.when(TODAY - timedelta(1), TODAY, done=True) is When.DONE


def test_a_promise_made_to_several_is_owed_to_all_who_were_there():
    joint = contact(date(2019, 6, 12), whom=(ONE, OTHER), id=5)

    owed = rules.promised(Promise(1, "send the terms", contact_id=5), [joint], TODAY)

    assert owed.whom == (ONE, OTHER)


@given(st.lists(st.builds(Promise, st.integers(1), st.text(), due_on=st.none() | DAYS, done_on=st.none() | DAYS)))
def test_every_promise_that_is_not_kept_falls_due_the_latest_first(promises):
    found = rules.due([], [], promises, TODAY)

    assert len(found) == sum(promise.done_on is None for promise in promises)
    late = [each.when is When.OVERDUE for each in found]
    assert late == sorted(late, reverse=True)
    assert all(each.when is not When.DONE for each in found)


def test_asking_again_falls_due_once_and_not_after_it_was_done():
    later = stakeholder(asked_on=date(2019, 3, 1), ask_again_on=date(2019, 7, 1))

    assert [each.duty for each in rules.due([later], [], [], TODAY)] == [Duty.ASK_AGAIN]
    asked = stakeholder(asked_on=date(2019, 7, 2), ask_again_on=date(2019, 7, 1))
    assert rules.due([asked], [], [], TODAY) == []


def test_the_means_say_what_was_written_of_them():
    def through(means: Means, words: str) -> str:
        return rules.how(Contact(0, TODAY, means, means_words=words))

    assert through(Means.HOME, "joint with her mother") == "home visit (joint with her mother)"
    assert through(Means.THROUGH, "letter through prison") == "letter through prison"
    assert through(Means.TELEPHONE, "") == "telephone"
    assert through(Means.HOME, "Home visit") == "Home visit", "the same words are not said twice"


def test_what_is_only_sent_waits_for_its_answer():
    assert rules.usual_reached(Means.LETTER, Direction.TO) is Reached.WAITING
    assert rules.usual_reached(Means.LETTER, Direction.FROM) is Reached.YES
    assert rules.usual_reached(Means.TELEPHONE, Direction.TO) is Reached.YES
