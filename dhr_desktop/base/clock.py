"""The one place that asks the machine for the time."""

from datetime import UTC, date, datetime, timedelta


def now() -> str:
    """The present moment in UTC as ISO 8601 with milliseconds, e.g. '2026-11-23T09:30:00.125Z'."""
    return _written(datetime.now(tz=UTC))


def days_ago(days: int) -> str:
    """The moment so many days before the present one, as `now` gives it."""
    return _written(datetime.now(tz=UTC) - timedelta(days))


def today() -> date:
    """Today where the chair sits."""
    return datetime.now().astimezone().date()


def to_local(moment: str) -> datetime:
    """A moment made by `now`, in the time zone where the chair sits."""
    return datetime.fromisoformat(moment).astimezone()


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
