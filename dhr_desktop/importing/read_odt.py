"""Tables of an OpenDocument text (.odt) as grids, as those of a Word document."""

import zipfile
from dataclasses import replace

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import narratives, problems
from dhr_desktop.importing.grid import Grid, rectangular


def read_odt(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """Every table of the text, numbered '1', '2', ... as they stand, and its lines where records are among them.

    Where there are no tables, the lines are all there is. Raises `NoTable` where there are no words at all.
    """
    from lxml import etree  # noqa: PLC0415 - slow to import

    from dhr_desktop.importing.odf_xml import edges, text_lines, text_tables  # noqa: PLC0415 - it imports lxml

    progress.step(0, 1, "Reading tables")
    try:
        tables = list(text_tables(data))
        lines = text_lines(data)
        notes = edges(data)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise problems.not_this_kind(name, "an OpenDocument text") from None
    grids = [
        Grid(
            name=str(number),
            rows=rectangular([[cell or None for cell in row] for row in table.rows]),
            spans=table.spans,
            context=table.context,
        )
        for number, table in enumerate(tables, 1)
        if table.rows
    ]
    if not grids and not any(lines):
        raise problems.no_table(name)
    if not grids or narratives.records_in(lines):
        grids.append(Grid(name="Text" if grids else "", rows=tuple((line or None,) for line in lines)))
    first, *others = grids
    return [replace(first, notes=first.notes | notes), *others]


def read_flat_text(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """The tables of a text that LibreOffice saved as one document of XML (.fodt)."""
    from dhr_desktop.importing.odf_xml import packed  # noqa: PLC0415 - it imports lxml

    return read_odt(name, ".odt", packed(data), progress)
