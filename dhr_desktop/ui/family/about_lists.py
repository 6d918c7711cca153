"""What is noted of a stakeholder in lists: advocacy, wishes, and what they must not be told."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.stakeholders import Advocacy, AdvocacyAnswer, NotToBeTold, Wish
from dhr_desktop.family import stakeholders
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.family.about_fields import options


def _tr(words: str) -> str:
    return QCoreApplication.translate("AboutLists", words)


def said_on(words: str, day: date | None) -> str:
    """Words with their day after them; nothing without a day."""
    return f"{words} {in_british_words(of_day(day))}" if day else ""


def joined(*parts: str) -> str:
    """What there is of them, in one line."""
    return " · ".join(part for part in parts if part)


def advocacy_list(context: ReviewContext) -> RecordList[Advocacy]:
    """Services that were offered, and what came of it."""
    specs = (
        FieldSpec("service", _tr("Service"), hint=_tr("AAFDA; Victim Support Homicide Service; another"), needed=True),
        FieldSpec("advocate", _tr("Advocate"), private=True),
        FieldSpec("contact", _tr("How to reach them"), beside=True, private=True),
        FieldSpec("signposted_on", _tr("Signposted on"), Kind.DAY),
        FieldSpec("offered_on", _tr("Offered on"), Kind.DAY, beside=True),
        FieldSpec("answer", _tr("Answer"), Kind.CHOICE, options=_answers()),
        FieldSpec("answered_on", _tr("Answered on"), Kind.DAY, beside=True),
        FieldSpec("began_on", _tr("Began on"), Kind.DAY),
        FieldSpec("ended_on", _tr("Ended on"), Kind.DAY, beside=True),
        FieldSpec("note", _tr("What was said"), Kind.WORDS, lines=2, private=True),
    )
    form = SpecForm(Advocacy(0, 0, ""), specs, lambda each: f"advocacy/new/{each.stakeholder_id}")
    words = ListWords(
        _tr("Advocacy"),
        _tr("Add a&dvocacy"),
        _tr("No advocate has been offered yet."),
        _tr("The advocacy was removed."),
    )
    acts = ListActs(stakeholders.add_advocacy, stakeholders.change_advocacy, stakeholders.remove_advocacy)
    return RecordList(context, words, acts, form, lambda each: advocacy_line(each, in_confidence=not context.panel.on))


def advocacy_line(each: Advocacy, *, in_confidence: bool) -> tuple[str, str]:
    """The service; what was offered, answered and begun; and in confidence who the advocate is, and what was said."""
    answer = f"{each.answer.value} {said_on('', each.answered_on).strip()}".strip()
    under = joined(
        said_on(_tr("signposted"), each.signposted_on),
        said_on(_tr("offered"), each.offered_on),
        answer,
        said_on(_tr("began"), each.began_on),
        said_on(_tr("ended"), each.ended_on),
        each.note if in_confidence else "",
    )
    return (f"{each.service}: {each.advocate}" if each.advocate and in_confidence else each.service), under


def wishes_list(context: ReviewContext) -> RecordList[Wish]:
    """What a stakeholder asked for."""
    specs = (
        FieldSpec("words", _tr("Wish, in their words"), Kind.WORDS, needed=True, lines=2),
        FieldSpec("said_on", _tr("Said on"), Kind.DAY),
        FieldSpec("met_on", _tr("Met on"), Kind.DAY, beside=True),
        FieldSpec("answer", _tr("What became of it"), Kind.WORDS, lines=2),
    )
    form = SpecForm(Wish(0, 0, ""), specs, lambda each: f"wish/new/{each.stakeholder_id}")
    words = ListWords(_tr("Wishes"), _tr("Add a &wish"), _tr("No wish has been noted."), _tr("The wish was removed."))
    acts = ListActs(stakeholders.add_wish, stakeholders.change_wish, stakeholders.remove_wish)
    return RecordList(context, words, acts, form, wish_line)


def wish_line(each: Wish) -> tuple[str, str]:
    """The wish; when it was said, and what became of it."""
    return each.words, joined(said_on(_tr("said"), each.said_on), each.answer, said_on(_tr("met"), each.met_on))


class NotToldList(RecordList[NotToBeTold]):
    """What somebody must not learn from the chair, and of whom it comes."""

    def __init__(self, context: ReviewContext) -> None:
        self._names: dict[int, str] = {}
        specs = (
            FieldSpec("what", _tr("What they must not be told"), Kind.WORDS, needed=True, lines=2),
            FieldSpec("of_id", _tr("Who asked for it"), Kind.CHOICE, options=((None, _tr("Nobody in particular")),)),
            FieldSpec("why", _tr("Why"), beside=True),
        )
        form = SpecForm(NotToBeTold(0, 0, ""), specs, lambda each: f"nottobetold/new/{each.stakeholder_id}")
        words = ListWords(
            _tr("Must not be told"),
            _tr("&Add"),
            _tr("Nothing is noted that must be kept from them."),
            _tr("What must not be told was removed."),
        )
        acts = ListActs(stakeholders.add_not_told, stakeholders.change_not_told, stakeholders.remove_not_told)
        line: Callable[[NotToBeTold], tuple[str, str]] = self._line_of
        super().__init__(context, words, acts, form, line)
        self.add.setAccessibleName(_tr("Add what they must not be told"))

    def know(self, others: Sequence[tuple[int, str]]) -> None:
        """Know the other stakeholders by name; any of them may have asked for it."""
        self._names = dict(others)
        self.form.offer("of_id", [(None, _tr("Nobody in particular")), *others])

    def _line_of(self, each: NotToBeTold) -> tuple[str, str]:
        name = self._names.get(each.of_id or 0, "")
        return each.what, joined(_tr("asked for by {name}").format(name=name) if name else "", each.why)


def _answers() -> tuple[tuple[AdvocacyAnswer, str], ...]:
    first, *rest = options(AdvocacyAnswer)
    return ((first[0], _tr("No answer yet")), *rest)
