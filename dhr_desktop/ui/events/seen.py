"""What the page has read as it may be seen now: names covered in panel view.

The cards themselves veil what is marked as distressing and show it when asked, unless the chair has chosen to see it
always.
"""

from dataclasses import replace

from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.events.reading import Looked, Standing


def standing_seen(context: ReviewContext, standing: Standing) -> Standing:
    """How entries are grouped, for showing alone."""
    shown = context.panel.shown
    return replace(
        standing,
        events=[replace(each, headline=shown(each.headline), note=shown(each.note)) for each in standing.events],
        entries={entry_id: _entry(context, entry) for entry_id, entry in standing.entries.items()},
    )


def looked_seen(context: ReviewContext, looked: Looked | None) -> Looked | None:
    """What is suggested, for showing alone."""
    if looked is None:
        return None
    shown = context.panel.shown
    return replace(
        looked,
        found=[replace(each, reasons=tuple(map(shown, each.reasons))) for each in looked.found],
        entries={entry_id: _entry(context, entry) for entry_id, entry in looked.entries.items()},
    )


def _entry(context: ReviewContext, entry: Entry) -> Entry:
    seen = context.panel.entry(entry)
    return replace(seen, distressing=False) if seen.distressing and context.veil.always_shows else seen
