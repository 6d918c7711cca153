"""How significance, marks and documents are called on the screen, and which key says each."""

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.meaning import Inclusion, Mark, Significance

JUDGING_KEYS = {
    0: Significance.UNREAD,
    1: Significance.ROUTINE,
    2: Significance.RELEVANT,
    3: Significance.KEY,
}
MARKING_KEYS = {4: Mark.VOICE, 5: Mark.GOOD_PRACTICE, 6: Mark.MISSED}


def significance_words(which: Significance) -> str:
    """What an entry of this significance is."""
    translate = QCoreApplication.translate
    return {
        Significance.UNREAD: translate("meaning", "Not yet read"),
        Significance.ROUTINE: translate("meaning", "Routine"),
        Significance.RELEVANT: translate("meaning", "Relevant"),
        Significance.KEY: translate("meaning", "Key"),
    }[which]


def mark_words(which: Mark) -> str:
    """What a mark says."""
    translate = QCoreApplication.translate
    return {
        Mark.VOICE: translate("meaning", "Voice of the victim"),
        Mark.GOOD_PRACTICE: translate("meaning", "Good practice"),
        Mark.MISSED: translate("meaning", "Missed opportunity"),
        Mark.DISTRESSING: translate("meaning", "Distressing"),
    }[which]


def inclusion_words(which: Inclusion) -> str:
    """How a document is called in which an entry may stand."""
    translate = QCoreApplication.translate
    return {
        Inclusion.CHRONOLOGY: translate("meaning", "Full chronology"),
        Inclusion.REPORT: translate("meaning", "Report"),
        Inclusion.SUMMARY: translate("meaning", "Summary"),
    }[which]


def digit_of(what: Significance | Mark) -> int | None:
    """The key that says it; None for none."""
    known: dict[Significance | Mark, int] = {said: digit for digit, said in JUDGING_KEYS.items()}
    known |= {said: digit for digit, said in MARKING_KEYS.items()}
    return known.get(what)
