"""A friend who declines a name, and two relatives who disagree about one: objected to, answered and agreed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.app import sample
from dhr_desktop.domain.documents import Bullets, spoken
from dhr_desktop.domain.editions import PANEL
from dhr_desktop.domain.naming import NamingAct, Subject
from dhr_desktop.family import naming, register
from dhr_desktop.report import naming_paragraph
from dhr_desktop.report.material import gather
from dhr_desktop.store import people

SLOW = 60_000
CTRL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """The chair at the keyboard, in the view of names."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        window.room.show_page("people")
        page = window.room.page("people")
        page.take_keyboard()
        for _tab in range(3):
            qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_PageDown, CTRL)
        assert page.view_key == "names"
        self.view = page.view("names")
        self.at_rest()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    def at_rest(self):
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.window.room.jobs.busy, timeout=SLOW)
            self.qtbot.wait(20)

    def choose(self, name):
        self.view.search.setFocus()
        self.view.search.clear()
        self.qtbot.keyClicks(self.view.search, name)
        self.at_rest()

    def record(self, act, who="", **fields):
        self.view.panel.acts[act].setFocus()
        self.qtbot.keyClick(self.view.panel.acts[act], Qt.Key.Key_Return)
        form = self.view.panel.form.form
        if who:
            form.choices["who"].setCurrentText(who)
        for field, words in fields.items():
            editor = form.editor(field)
            editor.setFocus()
            editor.selectAll()
            self.qtbot.keyClicks(editor, words)
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
        self.at_rest()

    @property
    def stands(self):
        return self.view.model.cells(self.view.model.rows[0])[2]


def person(review, name):
    return next(each for each in people.listing(review) if each.real_name == name)


def test_a_declined_name_leaves_the_words_that_were_asked_for(window, review, qtbot):
    register.add_people(review, sample.register())
    before = person(review, "Donna Speakman")
    chair = Keyboard(window, qtbot)
    chair.choose("Donna Speakman")
    chair.record(NamingAct.OFFERED, "Donna Speakman", on="20/5/2019", means="letter")
    chair.record(NamingAct.DECLINED, "Donna Speakman", on="20/5/2019", names="a friend")
    assert person(review, "Donna Speakman").stands_as == "a friend"
    assert chair.stands == "declined by Donna Speakman, 20 May 2019"
    assert "and is called “a friend”" in told(review)
    review.journal.undo()
    assert person(review, "Donna Speakman") == before


def test_two_relatives_who_disagree_come_to_agree_on_a_name(window, review, qtbot):
    register.add_people(review, sample.register())
    chair = Keyboard(window, qtbot)
    chair.choose("Kayleigh Anne")
    chair.record(NamingAct.OFFERED, "Lorraine Marchbank", on="12 June 2019", names="Claire, Beth, Hannah")
    chair.record(NamingAct.CHOSEN, "Lorraine Marchbank", on="3 July 2019", names="Claire")
    chair.record(NamingAct.OBJECTED, "Jade Ollerton", on="9 July 2019", reason="A cousin has this name.")
    assert chair.stands == "objection open: Jade Ollerton, 9 July 2019"
    chair.record(NamingAct.ANSWERED, on="11 July 2019", reason="The two spoke, and the cousin was asked.")
    chair.record(NamingAct.AGREED, "Jade Ollerton", on="12 July 2019")
    assert chair.stands == "agreed, 12 July 2019"
    steps = naming.steps_of(review, Subject.PERSON, person(review, "Kayleigh Anne Drewitt").id)
    assert [step.act for step in steps][-3:] == [NamingAct.OBJECTED, NamingAct.ANSWERED, NamingAct.AGREED]
    assert steps[-2].answers_id == steps[-3].id
    assert "would have preferred another name, and this was talked over" in told(review)
    assert "Ollerton" not in told(review)


def told(review):
    blocks = naming_paragraph.paragraph(gather(review, PANEL))
    return " ".join(spoken(item) for block in blocks if isinstance(block, Bullets) for item in block.items)
