"""The section of offers over a real store: one key is one step, and what is missing stands there with its why."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import today
from dhr_desktop.domain.offers import OfferAnswer
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer
from dhr_desktop.report.read_back import words_of_docx
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.family.offers_model import ELSEWHERE, MISSING, NOT_DUE, SIGNS
from dhr_desktop.ui.family.offers_section import OffersSection
from dhr_desktop.ui.family.offers_table import STATE
from dhr_desktop.ui.family.whom import EVERYONE, Whom
from tests.ui.at_rest import settled, shown
from tests.ui.family.shown import mother_of

ALIKE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def mother(review: Review) -> Whom:
    return mother_of(review)


@pytest.fixture
def section(context: ReviewContext, window: QMainWindow, mother: Whom, qtbot: QtBot) -> OffersSection:
    made = OffersSection(context)
    showing = [mother]
    made.show_of_now = lambda whom: (showing.__setitem__(0, whom), made.show_of(whom))  # type: ignore[attr-defined]
    context.notices.changed.connect(lambda change: change.tables & made.tables and made.show_of(showing[0]))
    shown(made, window, qtbot, (900, 600))
    made.show_of(mother)
    made.take_keyboard()
    settled(context, qtbot)
    return made


def chosen(section: OffersSection) -> str:
    return section.one.model.rows[section.one.table.currentIndex().row()].opportunity.key


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_O, OfferAnswer.OFFERED),
        (Qt.Key.Key_A, OfferAnswer.ACCEPTED),
        (Qt.Key.Key_D, OfferAnswer.DECLINED),
        (Qt.Key.Key_L, OfferAnswer.LATER),
        (Qt.Key.Key_X, OfferAnswer.DONE),
        (Qt.Key.Key_N, OfferAnswer.NOT_APPLICABLE),
    ],
)
def test_one_key_notes_what_became_of_it_and_stays_there(
    section: OffersSection, context: ReviewContext, review: Review, qtbot: QtBot, key: Qt.Key, answer: OfferAnswer
) -> None:
    qtbot.keyClick(section.one.table, Qt.Key.Key_Down)
    at = chosen(section)
    qtbot.keyClick(section.one.table, key)
    settled(context, qtbot)
    (offer,) = involvement.OFFERS.listing(review)
    assert (offer.opportunity, offer.answer) == (at, answer)
    assert chosen(section) == at
    review.journal.undo()
    settled(context, qtbot)
    assert involvement.OFFERS.listing(review) == []
    assert section.one.model.index(1, STATE).data().startswith("Not yet offered")


def test_a_day_typed_into_the_form_is_kept(
    section: OffersSection, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    qtbot.keyClick(section.one.table, Qt.Key.Key_Return)
    day = section.one.form.editor("offered_on")
    day.setFocus()
    qtbot.keyClicks(day, "6 March 2019")
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    settled(context, qtbot)
    means = section.one.form.editor("means")
    means.setFocus()
    qtbot.keyClicks(means, "by hand")
    qtbot.keyClick(means, Qt.Key.Key_Tab)
    settled(context, qtbot)
    (offer,) = involvement.OFFERS.listing(review)
    assert (offer.offered_on, offer.means) == (date(2019, 3, 6), "by hand")


def test_what_is_recorded_elsewhere_is_taken_over_by_one_key(
    section: OffersSection, context: ReviewContext, review: Review, mother: Whom, qtbot: QtBot
) -> None:
    with review.journal.step("Advocacy"):
        told = Advocacy(
            0, mother.stakeholder.id, "Lanternway", offered_on=date(2019, 3, 6), answer=AdvocacyAnswer.DECLINED
        )
        involvement.ADVOCACY.add(review, told)
    settled(context, qtbot)
    row = section.one.model.row_of("advocacy")
    section.one.table.selectRow(row)
    assert "advocacy offered on 6 March 2019, declined" in section.one.found.text()
    qtbot.keyClick(section.one.table, Qt.Key.Key_T)
    settled(context, qtbot)
    (offer,) = involvement.OFFERS.listing(review)
    assert (offer.answer, offer.offered_on) == (OfferAnswer.DECLINED, date(2019, 3, 6))


def test_the_matrix_says_each_cell_in_words_and_leads_to_it(
    section: OffersSection, context: ReviewContext, review: Review, mother: Whom, qtbot: QtBot
) -> None:
    section.show_of_now(EVERYONE)
    settled(context, qtbot)
    everyone = section.everyone
    cell = everyone.model.index(0, 1)
    assert cell.data(ALIKE) == "Letter: not yet offered"
    assert "Nothing" not in everyone.head.text()
    everyone.table.setCurrentIndex(cell)
    assert "there has been no contact yet" in everyone.said.text()
    qtbot.keyClick(everyone.table, Qt.Key.Key_O)
    settled(context, qtbot)
    assert everyone.model.index(0, 1).data(ALIKE) == "Letter: offered"
    (offer,) = involvement.OFFERS.listing(review)
    assert offer.offered_on == today()
    with qtbot.waitSignal(context.ways.involved_wanted) as led:
        qtbot.keyClick(everyone.table, Qt.Key.Key_Return)
    assert led.args == [mother.key, "offers"]


def test_every_state_has_a_sign_of_its_own() -> None:
    signs = [*SIGNS.values(), MISSING, NOT_DUE, ELSEWHERE]
    assert len(signs) == len(set(signs))


def test_panel_view_covers_names(section: OffersSection, context: ReviewContext, qtbot: QtBot) -> None:
    section.show_of_now(EVERYONE)
    settled(context, qtbot)
    context.panel.turn(on=True)
    assert section.everyone.model.index(0, 0).data() == "Helen"
    assert "Lorraine" not in section.everyone.said.text()


def test_the_whole_matrix_is_saved_under_pseudonyms_or_in_real_names_but_not_in_panel_view(
    section: OffersSection, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    section.show_of(EVERYONE)
    settled(context, qtbot)
    saver = section.everyone.saver
    for action, name, others in ((saver.panel_word, "Helen", "Lorraine"), (saver.real_word, "Lorraine", "Helen")):
        answer_next(tmp_path / "offers.docx")
        action.trigger()
        settled(context, qtbot)
        said = words_of_docx((tmp_path / "offers.docx").read_bytes())
        assert name in said
        assert others not in said
    context.panel.turn(on=True)
    assert not saver.real_word.isVisible()
    assert saver.panel_word.isVisible()
