"""How a contact and what falls due are said on the screen."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.contact_rules import Attempts, DueItem, Duty, Logged, Standing, When
from dhr_desktop.domain.contacts import Contact, Direction, Reached
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.ui.common.words import counted


def day(when: date | None) -> str:
    """A day in British words; '' for none."""
    return in_british_words(of_day(when)) if when else ""


def attempts(tried: Attempts) -> str:
    """'3 attempts, none answered since 14 May 2019'; '' where there was none."""
    if not tried.number:
        return ""
    one, many = _tr("{n} attempt, not answered since {day}"), _tr("{n} attempts, none answered since {day}")
    return (one if tried.number == 1 else many).format(n=tried.number, day=day(tried.since))


def standing(stands: Standing, today: date) -> str:
    """Where contact with somebody stands, in sentences."""
    said = []
    if stands.last_reached:
        said.append(_tr("Last reached on {day}.").format(day=day(stands.last_reached)))
    if stands.attempts.number:
        said.append(f"{attempts(stands.attempts)}.")
    if stands.update_due:
        late = stands.update_due < today
        words = _tr("An update was due on {day}.") if late else _tr("The next update is due on {day}.")
        said.append(words.format(day=day(stands.update_due)))
    if stands.plan:
        words = (
            _tr("Next contact planned for {day}: {what}.")
            if stands.plan.next_words
            else _tr("Next contact planned for {day}.")
        )
        said.append(words.format(day=day(stands.plan.next_on), what=stands.plan.next_words.rstrip(".")))
    return " ".join(said) or _tr("Nothing has been logged yet.")


def log_counted(log: tuple[Logged, ...]) -> str:
    """How many contacts there are and how many of them reached nobody."""
    if not log:
        return _tr("Nothing has been logged yet.")
    words = counted(len(log), _tr("{n} contact"), _tr("{n} contacts"))
    missed = sum(not each.reached for each in log)
    return f"{words}, {_tr('{n} of them not answered').format(n=missed)}." if missed else f"{words}."


def outcome_of(contact: Contact, *, in_confidence: bool = True) -> str:
    """What a row of the log says of it: the purpose and what came of it, with an attempt told as one.

    What was said stands where nothing is noted of what came of it, and only `in_confidence`.
    """
    tried = "" if contact.direction is Direction.FROM or contact.reached is Reached.YES else contact.reached.value
    parts = (tried, contact.purpose, contact.outcome or (contact.said if in_confidence else ""))
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())


def what(item: DueItem) -> str:
    """What falls due, in words."""
    if item.promise is not None:
        return item.promise.words
    if item.duty is Duty.UPDATE:
        return _tr("An update, as often as was agreed")
    if item.duty is Duty.ASK_AGAIN:
        return _tr("To be asked again whether they wish to take part")
    words = item.contact.next_words.strip() if item.contact else ""
    return _tr("Contact planned: {what}").format(what=words) if words else _tr("Contact planned")


def stands(item: DueItem) -> str:
    """How it stands: overdue, this week, done on a day."""
    if item.when is When.DONE and item.promise is not None:
        return _tr("done on {day}").format(day=day(item.promise.done_on))
    return {
        When.OVERDUE: _tr("overdue"),
        When.SOON: _tr("this week"),
        When.LATER: _tr("to come"),
        When.NO_DAY: _tr("no date set"),
        When.DONE: _tr("done"),
    }[item.when]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Contacts", words)
