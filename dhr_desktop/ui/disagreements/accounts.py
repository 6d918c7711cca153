"""The accounts of an event side by side, with the words marked in which they differ: underlined and on a ground."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.timeline.accounts_differ.found import Said
from dhr_desktop.timeline.disagreements import Disagreement
from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import Card, label, link_button
from dhr_desktop.ui.common.words import reported
from dhr_desktop.ui.disagreements.seeing import Seeing

_ABREAST = 2
_TIME = frozenset({"time", "time_written"})


class Accounts(QWidget):
    """One card for each entry that says something of the matter; the agencies that say nothing are named below."""

    def __init__(self, theme: Theme, seeing: Seeing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._seeing = theme, seeing
        self._shown: tuple[Disagreement, Mapping[int, Agency]] | None = None
        self.cards: list[AccountCard] = []
        self.silent = label("", "hint", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self._grid)
        column.addWidget(self.silent)
        theme.changed.connect(self._again)

    def show_accounts(self, one: Disagreement, agencies: Mapping[int, Agency]) -> None:
        """Show the accounts of a disagreement."""
        self._shown = one, agencies
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        said = one.difference.said if one.difference else ()
        speaking = {each.entry_id for each in said}
        # Where nothing differs any more, every account is shown as it now is.
        entries = [entry for entry in one.members if entry.id in speaking or not speaking]
        self.cards = [self._card(entry, said, agencies) for entry in entries]
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // _ABREAST, place % _ABREAST)
        for column in range(_ABREAST):
            self._grid.setColumnStretch(column, 1)
        loud = {entry.agency_id for entry in entries}
        silent = dict.fromkeys(_name(each, agencies) for each in one.members if each.agency_id not in loud)
        # Whoever is not shown may be silent, or may tell of it in words that contradict nobody.
        words = self.tr("Nothing at odds with these was found in what is recorded by {names}.")
        self.silent.setText(words.format(names=", ".join(silent)))
        self.silent.setVisible(bool(silent))

    def _card(self, entry: Entry, said: Sequence[Said], agencies: Mapping[int, Agency]) -> "AccountCard":
        own = [one for one in said if one.entry_id == entry.id]
        return AccountCard(self._theme, self._seeing, _name(entry, agencies), entry, own)

    def _again(self) -> None:
        if self._shown:
            self.show_accounts(*self._shown)


class AccountCard(Card):
    """One entry: its agency, when, and its words with those marked that are at odds with others'."""

    def __init__(self, theme: Theme, seeing: Seeing, agency: str, entry: Entry, said: Sequence[Said]) -> None:
        super().__init__()
        shown = seeing.shown
        self.column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self.column.setSpacing(HAIR)
        self.agency = label(agency, "label", wrap=True)
        fields = {one.field for one in said}
        veiled = seeing.veils(entry)
        day, hour = shown(in_british_words(entry.when)), entry.time or ("" if veiled else shown(entry.time_written))
        self.when = label("", wrap=True)
        self.words = label("", wrap=True)
        when = [_whole(day, "date_edtf" in fields, theme), _whole(hour, bool(_TIME & fields), theme)]
        when.append(escape(reported(entry)))
        for made, html in (
            (self.when, ", ".join(part for part in when if part)),
            (self.words, "" if veiled else _body(entry, said, shown, theme)),
        ):
            made.setTextFormat(Qt.TextFormat.RichText)  # every word of it is escaped
            made.setText(html)
            made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for each in (self.agency, self.when):
            self.column.addWidget(each)
        self.uncover = link_button(self.tr("Show its words"), lambda: seeing.uncover(entry.id))
        self.uncover.setAccessibleName(self.tr("Show the words of {agency}").format(agency=agency))
        if veiled:
            self.words.setText(escape(self.tr("This account is marked as distressing.")))
            self.column.addWidget(self.words)
            self.column.addWidget(self.uncover, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addStretch(1)
            return
        self.column.addWidget(self.words)
        beside = self._beside(said, shown, theme)
        if beside is not None:
            self.column.addWidget(beside)
        self.column.addStretch(1)
        at_odds = self.tr("at odds: {words}").format(words="; ".join(dict.fromkeys(shown(one.words) for one in said)))
        self.words.setAccessibleName(f"{agency}, {day} {hour}: {shown(entry.text)} {shown(entry.action)} ({at_odds})")

    def _beside(self, said: Sequence[Said], shown: Callable[[str], str], theme: Theme) -> QWidget | None:
        """What columns of their own say of it, such as 'Child seen?'."""
        columns = [one for one in said if one.field.startswith("other:")]
        if not columns:
            return None
        answers = label("", wrap=True)
        answers.setTextFormat(Qt.TextFormat.RichText)  # as above
        # The heading is the agency's own, and may hold a name as any of its words may.
        lines = [shown(f"{one.field.removeprefix('other:')}: {one.words}") for one in columns]
        answers.setText("<br>".join(_marked(words, [(0, len(words))], theme) for words in lines))
        return answers


def _whole(words: str, marked: bool, theme: Theme) -> str:
    return _marked(words, [(0, len(words))] if marked and words else [], theme)


def _body(entry: Entry, said: Sequence[Said], shown: Callable[[str], str], theme: Theme) -> str:
    parts = []
    for field, text in (("text", entry.text), ("action", entry.action)):
        own = [one for one in said if one.field == field]
        if text:
            parts.append(_marked(shown(text), [place for one in own for place in _place(text, one, shown)], theme))
    return "<br>".join(parts)


def _place(text: str, one: Said, shown: Callable[[str], str]) -> list[tuple[int, int]]:
    """Where a quotation stands in the text as it is shown: names that are covered are longer or shorter there."""
    covered, words = shown(text), shown(text[one.start : one.end])
    expected = len(shown(text[: one.start]))
    start = expected if covered.startswith(words, expected) else covered.find(words)
    return [(start, start + len(words))] if start >= 0 else []


def _marked(text: str, places: Sequence[tuple[int, int]], theme: Theme) -> str:
    """The text with what is between these places underlined on the ground of what was found."""
    ground, ink = theme.colour("found").name(), theme.colour("found_text").name()
    parts, at = [], 0
    for start, end in sorted(places):
        if start < at:
            continue
        mark = f'<u><b><span style="background-color:{ground};color:{ink}">{escape(text[start:end])}</span></b></u>'
        parts += [escape(text[at:start]), mark]
        at = end
    return "".join([*parts, escape(text[at:])]).replace("\n", "<br>")


def _name(entry: Entry, agencies: Mapping[int, Agency]) -> str:
    agency = agencies.get(entry.agency_id)
    return agency.name if agency else ""
