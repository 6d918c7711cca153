"""The Family page: whom the review involves under headings, with what to be careful about at the head."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import today
from dhr_desktop.domain.avoiding import yearly
from dhr_desktop.domain.stakeholders import Consent, DateToAvoid, Involvement, NotToBeTold, Stakeholder, Wish
from dhr_desktop.family import avoiding, stakeholders
from dhr_desktop.store import involvement, people
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.common.two_lines import RowRole
from dhr_desktop.ui.family.about_section import AboutSection
from dhr_desktop.ui.family.approach_section import ApproachSection
from dhr_desktop.ui.family.avoiding_section import AvoidingSection
from dhr_desktop.ui.family.begin import BeginDialog
from dhr_desktop.ui.family.child_section import ChildSection
from dhr_desktop.ui.family.page import FamilyPage

Wait = Callable[[], None]


def rows(page: FamilyPage) -> list[str]:
    return [str(page.model.index(row).data()) for row in range(page.model.rowCount())]


def go(page: FamilyPage, settled: Wait, name: str, section: str) -> None:
    person = next(each for each in people.listing(page._context.review) if each.real_name == name)
    page.show_person(person.id, section)
    settled()
    assert page.section_key == section


def about(page: FamilyPage, settled: Wait, name: str) -> AboutSection:
    go(page, settled, name, "about")
    found = page.sections["about"]
    assert isinstance(found, AboutSection)
    return found


def test_they_stand_under_headings_that_cannot_be_gone_to(page: FamilyPage, qtbot: QtBot) -> None:
    assert rows(page) == [
        *("Everyone", "Family", "Lorraine Marchbank", "Jade Ollerton"),
        *("Children", "Poppy Drewitt", "Perpetrator and their family", "Dean Drewitt"),
    ]
    page.take_keyboard()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.head.name.text() == "Lorraine Marchbank"
    assert not page.model.flags(page.model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_each_has_the_sections_that_concern_them(page: FamilyPage, settled: Wait) -> None:
    def keys() -> list[str]:
        return [page.tabs.tabData(at) for at in range(page.tabs.count())]

    ours = {"child", "about", "avoiding", "approach"}
    assert ours & set(keys()) == {"avoiding"}
    go(page, settled, "Poppy Drewitt", "child")
    assert ours & set(keys()) == {"child", "about"}
    go(page, settled, "Dean Drewitt", "approach")
    assert ours & set(keys()) == {"about", "approach"}


def test_what_to_be_careful_about_stands_at_the_head_and_never_in_panel_view(
    page: FamilyPage, review: Review, everybody: dict[str, Stakeholder], context: ReviewContext, settled: Wait
) -> None:
    mother, sister = everybody["mother"], everybody["sister"]
    stakeholders.change(review, replace(mother, caution="Frail; not on her own"))
    stakeholders.add_not_told(review, NotToBeTold(0, mother.id, "That Jade told someone in June", of_id=sister.id))
    avoiding.add(review, DateToAvoid(0, mother.id, yearly(today() + timedelta(days=2)), "her birthday"))
    about(page, settled, "Lorraine Marchbank")
    said = page.head.careful.text()
    assert "Take care: Frail; not on her own." in said
    assert "Must not be told: That Jade told someone in June (asked for by Jade Ollerton)." in said
    assert "2 days before her birthday" in said
    assert page.head.banner.isVisible()
    assert str(page.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)).endswith("take care")
    context.panel.turn(on=True)
    settled()
    assert not page.head.banner.isVisible()
    assert page.head.name.text() == "Helen"
    assert "Jade" not in page.head.careful.text()
    assert "take care" not in str(page.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole))


def test_who_was_to_be_asked_again_by_now_is_marked_until_they_have_answered(
    page: FamilyPage, review: Review, everybody: dict[str, Stakeholder], settled: Wait
) -> None:
    later = replace(everybody["sister"], involvement=Involvement.LATER, ask_again_on=today())
    stakeholders.change(review, later)
    settled()
    assert str(page.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)).endswith("overdue")
    stakeholders.change(review, replace(later, involvement=Involvement.INVOLVED))
    settled()
    assert "overdue" not in str(page.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_is_typed_about_somebody_is_kept_and_undone_as_a_step(
    page: FamilyPage, review: Review, everybody: dict[str, Stakeholder], settled: Wait, qtbot: QtBot
) -> None:
    section = about(page, settled, "Lorraine Marchbank")
    field = section.form.editor("avoid_means")
    field.setFocus()
    qtbot.keyClicks(field, "Not by post")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    settled()
    kept = involvement.STAKEHOLDERS.get(review, everybody["mother"].id)
    assert kept.avoid_means == "Not by post"
    assert review.journal.status().undo == "Change how somebody is involved"
    assert "To be avoided: Not by post." in page.head.careful.text()
    review.journal.undo()
    settled()
    assert field.text() == ""


def test_a_wish_is_added_by_keyboard_and_belongs_to_who_is_shown(
    page: FamilyPage, review: Review, everybody: dict[str, Stakeholder], settled: Wait, qtbot: QtBot
) -> None:
    section = about(page, settled, "Jade Ollerton")
    qtbot.keyClick(section.wishes.add, Qt.Key.Key_Return)
    words = section.wishes.form.editor("words")
    qtbot.keyClicks(words, "That she told someone in June 2018")
    qtbot.keyClick(words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert [(each.stakeholder_id, each.words) for each in involvement.WISHES.listing(review)] == [
        (everybody["sister"].id, "That she told someone in June 2018")
    ]
    about(page, settled, "Lorraine Marchbank")
    assert section.wishes.model.rowCount() == 0


def test_who_is_no_stakeholder_can_be_made_one_where_they_stand(
    page: FamilyPage, review: Review, settled: Wait
) -> None:
    section = about(page, settled, "Dean Drewitt")
    assert section.empty.isVisible()
    section.begin_here.click()
    settled()
    assert [each.group.value for each in involvement.STAKEHOLDERS.listing(review)][-1] == "the perpetrator"
    assert section.form.isVisible()


def test_somebody_is_left_out_only_when_the_question_is_answered_so(
    page: FamilyPage, review: Review, settled: Wait
) -> None:
    section = about(page, settled, "Jade Ollerton")
    answer_next(False)
    section.leave_out.click()
    settled()
    assert "Jade Ollerton" in rows(page)
    answer_next(True)
    section.leave_out.click()
    settled()
    assert "Jade Ollerton" not in rows(page)
    review.journal.undo()
    settled()
    assert "Jade Ollerton" in rows(page)


def test_a_day_of_every_year_is_typed_as_the_british_do(
    page: FamilyPage, review: Review, everybody: dict[str, Stakeholder], settled: Wait, qtbot: QtBot
) -> None:
    go(page, settled, "Lorraine Marchbank", "avoiding")
    section = page.sections["avoiding"]
    assert isinstance(section, AvoidingSection)
    section.list.begin()
    for name, words in (("day", "14 August"), ("why", "Kayleigh's birthday")):
        section.list.form.editor(name).setFocus()
        qtbot.keyClicks(section.list.form.editor(name), words)
    section.list.keep.click()
    settled()
    assert involvement.DATES_TO_AVOID.listing(review) == [
        DateToAvoid(1, everybody["mother"].id, "--08-14", "Kayleigh's birthday")
    ]
    assert section.list.model.index(0).data() == "14 August: Kayleigh's birthday"


def test_what_the_register_proposes_is_taken_with_one_press(page: FamilyPage, review: Review, settled: Wait) -> None:
    page.show_person(0, "avoiding")
    settled()
    section = page.sections["avoiding"]
    assert isinstance(section, AvoidingSection)
    offered = [each.why for each in section._found]
    assert offered == ["Kayleigh's birthday", "anniversary of the death", "Poppy's birthday"]
    for _ in offered:
        section._take(section._found[0])
        settled()
    assert not section.proposed.isVisible()
    assert {each.day for each in involvement.DATES_TO_AVOID.listing(review, stakeholder_id=None)} == {
        *("--08-14", "--11-09", "--12-06")
    }


def test_an_end_before_its_beginning_is_refused_in_words_and_what_was_typed_is_kept(
    page: FamilyPage, review: Review, settled: Wait
) -> None:
    page.show_person(0, "avoiding")
    settled()
    section = page.sections["avoiding"]
    assert isinstance(section, AvoidingSection)
    section.list.begin()
    for name, words in (("day", "21 June 2019"), ("until", "3 June 2019"), ("why", "trial")):
        section.list.form.editor(name).setText(words)
    section.list.submit()
    settled()
    assert "The last day is before the first. Put one of the two right" in section.list.form.words_about(["until"])
    assert section.list.is_open
    assert involvement.DATES_TO_AVOID.listing(review) == []
    section.list.begin()
    assert section.list.form.editor("day").text() == "21 June 2019"
    section.list.cancel()


def test_a_child_s_age_is_said_and_the_first_thing_noted_makes_the_record(
    page: FamilyPage, review: Review, settled: Wait, qtbot: QtBot
) -> None:
    go(page, settled, "Poppy Drewitt", "child")
    section = page.sections["child"]
    assert isinstance(section, ChildSection)
    assert section.age.text() == "Age at the time of the death: three."
    for name, words in (("living_with", "her grandmother"), ("help_by", "Lanternway"), ("asked_by", "the chair")):
        field = section.form.editor(name)
        field.setFocus()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    settled()
    section.form.commit()
    settled()
    (child,) = involvement.CHILDREN.listing(review)
    assert (child.living_with, child.help_by, child.asked_by) == ("her grandmother", "Lanternway", "the chair")


def test_who_is_responsible_for_a_child_can_be_noted_first(page: FamilyPage, review: Review, settled: Wait) -> None:
    go(page, settled, "Poppy Drewitt", "child")
    section = page.sections["child"]
    assert isinstance(section, ChildSection)
    before = len(review.journal.steps())
    section.held.begin()
    section.held.form.editor("holder").setText("Aldermarsh Council")
    section.held.submit()
    settled()
    assert section.held.model.index(0).data() == "Aldermarsh Council"
    assert len(review.journal.steps()) == before + 1
    review.journal.undo()
    settled()
    assert section.held.model.rowCount() == 0


def test_several_approaches_stand_in_their_order(page: FamilyPage, review: Review, settled: Wait) -> None:
    go(page, settled, "Dean Drewitt", "approach")
    section = page.sections["approach"]
    assert isinstance(section, ApproachSection)
    for on, means in (("10 September 2019", "second letter"), ("14 May 2019", "letter")):
        section.list.begin()
        section.list.form.editor("on").setText(on)
        section.list.form.editor("means").setText(means)
        section.list.submit()
        settled()
    assert [str(section.list.model.index(at).data()).split(" · ")[0] for at in range(2)] == [
        *("14 May 2019", "10 September 2019")
    ]
    assert [each.on for each in involvement.APPROACHES.listing(review)] == [date(2019, 9, 10), date(2019, 5, 14)]


def test_nothing_of_a_stakeholder_can_be_changed_in_panel_view(
    page: FamilyPage, review: Review, context: ReviewContext, everybody: dict[str, Stakeholder], settled: Wait
) -> None:
    stakeholders.change(review, replace(everybody["mother"], relation="mother of Kayleigh Drewitt", caution="Ill."))
    stakeholders.add_wish(review, Wish(0, everybody["mother"].id, "That Jade Ollerton is asked"))
    section = about(page, settled, "Lorraine Marchbank")
    context.panel.turn(on=True)
    settled()
    assert section.form.editor("relation").text() == "mother of Claire"
    assert section.form.editor("caution").text() == "Not shown in panel view"
    assert section.form.editor("relation").isReadOnly()
    assert section.wishes.model.index(0).data() == "That Rachel is asked"
    assert not section.leave_out.isVisible()
    context.panel.turn(on=False)
    settled()
    kept = involvement.STAKEHOLDERS.get(review, everybody["mother"].id)
    assert (kept.relation, kept.caution) == ("mother of Kayleigh Drewitt", "Ill.")
    assert kept.photograph is Consent.NOT_ASKED


def test_a_day_on_which_to_ask_again_that_is_an_anniversary_warns_while_it_is_typed(
    page: FamilyPage, review: Review, everybody: dict[str, Stakeholder], settled: Wait
) -> None:
    avoiding.add(review, DateToAvoid(0, everybody["mother"].id, "--11-09", "anniversary of the death"))
    section = about(page, settled, "Lorraine Marchbank")
    section.form.editor("ask_again_on").setText("10 November 2019")
    assert section.near.isVisible()
    assert section.near.text() == "1 day after the anniversary of the death, 9 November."
    section.form.editor("ask_again_on").setText("20 November 2019")
    assert not section.near.isVisible()
    section.form.revert()
    settled()


def test_the_way_to_everyone_leads_there_from_somebody(page: FamilyPage, settled: Wait) -> None:
    about(page, settled, "Jade Ollerton")
    page.show_person(0, "avoiding")
    settled()
    assert page.head.name.text() == "Everyone"
    assert page.section_key == "avoiding"


def test_nobody_involved_says_with_whom_to_begin(review: Review, page: FamilyPage, settled: Wait) -> None:
    with review.journal.step("Everyone leaves"):
        for person in people.listing(review):
            people.remove(review, person.id)
    settled()
    assert page.empty.isVisible()
    assert "family liaison officer" in page.empty.words.text()


def test_all_tabs_fit_beside_the_list_on_a_small_screen(page: FamilyPage, settled: Wait):
    page.resize(1040, 620)  # what a screen of 1366 by 768 leaves beside the rail in a window that is not maximised
    go(page, settled, "Lorraine Marchbank", "about")

    last = page.tabs.tabRect(page.tabs.count() - 1)
    assert last.right() <= page.tabs.width()


def test_what_is_overdue_does_not_hide_that_care_is_needed(page: FamilyPage, settled: Wait):
    review = page._context.review
    mother = next(each for each in involvement.STAKEHOLDERS.listing(review) if each.relation == "mother of Kayleigh")
    late = replace(mother, caution="Sends messages on to him", ask_again_on=today() - timedelta(days=3))
    stakeholders.change(review, late, mother)
    settled()

    marks = [page.model.index(row).data(RowRole.MARK) for row in range(page.model.rowCount())]
    assert "take care, overdue" in marks


def test_panel_view_shows_no_caution_and_leaves_it_as_it_was(
    page: FamilyPage, context: ReviewContext, review: Review, settled: Wait
):
    mother = next(each for each in involvement.STAKEHOLDERS.listing(review) if each.relation == "mother of Kayleigh")
    stakeholders.change(review, replace(mother, caution="Heart trouble"), mother)
    section = about(page, settled, "Lorraine Marchbank")
    assert section.form.editor("caution").text() == "Heart trouble"

    context.panel.turn(on=True)
    settled()
    assert section.form.editor("caution").text() == "Not shown in panel view"
    context.panel.turn(on=False)
    settled()

    assert section.form.editor("caution").text() == "Heart trouble"
    assert involvement.STAKEHOLDERS.get(review, mother.id).caution == "Heart trouble"


def test_whom_to_involve_stands_in_its_dialog_again_when_it_was_refused(
    page: FamilyPage, context: ReviewContext, review: Review, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_label: str, *_: object) -> None:
        raise StoreProblem("The disk is full.", "Free some space.")

    seen: list[tuple[str, str]] = []

    def type_into(dialog: BeginDialog) -> int:
        seen.append((dialog.name.text(), dialog.relation.text()))
        dialog.name.setText("Gordon Ashby")
        dialog.relation.setText("her uncle")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(BeginDialog, "exec", type_into)
    with monkeypatch.context() as full:
        full.setattr(review.journal, "step", refuse)
        page.begin()
        qtbot.waitUntil(lambda: not context.jobs.busy)
    for _ in range(2):
        page.begin()
        qtbot.waitUntil(lambda: not context.jobs.busy)
    assert seen == [("", ""), ("Gordon Ashby", "her uncle"), ("", "")]
