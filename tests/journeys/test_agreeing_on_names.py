"""A friend who declines a name, and two relatives who disagree about one: objected to, answered and agreed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.domain.documents import Bullets, spoken
from dhr_desktop.domain.editions import PANEL
from dhr_desktop.domain.naming import NamingAct, Subject
from dhr_desktop.family import naming, register
from dhr_desktop.report import naming_paragraph
from dhr_desktop.report.material import gather
from dhr_desktop.store import people
from tests.journeys.conftest import sample

SLOW = 60_000
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_declined_name_and_one_that_two_relatives_come_to_agree_on(window, review, qtbot):
    register.add_people(review, sample.register())
    window.room.show_page("people")
    page = window.room.page("people")
    page.take_keyboard()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CTRL)
    assert page.view_key == "names"
    view = page.view("names")

    def at_rest():
        for _ in range(3):
            qtbot.waitUntil(lambda: not window.room.jobs.busy, timeout=SLOW)
            qtbot.wait(20)

    def choose(name):
        view.search.setFocus()
        view.search.clear()
        qtbot.keyClicks(view.search, name)
        at_rest()

    def record(act, who="", **fields):
        view.panel.acts[act].setFocus()
        qtbot.keyClick(view.panel.acts[act], Qt.Key.Key_Return)
        form = view.panel.form.form
        if who:
            form.choices["who"].setCurrentText(who)
        for field, words in fields.items():
            editor = form.editor(field)
            editor.setFocus()
            editor.selectAll()
            qtbot.keyClicks(editor, words)
        last = QApplication.focusWidget()
        qtbot.keyClick(last, Qt.Key.Key_Return, CTRL)
        at_rest()

    at_rest()
    choose("Donna Speakman")
    record(NamingAct.OFFERED, "Donna Speakman", on="20/5/2019", means="letter")
    record(NamingAct.DECLINED, "Donna Speakman", on="20/5/2019", names="a friend")
    friend = next(person for person in people.listing(review) if person.real_name == "Donna Speakman")
    assert friend.stands_as == "a friend"
    assert view.model.cells(view.model.rows[0])[2] == "declined by Donna Speakman, 20 May 2019"

    choose("Kayleigh Anne")
    record(NamingAct.OFFERED, "Lorraine Marchbank", on="12 June 2019", names="Claire, Beth, Hannah")
    record(NamingAct.CHOSEN, "Lorraine Marchbank", on="3 July 2019", names="Claire")
    record(NamingAct.OBJECTED, "Jade Ollerton", on="9 July 2019", reason="A cousin has this name.")
    assert view.model.cells(view.model.rows[0])[2].startswith("objection open: Jade Ollerton")
    record(NamingAct.ANSWERED, on="11 July 2019", reason="The two spoke, and the cousin was asked.")
    record(NamingAct.AGREED, "Jade Ollerton", on="12 July 2019")
    assert view.model.cells(view.model.rows[0])[2] == "agreed, 12 July 2019"

    victim = next(person for person in people.listing(review) if person.real_name == "Kayleigh Anne Drewitt")
    steps = naming.steps_of(review, Subject.PERSON, victim.id)
    assert [step.act for step in steps][-3:] == [NamingAct.OBJECTED, NamingAct.ANSWERED, NamingAct.AGREED]
    assert steps[-2].answers_id == steps[-3].id
    blocks = naming_paragraph.paragraph(gather(review, PANEL))
    told = " ".join(spoken(item) for block in blocks if isinstance(block, Bullets) for item in block.items)
    assert "and is called “a friend”" in told
    assert "would have preferred another name, and this was talked over" in told
    assert "Ollerton" not in told

    while review.journal.status().undo.startswith(("Record", "Assign")):
        review.journal.undo()
    assert naming.steps_of(review, Subject.PERSON, victim.id) == []
    assert next(person for person in people.listing(review) if person.id == friend.id).pseudonym == friend_before()


def friend_before():
    return next(person.pseudonym for person in sample.register() if person.real_name == "Donna Speakman")
