"""The reasons of a suggestion stand by what they speak of."""

from dhr_desktop.timeline.same_event.reasons import About, Reason
from dhr_desktop.ui.events.reasons import ReasonsView

SAID = (
    Reason("both on 5 April 2016", About.WHEN),
    Reason("share “wardrobe”", About.WHAT),
    Reason("but their hours lie apart", About.AGAINST),
)


def shown(view):
    return [(head.text(), said.text()) for head, said in view._rows.values() if not said.isHidden()]


def test_each_kind_has_a_line_and_what_speaks_against_is_last(qtbot):
    view = ReasonsView()
    qtbot.addWidget(view)
    view.show_reasons(SAID)
    assert shown(view) == [
        ("When", "Both on 5 April 2016."),
        ("What", "Share “wardrobe”."),
        ("Against", "Their hours lie apart."),
    ]


def test_a_kind_of_which_nothing_is_said_leaves_no_line_behind(qtbot):
    view = ReasonsView()
    qtbot.addWidget(view)
    view.show_reasons(SAID)
    view.show_reasons(SAID[:1])
    assert shown(view) == [("When", "Both on 5 April 2016.")]
    view.show_reasons(())
    assert view.isHidden()
